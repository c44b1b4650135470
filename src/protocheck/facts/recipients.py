"""Who gets to see the data (ontvangers), and the third parties (derden) that may or may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.facts.data_lists import BULLET
from protocheck.facts.headings import sections
from protocheck.facts.reading import Reading
from protocheck.model.facts import Recipient
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_THIRD = lazy(
    r"\bderden?\b(?! (?:partij is|lid))|\bandere (?:instanties|organisaties|diensten|partijen|overheden)\b"
    r"|\bsamenwerkingsverband\b|\bpartners\b"
)
_FORBIDDEN = lazy(r"\b(?:niet|geen|nooit|noch|evenmin|verboden|uitgesloten)\b")
_FUNCTION = lazy(
    r"\b(?:de |het |een |alle |elke )?(?:(?:bevoegde|gemachtigde|aangewezen|betrokken|administratieve?"
    r"|maatschappelijk|financieel|sociaal|sanctionerend|bestuurlijk|algemeen|data"
    r"|dossier)-? )?(?:\w{0,20}(?:medewerkers?|operatoren|boekhoud(?:er|ing)|verplegers?|artsen"
    r"|leerkrachten|coördinator(?:en)?|werkers?|personeelslid|personeelsleden|consulent(?:en)?|ambtena(?:ar"
    r"|ren)|beheerders?|begeleiders?|dossierbeheerders?|hoofd(?:en)?|directeur|inspecteurs?|bedienden?"
    r"|casemanagers?|deskundigen?|agenten?|verantwoordelijken?|griffiers?|dienst(?:en)?|team|cel"
    r"|afdeling(?:en)?|deurwaarders?)\b)[^.;:\n]{0,120}"
)
_LEAD = lazy(
    r"\b(?:ontvangers?|diensten|personen|functies|medewerkers|toegang|categorie\w*|volgende)\b[^\n]*:$"
)
_AFTER_COLON = lazy(
    r"\b(?:ontvangers?|diensten|toegang|inzage|categorie\w*)\b[^:\n]{0,120}: *(?P<rest>[^\n]{3,300})$"
)
_STOP = lazy(
    r" (?:krijg\w*|hebben|heeft|zal|zullen|mag|mogen|kan|kunnen|zien|raadple\w+|ontvang\w+|verwerk\w+"
    r"|gebruik\w+|toegang|belt|werkt|worden|wordt|die het|tot de|is|zijn)\b"
)
_PROCESSOR = lazy(r"^(?:de |een |het )?(?:sub)?verwerkers?$")
_ONLY = lazy(r"\b(?:alleen|enkel|uitsluitend|slechts)\b")
_LONGEST = 260


def recipients(reading: Reading) -> tuple[Recipient, ...]:
    """Return the recipients and third parties, in the order of the text."""
    found: list[Recipient] = []
    areas = sections(reading, "recipients")
    for area in areas:
        found.extend(_in_section(reading, area))
    for sentence in reading.sentences(Span(0, len(reading.flat))):
        if not any(sentence.overlaps(area) for area in areas):
            found.extend(_elsewhere(reading, sentence, alone=not areas))
    unique: dict[tuple[int, int], Recipient] = {}
    for each in found:
        unique.setdefault((each.span.start, each.span.end), each)
    return tuple(sorted(unique.values(), key=lambda r: (r.span.start, r.span.end)))


def _in_section(reading: Reading, area: Span) -> Iterator[Recipient]:
    leading = False
    for number, line in enumerate(reading.lines(area)):
        low = line.of(reading.low)
        bullet = BULLET.match(reading.low, line.start, line.end)
        if bullet is not None and leading and not low.endswith(":"):
            yield from _listed(reading, Span(bullet.end(), line.end))
            continue
        if number and leading and bullet is None and not inline(r"[.:]$").search(low):
            yield from _listed(reading, line)
            continue
        leading = _LEAD.search(low) is not None
        if number and not leading:
            for sentence in reading.sentences(line):
                yield from _in_sentence(reading, sentence)


def _listed(reading: Reading, span: Span) -> Iterator[Recipient]:
    where = reading.trim(span)
    low = where.of(reading.low)
    if 2 < len(where) < _LONGEST * 2:  # noqa: PLR2004 - an abbreviation at least
        third = _THIRD.search(low) is not None
        yield Recipient(reading.printed(where), where, third, third and _FORBIDDEN.search(low) is not None)


def _in_sentence(reading: Reading, sentence: Span) -> Iterator[Recipient]:
    """Read a sentence of the part on recipients: who sees the data, who may not."""
    low = sentence.of(reading.low)
    third = _third(reading, sentence)
    if third is not None:
        yield third
    colon = _AFTER_COLON.search(low)
    if colon is not None:
        yield from _listed(reading, Span(sentence.start + colon.start("rest"), sentence.end))
        return
    if third is not None or (_FORBIDDEN.search(low) and not _ONLY.search(low)):
        return
    match = _FUNCTION.search(reading.low, sentence.start, sentence.end)
    if match is not None:
        where = _trimmed(reading, Span(*match.span()))
        if len(where) > 5 and not _PROCESSOR.search(where.of(reading.low)):  # noqa: PLR2004 - more than 'cel'
            yield Recipient(reading.printed(where), where)


def _trimmed(reading: Reading, span: Span) -> Span:
    stop = _STOP.search(reading.low, span.start, span.end)
    where = reading.trim(Span(span.start, stop.start() if stop else span.end))
    tail = inline(r"[ ,]+(?:en|of|die|waarin|waar|wie|bij)$").search(where.of(reading.low))
    return Span(where.start, where.start + tail.start()) if tail else where


def _third(reading: Reading, sentence: Span) -> Recipient | None:
    """Return the third parties that a sentence on passing data on names or forbids."""
    low = sentence.of(reading.low)
    match = _THIRD.search(low)
    if match is None or not re.search(
        r"gegevens|lijst|bestand|mee|doorge|verstrek|toegang|uitgewisseld|deel", low
    ):
        return None
    excluded = _FORBIDDEN.search(low) is not None
    where = sentence if not excluded else Span(sentence.start + match.start(), sentence.start + match.end())
    where = reading.trim(where)
    return Recipient(reading.printed(where), where, third_party=True, excluded=excluded)


def _elsewhere(reading: Reading, sentence: Span, *, alone: bool) -> Iterator[Recipient]:
    """Outside the article on recipients only plain statements count."""
    low = sentence.of(reading.low)
    if (
        inline(r"derden(?<!\wderden)\b").search(low)
        and _FORBIDDEN.search(low)
        and inline(r"gegevens|doorge|meegedeeld|verstrekt").search(low)
    ):
        third = _third(reading, sentence)
        if third is not None:
            yield third
    elif (
        alone
        and inline(r"(?:toegang(?<!\wtoegang)|inzage(?<!\winzage))\b").search(low)
        and inline(r"gegevens|lijst").search(low)
    ):
        yield from _in_sentence(reading, sentence)
