"""Contacts of a third (derde): a bank, a school, a firm that answers for its own processing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.facts.contact_officers import NAMES_OFFICER, OFFICER
from protocheck.facts.names import Roster
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_PROPER = r"[A-ZÀ-Þ][\w'&-]{2,30}(?: (?:(?:van|voor|en|de|het|&) ){0,2}[A-ZÀ-Þ][\w'&-]{1,30}){0,4}"
# 'De bank Kredor', 'het uitzendkantoor Jobrand', 'van de private verzekeraar Zekerland'.
_NAMED = lazy(
    rf"\b(?:[Dd]e|[Hh]et|[Ee]en|[Oo]nze) (?:[a-zß-ÿ-]{{3,24}} ){{0,2}}(?P<noun>[a-zß-ÿ-]{{3,30}})"
    rf" (?P<name>{_PROPER})"
)
# 'Kredor nv', or a name that opens the sentence: 'Kredor beantwoordt ...'.
_FORMED = lazy(rf"\b(?P<name>{_PROPER}),? (?:nv|bv|cv|bvba|cvba|vzw|ivzw|NV|BV|CV|VZW)\b")
_OPENS = lazy(rf"(?:(?:Ook|Daarnaast|Verder|Bij|Voor|Aan|Van) )?(?P<name>{_PROPER})(?=,? [a-zß-ÿ])")
_PERSON = lazy(
    r"(?:de |mevr|heer$|dhr$|functionaris|dpo$|fgb?$|officer$|directeur|burgemeester|voorzitter|adviseur$"
    r"|advocaat$|jurist\w?$|consulent|medewerk|collega$|meester$|dokter$|schepen$|gouverneur|administrateur"
    r"|\w*straat$|\w*laan$|\w*plein$|protocol|artikel|bijlage|decreet|wet$|\w*hoofd$|leider$)"
)
# What is said besides of the third, between commas or in brackets, is not what it does here.
_ASIDE = lazy(r", (?:dat|die|waar\w*|wie\w{0,2}|dewelke|welke)\b[^,.;\n@]{0,160},|\([^)\n@]{0,120}\)")
_OWN = lazy(
    rf"\b(?:(?:haar|zijn|diens|een|de|hun) eigen\b|zelf\b|(?:haar|zijn|diens) (?:{OFFICER}))"
    rf"|\b(?:{OFFICER}) (?:voor (?:de )?gegevensbescherming )?(?:van|bij|in dienst van) "
)
_EVERYONE = lazy(
    r"\b(?:partij(?:en)?|beiden?|allebei|elkaar|ons|onze|wij|gezamenlijke?|samen|gedeelde?|instanties"
    r"|besturen|namens)\b"
)
_AS_OFFICER = lazy(
    r"\b(?:die|deze|dezelfde|de|dat|dit) (?:functie|rol|taak|opdracht|ambt|mandaat|dienst)\b"
    r"|\bals (?:externe? )?(?:functionaris|dpo|fg|privacy)"
)
_PRONOUN = lazy(r"(?:zij|hij|ze|het|die|deze|dat)\b (?!(?:van|voor|bij)\b)")
_SAYS = lazy(
    r"\b(?:is|zijn|heeft|hebben|wordt|worden|kan|kunnen|kunt|mag|moet|wil|zal|men|u|\w{3,16}t|\w{4,16}en)\b"
)
_BOX = lazy(r"\S{1,64}@\S{1,200}|www\.\S{1,200}|https?://\S{1,200}")
_WEAK = frozenset(
    "agentschap gemeente stad provincie dienst departement vlaams vlaamse zone fonds centrum openbaar"
    " vereniging welzijn bestuur politiezone maatschappij privacy example mail info vlaanderen belgie"
    " brussel functionaris gegevens gegevensbescherming data vragen partijen voor artikel".split()
)
_LETTERS = 4


def of_third(reading: Reading, roster: Roster, parties: Sequence[Party], value: str, span: Span) -> bool:
    """Tell whether a sentence gives a contact as that of a body that is no party and serves none.

    The third is known by its name, which comes back in the address, or by the word 'own'.
    """
    sentence = reading.sentence(span.start)
    if any(span in party.span for party in parties) or sentence.start >= span.start:
        return False
    start = max(
        [sentence.start, *(box.end() for box in _BOX.finditer(reading.flat, sentence.start, span.start))]
    )
    said = Span(start, span.start)
    lead = _subject(reading, sentence)
    domain = inline(r"[^a-z0-9]").sub("", value.rpartition("@")[2].lower()) if "@" in value else ""
    known = {word for party in parties for word in _telling(_forms(party))}
    for name in _names(reading, lead, said):
        words = _telling(name)
        if not words or words & known or any(True for _ in roster.find(name.lower())):
            continue
        own = any(word in domain for word in words)
        if (own or _owns(reading, said, lead)) and not _serves(reading, roster, said, own=own):
            return not _brought_in(reading, roster, sentence, words)
    return False


def _subject(reading: Reading, sentence: Span) -> Span | None:
    """Return the sentence before one that goes on about its subject: 'Zij heeft een eigen ...'."""
    if _PRONOUN.match(reading.low, sentence.start) is None:
        return None
    before = reading.sentence(max(sentence.start - 2, 0))
    beside = reading.paragraph(sentence.start)
    return before if before.start >= beside.start and before.end <= sentence.start else None


def _names(reading: Reading, lead: Span | None, said: Span) -> Iterator[str]:
    """Yield the names of bodies in the words that lead to a contact, if those make a sentence."""
    if _SAYS.search(reading.low, said.start, said.end) is None:
        return
    for area in (said, *((lead,) if lead is not None else ())):
        found: list[re.Match[str]] = [
            match
            for match in _NAMED.finditer(reading.flat, area.start, area.end)
            if _PERSON.match(match["noun"]) is None
        ]
        found += _FORMED.finditer(reading.flat, area.start, area.end)
        opening = _OPENS.match(reading.flat, area.start, area.end)
        yield from (match["name"] for match in (*found, *((opening,) if opening else ())))


def _telling(name: str) -> set[str]:
    words = inline(r"[^\W_]+").findall(name.lower())
    return {word for word in words if len(word) >= _LETTERS and word not in _WEAK}


def _forms(party: Party) -> str:
    return " ".join((party.name, party.short_name, *party.mentions))


def _owns(reading: Reading, said: Span, lead: Span | None) -> bool:
    """Tell whether a body that opens its sentence is said to have or to answer something of its own."""
    opens = (lead or said).start
    match = _NAMED.match(reading.flat, opens, said.end)
    return match is not None and re.search(r"\beigen\b", reading.low[said.start : said.end]) is not None


def _serves(reading: Reading, roster: Roster, said: Span, *, own: bool) -> bool:
    """Tell whether the words make the body the officer of a party: for whom it is, or as what it acts."""
    words = _ASIDE.sub(" , ", f"{said.of(reading.low)} ")
    if any(True for _ in roster.find(words)) or _EVERYONE.search(words) or _AS_OFFICER.search(words):
        return True
    aside = said.of(reading.low)
    return NAMES_OFFICER.search(aside) is not None and not (own and _OWN.search(aside))


def _brought_in(reading: Reading, roster: Roster, sentence: Span, words: set[str]) -> bool:
    """Tell whether another sentence brings the body in as, or beside, the officer of a party."""
    for word in words:
        for match in re.finditer(rf"\b{re.escape(word)}", reading.low):
            other = reading.sentence(match.start())
            low = _BOX.sub(" ", other.of(reading.low))
            if other != sentence and NAMES_OFFICER.search(low) and not _OWN.search(low):
                return True
            if other != sentence and NAMES_OFFICER.search(low) and any(True for _ in roster.find(low)):
                return True
    return False
