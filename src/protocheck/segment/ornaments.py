"""Rows of signs around a heading in plain text: '=== 3 / WIE ===', '>>> 3. Wie', '3. WIE -----'."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.regex import lazy
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import titlelike

_SIGNS: Final = "=*~#>+<-–—─━═•·◆■▬"
_DASHES: Final = "-–—─━•·"
_POINTERS: Final = "=~#>+■◆▬"  # no sign of a list entry, so that two will do
_FEWEST: Final = 2
_FEWEST_ALONE: Final = 4  # on one side only
_LONGEST: Final = 120
_LONGEST_BESIDE: Final = 60
_LEVEL: Final = 2  # that of the title is 1
_BESIDE: Final = lazy(r"(?:pagina|pag|blz|bladzijde|page|p)\b", re.IGNORECASE)


def with_ornaments(sheet: Sheet) -> Sheet:
    """Return the sheet with the rows of signs around headings left out; such a line is a heading."""
    rows = sheet.rows
    below: tuple[Row | None, ...] = (*rows[1:], None)
    return replace(sheet, rows=tuple(_plain(row, under) for row, under in zip(rows, below, strict=False)))


def _plain(row: Row, below: Row | None) -> Row:
    """Return the row without the signs around its words."""
    text = row.text
    signs = text[0] in _SIGNS or text[-1] in _SIGNS
    if not signs or row.role not in {"body", "heading"} or row.table >= 0 or len(text) > _LONGEST:
        return row
    before, behind = _run(text), _run(text[::-1])
    words = text[before : len(text) - behind]
    inside = words.strip()
    heads = row.blanks > 0 and below is not None and not (below.blanks or below.fresh)
    # '--- 3 ---' is a page number, unless text stands right below it.
    counted = inside.isdigit() and (text[0] not in _DASHES or heads)
    if not counted and not any(c.isalpha() for c in inside):
        return row
    before, behind = before * words[0].isspace(), behind * words[-1].isspace()
    if min(before, behind) >= _FEWEST:
        return _bared(row, inside, heading=inside[-1] not in ".;," and _BESIDE.match(inside) is None)
    longest = max(before, behind)
    few = longest < (_FEWEST if text[0] in _POINTERS else _FEWEST_ALONE)
    return row if few or min(before, behind) or not _is_title(inside) else _bared(row, inside, heading=False)


def _run(text: str) -> int:
    """Return how many times the first sign of a text is repeated from its start."""
    return len(text) - len(text.lstrip(text[0])) if text[0] in _SIGNS else 0


def _is_title(inside: str) -> bool:
    """Tell whether words with signs on one side only are a title: with a number, or in capitals."""
    shown = inside[0].isdigit() or inside.isupper()
    words = inside.lstrip("0123456789 .:)/-–")
    return shown and len(inside) <= _LONGEST_BESIDE and titlelike(words)


def _bared(row: Row, inside: str, *, heading: bool) -> Row:
    start = row.span.start + row.text.index(inside)
    level = row.level or _LEVEL if heading else row.level
    span = Span(start, start + len(inside))
    return replace(row, span=span, text=inside, role="heading" if heading else row.role, level=level)
