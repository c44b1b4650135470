"""Lines whose cells wide gaps part, and the columns in which those cells stand."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

GAP = lazy(r" {3}(?<=\S {3}) *(?=\S)")
SLACK = 2
_LEAST_COLUMN = 8
_OVERHANG = 8


@record
class Line:
    """A line of the text with its cells, the stretches that wide gaps part."""

    start: int
    cells: tuple[Span, ...]  # in the text


def gapped(reading: Reading) -> bool:
    """Tell whether any line holds a wide gap."""
    return GAP.search(reading.shown) is not None


def lines(reading: Reading) -> Sequence[Line]:
    """Return the lines of the text, also the empty ones."""
    return _lines(reading.shown)


@functools.lru_cache(maxsize=4)  # the grammars of parties and of contacts ask for those of the same text
def _lines(text: str) -> Sequence[Line]:
    return tuple(_line_by_line(text))


def _line_by_line(text: str) -> Iterator[Line]:
    start = 0
    for row in inline(r"[^\n]*\n|[^\n]+").findall(text):
        content = row.rstrip()
        cells = []
        at = len(content) - len(content.lstrip())
        if content and "\t" not in content:
            for gap in GAP.finditer(content):
                cells.append(_without_bars(content, start, at, gap.start()))
                at = gap.end()
            cells.append(_without_bars(content, start, at, len(content)))
        yield Line(start, tuple(cells))
        start += len(row)


def _without_bars(content: str, start: int, at: int, end: int) -> Span:
    """Return a cell without the upright strokes that part it from its neighbours."""
    if content.startswith("| ", at, end):
        at += 2
    if content.endswith(" |", at, end):
        end -= 2
    return Span(start + at, start + max(at, end))


def clustered(edges: Sequence[int], several: Sequence[Line]) -> list[int]:
    """Return where columns start: places at which two lines at least have a cell."""
    starts: list[int] = []
    for edge in edges:
        if edge < _LEAST_COLUMN or (starts and edge - starts[-1] <= SLACK):
            continue
        held = sum(
            any(abs(cell.start - line.start - edge) <= SLACK for cell in line.cells[1:]) for line in several
        )
        if held > 1 and held * 2 >= len(several):
            starts.append(edge)
    return starts


def fits(line: Line, starts: list[int]) -> bool:
    """Tell whether no cell of the line runs over the start of a column."""
    return not any(
        cell.start - line.start < start - SLACK < cell.end - line.start - 1
        for cell in line.cells
        for start in starts
    )


def overhangs(line: Line, starts: list[int]) -> bool:
    """Tell whether the only cell of a line begins at the edge and runs a little over the next column."""
    if len(line.cells) != 1 or column_of(line.cells[0].start - line.start, starts):
        return False
    return line.cells[0].end - line.start <= starts[0] + _OVERHANG


def column_of(offset: int, starts: list[int]) -> int:
    """Return in which column a place on a line stands."""
    return sum(offset >= start - SLACK for start in starts)
