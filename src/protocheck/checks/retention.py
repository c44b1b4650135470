"""How long are the data kept: is the term open-ended, or its cell left blank?"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Mapping

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared
from protocheck.match.finder import Finder
from protocheck.match.words import Words
from protocheck.model.facts import DataItem, Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment

_LONGEST = 60
_TERMS = ("open", "grens", "bewaren", "data", "ander")
_DATA = "de meegedeelde gegevens"


def open_ended(case: Case) -> Iterator[Hit]:
    """Yield each term that has no end, once for all data it serves, and each cell that was left blank."""
    finder = _finder(*(case.params.get(name, ()) for name in _TERMS))
    terms: dict[Span, list[DataItem]] = {}
    for item in case.facts.data_items:
        if item.retention_span is not None and item.retention.strip():
            terms.setdefault(item.retention_span, []).append(item)
    for span, items in terms.items():
        where = _open_at(span, case.text, finder)
        if where is not None and not _limited_next(case, span, finder):
            yield Hit(where, {"datum": _names(items)}, case="open")
    for span in _told(case, terms):
        where = _open_at(span, case.text, finder, told=True)
        if where is not None and not _limited_next(case, span, finder):
            yield Hit(where, {"datum": _DATA}, case="open")
    for item in blank(case.facts, case.outline):
        yield Hit(item.span, {"datum": _names([item])}, case="leeg")


def _told(case: Case, known: Collection[Span]) -> Iterator[Span]:
    """Yield the sentences that speak of keeping, and are the term of no datum that was read."""
    firsts = (phrase.split()[0].split("|") for phrase in case.params.get("bewaren", ()))
    low = case.text.lower()
    words = [word for word in {word.strip("*~") for first in firsts for word in first} if word in low]
    for part in case.outline.walk():
        for span in part.sentences:
            low = span.of(case.text).lower()
            if any(word in low for word in words) and not any(span.overlaps(other) for other in known):
                yield span


def _limited_next(case: Case, span: Span, finder: Finder) -> bool:
    """Tell whether the sentence behind goes on about the term and limits it: "dat is vijf jaar"."""
    text = prepared(case)
    end = text.paragraph(span.start).end
    rest = text.low[span.end : end]
    start = span.end + len(rest) - len(rest.lstrip(" .\n"))
    if start >= end or pattern(case, "vervolg").match(text.low, start) is None:
        return False
    words = Words.of(text.sentence(start).of(case.text))
    terms = {match.term for match in finder.find(words, range(len(words.words)))}
    return "grens" in terms and "ander" not in terms


def stated(facts: Facts, _outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield each term for which data are kept, whatever it is."""
    spans = (item.retention_span for item in facts.data_items if item.retention.strip())
    yield from dict.fromkeys(span for span in spans if span is not None)


def left_blank(facts: Facts, outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the data whose cell for the term was left blank."""
    yield from (item.span for item in blank(facts, outline))


def blank(facts: Facts, outline: Outline) -> Iterator[DataItem]:
    """Yield the data without a term in a table where other data have one in their row."""
    placed = [(item, *_row(item, outline)) for item in facts.data_items]
    filled = {
        table.span
        for item, table, row in placed
        if table is not None and row is not None and item.retention_span and item.retention_span in row.span
    }
    for item, table, row in placed:
        if table is not None and row is not None and table.span in filled and not item.retention.strip():
            yield item


def _row(item: DataItem, outline: Outline) -> tuple[Segment | None, Segment | None]:
    path = outline.path_to(item.span.start)
    table = next((part for part in path if part.kind == "table"), None)
    return table, next((part for part in path if part.kind == "row"), None)


@functools.lru_cache(maxsize=4)
def _finder(*terms: tuple[str, ...]) -> Finder:
    return Finder(dict(zip(_TERMS, terms, strict=True)), known=lambda _word: True)


def _open_at(span: Span, text: str, finder: Finder, *, told: bool = False) -> Span | None:
    """Return the words that leave a term without end; None when it has a limit.

    In a sentence that is `told` to speak of keeping, both the keeping and the data must be named.
    """
    words = Words.of(span.of(text))
    found = finder.find(words, range(len(words.words)))
    terms = {match.term for match in found}
    if "grens" in terms or (told and ("ander" in terms or not {"bewaren", "data"} <= terms)):
        return None
    first = next((match for match in found if match.term == "open"), None)
    if first is not None and not told and len(span) <= _LONGEST:
        return span
    return words.span(first.first, first.last).shift(span.start) if first is not None else None


def _names(items: list[DataItem]) -> str:
    """Return the data by name, the first ones when there are many."""
    names = [" ".join(item.name.split()) for item in items]
    shown = ", ".join(f"‘{name[:_LONGEST]}’" for name in names[:3])
    return shown if len(names) <= 3 else f"{shown} en andere gegevens"  # noqa: PLR2004 - three tell enough
