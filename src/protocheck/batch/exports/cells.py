"""Text of documents made harmless for a cell of a spreadsheet.

A cell that begins with '=' is a formula, whoever wrote it: a title could fetch a page or start a program on
the machine of who opens the table.
"""

from __future__ import annotations

import re
import unicodedata

from protocheck.report.escape import for_xml

LONGEST = 32_767  # characters in a cell, as Excel counts them: UTF-16 units
CUT = " […]"
_SIGNS = frozenset("=+-@")
# A comma or a quote inside a cell may end it for a program that parts columns otherwise than we do.
_INSIDE = re.compile(r"(?<=[,;\"])(?=[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])")

Value = str | int | float | None


def plain(text: str) -> str:
    """Return the text on one line, control codes written out, no longer than a cell."""
    return _short(" ".join(for_xml(text.replace("\r", " ").replace("\n", " ")).split()))


def defused(text: str) -> str:
    """Return the text as `plain` does, so that no spreadsheet takes it, or a part of it, for a formula.

    What would begin a formula gets an apostrophe before it, which Excel and LibreOffice show.
    """
    line = plain(text)
    guarded = f"'{line}" if line and _begins_a_formula(line[0]) else line
    return _short(_INSIDE.sub("'", guarded))


def _begins_a_formula(sign: str) -> bool:
    """Tell whether a sign begins a formula, also in its full-width and small forms."""
    return unicodedata.normalize("NFKC", sign) in _SIGNS


def _short(text: str) -> str:
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
