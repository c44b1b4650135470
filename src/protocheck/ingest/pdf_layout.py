"""From words to printed lines: which words share a line, and where a line falls apart in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from protocheck.ingest.pdf_words import Word
from protocheck.model.geometry import Box
from protocheck.model.text import LineRole, Method
from protocheck.regex import lazy

_SAME_LINE = 0.45  # of the size: how far apart two feet may stand on one line (raised notes)
_BACK = 0.3  # of the size: how far a word may start before the end of the one before it
_BLANK = 0.14  # of the size: a gap that is a blank though the file holds none
_OVERLAP = 1.0  # points by which neighbours may run into one another
_COLUMN = 3.0  # of the size: a gap that parts columns
_TAB = 7.0  # of the size: the same behind a label, which a tab sets apart from its text
_RAISED, _SMALLER = 0.15, 0.82
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LABEL = lazy(
    r"(?:[-–•*o▪\uf0b7\uf0a7]|\(?\w{1,3}[.):°]?|§ ?\w{1,3}\.?|\d{1,2}(?:\.\d{1,2}){1,3}\.?|"
    r"(?:artikel|art\.|bijlage|hoofdstuk)\s\w{1,6}[.:]?)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Segment:
    """Words on one line without a wide gap between them."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    upright: bool = True
    words: tuple[Word, ...] = ()


@dataclass(slots=True)
class Strip:
    """One printed line of a page: a segment, or several with wide gaps between them; its number there."""

    segments: list[Segment]
    page: int
    role: LineRole = "body"
    line: int = 0

    @property
    def text(self) -> str:
        """Return its words; a tab stands for a wide gap."""
        return "\t".join(segment.text for segment in self.segments)

    @property
    def words(self) -> list[Word]:
        """Return its words."""
        return [word for segment in self.segments for word in segment.words]

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return self.segments[-1].x1

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return min(segment.top for segment in self.segments)

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return max(segment.bottom for segment in self.segments)

    @property
    def base(self) -> float:
        """Return the foot of its letters."""
        return self.segments[0].base

    @property
    def size(self) -> float:
        """Return the size of most of its letters."""
        return max(self.segments, key=lambda segment: len(segment.text)).size

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return all(segment.bold for segment in self.segments)

    @property
    def upright(self) -> bool:
        """Tell whether it runs from left to right."""
        return any(segment.upright for segment in self.segments)

    @property
    def box(self) -> Box:
        """Return the rectangle around it."""
        return Box(self.page, *(round(v, 1) for v in (self.x0, self.top, self.x1, self.bottom)))


@dataclass(slots=True)
class Grid:
    """A ruled table: per row its cells, per cell its printed lines.

    `lefts` are the edges of its columns, `above` is the number of the line above it; `continues` tells
    that it began on a page before, whose first row is then its `header`.
    """

    rows: list[list[list[Strip]]]
    lefts: tuple[float, ...]
    page: int
    top: float = 0.0
    bottom: float = 0.0
    header: list[list[Strip]] = field(default_factory=list)
    continues: bool = False
    above: int = 0

    @property
    def strips(self) -> list[Strip]:
        """Return all its lines, row by row."""
        return [strip for row in self.rows for cell in row for strip in cell]


Flow = list[Strip | Grid]


@dataclass(slots=True)
class Sheet:
    """A page with what stands on it, in reading order; how its words came about, and how sure they are."""

    number: int
    width: float
    height: float
    flow: Flow = field(default_factory=list)
    method: Method = "text-layer"
    confidence: float = 1.0

    @property
    def strips(self) -> list[Strip]:
        """Return its lines outside tables."""
        return [item for item in self.flow if isinstance(item, Strip)]


def strips_of(words: Iterable[Word], page: int) -> list[Strip]:
    """Return the printed lines that the words make, in the order of the words."""
    strips: list[Strip] = []
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line, word):
            strips.append(_strip(line, page))
            line = []
        line.append(word)
    if line:
        strips.append(_strip(line, page))
    return _woven(_without_doubles(strips), page)


