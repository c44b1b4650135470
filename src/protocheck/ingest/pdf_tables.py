"""Ruled tables of a PDF: pdfplumber finds the cells, the words of the page fill them.

Only pages on which enough lines are ruled are given to pdfplumber: it costs ten times what the
rest of the page does.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from protocheck.ingest.pdf_layout import Flow, Grid, Strip, strips_of
from protocheck.ingest.pdf_quiet import silent
from protocheck.ingest.pdf_words import Word
from protocheck.record import record

_FEWEST_RULES = 4
_FEWEST_UPRIGHT = 2
_SHORTEST = 8.0  # points: the side of the lowest cell
_RECT_SEGMENTS = 5
_PER_CELL = 4  # segments of a grid that is drawn as one path, for each rectangle it makes up
_SAME_EDGE = 4.0
_DEEPEST_FORM = 3
_MOST_OBJECTS = 20_000  # a page with more is a drawing, and takes pdfplumber a minute

Rectangle = tuple[float, float, float, float]


@record
class Cells:
    """The cells of one table: per row the boxes (x0, top, x1, bottom), None where cells are merged."""

    rows: tuple[tuple[Rectangle | None, ...], ...]
    box: Rectangle


@dataclass(slots=True)
class Rules:
    """How many lines and boxes are drawn on a page; `upright` are those with a side that runs down."""

    total: int = 0
    upright: int = 0

    def draws_table(self, most: int) -> bool:
        """Tell whether a table may stand here: underlined words have no upright sides."""
        return self.total >= _FEWEST_RULES and self.upright >= _FEWEST_UPRIGHT and self.total <= most


def count_rules(raw: Any, page: Any, most: int) -> Rules:
    """Return the rules drawn on a page; counting stops above `most`."""
    size = raw.FPDFPage_CountObjects(page)
    rules = Rules()
    if size > _MOST_OBJECTS:
        rules.total = most + 1
    else:
        _count(raw, size, partial(raw.FPDFPage_GetObject, page), rules, most, 0)
    return rules


def _count(raw: Any, size: int, get: Any, rules: Rules, most: int, depth: int) -> None:
    for index in range(min(size, _MOST_OBJECTS)):
        item = get(index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add(raw, item, rules)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = partial(raw.FPDFFormObj_GetObject, item)
            _count(raw, raw.FPDFFormObj_CountObjects(item), inner, rules, most, depth + 1)
        if rules.total > most:
            return


def _add(raw: Any, path: Any, rules: Rules) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    wide, high = right.value - left.value, top.value - bottom.value
    if max(wide, high) < _SHORTEST:
        return
    segments = raw.FPDFPath_CountSegments(path)
    many = max(1, segments // _PER_CELL) if segments > _RECT_SEGMENTS else 1
    rules.total += many
    rules.upright += many if high >= _SHORTEST else 0


def find_cells(data: bytes, pages: Sequence[int], password: str) -> dict[int, list[Cells]]:
    """Return the tables on the pages asked for; a page that pdfplumber cannot read is left out."""
    found: dict[int, list[Cells]] = {}
    if not pages:
        return found
    import pdfplumber  # noqa: PLC0415 - heavy, and only for pages with rules

    with silent():
        # A damaged file makes pdfminer raise anything; pdfium has read the text, so it is still a document.
        try:
            with pdfplumber.open(io.BytesIO(data), pages=list(pages), password=password) as document:
                for page in document.pages:
                    page._layout = _drawing(page)  # noqa: SLF001 - it would take apart the text as well
                    found[page.page_number] = [_cells(table) for table in page.find_tables()]
                    page.close()  # else it keeps megabytes a page
        except Exception:  # noqa: BLE001 - see above
            return found
    return found


def _drawing(page: Any) -> Any:
    """Return the layout of a page without its text: reading that takes nine tenths of pdfplumber's time."""
    from pdfminer.converter import PDFPageAggregator  # noqa: PLC0415 - heavy, and only for pages with rules
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager  # noqa: PLC0415 - the same

    class Drawing(PDFPageAggregator):
        """Keeps the paths."""

        def render_string(self, *_: Any) -> None:
            """Leave the text out."""

        def render_image(self, *_: Any) -> None:
            """Leave the images out."""

    class Fontless(PDFResourceManager):
        """Loads no fonts, for nobody looks at letters."""

        def get_font(self, objid: object, spec: Any) -> Any:  # noqa: ARG002 - pdfminer's own
            """Return something that is not nothing."""
            return spec

    manager = Fontless()
    device = Drawing(manager, pageno=page.page_number)
    PDFPageInterpreter(manager, device).process_page(page.page_obj)
    return device.get_result()


