"""Whose a contact is: the party named with it, the one whose clause holds it, or the one its domain tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts import party_letter
from protocheck.facts.contact_officers import NEAR, OFFICER_AT
from protocheck.facts.names import Mention, Roster
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

# Searched from the sign that every box holds, so that plain words cost nothing.
_LOCAL = lazy(r"[\w.+-]{1,64} ?$")
_HOST = lazy(r"@ ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# One officer for several parties, or for all.
_SHARED = lazy(
    r"\b(?:dezelfde|gezamenlijke|gemeenschappelijke|gedeelde|[eé]én|delen (?:een|hun|dezelfde)"
    r"|hun) (?:persoon|functionaris|dpo|fg"
    r"|data protection officer|externe (?:functionaris|dpo|fg))"
    r"|\b(?:functionaris\w*|dpo|fg)\b[^.\n]{0,40}\b(?:van|voor) (?:beide|alle|de (?:twee|drie"
    r"|vier)) (?:partijen|instanties)"
    r"|\b(?:alle|beide|allen|de (?:twee|drie|vier|vijf))\b[^.\n]{0,40}\b(?:beroep op|rekenen op|werken met"
    r"|delen)\b"
    r"|\bsamen\b|\bvoor (?:beide|alle)\b|\bgezamenlijk\b|\bzowel\b|\ballebei\b"
    r"|\bniet (?:alleen|enkel|slechts)\b|\b(?:evenals|alsook|alsmede|evenzeer|tegelijk)\b"
)
# Each has one of his own: what is said to be of both is that they have one.
_OF_EACH = lazy(
    r"(?<!geen )\b(?:een|hun|haar|zijn) eigen (?:functionaris|dpo|fg|data protection|adres|mailbox|postbus)"
)
_SIDES = lazy(
    r"\b(?:beide|alle|de|twee|drie) (?P<word>(?:ver)?zenders|verstrekkers|ontvangers|afnemers"
    r"|gemeenten|besturen)\b"
)
_ALL = lazy(
    r"\ballen (?:met|samen)\b|\ballemaal\b|\balle ?(?:twee|drie|vier|vijf|zes)\b|"
    r"\b(?:beide|alle|de (?:twee|drie|vier)) (?:partijen|instanties|organisaties)\b"
    r"|\bpartijen\b[^.\n]{0,30}\bdelen\b|\b(?:elk|ieder|alle) van de (?:\w+ )?(?:partijen|besturen|gemeenten"
    r"|leden)\b"
)
# 'De vier besturen': all of them, when there are four.
_NUMBER = lazy(
    r"\b(?:de|onze|alle|met) (?:(?P<count>twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(?:en|\b))(?! jaar"
    r"| maand| week)"
)
_COUNTS = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
# 'Voor beide te bereiken op ...', where the sentence names the two.
_FOR_BOTH = lazy(
    r"\bvoor (?:hen |hun )?(?:beiden?|allebei|elk van (?:beide|hen))(?: samen)?"
    r"(?=[,;.)]| (?:te|is|zijn|op|via|per|aan|langs|bereik\w+|\w{2,14}t)\b)"
)
# A sentence that goes on about the officer of the one before it: 'Zij is bereikbaar via ...'.
_GOES_ON = lazy(
    r"(?:zij|hij|ze|die|deze|dit|het adres|haar adres|zijn adres|u bereikt (?:hem|haar)|(?:te )?bereik\w*"
    r"|contact\w*)\b"
)
# 'Vragen voor deze functionaris', 'Haar adres', 'De gedeelde functionaris': she of the sentence before.
_SAME_ONE = lazy(
    r"(?:[^.\n@]{0,80}?\b)?(?:(?:de|deze|die|diezelfde|dezelfde|onze|hun|genoemde|voornoemde)"
    r"(?: (?:gedeelde|gezamenlijke|gemeenschappelijke|gemeenschappelijk|genoemde|externe|bevoegde))?"
    r" (?:functionaris|dpo|fg|data protection officer|gegevensbeschermingsfunctionaris)\b"
    r"(?! (?:voor (?:de )?gegevensbescherming )?(?:van|bij|te) (?!beide|alle|de (?:twee|partijen)))"
    r"|(?:haar|hem|zijn|diens|dit|dat|het|hun) (?:adres|mailadres|e-mailadres|postbus|mailbox|bus|postvak"
    r"|mandaat|taak|functie)\b|(?:aan|voor|tot|met|via|bij) (?:haar|hem)\b"
    r"|(?:schrijft|mailt|bereikt|contacteert) (?:haar|hem)\b)"
)
_JOINED = lazy(
    r"[\s,\"']*(?:,|en|&|én)?(?:(?:\b|,? )(?:maar|als|evenals|alsook|alsmede|evenzeer|tegelijk))?"
    r"(?: (?:ook|eveneens|tevens|meteen))?(?: (?:van|voor|bij|in|aan))?(?: (?:de|het))?[\s\"']*"
    r"(?:\([^)\n]{0,30}\))?[\s\"']*"
)
_CLOSE = lazy(r"[\s:(\u2013-]*(?:is|via|op|naar|mail)?[\s:(]*")
_MORE = lazy(r"[\s)]*(?:,|en|/|respectievelijk)[\s]*(?:en |respectievelijk )?\S{1,60}@")
_NO_NAMES = frozenset(
    "agentschap gemeente stad provincie dienst departement vlaams vlaamse zone fonds centrum openbaar"
    " vereniging vzw welzijn lokaal bestuur politiezone maatschappij dpo privacy example mail info"
    " vlaanderen belgie brussel".split()
)
_BEHIND = lazy(r"\)? (?:voor|namens) (?:(?:de|het) )?")  # 'A B (a.b@stad.example) voor de stad'
_BRACKET = lazy(r"\s{0,3}\(\s?(?:(?:de|het|voor|van) ){0,2}")
# 'hierna respectievelijk "het fonds" en "de stad"' below the details names all parties, and no owner.
_GIVEN_IN_TURN = lazy(r"\b(?:hierna|hieronder|verder|voortaan)\b[^\n.]{0,30} respectievelijk\b")
_BOTH = 2
_SHORTEST = 3
_FARTHEST = 500  # a sentence and the one that leads to it
_ALIKE = 6  # 'kinderrechten' for the Kinderrechtendienst


def owners(
    reading: Reading,
    roster: Roster,
    parties: Sequence[Party],
    span: Span,
    own: Span,
    column: Sequence[Span] = (),
) -> tuple[str, ...]:
    """Return the parties to whom a contact belongs, by the words around it, its domain and its place.

    In a table `column` holds the cells above and below it: one that names a party tells whose it is.
    """
    above = {i for cell in column for m in roster.find(reading.low, cell.start, cell.end) for i in m.parties}
    if len(above) == 1:
        return (parties[above.pop()].name,)
    clause = _clause(reading, span, own)
    given = _GIVEN_IN_TURN.search(reading.low, span.end, clause.end)
    clause = Span(clause.start, given.start()) if given is not None else clause
    mentions = [m for m in roster.find(reading.low, clause.start, clause.end) if not m.span.overlaps(span)]
    in_brackets = _in_brackets(reading, mentions, span)
    chosen = in_brackets or _nearest(mentions, span)
    side = None if chosen else party_letter.side_of(_ahead(reading, clause, span), reading, parties)
    if side is not None:
        return (parties[side].name,)
    named = tuple(parties[index].name for index in chosen.parties) if chosen else ()
    inside = tuple(party.name for party in parties if span in party.span)
    if inside and chosen is not None and chosen.span.start >= span.end and not in_brackets:
        named = inside[:1]  # what stands behind it opens what is said of the next
    value = span.of(reading.text)
    domain = _by_domain(parties, value) if inline(r"[@.]\w").search(value) else ()
    if not named and OFFICER_AT.search(reading.before(span.start, NEAR)) and _alone(reading, parties, span):
        return inside[:1]  # in its own lines a party gives its own officer, wherever that one has his box
    if domain:
        told = tuple(name for name in named if name in domain)
        return told or tuple(name for name in inside if name in domain) or domain
    return named or inside[:1]


def _alone(reading: Reading, parties: Sequence[Party], span: Span) -> bool:
    """Tell whether a box is the only one in the lines of a party."""
    own = (party.span for party in parties if span in party.span)
    return any(len(list(emails(reading, lines))) == 1 for lines in own)


def shared(reading: Reading, roster: Roster, parties: Sequence[Party], span: Span) -> tuple[str, ...]:
    """Return the parties that the words around a contact say share an officer; none when they do not."""
    sentence = reading.sentence(span.start)
    own = sentence
    if not _SHARED.search(reading.low, sentence.start, sentence.end):
        sentence = _with_lead(reading, roster, sentence)
    low = sentence.of(reading.low)
    around = _clause(reading, span, sentence)
    sides = _SIDES.search(reading.low, around.start, around.end)
    if sides is not None:
        found = tuple(party.name for party in parties if _on_side(party, sides.group("word")))
        if len(found) > 1:
            return found
    if not _SHARED.search(low):
        return _together(reading, roster, parties, span, own)
    if _OF_EACH.search(low):
        return ()
    mentions = [m for m in roster.find(reading.low, around.start, around.end) if not m.span.overlaps(span)]
    joined = _run(reading, [m for m in mentions if m.span.end <= span.start])
    if len(joined) > 1:
        return tuple(parties[index].name for index in joined)
    others = any(mention.parties for mention in mentions)
    counted = _NUMBER.search(low)
    everyone = _ALL.search(low) is not None or not others
    everyone = everyone or (_FOR_BOTH.search(low) is not None and len(parties) == _BOTH)
    everyone = everyone or (counted is not None and _COUNTS.index(counted["count"]) + 2 == len(parties))
    return tuple(party.name for party in parties) if everyone and not _two_boxes(reading, sentence) else ()


def _with_lead(reading: Reading, roster: Roster, sentence: Span) -> Span:
    """Return a sentence with those before it, as far as a colon, a pronoun or the officer leads to them."""
    first = _led(reading, roster, sentence)
    second = _led(reading, roster, Span(first.start, sentence.start))
    if first.start == sentence.start or not _goes_on(reading, roster, sentence):
        return first
    tells = _SHARED.search(reading.low, first.start, first.end) or _boxes(reading, first) > 1
    return first if tells or sentence.end - second.start >= _FARTHEST else Span(second.start, sentence.end)


def _led(reading: Reading, roster: Roster, sentence: Span) -> Span:
    """Return a sentence with the one before it, where that one leads to it."""
    end = len(reading.flat[: sentence.start].rstrip())
    leads = reading.flat.endswith(":", 0, end) or _GOES_ON.match(reading.low, sentence.start)
    if not end or not (leads or _goes_on(reading, roster, sentence)):
        return sentence
    before = reading.sentence(end - 1)
    return Span(before.start, sentence.end) if sentence.end - before.start < _FARTHEST else sentence


def _goes_on(reading: Reading, roster: Roster, sentence: Span) -> bool:
    """Tell whether a sentence speaks of the officer of the one before it, and names no party."""
    if sentence.start <= reading.paragraph(sentence.start).start:
        return False
    told = _GOES_ON.match(reading.low, sentence.start) or _SAME_ONE.match(reading.low, sentence.start)
    end = sentence.end
    return told is not None and not any(True for _ in roster.find(reading.low, sentence.start, end))


def _boxes(reading: Reading, area: Span) -> int:
    return len({span.of(reading.low) for span in emails(reading, area)})


def _together(
    reading: Reading, roster: Roster, parties: Sequence[Party], span: Span, sentence: Span
) -> tuple[str, ...]:
    """Return the parties that stand joined right before a single box: 'voor gemeente en OCMW: ...'."""
    clause = _clause(reading, span, sentence)
    mentions = [m for m in roster.find(reading.low, clause.start, span.start) if not m.span.overlaps(span)]
    if not mentions or not _CLOSE.fullmatch(reading.low[mentions[-1].span.end : span.start]):
        return ()
    if _MORE.match(reading.low, span.end):
        return ()
    joined = _run(reading, mentions)
    return tuple(parties[index].name for index in joined) if len(joined) > 1 else ()


def _two_boxes(reading: Reading, sentence: Span) -> bool:
    return _boxes(reading, sentence) > 1


def _on_side(party: Party, word: str) -> bool:
    """Tell whether a party is one of 'beide zenders', 'alle gemeenten'."""
    forms = {form.lower() for form in (party.short_name, *party.mentions)}
    single = word.removesuffix("s").removesuffix("en")
    if any(form.endswith((word, single)) for form in forms):
        return True
    if word in {"gemeenten", "besturen"}:
        return party.kind == "municipality"
    return party.role == ("sender" if "zender" in word or "verstrekker" in word else "receiver")


def _run(reading: Reading, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Return the parties that are named together right before the contact: 'voor het OCMW en de stad'."""
    found: list[int] = []
    last: Span | None = None
    for mention in reversed(mentions):
        if last is not None and not _JOINED.fullmatch(reading.low[mention.span.end : last.start]):
            break
        last = mention.span
        found[:0] = [index for index in mention.parties if index not in found]
    return tuple(found)


