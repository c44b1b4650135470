"""The parties to a letter or a free text: no block names them, but its head, its opening and its words do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import addresses, kbo, names, party_bodies, party_details, persons
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party, PartyRole, Person
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_SALUTE = lazy(
    r"(?:^|\n) *(?:(?:geachte?\b|beste (?=[a-z]))[^\n]{0,60}|(?:waarde |hooggeachte )?(?:mevrouw|mijnheer"
    r"|heer"
    r"|dames en heren|collega'?s?)(?: de [\w-]{3,30}|,? (?:mevrouw|mijnheer|voorzitter"
    r"|burgemeester))?(?:,? +(?:dames en heren|geachte|mijnheer"
    r"|mevrouw)(?: de)?(?: [\w-]{3,30}){0,3})?,? *(?=\n))"
)
_ABOVE = 400  # a signature that stands above the part for agreement
_HEAD = 2500  # a letter is greeted on its first page
# Who opens the letters of a body; the name of the body may stand on the next line.
_DESK = (
    r"(?:(?:het |de )?(?:college(?: van burgemeester en schepenen|(?! van burg))|(?:\w+)?bestuur"
    r"|bestuursorgaan|bestuurders"
    r"|directie(?:comité|raad)?|raad van (?:bestuur|beheer)|secretariaat|leiding|deputatie|vast bureau"
    r"|(?:dagelijks |algemeen )(?:bestuur|directeur)|leden van (?:het|de) [\w-]+(?: van \w+)?"
    r"|\w{0,10}griffier?"
    r"|voorzit(?:ter|ster)s?|\w{0,14}directeurs?|directrice|burgemeester|gouverneur|korpschef|zonecommandant"
    r"|secretaris(?:-generaal)?|administrateur(?:-generaal)?|leidend ambtenaar|zaakvoerders?|rector"
    r"|gedelegeerd bestuurder|beheerders?|coördinator))\s+van\b ?(?:(?:het|de)\b ?)?"
)
_TO = lazy(
    r"\s*(?:Aan|AAN|Ter attentie van|T\.?a\.?v\.?|Gericht aan|Bestemd voor|Bestemmeling|Geadresseerde)(?!\w)"
    rf":? *(?:{_DESK}|(?:het|de)\b ?)?"
)
_OF_DESK = lazy(rf"\s*(?:{_DESK})", re.IGNORECASE)
_SOMEONE = lazy(r"(?:de heer|dhr|heer|mevr\w*|mw|meneer|mijnheer|dames|heren)\b", re.IGNORECASE)
_POSTCODE = lazy(r"\b[1-9]\d{3} {1,3}$")
_POSTCODE_REACH = 8
_SUBJECT = lazy(
    r"\s*(?:betreft|onderwerp|(?:uw |ons )?kenmerk|datum|uw (?:brief|bericht|referentie)|bijlage)\b",
    re.IGNORECASE,
)
_CUT = lazy(r" [–-] |, |\(| {3,}")
# A body by its kind and its own name: 'de gemeente Klaverdam', 'het Vlaams Agentschap Sneeuwruiming'.
_PROPER = (
    r"[A-ZÀ-Þ][\w'-]+(?: (?:(?:van|voor|en|de|het|der|den|te) ){0,2}"
    r"(?!Stad|Gemeente|OCMW|Provincie|Agentschap|Departement)[A-ZÀ-Þ][\w'-]+){0,5}"
)
_BODY = lazy(
    r"\b(?P<name>(?:(?:[Vv]laamse?|[Ii]ntern|[Ee]xtern|[Vv]erzelfstandigd|[Aa]utonoom) ){0,2}"
    r"(?:[Ss]tad|[Gg]emeente(?:bedrijf)?|OCMW(?: van)?|[Pp]rovincie|[Aa]gentschap(?: voor)?|[Dd]epartement"
    r"|[Pp]olitiezone|[Hh]ulpverleningszone|[Ii]ntercommunale|[Hh]ogeschool|[Uu]niversiteit|vzw"
    rf"|\w{{0,20}}maatschappij|\w{{0,20}}vereniging|[Ff]onds) {_PROPER})"
)
_AGREE = lazy(
    r"\b(?:spreken|sprak|spraken|komen|kwamen|maken|maakten|leggen|legt|legden|sluiten|sloten|bevestig\w+"
    r"|regelen|regelt|vastgelegd|afgesproken|overeengekomen|afspraken)\b"
)
_BETWEEN = 200  # what stands behind a name, in brackets or commas
_GIVEN = lazy(
    r"\b(?:wij|we) (?:be?zorgen|geven|sturen|delen|leveren|zenden|mailen|maken)\b|\bvan ons\b"
    r"|\b(?:bezorgen|geven|sturen|delen|leveren|zenden|mailen) (?:wij|we)\b"
    r"|\bu (?:ontvangt|krijgt|gebruikt|verwerkt|bewaart|vraagt ons|vroeg ons)\b|\b(?:ontvangt|krijgt"
    r"|gebruikt) u\b"
)
_GOT = lazy(
    r"\bu (?:bezorgt|geeft|stuurt|deelt|levert|zendt|mailt)\b|\bvan u\b"
    r"|\b(?:bezorgt|geeft|stuurt|deelt|levert|zendt|mailt) u\b"
    r"|\b(?:wij|we) (?:ontvangen|krijgen|gebruiken|verwerken|bewaren|vragen u)\b|\b(?:ontvangen"
    r"|krijgen) (?:wij|we)\b"
)
_WE_GIVE = lazy(
    r"(?:^|(?<=[\n.,;:])) {0,2}(?:de|het|onze?) [\w-]{3,40}(?: [\w-]{2,30})?"
    r" (?:bezorgt|geeft|stuurt|deelt|levert|zendt|mailt) u\b"
)
_OFFICER = r"(?:functionaris\w{0,4}|dpo|fg|gegevensbescherm\w{2,3})"
_SPOKEN = lazy(
    rf"\b(?:(?P<you>(?:uw|die van u)\b[^.;]{{0,20}}\b{_OFFICER}"
    rf"|{_OFFICER}\b[^.;(]{{0,40}}\b(?:die|van|bij) u\b|de uwe)"
    rf"|(?:onze|ons)\b[^.;]{{0,20}}\b{_OFFICER}"
    rf"|{_OFFICER}\b[^.;(]{{0,40}}\b(?:die wij|van ons|bij ons)\b|de onze)\b"
)
_FORMULA = lazy(r"\b(?:Voor|Namens|NAMENS|VOOR|Met|Hoogachtend|Gelezen|namens)\b[^\n]*")
_CLOSING = lazy(
    r"(?:^|\n) *(?:met (?:de |een |onze )?(?:\w+ ){0,2}(?:hoogachting|groet(?:en)?)|hoogachtend"
    r"|(?:vriendelijke|hartelijke|beste) groet(?:en)?)\b"
)
_AGREED = lazy(r"\bvoor (?:akkoord|ontvangst|eensluidend)\b|\bgelezen en goedgekeurd\b")


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Return the writer and the addressee of a letter, or the bodies that a free text says agree."""
    found = tuple(_of_head(reading))
    return found if len(found) > 1 else tuple(_of_words(reading))


