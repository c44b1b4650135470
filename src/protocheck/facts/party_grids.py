"""Tables that only blanks draw: cells that start in the same column on several lines."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.facts import party_lines
from protocheck.facts.grids import Grid
from protocheck.facts.party_lines import Line
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span

_LEAST = 2


def aligned(reading: Reading) -> Iterator[Grid]:
    """Yield the tables of lines whose cells stand under each other, in order."""
    run: list[Line] = []
    for line in party_lines.lines(reading) if party_lines.gapped(reading) else ():
        if len(line.cells) > 1:
            run.append(line)
            continue
        yield from _grid(run)
        run = []
    yield from _grid(run)


def _grid(run: list[Line]) -> Iterator[Grid]:
    if len(run) < _LEAST:
        return
    edges = sorted({cell.start - line.start for line in run for cell in line.cells[1:]})
    starts = party_lines.clustered(edges, run)
    if len(starts) < _LEAST or not all(party_lines.fits(line, starts) for line in run):
        return
    rows = tuple(_row(line, starts) for line in run)
    yield Grid(Span(run[0].cells[0].start, run[-1].cells[-1].end), rows)


def _row(line: Line, starts: list[int]) -> tuple[Span, ...]:
    cells = [Span(line.cells[0].start, line.cells[0].start)] * (len(starts) + 1)
    for cell in line.cells:
        cells[party_lines.column_of(cell.start - line.start, starts)] = cell
    return tuple(cells)
