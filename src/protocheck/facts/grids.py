"""Tables as rows of cells, whoever found them: the outline, the format, or tabs in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.record import record
from protocheck.regex import inline


@record
class Grid:
    """A table: its rows, each the spans of its cells in the repaired text."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


def grids(reading: Reading) -> tuple[Grid, ...]:
    """Return the tables of a document in order, none counted twice."""
    found = [grid for grid in map(_of_segment, reading.outline.of_kind("table")) if grid.rows]
    for grid in (*_of_format(reading), *_of_tabs(reading)):
        if not any(grid.span.overlaps(known.span) for known in found):
            found.append(grid)
    return tuple(sorted(found, key=lambda g: g.span.start))


def beside(tables: Sequence[Grid], span: Span) -> tuple[Span, ...]:
    """Return the other cells of the row and the column in which `span` stands, the row first."""
    for grid in tables:
        if span not in grid.span:
            continue
        for row in grid.rows:
            column = next((i for i, cell in enumerate(row) if span in cell), None)
            if column is not None:
                below = (other[column] for other in grid.rows if other is not row and column < len(other))
                return (*(cell for cell in row if span not in cell), *below)
    return ()


def heads(tables: Sequence[Grid], span: Span) -> tuple[Span, ...]:
    """Return the head of the column in which `span` stands and the label of its row."""
    for grid in tables:
        if span not in grid.span:
            continue
        for row in grid.rows:
            column = next((i for i, cell in enumerate(row) if span in cell), None)
            if column is not None:
                above = grid.rows[0][column : column + 1] if row is not grid.rows[0] else ()
                return (*above, *(row[:1] if column else ()))
    return ()


def _of_segment(table: Segment) -> Grid:
    rows = tuple(
        tuple(cell.span for cell in row.children if cell.kind == "cell")
        for row in table.children
        if row.kind == "row"
    )
    return Grid(table.span, tuple(row for row in rows if row))


def _of_format(reading: Reading) -> Iterator[Grid]:
    text = reading.outline.text
    for table in text.source.tables:
        rows = tuple(tuple(text.from_raw(cell) for cell in row) for row in table.rows)
        yield Grid(text.from_raw(table.span), rows)


def _of_tabs(reading: Reading) -> Iterator[Grid]:
    """Yield runs of lines whose cells are parted by tabs or by upright strokes."""
    run: list[tuple[Span, ...]] = []
    start = 0
    for line in inline(r"[^\n]+").finditer(reading.text):
        cells = _cells(reading.text, Span(*line.span()))
        if len(cells) > 1:
            run.append(cells)
        elif run and line.group().strip() and not set(line.group().strip()) <= set("|-: \t"):
            yield Grid(Span(start, run[-1][-1].end), tuple(run))
            run = []
        if len(run) == 1:
            start = run[0][0].start
    if run:
        yield Grid(Span(start, run[-1][-1].end), tuple(run))


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    content = line.of(text)
    stroke = content.lstrip().startswith("|") or " | " in content
    if "\t" not in content.strip() and not stroke:
        return ()
    if set(content.strip()) <= set("|-: \t"):
        return ()
    cells = []
    start = line.start
    for piece in re.split(r"[|]" if stroke else r"\t+", content):
        cells.append(_stripped(text, Span(start, start + len(piece))))
        start += len(piece) + _gap(text, start + len(piece), line.end, stroke=stroke)
    cells = [c for c in cells if len(c) or not stroke] if stroke else cells
    return tuple(cells)


def _gap(text: str, at: int, end: int, *, stroke: bool) -> int:
    if stroke:
        return 1 if at < end else 0
    start = at
    while at < end and text[at] == "\t":
        at += 1
    return at - start


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def ends_row(text: str, line: Span) -> bool:
    """Tell whether a line is a row of a table and the next one another row, with a label of its own."""
    label, tab, value = text[line.end + 1 : line.end + 122].split("\n", 1)[0].partition("\t")
    return bool(tab and label.strip() and value.strip()) and "\t" in line.of(text)
