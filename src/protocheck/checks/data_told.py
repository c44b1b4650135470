"""Are data listed, and is it told why they are needed, in whatever form: told by structure, not by phrases.

Data stand in a part that is about them, or in a list or sentence that says they are passed on. A reason is
a sentence on such a datum that is none of the other things one says of data (see `data_words`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from protocheck.checks import data_words as words
from protocheck.checks.remembered import once
from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.record import record
from protocheck.regex import lazy

_HEADING = lazy(
    r"gegevens|\bdata\b|dataset|\bvelden\b|\bveldenlijst\b|kolommen|rubrieken|elementen|\bpakket\b"
    r"|\bbestand\b|\blijst\b|\bbericht\b"
    r"|\binhoud\b|inlichtingen|informatie|\binfo\b|proportional|evenredig|noodza|te weten|omvang|\bfiche\b"
    r"|\bwat\b.{0,40}\b(?:zit|delen|deelt|krijg\w*|geven|geeft|staat|staan|gaat|sturen|stuurt|opvrag\w*"
    r"|vragen|vraagt"
    r"|verneemt|doorge\w+|meege\w+|nodig|uitwissel\w*|ziet|leest|overgaat|bezorg\w*)|dataminimal"
    r"|minimale|met minder"
)
_OTHER_HEADING = lazy(
    r"beveilig|veiligheid|kwaliteit|ontvanger|bestemmeling|gegevensbescherming|bescherming van|bewaar"
    r"|bewaring|\bniet\b"
    r"|recht(?:en)? van|\brechten\b|\blek|\w+lek|inbreuk|doeleind|\bdoel\b|finaliteit|grond|wettelijk"
    r"|waartoe"
    r"|rechtmatig|periodic|frequentie|juist|contact|derden|\bbron(?:nen)?\b|authentiek|\bwie\b|aanlegg"
    r"|herkomst|oorspronk|inzamel"
    r"|verenigbaar|\bfout|toegang|verwerker|\bduur|sanctie|partij|definitie|\baanbieder|\bafnemer"
    r"|functionaris"
    r"|waarom (?:delen|deelt|krijg|geven|geeft|mag|willen|wil|samen)|rechtvaardig|gronden|\bermee\b"
    r"|\bdoen\b|\bdoet\b|gebruikt|logging|register|wijze van|hoe (?:de|ver|het|geb)|waarvoor|kanaal|sluit"
)
# What ends the talk of the data themselves, also below a heading on them.
_APART = lazy(
    r"beveilig|veilig|kwaliteit|ontvanger|bestemmeling|bewa[ar]|doeleind|\bdoel\b|finaliteit|grond"
    r"|juist|\bfout|herkomst"
    r"|\bbron|periodic|frequentie|duur|toegang|derden|verenigbaar|\blek|sanctie|functionaris|noodza"
    r"|proportional|evenredig"
    r"|verantwoording|motiver|met minder|minimale|rechten|gegevens"
)
_NEED = lazy(
    r"noodza|proportional|evenredig|verantwoording|motiver|met minder|minimale gegevens|dataminimal|\bnut\b"
    r"|waarom (?:elk|ze|die|deze|dit|niet meer|net|zoveel|nodig|we ze|is dat)\b|gegevens.{0,30}waarom"
    r"|\ben waarom\b"
)
_PASSED = lazy(
    r"\b(?:mee(?:ge|te)?deel\w*|meedelen|mee te delen|meegedeeld\w*|medegedeeld\w*|mededeling\w*|deelt"
    r"|delen|gedeeld\w*"
    r"|uitgewisseld\w*|uit te wisselen|uitwisseling\w*|wissel(?:t|en)|overgemaakt|overmaken"
    r"|maakt\b[^.;]{0,80}\bover|bezorg(?:d|t|en)"
    r"|verstrek\w*|doorgegeven|doorgeven|doorge(?:eft|stuurd|zonden)|ge(?:eft"
    r"|ven)\b[^.;]{0,120}\b(?:door|mee)|stuur\w*|sturen|gestuurd"
    r"|ter beschikking|beschikbaar|ontsluit|opgevraagd|opvra\w+|vraagt\b|gevraagde|bevra\w+|gelever\w*"
    r"|aangelever\w*|lever(?:t|en)"
    r"|aflever(?:t|en)|ontvang(?:t|en)|krijg(?:t|en)|verne(?:emt|men)|overgedragen|overgezonden"
    r"|doorstro\w+|raadple\w+|omvat\w*|bevat\w*"
    r"|vermeldt|bestaat uit|bestaan uit|gaat (?:\w+ ){0,3}(?:om|over)\b|gaan over|betreft|telt|volgende"
    r"|onderstaande|hiernavolgende"
    r"|vindt\b|laat\b[^.;]{0,12}\bweten|ziet|te zien|staan\b|staat\b|weet\b|hieronder|beperkt tot"
    r"|dataset|toont|verschijn\w+)\b"
)
_GOES = lazy(
    r"\b(?:mee|mede|door)?ge(?:deeld|geven|bezorgd|maakt)\b|\b(?:bezorgd|verstrekt|overgemaakt"
    r"|uitgewisseld)\b"
)
_COUNT = lazy(
    r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2}) (?:\w+ ){0,1}(?:gegevens|velden"
    r"|kolommen|rubrieken|elementen|inlichtingen|dingen|zaken)\b"
)
_GROUP = lazy(
    r"[:(\u2013\u2192]| - |; |(?<=[a-z)]{2})\. |=> ?|, (?=(?:om|omdat|want|waarmee|zodat|nodig"
    r"|noodzakelijk|die|dat|als)\b)"
)
_NOTED = lazy(r"[a-z] \((?!art|zie|bv|max|csv|zoals|onder|indien|voornaam|naam)[a-z][a-z ,'\d-]{4,80}\)")
_LABEL = lazy(
    r"\b(?:verantwoording|motivering|motivatie|noodzaak|reden|waarom nodig|nut) ?[:?] ?(?!zie|nog|nader"
    r"|\[|bijlage)[a-z]{2}"
)
_HEAD_WORDS = 9
_CLOSE = 45  # characters from one datum to the next
_OPENS = 4  # words in which a sentence names what it is about
_FEWEST = 2
_LEAST_WORDS = 5
_SHORT = 24  # words of a sentence that may name its datum at the end
_LEAST_WHY = 3
_SEVERAL = lazy(r"[,;]| en | of ")
_PIECE = lazy(r"; *")
_COMMA = lazy(r"[,;:] *(?:en |dat )?")
_TALES = frozenset({"recital", "recitals", "preamble"})
_LEAVES = frozenset({"paragraph", "item", "recital", "footnote", "cell"})


@record
class _Unit:
    """A paragraph, point or row, with the heading above it."""

    part: Segment
    low: str
    heading: str
    place: int  # of the part that it belongs to
    lead: str
    tale: bool = False  # in a recital: what is told there names data in passing

    @property
    def on_data(self) -> bool:
        """Tell whether the heading says that data follow."""
        return _on_data(self.heading)


@functools.lru_cache(maxsize=512)
def _on_data(heading: str) -> bool:
    return _HEADING.search(heading) is not None and _OTHER_HEADING.search(heading) is None


def told(_facts: Facts, outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the places where data are listed."""
    yield from (unit.part.span for unit in _listing(outline))


