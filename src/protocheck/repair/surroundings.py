"""Is it Dutch around here? English menus, French names and program text are not for us to mend."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.regex import lazy
from protocheck.repair.words import Words

_TOKEN = lazy(r"[^\W\d_]{2,40}")
_REACH = 70
_FEWEST = 3
_TWO = 2
_TIMES = 2
_LONG_ENOUGH = 100_000
_OFTEN_DUTCH = (" de ", " het ", " een ", " van ")
_OFTEN_ELSEWHERE = ((" the ", " and ", " to ", " for "), (" les ", " des ", " pour ", " et "))
_ENGLISH = frozenset("the of and for with that this you from are which when your by on as an be not".split())
_DUTCH = frozenset(
    "de het een en van te dat die met voor op aan is niet worden wordt zijn deze dit bij".split()
)
_SHARE = 0.7


def is_dutch(text: str, start: int, end: int, words: Words, share: float = _SHARE) -> bool:
    """Tell whether most words around a place, the place itself left out, are known."""
    left = _TOKEN.findall(text, max(start - _REACH, 0), start)
    right = _TOKEN.findall(text, end, end + _REACH)
    # The first and the last may be cut off by the reach.
    around = left[1:] + right[:-1]
    if len(around) < _FEWEST:
        return True
    return sum(words.curated(token.lower()) for token in around) >= share * len(around)


def is_foreign(text: str) -> bool:
    """Tell whether a whole text is English or French, so that a Dutch list cannot mend it.

    False blanks make no English words out of Dutch ones: few of either stand in any damaged text.
    """
    small = text[:_LONG_ENOUGH].lower()
    dutch = sum(map(small.count, _OFTEN_DUTCH))
    other = max(sum(map(small.count, words)) for words in _OFTEN_ELSEWHERE)
    return other > max(_TIMES * dutch, _FEWEST)


def is_english(pieces: Sequence[str]) -> bool:
    """Tell whether a line is English: then its words are no fragments of Dutch ones."""
    present = set(pieces)
    english = len(_ENGLISH & present)
    return english >= _TWO and english > len(_DUTCH & present)
