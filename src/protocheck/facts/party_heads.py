"""The head of what is said of a party: the place before its number or seat where its name stands."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.facts import (
    addresses,
    names,
    party_bearer,
    party_bodies,
    party_clause,
    party_name,
    party_region,
    persons,
)
from protocheck.facts.reading import Reading, lower
from protocheck.model.facts import PartyRole
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

_LINE = lazy(r"(?:^|(?<=\n))[ \t]*")
_SENTENCE = lazy(r"(?<=[.;:)\"]) +(?=[A-ZÀ-Þ\"])|; +")
_JOINT = lazy(
    r"\b(?:tussen|dat|en|alsook|evenals|enerzijds|anderzijds|aan|naar|vanuit|door|met|is|zijn|wij|partij"
    r"|partijen|namens|voor)\b[,:]? +"
    r"(?=(?:de |het |\")?[\w'])|(?<=\() *|, +(?=(?:de|het) )"
    r"|\balsmede\b,? +|\b(?:ene|eenre|een|andere) (?:zijde|kant)\b[,:]? +|: +(?=(?:de|het) )"
    r"|\bals (?:[\w-]{3,24} ){1,2}(?=(?:de|het) )|\b(?:ons|u|onszelf|uzelf), +(?=de |het )"
)
# 'Links aan tafel zit het ...', 'Als tweede meldde zich de ...': the body stands behind its verb.
_PLACED = (
    r"(?i:(?:zit|zitten|zat|staat|staan|stond|zetelt|bevindt|vinden|vindt|treffen|treft|ontmoeten|meldt"
    r"|meldde"
    r"|melden|treedt|trad|verschijnt|verscheen|compareert|komt|kwam|hebben|heeft|is|was|neemt|nam"
    r"|schuift|schoof"
    r"|sluit|sloot|doet|deed|volgt|volgde|stapt|stelt|verbindt|hoort|begroeten|noemen|zien|vermelden|werkt)"
    r"(?: (?:zich|we|wij|men|er|aan|bij|op|toe|deel|mee|plaats|naar voren|voor|ook|dan|nog|eveneens"
    r"|verder|tot slot"
    r"|ten slotte|vervolgens|daarnaast|hier|daar|samen|ons)){0,3})"
)
_SUBJECT = lazy(
    rf"(?:^|(?<=\n)|(?<=[.:;] )) *(?:[^\n.,;:()\"]{{2,70}} )?\b{_PLACED} +(?=(?i:(?:de"
    rf"|het) )(?i:[\w-]{{4,20}} )?"
    rf"(?i:{party_bodies.KIND})\b|[A-ZÀ-Þ])"
)
_PLACED_END = lazy(rf"\b{_PLACED} +(?:de |het )?$")
_MARKER = lazy(
    r"(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)\u00b0]+(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)"
    r"|[-\u2013\u2022\u00b7\u25aa*](?=\s)"
    r"|[eo](?= [a-z])|partij \w{1,2}\b[:.)]?|\u00a7 ?\d)\s*"
)
_LABELLED = lazy(r"(?P<label>[^\W\d][^\n:.;()]{1,70}?(?: ?\([^\n()]{1,40}\))?)[ \t]*:[ \t]+")
_DASHED = lazy(r"(?P<label>[^\W\d][\w /]{2,40}?) ?[\u2013=-] {1,4}(?=\S)")
# What the text may go on to call a party by, when its label says no more.
_CALLED = lazy(
    r"(?:de )?(?P<noun>(?:gegevens)?(?:bron(?:houder)?|verstrekker|leverancier|ontvanger|afnemer|zender)"
    r"|verzender"
    r"|afzender|aanvrager|gebruiker|bestemmeling|aanbieder)"
)
_SINGLE = {
    "gemeenten": "gemeente",
    "steden": "stad",
    "provincies": "provincie",
    "politiezones": "politiezone",
    "ocmw's": "OCMW",
}
_PLURAL_KIND = lazy(r"\b(?P<kind>gemeenten|steden|provincies|politiezones|ocmw's) (?:van )?")
_LISTED = lazy(r"(?:,|\)|\ben) (?:en )?$")
_JOINT_REACH = 8
_NAME_LABEL = lazy(
    r"(?:officiële |volledige |statutaire )?(?:naam|benaming|instantie|organisatie|bestuur|entiteit"
    r"|partij|wie)\b"
)
_ROLE_LABEL = lazy(
    r"\b(?:wie (?:geeft|krijgt|deelt|stuurt|ontvangt|levert|verstrekt|vraagt|bezorgt)|(?:ver)?zender"
    r"|ontvanger|afnemer"
    r"|gegevens\w{4,12}|leverancier|verstrekker|aanvrager|bron|(?:mee|mede)delende|ontvangende|verstrekkende"
    r"|geven de gegevens|krijgen de gegevens|van wie|aan wie|verwerkingsverantwoordelijke"
    r"|gever|vrager|krijger|bestemmeling)\b"
)
# 'Wij zijn ...', 'De eerste is ...': a sentence that brings in a party as a label does.
_INTRO = lazy(
    r"(?:(?<=\n)|(?<=[.:] )|^) {0,3}(?P<intro>(?:wij zijn|we zijn|partij \w{1,2} is|de (?:eerste"
    r"|tweede|derde|vierde)(?: partij)? is"
    r"|(?:de )?[\w-]{4,24}(?:de)? (?:partij|instantie) is|de (?:gever|vrager|krijger|bron|(?:af"
    r"|ver)zender|zender|ontvanger|afnemer"
    r"|verstrekker|leverancier|aanvrager) is)(?: de| het)?) "
)
_INTRO_END = lazy(r"(?:zijn|is)(?: de| het)? $")
_KIND_LABEL = lazy(
    r"(?:de |het )?(?P<kind>gemeente|stad|ocmw|provincie|politiezone|hulpverleningszone|agentschap"
    r"|lokaal bestuur"
    r"|departement|intercommunale)"
)
# A label of something that a party has, or of someone who is none.
_OTHER_LABEL = lazy(
    r"\b(?:verwerker|zetel|adres|contact|functionaris|dpo|fg|bank|rekening|tekent|ondertekenaar|vertegenw\w*"
    r"|toezicht\w*|klacht\w*|bron(?!houder)|website|mail|kbo|nummer|dienst|software|in (?:kopie|cc)|cc|advies"
    r"|betreft|onderwerp|derden?|doel\w*|gegevens|wettelijk\w*|artikel|periode|duur|wanneer|waarom|hoe)\b"
)
_MOST_LABEL = 4  # words of a label that brings in a party
_SHORT_LABEL = lazy(r"(?:de|het) [\w-]{3,30}$")
_END = lazy(
    r"\n| ?[\u00b7\u2194\u2192|\t]|[.!?] +(?=[A-ZÀ-Þ])|[.!?]$| ?\((?![A-Z][\w&.-]{1,14}\))|[;:\"]|\s{3,}"
    r"|, (?=[a-zà-ÿ](?!one ))|, (?=[A-ZÀ-Þ'][^,\n]{2,40} \d{1,4}\b)|, (?=[1-9]\d{3} )| \u2013 | -+ "
    r"| (?=(?:die|dat|dewelke|krijgen|ontvangen|bezorgen|gebruiken|vragen|keurt|keuren|doen|mag|deelt"
    r"|delen|geeft|geven|levert|leveren|bezorgt|stuurt|stelt|verstrekt|maakt|heeft|houdt"
    r"|wordt|werd|zal|is|kan|mag|treedt|doet|beheert|verklaart|verklaren|sluiten|spreken|komen"
    r"|ontvangt|krijgt"
    r"|vertegenwoordigd|hierna|hieronder|verder|inzake|betreffende|houdende|namens|tussen|waarvoor|waarvan"
    r"|gevestigd|gelegen|zetelend|ingeschreven|opgericht|handelend|optredend)\b)"
    r"| (?=ter [a-z]|in het kader|met het oog|om de |om het |te weten|voor de (?:mededeling|doorgifte"
    r"|uitwisseling))"
    r"| (?=(?:aan|naar) (?:de |het )?(?!de |het )(?:[a-z]|(?:Stad|Gemeente|OCMW|Agentschap"
    r"|Provincie)\b))| (?=naar )| (?=en (?:de|het|haar|zijn) )|,? (?=en (?:enerzijds|anderzijds)\b)"
    r"|,? (?=(?:en|over|voor) [^\n]{0,30}$)(?=over )",
)
_ANY_CASE = lazy(r" (?=(?:naar|inzake|betreffende|houdende|in het kader)\b)")
# Who decides or is written to for a body: 'Aan de voorzitter van ...', 'De politieraad van ...'.
_ORGAN = lazy(
    r"(?:aan (?:de |het )?)?(?:de |het )?(?:politieraad|gemeenteraad|zoneraad|provincieraad"
    r"|raad van bestuur|directie|vast bureau"
    r"|deputatie|voorzitter|bestuur|secretariaat|college van burgemeester en schepenen) van (?:de |het )?"
)
_TO_IT = lazy(rf"aan (?:de|het) (?=(?:[\w-]{{4,20}} )?{party_bodies.KIND}\b)")  # the address of a letter
_OTHERS = lazy(
    r"\b(?:opgericht|erkend|aangesteld|gefinancierd|beheerd|vertegenwoordigd|ondersteund) door (?:de |het )?$"
    r"|\b(?:onderdeel|lid|leden|dochter|partner|college|raad|burgemeester|schepenen|voorzitter"
    r"|directeur|bestuur"
    r"|naam|rekening|opdracht|dienst|toezicht|website|register|griffie|gemeenten|inwoners|grondgebied|bij) "
    r"(?:van |uit )?(?:de |het )?$"
    r"|\b(?:beroep op|in opdracht van|samen met|in samenwerking met|in dienst van|bij|volgens"
    r"|klacht\w* (?:bij|aan)) "
    r"(?:de |het |een )?$"
)
_NO_PARTY = lazy(
    r"\b(?:sub)?verwerkers?\b|\bgeen partij\b|\bsoftware\w*|\bonderaannemer|\bklacht|\btoezichthoud"
    r"|\bexterne? (?:functionaris|dpo)"
    r"|\b(?:vrijwillige |technische |strategische )?partners?\b(?! in dit)|\bstuurgroep\b"
    r"|\bleverancier van (?:de |het )?(?:software|toepassing)"
)
_FUNCTION_NEXT = lazy(
    r"[\s,(]{1,4}(?:de |het )?(?:\w{4,12} )?(?:burgemeester|directeur|voorzitter|schepen|korpschef"
    r"|administrateur)"
)
# What stands before a number of the body, and is no part of its name: ', BE 0123.456.789'.
_BEFORE_NUMBER = lazy(r"[\s,;(\u2013-]+(?:BE|BTW|KBO|kbo|nr\.?|nummer)$")
# 'Zetel    Gemeentehuis, Dorp 1': what fills the field of an address is a building, and no body.
_ADDRESS_FIELD = lazy(
    r"(?:^|.*[|\t]|.*\s{3})[\W\d]{0,8}(?:(?:maatschappelijke|administratieve|statutaire|officiële) )?"
    r"(?:(?:post|bezoek|kantoor)?adres|(?:hoofd)?zetel|(?:hoofd)?kantoor|gevestigd|gelegen"
    r"|waar|plaats|vestiging|locatie|huisvesting)"
    r"(?: (?:en|of|/) (?:adres|zetel|gemeente|postcode))?(?: (?:van|te|in|is|op|aan)(?: de| het)?)?"
    r"(?: ?[:|\t]\s*| {2,}| ?= ?)(?:te |in |het |de )?$"
)
_FIELD_REACH = 90
_GLUED = lazy(r"^(?:Het|De)(?=[A-Z][a-z]{3})")  # a blank that a scan lost
_REACH = 900
_REGION, _LINED_REGION = 5.0, 7.0  # scores of a region of which the words behind its name make a party


@record
class Head:
    """A name with what its line says of it: the role, the short name, and how sure we are."""

    name: str
    span: Span  # of the name
    start: int  # of the line or the clause that it opens
    score: float
    kind: bool  # it says what it names, or the words behind it do
    role: PartyRole = "unknown"
    short: str = ""
    mentions: tuple[str, ...] = ()


def before(reading: Reading, floor: int, at: int) -> Head | None:
    """Return the head between two places that fits best what stands at the second."""
    if floor > at:  # the details before run into these: there is no room for a name
        return None
    floor = max(floor, at - _REACH)
    best: Head | None = None
    seen: set[int] = set()
    for start, lined in _starts(reading, floor, at):
        head = _head(reading, start, at, lined=lined)
        if head is None or head.span.start in seen:
            continue
        seen.add(head.span.start)
        if best is None or head.score > best.score:
            best = head
    return best if best is not None and best.score > 0 else None


def at(reading: Reading, start: int, end: int) -> Head | None:
    """Return the body of a known kind whose name begins at a place."""
    newline = reading.flat.find("\n", start, end)
    head = _head(reading, start, newline if newline > start else end, lined=False)
    return head if head is not None and head.score > 0 else None


def _starts(reading: Reading, floor: int, at: int) -> Iterator[tuple[int, bool]]:
    """Yield where a name may begin, and whether it opens its line."""
    at_line = floor == 0 or reading.flat[floor - 1] == "\n"
    found = {(floor, at_line)}
    found.update((m.end(), True) for m in _INTRO.finditer(reading.low, floor, at))
    found.update((m.end(), True) for m in _LINE.finditer(reading.low, floor, at))
    found.update((m.end(), False) for m in _SENTENCE.finditer(reading.flat, floor, at))
    found.update((m.end(), False) for m in _JOINT.finditer(reading.low, floor, at))
    found.update((m.end(), False) for m in _SUBJECT.finditer(reading.flat, floor, at))
    found.update((m.end(), False) for m in party_region.OPENS.finditer(reading.low, floor, at))
    places: dict[int, bool] = {}
    for place, lined in sorted(found):
        places[place] = places.get(place, False) or lined
    return iter(places.items())


def _head(reading: Reading, start: int, at: int, *, lined: bool) -> Head | None:
    """Read the name that begins at a place."""
    place, label = _behind_label(reading, start, at) if lined else (start, "")
    if label and not _useful(label) and not _brings_in(label):
        return None
    place = party_name.skip_opening(reading, Span(place, at))
    organ = _ORGAN.match(reading.low, place, at) or _TO_IT.match(reading.low, place, at)
    place = organ.end() if organ else place
    span = _name(reading, place, at)
    if span is None:
        return None
    region = _of_region(reading, Span(start, span.end), span, label, lined=lined)
    if region is not None:
        return region
    text, abbreviation = party_name.abbreviated(reading.printed(span))
    text = party_bodies.before_verb(_BEFORE_NUMBER.sub("", _GLUED.sub("", text)))
    span = (
        Span(span.start, min(span.end, span.start + max(len(text), 2))) if len(text) < len(span) - 2 else span
    )
    text = _of_several(reading, text, span)
    kind = _KIND_LABEL.fullmatch(label)
    if kind is not None and not party_bodies.has_kind(text):
        text = f"{kind.group('kind')} {text}"
    if not _is_name(reading, span, text):
        return None
    ahead = reading.low[
        max(0, (organ.start() if organ else span.start) - 60) : organ.start() if organ else span.start
    ]
    known = party_bodies.has_kind(text) or party_bodies.is_explained(reading.low, span.end)
    score = _score(reading, span, at, kind=known, lined=lined, label=label, ahead=ahead)
    if score is None:
        return None
    called = _CALLED.fullmatch(label)
    said = label or reading.low[max(start, span.start - 60) : span.start]
    short = (
        reading.printed(reading.trim(Span(*_label_span(reading, start, label))))
        if _SHORT_LABEL.match(label)
        else ""
    )
    return Head(
        names.bare(text),
        span,
        start,
        score,
        known,
        party_clause.role_in(said),
        "" if kind else short,
        (*abbreviation, called["noun"]) if called is not None else abbreviation,
    )


def _of_region(reading: Reading, clause: Span, span: Span, label: str, *, lined: bool) -> Head | None:
    """Return the service through which a region is party, where its name is a region's."""
    place = party_region.acting(reading, span)
    if place is None:
        return None
    score = _LINED_REGION if lined else _REGION
    role = party_clause.role_in(label)
    return Head(names.bare(reading.printed(place)), span, clause.start, score, kind=True, role=role)


