"""Lines that the recognition tore apart, and signs in them that are always misread in one way."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.ingest.pdf_words import Word
from protocheck.regex import lazy

_SAME_FOOT = 0.25  # of the size: how far apart the feet of one line may stand
_DRIFT, _NEXT = 0.6, 2.2  # of the size: how far apart two lines of one column begin, and stand
_GAP = (0.05, 1.0)  # of the size: the blank between two words of one line
_HOST = lazy(r"[\w.+-]{1,64}@[\w-]{2,60}")
_DOTTED = lazy(r"[^\w\s@]([a-z]{2,20}(?:\.[a-z]{2,6})?[.,;]?)")
_COLON = lazy(r"(@[\w.-]{1,60}):(?=[a-z]{2})")
_DASH = lazy(r"=(?=[^\W\d_])")


def rejoined(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with a lone first word back at the head of its line.

    tesseract takes short words at the left edge, one below the other, for a column of their own.
    """
    lines: list[list[Word]] = []
    for word in words:
        if lines and word.spaced:
            lines[-1].append(word)
        else:
            lines.append([word])
    for index, line in enumerate(lines):
        if len(line) != 1:
            continue
        home = next(
            (other for other in lines if other and other is not line and _heads(line[0], other)), None
        )
        if home is not None:
            home[0].spaced = True
            home.insert(0, line[0])
            lines[index] = []
    return tuple(word for line in lines for word in line)


def _heads(word: Word, line: Sequence[Word]) -> bool:
    """Tell whether a word stands right before a line, on one foot with it."""
    size = max(word.size, line[0].size)
    level = abs(word.base - line[0].base) <= _SAME_FOOT * size
    return level and _GAP[0] * size <= line[0].x0 - word.x1 <= _GAP[1] * size


def _is_below(word: Word, other: Word) -> bool:
    """Tell whether a word opens the next line of the same column."""
    apart = other.base - word.base
    return (
        abs(other.x0 - word.x0) <= _DRIFT * word.size and _SAME_FOOT * word.size < apart <= _NEXT * word.size
    )


def mend_signs(words: Sequence[Word]) -> None:
    """Give addresses their dots and items their dashes back."""
    for host in (word for word in words if _HOST.fullmatch(word.text)):
        below = next((word for word in words if _DOTTED.fullmatch(word.text) and _is_below(host, word)), None)
        if below is not None:
            below.text = _DOTTED.sub(r".\1", below.text)
    for word in words:
        word.text = _COLON.sub(r"\1.", word.text)
        if not word.spaced:
            word.text = _DASH.sub("- ", word.text, count=1) if _DASH.match(word.text) else word.text
