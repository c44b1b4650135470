"""The letter that a fiche calls a party by, before its name: 'A   Gemeente X', 'B = OCMW Y'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocheck.facts.reading import Reading, lower
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_LETTERED = lazy(
    r"(?m)^[ \t]{0,12}(?P<label>(?P<letter>[A-F])(?: {2,12}| ?[=:] {0,4}))(?=(?:[Dd]e |[Hh]et )?[^\W\d_]{2})"
)
_FIRST_TWO = {"A", "B"}


def without_letters(reading: Reading) -> Reading:
    """Return the reading with those letters blanked out where A and B stand; each opens a line."""
    found = list(_LETTERED.finditer(reading.shown))
    if not {match["letter"] for match in found} >= _FIRST_TWO:
        return reading
    areas = [Span(*match.span("label")) for match in found]
    ends = [Span(match.start() - 1, match.start()) for match in found if match.start()]
    text, flat, shown = (_filled(each, areas, " ") for each in (reading.text, reading.flat, reading.shown))
    flat = _filled(flat, ends, "\n")
    return replace(reading, text=text, flat=flat, low=lower(flat), shown=shown, every=())


def _filled(text: str, areas: Sequence[Span], sign: str) -> str:
    """Return the text with `sign` in each character of these areas, which are in order."""
    pieces: list[str] = []
    at = 0
    for area in areas:
        pieces += [text[at : area.start], sign * len(area)]
        at = area.end
    return "".join([*pieces, text[at:]])