def _is_name(reading: Reading, span: Span, text: str) -> bool:
    """Tell whether words name a body, and neither a person nor who acts for the body before it."""
    if not party_bodies.looks_like_body(text) or names.is_generic(text) or _is_person(reading, span):
        return False
    if _ADDRESS_FIELD.match(reading.before(span.start, _FIELD_REACH)):
        return False
    return not party_bearer.acts_for_another(reading, span.start)


def _of_several(reading: Reading, text: str, span: Span) -> str:
    """Return a name with its kind, where a plural names that of several: 'de gemeenten X (..) en Y (..)'."""
    opening = _PLURAL_KIND.match(text.lower())
    if opening is not None:
        return f"{_SINGLE[opening['kind']]} {text[opening.end() :]}"
    if party_bodies.has_kind(text) or not _LISTED.search(reading.before(span.start, _JOINT_REACH)):
        return text
    sentence = reading.sentence(span.start)
    told = None
    for told in _PLURAL_KIND.finditer(reading.low, sentence.start, span.start):  # noqa: B007 - the last one
        pass
    listed = reading.flat[told.end() : span.start] if told is not None else ""
    if told is None or not listed[:1].isupper() or "(" not in listed:
        return text
    return f"{_SINGLE[told['kind']]} {text}"


def _behind_label(reading: Reading, start: int, at: int) -> tuple[int, str]:
    """Return where the value begins, and the label before it."""
    marker = _MARKER.match(reading.low, start, at)
    place = marker.end() if marker else start
    label = _LABELLED.match(reading.low, place, min(at, place + 90))
    if label is None:
        dashed = _DASHED.match(reading.low, place, min(at, place + 60))
        label = dashed if dashed is not None and _ROLE_LABEL.search(dashed["label"]) else None
    own = reading.printed(Span(*label.span("label"))) if label else ""
    if label is None or (party_bodies.has_kind(own) and party_bodies.looks_like_body(own)):
        return place, ""
    return label.end(), " ".join(label.group("label").split())


