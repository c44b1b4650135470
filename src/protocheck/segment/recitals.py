"""The recitals (overwegingen): by letter, figure or numeral, or by their words ('Overwegende dat').

A recital C that holds C1, C2 and C3 keeps them as its children, each with a reference of its own
('recital C2'); where there is no recital C they stand beside the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.record import record
from protocheck.regex import lazy
from protocheck.segment import blocks, landmarks
from protocheck.segment.lines import has_room, opens_a_line
from protocheck.segment.marks import Bullet, bullet, roman_value
from protocheck.segment.refs import Names
from protocheck.segment.rows import Row, Sheet

_STYLES: Final = {
    "letter": lazy(
        r"(?:[(\[](?=[A-Z]\d{0,2}[)\]]))?(?P<number>[A-Z]\d{0,2})(?P<stop>[.):\]]{0,2})"
        r"(?:\s{1,8}(?=[^\s\d])|(?<=\.)(?=[A-Z]))"
    ),
    "roman": lazy(r"[(\[]?(?P<number>[IVX]{1,5}|[ivx]{1,5})(?P<stop>[.)\]])\s{1,8}(?=\S)"),
    "figure": lazy(r"[(\[]?(?P<number>\d{1,2})(?P<stop>[.)\]°]{1,2})\s{1,8}(?=\S)"),
    "small": lazy(r"\(?(?P<number>[a-z])(?P<stop>[.)])\s{1,8}(?=\S)"),
    "worded": lazy(
        r"(?:(?:[Oo]verweging|[Oo]verw\.?|[Oo]v\.|[Rr]ecital)\s?|R)(?P<number>\d{1,2})(?P<stop>[.:)]?)\s{1,8}(?=\S)"
    ),
}
_SIGNS: Final = "-–•*▪●·"
_PARTY_ROWS: Final = 4
_FEW: Final = 2


@record
class Start:
    """Where a recital begins: its row, its number as printed and the index of its text in that row.

    `lead` holds the words it goes on from, when they stand above it by themselves ('Gelet op:').
    """

    at: int
    number: str
    rest: int
    lead: Span | None = None


def find_recitals(sheet: Sheet, first: int, last: int) -> tuple[int, list[Start]]:
    """Return the row where the recitals among these rows open, and where each begins.

    The row is `last` when there are none.
    """
    announced = next((at for at in range(first, last) if _announces(sheet, at)), last)
    counted = _counted(sheet, first, last, announced)
    counted = _with_series(sheet, counted, last)
    if len(counted) > 1 and counted[0].at < announced:
        return counted[0].at, counted
    begin = announced if announced < last else first
    series = _longest_series(sheet, begin, last, announced=announced < last)
    # A letter or figure on the first line says how they are numbered, whatever stands inside them.
    leads = len(series) > 1 and series[0].at == _next_body(sheet, announced + 1, last)
    best = series if leads or len(series) >= len(counted) else counted
    if announced < last:
        return announced, best
    return (best[0].at, best) if best else (last, [])


def _with_series(sheet: Sheet, counted: list[Start], last: int) -> list[Start]:
    """Add the lettered recitals below visas: 'Gelet op ...; Gelet op ...; Overwegende dat: A. ...'."""
    above = counted[-1].at if len(counted) > 1 else last
    opener = next((at for at in range(above + 1, last) if _announces(sheet, at)), last)
    series = _longest_series(sheet, opener, last, announced=True) if opener < last else []
    leads = len(series) > 1 and series[0].at == _next_body(sheet, opener + 1, last)
    return [*counted, *series] if leads else counted


def _next_body(sheet: Sheet, at: int, last: int) -> int:
    return next((i for i in range(at, last) if not sheet.rows[i].aside), last)


def _announces(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    if row.aside or row.table >= 0 or not opens_a_line(sheet, at):
        return False
    return landmarks.opens_recitals(row.text) or (row.blanks > 0 and landmarks.considers_below(row.text))


def _counted(sheet: Sheet, first: int, last: int, announced: int) -> list[Start]:
    """Return the recitals without a letter, counted: by their words, or below words that open several.

    They open with 'Gelet op' or 'Overwegende dat' each, or stand as entries below the row that announces
    recitals, or as entries or paragraphs below 'Gelet op:' by itself.
    """
    found: list[Start] = []
    group = _Group(-1)
    for at in range(first, last):
        row = sheet.rows[at]
        if row.aside or row.table >= 0:
            continue
        sign = bullet(row.text)
        begin = sign.rest if sign else 0
        if landmarks.considers_below(row.text) and _announces(sheet, at):
            group = _Group(at, goes_on=True)
        elif _opens_by_words(sheet, at, begin):
            group = _Group(-1)
            found.append(Start(at, sign.number if sign and sign.number else str(len(found) + 1), begin))
        elif at == announced:
            group = _Group(at)
        elif group.takes(sheet, at, sign):
            # The words above a second group belong to its first recital.
            own = group.size > 1 or group.opener == announced
            start, rest = (at, begin) if own else (group.opener, 0)
            lead = sheet.rows[group.opener].span if own and group.goes_on else None
            found.append(Start(start, str(len(found) + 1), rest, lead))
    return found


def _opens_by_words(sheet: Sheet, at: int, begin: int) -> bool:
    text = sheet.rows[at].text
    if not begin and text[:4].lower() == "dat " and _follows_stop(sheet, at):
        return True
    words = text[begin : begin + 1].upper() + text[begin + 1 :]
    return landmarks.considers(words) and opens_a_line(sheet, at)


def _follows_stop(sheet: Sheet, at: int) -> bool:
    """Tell whether 'dat ...' opens a recital of its own: below another, or words that end in a stop."""
    above = next((row for row in reversed(sheet.rows[:at]) if not row.aside), None)
    row, last = sheet.rows[at], above.text[-1] if above is not None else ""
    return last == ";" or (row.blanks > 0 and (last in {":", ",", "."} or row.text[:3].isupper()))


@dataclass(slots=True)
class _Group:
    """The recitals below one row that opens several: entries, else paragraphs.

    Attributes:
        opener: that row; -1 when there is none.
        goes_on: whether the row holds words that each recital goes on from.
        listed: whether they are entries of a list.
        indent: that of the first.
        size: how many were found.
    """

    opener: int
    goes_on: bool = False
    listed: bool = False
    indent: int = 0
    size: int = 0

    def takes(self, sheet: Sheet, at: int, sign: Bullet | None) -> bool:
        """Tell whether row `at` begins one more of them."""
        row = sheet.rows[at]
        plain = sign is not None and not sign.number
        if not self.size:
            self.listed, self.indent = plain, row.indent
            lettered = _STYLES["letter"].match(row.text)  # 'A. ...' counts by itself
            bare = sign is None and not (lettered and lettered["number"] == "A" and lettered["stop"])
            fits = self.opener >= 0 and (plain or (self.goes_on and bare))
            self.opener = self.opener if fits else -1
        elif self.listed:
            fits = plain and row.indent <= self.indent + 1
        else:
            fits = sign is None and _is_new(sheet, at)
        self.size += fits
        return fits


def _is_new(sheet: Sheet, at: int) -> bool:
    """Tell whether a paragraph begins at row `at`: below white, or below the end of another."""
    row, above = sheet.rows[at], sheet.rows[at - 1]
    if row.blanks or row.paragraph not in {0, above.paragraph}:
        return opens_a_line(sheet, at)
    # A semicolon may stand at the end of a full line inside a paragraph as well.
    broken = row.text[0].isupper() or has_room(sheet, above, row)
    return above.text[-1] in ";:" and broken


def _longest_series(sheet: Sheet, first: int, last: int, *, announced: bool) -> list[Start]:
    best: list[Start] = []
    for style in _STYLES:
        found = _series(sheet, first, last, style, announced=announced)
        if len(found) > len(best) and len(found) >= (1 if announced and style == "letter" else _FEW):
            best = found
    return best


def _series(sheet: Sheet, first: int, last: int, style: str, *, announced: bool) -> list[Start]:
    """Follow one style of numbering from its first member on; parties are no recitals.

    Below the words that announce recitals no parties stand any more, whatever words a recital uses.
    """
    found: list[Start] = []
    for at in range(first, last):
        row = sheet.rows[at]
        if row.aside or row.table >= 0:
            continue
        sign = bullet(row.text) if row.text[0] in _SIGNS else None
        match = _STYLES[style].match(row.text, sign.rest if sign and not sign.number else 0)
        if match is None or match.end() >= len(row.text) - 2 or not opens_a_line(sheet, at):
            continue
        listed = "°" in match["stop"] or (style == "small" and match["stop"] == ".")
        if listed and not announced:
            continue  # 'a. de gemeente' may be one of the parties, '1°' an item of any list
        party = not found and not announced and _is_party(sheet, at, last)
        if _follows(found, match, style) and not party:
            found.append(Start(at, match["number"], match.end()))
    return found


def _is_party(sheet: Sheet, at: int, last: int) -> bool:
    rows = sheet.rows[at : min(at + _PARTY_ROWS, last)]
    return landmarks.describes_party(" ".join(row.text for row in rows))


def _order(number: str, style: str) -> float:
    if number.isdigit():
        return float(number)
    if style == "roman":
        return float(roman_value(number))
    part = int(number[1:]) / 100 if len(number) > 1 else 0
    return ord(number[0].upper()) - ord("A") + 1 + part


def _follows(found: Sequence[Start], match: re.Match[str], style: str) -> bool:
    """Tell whether a number comes next; a letter without a stop must be exactly the next one."""
    number = match["number"]
    order = _order(number, style)
    before = _order(found[-1].number, style) if found else 0.0
    if not match["stop"] and len(number) == 1:
        return int(order) == int(before) + 1
    return before < order < int(before) + (3 if found else 2)


def read_recitals(sheet: Sheet, first: int, last: int, starts: Sequence[Start], names: Names) -> Segment:
    """Return the block of recitals that covers the rows from `first` up to `last`."""
    rows = sheet.rows
    place = names.fixed("recitals", "overwegingen")
    inside = [start for start in starts if first <= start.at < last]
    intro = rows[first : inside[0].at if inside else last]
    titled = bool(intro) and landmarks.opens_recitals(intro[0].text)
    printed = intro[0].span if titled else None
    bounds = [*(start.at for start in inside), last]
    made = [_recital(sheet, start, end, names) for start, end in zip(inside, bounds[1:], strict=True)]
    return Segment(
        "recitals",
        place.ref,
        place.label,
        Span(rows[first].span.start, rows[last - 1].span.end),
        heading=" ".join(printed.of(sheet.view).split()) if printed else "",
        heading_span=printed,
        children=(*blocks.build(sheet, intro[titled:], place), *_below_letters(made)),
    )


def _recital(sheet: Sheet, start: Start, last: int, names: Names) -> Segment:
    rows: tuple[Row, ...] = sheet.rows
    place = names.recital(start.number)
    own = rows[start.at].after(start.rest)
    parts = blocks.build(sheet, (own, *rows[start.at + 1 : last]), place)
    leaf = len(parts) == 1 and parts[0].kind == "paragraph" and not parts[0].children
    return Segment(
        "recital",
        place.ref,
        place.label,
        Span(rows[start.at].span.start, rows[last - 1].span.end),
        number=start.number,
        children=() if leaf else parts,
        sentences=parts[0].sentences if leaf else (),
        lead=start.lead,
    )


def _below_letters(made: Sequence[Segment]) -> list[Segment]:
    """Put recital C2 inside recital C."""
    found: list[Segment] = []
    for part in made:
        letter, figures = part.number[:1], part.number[1:]
        if found and figures.isdigit() and found[-1].number == letter:
            above = found[-1]
            own = above.children or (_own_text(above),)
            span = Span(above.span.start, part.span.end)
            found[-1] = replace(above, span=span, children=(*own, part), sentences=())
        else:
            found.append(part)
    return found


def _own_text(recital: Segment) -> Segment:
    """Return the own text of a recital that gets others below it."""
    start = recital.sentences[0].start if recital.sentences else recital.span.start
    span = Span(start, recital.span.end)
    return Segment("paragraph", recital.ref, recital.label, span, sentences=recital.sentences)
