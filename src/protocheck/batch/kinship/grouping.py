"""Which papers were written from one text: those whose sketches agree, without comparing all with all."""

from __future__ import annotations

import itertools
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from protocheck.batch.kinship.scratch import Scratch, Series
from protocheck.batch.kinship.sketch import BINS, Sketch, likeness
from protocheck.batch.kinship.sketches import Sketches
from protocheck.record import record

# Protocols of one sector that have no text in common share at most a tenth of their rows of words.
NEAR = 0.25
_CORE = 0.18  # to the paper in the middle of a group: with less, a chain of likenesses went astray
_BAND = 2  # bins that must agree for two papers to be compared
_SLICE = 16  # bins of all members that are in memory together
_CROWD = 64  # papers without likeness that one bucket holds; the next ones are met in other buckets


@record
class Group:
    """Papers that share a text, the one nearest to what they have in common first."""

    papers: tuple[str, ...]


def groups(sketches: Sketches, scratch: Scratch) -> Series[Group]:
    """Return the groups of two papers and more, in the order of their first paper.

    Only papers that agree in a band of bins are compared, and in a bucket only with one of each group
    found so far: the work grows with the number of papers, not with its square.
    """
    roots = _Roots(len(sketches))
    for first in range(0, BINS, _BAND):
        _join_band(sketches, roots, first)
    found: Series[Group] = Series(scratch)
    for members in roots.sets():
        for group in _cores(members, sketches):
            found.add(group, min(group.papers))
    return found


class _Roots:
    """Sets that grow together (union-find), numbered by their least member."""

    def __init__(self, count: int) -> None:
        self._above = array("L", range(count))

    def root(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low

    def sets(self) -> Iterator[Sequence[int]]:
        for _root, members in itertools.groupby(sorted(range(len(self._above)), key=self.root), self.root):
            held = list(members)
            if len(held) > 1:
                yield held


def _join_band(sketches: Sketches, roots: _Roots, first: int) -> None:
    buckets: dict[bytes, list[int]] = {}
    for at, bins in sketches.band(first, _BAND):
        others = buckets.get(bins)
        if others is None:
            buckets[bins] = [at]
        elif not _joined(at, others, sketches, roots) and len(others) < _CROWD:
            others.append(at)


def _joined(at: int, others: Sequence[int], sketches: Sketches, roots: _Roots) -> bool:
    """Join a paper with those of a bucket that it resembles; tell whether there was one."""
    found = False
    for other in others:
        if roots.root(at) == roots.root(other):
            found = True
        elif likeness(sketches.at(at), sketches.at(other)) >= NEAR:
            roots.join(at, other)
            found = True
    return found


def _cores(members: Sequence[int], sketches: Sketches) -> Iterator[Group]:
    """Yield a set as one group, or as several where a chain of likenesses joined what is not alike."""
    left = list(members)
    while len(left) > 1:
        usual = _usual(left, sketches)
        near = {at: likeness(sketches.at(at), usual) for at in left}
        example = sketches.at(min(left, key=lambda at: (-near[at], at)))
        core = {at for at in left if likeness(sketches.at(at), example) >= _CORE}
        if len(core) > 1:
            inside = sorted(core, key=lambda at: (-near[at], at))
            yield Group(tuple(map(sketches.paper, inside)))
        left = [at for at in left if at not in core]


def _usual(members: Sequence[int], sketches: Sketches) -> Sketch:
    """Return the sketch that has in each bin what most have, the least where none has more."""
    each_bin = (
        Counter(values)
        for first in range(0, BINS, _SLICE)
        for values in sketches.columns(members, first, _SLICE)
    )
    return array("I", (min(seen, key=lambda value: (-seen[value], value)) for seen in each_bin))