def _label_span(reading: Reading, start: int, label: str) -> tuple[int, int]:
    at = reading.low.find(label, start) if label else start
    return (at, at + len(label)) if at >= 0 else (start, start)


def _useful(label: str) -> bool:
    return any(p.search(label) for p in (_ROLE_LABEL, _SHORT_LABEL, _KIND_LABEL)) or bool(
        _NAME_LABEL.match(label)
    )


def _brings_in(label: str) -> bool:
    """Tell whether an unknown label may say what a party is to the other: 'Bronhouder', 'Vragende zone'."""
    return len(label.split()) <= _MOST_LABEL and _OTHER_LABEL.search(lower(label)) is None


def _name(reading: Reading, start: int, at: int) -> Span | None:
    """Return the words from a place up to the first that no longer belongs to a name."""
    limit = min(at, start + 240)
    end = limit
    for pattern, text in ((_END, reading.flat), (_ANY_CASE, reading.low), (party_name.NAME_END, reading.low)):
        stop = pattern.search(text, start + 1, end)
        end = stop.start() if stop else end
    address = next(addresses.find(reading.flat, Span(start, min(at, end + 80))), None)
    if address is not None and address.start < end:
        address = addresses.below_name(reading.text, reading.flat, address)
        comma = reading.flat.rfind(",", start, address.start)
        end = min(end, comma if comma > start else address.start)
    span = reading.trim(Span(start, max(start, end)))
    return span if len(span) > 1 else None


