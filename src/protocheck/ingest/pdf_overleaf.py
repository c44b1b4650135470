"""Paragraphs that go on overleaf: their lines come together, before the foot and the head between them.

The lines keep the page and the number that they are printed with, as the rows of a table do that goes
on over the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from protocheck.ingest.pdf_layout import LABEL, Grid, Sheet, Strip
from protocheck.ingest.pdf_note_places import Apart, paragraphs, right_edge, runs_on

_WIDE = 0.85  # of the widest line: a line that reaches so far was broken for want of room
_SAME_SIZE = 0.6


def number_lines(sheets: Sequence[Sheet]) -> None:
    """Give each line outside tables its number on its own page."""
    for sheet in sheets:
        index = 0
        for item in sheet.flow:
            if isinstance(item, Grid):
                item.above = index
                index += sum(max((len(cell) for cell in row), default=0) for row in item.rows)
            else:
                index += 1
                item.line = index


def join_paragraphs(sheets: Sequence[Sheet], apart: Apart) -> None:
    """Move the rest of a paragraph from the top of a page to the page where it began."""
    for before, after in reversed(list(pairwise(sheets))):
        upper = [item for item in before.flow if isinstance(item, Grid) or item.role == "body"]
        lower = [item for item in after.flow if isinstance(item, Grid) or item.role == "body"]
        if not upper or not lower or not _goes_on(upper[-1], lower[0], right_edge(upper)):
            continue
        first, end = paragraphs(lower, apart)[0]
        rest = lower[first:end]
        after.flow = [item for item in after.flow if not any(item is moved for moved in rest)]
        place = next(i for i, item in enumerate(before.flow) if item is upper[-1]) + 1
        before.flow[place:place] = rest


def _goes_on(last: Strip | Grid, first: Strip | Grid, right: float) -> bool:
    """Tell whether the first line of a page goes on with the sentence of the last one before it."""
    if isinstance(last, Grid) or isinstance(first, Grid) or len(last.segments) + len(first.segments) > 2:  # noqa: PLR2004 - one each: no columns
        return False
    if not runs_on(last) or last.bold != first.bold or abs(last.size - first.size) > _SAME_SIZE:
        return False
    opening = first.text.split(maxsplit=1)[0] if first.text.strip() else ""
    wide = last.x1 >= _WIDE * right
    return opening[:1].islower() or (wide and LABEL.fullmatch(opening) is None)