def _clause(reading: Reading, span: Span, own: Span) -> Span:
    """Return the stretch of the line that speaks of this contact: between the contacts beside it."""
    start, end = own.start, own.end
    for other in emails(reading, own):
        if other.end <= span.start:
            start = other.end
        elif other.start >= span.end:
            end = other.start
            break
    return Span(min(start, span.start), max(end, span.end))


def _ahead(reading: Reading, clause: Span, span: Span) -> str:
    """Return what the sentence of a contact says before it, since the contact before it."""
    start = max(clause.start, reading.sentence(span.start).start)
    return reading.low[min(start, span.start) : span.start]


def _in_brackets(reading: Reading, mentions: Sequence[Mention], span: Span) -> Mention | None:
    """Return the name in brackets right behind a box: 'fg@zone.example (de zone)'."""
    after = next((m for m in mentions if m.span.start >= span.end), None)
    if after is None:
        return None
    between = reading.low[span.end : after.span.start]
    behind = _BEHIND.fullmatch(between) and not reading.low.startswith(":", after.span.end)
    return after if behind or _BRACKET.fullmatch(between) else None


def _nearest(mentions: Sequence[Mention], span: Span) -> Mention | None:
    """Return the last name before the contact, else the first after it."""
    before = [m for m in mentions if m.span.end <= span.start]
    after = [m for m in mentions if m.span.start >= span.end]
    return before[-1] if before else after[0] if after else None


