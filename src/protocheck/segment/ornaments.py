"""Rows of signs around a heading, as plain text is decorated: '=== 3 / WIE ===', '>>> 3. Wie'."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.regex import lazy
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import titlelike

_SIGNS: Final = "=*~#>+<-–—─━═•·◆■▬"
_BULLETS: Final = "-–—•·*"  # two of these may be the sign of a list entry
_FEWEST: Final = 2
_LONGEST: Final = 120
_LONGEST_BEHIND: Final = 60
_LEVEL: Final = 2  # that of the title is 1
_BESIDE: Final = lazy(r"(?:pagina|pag|blz|bladzijde|page|p)\b", re.IGNORECASE)


def with_ornaments(sheet: Sheet) -> Sheet:
    """Return the sheet with the rows of signs around headings left out; such a line is a heading."""
    return replace(sheet, rows=tuple(_plain(row) for row in sheet.rows))


def _plain(row: Row) -> Row:
    """Return the row without the signs around its words."""
    if row.text[0] not in _SIGNS or row.role != "body" or row.table >= 0 or len(row.text) > _LONGEST:
        return row
    before, behind = _run(row.text), _run(row.text[::-1])
    if before < _FEWEST or before == len(row.text):
        return row
    words = row.text[before : len(row.text) - behind]
    inside = words.strip()
    if not any(c.isalpha() for c in inside) or not words[0].isspace():
        return row
    if behind >= _FEWEST and words[-1].isspace():
        return _bared(row, inside, heading=inside[-1] not in ".;," and _BESIDE.match(inside) is None)
    return _bared(row, inside, heading=False) if not behind and _is_pointed_at(row.text, inside) else row


def _run(text: str) -> int:
    """Return how many times the first sign of a text is repeated from its start."""
    return len(text) - len(text.lstrip(text[0])) if text[0] in _SIGNS else 0


def _is_pointed_at(text: str, inside: str) -> bool:
    """Tell whether signs in front only stand before a title: it has a number or stands in capitals."""
    shown = inside[0].isdigit() or inside.isupper()
    words = inside.lstrip("0123456789 .:)/-–")
    return text[0] not in _BULLETS and shown and len(inside) <= _LONGEST_BEHIND and titlelike(words)


def _bared(row: Row, inside: str, *, heading: bool) -> Row:
    start = row.span.start + row.text.index(inside)
    level = row.level or _LEVEL if heading else row.level
    span = Span(start, start + len(inside))
    return replace(row, span=span, text=inside, role="heading" if heading else row.role, level=level)
