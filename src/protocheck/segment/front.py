"""What stands above the first article: title, parties, recitals, and the words that introduce them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.segment import blocks, landmarks
from protocheck.segment.headings import opens_a_line, titlelike
from protocheck.segment.marks import bullet, roman_value
from protocheck.segment.refs import Names, Place
from protocheck.segment.rows import Row, Sheet

_LETTERED: Final = re.compile(
    r"(?P<number>[A-Z]\d{0,2})(?P<stop>[.):]{0,2})\s{1,8}(?=[^\s\d])|(?P<glued>[A-Z]\d{0,2})\.(?=[A-Z])"
)
_FIGURED: Final = re.compile(r"\(?(?P<number>\d{1,2})[.)]{1,2}\s{1,8}(?=\S)")
_ROMAN: Final = re.compile(r"(?P<number>[IVX]{1,5})[.)]\s{1,8}(?=\S)")
_SMALL: Final = re.compile(r"\(?(?P<number>[a-z])\)\s{1,8}(?=\S)")
_NAMES_PAPER: Final = re.compile(
    r"\b\w{0,20}(?:protocol|overeenkomst|convenant|verklaring|addendum)\b", re.IGNORECASE
)
_GOES_ON: Final = re.compile(
    r"(?:in het kader|met betrekking|betreffende|inzake|voor |van |tot |over |tussen |naar |door |met het oog|ter uitvoering|in uitvoering)"
)
_LONGEST_TITLE: Final = 400


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a recital begins: its row, its number and the index of its text in that row."""

    at: int
    number: str
    rest: int
    style: str


def read_front(sheet: Sheet, first: int, last: int, names: Names) -> tuple[list[Segment], str]:
    """Return the parts among the rows from `first` up to `last`, and the title of the paper."""
    rows = sheet.rows
    body = [at for at in range(first, last) if not rows[at].aside]
    parties = next((at for at in body if _opens_parties(sheet, at)), -1)
    starts = _recitals(sheet, max(parties, first), last)
    agreed = next(
        (at for at in body if landmarks.resolves(rows[at].text) and opens_a_line(sheet, at) and at > parties),
        last,
    )
    opening = _recitals_opening(sheet, parties, starts, agreed, first)
    title_end = min(parties if parties >= 0 else last, opening, agreed)
    title, title_rows = _title(sheet, first, title_end)
    found: list[Segment] = []
    preamble = Place("preamble", "aanhef") if names.prefix is None else names.fixed("preamble", "aanhef")
    split_at = title_end if parties >= 0 else _end_of_title(sheet, first, title_end, title_rows)
    found += _titled(sheet, first, split_at, title_rows, names.fixed("title", "titel"))
    found += _block(sheet, split_at, min(opening, agreed), preamble, "preamble")
    if opening < agreed:
        found += _recital_block(sheet, opening, agreed, starts, names)
    found += _block(sheet, agreed, last, preamble, "preamble")
    return found, title