def _is_person(reading: Reading, span: Span) -> bool:
    """Tell whether a name is a person's: so it is known, or a function stands behind it."""
    text = span.of(reading.flat)
    if party_bodies.has_kind(text) or party_bodies.is_explained(reading.low, span.end):
        return False
    whole = any(len(name) >= len(span) - 1 for name in persons.names(reading, span))
    return whole and _FUNCTION_NEXT.match(reading.low, span.end, span.end + 60) is not None


def _score(
    reading: Reading, span: Span, at: int, *, kind: bool, lined: bool, label: str, ahead: str
) -> float | None:
    """Weigh how well a name fits as the head of what stands at `at`."""
    if not kind and not lined:
        return None
    score = (4.0 if kind else 0.0) + (2.0 if lined else 0.0)
    score += 3.0 if _ROLE_LABEL.search(label) or _NAME_LABEL.match(label) else 0.0
    score += 3.0 if _INTRO.search(ahead) and _INTRO_END.search(ahead) else 0.0
    score += 3.0 if _PLACED_END.search(ahead) else 0.0
    score -= 7.0 if _OTHERS.search(ahead) else 0.0
    between = reading.flat[span.end : at]
    score -= 1.5 * (len(inline(r"[.!?] +(?=[A-ZÀ-Þ])").findall(between)) + 0.5 * between.count("\n"))
    line = reading.sentence(span.start)
    near = reading.low[max(0, min(line.start, span.start) - 0) : min(span.end + 70, at)]
    return score - 9.0 if _NO_PARTY.search(near) else score