def reasoned(facts: Facts, outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the places that say why a datum is needed, in the parts where data are listed."""
    units = _units(outline)
    places = {unit.place for unit in _listing(outline)}
    # What the grammars of facts found in prose alone may be a mention in passing.
    places |= {unit.place for unit in units if unit.on_data and _holds(unit.part.span, facts)}
    for unit in units:
        need = _NEED.search(unit.heading) is not None and bool(places or facts.data_items)
        if (unit.place in places and not _elsewhere(unit.heading)) or need:
            yield from _reasons(unit)


@functools.lru_cache(maxsize=512)
def _elsewhere(heading: str) -> bool:
    return _OTHER_HEADING.search(heading) is not None and _NEED.search(heading) is None


def _holds(span: Span, facts: Facts) -> bool:
    return any(item.span.start in span for item in facts.data_items)


@once
def _listing(outline: Outline) -> tuple[_Unit, ...]:
    return tuple(_listed(_units(outline)))


@once
def _units(outline: Outline) -> tuple[_Unit, ...]:
    text = outline.text.text
    found: list[_Unit] = []
    for segment in outline.segments:
        if segment.kind not in {"contents", "title", "signature", "furniture", "stamp"}:
            _walk(segment, text, "", segment.span.start, found, tale=segment.kind in _TALES)
    return tuple(found)


def _walk(segment: Segment, text: str, heading: str, place: int, found: list[_Unit], *, tale: bool) -> None:
    if segment.heading:
        own = " ".join(segment.heading.lower().split())
        # 'Identificatie' below 'De gegevens' is a group of them.
        if not (_on_data(heading) and segment.kind != "annex" and not _APART.search(own)):
            heading, place = own, segment.span.start
    elif segment.kind in {"article", "annex", "section", "preamble", "recitals"}:
        # '§ 2' of an article without a heading goes on about what '§ 1' treats.
        place = place if segment.kind == "article" and "." in segment.number else segment.span.start
    if segment.kind == "row" or (segment.sentences and segment.kind in _LEAVES):
        lead = segment.lead.of(text).lower() if segment.lead is not None else ""
        found.append(_Unit(segment, segment.span.of(text).lower(), heading, place, lead, tale))
        return
    for child in segment.children:
        _walk(child, text, heading, place, found, tale=tale or child.kind in _TALES)


def _listed(units: Sequence[_Unit]) -> Iterator[_Unit]:
    """Yield the units that list data: sentences, the points of a list, the rows of a table."""
    runs: dict[tuple[int, str, str], list[_Unit]] = {}
    for unit in units:
        if unit.part.kind in {"item", "row"}:
            runs.setdefault((unit.place, unit.part.kind, unit.lead), []).append(unit)
        elif _lists(unit):
            yield unit
    for (_, kind, lead), run in runs.items():
        if kind == "row" and not run[0].on_data:
            continue
        passed = (
            kind == "item"
            and not _elsewhere(run[0].heading)
            and _PASSED.search(lead) is not None
            and not _hollow_list(lead)
        )
        if not (run[0].on_data or passed) or _hollow_list(lead):
            continue
        named = [unit for unit in run if _names_datum(unit.low)]
        if len(named) >= _FEWEST and len(named) * 2 >= len(run):
            yield from named


def _names_datum(low: str) -> bool:
    head = " ".join(low.split()[:_HEAD_WORDS])
    return any(True for _ in words.data_in(head)) or any(True for _ in words.asked_in(head))


def _hollow_list(low: str) -> bool:
    return any(
        pattern.search(low)
        for pattern in (
            words.DENIED,
            words.CITIZEN,
            words.FAULT,
            words.NAMED_ELSEWHERE,
            words.LATER,
            words.KEPT,
            words.HELD,
            words.ASIDE,
        )
    )


def _lists(unit: _Unit) -> bool:
    """Tell whether a paragraph sums up data that are passed on, or tells of several why they are needed."""
    if not unit.on_data and (unit.tale or _elsewhere(unit.heading)):
        return False
    asks = _NEED.search(unit.heading) is not None and "gegevens" not in unit.heading
    may_tell = not asks and (unit.on_data or not unit.heading)
    told = 0
    for sentence in _sentences(unit):
        pieces = _PIECE.split(sentence)
        if any(_sums_up(piece, unit) for piece in dict.fromkeys((sentence, *pieces))):
            return True
        if may_tell:
            told += max(sum(map(_is_told, pieces)), sum(map(_is_told, _COMMA.split(sentence))))
    return told >= _FEWEST


def _sums_up(sentence: str, unit: _Unit) -> bool:
    if not _SEVERAL.search(sentence):
        return False
    asked = len(list(words.asked_in(sentence)))
    count = len(set(words.data_in(sentence))) + asked
    if unit.on_data and count and words.weak_data_in(sentence) + asked >= _FEWEST:
        count = _FEWEST
    if count < _FEWEST or _hollow_list(sentence):
        return False
    if _PASSED.search(sentence) or _COUNT.search(sentence):
        return unit.on_data or (not _elsewhere(unit.heading) and _in_a_row(sentence))
    # 'Naam, adres en klas.' below a heading on data is a row of names and no sentence.
    return unit.on_data and not words.TELLS.search(sentence)


def _in_a_row(sentence: str) -> bool:
    """Tell whether three data stand close together, as where they are summed up."""
    places = sorted({*words.data_in(sentence), *words.asked_in(sentence)})
    near = [second - first <= _CLOSE for first, second in pairwise(places)]
    return any(one and other for one, other in pairwise(near))


def _is_told(low: str) -> bool:
    """Tell whether a sentence opens with a datum and gives its reason: 'Het nummer, want ...'."""
    if words.STRONG.search(low) is None or _hollow(low):
        return False
    return any(True for _ in words.data_in(" ".join(low.split()[:_OPENS])))


def _sentences(unit: _Unit) -> Iterator[str]:
    base = unit.part.span.start
    for span in unit.part.sentences:
        yield unit.low[span.start - base : span.end - base]


def _reasons(unit: _Unit) -> Iterator[Span]:
    """Yield the sentences of a unit that give a reason; in a point what stands behind the datum."""
    base = unit.part.span.start
    if unit.part.kind == "row":
        return
    if _LABEL.search(unit.low) or (
        (unit.part.kind == "item" or unit.on_data) and any(map(_explained, (unit.low, *unit.low.split("\n"))))
    ):
        yield unit.part.span
        return
    if _NEED.search(unit.heading) and len(list(_NOTED.finditer(unit.low))) >= _FEWEST:
        yield unit.part.span  # 'naam (aanspreking), adres (verzending)' below a heading that asks why
        return
    for sentence in unit.part.sentences:
        low = unit.low[sentence.start - base : sentence.end - base]
        if any(_gives(piece, unit) for piece in _PIECE.split(low.strip())) or (
            sum(map(_is_told, _COMMA.split(low))) >= _FEWEST
        ):
            yield sentence


def _explained(low: str) -> bool:
    """Tell whether a point names a datum and says behind it what it is for."""
    for stop in _GROUP.finditer(low):
        name, why = low[: stop.start()], low[stop.end() :]
        if (
            not _names_datum(name)
            or len(name.split()) > _HEAD_WORDS
            or len(why.split()) < _LEAST_WHY
            or _hollow(why)
        ):
            continue
        if words.STRONG.search(why) or (
            stop.group().strip()[:1] in ":(\u2013\u2192-." and words.TELLS.search(why)
        ):
            return True
    return False


def _hollow(low: str) -> bool:
    """Tell whether a sentence on data says another thing than why they are needed."""
    if any(
        pattern.search(low)
        for pattern in (
            words.KEPT,
            words.SOURCE,
            words.DENIED,
            words.PLEDGE,
            words.LEGAL,
            words.FAULT,
            words.LATER,
            words.HELD,
            words.ASIDE,
            words.CITIZEN,
            words.NAMED_ELSEWHERE,
        )
    ):
        return True
    return words.STRONG.search(low) is None and bool(words.FORM.search(low) or words.SEEN.search(low))


def _gives(low: str, unit: _Unit) -> bool:
    """Tell whether a sentence, or a piece of one between semicolons, gives the reason for a datum."""
    if len(low.split()) < _LEAST_WORDS or _hollow(low) or low.endswith((":", "?")):
        return False
    head = " ".join(low.split()[:_HEAD_WORDS])
    strong = words.STRONG.search(low) is not None
    named = any(True for _ in words.data_in(head)) or any(True for _ in words.asked_in(head))
    back = words.BACK.search(head) is not None
    home = unit.on_data or not unit.heading or _NEED.search(unit.heading) is not None
    if strong and home and not named and len(low.split()) <= _SHORT:
        named = any(True for _ in words.data_in(low))
    if strong and (named or (back and home)):
        return True
    # Under a heading that asks why, any sentence on a datum answers.
    if (
        _NEED.search(unit.heading) is None
        or unit.part.kind == "item"
        or not (named or back)
        or _GOES.search(low)
    ):
        return False
    return words.TELLS.search(low) is not None and words.NEGATED.search(low) is None
