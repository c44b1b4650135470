"""A text that grows line by line, for the formats whose text has to be laid out first."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.model.geometry import Box, Span
from protocheck.model.text import Line, LineRole, Method, Page, Table
from protocheck.record import record


@record
class Printed:
    """A line as the format shows it, before it has a place in the text; see `Line`."""

    text: str
    page: int | None
    index: int
    box: Box | None = None
    role: LineRole = "body"
    level: int = 0
    bold: bool = False
    size: float = 0.0
    cell: str = ""


class Draft:
    """Collects text, lines, tables and pages in one pass, so that offsets are right by design."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[Line] = []
        self.pages: list[Page] = []
        self.tables: list[Table] = []
        self._pieces: list[str] = []
        self._length = 0
        self._page_start = 0
        self._gap = False

    @property
    def length(self) -> int:
        """Return how many characters stand in the text."""
        return self._length

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._pieces)

    def blank(self) -> None:
        """Part what follows from what stands before it by one blank line."""
        self._gap = self._length > self._page_start

    def line(self, printed: Printed) -> Span:
        """Add a line with its line end; return where its characters stand."""
        self._fill_gap()
        span = self._place(printed)
        self._put("\n")
        return span

    def lines_of(self, printed: Sequence[Printed]) -> int:
        """Add the lines of one paragraph; return where the first begins."""
        starts = [self.line(line).start for line in printed]
        return starts[0] if starts else self._length

    def row(self, cells: Sequence[Sequence[Printed]]) -> tuple[Span, ...]:
        """Add a row of a table: cells parted by a tab, the lines in a cell by a line end."""
        self._fill_gap()
        spans: list[Span] = []
        for number, cell in enumerate(cells):
            if number:
                self._put("\t")
            start = self._length
            for index, printed in enumerate(cell):
                if index:
                    self._put("\n")
                self._place(printed)
            spans.append(Span(start, self._length))
        self._put("\n")
        return tuple(spans)

    def end_page(
        self, number: int, method: Method, width: float, height: float, confidence: float = 1.0
    ) -> None:
        """Close a page; the form feed that parts it from the next belongs to neither."""
        span = Span(self._page_start, self._length)
        self.pages.append(Page(number, span, method, width, height, confidence))
        self._put("\f")
        self._page_start = self._length
        self._gap = False

    def close(self) -> str:
        """Return the whole text, without the mark that would open one more page."""
        if self._pieces and self._pieces[-1] == "\f":
            self._pieces.pop()
            self._length -= 1
        return self.text

    def _fill_gap(self) -> None:
        if self._gap:
            self._put("\n")
        self._gap = False

    def _put(self, characters: str) -> None:
        self._pieces.append(characters)
        self._length += len(characters)

    def _place(self, printed: Printed) -> Span:
        span = Span(self._length, self._length + len(printed.text))
        self._put(printed.text)
        if printed.text.strip():
            self.lines.append(
                Line(
                    text=printed.text,
                    span=span,
                    page=printed.page,
                    index=printed.index,
                    box=printed.box,
                    role=printed.role,
                    level=printed.level,
                    bold=printed.bold,
                    size=printed.size,
                    cell=printed.cell,
                )
            )
        return span
