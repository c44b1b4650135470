"""Spelling slips: which word of the rules a damaged word may stand for."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

_SHORT, _MIDDLE = 5, 9
_EXACT_ONLY = frozenset(
    "geen niet noch nooit nimmer niets niemand zonder behalve evenmin nergens geenszins uitgezonderd".split()
)


def budget(word: str) -> int:
    """Return how many letters may differ: 0 up to five letters, 1 up to nine, else 2."""
    if len(word) <= _SHORT or word in _EXACT_ONLY or not word.isalpha():
        return 0
    return 1 if len(word) <= _MIDDLE else 2


def within_budget(one: str, other: str) -> bool:
    """Tell whether two words are the same but for as many letters as either allows."""
    allowed = min(budget(one), budget(other))
    if not allowed or abs(len(one) - len(other)) > allowed:
        return one == other
    # Each slip can account for one letter: most pairs need no more than this, and so no library either.
    if (Counter(one) - Counter(other)).total() > allowed:
        return False
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - most documents never need it

    return Levenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _opposites(one: str, other: str) -> bool:
    """Tell whether one word denies the other: two letters more, and the contrary of it."""
    return one == f"on{other}" or other == f"on{one}"


class SlipIndex:
    """The words of the rules by length, to compare an unknown word with."""

    def __init__(self, words: Iterable[str], known: Callable[[str], bool]) -> None:
        """Index `words`; `known` tells whether a word is right as it stands and so no slip."""
        self._known = known
        self._words = tuple(words)

    @functools.cached_property
    def _by_length(self) -> Mapping[int, list[str]]:
        """Return the words that may be spelled with a slip, by their length; few documents ask for them."""
        found: dict[int, list[str]] = defaultdict(list)
        for word in sorted(set(self._words)):
            if budget(word):
                found[len(word)].append(word)
        return found

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return the words of the rules within the edit budget of `word`; none for a real word."""
        if not budget(word) or self._known(word):
            return ()
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - most documents never need it
        from rapidfuzz.process import extract  # noqa: PLC0415 - the same

        found = []
        for length in range(len(word) - 2, len(word) + 3):
            bucket = self._by_length.get(length)
            if not bucket:
                continue
            allowed = min(budget(bucket[0]), budget(word))  # the budget goes by length alone
            near = extract(word, bucket, scorer=Levenshtein.distance, score_cutoff=allowed, limit=None)
            found += sorted(candidate for candidate, _, _ in near if not _opposites(word, candidate))
        return tuple(found)
