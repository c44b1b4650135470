"""Tables without rules: lines that start at the same few places, cell after cell or row after row.

What gives them away is a wide gap on one line, or a step up and to the right from the end of one
cell to the top of the next. Signatures side by side look alike and are left to their own reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from protocheck.ingest.pdf_columns import speak_for_parties
from protocheck.ingest.pdf_layout import LABEL, Flow, Grid, Segment, Strip, split_at
from protocheck.regex import lazy

_DRIFT = 3.0  # points by which the lines of one column may start apart
_NEXT_LINE = 1.9  # of the size: how far below a line the next one of its cell may stand
_FAR = 60.0  # points between two rows
_FEWEST_ROWS = 2
_MOST_COLUMNS = 8
_LABEL_LINES = 4  # lines of the first cell, in which the step must come
_LEADERS = lazy(r"\.{4,}|(?:\. ){4,}")


@dataclass(slots=True)
class _Region:
    """Consecutive lines that fall into columns: where these begin, and the rows so far."""

    lefts: list[float]
    rows: list[list[list[Segment]]] = field(default_factory=list)
    column: int = 0
    bottom: float = 0.0
    strips: list[Strip] = field(default_factory=list)

    def take(self, strip: Strip) -> bool:
        """Take a line if all of it stands in the columns."""
        placed = self._placed(strip)
        if self._is_heading(strip) or placed is None or not self._follows(strip, placed[0][0]):
            return False
        for column, segment in placed:
            if self._starts_row(column, segment):
                self.rows.append([])
            row = self.rows[-1]
            while len(row) <= column:
                row.append([])
            row[column].append(segment)
            self.column = column
        self.bottom = max(self.bottom, strip.bottom)
        self.strips.append(strip)
        return True

    def _is_heading(self, strip: Strip) -> bool:
        """Tell a bold line below rows that begin with plain letters: the heading of what follows."""
        if not strip.bold or len(strip.segments) > 1:
            return False
        full = (row for row in self.rows if sum(map(bool, row)) > 1)
        return any(row[0] and not row[0][0].bold for row in full)

    def trim(self) -> None:
        """Give back the lines below the last row that has more than its first cell: headings, text."""
        while self.rows and sum(map(bool, self.rows[-1])) == 1 and self.rows[-1][0]:
            del self.strips[-len(self.rows.pop()[0]) :]
        self.bottom = max((strip.bottom for strip in self.strips), default=0.0)

    def takes_head(self, above: Strip | Grid) -> bool:
        """Take the line above when its words stand at the heads of columns, with a blank between or more."""
        if isinstance(above, Grid) or above.role != "body" or self.strips[0].top - above.bottom > _FAR:
            return False
        pieces = [piece for each in above.segments for piece in split_at(each, self.lefts, _DRIFT)]
        columns = [next((i for i, x in enumerate(self.lefts) if abs(x - p.x0) <= _DRIFT), -1) for p in pieces]
        if len(pieces) < _FEWEST_ROWS or columns != list(range(1, len(self.lefts))):
            return False  # only heads over an empty corner: a sentence starts at the first column
        row: list[list[Segment]] = [[] for _ in self.lefts]
        for column, piece in zip(columns, pieces, strict=True):
            row[column] = [piece]
        self.rows.insert(0, row)
        self.strips.insert(0, above)
        return True

    def _placed(self, strip: Strip) -> list[tuple[int, Segment]] | None:
        placed: list[tuple[int, Segment]] = []
        pieces = [piece for segment in strip.segments for piece in split_at(segment, self.lefts[1:], _DRIFT)]
        for segment in pieces:
            column = next((i for i, x in enumerate(self.lefts) if abs(x - segment.x0) <= _DRIFT), None)
            if column is None and segment.x0 > self.lefts[-1] and self._room(segment):
                self.lefts.append(segment.x0)
                column = len(self.lefts) - 1
            if column is None:
                return None
            if column + 1 < len(self.lefts) and segment.x1 >= self.lefts[column + 1]:
                return None
            placed.append((column, segment))
        return placed

    def _room(self, segment: Segment) -> bool:
        """Tell whether a column may begin here: nothing before it reaches so far."""
        reach = max((s.x1 for row in self.rows for cell in row for s in cell), default=0.0)
        return len(self.lefts) < _MOST_COLUMNS and segment.x0 > reach

    def _follows(self, strip: Strip, column: int) -> bool:
        """Tell whether the line stands right below a line of its cell, or where a cell or row may start."""
        if not self.rows:
            return True
        top = min((cell[0].base for cell in self.rows[-1] if cell), default=strip.base)
        if column > self.column and abs(strip.base - top) <= strip.size:
            return True
        return top - strip.size <= strip.base and strip.top <= self.bottom + _FAR

    def _starts_row(self, column: int, segment: Segment) -> bool:
        if not self.rows:
            return True
        row = self.rows[-1]
        last = max((cell[-1].base for cell in row if cell), default=0.0)
        if column > 0:
            # The next cell of this row begins at its top; in text set line by line a cell goes on.
            own = row[column][-1].base if column < len(row) and row[column] else None
            above = own if own is not None else row[0][0].base if row and row[0] else last
            return segment.base - max(above, last if own is None else above) > _NEXT_LINE * segment.size
        alone = not any(row[1:])
        near = 0 < segment.base - last <= _NEXT_LINE * segment.size
        return not near or not (alone or segment.text[:1].islower())

    @property
    def is_table(self) -> bool:
        """Tell a table from a list, a table of contents, or signatures side by side."""
        full = [row for row in self.rows if sum(map(bool, row)) > 1]
        if len(full) < _FEWEST_ROWS or len(full) * 2 < len(self.rows):
            return False
        firsts = [row[0][0].text for row in full if row[0]]
        if all(LABEL.fullmatch(text) for text in firsts):
            return False
        return not any(_LEADERS.search(s.text) for row in full for cell in row for s in cell)

    @property
    def is_signed(self) -> bool:
        """Tell signatures side by side: all of it is left to their own reader."""
        full = [row for row in self.rows if sum(map(bool, row)) > 1]
        return any(speak_for_parties([cell[0].text for cell in row if cell]) for row in full if row[0])

    def grid(self, page: int) -> Grid:
        """Return the rows as a table."""
        rows = [
            [[Strip([segment], page) for segment in cell] for cell in row]
            + [[]] * (len(self.lefts) - len(row))
            for row in self.rows
        ]
        top = min(strip.top for strip in self.strips)
        return Grid(rows, tuple(self.lefts), page, top, self.bottom, header=list(rows[0]))


def find_borderless(flow: Flow, page: int) -> Flow:
    """Return the flow with tables without rules as such."""
    result: Flow = []
    index = 0
    while index < len(flow):
        region = _region(flow, index)
        if region is None:
            result.append(flow[index])
            index += 1
        else:
            index += len(region.strips)
            if region.is_signed:
                result += region.strips
            else:
                if result and region.takes_head(result[-1]):
                    result.pop()
                result.append(region.grid(page))
    return result


def _region(flow: Flow, start: int) -> _Region | None:
    for lefts in _columns_at(flow, start):
        region = _Region(lefts)
        for item in flow[start:]:
            if not isinstance(item, Strip) or item.role != "body" or not region.take(item):
                break
        region.trim()
        if region.is_table:
            return region
    return None


def _columns_at(flow: Flow, start: int) -> list[list[float]]:
    """Return where columns may begin if a table starts here: by a gap, or by a step up to the right.

    A header may leave out the first column: then the next line shows where that begins.
    """
    first = flow[start]
    if not isinstance(first, Strip) or first.role != "body":
        return []
    if len(first.segments) == 1:
        return _stepped(flow, start, first)
    lefts = [segment.x0 for segment in first.segments]
    below = flow[start + 1] if start + 1 < len(flow) else None
    if isinstance(below, Strip) and below.segments[0].x1 < lefts[0]:
        return [[below.x0, *lefts]]
    return [lefts]


def _stepped(flow: Flow, start: int, first: Strip) -> list[list[float]]:
    reach = first.x1
    for before, item in pairwise(flow[start : start + _LABEL_LINES + 1]):
        if not isinstance(item, Strip) or not isinstance(before, Strip):
            break
        up = item.base < before.base - before.size / 2
        if up and item.x0 > reach and abs(item.base - first.base) <= first.size:
            return [[first.x0, *(segment.x0 for segment in item.segments)]]
        if len(item.segments) > 1 or abs(item.x0 - first.x0) > _DRIFT:
            break
        reach = max(reach, item.x1)
    return []