def addressed(reading: Reading) -> tuple[Draft, ...]:
    """Return who writes and who is written to, when the text is a letter."""
    return tuple(_of_head(reading)) if _salute(reading) >= 0 else ()


def _salute(reading: Reading) -> int:
    """Return where a letter greets its reader; -1 when the text is no letter."""
    found = _SALUTE.search(reading.low, 0, _HEAD)
    return found.start() if found else -1


def _of_head(reading: Reading) -> Iterator[Draft]:
    """Yield who writes and who is written to, as the lines above the greeting tell."""
    for block in _blocks(reading):
        draft = _of_lines(reading, block)
        if draft is not None:
            yield draft


def _blocks(reading: Reading) -> tuple[Sequence[Span], Sequence[Span]]:
    """Return the lines above the greeting of who writes, and of who is written to."""
    lines = list(_lines(reading, max(_salute(reading), 0)))
    to = next((i for i, line in enumerate(lines) if _TO.match(line.of(reading.text))), len(lines))
    last = next((i for i in range(to, len(lines)) if _SUBJECT.match(lines[i].of(reading.text))), len(lines))
    return lines[:to], lines[to:last]


def _lines(reading: Reading, end: int) -> Iterator[Span]:
    for match in inline(r"[^\n]+").finditer(reading.text[:end]):
        if match.group().strip():
            yield Span(*match.span())