def _goes_on(line: Sequence[Word], word: Word) -> bool:
    last = line[-1]
    size = max(last.size, word.size)
    apart = min(abs(word.base - last.base), abs(word.base - line[0].base))
    return apart <= _SAME_LINE * size and word.x0 >= last.x1 - _BACK * size


def _strip(words: list[Word], page: int) -> Strip:
    size = max(word.size for word in words)
    foot = max((word.base for word in words if word.size == size), default=words[0].base)
    _raise_lone_numbers(words, size, foot)
    parts: list[list[Word]] = [[words[0]]]
    for word in words[1:]:
        gap = word.x0 - parts[-1][-1].x1
        limit = _TAB if len(parts) == 1 and LABEL.fullmatch(_text(parts[-1])) else _COLUMN
        if gap > limit * size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return Strip([_segment(part, foot) for part in parts], page)


def _raise_lone_numbers(words: list[Word], size: float, foot: float) -> None:
    """A number that stands small and high by itself is a note's mark as well."""
    for word in words:
        if word.size <= _SMALLER * size and foot - word.base > _RAISED * size and word.text.isdecimal():
            word.text = word.text.translate(_SUPERSCRIPTS)


def _segment(words: list[Word], foot: float) -> Segment:
    lettered = [word for word in words if any(map(str.isalpha, word.text))]
    main = max(words, key=lambda word: len(word.text))
    return Segment(
        text=_text(words),
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        base=foot,
        size=main.size,
        bold=bool(lettered) and all(word.bold for word in lettered),
        upright=main.upright,
        words=tuple(words),
    )


def split_at(segment: Segment, lefts: Sequence[float], drift: float) -> list[Segment]:
    """Return the segment in pieces, cut where a word begins a column."""
    parts: list[list[Word]] = [[]]
    for word in segment.words:
        if parts[-1] and any(abs(word.x0 - left) <= drift for left in lefts):
            parts.append([])
        parts[-1].append(word)
    return [_segment(part, segment.base) for part in parts] if len(parts) > 1 else [segment]


def _text(words: Sequence[Word]) -> str:
    pieces = [words[0].text]
    for before, word in pairwise(words):
        apart = word.spaced or word.x0 - before.x1 > _BLANK * max(before.size, word.size)
        pieces.append(f" {word.text}" if apart else word.text)
    return "".join(pieces)


def _without_doubles(strips: list[Strip]) -> list[Strip]:
    """Drop a line that is printed twice on one place, a poor man's bold."""
    kept: list[Strip] = []
    for strip in strips:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.text == strip.text
            and abs(last.base - strip.base) < 1
            and abs(last.x0 - strip.x0) < 1
        ):
            last.segments = [_emboldened(segment) for segment in last.segments]
            continue
        kept.append(strip)
    return kept


def _woven(strips: list[Strip], page: int) -> list[Strip]:
    """Put words in their place on a line of which some are drawn later: boxes, in a font of their own."""
    woven: list[Strip] = []
    for strip in strips:
        last = woven[-1] if woven else None
        if last is not None and _interleave(last, strip):
            words = sorted([*last.words, *strip.words], key=lambda word: word.x0)
            own = {id(word) for word in strip.words}
            for before, word in pairwise(words):
                word.spaced = word.spaced or (id(before) in own) != (id(word) in own)
            woven[-1] = _strip(words, page)
        else:
            woven.append(strip)
    return woven


def _interleave(first: Strip, second: Strip) -> bool:
    """Tell whether the words of two lines stand between one another on one line."""
    apart = abs(first.base - second.base) > _SAME_LINE * min(first.size, second.size)
    if apart or not (first.upright and second.upright) or not first.x0 < second.x0 < first.x1:
        return False
    words = sorted(
        (word.x0, word.x1)
        for strip in (first, second)
        for segment in strip.segments
        for word in segment.words
    )
    return all(before[1] - after[0] <= _OVERLAP for before, after in pairwise(words))


def _emboldened(segment: Segment) -> Segment:
    segment.bold = True
    return segment
