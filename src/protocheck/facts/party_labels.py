"""What a fiche calls a party by, before its name: 'A   Gemeente X', 'B = OCMW Y', 'Bestuur 1   Stad Z'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protocheck.facts.reading import Reading, lower
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_LETTERED = lazy(
    r"(?m)^[ \t]{0,12}(?P<label>(?P<letter>[A-F])(?: {2,12}| ?[=:] {0,4}))(?=(?:[Dd]e |[Hh]et )?[^\W\d_]{2})"
)
_FIRST_TWO = {"A", "B"}
# A label in a column of its own, with what it says of the party in the column beside it.
_IN_COLUMN = lazy(
    r"(?m)^(?P<label>[A-Z]\w{3,24}(?: (?:\d{1,2}|[A-F]))?)(?P<gap> {3,40})"
    r"(?=[^\W\d_]|[\"'])(?![^\n]* {3,40}\S)"
)
_BESIDE = lazy(r"\bzetel|\bkbo\b|\bondernemingsn|vertegenwoordig")
_ROLE = lazy(r"(?:ver)?zender$|ontvanger$|verstrekker$|afnemer$|leverancier$")
_MOST_LINES = 6
_LEAST = 2
_REACH = 900


def without_letters(reading: Reading) -> Reading:
    """Return the reading with those letters blanked out where A and B stand; each opens a line."""
    found = list(_LETTERED.finditer(reading.shown))
    if not {match["letter"] for match in found} >= _FIRST_TWO:
        return reading
    return _without(reading, found)


def without_columns(reading: Reading) -> Reading:
    """Return the reading with such labels blanked out, where two parties have one; a role gets a colon."""
    found = [match for match in _IN_COLUMN.finditer(reading.shown) if _has_details(reading.shown, match)]
    if len(found) < _LEAST:
        return reading
    roles = [match for match in found if _ROLE.match(match["label"].lower())]
    signs = [Span(match.start("gap"), match.start("gap") + 1) for match in roles]
    return _without(reading, found, kept=roles, colons=signs)


def _without(
    reading: Reading,
    labels: Sequence[re.Match[str]],
    kept: Sequence[re.Match[str]] = (),
    colons: Sequence[Span] = (),
) -> Reading:
    """Return the reading with labels blanked out save those that are kept; each of them opens a line."""
    areas = [Span(*match.span("label")) for match in labels if match not in kept]
    ends = [Span(match.start() - 1, match.start()) for match in labels if match.start()]
    text, flat, shown = (
        _filled(_filled(each, areas, " "), colons, ":")
        for each in (reading.text, reading.flat, reading.shown)
    )
    flat = _filled(flat, ends, "\n")
    return replace(reading, text=text, flat=flat, low=lower(flat), shown=shown, every=())


def _has_details(text: str, label: re.Match[str]) -> bool:
    """Tell whether the lines below a label stand in the column beside it, and identify a party."""
    column = len(label.group())
    below: list[str] = []
    for line in text[label.end() : label.end() + _REACH].split("\n")[1 : _MOST_LINES + 1]:
        if not line.strip() or len(line) - len(line.lstrip()) < column - 1:
            break
        below.append(line.lower())
    return any(_BESIDE.search(line) for line in below)


def _filled(text: str, areas: Sequence[Span], sign: str) -> str:
    """Return the text with `sign` in each character of these areas, which are in order."""
    pieces: list[str] = []
    at = 0
    for area in areas:
        pieces += [text[at : area.start], sign * len(area)]
        at = area.end
    return "".join([*pieces, text[at:]])
