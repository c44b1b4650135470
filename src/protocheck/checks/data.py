"""Are the data listed, and is each of them justified?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from protocheck.model.facts import DataItem, Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.regex import lazy

# What a point may hold beside the datum: its marker, a stop, 'en'.
_MARKS = 12
# A longer name, or one with a stop or brackets, may hold the reason itself.
_NAME_WORDS = 5
_MORE = lazy(r"[.(:]")
# A pledge of proportionality says that there is a reason, not which.
_PLEDGE = lazy(
    r"\b(?:toereikend|ter zake dienend|niets te veel|niet meer\b[^.;]{0,40}\bnodig"
    r"|beperkt tot (?:wat|hetgeen)|minimale gegevensverwerking|(?:evenredig|proportioneel)(?!\w))",
    re.IGNORECASE,
)
# Nor does a cell with 'noodzakelijk voor het doel van dit protocol' and no more.
_EMPTY = lazy(
    r"\W*(?:is |zijn )?(?:strikt )?(?:noodzakelijk|nodig|vereist|relevant|proportioneel)"
    r"(?: (?:voor|om|in het kader van|in functie van) (?:het|de|dit) (?:\w+ ){0,2}"
    r"(?:doel\w*|finaliteit\w*|uitvoering|protocol|opdracht|overeenkomst)"
    r"(?: van (?:dit|het|deze|de) (?:protocol|overeenkomst|uitwisseling|mededeling))?(?: te bereiken)?)?\W*",
    re.IGNORECASE,
)
_REASON = lazy(
    r"\b(?:om|omdat|want|zodat|opdat|teneinde|aangezien|zonder|daarmee|ter(?! zake)|nodig voor"
    r"|dien(?:t|en))\b",
    re.IGNORECASE,
)
# 'Verantwoording:' with nothing behind it, and then the next datum or the next part.
_OPEN_LABEL = lazy(
    r"[.;,]?\s*\n[ \t]*(?:verantwoording|motivering|noodzaak|noodzakelijkheid|rechtvaardiging|reden|waarom)"
    r"[^\n:]{0,40}:[ \t]*"
    r"(?:\n(?=\s*(?:\n|\d+[.)]|§|gegeven|cluster|categorie|artikel|art\.|bewaar))|\s*\Z)",
    re.IGNORECASE,
)
# Headings of articles that speak of something else than the data themselves.
_ELSEWHERE = lazy(
    r"\b(?:contact\w*|vragen|frequentie|periodiciteit|looptijd|ontvangers|beveiliging|sancties?|opzegging)\b",
    re.IGNORECASE,
)
_NEVER = lazy(
    r"\b(?:kwaliteit|juistheid|correctheid|nauwkeurigheid|verbetering|beveiliging|bescherming|rechten)\b"
    r".{0,20}gegevens|\bfout\w*|\bdatalek",
    re.IGNORECASE,
)
_PURPOSE = lazy(r"(?:om|te|teneinde|zodat|dat|voor het|ter) ")
_ABOUT_DATA = lazy(r"gegevens|lijst|omvang", re.IGNORECASE)
# The citizen who hands in a form is no party, and an instruction of the template lists nothing.
_NOT_SHARED = lazy(
    r"\s*(?:\[|(?:de|een|elke|iedere) (?:burger|aanvrager|inwoner|ouder|deelnemer|huurder|eigenaar)\b"
    r"[^.;]{0,30}\b(?:deelt|bezorgt|vult|geeft|dient)\b)",
    re.IGNORECASE,
)


def listed(facts: Facts, outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the place of each datum that is communicated."""
    yield from (item.span for item in facts.data_items if _communicated(item, outline))


def _communicated(item: DataItem, outline: Outline) -> bool:
    """Tell whether the datum stands where data that the parties exchange can stand."""
    path = outline.path_to(item.span.start)
    heading = next((part.heading for part in reversed(path) if part.heading), "")
    if _NEVER.search(heading) or (_ELSEWHERE.search(heading) and not _ABOUT_DATA.search(heading)):
        return False
    if any(part.kind == "title" for part in path) or _PURPOSE.match(item.name.lower()):
        return False
    sentences = path[-1].sentences if path else ()
    own = next((s for s in sentences if item.span.start in s), item.span)
    return not _NOT_SHARED.match(own.of(outline.text.text))


def each_justified(facts: Facts, _outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the justifications when no datum lacks one."""
    if facts.data_items and all(_justified(item) for item in facts.data_items):
        yield from dict.fromkeys(_place(item) for item in facts.data_items)


def left_open(facts: Facts, outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the data in a table or a list that have no reason while others in it have one.

    A cell or a point left open is a gap that no general sentence below fills, nor is a label with nothing
    behind it filled.
    """
    placed = [(item, _holder(item, outline)) for item in facts.data_items]
    reasoned = {place for item, place in placed if place is not None and _inside(item, outline)}
    text = outline.text.text
    for item, place in placed:
        if item.justification.strip():
            continue
        if (place in reasoned and _bare(item, outline)) or _OPEN_LABEL.match(text, item.span.end):
            yield item.span


def _holder(item: DataItem, outline: Outline) -> Span | None:
    """Return the table that holds a datum, or the list: what stands around its point."""
    path = outline.path_to(item.span.start)
    table = next((part.span for part in path if part.kind == "table"), None)
    if table is not None or len(path) < 2 or path[-1].kind != "item":  # noqa: PLR2004 - a point and its list
        return table
    return path[-2].span


def _inside(item: DataItem, outline: Outline) -> bool:
    """Tell whether the reason stands in the same row or point as the datum."""
    reason = item.justification_span
    part = _part(item, outline)
    return _justified(item) and part is not None and reason is not None and reason.start in part.span


def _bare(item: DataItem, outline: Outline) -> bool:
    """Tell whether its point holds little but the datum itself; a row always tells by its cells."""
    part = _part(item, outline)
    if part is None or part.kind == "row":
        return part is not None
    plain = _MORE.search(item.name) is None and len(item.name.split()) <= _NAME_WORDS
    return plain and len(part.span) - len(item.span) <= _MARKS


def _part(item: DataItem, outline: Outline) -> Segment | None:
    path = outline.path_to(item.span.start)
    return next((part for part in path if part.kind in {"row", "item"}), None)


def _justified(item: DataItem) -> bool:
    text = item.justification.strip()
    return (
        bool(text) and not _EMPTY.fullmatch(text) and not (_PLEDGE.search(text) and not _REASON.search(text))
    )


def _place(item: DataItem) -> Span:
    return item.justification_span or item.span
