"""Do 'hierboven' and 'onderstaande tabel' point the right way?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.checks.case import Case, Hit
from protocheck.checks.phrases import Phrases, phrases
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_POINTS = lazy(
    r"(?:h(?<![\w-]h)(?:ier(?:boven|onder|na)|oger(?:vermelde)?)|s(?<![\w-]s)upra|l(?<![\w-]l)ager"
    r"|b(?<![\w-]b)oven(?:staande?|vermelde)|i(?<![\w-]i)nfra|o(?<![\w-]o)nderstaande?"
    r"|v(?<![\w-]v)erderop)(?![\w-])"
)
_UP = ("hierboven", "hoger", "supra", "boven")
_SAID = lazy(r" {1,3}(?:vermeld|genoemd|bedoeld|opgesomd|opgenomen|beschreven|weergegeven)e? {1,3}")
_REACH = 45
_ITEMS = 2
_STOP = lazy(r"[.;:,]")


def wrong_way(case: Case, reading: Reading) -> Iterator[Hit]:
    """Yield words that send the reader up or down while the data or the table stand the other way."""
    data = [item.span for item in case.facts.data_items]
    tables = [part.span for part in case.outline.of_kind("table") if _in_protocol(case, part.span)]
    for match in _POINTS.finditer(reading.low):
        span = Span(*match.span())
        if not _in_protocol(case, span):
            continue
        for name, places, least in (("tabel-woorden", tables, 1), ("gegevens-woorden", data, _ITEMS)):
            words = _near(
                reading, span, phrases(case.params, name), adjective=match[0].endswith(("staande", "de"))
            )
            up = match[0].startswith(_UP)
            if words is not None and len(places) >= least and _all_other_way(span, places, up=up):
                shown = Span(min(span.start, words.start), max(span.end, words.end))
                yield Hit(
                    shown,
                    {"thing": words.of(reading.flat)},
                    "onder" if up else "boven",
                    (places[0],),
                )
                break


def _in_protocol(case: Case, span: Span) -> bool:
    never = {"contents", "furniture", "stamp", "signature", "annex", "title"}
    return not any(part.kind in never for part in case.outline.path_to(span.start))


def _near(reading: Reading, span: Span, wanted: Phrases, *, adjective: bool) -> Span | None:
    """Return the thing that is pointed at: right behind the word, or before it ('de gegevens hierboven')."""
    said = _SAID.match(reading.low, span.end)
    if adjective or said:
        at = said.end() if said else span.end
        behind = reading.low[at : at + _REACH]
        stop = _STOP.search(behind)
        match = wanted.search(reading.low, at, at + (stop.start() if stop else len(behind)))
        return Span(*match.span()) if match and "\n" not in reading.low[at : match.start()] else None
    before = reading.before(span.start, _REACH)
    found = [
        m for m in wanted.finditer(before) if before[m.end() :].strip(" ,") in {"", "zoals", "die", "als"}
    ]
    if not found:
        return None
    start = span.start - len(before)
    return Span(start + found[-1].start(), start + found[-1].end())


def _all_other_way(span: Span, places: Sequence[Span], *, up: bool) -> bool:
    if up:
        return all(place.start > span.end for place in places)
    return all(place.end < span.start for place in places)
