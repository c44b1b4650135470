"""What stands above the first article: title, parties, recitals, and the words that introduce them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment, SegmentKind
from protocheck.regex import lazy
from protocheck.segment import agreement, blocks, landmarks
from protocheck.segment.below import identifies_several, parties_below
from protocheck.segment.lines import opens_a_line
from protocheck.segment.marks import bullet
from protocheck.segment.recitals import Start, find_recitals, read_recitals
from protocheck.segment.refs import Names, Place
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.titles import titlelike

_NAMES_PAPER: Final = lazy(
    r"\b\w{0,20}(?:protocol|overeenkomst|convenant|verklaring|addendum|afsprakennota)\b", re.IGNORECASE
)
_SUBJECT: Final = lazy(r"(?:betreft|onderwerp)\s?:\s{0,8}\S", re.IGNORECASE)
_TELLS: Final = lazy(
    r"(?:dit|deze|het|de)\s\w{2,20}\s(?:is|zijn|wordt|werd|regelt|bevat|vormt|geldt|legt|bindt)\b",
    re.IGNORECASE,
)
_GOES_ON: Final = lazy(
    r"(?:in het kader|met betrekking|betreffende|inzake|voor |van |tot |over |tussen |naar |door "
    r"|met het oog|ter uitvoering|in uitvoering)"
)
_LONGEST_TITLE: Final = 400
_LONGEST_SUBTITLE: Final = 240
_SUBTITLE: Final = 3
_FARTHEST_TITLE: Final = 15
_FARTHEST_SUBJECT: Final = 30  # 'Betreft:', below a letterhead, an address and references
_PROSE: Final = 60
_FEW_WORDS: Final = 3
_FEWEST_DETAILS: Final = 2  # of a party, one a line


def has_front(sheet: Sheet, first: int, last: int, *, within: bool = False) -> bool:
    """Tell whether parties, recitals or words of agreement stand among these rows.

    `within` an annex numbered lines are no recitals, unless words say so.
    """
    if any(_opens_parties(sheet, at) or _agrees(sheet, at) for at in range(first, last)):
        return True
    if sum(landmarks.names_role(row.text) for row in sheet.rows[first:last] if row.blanks) > 1:
        return True
    opening, starts = find_recitals(sheet, first, last)
    return len(starts) > 1 and (not within or _announced(sheet, opening))


def _announced(sheet: Sheet, at: int) -> bool:
    text = sheet.rows[at].text
    return landmarks.opens_recitals(text) or landmarks.considers(text) or landmarks.considers_below(text)


def read_front(sheet: Sheet, first: int, last: int, names: Names) -> tuple[list[Segment], str]:
    """Return the parts among the rows from `first` up to `last`, and the title of the paper."""
    if first >= last:
        return [], ""
    near = range(first, last)
    parties = next((at for at in near if _opens_parties(sheet, at) or _heads_parties(sheet, at)), -1)
    begin = max(parties + 1, first)
    agreed = next((at for at in range(begin, last) if _agrees(sheet, at)), last)
    opening, starts = find_recitals(sheet, begin, agreed)
    if len(starts) > 1:
        agreed = next((at for at in range(starts[-1].at + 1, agreed) if _decides(sheet, at)), agreed)
    early, visas = _above_parties(sheet, first, parties)
    title_end = early if parties >= 0 else min(opening, agreed)
    title, rows = _title(sheet, first, title_end)
    titled = parties >= 0 and not _opens_parties(sheet, parties)
    stated = parties >= 0 and early == parties and not titled
    above = parties if stated else _end_of_title(sheet, max(rows.stop, first), title_end)
    place = names.fixed("preamble", "aanhef")
    found = _titled(sheet, first, above, rows, names.fixed("title", "titel"))
    if early < parties:
        found += _block(sheet, above, early, place)
        found.append(read_recitals(sheet, early, parties, visas, names))
        above = parties
    found += _block(sheet, above, opening, place)
    if opening < agreed:
        end = parties_below(sheet, starts, agreed) if parties < 0 else agreed
        found.append(read_recitals(sheet, opening, end, starts, names))
        found += _block(sheet, end, agreed, place)
    found += _agreement(sheet, agreed, last, place)
    return found, title


def _above_parties(sheet: Sheet, first: int, parties: int) -> tuple[int, list[Start]]:
    """Return the recitals that stand above the parties ('Gelet op ...; is overeengekomen tussen').

    The row where they open is that of the parties when there are none.
    """
    begin = next((at for at in range(first, parties) if _recites(sheet, at)), parties)
    if begin >= parties:
        return parties, []
    opening, starts = find_recitals(sheet, begin, parties)
    return (opening, starts) if len(starts) > 1 else (parties, [])


def _recites(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    words = landmarks.considers(row.text) or landmarks.considers_below(row.text)
    return not row.aside and row.table < 0 and words and opens_a_line(sheet, at)


def subject_of(rows: Sequence[Row]) -> str:
    """Return the line 'Betreft: ...' at the top of a letter; empty when there is none."""
    near = (row.text for row in rows[:_FARTHEST_SUBJECT] if not row.aside)
    return next((text for text in near if _SUBJECT.match(text)), "")


def _opens_parties(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    low = row.blanks > 0 and landmarks.opens_parties_low(row.text)
    return not row.aside and (low or (landmarks.opens_parties(row.text) and opens_a_line(sheet, at)))


def _heads_parties(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    return not row.aside and row.blanks > 0 and landmarks.heads_parties(row.text) and opens_a_line(sheet, at)


def _agrees(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    return not row.aside and agreement.resolves(row.text) and opens_a_line(sheet, at)


def _decides(sheet: Sheet, at: int) -> bool:
    """Tell whether a row holds only the words with which a board decides: 'BESLUIT eenparig:'."""
    row = sheet.rows[at]
    few = row.text.endswith(":") or (len(row.text.split()) <= _FEW_WORDS and row.text[-1] != ",")
    return not row.aside and row.blanks > 0 and few and landmarks.decides(row.text)


def _title(sheet: Sheet, first: int, last: int) -> tuple[str, range]:
    """Return the title on one line and its rows."""
    rows = sheet.rows
    near = [at for at in range(first, last) if not rows[at].aside and rows[at].table < 0][:_FARTHEST_SUBJECT]
    if not near:
        return "", range(first, first)
    subject = next((at for at in near if _SUBJECT.match(rows[at].text)), None)
    start, end = _named(rows, near[:_FARTHEST_TITLE], subject)
    length = sum(len(row.text) for row in rows[start:end])
    while end < last and length < _LONGEST_TITLE and _title_goes_on(rows, start, end):
        length += len(rows[end].text)
        end += 1
    start -= end == start + 1 and start > near[0] and _only_names_kind(rows[start])
    return _on_one_line([row for row in rows[start:end] if not row.aside]), range(start, end)


def _only_names_kind(row: Row) -> bool:
    """Tell whether a line right below another holds no more than 'Protocol': its title is the other."""
    return not row.blanks and len(row.text.split()) == 1


def _named(rows: Sequence[Row], near: Sequence[int], subject: int | None) -> tuple[int, int]:
    """Return the rows that name the paper, the first and the index after the last.

    They are printed as a heading, or say 'protocol' or 'Betreft:'; a heading with such a line right
    below it goes together with that line. Without any of these it is the first row.
    """
    shown = [at for at in near if rows[at].role == "heading" or rows[at].bold]
    named = [at for at in near if _names_paper(rows[at]) and not _inside_prose(rows, at)]
    both = next((at for at in shown if at in named), None)
    if both is not None:
        return both, both + 1
    if subject is not None:
        return subject, subject + 1
    if shown and named and 0 < named[0] - shown[0] <= _SUBTITLE:
        return shown[0], named[0] + 1
    start = (named or shown or near)[0]
    return start, start + 1


def _names_paper(row: Row) -> bool:
    named = _NAMES_PAPER.search(row.text) is not None and len(row.text) <= _LONGEST_SUBTITLE
    return named and not landmarks.states_subject(row.text) and _TELLS.match(row.text) is None


def _inside_prose(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a line goes on with a paragraph of whole sentences: 'Deze tekst / is ons protocol ...'."""
    if not rows[at].text[0].islower() or rows[at].blanks:
        return False
    first, end = at, at + 1
    while first > 0 and not rows[first].blanks and not rows[first - 1].aside:
        first -= 1
    while end < len(rows) and not rows[end].blanks and not rows[end].aside:
        end += 1
    return _is_prose(rows[first:end])


