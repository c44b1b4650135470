"""Is it the same person? Names with titles, initials, other accents, and letters that a scanner misread."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

from protocheck.regex import lazy

# What a scanner makes of letters; both names are read this way, so that only other letters tell.
_MISREAD = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("|", "l"), ("5", "s"), ("8", "b"))
_SPLIT = lazy(r"[\s.,'’\-]+")
_PARTICLES = frozenset("van de den der du le la el al ter ten te op d t l von di dos uit in het".split())
_TITLES = frozenset(
    "de heer dhr mevrouw mevr mw meneer prof professor dr ir ing mr meester em dokter kol kolonel majoor "
    "kapt kapitein luitenant lt commissaris hcp cp drs lic arch".split()
)
_SHORT, _LONG = 3, 8  # letters up to which no letter may differ, one may, two may
_NICKNAME = 3
_ENOUGH = 2  # words that agree, whatever else one of the two names adds


def same(one: str, other: str) -> bool:
    """Tell whether two printed names can be those of one person."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    if len(left) > len(right):
        left, right = right, left
    agreed, loose, rest = 0, [], list(right)
    for word in left:
        match = next((each for each in rest if alike(word, each)), None)
        if match is None:
            loose.append(word)
        else:
            rest.remove(match)
            agreed += len(word) > 1
    if not loose:
        return agreed > 0
    if agreed >= _ENOUGH and len(loose) == 1:
        return True
    # 'Wim' for 'Willem': the family name agrees, and so does the letter with which the first name begins.
    first = len(left) > 1 and loose == [left[0]] and right[0] in rest
    return agreed > 0 and first and left[0][0] == right[0][0]


def contains(printed: str, name: str) -> bool:
    """Tell whether all words of a name stand in a run of words: two names that were printed together."""
    words = _words(printed)
    return all(any(alike(word, each) for each in words) for word in _words(name))


@functools.lru_cache(maxsize=256)
def _words(name: str) -> Sequence[str]:
    plain = unicodedata.normalize("NFKD", name.lower())
    low = "".join(char for char in plain if not unicodedata.combining(char))
    words = [word for word in _SPLIT.split(low) if word and word not in _PARTICLES and word not in _TITLES]
    return tuple(_read(word) for word in words)


def _read(word: str) -> str:
    for seen, meant in _MISREAD:
        word = word.replace(seen, meant)
    return word


def read_as(word: str) -> str:
    """Return a word as it compares: without accents, letters that a scanner mixes up made one."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return _read("".join(char for char in plain if not unicodedata.combining(char)))


def alike(one: str, other: str) -> bool:
    """Tell whether two words of a name agree: but for a letter, an initial, or the end of one."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1 or (len(short) >= _NICKNAME and long.startswith(short)):
        return long.startswith(short)
    allowed = 0 if len(short) <= _SHORT else 1 if len(short) <= _LONG else 2
    if len(long) - len(short) > allowed or len(set(short) - set(long)) > allowed:
        return False  # each letter that only one of them has is a difference: most names part here
    return _distance(one, other, allowed) <= allowed


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters differ, counted no further than `most` and one more."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]
