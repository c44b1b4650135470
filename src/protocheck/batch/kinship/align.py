"""Which part of one paper is which part of another: by their words, wherever they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from protocheck.batch.kinship.folding import fold
from protocheck.batch.kinship.parts import Part, rows
from protocheck.record import record

_ALIKE = 0.34  # of their words in a row, from which two parts are one
_SAME_HEADING = 0.08  # enough when the heading is the same
_HEADING = 0.25  # what an equal heading adds
_ORDER = 0.001  # what breaks a tie: the same place in the text
_COMMON = 40  # parts that share a row of words, or a heading; what more share tells nothing


@record
class Mark:
    """What a part is recognised by."""

    rows: frozenset[tuple[str, ...]]
    heading: str


def mark_of(part: Part) -> Mark:
    """Return what a part is recognised by."""
    return Mark(rows(part.keys), " ".join(fold(part.passage.heading).split()))


def aligned(one: Sequence[Mark], other: Sequence[Mark]) -> dict[int, int]:
    """Return which of the first is which of the second, each at most once, the most alike first."""
    result = _equal(one, other)
    taken = set(result.values())
    left = {at: each for at, each in enumerate(one) if at not in result}
    right = {at: each for at, each in enumerate(other) if at not in taken}
    found = sorted(_scores(left, right), key=lambda each: (-each[0], each[1], each[2]))
    for _score, here, there in found:
        if here not in result and there not in taken:
            result[here] = there
            taken.add(there)
    return result


def _equal(one: Sequence[Mark], other: Sequence[Mark]) -> dict[int, int]:
    """Return which parts have the same words, each the nearest one by place: most parts of a sibling."""
    where: dict[Mark, list[int]] = defaultdict(list)
    for at, each in enumerate(other):
        where[each].append(at)
    result: dict[int, int] = {}
    for at, each in enumerate(one):
        same = where.get(each)
        if same:
            result[at] = min(same, key=lambda there: abs(there - at))
            same.remove(result[at])
    return result


def _scores(one: Mapping[int, Mark], other: Mapping[int, Mark]) -> Iterator[tuple[float, int, int]]:
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    headed: dict[str, list[int]] = defaultdict(list)
    asked = frozenset[tuple[str, ...]]().union(*(each.rows for each in one.values()))
    for at, each in other.items():
        headed[each.heading].append(at)
        for row in each.rows & asked:  # a family may have many parts that only one member has
            where[row].append(at)
    for left, each in one.items():
        shared = Counter(
            right for row in each.rows for right in where.get(row, ()) if len(where[row]) <= _COMMON
        )
        same = headed.get(each.heading, ()) if each.heading else ()
        for right in {*shared, *(same if len(same) <= _COMMON else ())}:
            score = _score(each, other[right], shared[right])
            if score > 0:
                yield score - _ORDER * min(abs(left - right), 100), left, right


def _score(one: Mark, other: Mark, shared: int) -> float:
    whole = len(one.rows) + len(other.rows)
    alike = 2 * shared / whole if whole else 0.0
    same = bool(one.heading) and one.heading == other.heading
    if alike >= _ALIKE or (same and alike >= _SAME_HEADING):
        return alike + _HEADING * same
    return 0.0
