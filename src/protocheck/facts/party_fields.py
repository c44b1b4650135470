"""Fields whose label says of which party they speak: 'Naam verstrekker:', 'afnemer/DPO ....'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from protocheck.facts import kbo, names, party_bodies, party_clause, persons
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import PartyRole
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# A label of some words, then a colon, leader dots or a gap, then the value.
_LINE = lazy(
    r"(?m)^[ \t]{0,12}(?:[-*\u2013\u2022] "
    r"|\(?[\da-z]{1,2}(?:\.\d{1,2}){0,2}[.)]? )?(?P<label>[^\W\d][^\n:.]{3,60}?)"
    r"(?: ?:[ \t]{1,40}| ?\.{2,60}:? ?| \. | ?\t[ \t]{0,9}| {2,50})(?P<value>[^\s.:_\[][^\n]{1,200})$"
)
_SIDES: tuple[tuple[str, PartyRole, re.Pattern[str]], ...] = (
    (
        "sender",
        "sender",
        lazy(
            r"\b(?:gegevens)?bron(?:houder)?\b|\b(?:gegevens)?verstrekk(?:er|ende)\b"
            r"|\b(?:gegevens)?leverancier\b"
            r"|\b(?:af|ver)?zend(?:er|ende)\b|\b(?:mee|mede)delende\b|\baanbiede(?:r|nde)\b|\bgever\b"
            r"|\bleverende\b"
        ),
    ),
    (
        "receiver",
        "receiver",
        lazy(
            r"\b(?:gegevens)?afneme(?:r|nde)\b|\b(?:gegevens)?ontvang(?:er|ende)\b|\baanvrag(?:er|ende)\b"
            r"|\bgebruiker\b|\bbestemmeling\b|\bvrager\b|\bopvragende\b"
        ),
    ),
    ("1", "unknown", lazy(r"\b(?:partij|bestuur|instantie) (?:1|a|i|een)\b|\beerste (?:partij|instantie)\b")),
    (
        "2",
        "unknown",
        lazy(r"\b(?:partij|bestuur|instantie) (?:2|b|ii|twee)\b|\btweede (?:partij|instantie)\b"),
    ),
    (
        "3",
        "unknown",
        lazy(r"\b(?:partij|bestuur|instantie) (?:3|c|iii|drie)\b|\bderde (?:partij|instantie)\b"),
    ),
)
_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "officer",
        lazy(r"functionaris|\bdpo\b|\bfg\b|data protection|gegevensbescherming|privacy|contact|mail"),
    ),
    ("people", lazy(r"vertegenwoordig|teken|gemachtigd|gevolmachtigd|verantwoordelijke persoon|bevoegd")),
    ("number", lazy(r"\bkbo\b|onderneming|\bnummer\b|\bbtw\b|identificatie")),
    ("seat", lazy(r"\bzetel\b|\badres\b|straat|gevestigd|vestiging")),
)
_NAME = lazy(r"\b(?:naam|benaming|instelling|instantie|organisatie|partij|bestuur|identiteit|wie)\b")
_LEAST = 2


@dataclass(slots=True)
class _Side:
    """What the fields of one party say."""

    role: PartyRole
    word: str
    spans: list[Span] = field(default_factory=list)
    fields: dict[str, Span] = field(default_factory=dict)


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Return the parties of which such fields give a name and something more."""
    sides = {key: side for key, side in _sides(reading).items() if len(side.fields) >= _LEAST}
    if len(sides) < _LEAST or not all("name" in side.fields for side in sides.values()):
        return ()
    found = [_draft(reading, side) for side in sides.values()]
    return tuple(draft for draft in found if draft is not None)


def _sides(reading: Reading) -> dict[str, _Side]:
    sides: dict[str, _Side] = {}
    for line in _LINE.finditer(reading.shown):
        low = line["label"].lower()
        told = [(key, role, match) for key, role, pattern in _SIDES if (match := pattern.search(low))]
        if len(told) != 1:
            continue
        key, role, match = told[0]
        side = sides.setdefault(key, _Side(role, match.group()))
        what = next((name for name, pattern in _FIELDS if pattern.search(low)), "")
        what = what or ("name" if _NAME.search(low) or match.group() == low.strip() else "")
        value = Span(*line.span("value"))
        # The name is said in full in a field of its own, shorter where only the role stands before it.
        if what and (what not in side.fields or (what == "name" and match.group() != low.strip())):
            side.fields[what] = value
            side.spans.append(Span(line.start("label"), line.end()))
    return sides


def _draft(reading: Reading, side: _Side) -> Draft | None:
    name = names.bare(reading.printed(reading.trim(side.fields["name"])))
    if not party_bodies.looks_like_body(name.split(",")[0]):
        return None
    area = Span(min(each.start for each in side.spans), max(each.end for each in side.spans))
    number = next(iter(_numbers(reading, side)), None)
    people = persons.people(reading, side.fields["people"]) if "people" in side.fields else ()
    return Draft(
        name=party_clause.without_brackets(name),
        span=area,
        kbo=number.digits if number else "",
        kbo_valid=bool(number and number.valid),
        seat=reading.printed(side.fields["seat"]) if "seat" in side.fields else "",
        representatives=people,
        mentions=(side.word,) if side.role != "unknown" else (),
        role=side.role,
    )


def _numbers(reading: Reading, side: _Side) -> Iterator[kbo.Number]:
    for what in ("number", "name", "seat"):
        if what in side.fields:
            yield from kbo.find(reading.low, side.fields[what])
