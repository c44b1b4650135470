"""A document as it was read: its text, lines, pages, tables and where each came from."""

from __future__ import annotations

import bisect
from dataclasses import field
from typing import Literal

from protocheck.model.geometry import Box, Span
from protocheck.record import record

Method = Literal["text-layer", "learned-advances", "ocr", "docx", "odt", "text", "none"]
LineRole = Literal["body", "furniture", "footnote", "heading", "stamp"]


@record
class Line:
    """One printed line, in raw coordinates.

    Attributes:
        text: the characters of `span`, without the line end.
        span: where it stands in `SourceText.text`.
        page: page number from 1; None when the format knows no pages (Word).
        index: line number on the page from 1 (Word: number of the paragraph in the document).
        box: the rectangle around the line, where the format has one.
        role: body; furniture (running head or foot, page number: kept, never read as content);
            footnote; heading (the format itself says so: a heading style, a markdown '#');
            stamp (text of a signature stamp or field).
        level: depth of a heading that the format itself declares, from 1; 0 when it does not.
        bold: whether every letter of the line is bold.
        size: size of the letters in points; 0.0 when unknown.
        cell: 'tabel 1, rij 2, kolom 3' for a line inside a table of a Word file, else empty.
    """

    text: str
    span: Span
    page: int | None
    index: int
    box: Box | None = None
    role: LineRole = "body"
    level: int = 0
    bold: bool = False
    size: float = 0.0
    cell: str = ""


@record
class Page:
    """One page: its number from 1, its place in the text, and how its text came about."""

    number: int
    span: Span
    method: Method = "text"
    width: float = 0.0
    height: float = 0.0
    confidence: float = 1.0


@record
class Table:
    """A table in raw coordinates: per row its cells, each the span of the cell's text.

    In `SourceText.text` a row is one or more lines, its cells parted by a tab; a cell's own line
    ends are kept.
    """

    span: Span
    rows: tuple[tuple[Span, ...], ...]


@record
class Comment:
    """A remark in the margin of a Word file: no text of the document, yet worth showing.

    Attributes:
        author: as the file names them.
        text: the remark, its paragraphs parted by a newline.
        span: the text it is about, in raw coordinates; empty where it hangs on a point.
        date: day and time as the file writes them (ISO 8601), empty when it does not.
        resolved: whether somebody marked it as settled.
        reply: whether it answers the remark before it.
    """

    author: str
    text: str
    span: Span
    date: str = ""
    resolved: bool = False
    reply: bool = False


@record
class Location:
    """A place that a person can find: page and line, or paragraph and table cell in Word.

    `heading` is the nearest heading above it, for the formats that know no pages. `end_line` is the line
    that holds its last character and `end_column` the column after that; None when it ends on another page.
    """

    page: int | None
    line: int | None
    column: int
    boxes: tuple[Box, ...] = ()
    cell: str = ""
    heading: str = ""
    end_line: int | None = None
    end_column: int | None = None


@record
class SourceText:
    """A document as it was read, never overwritten.

    Attributes:
        name: the file's name, without folders.
        sha256: of the file's bytes, in hexadecimal.
        media_type: by content, not by name.
        text: all characters in reading order, line ends as a single newline.
        lines: cover every non-empty line of `text`, in order.
        pages: in order; empty when the format knows no pages.
        tables: those that the format or the ruling lines show.
        markup: spans of `text` that are notation and not content (`**`, `<p>`).
        method: how most of the text came about.
        title: the title that the file itself declares, often wrong.
        notes: what a user should know of the reading, in Dutch.
        comments: remarks in the margin of a Word file, in the order of their places; not in `text`.
        highlights: stretches that the writer coloured, often parts of a template still to be settled.
        placeholders: the words of a control or field that nobody filled in ('Klik om tekst in te voeren').
    """

    name: str
    sha256: str
    media_type: str
    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    markup: tuple[Span, ...] = ()
    method: Method = "text"
    title: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    highlights: tuple[Span, ...] = ()
    placeholders: tuple[Span, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _headings: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the lines, so that a place is found by bisection."""
        object.__setattr__(self, "_starts", tuple(line.span.start for line in self.lines))
        headings = tuple(i for i, line in enumerate(self.lines) if line.role == "heading")
        object.__setattr__(self, "_headings", headings)

    def line_at(self, offset: int) -> Line | None:
        """Return the line that holds the character, or the nearest line before it."""
        index = bisect.bisect_right(self._starts, offset) - 1
        return self.lines[max(index, 0)] if self.lines else None

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """Return the lines that share at least one character with `span`."""
        first = max(bisect.bisect_right(self._starts, span.start) - 1, 0)
        last = bisect.bisect_left(self._starts, span.end)
        return tuple(line for line in self.lines[first:last] if line.span.overlaps(span))

    def locate(self, span: Span) -> Location:
        """Return where a person finds the start of `span`, with a box on each of its lines.

        Where on a line the words begin and end is reckoned from their place among its characters.
        """
        line = self.line_at(span.start)
        if line is None:
            return Location(None, None, 1)
        held = self.lines_in(span)
        boxes = tuple(_part(each.box, each.span, span) for each in held if each.box is not None)
        column = max(span.start - line.span.start, 0) + 1
        heading = "" if line.page is not None else self.heading_above(span.start)
        last = held[-1] if held and held[-1].page == line.page else None
        return Location(
            line.page,
            line.index,
            column,
            boxes,
            line.cell,
            heading,
            end_line=last.index if last else None,
            end_column=min(span.end, last.span.end) - last.span.start + 1 if last else None,
        )

    def heading_above(self, offset: int) -> str:
        """Return the nearest heading that the format declares, at or above a character."""
        last = bisect.bisect_right(self._starts, offset) - 1
        index = bisect.bisect_right(self._headings, last) - 1
        return " ".join(self.lines[self._headings[index]].text.split()) if index >= 0 else ""

    def quote(self, span: Span) -> str:
        """Return the characters of `span` as they stand, white space folded to single blanks."""
        return " ".join(span.of(self.text).split())


def _part(box: Box, line: Span, span: Span) -> Box:
    """Return the part of a line's box that its characters in `span` take, as if all were equally wide."""
    if not len(line) or line in span:
        return box
    width = (box.x1 - box.x0) / len(line)
    start, end = max(span.start, line.start), min(span.end, line.end)
    x0, x1 = box.x0 + (start - line.start) * width, box.x1 - (line.end - end) * width
    return Box(box.page, round(x0, 2), box.top, round(max(x0, x1), 2), box.bottom)