def _on_one_line(rows: Sequence[Row]) -> str:
    """Join the lines of a title, with a dash where a new one begins below a blank line."""
    words = ""
    for row in rows:
        parted = words != "" and row.blanks > 0 and not row.text[0].islower()
        words += (" – " if parted else " ") + row.text
    return " ".join(words.split())[:_LONGEST_TITLE].strip(" :")


def _title_goes_on(rows: Sequence[Row], start: int, at: int) -> bool:
    row, above = rows[at], rows[at - 1]
    if row.aside or row.table >= 0 or above.ended or landmarks.states_subject(row.text):
        return False
    if row.blanks and landmarks.opens_parties_low(row.text):
        return False
    if landmarks.opens_parties(row.text) or landmarks.names_contents(row.text) or bullet(row.text):
        return False
    of_letter = landmarks.is_reference(row.text) or landmarks.greets(row.text)
    of_letter = of_letter or landmarks.gives_place_and_date(row.text)
    if of_letter or landmarks.opens_recitals(row.text) or len(row.text) > _LONGEST_SUBTITLE:
        return False
    alone = at == start + 1 and len(above.text.split()) == 1
    if row.role != rows[start].role or row.blanks or row.paragraph:
        words = row.text.lower() if row.text.isupper() else row.text
        subtitle = alone or _GOES_ON.match(words) is not None
        return row.blanks <= 1 and not row.ended and subtitle
    styled = row.bold == above.bold and row.size == above.size
    return styled and (not row.ended or row.text[0].islower())


