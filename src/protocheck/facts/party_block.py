"""Where the parties are named: the block 'Tussen ... en ...', a list, or an article 'Partijen'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from protocheck.facts import names, party_clause, party_details, party_name, party_short
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import PartyRole
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_CUE = lazy(
    r"(?:^|\n) *tussen\b *:?|\b(?:de )?ondergetekenden?(?: partijen)?\b *[:,]?|\b(?:gesloten|overeengekomen"
    r"|afgesloten|aangegaan|opgemaakt|overeenkomst|protocol)"
    r"(?: door en)? tussen\b *:?|(?:^|\n) *(?:opgesteld|gesloten|aangegaan|ondertekend) door *:"
    r"|\b(?:de )?partijen (?:bij|van|in|tot|betrokken bij) (?:dit|het|deze)[^\n.:]{0,40}(?:zijn|:)"
    r"|\bverwerkingsverantwoordelijken(?: [^\n.:]{0,80})? zijn\b *:?|(?:^"
    r"|\n) *(?:\d{1,2}(?:\.\d)?\.? +)?(?:(?:de |betrokken |contracterende "
    r"|identificatie van de )?(?:partijen|verwerkingsverantwoordelijken"
    r"|instanties))(?: bij dit protocol)? *(?=[:\n])"
    r"|(?:^|\n) *(?:partij (?:1|a|i)\b|(?:meedelende|verstrekkende|verzendende|mededelende) (?:instantie"
    r"|partij)|zender|leverancier(?: van de gegevens)?) *(?=[:\n(\t–-])"
)
_END = lazy(
    r"\n *(?:na te hebben|wordt? (?:het volgende )?overeengekomen|is (?:het volgende )?overeengekomen"
    r"|(?:zijn|komen) (?:het volgende )?overeen|overwegende"
    r"|gelet op|gezien\b|context\b|aanleiding\b|preambule|inleiding|voorafgaand|hoofdstuk|toelichting"
    r"|in aanmerking nemende|considerans|overwegingen"
    r"|verklaren|wie het volgende)"
    r"|\n *(?:artikel|art\.) ?(?:\d{1,2}|[ivx]{1,4}|a|een)\b"
    r"|\b(?:worden|zullen) (?:hieronder|hierna|verder|in dit)\b|\bwordt (?:hieronder|hierna|verder"
    r"|in dit)[^\n]{0,80}\bpartij"
    r"|\b(?:hierna|verder) (?:ook )?(?:samen|gezamenlijk|beiden)[^\n\"]{0,50}\"?(?:de )?\"?partij"
    r"|(?:\n|, |; ?)(?:samen|gezamenlijk)[^\n\"]{0,60}\"?(?:de )?\"?partij"
)
_BODY = (
    r"(?:intern |extern |vlaamse? |federale |lokale |autonoom "
    r"|openbaar )?(?:verzelfstandigd )?(?:agentschap|departement|ocmw|centrum voor|gemeente|stad|provincie"
    r"|politiezone|lokaal bestuur"
    r"|overheidsdienst|kruispuntbank|gemeentebedrijf|rijksdienst|rijksinstituut|vzw)\b"
)
_START = lazy(
    r"(?:^|\n) *(?:en|tussen|enerzijds|anderzijds|alsook|alsmede|ten (?:eerste|tweede|derde"
    r"|vierde))\b *[,:;]?(?=\s)"
    r"|\n *(?:\(?\d{1,2}[.)°]+|\(?[a-h][.)]|[–•·▪-]|[eo](?= [a-z]{2})|partij (?:\d|[a-h]"
    r"|i{1,3})\b(?! en)[:.)]?) *"
    r"|\n *(?=(?:naam|benaming|officiële naam)(?: (?:van de )?(?:instantie|partij|organisatie|entiteit"
    r"|bestuur))? *[:\t])"
    r"|\n *(?=(?:de )?(?:meedelende|mededelende|verstrekkende|verzendende|ontvangende"
    r"|aanvragende) (?:instantie|partij|overheid)\b)"
    r"|\n *(?=(?:zender|verzender|ontvanger|afnemer|leverancier|verstrekker)(?: van de gegevens)? *[:\t–\n])"
    rf"|\n *(?={party_name.ROLE_IS})"
    rf"|\n *(?=(?:het |de )?{_BODY})|\n *(?:i{{1,3}}|iv)[.)] +(?=(?:het |de )(?:{_BODY}|vlaamse? ge(?:west"
    rf"|meenschap)))"
    r"|\n *(?=[^\n:]{4,140}\b(?:kbo|ondernemingsnummer|met (?:maatschappelijke )?zetel"
    r"|vertegenwoordigd door)\b)"
    r"|,? en anderzijds\b *[:,]?|; *(?:en|enerzijds|anderzijds)\b *[:,]?|\b(?:enerzijds"
    r"|eensdeels)[,;: ]+en\b *[:,]?"
    r"|[\"')] *[,;]? *en +(?=(?:het|de) )|\bhierna[^\n\",;]{3,70}[,;] *en +(?=(?:het|de) )"
    rf"|(?P<joint>\)) *,? en +(?=(?:het |de )?{_BODY})|[,;] (?:en|alsook) +(?=(?:het |de ){_BODY})"
)
_OF_ALL = lazy(r"\W*(?:beide|allebei|allen|alle drie|samen)\b")
_HEADING = lazy(
    r"\b(?:de |betrokken |contracterende )?partijen\b"
    r"(?! (?:die|en (?!(?:de |hun |haar )?(?:\w+ )?(?:(?:onder)?teken|handteken|contact|vertegenw"
    r"|functionaris"
    r"|rol|adres|zetel|bevoegd))))|verwerkingsverantwoordelijke"
    r"|betrokken instanties|meedelende en ontvangende"
)
_SHORT = 120  # a line that only says 'Partij 1: de meedelende instantie'
_REACH = 7000
_MOST_CUES = 12


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Return the bodies of the block that names most parties with most details."""
    best: tuple[Draft, ...] = ()
    score = 0
    for region in _regions(reading):
        found = _read(reading, region)
        value = sum(1 + draft.details for draft in found) if len(found) > 1 else sum(d.details for d in found)
        if value > score:
            best, score = found, value
        if len(best) > 1 and all(draft.details > 1 for draft in best):
            break
    return best


