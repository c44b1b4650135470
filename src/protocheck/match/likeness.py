"""How much two stretches of text are alike, from 0 to 1."""

from __future__ import annotations

from collections import Counter

from protocheck.match.words import fold

_TELLING = 4  # letters; shorter words stand in any sentence


def alike(one: str, other: str) -> float:
    """Return how alike two quotations are, letter by letter; white space, case and accents do not count."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only for who compares

    return Indel.normalized_similarity(_folded(one), _folded(other))


def shared(one: str, other: str) -> float:
    """Return which part of the telling words two texts share, wherever they stand."""
    mine, theirs = _words(one), _words(other)
    whole = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / whole if whole else 0.0


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _words(text: str) -> Counter[str]:
    return Counter(word for word in _folded(text).split() if len(word) >= _TELLING)
