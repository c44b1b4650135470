"""Data given in paragraphs: 'De nummerplaat: daarmee ...', 'Groep 1: ...', 'De lijst bevat ...'."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.facts.data_lists import BULLET, foreign, split
from protocheck.facts.headings import sections
from protocheck.facts.reading import Reading
from protocheck.model.facts import DataItem
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_GROUP = lazy(r"(?:groep|cluster|categorie|reeks|blok) (?:\d{1,2}|[a-h])\b *[:.\u2013-] *")
_LABEL = lazy(
    r"(?:(?:de|het|zijn|haar|elk|elke) )?[^.:;?!\n]{3,110}?(?:: +| – |\. +(?=(?:dat|die|dit|deze|daarmee"
    r"|zonder"
    r"|hiermee|zo|nodig|noodzakelijk|om|ze|het)\b))"
)
_REASON = lazy(
    r"\b(?:nodig|noodzakelijk|vereist|daarmee|hiermee|zonder|om|zodat|opdat|dient|laat toe|anders|enkel zo"
    r"|kan|kunnen|waarmee|omdat|ter|teneinde|daaruit|volstaat|hiertoe|immers|daarvoor|nuttig|moet)\b"
)
_VERB = lazy(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|mag|mogen|delen|deelt|geven"
    r"|geeft|geldt|legt|leggen|volgende|betreft|bevat|artikel)\b"
)
_CONTAINS = lazy(
    r"\b(?:\w{0,20}lijst|\w{0,20}bestand|\w{0,20}bericht|tabel|zij|ze|stroom|mededeling|levering|overzicht"
    r"|dataset"
    r"|antwoord)\b(?: \w+){0,3}? (?:bevat|omvat|vermeldt|bestaat uit|betreft)(?: ook| dan| per \w+| enkel"
    r"| alleen)? (?P<list>[^.;:\n]{5,400})"
)
_CUT = lazy(
    r",? (?:omdat|zodat|opdat|om (?:te|de|het|hem|haar|na)|teneinde|want|die (?:de|het|hij|zij)|waarmee"
    r"|voor zover|ter )\b| en niets (?:meer|anders)| telkens\b"
)
_DENIED = lazy(r"\b(?:niet|geen|nooit|evenmin)\b")


def items(reading: Reading) -> tuple[DataItem, ...]:
    """Return the data of the paragraphs on data, or of the sentence that says what a list holds."""
    areas = sections(reading, "data")
    found = [item for area in areas for line in reading.lines(area) for item in _labelled(reading, line)]
    if len(found) > 1:
        return tuple(found)
    return tuple(
        item
        for sentence in reading.sentences(Span(0, len(reading.flat)))
        for item in _contained(reading, sentence)
    )


def _labelled(reading: Reading, line: Span) -> Iterator[DataItem]:
    """Read a paragraph that begins with the datum and goes on with the reason."""
    group = _GROUP.match(reading.low, line.start, line.end)
    if group is not None:
        first = next(reading.sentences(Span(group.end(), line.end)), None)
        colon = reading.low.find(":", group.end(), first.end) if first is not None else -1
        if colon >= 0 and _REASON.match(reading.low[colon + 1 :].lstrip()[:20]):
            yield _item(reading, Span(group.end(), colon), Span(colon + 1, line.end))
        elif first is not None:
            yield _item(reading, first, Span(first.end, line.end))
        return
    marker = BULLET.match(reading.low, line.start, line.end)
    start = marker.end() if marker else line.start
    label = _LABEL.match(reading.low, start, line.end)
    if label is None or not _REASON.search(reading.low, label.end(), line.end):
        return
    name = label.group()
    if _VERB.search(name) or _DENIED.search(name) or line.end - label.end() < 10:  # noqa: PLR2004 - a reason has some words
        return
    first = next(reading.sentences(Span(label.end(), line.end)), None)
    if first is not None and first.end < line.end and not _REASON.search(first.of(reading.low)):
        # 'Verblijf: de naam en de einddatum. Daaruit blijkt ...': the data stand behind the colon too.
        yield _item(reading, Span(start, first.end), Span(first.end, line.end))
        return
    yield _item(reading, Span(start, label.end()), Span(label.end(), line.end))


def _item(reading: Reading, name: Span, why: Span) -> DataItem:
    name, why = reading.trim(name), reading.trim(why, " \t\n;,")
    reason = why if len(why) and _REASON.search(why.of(reading.low)) else None
    return DataItem(reading.printed(name), name, reading.printed(reason) if reason else "", reason)


def _contained(reading: Reading, sentence: Span) -> Iterator[DataItem]:
    """Read 'De lijst bevat de naam en het adres van ..., omdat ...'."""
    match = _CONTAINS.search(reading.low, sentence.start, sentence.end)
    if (
        match is None
        or _DENIED.search(reading.low, sentence.start, match.start("list"))
        or foreign(sentence.of(reading.low))
        or inline(r"(?:geen|niet|per|drie|twee|vier|vijf|\w+ gegevens$)\b").match(match.group("list"))
    ):
        return
    area = Span(*match.span("list"))
    cut = _CUT.search(reading.low, area.start, sentence.end)
    end = cut.start() if cut else area.end
    why = reading.trim(Span(end, sentence.end), " ,;.:") if cut or reading.low[end : end + 1] == ":" else None
    for item in split(reading, reading.trim(Span(area.start, max(area.start, end)))):
        reason = why if why is not None and len(why) else None
        if item.justification and reason is None:
            yield item
            continue
        yield DataItem(item.name, item.span, reading.printed(reason) if reason else "", reason)
