"""Where the signature block begins and ends."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from typing import Final

from protocheck.segment import landmarks
from protocheck.segment.headings import Heading
from protocheck.segment.lines import opens_a_line
from protocheck.segment.notes import is_note
from protocheck.segment.rows import Row, Sheet

_NAMES_BELOW: Final = 3
_FEW_NAMES: Final = 12
_LONGEST_NAME: Final = 110
_FARTHEST_FROM_END: Final = 60
_PROSE_LINE: Final = 60
_PROSE: Final = 160
_FARTHEST_TITLE: Final = 4  # rows above the words that sign


def find_signature(sheet: Sheet, headings: Sequence[Heading], first: int, last: int) -> range:
    """Return the rows of the signature block among those from `first` up to `last`; empty when none."""
    numbered = [h for h in headings if h.number]
    # Without numbered articles above it, a block in the first half would be a letterhead.
    begin = numbered[0].last if numbered else first + (last - first) // 2
    titles = {at for h in numbered for at in range(h.first, h.last)}
    for at in range(begin, last):
        if at in titles or not _signs(sheet, at, last) or not opens_a_line(sheet, at):
            continue
        end = _end(at, last, numbered)
        if end > at:
            return range(_with_title(sheet, headings, at), end)
    begin = max([begin, last - _FARTHEST_FROM_END, *(h.last for h in numbered)])
    weak = next((at for at in range(begin, last) if _closes(sheet, at, last)), last)
    return range(_with_title(sheet, headings, weak) if weak < last else last, last)


def _signs(sheet: Sheet, at: int, last: int) -> bool:
    """Tell whether row `at` surely opens the block; a place and a date do so only above names."""
    row = sheet.rows[at]
    if row.aside:
        return False
    if landmarks.signs(row.text):
        return True
    closing = landmarks.gives_place_and_date(row.text) or landmarks.may_close(row.text)
    if not closing or row.table >= 0:
        return False
    rows = (sheet.rows[i] for i in range(at + 1, last))
    below = list(itertools.islice((row for row in rows if not row.aside), _NAMES_BELOW))
    heads = any(landmarks.is_reference(r.text) or landmarks.greets(r.text) for r in below)  # of a letter
    return not heads and all(len(r.text) <= _LONGEST_NAME and r.text[-1] not in ".:" for r in below)


def _end(at: int, last: int, numbered: Sequence[Heading]) -> int:
    """Return where a block that starts at row `at` ends; `at` when the articles go on below it."""
    index = bisect.bisect_right(numbered, at, key=lambda heading: heading.first)
    if index == len(numbered):
        return last
    below = numbered[index]
    restarts = index == 0 or below.key == "1" or any(h.key == below.key for h in numbered[:index])
    return below.first if restarts else at


def _with_title(sheet: Sheet, headings: Sequence[Heading], at: int) -> int:
    """Take a heading without a number ('Ondertekening') right above into the block."""
    titles = (h for h in headings if h.last == at and not h.number and landmarks.names_signature(h.title))
    above = next(titles, None)
    if above is not None:
        return above.first
    floor = max((h.last for h in headings if h.last <= at), default=0)
    near = range(at - 1, max(at - _FARTHEST_TITLE, floor) - 1, -1)
    return next((i for i in near if _titles(sheet, i)), at)


def _titles(sheet: Sheet, at: int) -> bool:
    """Tell whether 'Handtekeningen' stands alone on a line that no other heading announces."""
    row = sheet.rows[at]
    return not row.aside and row.table < 0 and row.blanks > 0 and landmarks.names_signature(row.text)


def _closes(sheet: Sheet, at: int, last: int) -> bool:
    """Tell whether only names and functions stand from row `at` to the end."""
    row = sheet.rows[at]
    title = landmarks.names_signature(row.text)
    if row.aside or not (title or landmarks.may_sign(row.text)) or not opens_a_line(sheet, at):
        return False
    inside_table = row.table >= 0 and at > 0 and sheet.rows[at - 1].table == row.table
    ended = row.text[-1] in ".;" and not row.text.endswith("..")
    if inside_table or (not title and ended):
        return False
    rest = [r for r in sheet.rows[at:last] if not r.aside]
    short = all(len(r.text) <= _LONGEST_NAME or r.table >= 0 for r in rest)
    return short and (title or len(rest) <= _FEW_NAMES or sum(map(_names_party, rest)) > 1)


def _names_party(row: Row) -> bool:
    return landmarks.may_sign(row.text) or row.text.count("Voor ") > 1


def block_end(sheet: Sheet, signed: range) -> int:
    """Return the row after the block: where a checklist, a heading, prose or the last notes begin."""
    rows = sheet.rows
    end = signed.stop
    while end > signed.start and is_note(rows[end - 1]):
        end -= 1
    for at in range(signed.start + 1, end):
        row = rows[at]
        if row.aside or row.table >= 0:
            continue
        checked = landmarks.is_ticked(row.text) and not landmarks.names_signer(row.text)
        if checked or _is_foreign(sheet, at, end):
            return at - _announced(sheet, signed.start, at)
    return end


def _is_foreign(sheet: Sheet, at: int, end: int) -> bool:
    """Tell whether row `at` begins something that has nothing to do with signing."""
    row = sheet.rows[at]
    if row.role == "heading":
        return not landmarks.may_sign(row.text) and not landmarks.names_signature(row.text)
    if heads_sheet(sheet, at, end):
        return True
    if len(row.text) < _PROSE_LINE or not opens_a_line(sheet, at):
        return False
    below = next((i for i in range(at + 1, end) if opens_a_line(sheet, i)), end)
    words = " ".join(r.text for r in sheet.rows[at:below] if not r.aside)
    return len(words) > _PROSE and words.endswith(".") and not landmarks.is_about_signing(words)


def heads_sheet(sheet: Sheet, at: int, last: int) -> bool:
    """Tell whether row `at` is the heading of a technical sheet or an overview below the signatures."""
    row = sheet.rows[at]
    if row.aside or row.table >= 0 or not row.blanks or not landmarks.names_sheet(row.text):
        return False
    below = next((r for r in sheet.rows[at + 1 : last] if not r.aside), None)
    shown = row.bold or row.text.isupper()
    return below is not None and (below.table >= 0 or (shown and not landmarks.may_sign(below.text)))


def _announced(sheet: Sheet, first: int, at: int) -> int:
    """Return 1 when the row above `at` is the heading of what begins there, else 0."""
    above = sheet.rows[at - 1]
    if at - 1 <= first or above.aside or above.table >= 0 or landmarks.may_sign(above.text):
        return 0
    return int(landmarks.names_checklist(above.text) or above.bold or above.text.isupper())
