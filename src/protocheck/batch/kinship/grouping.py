"""Which papers were written from one text: those whose sketches agree, without comparing all with all."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from protocheck.batch.kinship.sketch import BINS, Sketch, likeness
from protocheck.record import record

# Protocols of one sector that have no text in common share at most a tenth of their rows of words.
NEAR = 0.25
_CORE = 0.18  # to the paper in the middle of a group: with less, a chain of likenesses went astray
_BAND = 2  # bins that must agree for two papers to be compared
_CROWD = 64  # papers without likeness that one bucket holds; the next ones are met in other buckets


@record
class Group:
    """Papers that share a text, the one nearest to what they have in common first."""

    papers: tuple[str, ...]
    likeness: tuple[float, ...]


def groups(sketches: Mapping[str, Sketch]) -> tuple[Group, ...]:
    """Return the groups of two papers and more, in the order of their first paper.

    Only papers that agree in a band of bins are compared, and in a bucket only with one of each group
    found so far: the work grows with the number of papers, not with its square.
    """
    ids = sorted(sketches)
    roots = _Roots(len(ids))
    held = [sketches[each] for each in ids]
    for first in range(0, BINS, _BAND):
        _join_band(held, roots, first)
    found = [group for members in roots.sets() for group in _cores(members, ids, held)]
    return tuple(sorted(found, key=lambda group: min(group.papers)))


class _Roots:
    """Sets that grow together (union-find), numbered by their least member."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low

    def sets(self) -> Iterator[Sequence[int]]:
        found: dict[int, list[int]] = {}
        for at in range(len(self._above)):
            found.setdefault(self.root(at), []).append(at)
        return (members for members in found.values() if len(members) > 1)


def _join_band(held: Sequence[Sketch], roots: _Roots, first: int) -> None:
    buckets: dict[tuple[int, ...], list[int]] = {}
    for at, each in enumerate(held):
        others = buckets.setdefault(tuple(each[first : first + _BAND]), [])
        if not _joined(at, others, held, roots) and len(others) < _CROWD:
            others.append(at)


def _joined(at: int, others: Sequence[int], held: Sequence[Sketch], roots: _Roots) -> bool:
    """Join a paper with those of a bucket that it resembles; tell whether there was one."""
    found = False
    for other in others:
        if roots.root(at) == roots.root(other):
            found = True
        elif likeness(held[at], held[other]) >= NEAR:
            roots.join(at, other)
            found = True
    return found


def _cores(members: Sequence[int], ids: Sequence[str], held: Sequence[Sketch]) -> Iterator[Group]:
    """Yield a set as one group, or as several where a chain of likenesses joined what is not alike."""
    left = list(members)
    while len(left) > 1:
        usual = _usual([held[at] for at in left])
        near = {at: likeness(held[at], usual) for at in left}
        example = min(left, key=lambda at: (-near[at], ids[at]))
        core = {at for at in left if likeness(held[at], held[example]) >= _CORE}
        if len(core) > 1:
            inside = sorted(core, key=lambda at: (-near[at], ids[at]))
            yield Group(tuple(ids[at] for at in inside), tuple(near[at] for at in inside))
        left = [at for at in left if at not in core]


def _usual(sketches: Sequence[Sketch]) -> Sketch:
    """Return the sketch that has in each bin what most have, the least where none has more."""
    each_bin = (Counter(values) for values in zip(*sketches, strict=True))
    return array("I", (min(seen, key=lambda value: (-seen[value], value)) for seen in each_bin))