def _of_lines(reading: Reading, lines: Sequence[Span]) -> Draft | None:
    """Read a body with its number and seat from the lines of a letter head."""
    awaited = False  # the line before says who opens the letters of what this line names
    for number, line in enumerate(lines):
        opening = _TO.match(line.of(reading.text))
        desk = _OF_DESK.match(line.of(reading.text)) if awaited and opening is None else None
        found = opening or desk
        start = reading.trim(Span(line.start + (found.end() if found else 0), line.end)).start
        cut = _CUT.search(reading.text, start, line.end)
        name = reading.trim(Span(start, cut.start() if cut else line.end))
        printed = names.bare(reading.printed(name))
        own = any(printed.startswith(word) for word in ("van de ", "van het "))
        printed = printed.split(" ", 2)[2] if own else printed
        first = opening is not None and not _opens_for_it(reading, lines[1:2])
        counted = inline(r"\d").search(line.of(reading.text)) is not None
        if _is_named(printed, first=first and number == 0, awaited=awaited and not counted):
            draft = _draft(reading, printed, Span(name.start, lines[-1].end))
            alone = next((a for each in lines[number:] for a in addresses.find(reading.flat, each)), None)
            return replace(draft, seat=reading.printed(alone)) if alone is not None else draft
        awaited = (awaited or opening is not None) and not counted
    return None


def _opens_for_it(reading: Reading, lines: Sequence[Span]) -> bool:
    """Tell whether a line says of what body the person on the line before opens the letters."""
    return any(_OF_DESK.match(line.of(reading.text)) for line in lines)


def _is_named(printed: str, *, first: bool, awaited: bool) -> bool:
    """Tell whether a line of a letter head names a body."""
    if not printed or not printed[0].isalpha() or _SOMEONE.match(printed):
        return False
    if names.is_generic(printed) or "college van" in printed.lower():
        return False
    return names.is_body(printed) or first or (awaited and party_bodies.looks_like_body(printed))


def _draft(reading: Reading, name: str, area: Span) -> Draft:
    number = next(kbo.find(reading.low, area), None)
    seat = party_details.seat(reading, area)
    return Draft(
        name=name,
        span=reading.trim(area, " \t\n;,"),
        kbo=number.digits if number else "",
        kbo_valid=bool(number and number.valid),
        seat=seat,
    )


def _of_words(reading: Reading) -> Iterator[Draft]:
    """Yield the bodies of the first sentence that says that two or more agree."""
    for sentence in reading.every:
        if not _AGREE.search(reading.low, sentence.start, sentence.end):
            continue
        bodies = list(_BODY.finditer(reading.flat, sentence.start, sentence.end))
        distinct = {" ".join(body.group("name").lower().split()): body for body in reversed(bodies)}
        if len(distinct) > 1:
            chosen = sorted(distinct.values(), key=lambda body: body.start())
            ends = [*(body.start() for body in chosen[1:]), sentence.end]
            yield from (
                _told(reading, body, Span(body.start("name"), min(end, body.end() + _BETWEEN)))
                for body, end in zip(chosen, ends, strict=True)
            )
            return


def _told(reading: Reading, body: re.Match[str], area: Span) -> Draft:
    """Read what stands behind a name, and what a sentence of its own adds."""
    draft = _draft(reading, reading.printed(Span(*body.span("name"))), area)
    spoken = (names.noun_of(draft.name), draft.name.lower())
    for sentence in reading.every:
        low = sentence.of(reading.low)
        if draft.kbo and draft.seat:
            break
        if low.startswith(tuple(filter(None, spoken))):
            more = _draft(reading, draft.name, sentence)
            draft = replace(
                draft,
                kbo=draft.kbo or more.kbo,
                kbo_valid=draft.kbo_valid or more.kbo_valid,
                seat=draft.seat or more.seat,
            )
    return draft


