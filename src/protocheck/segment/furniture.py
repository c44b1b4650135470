"""Running heads, page numbers and rules that neither the reader nor the repair marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from protocheck.regex import lazy
from protocheck.segment.rows import Row, Sheet

_PAGE_NUMBER: Final = lazy(
    r"(?:(?:pagina|pag\.?|blz\.?|p\.|bladzijde|page)\s{0,3}\d{1,3}(?:\s{0,3}(?:van|/|of|-)\s{0,3}\d{1,3})?"
    r"|[-–—]\s{0,3}\d{1,3}\s{0,3}[-–—]|\d{1,3}\s{0,2}/\s{0,2}\d{1,3})$",
    re.IGNORECASE,
)
_NUMBERED: Final = lazy(
    r"(?:pagina|pag\.?|blz\.?|p\.|page)\s{0,3}\d{1,3}(?:\s{0,3}(?:van|/|of)\s{0,3}\d{1,3})?$", re.IGNORECASE
)
_BARE_NUMBER: Final = lazy(r"\d{1,3}$")
_RULE: Final = lazy(r"[-*=~–—]{3,200}$")
_DIGITS: Final = lazy(r"\d{1,4}")
_FEWEST_REPEATS: Final = 3
_LONGEST_HEAD: Final = 120
_TAIL: Final = 24


def with_furniture(sheet: Sheet) -> Sheet:
    """Return the sheet with page numbers, rules and running heads marked as furniture."""
    rows = [_as_furniture(row) if _is_number(sheet.rows, at) else row for at, row in enumerate(sheet.rows)]
    for at in _running_heads(rows):
        rows[at] = _as_furniture(rows[at])
    return replace(sheet, rows=tuple(rows))


def _as_furniture(row: Row) -> Row:
    return replace(row, role="furniture")


def _is_number(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a line is plainly a page number or a rule; a bare number only at a page's edge."""
    row = rows[at]
    if row.role != "body" or row.table >= 0:
        return False
    edge = row.fresh or at + 1 == len(rows) or rows[at + 1].fresh
    bare = edge and at > 0 and _BARE_NUMBER.match(row.text) is not None and not row.bold
    return bare or _PAGE_NUMBER.match(row.text) is not None or _RULE.match(row.text) is not None


def _running_heads(rows: Sequence[Row]) -> list[int]:
    """Return the lines that come back, digits aside, at the top or foot of most pages."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if (
            row.role in {"body", "heading"}
            and row.table < 0
            and len(row.text) <= _LONGEST_HEAD
            and not row.ended
        ):
            places[_DIGITS.sub("0", " ".join(row.text.split()))].append(at)
    found: list[int] = []
    for at_places in places.values():
        if len(at_places) < _FEWEST_REPEATS:
            continue
        edges = sum(_at_edge(rows, at) for at in at_places)
        if edges * 3 >= len(at_places) * 2:
            found += at_places
    return found


def _at_edge(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a line is the first or last of a page, or stands beside a page number."""
    near = [rows[i] for i in (at - 1, at + 1) if 0 <= i < len(rows)]
    last = at + 1 < len(rows) and rows[at + 1].fresh
    text = rows[at].text
    numbered = text[-1:].isdigit() and _NUMBERED.search(text, max(len(text) - _TAIL, 0)) is not None
    return rows[at].fresh or last or numbered or at == 0 or any(_PAGE_NUMBER.match(row.text) for row in near)
