"""What stands around a passage tells how its own words are to be taken.

'To pay the allowance' is a purpose of whoever the sentence is about; a passage whose words tell still more
for another element mostly states that one; and what a whole article is about is seldom stated by a stray
sentence elsewhere. So a passage weighs some more or less by what is around it, as much as `gewichten.tsv`
says in its rows in brackets: learned from whole papers, as a passage by itself has nothing around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from protocheck.rulebook.weights import AROUND, NEAR, OTHER, OTHER_IN_PART, OWN, PART

# Between which bounds each counts: one odd sentence should not decide on all around it.
_BOUNDS = {
    OWN: (-3.0, 3.0),
    OTHER: (-3.0, 3.0),
    PART: (-4.0, 2.0),
    OTHER_IN_PART: (-3.0, 4.0),
    NEAR: (-4.0, 2.0),
}
_NEIGHBOURS = 6  # passages before and after

Around = Mapping[str, Sequence[float]]  # by row, for each element: how much it counts


class _Most(NamedTuple):
    """For which element a passage weighs most, and how much for that one and for the next."""

    element: int
    weight: float
    next: float


class Surroundings:
    """What is around the passages of one package."""

    def __init__(
        self, rows: Sequence[Sequence[float]], parts: Sequence[int], named: Sequence[tuple[bool, bool]]
    ) -> None:
        """Look at the passages of a package.

        Args:
            rows: per passage what its words weigh for each element.
            parts: at which passage each part of the document begins, and, last, how many there are.
            named: per passage whether it names the sender, and the receiver.
        """
        self._columns = list(zip(*rows, strict=True))
        self._most = [_most(row) for row in rows]
        self._named = named
        self._parts = [slice(first, end) for first, end in pairwise(parts)]
        self._part_of = [
            number for number, part in enumerate(self._parts) for _ in range(part.start, part.stop)
        ]
        self._means: dict[tuple[int, int], tuple[float, float]] = {}

    def of(self, element: int, at: int) -> tuple[float, ...]:
        """Return for a passage the value of each of `AROUND`."""
        column = self._columns[element]
        own = column[at]
        sender, receiver = self._named[at]
        key = element, self._part_of[at]
        means = self._means.get(key)
        if means is None:
            means = self._means[key] = self._in_part(*key)
        near = column[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS + 1]
        return (
            float(sender and not receiver),
            float(receiver and not sender),
            float(sender and receiver),
            _bounded(OWN, own),
            _bounded(OTHER, self._other(element, at) - own),
            _bounded(PART, means[0]),
            _bounded(OTHER_IN_PART, means[1] - means[0]),
            _bounded(NEAR, sum(near) / len(near)),
        )

    def _in_part(self, element: int, number: int) -> tuple[float, float]:
        """Return what the passages of a part weigh on average, and for the element they tell most besides."""
        part = self._parts[number]
        many = part.stop - part.start
        others = sum(self._other(element, at) for at in range(part.start, part.stop))
        return sum(self._columns[element][part]) / many, others / many

    def _other(self, element: int, at: int) -> float:
        most = self._most[at]
        return most.next if most.element == element else most.weight

    def adds(self, around: Around, element: int, at: int) -> float:
        """Return how much more a passage weighs for an element by what is around it."""
        return sum(weight for _row, weight in self.told(around, element, at))

    def told(self, around: Around, element: int, at: int) -> Iterator[tuple[str, float]]:
        """Yield of each row how much it makes a passage weigh more, or less."""
        if around:
            for row, value in zip(AROUND, self.of(element, at), strict=True):
                yield row, around[row][element] * value


def most_added(around: Around, element: int) -> float:
    """Return how much more any passage can weigh for an element by what is around it."""
    bounds = ((row, _BOUNDS.get(row, (0.0, 1.0))) for row in around)
    return sum(max(around[row][element] * bound for bound in both) for row, both in bounds)


def _most(row: Sequence[float]) -> _Most:
    most = max(row)
    element = row.index(most)
    return _Most(element, most, max((*row[:element], *row[element + 1 :]), default=most))


def _bounded(row: str, value: float) -> float:
    least, most = _BOUNDS[row]
    return min(max(value, least), most)