def _regions(reading: Reading) -> Iterator[Span]:
    """Yield the places where a parties block may stand, likeliest first."""
    for segment in reading.outline.of_kind("preamble"):
        yield segment.span
    for part in reading.parts:
        if part.heading_span is not None and _HEADING.search(part.heading.lower()):
            yield Span(min(part.heading_span.end, part.span.end), part.span.end)
    for count, cue in enumerate(_CUE.finditer(reading.low)):
        if count >= _MOST_CUES:
            return
        yield _until_end(reading, cue.end() if reading.low[cue.start() : cue.end()].strip() else cue.start())


def _until_end(reading: Reading, start: int) -> Span:
    return Span(start, min(len(reading.low), start + _REACH))


def _read(reading: Reading, region: Span) -> tuple[Draft, ...]:
    region = _cut(reading, region)
    found: list[Draft] = []
    role: PartyRole = "unknown"
    pieces = _pieces(reading, region)
    for (start, joint), (end, _) in pairwise(pieces):
        clause = Span(start, end)
        parsed = party_clause.parse(reading, clause)
        strict = start != region.start
        if parsed and (parsed[0].details or (strict and _looks_like_name(reading, parsed[0], clause))):
            named = tuple(replace(d, role=role) if d.role == "unknown" else d for d in parsed)
            found.extend(_joined(found, named, joint=joint))
            role = "unknown"
        elif _OF_ALL.match(reading.low, start):
            found = [_completed(reading, draft, clause) for draft in found]
        elif len(clause) < _SHORT and (stated := party_clause.role_in(clause.of(reading.low))) != "unknown":
            role = stated
        elif not joint:
            found = [
                _extended(reading, d, clause) if d.span.start == found[-1].span.start else d for d in found
            ]
    return _shared(tuple(d for d in found if d.details or len(found) > 1))


