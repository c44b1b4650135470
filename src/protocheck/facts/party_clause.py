"""One clause of the parties block: name, number, seat, representatives, short names."""

from __future__ import annotations

import re
from dataclasses import replace

from protocheck.facts import kbo, party_details, party_name, party_region, party_short
from protocheck.facts.reading import Reading
from protocheck.model.facts import PartyRole, Person
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_ROLE_WORDS: tuple[tuple[PartyRole, re.Pattern[str]], ...] = (
    (
        "sender",
        lazy(
            r"\b(?:meedelende|mededelende|verstrekkende|verzendende|leverende|overmakende|aanleverende"
            r"|bronhoudende)\b(?! en ontvang)"
            r"|^(?:de )?(?:gegevens)?bron$|\baanbieder\b|\b(?:gegevens)?leverancier\b"
            r"|\b(?:gegevens)?verstrekker\b|\b(?:ver)?zender\b|\bbronhouder\b"
            r"|\bbeheerder van de gevraagde"
            r"|\b(?:instantie|partij|overheid|bestuur|dienst) (?:die|dat)(?: de (?:persoons)?gegevens)? "
            r"(?:meedeelt|mededeelt|verstrekt|levert|bezorgt|verzendt|doorgeeft)\b"
        ),
    ),
    (
        "receiver",
        lazy(
            r"\b(?:ontvangende|aanvragende|afnemende|vragende|opvragende)\b|\b(?:gegevens)?afnemer\b"
            r"|\b(?:gegevens)?ontvangers?\b|\baanvrager\b|^(?:de )?(?:gebruiker|bestemmeling)$"
            r"|\b(?:instantie|partij|overheid|bestuur|dienst) (?:die|dat)(?: de (?:persoons)?gegevens)? "
            r"(?:ontvangt|krijgt|afneemt|opvraagt|gebruikt)\b"
        ),
    ),
)

_BRACKET = lazy(r" ?\([^()]{3,40}\)$")


@record
class Draft:
    """What one clause says of one body; parties are made of drafts."""

    name: str
    span: Span
    short: str = ""
    kbo: str = ""
    kbo_valid: bool = False
    seat: str = ""
    representatives: tuple[Person, ...] = ()
    mentions: tuple[str, ...] = ()
    role: PartyRole = "unknown"
    collective: bool = False

    @property
    def details(self) -> int:
        """Count what the clause says besides the name."""
        return sum(map(bool, (self.kbo, self.seat, self.representatives, self.short or self.mentions)))


def parse(reading: Reading, span: Span) -> tuple[Draft, ...]:
    """Read a clause; two bodies that share its details give two drafts, no body gives none."""
    start = party_name.skip_opening(reading, span)
    name = party_name.name_span(reading, Span(start, span.end))
    if name is None:
        return ()
    rest = Span(name.end, span.end)
    numbers = tuple(kbo.find(reading.low, Span(span.start, span.end)))
    short, mentions, collective = party_short.short_names(reading, rest)
    seat = party_details.seat(reading, rest)
    people = party_details.represented(reading, rest)
    common = Draft(
        name="",
        span=reading.trim(Span(start, span.end), " \t\n;,"),
        seat=seat,
        # A street may be called after someone: 'Frits Maeskaai 6'.
        representatives=tuple(each for each in people if not seat.startswith(each.name)),
        short=short,
        mentions=mentions,
        role=role_in(reading.low[span.start : span.end]),
        collective=collective,
    )
    acting = party_region.is_region(name.of(reading.flat))
    if acting and (place := party_region.service(reading, Span(name.start, span.end))) is not None:
        people = party_region.without_service(common.representatives, place)
        common = replace(common, name=reading.printed(place), representatives=people)
    drafts = []
    for index, (body, abbreviation) in enumerate(party_name.bodies(reading, name)):
        number = numbers[index] if index < len(numbers) else None
        drafts.append(
            replace(
                common,
                name=common.name or body,
                mentions=tuple(dict.fromkeys((*abbreviation, *mentions))),
                kbo=number.digits if number else "",
                kbo_valid=bool(number and number.valid),
            )
        )
    return tuple(drafts)


def role_in(low: str) -> PartyRole:
    """Tell the role that a clause itself gives its party ('ontvangende instantie')."""
    roles = [role for role, pattern in _ROLE_WORDS if pattern.search(low)]
    if len(roles) == 1:
        return roles[0]
    return "both" if roles else "unknown"


def without_role(draft: Draft) -> Draft:
    """Take the role between brackets off a name: 'Gemeente Linde (ontvanger)'."""
    bracket = _BRACKET.search(draft.name)
    role = role_in(bracket.group().lower()) if bracket is not None and bracket.start() else "unknown"
    if bracket is None or role == "unknown":
        return draft
    stated = role if draft.role == "unknown" else draft.role
    return replace(draft, name=draft.name[: bracket.start()], role=stated)


def without_brackets(name: str) -> str:
    """Take what stands in brackets behind a name off it: 'lokale politie Kreekland (PZ 5999)'."""
    bracket = _BRACKET.search(name)
    return name[: bracket.start()] if bracket is not None and bracket.start() else name
