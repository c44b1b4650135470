"""Data given block by block: the row of data opens, what follows it says why they are needed.

'1. Naam en adres. Zonder adres komt de brief nergens aan.', 'Noodzaak: ...' on a line of its own, 'Van de
school: naam, klas. De klas bepaalt ...'. No list of words covers such reasons; they are known by their place.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.facts.data_lists import BULLET, foreign
from protocheck.facts.headings import sections
from protocheck.facts.reading import Reading
from protocheck.model.facts import DataItem
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_WHY = (
    r"(?:waarom|waarvoor|waartoe|noodzaak|noodzakelijkheid|motivering|motivatie|verantwoording|reden|redenen"
    r"|rechtvaardiging|toelichting|uitleg|nut|nodig|nodig (?:om|voor|omdat)|doel|proportionaliteit|gebruik)"
)
# 'Noodzaak:', 'Waarom nodig?', 'Reden van opvraging:'; at the start of a line or behind a stop.
_LABEL = lazy(
    rf"(?:(?<=[.?!;)] )|(?<=\n)|^)[ \t]*(?:en )?{_WHY}(?: (?:is|van|voor) [^\n:.?]{{2,40}}| nodig)?"
    r" {0,2}(?:[:?]|[\u2013-] )\s*"
)
# The same with a capital in the middle of a joined line.
_CAPITAL = lazy(
    r"(?<= )(?:Waarom|Waarvoor|Waartoe|Noodzaak|Motivering|Motivatie|Verantwoording|Reden|Nut"
    r"|Rechtvaardiging)"
    r"(?: (?:is|van|voor) [^\n:.?]{2,40}| nodig)? {0,2}[:?]\s*"
)
_OTHER_LABEL = lazy(
    r"(?:(?<=[.?!;)] )|(?<=\n)) *(?:bewaar\w{0,10}|bewaring|bron|herkomst|hoe ?lang[^\n:?]{0,20}|formaat"
    r"|frequentie|type)(?: bewaard)? ?[:?]"
)
_OPENS = lazy(rf"(?:en )?{_WHY}(?: (?:is|van|voor) [^\n:.?]{{2,40}}| nodig)? ?(?:[:?]|[\u2013-] )")
# What a datum is called, by the end of the word: 'afzetadres', 'chipnummer', 'geldigheidsdatum'.
_DATUM = lazy(
    r"(?:\b|(?<=\w))(?:na(?:am|men)|adres(?:sen)?|nummers?|nr|datum|data|gegevens|jaar|code|codes"
    r"|bedrag(?:en)?"
    r"|plaats|postcode|statuut|status|gsm|e-?mail|telefoon|insz|geslacht|nationaliteit|taal|inkomens?|loon"
    r"|diploma|klas|school|studierichting|foto|leeftijd|samenstelling|staat|score|saldo|resultaat|graad"
    r"|niveau|type|soort|aantal|periode|termijn|duur|begin|einde|uren|kenteken|plaat|oppervlakte|ligging"
    r"|straat|gemeente|hoedanigheid|functie|bestaan|percentage|attest|rekening|iban|id|werkgever"
    r"|identiteit|beslissing|categorie|perceel|verbruik|waarde|hoogte|vermogen|merk|model)\b"
)
_HEADING = lazy(
    r"gegevens|\bdata\b|\bvelden\b|\bpakket\b|\bbestand\b|\blijst\b|\bbericht\b|\binhoud\b|inlichtingen"
    r"|informatie|proportional|evenredig|noodza|\bwat\b.{0,40}\b(?:zit|delen|deelt|krijg|geven|geeft"
    r"|staat|staan"
    r"|gaat|sturen|stuurt|opvrag|vragen|vraagt|doorge|meege|nodig)|dataminimal|minimale"
)
_NOT_HEADING = lazy(
    r"beveilig|kwaliteit|ontvanger|bescherming|bewaar|\bniet\b|recht(?:en)? van|\blek|\w+lek|inbreuk|doeleind"
    r"|rechtsgrond|wettelijk|grondslag|periodic|juist|contact|derden|bron\b|\bwie\b|aanlegg|herkomst"
    r"|oorspronk"
    r"|verenigbaar|\bfout|toegang|verwerker|duur|frequentie|sanctie|partij|definitie|\baanbieder|\bafnemer"
    r"|protocol|overeenkomst|functionaris|rechtvaardig|gronden|\bermee\b|\bdoen\b|\bpast\b|gebruik"
)
_TITLE = lazy(
    r"gegevens\b.{0,40}\b(?:waarom|nodig|noodza|verantwoord|motiv|reden)"
    r"|(?:lijst|overzicht|omvang).{0,30}gegevens|welke \w*gegevens|dataset"
    r"|^\W*(?:\d{1,2}[.)] *)?(?:de )?(?:persoons)?gegevens$"
)
_LEAD = lazy(r"\b(?:waarom|reden|redenen|noodzaak|motivering|verantwoording|waarvoor|nodig)\b")
_FINITE = lazy(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|mag|mogen|deelt|bezorgt"
    r"|bezorgen"
    r"|geldt|stelt|krijgt|ontvangt|vraagt|gebruikt|levert|bewaart|wil|willen|doet|doen|volgende|wij|we"
    r"|artikel|decreet|verordening"
    r"|bijlage|partijen)\b"
)
# What makes a sentence of a row that neither a number nor a label opens.
_SENTENCE = lazy(
    r"\b(?:stuurt|volgt|vertelt|gaat|gaan|komt|komen|geeft|geven|doet|doen|ziet|blijft|blijven|maakt"
    r"|maken|neemt"
    r"|houdt|zet|vindt|weet|past|hoort|telt|werkt|loopt|oordelen|beperken|betekent|gebeurt|begint|stopt|dient"
    r"|verwerkt|meldt|bestaat|legt|vormt|zoekt|helpt|koppelt|vergelijkt|verzamelt|\w{3,12}eert|iemand"
    r"|niemand|ze"
    r"|zij|men|hij|om|omdat|zodat)\b"
)
_DENIED = lazy(r"\b(?:niet|geen|nooit|evenmin|uitgesloten|uitgezonderd)\b")
# What may follow a datum and is no reason: how long, from where, for whom, in what form, when; and a pledge.
_HOLLOW = lazy(
    r"\bbewaa?r\w{0,8}|gewist|vernietig|verwijder|archie|\bbron\b|afkomstig|\b(?:komt|komen) (?:uit|van)\b"
    r"|formaat|tekens\b|numeriek|alfanumeriek|\bveld\b|optioneel|facultatief|indien (?:gekend|beschikbaar"
    r"|ingevuld|van toepassing|bekend)|zichtbaar|raadple|\btoegang\b|ontvanger|(?:jaarlijks|maandelijks"
    r"|wekelijks"
    r"|dagelijks)|\b(?:elke|iedere) (?:dag|nacht|week|maand)|meegedeeld|medegedeeld|doorgegeven|geleverd"
    r"|gedeeld"
    r"|verstrekt|overgemaakt|versleuteld|gecodeerd|geregistreerd|toereikend|ter zake|niet meer dan"
    r"|proportione"
    r"|evenredig|minimale gegevens|dataminimal|doel(?:einden?|en)? van (?:dit|het) (?:protocol|artikel)"
    r"|uitvoering van (?:dit|het) protocol|finaliteit|wordt nog|worden nog|later|n\.?v\.?t"
    r"|bijzondere categorie"
    r"|\bin (?:csv|xml|json|hoofdletters)|vastgelegd|ingevuld|zoals (?:vermeld|opgenomen|bedoeld)|artikel 9"
    r"|verkrijg|verzamel|ingezameld|\bwaarvan\b"
)
_STRONG = lazy(
    r"\b(?:want|omdat|zonder|anders|zodat|opdat|immers|aangezien|(?:nodig|noodzakelijk|vereist|dien(?:t|en))"
    r" (?:om|voor|omdat|ter)|om (?:\w+ ){1,9}te|bepaalt|bepalen|volstaa[nt]|daar(?:aan|mee|uit|door)"
    r"|blijkt)\b"
)
# A tail that is a sentence and no further row of names.
_SAYS = lazy(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|hebt|kan|kunnen|moet|moeten|mag|mogen|zal|we|wij|ze|zij|men"
    r"|wie|als"
    r"|wanneer|alleen|enkel|pas|dan|dus|zo|dat|die|daar\w{2,6}|hier\w{2,6}|waar\w{2,6}|om|omdat|want"
    r"|anders|zonder"
    r"|ter|teneinde|nodig|noodzakelijk|vereist|immers|voor|geldt|bepaalt|toont|zegt|telt|hangt|dient|laat"
    r"|maakt"
    r"|gaat|komt|staat|valt|ligt|loopt|geeft|krijgt|blijkt|ziet|weet|vindt|bereikt|herkent|koppelt"
    r"|berekent)\b"
)
_STOP = lazy(r"[.?!] +(?=[A-ZÀ-Þ])|[.?!]?\n| *: +| +(?:[\u2013=\u2192]|[-=]+>|-) +")
_GROUP = lazy(
    r"(?:(?:groep|cluster|categorie|reeks|blok|luik|deel) (?:\d{1,2}"
    r"|[a-h])\b *[:.\u2013-]? *)?(?:[^.?:\n]{3,60}\? +)?"
)
_ASKS = lazy(rf"\b{_WHY}(?: nodig)?\? *$")
_NEXT_GROUP = lazy(
    r" +(?=(?:Groep|Cluster|Categorie|Reeks|Blok|Luik|Deel|GROEP|CATEGORIE) (?:\d{1,2}"
    r"|[A-Ha-h])\b *[:.\u2013-] )"
)
# An arrow from a datum leads to what it is for.
_ARROW = lazy(r" *(?:\u2192|[-=]+>|=) *")
_VERB = lazy(r"\b[a-z]{2,}(?:t|en)\b")
_WORDS = lazy(r"\w+")
_LONGEST_NAME = 45


def items(reading: Reading) -> tuple[DataItem, ...]:
    """Return the data of the parts on data that are written block by block; at least two blocks."""
    found: list[DataItem] = []
    for area, strict in _areas(reading):
        new = [each for unit in _units(reading, area) for each in _of_unit(reading, unit, strict=strict)]
        known = sum(_DATUM.search(each.name.lower()) is not None for each in new)
        told = sum(bool(each.justification) for each in new)
        if len(new) > 1 and min(known, told) * 2 >= len(new):
            found.extend(each for each in new if not any(each.span.overlaps(old.span) for old in found))
    return tuple(sorted(found, key=lambda each: each.span.start))


def _areas(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Yield where blocks may stand; True where what opens a block need not be a well-known datum."""
    for part in reading.parts:
        heading = " ".join(part.heading.lower().split())
        if _HEADING.search(heading) and not _NOT_HEADING.search(heading):
            start = part.heading_span.end if part.heading_span is not None else part.span.start
            yield Span(start, part.span.end), False
    yield from ((area, False) for area in sections(reading, "data") if 0 < len(area) < len(reading.flat) // 2)
    lines = list(reading.lines(Span(0, len(reading.flat))))
    if any(_titled(line.of(reading.low)) for line in lines[:3]) and not _several(reading):
        yield Span(lines[0].start, lines[-1].end), False
    for index, line in enumerate(lines):
        low = line.of(reading.low)
        if low.endswith(":") and _LEAD.search(low) and inline(r"\ben\b").search(low):
            last = index
            while last + 1 < len(lines) and _marked(reading, lines[last + 1]):
                last += 1
            if last > index:
                yield Span(lines[index + 1].start, lines[last].end), True


def _several(reading: Reading) -> bool:
    """Tell whether the paper treats more than the data."""
    below = [part.heading.lower() for part in reading.parts if part.kind != "title"]
    return any(_NOT_HEADING.search(heading) for heading in below)


def _titled(low: str) -> bool:
    """Tell whether the first lines of an annex say that it lists data, and why."""
    return _TITLE.search(low) is not None


def _marked(reading: Reading, line: Span) -> bool:
    low = line.of(reading.low)
    return BULLET.match(low) is not None or _OPENS.match(low) is not None


def _units(reading: Reading, area: Span) -> Iterator[Span]:
    """Yield a line, with the lines below it that begin with a label."""
    headings = {part.heading_span for part in reading.parts if not part.number and part.heading_span}
    lines = [
        line for line in _lines(reading, area) if line not in headings or _DATUM.search(line.of(reading.low))
    ]
    paired = _alternates(reading, lines)
    unit: Span | None = None
    for line in lines:
        low = line.of(reading.low)
        below = paired and not BULLET.match(low)
        if unit is not None and (below or _OPENS.match(low) or _OTHER_LABEL.match("\n" + low, 1)):
            unit = Span(unit.start, line.end)
            continue
        if unit is not None:
            yield unit
        unit = line
    if unit is not None:
        yield unit


def _lines(reading: Reading, area: Span) -> Iterator[Span]:
    """Yield the lines, cut where a next group begins within one."""
    for line in reading.lines(area):
        start = line.start
        for group in _NEXT_GROUP.finditer(reading.flat, line.start, line.end):
            if group.end() > start:
                yield reading.trim(Span(start, group.end()), " ")
                start = group.end()
        yield reading.trim(Span(start, line.end), " ")


def _alternates(reading: Reading, lines: list[Span]) -> bool:
    """Tell whether each numbered row of data has a line of its own below it, that says why."""
    marked = [BULLET.match(line.of(reading.low)) is not None for line in lines]
    first = marked.index(True) if True in marked else len(lines)
    tail = marked[first:]
    count = sum(tail)
    return count > 1 and len(tail) == 2 * count and all(tail[::2])


def _of_unit(reading: Reading, unit: Span, *, strict: bool) -> Iterator[DataItem]:
    """Part a block into what it opens with and what follows."""
    unit = Span(reading.trim(unit, " .:;,").start, unit.end)
    marker = BULLET.match(reading.low, unit.start, unit.end)
    start = marker.end() if marker else unit.start
    group = _GROUP.match(reading.low, start, unit.end)
    if group is not None and not _ASKS.search(group.group()):
        start = group.end()
    end = unit.end
    other = _OTHER_LABEL.search(reading.low, start, unit.end)
    label = _LABEL.search(reading.low, start + 1, unit.end) or _CAPITAL.search(
        reading.flat, start + 1, unit.end
    )
    arrow = None
    if label is not None:
        name, why = Span(start, label.start()), Span(label.end(), end)
        if other is not None and other.start() > label.end():
            why = Span(label.end(), other.start())
    elif (arrow := _ARROW.search(reading.low, start, end)) is not None and marker is not None:
        name, why = Span(start, arrow.start()), Span(arrow.end(), end)
    else:
        name, why = _opened(reading, Span(start, other.start() if other is not None else end))
    name, why = reading.trim(name), reading.trim(why, " \t\n;,")
    opened = name.of(reading.low)
    # Beside well-known data an unknown word that is numbered or labelled too is a datum.
    marked = strict or label is not None or (marker is not None and len(why) > 0)
    if not _names(opened, known=not marked) or foreign(opened):
        return
    if marker is None and label is None and _SENTENCE.search(opened):
        return
    stopped = marker is not None and reading.low[name.end : name.end + 1] in {".", "?"}
    given = _gives(why.of(reading.low), labelled=label is not None or arrow is not None, stopped=stopped)
    if given or (marker is not None and _DATUM.search(opened)):
        reason = why if given else None
        yield DataItem(reading.printed(name), name, reading.printed(reason) if reason else "", reason)


def _opened(reading: Reading, block: Span) -> tuple[Span, Span]:
    """Part a block at its first stop outside brackets; a short lead belongs to the name."""
    for stop in _STOP.finditer(reading.flat, block.start + 2, block.end):
        before = reading.low[block.start : stop.start()]
        if before.count("(") > before.count(")"):
            continue
        after = Span(stop.end(), block.end)
        if ":" in stop.group() and (_lead(before) or not _gives(after.of(reading.low), labelled=False)):
            continue
        return Span(block.start, stop.start()), after
    return block, Span(block.end, block.end)


def _lead(before: str) -> bool:
    """Tell whether what stands before a colon only says of whom or in which group."""
    return inline(r"(?:van|per|over|voor|bij|betreffende|inzake|uit) ").match(before) is not None


def _names(low: str, *, known: bool) -> bool:
    """Tell whether a text names data and is no sentence."""
    words = len(_WORDS.findall(low))
    if inline(r"(?:de |welke )?(?:persoons)?gegevens").fullmatch(low):
        return False
    if not 1 <= words <= _LONGEST_NAME or _DENIED.search(low) or (known and not _DATUM.search(low)):
        return False
    bare = inline(r"\([^)]{0,200}\)").sub("", low)
    bare = inline(r", (?:ook|die|dat|waar\w*|indien|als|voor zover)\b[^.;]{0,200}$").sub("", bare)
    bare = inline(r"\b(?:indien|van wie|die|dat)\b[^,.;]{0,120}").sub("", bare)
    return not _FINITE.search(bare)


def _is_told(sentence: str) -> bool:
    """Tell whether a sentence of its own holds a verb, as far as endings go, and is no row of data."""
    words = len(_WORDS.findall(sentence))
    named = len(_DATUM.findall(sentence))
    return words > 3 and named * 3 < words and _VERB.search(sentence) is not None  # noqa: PLR2004 - shorter is no sentence


def _gives(low: str, *, labelled: bool, stopped: bool = False) -> bool:
    """Tell whether what follows a datum can be the reason for it."""
    for sentence in inline(r"[.?!] +").split(low):
        if len(_WORDS.findall(sentence)) < 3:  # noqa: PLR2004 - 'zie boven' is no reason
            continue
        if _HOLLOW.search(sentence) and not _STRONG.search(sentence):
            continue
        if labelled or _SAYS.search(sentence) or (stopped and _is_told(sentence)):
            return True
    return False