def sides(reading: Reading, parties: Sequence[Party]) -> tuple[PartyRole, ...]:
    """Return who sends and who receives in a letter between two, by what 'wij' and 'u' do."""
    unknown: tuple[PartyRole, ...] = tuple("unknown" for _ in parties)
    if len(parties) != 2 or _salute(reading) < 0:  # noqa: PLR2004 - who writes and who reads
        return unknown
    ours = len(_WE_GIVE.findall(reading.low))  # 'De stad bezorgt u': to you, and not by you
    given, got = len(_GIVEN.findall(reading.low)) + ours, len(_GOT.findall(reading.low)) - ours
    if given == got:
        return unknown
    addressed = _addressee(reading, parties)
    writer: PartyRole = "sender" if given > got else "receiver"
    reader: PartyRole = "receiver" if given > got else "sender"
    return tuple(reader if index == addressed else writer for index in range(len(parties)))


def side_of(words: str, reading: Reading, parties: Sequence[Party]) -> int | None:
    """Return the party that 'onze functionaris' or 'de functionaris die u deelt' speaks of, in a letter."""
    spoken = list(_SPOKEN.finditer(words))
    if not spoken or len(parties) != 2 or _salute(reading) < 0:  # noqa: PLR2004 - who writes and who reads
        return None
    reader = _addressee(reading, parties)
    return reader if spoken[-1].group("you") else 1 - reader


def _addressee(reading: Reading, parties: Sequence[Party]) -> int:
    """Return which of two parties the letter is sent to: the one behind 'Aan', else the second."""
    roster = names.Roster(parties)
    writer, reader = (_named_in(reading, roster, block) for block in _blocks(reading))
    if reader is not None and reader != writer:
        return reader
    if writer is not None:
        return 1 - writer
    for index, party in enumerate(parties):
        line = reading.text.rfind("\n", 0, max(party.span.start - 60, 0)) + 1
        if inline(r"(?:^|\n) *Aan\b[^\n]{0,60}\n?[^\n]{0,60}$").search(reading.text[line : party.span.start]):
            return index
    return 1


def _named_in(reading: Reading, roster: names.Roster, lines: Sequence[Span]) -> int | None:
    """Return the first party that lines of a letter head name, not as the town of an address."""
    for mention in roster.find(reading.low, lines[0].start, lines[-1].end) if lines else ():
        ahead = reading.before(mention.span.start, _POSTCODE_REACH)
        if len(mention.parties) == 1 and _POSTCODE.search(ahead) is None:
            return mention.parties[0]
    return None


def signed(reading: Reading, parties: Sequence[Party]) -> tuple[tuple[Person, ...], ...]:
    """Return per party who signs a letter: the writer's people first, the reader's for agreement."""
    block = next(reading.outline.of_kind("signature"), None)
    if _salute(reading) < 0 or len(parties) != 2 or block is None:  # noqa: PLR2004 - who writes and who reads
        return tuple(() for _ in parties)
    closing = _CLOSING.search(reading.low, max(0, block.span.start - _ABOVE), block.span.start)
    start = closing.end() if closing is not None else block.span.start
    agreed = _AGREED.search(reading.low, start, block.span.end)
    at = agreed.start() if agreed else block.span.end
    pieces = (Span(start, at), Span(at, block.span.end))
    people = [_people(reading, piece) for piece in pieces]
    return (people[0], people[1]) if _addressee(reading, parties) == 1 else (people[1], people[0])


def _people(reading: Reading, piece: Span) -> tuple[Person, ...]:
    """Return the people with a function below the lines that say for whom they sign."""
    start = piece.start
    for line in _FORMULA.finditer(reading.text, piece.start, piece.end):
        start = line.end()
    beside = tuple(persons.in_columns(reading, Span(start, piece.end)))
    return beside or tuple(each for each in persons.people(reading, Span(start, piece.end)) if each.function)
