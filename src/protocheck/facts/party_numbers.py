"""Parties known by their enterprise number, in papers without a parties block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from protocheck.facts import kbo, names, party_clause
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_NO_PARTY = lazy(r"\b(?:sub)?verwerkers?\b|\bgeen partij\b|\bsoftwareleverancier\b|\bonderaannemer\b")
_FOLLOWS = lazy(
    r"(?:(?:wettelijk |rechtsgeldig )?vertegenwoordigd|voor wie|voor (?:de|het) \w+ (?:teken|treed)"
    r"|in de persoon|hierna|verder genoemd)"
)
_STREET = lazy(r"[A-ZÀ-Þ][^\n\d]{2,40} \d{1,4}[a-z]?")
# What a body is, on the line below its name in a letter head.
_KIND = lazy(
    r"(?:(?:intern|extern|autonoom|publiekrechtelijk|verzelfstandigd|openbare?) ){0,3}"
    r"(?:agentschap|instelling|vereniging|vennootschap|entiteit|dienst)\b.{0,20}"
    r"\b(?:rechtspersoonlijkheid|publiek recht)\b"
)
_LINES_BACK = 4
_REACH = 4_000  # characters on either side of a number: no clause is so long
_MOST = 200  # numbers: with more it is a list of bodies, and no paper has so many parties


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Return the bodies whose clause holds an enterprise number, in order."""
    return tuple(_all(reading))


def _all(reading: Reading) -> Iterator[Draft]:
    floor = 0
    for number in islice(kbo.find(reading.low, Span(0, len(reading.low))), _MOST):
        end = min(_end(reading, number.span.end), number.span.end + _REACH)
        described = False
        for start in _starts(reading, number.span.start, max(floor, number.span.start - _REACH)):
            clause = Span(start, end)
            if _NO_PARTY.search(clause.of(reading.low)):
                break
            found = party_clause.parse(reading, clause)
            if found and (_STREET.fullmatch(found[0].name) or _KIND.match(found[0].name.lower())):
                described = described or _STREET.fullmatch(found[0].name) is None
                continue
            above = start < reading.paragraph(number.span.start).start
            named = not above or names.is_body(found[0].name) or described if found else False
            if named and found[0].kbo == number.digits:
                yield from found
                floor = end
                break


def _end(reading: Reading, at: int) -> int:
    """Return where the clause ends: its paragraph, and the lines that go on about the same body."""
    end = reading.paragraph(at).end
    while end < len(reading.low):
        following = inline(r"\s*").match(reading.low[end : end + 80])
        start = end + (following.end() if following else 0)
        if not _FOLLOWS.match(reading.low, start):
            return end
        end = reading.paragraph(start).end
    return end


def _starts(reading: Reading, at: int, floor: int) -> Iterator[int]:
    """Yield where the clause may begin: its paragraph, its sentence, or the lines above."""
    paragraph = reading.paragraph(at)
    yield max(paragraph.start, floor)
    yield max(reading.sentence(at).start, floor)
    start = paragraph.start
    for _ in range(_LINES_BACK):
        start = reading.flat.rfind("\n", 0, max(start - 1, 0)) + 1
        if start < floor:
            return
        yield start
