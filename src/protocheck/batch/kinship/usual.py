"""The usual text of a family: part by part what most members say, wherever they say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from protocheck.batch.kinship.align import Mark, aligned, mark_of
from protocheck.batch.kinship.parts import Part, rows
from protocheck.match.likeness import alike_in_order
from protocheck.record import record

_KEPT = 24  # wordings of one part that are weighed against each other
ROW = 3  # words in a row that tell whether a stretch stands elsewhere


@record
class UsualPart:
    """A part as most members have it; `label` is its place in the example, where that has it."""

    label: str
    part: Part


@record
class Usual:
    """The usual text: its parts in order, what each is recognised by, and all its rows of words."""

    parts: tuple[UsualPart, ...]
    marks: tuple[Mark, ...]
    rows: frozenset[tuple[str, ...]]


Place = tuple[int, int]  # the number of a member, and of one of its parts


class _Slot:
    """A part of the family's text under construction: every wording seen, how often, and where first."""

    def __init__(self, first: Part, *, of_example: bool) -> None:
        self.mark = mark_of(first)
        self.label = first.passage.label
        self.of_example = of_example
        self.count = 0
        self.wordings: Counter[tuple[str, ...]] = Counter()
        self.places: dict[tuple[str, ...], Place] = {}

    def add(self, found: Part, place: Place) -> None:
        self.count += 1
        if found.keys in self.places or len(self.places) < _KEPT:
            self.wordings[found.keys] += 1
            self.places.setdefault(found.keys, place)

    def usual(self) -> Place:
        """Return where the wording stands that is nearest to all others, counted by how many have it."""
        if len(self.wordings) == 1:
            return next(iter(self.places.values()))
        best = max(self.wordings, key=lambda keys: (self._near(keys), -list(self.wordings).index(keys)))
        return self.places[best]

    def _near(self, keys: tuple[str, ...]) -> float:
        return sum(count * alike_in_order(keys, other) for other, count in self.wordings.items())


class UsualText:
    """The usual text of papers, each given by its parts; the first is the example.

    Of each only the words are held, and of so many wordings: a family may be large.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._slots: list[_Slot] = []
        self._members = 0

    def add(self, found: Sequence[Part]) -> None:
        """Count the wordings of a member."""
        _count(found, self._slots, self._members)
        self._members += 1

    def text(self, parts_of: Callable[[int], Sequence[Part]]) -> Usual:
        """Return what most members say; `parts_of` gives the parts of a member once more, by its number."""
        chosen = [slot for slot in self._slots if self._is_usual(slot)]
        places = [slot.usual() for slot in chosen]
        found: dict[Place, Part] = {}
        for member in sorted({member for member, _ in places}):
            parts = parts_of(member)
            found.update({place: parts[place[1]] for place in places if place[0] == member})
        return of_parts(
            UsualPart(slot.label, found[place]) for slot, place in zip(chosen, places, strict=True)
        )

    def _is_usual(self, slot: _Slot) -> bool:
        """Tell whether most members have a part; where half have it, whether the example does."""
        return 2 * slot.count > self._members or (2 * slot.count == self._members and slot.of_example)


def _count(found: Sequence[Part], slots: list[_Slot], member: int) -> None:
    """Count the wordings of a member; what no other has begins a part of its own, at its place."""
    pairs = aligned([mark_of(each) for each in found], [slot.mark for slot in slots])
    held = [slots[pairs[at]] if at in pairs else None for at in range(len(found))]
    after = 0
    for at, (part, slot) in enumerate(zip(found, held, strict=True)):
        if slot is None:
            chosen = _Slot(part, of_example=member == 0)
            slots.insert(after, chosen)
        else:
            chosen = slot
        chosen.add(part, (member, at))
        after = slots.index(chosen) + 1


def of_parts(found: Iterable[UsualPart]) -> Usual:
    """Return parts as a text to compare with."""
    held = tuple(found)
    return Usual(held, tuple(mark_of(each.part) for each in held), whole(each.part for each in held))


def whole(found: Iterable[Part]) -> frozenset[tuple[str, ...]]:
    """Return the rows of words of a whole text."""
    return frozenset(row for each in found for row in rows(each.keys, ROW))