def _by_domain(parties: Sequence[Party], value: str) -> tuple[str, ...]:
    """Return the parties whose name tells the domain of the address, best told first."""
    domain = value.rpartition("@")[2].lower().rpartition(".")[0].replace("www", "")
    plain = inline(r"[^a-z0-9]").sub("", domain)
    scored = [(_told(party, plain), party.name) for party in parties]
    best = max(scored, default=(0, ""))[0]
    return tuple(name for length, name in scored if length == best) if best else ()


def _told(party: Party, domain: str) -> int:
    """Return how many letters of a domain the names of a party explain."""
    words = {
        word
        for name in (party.name, party.short_name, *party.mentions)
        for word in inline(r"\w{4,}").findall(name.lower())
    }
    telling = words - _NO_NAMES
    length = sum(len(word) for word in telling if word in domain)
    length = length or max((_prefix(word, domain) for word in telling), default=0)
    length = length if length >= _ALIKE or any(word in domain for word in telling) else 0
    short = {
        form.lower()
        for form in (party.short_name, *party.mentions)
        if form.isupper() and len(form) >= _SHORTEST and form.isalpha()
    }
    whole = max((len(form) for form in short if domain == form or domain.startswith(form)), default=0)
    prefix = {"police": "pz", "ocmw": "ocmw"}.get(party.kind, "")
    return max(length, whole) + (2 if prefix and prefix in domain and length else 0)


def emails(reading: Reading, area: Span) -> Iterator[Span]:
    """Yield the e-mail addresses in a stretch of the text."""
    for host in _HOST.finditer(reading.flat, area.start, area.end):
        local = _LOCAL.search(reading.flat[max(area.start, host.start() - 66) : host.start()])
        if local is not None:
            yield reading.trim(Span(host.start() - len(local.group()), host.end()), ".-_ ")


def _prefix(one: str, other: str) -> int:
    """Return how many characters two words begin with alike."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
