"""A sketch of a text, some hundred numbers, that tells how many words in a row two texts share.

One-permutation MinHash: every three words in a row get one number; the numbers are dealt over bins, and the
least in each bin is kept. The part of the bins in which two sketches agree estimates which part of all their
rows of three words they share (Jaccard). One number a row instead of one a row and bin keeps this fast
without numpy; an empty bin borrows from a full one, as short texts need.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Collection, Sequence
from operator import eq
from typing import TypeAlias
from zlib import crc32

from protocheck.regex import lazy

BINS = 256
_SHIFT = 24  # of 32 bits, eight say the bin
_MASK = (1 << _SHIFT) - 1
_MIX = 2654435761  # Knuth's multiplier: spreads what the checksum leaves near together
_STEP = 0x9E3779B1  # the golden ratio: every probe falls elsewhere
_WORD = 0xFFFFFFFF
_NONE = -1
_LEAST = 40  # rows that differ; a shorter text tells too little
_PROBES = 8 * BINS
# What a scanner makes of letters; both texts are read this way. A number is as good as any other.
_MISREAD = str.maketrans("ij|" + "0123456789", "lll" + "9" * 10)
_WORDS = lazy(r"[^\W_]+")
_ODD = lazy(r"[^\x00-\u02ff]")  # what may be an accent

# One kilobyte: an archive keeps that of every paper.
Sketch: TypeAlias = "array[int]"


def words(text: str, names: Collection[str] = ()) -> list[str]:
    """Return the words of a text as sketches read them, the words of these names left out."""
    hidden = set(map(_read, names))
    return [word for word in _WORDS.findall(_read(text)) if word not in hidden]


def _read(text: str) -> str:
    low = text.lower()
    if not low.isascii():
        low = _ODD.sub(_base, unicodedata.normalize("NFD", low))
    return low.translate(_MISREAD).replace("rn", "m")


def _base(odd: re.Match[str]) -> str:
    return "" if unicodedata.combining(odd[0]) else odd[0]


def sketch(given: Sequence[str]) -> Sketch | None:
    """Return the sketch of words in order; None for a text too short to tell anything."""
    coded = [word.encode() for word in given]
    rows = set(map(b" ".join, zip(coded, coded[1:], coded[2:], strict=False)))
    if len(rows) < _LEAST:
        return None
    bins = [_NONE] * BINS
    for row in rows:
        mixed = (crc32(row) * _MIX) & _WORD
        at, value = mixed >> _SHIFT, mixed & _MASK
        held = bins[at]
        if held < 0 or value < held:
            bins[at] = value
    return array("I", (value if value >= 0 else _borrowed(bins, at) for at, value in enumerate(bins)))


def _borrowed(bins: Sequence[int], at: int) -> int:
    """Return what an empty bin borrows, from a full one that the number of the bin alone chooses."""
    for attempt in range(1, _PROBES):
        value = bins[((at * _MIX + attempt * _STEP) & _WORD) >> _SHIFT]
        if value >= 0:
            return value
    return next(value for value in bins if value >= 0)


def likeness(one: Sketch, other: Sketch) -> float:
    """Return which part of their rows of words two texts share, give or take 0.03."""
    agreed: int = sum(map(eq, one, other))
    return agreed / BINS
