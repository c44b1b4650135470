"""The usual text of a family: part by part what most members say, wherever they say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from protocheck.batch.kinship.align import Mark, aligned, mark_of
from protocheck.batch.kinship.parts import Part, rows
from protocheck.match.likeness import alike_in_order
from protocheck.record import record

_KEPT = 24  # wordings of one part that are weighed against each other
ROW = 3  # words in a row that tell whether a stretch stands elsewhere


@record
class Variant:
    """One wording of a part, as one member prints it."""

    paper: str
    part: Part


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


class _Slot:
    """A part of the family's text under construction: every wording seen, and how often."""

    def __init__(self, first: Part, label: str, *, of_example: bool) -> None:
        self.mark = mark_of(first)
        self.label = label
        self.of_example = of_example
        self.count = 0
        self.wordings: Counter[tuple[str, ...]] = Counter()
        self.examples: dict[tuple[str, ...], Part] = {}

    def add(self, found: Part) -> None:
        self.count += 1
        if found.keys in self.examples or len(self.examples) < _KEPT:
            self.wordings[found.keys] += 1
            self.examples.setdefault(found.keys, found)

    def usual(self) -> Part:
        """Return the wording that is nearest to all others, counted by how many have it."""
        if len(self.wordings) == 1:
            return next(iter(self.examples.values()))
        best = max(self.wordings, key=lambda keys: (self._near(keys), -list(self.wordings).index(keys)))
        return self.examples[best]

    def _near(self, keys: tuple[str, ...]) -> float:
        return sum(count * alike_in_order(keys, other) for other, count in self.wordings.items())


class UsualText:
    """The usual text of papers, each given by its parts; the first is the example.

    Each is held no longer than it takes to count its wordings: a family may be large.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._slots: list[_Slot] = []
        self._members = 0

    def add(self, found: Sequence[Part]) -> None:
        """Count the wordings of a member."""
        _count(found, self._slots, first=self._members == 0)
        self._members += 1

    def text(self) -> Usual:
        """Return what most members say."""
        return of_parts(_chosen(self._slots, self._members))


def _count(found: Sequence[Part], slots: list[_Slot], *, first: bool) -> None:
    """Count the wordings of a member; what no other has begins a part of its own, at its place."""
    pairs = aligned([mark_of(each) for each in found], [slot.mark for slot in slots])
    held = [slots[pairs[at]] if at in pairs else None for at in range(len(found))]
    after = 0
    for part, slot in zip(found, held, strict=True):
        if slot is None:
            chosen = _Slot(part, part.passage.label, of_example=first)
            slots.insert(after, chosen)
        else:
            chosen = slot
        chosen.add(part)
        after = slots.index(chosen) + 1


def _chosen(slots: Iterable[_Slot], members: int) -> Iterator[UsualPart]:
    """Yield the parts that most members have; where half have one, those of the example."""
    for slot in slots:
        if 2 * slot.count > members or (2 * slot.count == members and slot.of_example):
            yield UsualPart(slot.label, slot.usual())


def of_parts(found: Iterable[UsualPart]) -> Usual:
    """Return parts as a text to compare with."""
    held = tuple(found)
    return Usual(held, tuple(mark_of(each.part) for each in held), whole(each.part for each in held))


def whole(found: Iterable[Part]) -> frozenset[tuple[str, ...]]:
    """Return the rows of words of a whole text."""
    return frozenset(row for each in found for row in rows(each.keys, ROW))
