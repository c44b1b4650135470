"""The laid-out pages of a PDF written as one text: paragraphs parted, rows of tables over pages joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from protocheck.ingest import pdf_tables
from protocheck.ingest.draft import Draft, Printed
from protocheck.ingest.footnotes import cited, own_number
from protocheck.ingest.pdf_layout import Grid, Sheet, Strip
from protocheck.ingest.pdf_note_places import beside_citation
from protocheck.ingest.pdf_overleaf import join_paragraphs, number_lines
from protocheck.model.geometry import Span
from protocheck.model.text import Method, Table

_WIDER = 1.25  # times the usual distance between lines: a new paragraph
_USUAL = (0.9, 2.3)  # of the size: what can be a distance between two lines of a paragraph
_COMMON = 0.12  # share of all distances that makes one usual
_OTHER_SIZE = 1.15


def write(sheets: Sequence[Sheet]) -> PdfDraft:
    """Return the text of the pages."""
    _join_tables(sheets)
    draft = PdfDraft(_pitch(sheets))
    number_lines(sheets)
    join_paragraphs(sheets, draft.apart)
    for sheet in sheets:
        draft.page(sheet)
    return draft


class PdfDraft(Draft):
    """A draft that knows the distances on paper."""

    def __init__(self, pitch: float) -> None:
        """Take the usual distance between lines, as a share of their size."""
        super().__init__()
        self._pitch = pitch

    @property
    def markup(self) -> tuple[Span, ...]:
        """Return the raised numbers that cite a footnote of this document."""
        numbers = {own_number(line.text) for line in self.lines if line.role == "footnote"} - {""}
        return tuple(
            Span(line.span.start + start, line.span.start + end)
            for line in self.lines
            if line.role != "footnote"
            for start, end in cited(line.text, numbers)
        )

    def page(self, sheet: Sheet) -> None:
        """Write one page."""
        before: Strip | Grid | None = None
        for item in beside_citation(sheet.flow, self.apart):
            if before is not None and self.apart(before, item):
                self.blank()
            if isinstance(item, Grid):
                self._table(item)
            else:
                self.line(_printed(item, item.line))
            before = item
        method: Method = sheet.method if sheet.flow else "none"
        self.end_page(sheet.number, method, round(sheet.width, 1), round(sheet.height, 1), sheet.confidence)

    def apart(self, before: Strip | Grid, item: Strip | Grid) -> bool:
        """Tell whether white parts two lines, or a line and a table."""
        if isinstance(before, Grid) or isinstance(item, Grid) or before.role != item.role:
            return True
        if item.page != before.page:
            return False
        size = max(before.size, item.size)
        if max(before.size, item.size) > _OTHER_SIZE * min(before.size, item.size):
            return True
        return not -0.5 * size <= item.base - before.base <= _WIDER * self._pitch * size

    def _table(self, grid: Grid) -> None:
        rows: list[tuple[Span, ...]] = []
        index = grid.above
        for row in grid.rows:
            rows.append(self.row([_numbered(cell, index) for cell in row]))
            index += max((len(cell) for cell in row), default=0)
        end = rows[-1][-1].end
        if grid.continues and self.tables:
            open_table = self.tables[-1]
            self.tables[-1] = Table(Span(open_table.span.start, end), (*open_table.rows, *rows))
        else:
            self.tables.append(Table(Span(rows[0][0].start, end), tuple(rows)))


def _numbered(cell: Sequence[Strip], index: int) -> list[Printed]:
    return [_printed(strip, index + offset) for offset, strip in enumerate(cell, start=1)]


def _printed(strip: Strip, index: int) -> Printed:
    return Printed(
        text=strip.text,
        page=strip.page,
        index=index,
        box=strip.box,
        role=strip.role,
        bold=strip.bold,
        size=strip.size,
    )


def _pitch(sheets: Sequence[Sheet]) -> float:
    """Return the usual distance between two lines of a paragraph, as a share of their size."""
    seen: Counter[float] = Counter()
    for sheet in sheets:
        for above, below in pairwise(s for s in sheet.strips if s.role == "body"):
            if abs(above.size - below.size) < 0.3 and above.size > 0:  # noqa: PLR2004 - points
                ratio = (below.base - above.base) / above.size
                if _USUAL[0] <= ratio <= _USUAL[1]:
                    seen[round(ratio * 20) / 20] += 1
    enough = _COMMON * seen.total()
    return min((ratio for ratio, times in seen.items() if times >= enough), default=1.2)


def _join_tables(sheets: Sequence[Sheet]) -> None:
    """Join what a page break parts: the rest of a row goes to its row, a repeated header aside.

    The joined lines keep the number of the page they are printed on.
    """
    open_table: Grid | None = None
    for sheet in sheets:
        body = [item for item in sheet.flow if isinstance(item, Grid) or item.role == "body"]
        if not body:
            continue
        first = body[0]
        if open_table is not None and isinstance(first, Grid) and pdf_tables.goes_on(open_table, first):
            _continue(open_table, first, sheet)
        last = body[-1]
        if isinstance(last, Grid) and last.rows:
            open_table = last
        elif last is not first:
            open_table = None


def _continue(before: Grid, after: Grid, sheet: Sheet) -> None:
    """Make `after` the rest of `before`."""
    if pdf_tables.same_row(before.header, after.rows[0]):
        header = [strip for cell in after.rows.pop(0) for strip in cell]
        for strip in header:
            strip.role = "furniture"
        place = sheet.flow.index(after)
        sheet.flow[place:place] = header
    if after.rows and pdf_tables.row_goes_on(before, after):
        rest = after.rows.pop(0)
        before.rows[-1] = [[*cell, *more] for cell, more in zip(before.rows[-1], rest, strict=True)]
    after.header, after.continues = before.header, True
    if not after.rows:
        sheet.flow.remove(after)
