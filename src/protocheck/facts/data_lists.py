"""Data given as a bulleted list, or summed up in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.facts.headings import sections
from protocheck.facts.reading import Reading
from protocheck.model.facts import DataItem
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# The citizen who hands in a form is no party, nor is who asks a question; a template's word lists nothing.
FOREIGN = lazy(
    r"\s*(?:\[|(?:de|een|elke|iedere) (?:burger|aanvrager|inwoner|ouder|deelnemer|huurder|eigenaar|klant"
    r"|gebruiker|betrokkene|bezoeker|student|gezin)\w{0,2}\b[^.;]{0,30}"
    r"\b(?:delen|deelt|bezorgen|bezorgt|vullen|vult|geven|geeft|dienen|dient|vermelden|vermeldt)\b"
    r"|(?:bij|voor|met) (?:al uw |een )?vragen\b)"
)
# When something is done, or where it stands, is no datum: 'een eerste keer in mei', 'staat in bijlage 1'.
_NO_THING = lazy(
    r"(?:(?:een |de )?(?:eerste|tweede|laatste|volgende) (?:keer|maal|werkdag|week|maandag|levering)\b|en\b"
    r"|elke (?:dag|week|maand)\b|(?:staa[nt]|vind(?:t|en)) )"
    r"|.*\b(?:staat|staan) in (?:de )?(?:bijlage|artikel|tabel)\b"
)
BULLET = lazy(
    r"(?:[-\u2013\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7>*\u2610\u2611]+ *|[eo] +(?=\S)|\(?(?:[a-z0-9]{1,2}"
    r"|[ivx]{1,5})[.)\u00b0]+ +|\d{1,2}\.\d{1,2}\.? +)"
)
_DATA = lazy(r"\b\w{0,20}gegevens?(?:elementen|categorie\w{0,3}|sets?)?\b|\bdata\b|\battributen\b|\bvelden\b")
_SHARED = lazy(
    r"\b(?:g(?:eeft|even)\b[^.:;]{0,120}\bdoor|mee(?:ge|te)?deel\w*|meedelen|mee te delen|meegedeeld\w*"
    r"|medegedeeld\w*|deelt|delen|gedeeld\w*"
    r"|uitgewisseld\w*|uit te wisselen|overgemaakt|overmaken|bezorgd|bezorgt|verstrekt|doorgegeven"
    r"|doorgestuurd|meldt|melden|gemeld|ter beschikking|beschikbaar"
    r"|verwerkt|opgevraagd|gevraagde|geleverd|mededeling|betreft|betreffen|omvat\w*|volgende|onderstaande"
    r"|hiernavolgende|hieronder|ontvangt|ontvangen)\b"
)
_TOLD = lazy(
    r"\b(?:meegedeeld|medegedeeld|doorgegeven|uitgewisseld|overgemaakt|bezorgd|geleverd|verstrekt"
    r"|gedeeld|ter beschikking gesteld) worden\b"
    r"|\bworden[^.:]{0,60}(?:meegedeeld|medegedeeld|doorgegeven|uitgewisseld|overgemaakt|bezorgd|geleverd"
    r"|verstrekt"
    r"|gedeeld|ter beschikking gesteld)\b|\b(?:lijst|bestand|bericht|levering|dataset|uittreksel"
    r"|antwoord|\w{0,12}stroom|\w{0,12}uitwisseling|mededeling|doorgifte|record|fiche)\b[^.:]{0,40}"
    r"\b(?:bevat|vermeldt|omvat|bestaat uit)\b"
    r"|\b(?:bezorgt|levert|verstrekt|deelt|stuurt|geeft)\b[^.:]{0,80}(?:\bmee|\bdoor|\bover|\baf)? ?:$"
)
_DENIED = lazy(r"\b(?:niet|geen|nooit|uitgesloten|uitgezonderd|met uitzondering van|behalve|zonder)\b")
_OTHER_LEAD = lazy(
    r"\b(?:maatregelen|ontvangers?|diensten|voorwaarden|doeleinden|doeleinde|rechten|verplichtingen|stappen"
    r"|contact(?:persoon|personen|punt\w*)|afspraken|basis|rechtsgrond\w*"
    r"|redenen|gezien|procedure|personen krijgen|bijlagen|partijen|artikels?|doel|verwerkers"
    r"|functionaris\w*|machtiging\w*|categorie\w{0,6} (?:van )?ontvang\w+|gegevenslek\w*|beveilig\w+"
    r"|taken)\b"
)
_TERM = (
    r"(?:naam|namen|voornaam|voornamen|familienaam|achternaam|adres|adresgegevens|woonplaats"
    r"|rijksregisternummer|insz(?:-nummer)?|identificatienummer|geboortedatum|geboorteplaats"
    r"|telefoonnummer|telefoon|gsm(?:-nummer)?|e-?mailadres|e-?mail|geslacht|nationaliteit"
    r"|gezinssamenstelling|burgerlijke staat|inkomen|inkomensgegevens|rekeningnummer"
    r"|bankrekeningnummer|contactgegevens|identificatiegegevens|verblijfplaats|datum van overlijden"
    r"|postcode|nummerplaat|diploma|taal|leeftijd|kadastrale gegevens|perceelnummer|huisnummer|straatnaam"
    r"|bedrag|startdatum|einddatum|statuut)"
)
_KNOWN = lazy(rf"\b{_TERM}\b")
_TERMS = lazy(
    rf"(?:(?:de|het|zijn|haar|hun|diens) )?\b{_TERM}\b(?:(?:, (?:en )?| en | of | en/of |/| alsook "
    rf"| evenals )(?:(?:de|het|zijn|haar|hun|diens) )?(?:\w+ ){{0,2}}?{_TERM}\b){{1,20}}"
    r"(?P<of>(?: van (?:de|het|een|elke?|iedere|alle)? ?[\w/-]+(?: (?:en|of|van|die|wiens|met|in) (?:(?:de"
    r"|het|een) )?[\w/-]+){0,4})?)"
)
# Any row of things with an article, in an article on data: 'de looptijd, het bedrag en de vervaldag'.
_NOUN = (
    r"[\w'-]{3,30}(?: (?:van|voor|in|op|per|tot|uit|met|aan|bij) "
    r"(?:(?:de|het|een|zijn|haar|hun|elke?) )?[\w'-]{2,30}){0,2}"
)
_SERIES = lazy(
    rf"\b(?:de|het|zijn|haar|hun) {_NOUN}(?:(?:, (?:en )?| en | alsook | evenals )(?:(?:de|het|zijn|haar"
    rf"|hun) ){_NOUN}){{1,15}}"
)
_GIVEN = lazy(
    r"\b(?:deelt|bezorgt|levert|geeft|geven|meldt|melden|verstrekt|stuurt|zendt|ontvangt|krijgt|verneemt"
    r"|bevat|omvat|vermeldt"
    r"|bestaat uit|beperkt zich tot"
    r"|meegedeeld|doorgegeven|bezorgd|geleverd|overgemaakt|gaat over|slaat op)\b"
)
# Where the name of a datum ends and its reason begins.
_REASON = lazy(
    r"(?: *[:\u2013(] *| +- +|[,;] *| +)(?P<why>(?:(?:dit|deze?|die|dat) (?:gegevens? )?(?:is"
    r"|zijn) )?(?:(?:strikt )?(?:noodzakelijk|nodig|vereist)\b|om\b(?! (?:de|het) \w+$)|teneinde"
    r"|ter (?=\w)|opdat|zodat|omdat|want\b|met het oog op|laat toe|maakt het mogelijk|dient (?:om|ter"
    r"|voor)|voor (?:de|het) (?:unieke |correcte |juiste )?(?:\w{3,20}ing|\w{3,20}atie|toekennen|bepalen"
    r"|berekenen|identificeren|contacteren)).*)",
    re.DOTALL,
)
# 'De naam: we moeten weten wie we voor ons hebben': behind the colon stands a sentence and no datum. So does
# a task ('diploma: toetsen of ...'), 'gezinsgrootte: die bepaalt het tarief', what it is for ('waarmee ...'),
# a word in brackets ('woonplaats (bepaalt het loket)'), and a sentence of its own ('Bouwjaar. Daaruit ...').
_CLAUSE = lazy(
    r"[:;] +(?P<why>(?=[^:\n]*\b(?:we|wij|ze|zij|men|daar\w{0,6}|zo|hangt"
    r"|krijgt|geeft|komt|geldt|is|zijn|moet|moeten|kan|kunnen|gaat|gaan|anders"
    r"|zonder|wordt"
    r"|worden|ziet|heeft)\b).*)"
    r"|[:;] +(?P<task>(?!namen|adressen|personen|kinderen|bedragen)[a-z]{4,20}en"
    r" (?:of|dat|wie|welke?|wat|van|de|het|een|in|op|aan|met|tot|bij)\b.*)"
    r"|[:;] +(?P<this>(?:die|dat|deze|dit|hij|zij) [a-z]{3,15}t\b.*)"
    r"|, +(?P<by>waar(?:mee|door|uit|op|aan|voor)\b.*)"
    r"|\((?P<inner>(?:dient|bepaalt|toont|bewijst|vermijdt|voorkomt|vanaf dan|laat|nodig|zonder|anders)\b"
    r"[^)]*)"
    r"|\. +(?P<more>(?:daar\w{2,6}|zo|zonder|dat|dit|die|deze|hiermee|hieruit|ze|het|anders|nodig|om)\b"
    r".{8,})",
    re.DOTALL,
)
_NEW_SENTENCE = lazy(r"(?<=[a-z)\d]{3})\. +(?=[A-ZÀ-Þ])")
_REASON_OPENS = lazy(
    r"(?:daar\w{2,6}|zo|zonder|dat|dit|die|deze|hiermee|hieruit|ze|het (?=[a-z]{3,15}t\b)|anders|nodig|om"
    r"|noodzakelijk)\b"
)
_NOTE = lazy(
    r" *\((?P<why>(?:voor|om|omdat|nodig|noodzakelijk|vereist|ter|want|zodat|opdat|zonder|waarmee"
    r"|teneinde|wegens)"
    r" (?!zover|het geval)[^()]{4,200})\)$"
)
_FINITE = lazy(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|mag|mogen|deelt|bezorgt"
    r"|geldt|stelt)\b"
)
_NO_DATUM = lazy(
    r"\b(?:wordt|worden|zal|zullen|moet|moeten|kan|kunnen) (?:niet|geen)\b|\b(?:niet"
    r"|geen)\b.{0,60}\b(?:mee)?gedeeld|^(?:nvt|geen)\b"
)
_PART = lazy(r"[,;]\s*(?:en\s+|of\s+)?|\s+(?:en|alsook|evenals|en/of)\s+(?:ook\s+)?")
_ARTICLE = lazy(r"^(?:(?:de|het|een|zijn|haar|hun|diens)\s+)+")
_OTHER_LIST = lazy(r"\b(?:maatregelen|ontvangers|diensten|voorwaarden|doeleinden)\b")
_ANNOUNCED = lazy(r"\b(?:volgende|onderstaande|hieronder|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b")
_LONGEST = 320
_LEAD = 60  # 'Per leerling:', 'Van elke eigenaar worden doorgegeven:'
_NAME_WORDS = 6


def listed(reading: Reading) -> tuple[DataItem, ...]:
    """Return the data of the lists that a sentence on data introduces."""
    areas = sections(reading, "data")
    headings = {part.heading_span.start for part in reading.parts if part.heading_span is not None}
    found: list[DataItem] = []
    for leads, bullets in _lists(reading):
        inside = any(leads[0].start in area for area in areas)
        headed = inside and leads[0].start in headings and all(_plain(reading, each) for each in bullets)
        if headed or any(_introduces(lead.of(reading.low), inside=inside) for lead in leads):
            found.extend(item for bullet in bullets for item in _of_bullet(reading, bullet))
    return tuple(found)


def inline(reading: Reading) -> tuple[DataItem, ...]:
    """Return the data that a sentence sums up, after a colon or as a row of well-known data."""
    areas = sections(reading, "data") or (Span(0, len(reading.flat)),)
    found: list[DataItem] = []
    for area in areas:
        for sentence in reading.sentences(area):
            low = sentence.of(reading.low)
            if not (_DENIED.search(low) or foreign(low)):
                found.extend(_of_sentence(reading, sentence, inside=areas[0].end < len(reading.flat)))
    if not found and areas[0] != Span(0, len(reading.flat)):
        for sentence in reading.sentences(Span(0, len(reading.flat))):
            low = sentence.of(reading.low)
            if _DATA.search(low) and not (_DENIED.search(low) or foreign(low)):
                found.extend(_of_sentence(reading, sentence, inside=False))
    return tuple(found)


def foreign(low: str) -> bool:
    """Tell whether a sentence is about what others than the parties hand in, or instructs the writer.

    The heading above it may have been read along, on a line of its own.
    """
    return FOREIGN.match(low[low.rfind("\n") + 1 :]) is not None


def _lists(reading: Reading) -> Iterator[tuple[tuple[Span, ...], list[Span]]]:
    """Yield each run of bullets with the line before it; a bullet that leads a list has two such lines."""
    headings = {part.heading_span.start for part in reading.parts if part.heading_span is not None}
    leads: tuple[Span, ...] = ()
    bullets: list[Span] = []
    rank = 0
    for line in reading.lines(Span(0, len(reading.flat))):
        marker = BULLET.match(reading.low, line.start, line.end)
        depth = _depth(marker.group()) if marker is not None else 0
        leading = reading.low[line.end - 1] == ":"
        if marker is not None and leads and not leading and line.start not in headings and depth >= rank:
            rank = rank or depth
            bullets.append(Span(marker.end(), line.end))
            continue
        if bullets:
            yield leads, bullets
        leads = (line, *leads[-1:]) if marker is not None and leading else (line,)
        bullets, rank = [], 0
    if bullets:
        yield leads, bullets


def _depth(marker: str) -> int:
    """Rank a bullet: '4.2' stands above '1.', '1.' above 'a)', and 'a)' above a dash."""
    if re.match(r"\d{1,2}\.\d", marker):
        return 1
    if re.match(r"\(?\d", marker):
        return 2
    return 3 if re.match(r"\(?[a-z]{1,5}[.)°]", marker) else 4


def _plain(reading: Reading, bullet: Span) -> bool:
    """Tell whether a bullet begins with a datum, and not with a sentence."""
    return _FINITE.search(re.split(r"[,;:(]", bullet.of(reading.low), maxsplit=1)[0]) is None


def _introduces(low: str, *, inside: bool) -> bool:
    """Tell whether a line introduces a list of data that are communicated."""
    last = re.split(r"[.?!] +", low.strip())[-1]
    if _DENIED.search(last):
        return False
    if inside and last.endswith(":") and not _OTHER_LIST.search(last):
        return True
    if inside and last.endswith("?") and last.startswith(("wat ", "welke ", "over welke ")):
        return True
    if inside and last.endswith(".") and _DATA.search(last) and _ANNOUNCED.search(last):
        return True
    if not last.endswith(":") or _OTHER_LEAD.search(last):
        return False
    return (_DATA.search(last) is not None and _SHARED.search(last) is not None) or _TOLD.search(
        last
    ) is not None


def _of_bullet(reading: Reading, bullet: Span) -> Iterator[DataItem]:
    span = reading.trim(bullet)
    low = span.of(reading.low)
    if bullet.of(reading.low).rstrip().endswith(":") or not 2 < len(low) < _LONGEST or _NO_DATUM.search(low):  # noqa: PLR2004 - 'nr'
        return
    more = _NEW_SENTENCE.search(reading.flat, span.start + 3, span.end)
    if more is not None and _REASON_OPENS.match(reading.low, more.end()) is None:
        span = reading.trim(Span(span.start, more.start()))  # the line below the last point was read along
    if low.endswith(" en"):
        span = reading.trim(Span(span.start, span.end - 3))
    name, why = parted(reading, span)
    if len(name):
        yield DataItem(reading.printed(name), name, reading.printed(why) if why is not None else "", why)


def parted(reading: Reading, span: Span) -> tuple[Span, Span | None]:
    """Part the name of a datum from the reason behind it; no reason when there is none."""
    reason = _REASON.search(reading.low, span.start + 3, span.end) or _CLAUSE.search(
        reading.low, span.start + 3, span.end
    )
    if reason is None:
        return reading.trim(span), None
    name = reading.trim(Span(span.start, reason.start()))
    why = reading.trim(Span(*reason.span(reason.lastgroup or 0)), " \t\n;,.")
    if name.of(reading.flat).count("(") == 0:
        why = reading.trim(why, " \t\n;,.)")
    return name, why


def _of_sentence(reading: Reading, sentence: Span, *, inside: bool) -> Iterator[DataItem]:
    low = sentence.of(reading.low)
    colon = low.find(":")
    if (
        colon > 0
        and _DATA.search(low, 0, colon)
        and _SHARED.search(low, 0, colon)
        and not _OTHER_LEAD.search(low, 0, colon)
    ):
        yield from split(reading, reading.trim(Span(sentence.start + colon + 1, sentence.end)))
        return
    if colon > 0 and _SHARED.search(low, 0, colon) and len(_KNOWN.findall(low, colon)) > 1:
        yield from split(reading, reading.trim(Span(sentence.start + colon + 1, sentence.end)))
        return
    if inside and 0 < colon <= _LEAD and _is_row_of_names(low[colon + 1 :]):
        yield from split(reading, reading.trim(Span(sentence.start + colon + 1, sentence.end)))
        return
    if _SHARED.search(low) is None and not (inside and _GIVEN.search(low)):
        return
    match = _TERMS.search(reading.low, sentence.start, sentence.end)
    if match is None and inside and _GIVEN.search(low):
        match = _SERIES.search(reading.low, sentence.start, sentence.end)
    if match is not None:
        yield from split(reading, Span(*match.span()))


def _is_row_of_names(low: str) -> bool:
    """Tell whether a text is a row of short names and no sentence: 'stamnummer, naam, klas en school'."""
    pieces = _PART.split(low.strip(" ."))
    short = all(len(piece.split()) <= _NAME_WORDS for piece in pieces)
    return len(pieces) > 2 and short and not (_FINITE.search(low) or _OTHER_LEAD.search(low))  # noqa: PLR2004 - two names are no row


def split(reading: Reading, span: Span) -> Iterator[DataItem]:
    """Cut an enumeration at its commas and its last 'en', but never inside brackets."""
    start, depth_checked = span.start, span.start
    pieces: list[Span] = []
    for comma in _PART.finditer(reading.low, span.start, span.end):
        inside = reading.low[depth_checked : comma.start()]
        if inside.count("(") > inside.count(")"):
            continue
        pieces.append(Span(start, comma.start()))
        start = depth_checked = comma.end()
    pieces.append(Span(start, span.end))
    for piece in pieces:
        opening = _ARTICLE.match(reading.low[piece.start : piece.end])
        name = reading.trim(Span(piece.start + (opening.end() if opening else 0), piece.end))
        if 1 < len(name) < _LONGEST and not _NO_THING.match(name.of(reading.low)):
            yield _noted(reading, name)


def _noted(reading: Reading, name: Span) -> DataItem:
    """Take the reason out of the brackets behind a datum: 'het dieet (om allergie te vermijden)'."""
    note = _NOTE.search(reading.low, name.start + 2, name.end)
    if note is None:
        return DataItem(reading.printed(name), name)
    why = Span(*note.span("why"))
    name = reading.trim(Span(name.start, note.start()))
    return DataItem(reading.printed(name), name, reading.printed(why), why)