def _completed(reading: Reading, draft: Draft, clause: Span) -> Draft:
    """Add what is said of all bodies together: 'beide met zetel te ..., hierna samen ...'."""
    short, mentions, _ = party_short.short_names(reading, clause)
    return replace(
        draft,
        seat=draft.seat or party_details.seat(reading, clause),
        representatives=draft.representatives or party_details.represented(reading, clause),
        mentions=tuple(dict.fromkeys((*draft.mentions, *((short,) if short else ()), *mentions))),
    )


def _cut(reading: Reading, region: Span) -> Span:
    """End the region where the agreement itself begins, or where all parties get one name."""
    offset = region.start
    while end := _END.search(reading.low, offset, region.end):
        at = end.start()
        if reading.low[at] != "\n":
            line = reading.paragraph(at)
            plain = line.start > region.start and not re.search(
                r"vertegenwoordigd|\bzetel\b|gevestigd", line.of(reading.low)
            )
            at = line.start if plain else at
        if at > region.start + 20:
            return Span(region.start, at)
        offset = end.end()
    return region


def _pieces(reading: Reading, region: Span) -> list[tuple[int, bool]]:
    """Return where clauses start, with whether they share the details of the one after; then the end."""
    starts: list[tuple[int, bool]] = [(region.start, False)]
    for match in _START.finditer(reading.low, region.start, region.end):
        shared = match.group("joint") is not None
        at = match.start() + (1 if reading.low[match.start()] in "\n\"')" else 0)
        if at > starts[-1][0]:
            starts.append((at, shared))
    starts.append((region.end, False))
    return starts


def _looks_like_name(reading: Reading, draft: Draft, clause: Span) -> bool:
    """Accept a bare name in a list of parties when it is all its line says and names a body."""
    return names.is_body(draft.name) and len(reading.printed(clause)) < len(draft.name) + 30


def _extended(reading: Reading, draft: Draft, clause: Span) -> Draft:
    """Read a clause again together with the lines that follow it (its seat, its people, its short name)."""
    whole = Span(draft.span.start, clause.end)
    parsed = party_clause.parse(reading, whole)
    match = next((each for each in parsed if each.name == draft.name), None)
    if match is None or match.details <= draft.details:
        return draft
    return replace(
        match, kbo=draft.kbo or match.kbo, kbo_valid=draft.kbo_valid or (not draft.kbo and match.kbo_valid)
    )


def _joined(found: list[Draft], parsed: tuple[Draft, ...], *, joint: bool) -> tuple[Draft, ...]:
    """Give the body before 'en' the seat and people that stand behind both."""
    if joint and found:
        last, new = found[-1], parsed[0]
        found[-1] = replace(
            last,
            seat=last.seat or new.seat,
            representatives=last.representatives or new.representatives,
            span=Span(last.span.start, new.span.end),
        )
    return parsed


def _shared(found: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Give a collective name also to the bodies before it that have no short name of their own."""
    result = list(found)
    for index, draft in enumerate(found):
        if not draft.collective or draft.short:
            continue
        group = [m for m in draft.mentions if names.is_generic(m)]
        for earlier in range(index - 1, -1, -1):
            if result[earlier].short or result[earlier].mentions or not _alike(result[earlier], draft):
                break
            result[earlier] = replace(
                result[earlier], mentions=(*result[earlier].mentions, *group), role=draft.role
            )
    return tuple(result)


def _alike(one: Draft, other: Draft) -> bool:
    """Tell whether two bodies can share a common name: one seat, or of one kind."""
    if one.seat and one.seat == other.seat:
        return True
    kinds = {names.kind_of(one.name), names.kind_of(other.name)}
    return len(kinds) == 1 or kinds == {"municipality", "ocmw"}
