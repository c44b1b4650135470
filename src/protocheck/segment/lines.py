"""How one line relates to the one above it: does it start something, or go on with a sentence?"""

from __future__ import annotations

import re
from typing import Final

from protocheck.regex import lazy
from protocheck.segment.rows import Row, Sheet

_DANGLING: Final = lazy(
    r"(?:\b(?:de|het|een|van|en|of|in|op|te|tot|bij|met|voor|door|aan|om|uit|over|der|den|deze|dit|die|dat"
    r"|zowel|alsook|naar|inzake|per|als|zijn|wordt|worden|artikel)|[,(/-]|\b(?:hierna|genoemd):)$",
    re.IGNORECASE,
)
_ROOM: Final = 0.7
_UNBROKEN: Final = 200  # a line that holds more is a whole paragraph, as in text that nobody broke in lines


def dangles(text: str) -> bool:
    """Tell whether a line stops in the middle of a phrase ('... zoals bepaald in de')."""
    return _DANGLING.search(text, max(len(text) - 12, 0)) is not None


def has_room(sheet: Sheet, above: Row, row: Row, share: float = _ROOM) -> bool:
    """Tell whether the first word of `row` would have fitted on the line above: broken on purpose."""
    if sheet.width > _UNBROKEN:
        return True
    word = row.text.split(maxsplit=1)[0]
    return len(above.text) + 1 + len(word) < share * sheet.width


def opens_a_line(sheet: Sheet, at: int) -> bool:
    """Tell whether row `at` starts something new, rather than going on with a sentence."""
    row = sheet.rows[at]
    before = at - 1
    while before >= 0 and sheet.rows[before].aside:
        before -= 1
    if before < 0 or row.role == "heading":
        return True
    above = sheet.rows[before]
    open_end = dangles(above.text) and not above.ended and not above.text.isupper()
    if open_end and (row.fresh or not row.blanks):
        return False
    new_paragraph = row.paragraph not in {0, above.paragraph}
    apart = row.blanks > 0 or above.ended or above.role == "heading" or above.table >= 0
    return apart or new_paragraph or (row.bold and not above.bold) or has_room(sheet, above, row)
