"""Parties in one running sentence: 'X (Markt 1, ...), bij monde van A, en Y, voor wie B tekent'."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.facts import (
    addresses,
    kbo,
    names,
    party_bearer,
    party_bodies,
    party_clause,
    party_details,
    party_name,
    persons,
)
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# Where the name of a body may begin within a sentence.
_JOINT = lazy(
    r"(?:\b(?:en|tussen|door|van|met|aan|bij|naar|dat|alsook|evenals|enerzijds|anderzijds|te weten|namelijk"
    r"|zijn|is|komen|sluiten|hebben)\b[,:]?|[:;]) +(?=(?:de |het )?[\w'])"
)
_DETAIL = lazy(
    r"[ ,(\n]{1,4}(?:kbo|btw|be ?0|[01]\d{3}|onderneming|met |gevestigd|zetel|te |[a-z'][\w' -]{2,50} \d)"
)
_LEAST = 2
_MOST_CUES = 60
_REACH = 500  # from a name to the words on who acts for it


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Return the bodies of the first paragraph that says of two or more in a row who acts for them."""
    for paragraph, cues in _paragraphs(reading):
        starts = list(_starts(reading, paragraph, cues))
        if len(starts) >= _LEAST:
            ends = [*starts[1:], paragraph.end]
            found = [_draft(reading, Span(*each)) for each in zip(starts, ends, strict=True)]
            made = [draft for draft in found if draft is not None]
            if len(made) >= _LEAST:
                return tuple(made)
    return ()


def _paragraphs(reading: Reading) -> Iterator[tuple[Span, list[Span]]]:
    """Yield the paragraphs that bring in who acts more than once, with the words that do."""
    cues: list[Span] = []
    around = Span(0, 0)
    for cue in party_details.brought_in(reading)[:_MOST_CUES]:
        if cue.start >= around.end:
            if len(cues) >= _LEAST:
                yield around, cues
            around, cues = reading.paragraph(cue.start), []
        cues.append(cue)
    if len(cues) >= _LEAST:
        yield around, cues


def _starts(reading: Reading, paragraph: Span, cues: list[Span]) -> Iterator[int]:
    """Yield where the name of each body begins; a second cue on the same body has none of its own."""
    floor = paragraph.start
    for cue in cues:
        start = _name_between(reading, max(floor, cue.start - _REACH), cue.start)
        if start is not None:
            yield start
        floor = cue.end


def _name_between(reading: Reading, floor: int, end: int) -> int | None:
    """Return where the first name of a body begins, one of a known kind if there is any."""
    other, passed = None, floor
    for place in (floor, *(joint.end() for joint in _JOINT.finditer(reading.low, floor, end))):
        start = party_name.skip_opening(reading, Span(place, end)) if place >= passed else end
        name = party_name.name_span(reading, Span(start, end))
        if name is None or name.end > end:
            continue
        text = name.of(reading.flat).split(",")[0]
        if not party_bodies.looks_like_body(text) or names.is_generic(text):
            continue
        if party_bearer.acts_for_another(reading, name.start):
            passed = name.end
            continue
        if party_bodies.has_kind(text) or party_bodies.is_explained(reading.low, name.end):
            return place
        if other is None and _identified(reading, name, end) and not _is_person(reading, name):
            other = place
    return other


def _identified(reading: Reading, name: Span, end: int) -> bool:
    """Tell whether but a seat and a number stand between a name of no known kind and who acts for it."""
    between = Span(name.end, end)
    if not reading.flat[name.end : end].strip(" ,\n("):
        return True
    close = _DETAIL.match(reading.low, name.end, end) is not None
    return close and any(
        True for _ in (*kbo.find(reading.low, between), *addresses.find(reading.flat, between))
    )


def _is_person(reading: Reading, name: Span) -> bool:
    return any(len(each) >= len(name) - 1 for each in persons.names(reading, name))


def _draft(reading: Reading, clause: Span) -> Draft | None:
    """Read what stands on a body up to the next one."""
    found = party_clause.parse(reading, reading.trim(clause, " \t\n,;"))
    return found[0] if len(found) == 1 else None