def _end_of_title(sheet: Sheet, first: int, last: int) -> int:
    """Return where prose or a table begins, in a paper that does not announce its parties."""
    at = first
    while at < last:
        end = at + 1
        while end < last and not opens_a_line(sheet, end):
            end += 1
        if sheet.rows[at].table >= 0 or _is_prose(sheet.rows[at:end]) or _is_form(sheet, at, last):
            return at
        at = end
    return last


def _is_form(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether lines with white above and below give the details of a party, one a line."""
    rows = sheet.rows
    if not rows[first].blanks or rows[first].aside:
        return False
    role = landmarks.names_role(rows[first].text)
    end = first + 1 + role  # the details may stand apart below the role
    while end < last and not rows[end].blanks:
        end += 1
    details = sum(landmarks.identifies_party(row.text) for row in rows[first:end])
    return details >= (1 if role else _FEWEST_DETAILS)


def _is_prose(rows: Sequence[Row]) -> bool:
    words = " ".join(row.text for row in rows if not row.aside)
    if len(words) <= _PROSE or words.isupper() or landmarks.states_subject(words):
        return False
    return words[-1] in ".;:" or not titlelike(words)


def _titled(sheet: Sheet, first: int, last: int, title: range, place: Place) -> list[Segment]:
    """Return the title, with the lines above and below it as its paragraphs."""
    if first >= last:
        return []
    rows = sheet.rows
    above = blocks.build(sheet, rows[first : title.start], place)
    below = blocks.build(sheet, rows[max(title.stop, first) : last], place)
    span = Span(rows[first].span.start, rows[last - 1].span.end)
    printed = Span(rows[title.start].span.start, rows[title.stop - 1].span.end) if len(title) else None
    heading = " ".join(printed.of(sheet.view).split()) if printed else ""
    children = (*above, *below)
    if printed is None and all(row.aside for row in rows[first:last]):
        return list(children)
    return [
        Segment(
            "title", place.ref, place.label, span, heading=heading, heading_span=printed, children=children
        )
    ]


def _block(sheet: Sheet, first: int, last: int, place: Place) -> list[Segment]:
    """Return the parties block: the rows from `first` up to `last`."""
    if first >= last:
        return []
    rows = sheet.rows[first:last]
    children = blocks.build(sheet, rows, place)
    if all(row.aside for row in rows):
        return list(children)
    span = Span(rows[0].span.start, rows[-1].span.end)
    return [Segment("preamble", place.ref, place.label, span, children=children)]


def _agreement(sheet: Sheet, first: int, last: int, place: Place) -> list[Segment]:
    """Return the words of agreement that stand between the recitals and the first article."""
    if first >= last:
        return []
    rows = sheet.rows[first:last]
    span = Span(rows[0].span.start, rows[-1].span.end)
    kind: SegmentKind = "preamble" if identifies_several(rows) else "other"
    return [Segment(kind, place.ref, place.label, span, children=blocks.build(sheet, rows, place))]
