"""One clause of the parties block: name, number, seat, representatives, short names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from protocheck.facts import addresses, kbo, names, persons
from protocheck.facts.reading import Reading
from protocheck.model.facts import PartyRole, Person
from protocheck.model.geometry import Span

_SEAT = re.compile(
    r"\b(?:met |waarvan de |en )?(?:als )?(?:maatschappelijke |sociale |administratieve |statutaire )?(?:hoofd)?zetel(?: is| zijnde)?"
    r"(?: gevestigd| gelegen)?(?: te| aan| in| op)?\b *:? *"
    r"|\b(?:gelegen|gevestigd|zetelend|kantoor ?houdende?)(?: te| aan| in| op)\b *:? *"
    r"|\b(?:met |waarvan de )?kantoren(?: zijn)?(?: gevestigd| gelegen)?(?: te| aan| in| op)\b *:? *"
    r"|\b(?:met (?:als )?)?(?:adres|vestigingsadres|hoofdvestiging|vestiging)(?: te| is)?\b[ \t]*:? *[ \t]*"
    r"|\bten kantore(?: van| te)\b *|\bwonende? te\b *"
)
_REPRESENTED = re.compile(
    r"\bvertegenwoordigd(?:[^\n;:.]{0,30}?)\b(?:door|in de persoon van)\b *:? *|\bin de persoon van\b *:? *"
    r"|\b(?:voor|namens) wie(?: (?:hier|dit protocol))? (?:optreedt|optreden|tekent|tekenen|handelt|handelen|ondertekent|ondertekenen)\b[ :,]*"
    r"|\bwaarvoor (?:optreedt|optreden|tekent|tekenen)\b[ :,]*|\b(?:optredend|handelend) door\b *:? *"
    r"|\b(?:wettelijk(?:e)? )?vertegenwoordigers?(?: is| zijn)?(?: *[:\t] *| +(?=de heer|mevr|dhr))|\bvertegenwoordigd *[:\t] *"
)
_NAME_END = re.compile(
    r"[ ,(]*(?:\b(?:hierna|hieronder|verder (?:ook |kortweg )?(?:genoemd|te noemen|aangeduid|vermeld|afgekort|:)|afgekort"
    r"|ingeschreven|geregistreerd|met (?:als )?(?:maatschappelijke|sociale|administratieve|statutaire|zetel|hoofdzetel|kbo"
    r"|ondernemings|adres|kantoren|vestiging|btw|nummer|hoofdvestiging)|waarvan de (?:maatschappelijke )?(?:zetel|kantoren)"
    r"|gelegen|gevestigd|zetelend|kantoor ?houdende?|(?:rechts)?geldig vertegenwoordigd|rechtsgeldig|(?:hier |te dezen |alhier )?vertegenwoordigd"
    r"|in de persoon van|(?:voor|namens) wie|waarvoor|optredend|handelend|kbo|k\.b\.o|ondernemingsn|kruispuntbank van (?:de )?onder|btw"
    r"|adres *[:\t]|zetel *[:\t]|maatschappelijke zetel|rpr\b|be ?0\d{3}|[01]\d{3}[ .]\d{3}[ .]\d{3}|enerzijds|anderzijds|ten kantore"
    r"|als (?:de )?(?:meedelende|ontvangende|verwerkings|leverancier|afnemer|verstrekkende|verzender|zender|bron|gegevens|partij|controller)"
    r"|in (?:haar|zijn|hun) hoedanigheid|opgericht|die (?:hier)?(?: optreedt| handelt)|bij wie|contactgegevens|dpo|functionaris voor)"
    r"|[;\n\t]|\(\"|\('|\"|– )"
)
_OPENING = re.compile(
    r"^(?:[\s,;:–•·▪\"-]+|\(?\d{1,2}[.)°]+(?=\s)|\(?[a-h][.)](?=\s)|[eo] (?=[a-z])|(?:en|tussen|enerzijds|anderzijds|alsook|alsmede)\b"
    r"|ten (?:eerste|tweede|derde|vierde)\b|de (?:eerste|tweede|derde) (?:partij|ondergetekende)\b|(?:de )?ondergetekenden?\b|met name\b"
    r"|(?:de )?partij(?: (?:\d|[a-h])\b)?(?: ?\((?!kbo)[^)\n]{2,40}\))?(?=[\s:.–-])|(?:naam|benaming|officiële naam|instantie|organisatie)(?: (?:van de )?(?:instantie|partij|organisatie|entiteit|bestuur))? *[:\t]"
    r"|(?:de |het )?(?:\w{4,20}(?:ende|de) )?(?:instantie|partij|overheid|verwerkingsverantwoordelijke|zender|verzender|ontvanger|afnemer"
    r"|leverancier|verstrekker|bron|aanvrager|gegevensleverancier|gegevensontvanger)(?: \d| [ab])?(?: is)? *(?:[:–\t]|\((?:zender|ontvanger)\)|, zijnde|, te weten)"
    r"|(?:het|de)\b)"
)
_ROLE_WORDS: tuple[tuple[PartyRole, re.Pattern[str]], ...] = (
    (
        "sender",
        re.compile(
            r"\b(?:meedelende|mededelende|verstrekkende|verzendende|leverende|overmakende|aanleverende|bronhoudende)\b(?! en ontvang)"
            r"|\b(?:gegevens)?leverancier\b|\b(?:gegevens)?verstrekker\b|\b(?:ver)?zender\b|\bbronhouder\b|\bbeheerder van de gevraagde"
        ),
    ),
    (
        "receiver",
        re.compile(
            r"\b(?:ontvangende|aanvragende|afnemende|vragende|opvragende)\b|\b(?:gegevens)?afnemer\b|\b(?:gegevens)?ontvangers?\b|\baanvrager\b"
        ),
    ),
)
# The word that brings in a short name, and the short name, quoted or up to the next stop.
_HEREAFTER = re.compile(
    r"\b(?:hierna|hieronder|verder|afgekort|kortweg|in dit protocol)\b(?:[ ,:]+(?:ook|wel|tevens|kortweg|te noemen|noemen|genoemd|vernoemd|vermeld|benoemd|aangeduid"
    r"|aangeduid als|als|afgekort|afgekort tot|tot|samen|gezamenlijk|beiden|elk|respectievelijk|met|de term))*[ ,:]*"
    r"(?:\"(?P<quoted>[^\"\n]{2,60})\"|'(?P<single>[^'\n]{2,60})'|(?P<open>[^\s\"',;:.()\n][^\"',;:()\n]{1,50}?)(?=[,;).\n\"]| en (?:het|de) |$))"
)
_IN_BRACKETS = re.compile(r"\( *(?:hierna[^\"'\n)]{0,30})?[\"'](?P<name>[^\"\n)]{2,60}?)[\"'] *\)")
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z&.-]{1,14})\)$")
_VERB = re.compile(
    r"\b(?:wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|sluiten|komen|zijn overeen|verklaren|dienen|bedoeld|vermeld"
    r"|gegevens(?!bescherming|autoriteit)|verwerkers?|stuurgroep|werkgroep|partijen|overeenkomst|protocol|mevrouw|de heer)\b"
)
_TWO = re.compile(
    r"^(?P<first>[^,;]{3,120}?),? (?:en|&|evenals|alsook) (?P<second>(?:het |de )?(?:ocmw|openbaar centrum|stad|gemeente|agb|autonoom gemeentebedrijf"
    r"|politiezone|provincie|departement|agentschap|haar ocmw|zijn ocmw)\b.{0,100})$"
)
_ALONE = re.compile(
    r"^(?:stad|gemeente|ocmw|het ocmw|de stad|de gemeente|(?:haar|zijn) ocmw|stadsbestuur|gemeentebestuur)$"
)
_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
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
    start = _skip_opening(reading, span)
    name = _name_span(reading, Span(start, span.end))
    if name is None:
        return ()
    rest = Span(name.end, span.end)
    numbers = tuple(kbo.find(reading.low, Span(span.start, span.end)))
    short, mentions, collective = _short(reading, rest)
    common = Draft(
        name="",
        span=reading.trim(Span(start, span.end), " \t\n;,"),
        seat=_seat(reading, rest),
        representatives=_represented(reading, rest),
        short=short,
        mentions=mentions,
        role=role_in(reading.low[span.start : span.end]),
        collective=collective,
    )
    drafts = []
    for index, (text, abbreviation) in enumerate(_bodies(reading, name)):
        number = numbers[index] if index < len(numbers) else None
        drafts.append(
            replace(
                common,
                name=text,
                mentions=tuple(dict.fromkeys((*abbreviation, *mentions))),
                kbo=number.digits if number else "",
                kbo_valid=bool(number and number.valid),
            )
        )
    return tuple(drafts)


def _skip_opening(reading: Reading, span: Span) -> int:
    start = span.start
    while match := _OPENING.match(reading.low[start : min(span.end, start + 160)]):
        if not match.end():
            break
        start += match.end()
    return start


def _name_span(reading: Reading, span: Span) -> Span | None:
    """Return where the name stands: from the start of the clause to its first detail."""
    limit = min(span.end, span.start + 400)
    stop = _NAME_END.search(reading.low, span.start, limit)
    end = stop.start() if stop else limit
    address = next(addresses.find(reading.flat, Span(span.start, end)), None)
    comma = reading.flat.rfind(",", span.start, end)
    if address is not None:
        comma = reading.flat.find(",", span.start, address.end)
        end = comma if comma > 0 else address.start
    name = reading.trim(Span(span.start, max(span.start, end)))
    if not 2 <= len(name) <= _LONGEST_NAME or _VERB.search(reading.low, name.start, name.end):  # noqa: PLR2004 - 'PZ'
        return None
    text = name.of(reading.flat)
    if not any(char.isupper() for char in text) and not names.is_body(text):
        return None
    if names.is_generic(text) or _ALONE.match(text.lower()) or text.lower() in {"ontvanger", "zender"}:
        return None
    return (
        None
        if re.match(r"(?:algemeen|waarnemend|burgemeester|voorzitter|mevr|dhr)\b", text.lower())
        else name
    )


def _bodies(reading: Reading, name: Span) -> list[tuple[str, tuple[str, ...]]]:
    """Return the names in a head with the abbreviation behind each: mostly one, sometimes two."""
    text = re.sub(r"[\u00b9\u00b2\u00b3\u2070-\u2079]+", "", reading.printed(name)).rstrip(" ,")
    match = _TWO.match(text.lower()) if len(text.lower()) == len(text) else None
    if match is None:
        return [_abbreviated(text)]
    first, second = text[: match.end("first")], text[match.start("second") :]
    first, second = names.bare(first), names.bare(re.sub(r"^(?:haar|zijn) ", "", second))
    if _ALONE.match(first.lower()):
        town = re.sub(
            r"^(?:ocmw|openbaar centrum voor maatschappelijk welzijn(?: \(OCMW\))?|\w+)(?: van| te)? ",
            "",
            second,
            count=1,
            flags=re.IGNORECASE,
        )
        first = f"{first} {town}"
    elif _ALONE.match(second.lower()):
        town = re.sub(r"^(?:stad|gemeente)(?:bestuur)? ", "", first, count=1, flags=re.IGNORECASE)
        second = f"{second} {town}"
    return [_abbreviated(first), _abbreviated(second)]


def _abbreviated(text: str) -> tuple[str, tuple[str, ...]]:
    text = names.bare(text).strip(" ,")
    match = _ABBREVIATION.search(text)
    if match is None or match.start() == 0:
        return text, ()
    return text[: match.start()].strip(" ,"), (match.group(1),)


def _seat(reading: Reading, span: Span) -> str:
    """Return the address after its cue, or any full address in the clause."""
    for cue in _SEAT.finditer(reading.low, span.start, span.end):
        start = cue.end()
        limit = min(span.end, start + 160)
        stop = _next_cue(reading, start, limit)
        town = addresses.end_of_town(reading.flat, Span(start, min(limit, stop)))
        seat = reading.trim(Span(start, town if town is not None else stop))
        text = reading.printed(seat)
        if 3 < len(text) < 150 and any(c.isupper() or c.isdigit() for c in text) and not text.startswith("["):  # noqa: PLR2004 - a town at least
            return text
    found = next(addresses.find(reading.flat, span), None)
    return reading.printed(found) if found is not None else ""


_CUE = re.compile(
    r"[;\n\"(]|,? *\b(?:en )?(?:rechtsgeldig|geldig)? *vertegenwoordigd|,? *\b(?:en )?(?:ingeschreven|geregistreerd|met (?:als )?(?:kbo|ondernemings|btw|nummer)|kbo|ondernemingsn|btw\b"
    r"|hierna|verder (?:genoemd|te noemen)|in de persoon van|(?:voor|namens) wie|waarvoor|optredend|handelend|enerzijds|anderzijds|rpr\b)"
)
_AFTER_PEOPLE = re.compile(
    r"[ ,(]*\b(?:hierna|hieronder|verder (?:ook |kortweg )?(?:genoemd|te noemen|aangeduid|vermeld)|met (?:maatschappelijke |als )?(?:zetel|adres|kbo)|kbo|ondernemingsn|ingeschreven|enerzijds|anderzijds"
    r"|gevestigd te|gelegen te|kantoor ?houdend|als (?:meedelende|ontvangende)|adres *[:\t]|zetel *[:\t]|e-?mail(?:adres)? *[:\t]|contact|dpo *[:\t]|functionaris voor gegevensbescherming)|\(\"|[\[\t]"
)


def _next_cue(reading: Reading, start: int, limit: int) -> int:
    match = _CUE.search(reading.low, start, limit)
    return match.start() if match else limit


def _represented(reading: Reading, span: Span) -> tuple[Person, ...]:
    cue = _REPRESENTED.search(reading.low, span.start, span.end)
    if cue is None:
        return ()
    stop = _AFTER_PEOPLE.search(reading.low, cue.end(), span.end)
    end = stop.start() if stop else span.end
    return persons.people(reading, Span(cue.end(), min(end, _end_of_list(reading, cue.end(), end))))


def _end_of_list(reading: Reading, start: int, end: int) -> int:
    """Let a list of people run over lines as long as each line leads to the next."""
    position = start
    while (newline := reading.flat.find("\n", position, end)) >= 0:
        before = reading.flat[start:newline].rstrip()
        rest = reading.flat[newline:end].lstrip()
        if (
            before
            and before[-1] not in ":,"
            and not before.endswith(" en")
            and not rest.startswith(("-", "–", "•", "en "))
        ):
            return newline
        position = newline + 1
    return end


def _short(reading: Reading, span: Span) -> tuple[str, tuple[str, ...], bool]:
    """Return the short name, other short forms, and whether one of them names a group."""
    found: list[str] = []
    for match in _HEREAFTER.finditer(reading.low, span.start, span.end):
        group = next(g for g in ("quoted", "single", "open") if match.group(g))
        found.append(_tidy(reading, Span(*match.span(group))))
        tail = re.compile(r"[\"'] *(?:of|en|/|,) *(?:ook |kortweg )?[\"']([^\"'\n]{2,60})[\"']").match(
            reading.low, match.end() - 1, span.end
        )
        if tail is not None:
            found.append(_tidy(reading, Span(*tail.span(1))))
    found += [
        _tidy(reading, Span(*m.span("name")))
        for m in _IN_BRACKETS.finditer(reading.low, span.start, span.end)
    ]
    forms = [
        form
        for form in dict.fromkeys(found)
        if form and not re.search(r"\bpartij(?:en)?\b", form.lower()) and not _VERB.search(form.lower())
    ]
    generic = [form for form in forms if names.is_generic(form)]
    own = [form for form in forms if form not in generic]
    return (own[0] if own else "", (*own[1:], *generic), bool(generic))


def _tidy(reading: Reading, span: Span) -> str:
    text = reading.printed(reading.trim(span, " \t\n\"',;:.")).strip("“”„\"'’‘ ")
    return re.sub(r"^(?:Het|De|HET|DE) (?=\w)", lambda m: m.group().lower(), text)


def role_in(low: str) -> PartyRole:
    """Tell the role that a clause itself gives its party ('ontvangende instantie')."""
    roles = [role for role, pattern in _ROLE_WORDS if pattern.search(low)]
    if len(roles) == 1:
        return roles[0]
    return "both" if roles else "unknown"
