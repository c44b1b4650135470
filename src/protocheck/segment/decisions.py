"""A decision of a board (besluit) that holds the agreed text below its own articles.

A council approves a protocol in a few articles and prints the text right below them, under a title of
its own and not as an annex. Such a text has its own numbering, and maybe its own parties and recitals.
"""

from __future__ import annotations

from typing import Final

from protocheck.segment import landmarks
from protocheck.segment.headings import find_headings
from protocheck.segment.lines import opens_a_line
from protocheck.segment.rows import Sheet

_FEWEST: Final = 3  # articles of an agreed text
_MOST_TRIED: Final = 4
_ONLY: Final = ("enig artikel", "enig art.")
_FIRST: Final = {"1", "I", "A", "§ 1"}


def agreed_text(sheet: Sheet, first: int, last: int) -> int:
    """Return the row of the title of the agreed text below a decision; `last` when there is none."""
    decided = next((at for at in range(first, last) if _decides(sheet, at)), last)
    near = [at for at in range(decided + 1, last) if _names_text(sheet, at)][:_MOST_TRIED]
    return next((at for at in near if _holds_articles(sheet, decided, at, last)), last)


def _decides(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    return not row.aside and row.table < 0 and landmarks.decides(row.text) and opens_a_line(sheet, at)


def _names_text(sheet: Sheet, at: int) -> bool:
    """Tell whether row `at` is a title that the print shows: in capitals, bold, or declared."""
    row = sheet.rows[at]
    if row.aside or row.table >= 0 or not row.blanks or not landmarks.names_agreed_text(row.text):
        return False
    shown = row.text.isupper() or row.bold or row.role == "heading"
    return shown and row.text[-1] not in ".;,"


def _holds_articles(sheet: Sheet, decided: int, at: int, last: int) -> bool:
    """Tell whether articles of the decision stand above the title, and others from the first on below it."""
    above = any(heading.number for heading in find_headings(sheet, decided + 1, at)) or any(
        row.text.lower().startswith(_ONLY) for row in sheet.rows[decided + 1 : at]
    )
    below = [heading for heading in find_headings(sheet, at + 1, last) if heading.number] if above else []
    return len(below) >= _FEWEST and below[0].key in _FIRST
