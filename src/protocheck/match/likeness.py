"""How much two stretches of text are alike, from 0 to 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from protocheck.match.words import fold

_TELLING = 4  # letters; shorter words stand in any sentence


def alike(one: str, other: str) -> float:
    """Return how alike two quotations are, letter by letter; white space, case and accents do not count."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only for who compares

    return Indel.normalized_similarity(_folded(one), _folded(other))


def alike_in_order(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Return how alike two rows of anything are, element by element."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only for who compares

    return Indel.normalized_similarity(one, other)


def differences(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two rows differ: from and up to in the first, from and up to in the second."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only for who compares

    for step in Indel.opcodes(one, other):
        if step.tag != "equal":
            yield step.src_start, step.src_end, step.dest_start, step.dest_end


def within(one: str, other: str, most: int) -> bool:
    """Tell whether at most so many letters must change to make one text the other."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only for who compares

    return Levenshtein.distance(one, other, score_cutoff=most) <= most


def shared(one: str, other: str) -> float:
    """Return which part of the telling words two texts share, wherever they stand."""
    mine, theirs = _words(one), _words(other)
    whole = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / whole if whole else 0.0


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _words(text: str) -> Counter[str]:
    return Counter(word for word in _folded(text).split() if len(word) >= _TELLING)