def _cells(table: Any) -> Cells:
    rows = tuple(
        tuple(None if cell is None else _rectangle(cell) for cell in row.cells) for row in table.rows
    )
    return Cells(rows, _rectangle(table.bbox))


def _rectangle(box: Sequence[float]) -> Rectangle:
    x0, top, x1, bottom = map(float, box)
    return x0, top, x1, bottom


def lay_out(words: list[Word], tables: Sequence[Cells], page: int) -> Flow:
    """Return lines and tables in the order of the page's content."""
    grids = [_Filling(cells) for cells in tables]
    flow: Flow = []
    loose: list[Word] = []
    placed: set[int] = set()
    for word in words:
        home = next((i for i, grid in enumerate(grids) if grid.take(word)), None)
        if home is None:
            loose.append(word)
        elif home not in placed:
            flow += strips_of(loose, page)
            loose = []
            placed.add(home)
            flow.append(grids[home].grid)
    flow += strips_of(loose, page)
    for index in placed:
        grids[index].finish(page)
    return [item for item in flow if isinstance(item, Strip) or item.rows]


class _Filling:
    """A table while its cells are filled."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.words: dict[tuple[int, int], list[Word]] = {}
        lefts = sorted({round(cell[0], 1) for row in cells.rows for cell in row if cell})
        self.grid = Grid([], tuple(lefts), 0, cells.box[1], cells.box[3])

    def take(self, word: Word) -> bool:
        """Take the word if it stands in one of the cells."""
        x, y = word.middle
        if not _inside(self.cells.box, x, y):
            return False
        for r, row in enumerate(self.cells.rows):
            for c, cell in enumerate(row):
                if cell is not None and _inside(cell, x, y):
                    self.words.setdefault((r, c), []).append(word)
                    return True
        return False

    def finish(self, page: int) -> None:
        """Set the words of each cell in lines; rows and columns without room or words go."""
        rows = self.cells.rows
        width = max((len(row) for row in rows), default=0)
        columns = [c for c in range(width) if any((r, c) in self.words for r in range(len(rows)))]
        kept = [r for r in range(len(rows)) if any((r, c) in self.words for c in columns)]
        self.grid.page = page
        self.grid.rows = [[strips_of(self.words.get((r, c), []), page) for c in columns] for r in kept]
        self.grid.header = [list(cell) for cell in self.grid.rows[0]] if kept else []


def _inside(box: Rectangle, x: float, y: float) -> bool:
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def is_layout(grid: Grid) -> bool:
    """Tell a frame around text (one column or one cell) from a table."""
    return all(len(row) < 2 for row in grid.rows)  # noqa: PLR2004 - a table has two columns


def goes_on(before: Grid, after: Grid) -> bool:
    """Tell whether the second table is the first one, over the page."""
    same = len(before.lefts) == len(after.lefts)
    return same and all(abs(a - b) <= _SAME_EDGE for a, b in zip(before.lefts, after.lefts, strict=True))


def row_goes_on(before: Grid, after: Grid) -> bool:
    """Tell whether the first row over the page is the rest of the last row before it."""
    last, first = before.rows[-1], after.rows[0]
    if len(last) != len(first) or all(first) or not any(first):
        return False
    if not first[0]:
        return True
    opening = next(cell for cell in first if cell)[0].text
    return opening[:1].islower()


def same_row(first: list[list[Strip]], second: list[list[Strip]]) -> bool:
    """Tell whether two rows read the same: a header repeated on each page."""
    return [[s.text for s in cell] for cell in first] == [[s.text for s in cell] for cell in second]
