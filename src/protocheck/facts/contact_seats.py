"""Officers who are reached by post at the seat of their party, and whose an address is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts.contact_officers import OFFICER
from protocheck.facts.names import Roster
from protocheck.facts.reading import Reading
from protocheck.model.facts import Contact, Party
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_WHOSE = r"(?:de|het|haar|zijn|hun|diens|die|dat|deze|elke?|ieders?|de maatschappelijke|elkaars|uw|ons|onze)"
_FOUND = r"(?:hierboven|hoger|bovenaan|in de aanhef|in artikel \w{1,3}|vooraan|boven)"
# 'op het adres van haar zetel', 'naar de zetel', 'op bovenvermeld adres', 'het adres dat in de aanhef staat'.
_SEAT = lazy(
    rf"\b(?:op|aan|naar|via|ter)\b(?: {_WHOSE})?(?: (?:post)?adres (?:van|op))?(?: {_WHOSE}){{0,2}}"
    r"(?: maatschappelijke| administratieve| respectieve| eigen| genoemde| vermelde)?"
    r" (?:hoofd)?(?:zetels?|hoofdkantoor|gemeentehuis|stadhuis|provinciehuis)\b"
    rf"|\b(?:op|aan|naar|via)\b(?: {_WHOSE})? (?:(?:{_FOUND}|boven|hoger)[ -]?(?:vermelde?|genoemde?"
    rf"|gegeven|opgegeven)"
    r" )(?:post)?adres(?:sen)?\b"
    rf"|\b(?:op|aan|naar|via)\b(?: {_WHOSE}) (?:post)?adres(?:sen)?,?(?: (?:dat|die|zoals))? (?:{_FOUND}"
    rf"|vermeld"
    r"|genoemd|opgegeven|bij (?:haar|zijn|hun|de) )"
)
_CARE = lazy(
    rf"\b(?:ter attentie van|t\.? ?a\.? ?v\.?|tav|bestemd voor|gericht aan|gericht tot|op naam van)"
    rf" (?:(?:de|het|haar|zijn|hun|diens|die|onze|uw|respectieve|bevoegde|betrokken) ){{0,3}}(?:{OFFICER})"
    rf"|(?:{OFFICER})[^.\n]{{0,120}}\b(?:per (?:gewone |aangetekende )?(?:post|brief)|schriftelijk"
    rf"|aangeschreven"
    r"|aan te schrijven|te schrijven|schrijft|bereik\w+|brief|brieven|post)\b"
    r"|\b(?:per (?:gewone |aangetekende )?(?:post|brief)|brief|brieven|schrijft|schrijven|post)\b[^.\n]{0,60}"
    rf"(?:{OFFICER})"
)
_EACH = lazy(
    r"\b(?:elke|iedere|beide|alle|allebei|elk|ieder|respectieve|de (?:twee|drie|vier)) ?(?:van )?(?:de )?"
    r"(?:partij|bestu|instantie|functionaris|organisatie)"
    r"|\b(?:elk|ieder|allebei|beide)\b|\b(?:de|hun) (?:functionarissen|dpo's|fg's|data protection officers)\b"
    r"|\b(?:van|bij) (?:die|de betrokken|de andere|haar|de eigen|de desbetreffende) (?:partij|instantie)\b"
    r"|\bde (?:partijen|andere partij|betrokken partij)\b"
)
_PLURAL = lazy(r"\bfunctionarissen\b|\bdpo's\b|\bfg's\b|\bofficers\b")
_NEGATED = lazy(r"\b(?:niet|geen|nooit|nog (?:aan te|op te|niet))\b")
_MOST = 400


def at_seats(reading: Reading, roster: Roster, parties: Sequence[Party]) -> Iterator[Contact]:
    """Yield the seat of every party of which a sentence says that its officer is reached there."""
    for seat in _SEAT.finditer(reading.low):
        sentence = reading.sentence(seat.start())
        low = sentence.of(reading.low)
        if len(sentence) > _MOST or _CARE.search(low) is None or _NEGATED.search(low):
            continue
        for index in _whose(reading, roster, parties, sentence, seat.start()):
            party = parties[index]
            if party.seat:
                yield Contact("post", party.seat, party.name, dpo=True, personal=False, span=sentence)


def _whose(
    reading: Reading, roster: Roster, parties: Sequence[Party], sentence: Span, at: int
) -> Sequence[int]:
    """Return the parties whose seat a sentence means: all, the last that it names, or the one it is of."""
    clause = _between_stops(reading, sentence, at)
    if _EACH.search(reading.low, clause.start, clause.end):
        return range(len(parties))
    mentions = list(roster.find(reading.low, clause.start, clause.end))
    if not mentions:
        return [index for index, party in enumerate(parties) if sentence.start in party.span][:1]
    if _PLURAL.search(reading.low, clause.start, clause.end):
        return sorted({index for mention in mentions for index in mention.parties})
    before = [mention for mention in mentions if mention.span.end <= at]
    return (before or mentions[:1])[-1].parties


def _between_stops(reading: Reading, sentence: Span, at: int) -> Span:
    """Return the part of a sentence between semicolons in which a place stands."""
    start = reading.low.rfind(";", sentence.start, at) + 1
    end = reading.low.find(";", at, sentence.end)
    return Span(max(start, sentence.start), sentence.end if end < 0 else end)


def owner(parties: Sequence[Party], value: str) -> str:
    """Return the name of the only party whose seat an address is; empty when none."""
    words = _words(value)
    found = [party.name for party in parties if party.seat and words and words == _words(party.seat)]
    return found[0] if len(found) == 1 else ""


def _words(address: str) -> frozenset[str]:
    return frozenset(inline(r"[^\W_]+").findall(address.lower()))
