"""Tables: those the reader found, and lines parted by tabs or bars that no reader marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.regex import lazy
from protocheck.segment.marks import Mark, marks
from protocheck.segment.refs import Place
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.sentences import split

_FEWEST_ROWS: Final = 2
_LONGEST_SIGN: Final = 3
_RULE: Final = lazy(r"[-|:=+\s]{3,400}$")


def read_table(sheet: Sheet, rows: Sequence[Row], place: Place, lead: Span | None) -> Segment:
    """Return the table that covers `rows`."""
    cells = sheet.tables[rows[0].table]
    whole = Span(rows[0].span.start, rows[-1].span.end)
    found = [_row(sheet, row, place, lead, whole) for row in cells]
    return _table(whole, [row for row in found if row is not None], place, lead)


def with_unmarked(sheet: Sheet) -> Sheet:
    """Return the sheet with runs of parted lines added to its tables."""
    rows = list(sheet.rows)
    tables = list(sheet.tables)
    at = 0
    while at < len(rows):
        end = _unmarked_end(rows, at)
        if end > at:
            sign = _sign(rows[at].text)
            drawn = [row for row in rows[at:end] if _RULE.match(row.text) is None]
            opened = all(row.text.startswith("|") for row in drawn)
            closed = opened or all(row.text.endswith("|") for row in drawn)
            cells = tuple(_cells(row, sign, opened=opened, closed=closed) for row in drawn)
            rows[at:end] = [replace(row, table=len(tables)) for row in rows[at:end]]
            tables.append(cells)
        at = max(end, at + 1)
    return replace(sheet, rows=tuple(rows), tables=tuple(tables))


def _unmarked_end(rows: Sequence[Row], at: int) -> int:
    """Return the index after a run of lines that are rows of a table; `at` when there is none."""
    sign = _sign(rows[at].text)
    if not sign or rows[at].table >= 0 or rows[at].aside:
        return at
    end = at
    while (
        end < len(rows)
        and rows[end].table < 0
        and (_sign(rows[end].text) == sign or _RULE.match(rows[end].text))
    ):
        end += 1
    lines = sum(_RULE.match(row.text) is None for row in rows[at:end])
    return end if lines >= _FEWEST_ROWS else at


def _sign(text: str) -> str:
    """Return what parts the cells of a line: a tab, a bar, or nothing."""
    if "\t" in text:
        head = text.split("\t", 1)[0]
        if text.count("\t") == 1 and any(_numbers(m) and m.rest == len(head) for m in marks(head)):
            return ""  # 'Artikel 1' or '1.1.', a tab and its title or text
        return "\t" if len(head) > _LONGEST_SIGN or any(c.isalpha() for c in head[1:]) else ""
    barred = text.count("|") > 1 if text.startswith("|") else " | " in text or text.endswith(" |")
    return "|" if barred else ""


def _numbers(mark: Mark) -> bool:
    return mark.word != "" or mark.family == "decimal" or (mark.family == "roman" and mark.stop != "")


def _cells(row: Row, sign: str, *, opened: bool, closed: bool) -> tuple[Span, ...]:
    """Cut a line at its signs; a bar at its edge is none where other lines have a cell there."""
    inner = row.text.lstrip("|") if opened else row.text
    start = row.span.start + len(row.text) - len(inner)
    inner = inner.rstrip("|") if closed else inner
    found: list[Span] = []
    for piece in inner.split(sign):
        found.append(Span(start, start + len(piece)))
        start += len(piece) + 1
    return tuple(found)


def _row(sheet: Sheet, cells: Sequence[Span], place: Place, lead: Span | None, whole: Span) -> Segment | None:
    """Return a row with its cells; an empty cell keeps its column and has no characters."""
    made: list[Segment] = []
    floor = whole.start
    for cell in cells:
        span = _trimmed(
            sheet.view, Span(min(max(cell.start, floor), whole.end), min(max(cell.end, floor), whole.end))
        )
        made.append(Segment("cell", place.ref, place.label, span, sentences=split(sheet.view, span)))
        floor = max(floor, span.end)
    if not any(len(cell.span) for cell in made):
        return None
    return Segment(
        "row",
        place.ref,
        place.label,
        Span(made[0].span.start, made[-1].span.end),
        children=tuple(made),
        lead=lead,
    )


def _trimmed(view: str, span: Span) -> Span:
    text = span.of(view)
    body = text.strip()
    start = span.start + (len(text) - len(text.lstrip()) if body else 0)
    return Span(start, start + len(body))


def _table(whole: Span, rows: Sequence[Segment], place: Place, lead: Span | None) -> Segment:
    kept: list[Segment] = []
    for row in rows:
        if not kept or row.span.start >= kept[-1].span.end:
            kept.append(row)
    return Segment("table", place.ref, place.label, whole, children=tuple(kept), lead=lead)