def has_front(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether parties, recitals or words of agreement stand among these rows."""
    return (
        any(
            not sheet.rows[at].aside
            and (
                _opens_parties(sheet, at)
                or (landmarks.resolves(sheet.rows[at].text) and opens_a_line(sheet, at))
            )
            for at in range(first, last)
        )
        or len(_by_words(sheet, first, last)) > 1
    )


def _opens_parties(sheet: Sheet, at: int) -> bool:
    return landmarks.opens_parties(sheet.rows[at].text) and opens_a_line(sheet, at)


def _title(sheet: Sheet, first: int, last: int) -> tuple[str, range]:
    """Return the title on one line and its rows."""
    rows = sheet.rows
    body = [at for at in range(first, last) if not rows[at].aside and rows[at].table < 0]
    near = body[:15]
    start = next((at for at in near if rows[at].role == "heading" and _NAMES_PAPER.search(rows[at].text)), -1)
    start = start if start >= 0 else next((at for at in near if _NAMES_PAPER.search(rows[at].text)), -1)
    start = start if start >= 0 else (near[0] if near else -1)
    if start < 0:
        return "", range(first, first)
    end = start + 1
    length = len(rows[start].text)
    while end < last and length < _LONGEST_TITLE and _title_goes_on(rows, end):
        length += len(rows[end].text)
        end += 1
    words = " ".join(" ".join(rows[at].text for at in range(start, end) if not rows[at].aside).split())
    return words[:_LONGEST_TITLE].strip(" :"), range(start, end)


def _title_goes_on(rows: Sequence[Row], at: int) -> bool:
    row, above = rows[at], rows[at - 1]
    if row.aside or row.table >= 0 or above.ended or landmarks.states_subject(row.text):
        return False
    if landmarks.opens_parties(row.text) or landmarks.names_contents(row.text) or bullet(row.text):
        return False
    if row.blanks or row.paragraph:
        return row.blanks <= 1 and _GOES_ON.match(row.text) is not None and not row.ended
    return not row.ended or row.text[0].islower()


def _end_of_title(sheet: Sheet, first: int, last: int, title: range) -> int:
    """Return where prose begins, in a paper that does not announce its parties."""
    at = max(title.stop, first)
    while at < last:
        row = sheet.rows[at]
        prose = row.table >= 0 or (len(row.text) > 60 and not row.text.isupper() and not titlelike(row.text))
        if not row.aside and prose and not landmarks.states_subject(row.text):
            break
        at += 1
    return at


def _titled(sheet: Sheet, first: int, last: int, title: range, place: Place) -> list[Segment]:
    """Return the title with the lines above and below it as its paragraphs."""
    if first >= last:
        return []
    rows = sheet.rows
    above = blocks.build(sheet, rows[first : title.start], place) if title.start > first else ()
    below = blocks.build(sheet, rows[max(title.stop, first) : last], place)
    span = Span(rows[first].span.start, rows[last - 1].span.end)
    printed = Span(rows[title.start].span.start, rows[title.stop - 1].span.end) if len(title) else None
    heading = " ".join(printed.of(sheet.view).split()) if printed else ""
    return [
        Segment(
            "title",
            place.ref,
            place.label,
            span,
            heading=heading,
            heading_span=printed,
            children=(*above, *below),
        )
    ]


def _block(sheet: Sheet, first: int, last: int, place: Place, kind: str) -> list[Segment]:
    """Return one part that holds the rows from `first` up to `last` as paragraphs."""
    if first >= last:
        return []
    rows = sheet.rows[first:last]
    span = Span(rows[0].span.start, rows[-1].span.end)
    children = blocks.build(sheet, rows, place)
    if kind == "preamble" and all(row.aside for row in rows):
        return list(children)
    return [Segment("preamble", place.ref, place.label, span, children=children)]


def _recitals_opening(sheet: Sheet, parties: int, starts: Sequence[_Start], agreed: int, first: int) -> int:
    """Return the row where the recitals begin; `agreed` when there are none."""
    begin = max(parties + 1, first)
    rows = sheet.rows
    announced = next(
        (
            at
            for at in range(begin, agreed)
            if not rows[at].aside and landmarks.opens_recitals(rows[at].text) and opens_a_line(sheet, at)
        ),
        agreed,
    )
    numbered = starts[0].at if starts else agreed
    return announced if announced < numbered else min(numbered, agreed)


def _recitals(sheet: Sheet, first: int, last: int) -> list[_Start]:
    """Return where each recital begins, in the style that most of them use."""
    styles = (("letter", _LETTERED), ("roman", _ROMAN), ("figure", _FIGURED), ("small", _SMALL))
    best: list[_Start] = []
    for style, pattern in styles:
        found = _series(sheet, first, last, style, pattern)
        if len(found) > len(best) and (len(found) > 1 or style == "letter"):
            best = found
    words = _by_words(sheet, first, last)
    return best if len(best) >= len(words) else words


def _by_words(sheet: Sheet, first: int, last: int) -> list[_Start]:
    found: list[_Start] = []
    for at in range(first, last):
        row = sheet.rows[at]
        sign = bullet(row.text)
        words = row.text[sign.rest :] if sign else row.text
        if (
            not row.aside
            and row.table < 0
            and landmarks.considers(words[:1].upper() + words[1:])
            and opens_a_line(sheet, at)
        ):
            number = sign.number if sign and sign.number else str(len(found) + 1)
            found.append(_Start(at, number, len(row.text) - len(words), "words"))
    return found


def _series(sheet: Sheet, first: int, last: int, style: str, pattern: re.Pattern[str]) -> list[_Start]:
    """Follow one style of numbering from its first member on."""
    found: list[_Start] = []
    for at in range(first, last):
        row = sheet.rows[at]
        if row.aside or row.table >= 0:
            continue
        sign = bullet(row.text) if row.text[0] in "-–•*▪●" else None
        begin = sign.rest if sign and not sign.number else 0
        match = pattern.match(row.text, begin)
        if match is None or not opens_a_line(sheet, at):
            continue
        number = match["number"] or match["glued"] if style == "letter" else match["number"]
        if _follows(found, number, style, match) and len(row.text) > match.end() + 3:
            found.append(_Start(at, number, match.end(), style))
    return found


def _order(number: str, style: str) -> float:
    if style == "figure":
        return float(number)
    if style == "roman":
        return float(roman_value(number))
    return ord(number[0].upper()) - 64 + (int(number[1:]) / 100 if len(number) > 1 else 0)


def _follows(found: Sequence[_Start], number: str, style: str, match: re.Match[str]) -> bool:
    """Tell whether `number` comes next; a letter without a stop must be exactly the next one."""
    order = _order(number, style)
    before = _order(found[-1].number, style) if found else 0.0
    bare = style == "letter" and not match["glued"] and not match["stop"]
    if bare and len(number) == 1:
        return int(order) == int(before) + 1
    return before < order < int(before) + (2 if not found else 3)


def _recital_block(
    sheet: Sheet, first: int, last: int, starts: Sequence[_Start], names: Names
) -> list[Segment]:
    """Return the block of recitals, those numbered C1, C2 below C when C itself stands there."""
    place = names.fixed("recitals", "overwegingen")
    inside = [start for start in starts if first <= start.at < last]
    rows = sheet.rows
    begin = inside[0].at if inside else last
    intro = rows[first:begin]
    heading_rows = [row for row in intro[:1] if landmarks.opens_recitals(row.text)]
    printed = heading_rows[0].span if heading_rows else None
    children = list(blocks.build(sheet, intro[len(heading_rows) :], place))
    bounds = [*(start.at for start in inside), last]
    made = [_recital(sheet, start, bounds[i + 1], names) for i, start in enumerate(inside)]
    children += _below_letters(made)
    heading = " ".join(printed.of(sheet.view).split()) if printed else ""
    span = Span(rows[first].span.start, rows[last - 1].span.end)
    return [
        Segment(
            "recitals",
            place.ref,
            place.label,
            span,
            heading=heading,
            heading_span=printed,
            children=tuple(children),
        )
    ]


def _recital(sheet: Sheet, start: _Start, last: int, names: Names) -> Segment:
    rows = sheet.rows
    place = names.recital(start.number)
    own = rows[start.at].after(start.rest)
    parts = blocks.build(sheet, (own, *rows[start.at + 1 : last]), place)
    span = Span(rows[start.at].span.start, rows[last - 1].span.end)
    leaf = len(parts) == 1 and parts[0].kind == "paragraph" and not parts[0].children
    return Segment(
        "recital",
        place.ref,
        place.label,
        span,
        number=start.number,
        children=() if leaf else parts,
        sentences=parts[0].sentences if leaf else (),
    )


def _below_letters(made: Sequence[Segment]) -> list[Segment]:
    """Put recital C2 inside recital C."""
    found: list[Segment] = []
    for segment in made:
        above = found[-1] if found else None
        if (
            above is not None
            and len(segment.number) > 1
            and segment.number[0] == above.number
            and segment.number[1:].isdigit()
        ):
            own = above.children or (_paragraph_of(above),)
            span = Span(above.span.start, segment.span.end)
            found[-1] = Segment(
                "recital", above.ref, above.label, span, number=above.number, children=(*own, segment)
            )
        else:
            found.append(segment)
    return found


def _paragraph_of(recital: Segment) -> Segment:
    """Return the own text of a recital that gets others below it."""
    span = Span(recital.sentences[0].start if recital.sentences else recital.span.start, recital.span.end)
    return Segment("paragraph", recital.ref, recital.label, span, sentences=recital.sentences)
