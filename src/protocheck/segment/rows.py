"""The printed lines of a repaired text, with what the reader knew of each."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import Final

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.model.text import Line, LineRole
from protocheck.record import record
from protocheck.regex import lazy

_LINE: Final = lazy(r"[^\n\f\v\x85\u2028\u2029]+|[\n\f\v\x85\u2028\u2029]")
# Three stars or more apart from the words are no notation: '*** 1. Wie ***'.
_STARS: Final = r"(?<!\*)\*{4}(?!\*)|(?<!\*)\*\*(?!\*)|\*\*(?=\*[^\s*])|(?<=[^\s*]\*)\*\*"
_NOTATION: Final = lazy(rf"</?[a-z][a-z0-9]{{0,9}} {{0,2}}/?>|{_STARS}|__(?!_)", re.IGNORECASE)
_HASHES: Final = lazy(r"#{1,6}(?=\s)")
_ENDED: Final = lazy(r"[.!?:;…][\"'”’»)\]]{0,3}$")


@record
class Row:
    """One line of the repaired text that is not blank.

    Attributes:
        span: where its characters stand, without the blanks around them.
        text: those characters, with notation (`**`, `<p>`) blanked out.
        role: what the reader took it for, or furniture when it is plainly a page number.
        level: depth of a heading that the format declares; 0 when it does not.
        bold: whether it is printed bold.
        size: size of the letters; 0.0 when unknown.
        paragraph: number of the paragraph in a Word file; 0 elsewhere.
        blanks: how many blank lines stand above it; a page's end below a whole sentence counts as one.
        fresh: whether it is the first on its page.
        indent: blanks before it.
        table: which table it belongs to; -1 when none.
    """

    span: Span
    text: str
    role: LineRole = "body"
    level: int = 0
    bold: bool = False
    size: float = 0.0
    paragraph: int = 0
    blanks: int = 0
    fresh: bool = False
    indent: int = 0
    table: int = -1

    @property
    def aside(self) -> bool:
        """Tell whether the line stands beside the running text."""
        return self.role in {"furniture", "footnote", "stamp"}

    @property
    def ended(self) -> bool:
        """Tell whether a sentence or a list entry may end with this line."""
        return _ENDED.search(self.text, max(len(self.text) - 4, 0)) is not None

    def after(self, offset: int) -> Row:
        """Return what is left of the line from character `offset` of its text on."""
        text = self.text[offset:]
        start = self.span.start + offset + len(text) - len(text.lstrip())
        return replace(
            self, span=Span(min(start, self.span.end), self.span.end), text=text.strip(), role="body"
        )


@record
class Sheet:
    """All rows of a document with what holds for the whole.

    Attributes:
        text: the repaired text.
        view: the same, character by character, with notation blanked out.
        rows: the lines that are not blank.
        width: how many characters a full line holds.
        size: size of the letters of most lines; 0.0 when unknown.
        tables: per table its cells, row by row, in repaired coordinates.
    """

    text: RepairedText
    view: str
    rows: tuple[Row, ...]
    width: int
    size: float
    tables: tuple[tuple[tuple[Span, ...], ...], ...]


@record
class _Place:
    """What the lines above say of a row; see `Row`."""

    blanks: int
    fresh: bool
    indent: int
    table: int


def read_rows(text: RepairedText) -> Sheet:
    """Cut the repaired text into rows and add what the reader knew of each line."""
    view = _blank_notation(text)
    tables = tuple(tuple(tuple(text.from_raw(c) for c in row) for row in t.rows) for t in text.source.tables)
    rows = _cut(text, view)
    return Sheet(text, view, tuple(_telling_bold(rows)), _width(rows), _size(rows), tables)


def _blank_notation(text: RepairedText) -> str:
    """Overwrite notation with blanks, so that every character keeps its place."""
    view = text.text
    spans = [text.from_raw(span) for span in text.source.markup]
    spans += [Span(*match.span()) for match in _NOTATION.finditer(view)]
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        begin = max(span.start, at)
        if span.end > begin:
            hidden = view[begin : span.end]
            pieces += [view[at:begin], "".join(c if c in "\n\f\t" else " " for c in hidden)]
            at = span.end
    return "".join([*pieces, view[at:]])


def _cut(text: RepairedText, view: str) -> list[Row]:
    zones = [text.from_raw(table.span) for table in text.source.tables]
    furniture = sorted(getattr(text, "furniture", ()))
    rows: list[Row] = []
    blanks, fresh = -1, True
    page: int | None = None
    above: Row | None = None
    for match in _LINE.finditer(view):
        piece = match[0]
        if not piece.strip():
            blanks += piece == "\n"
            fresh = fresh or piece == "\f"
            continue
        start = match.start() + len(piece) - len(piece.lstrip())
        span = Span(start, start + len(piece.strip()))
        line = text.source.line_at(text.to_raw(span).start)
        turned = fresh or (bool(rows) and line is not None and line.page != page)
        role = "furniture" if _within(span, furniture) else line.role if line else "body"
        # Below a finished sentence the end of a page is white as well.
        white = int(turned and above is not None and above.ended)
        place = _Place(max(blanks, white), turned, len(piece) - len(piece.lstrip()), _table_of(span, zones))
        rows.append(_described(span, text.text, view, line, role, place))
        above = above if rows[-1].aside else rows[-1]
        page = line.page if line else None
        blanks, fresh = -1, False
    return rows


def _described(span: Span, full: str, view: str, line: Line | None, role: LineRole, at: _Place) -> Row:
    """Return the row with what the reader's line says, or its own markdown notation."""
    body = span.of(view)
    hashes = _HASHES.match(body)
    starred = full[max(span.start - 2, 0) : span.start] == "**" and full[span.end : span.end + 2] == "**"
    level = line.level if line else 0
    if hashes and role == "body":
        role, level = "heading", level or hashes.end()
        body = body[hashes.end() :].strip()
        span = Span(span.end - len(body), span.end)
    word = line.index if line and line.page is None and line.box is None else 0
    bold, size = (line.bold, line.size) if line else (False, 0.0)
    bold = bold or starred
    return Row(span, body, role, level, bold, size, word, at.blanks, at.fresh, at.indent, at.table)


def _within(span: Span, zones: list[Span]) -> bool:
    if not zones:
        return False
    index = bisect.bisect_right(zones, Span(span.start, span.end)) - 1
    return any(span in zone for zone in zones[max(index, 0) : index + 2])


def _table_of(span: Span, zones: list[Span]) -> int:
    if not zones:
        return -1
    index = bisect.bisect_right(zones, span.start, key=lambda zone: zone.start) - 1
    near = range(max(index, 0), min(index + 2, len(zones)))
    return next((i for i in near if zones[i].overlaps(span)), -1)


def _width(rows: list[Row]) -> int:
    """Return how long a full line is: the ninth decile of the lengths, between 40 and 400."""
    lengths = sorted(len(row.text) for row in rows if row.role == "body" and row.table < 0)
    return min(max(lengths[len(lengths) * 9 // 10], 40), 400) if lengths else 80


def _size(rows: list[Row]) -> float:
    """Return the median size of the letters."""
    sizes = sorted(row.size for row in rows if row.role == "body")
    return sizes[len(sizes) // 2] if sizes else 0.0


def _telling_bold(rows: list[Row]) -> list[Row]:
    """Take no notice of bold where most of the paper is bold."""
    if sum(row.bold for row in rows) * 2 <= len(rows):
        return rows
    return [replace(row, bold=False) for row in rows]
