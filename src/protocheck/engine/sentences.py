"""The sentences of a document that can be evidence, each with its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocheck.match.words import Words
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment

# Never evidence, whatever matches in them.
_SILENT = frozenset({"contents", "furniture", "stamp", "title", "signature"})
_HOMES = frozenset({"preamble", "recital", "article", "section", "annex", "signature", "title", "recitals"})
_TICKED = re.compile(r"\s*(?:[☐☑☒✓✔✗✘]|\[\s?[xXvV]?\s?\])")
# Nothing but a blank to fill in, alone or after its label: 'Sancties: n.v.t.', '[in te vullen]', 'PM'.
_BLANK = re.compile(
    r"(?:^|:)\s*(?:n\.?\s?v\.?\s?t\.?|NVT|PM|p\.m\.|\[[^\]]{0,300}\]|<[^>]{3,300}>|[.…_/-]{2,60}|[xX]{2,9})\s*\.?\s*$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or cell, item) with its place.

    Attributes:
        index: its number in the document.
        span: in the repaired text.
        words: indices of its words.
        home: the part whose ref it carries (article, recital, preamble, section, annex).
        headings: spans of the headings above it, the nearest last.
        group: sentences with the same number form one paragraph, a list with its lead included.
        row: the same for a row of a table; -1 outside tables.
        lead: index of the sentence that introduces its list, or of the first cell of its row, else -1.
        kinds: of all parts that hold it.
        in_annex: whether it stands in an annex of the same file.
        silent: why it is never evidence ('aanvinklijst', 'vraag', a kind), else empty.
    """

    index: int
    span: Span
    words: range
    home: Segment
    headings: tuple[Span, ...]
    group: int
    row: int
    lead: int
    kinds: tuple[str, ...]
    in_annex: bool
    silent: str = ""


def sentences(outline: Outline, words: Words) -> tuple[Sentence, ...]:
    """List the sentences of the document, in order."""
    collector = _Collector(words)
    for segment in outline.segments:
        collector.walk(segment, (), None)
    return tuple(collector.found)


class _Collector:
    def __init__(self, words: Words) -> None:
        self.found: list[Sentence] = []
        self._words = words
        self._group = 0
        self._row = -1
        self._by_start: dict[int, Sentence] = {}
        # The first cell of a row introduces the others, as a lead does its items.
        self._first_of_row: dict[int, int] = {}

    def walk(self, segment: Segment, path: tuple[Segment, ...], home: Segment | None) -> None:
        if segment.kind in _HOMES:
            home = segment
        path = (*path, segment)
        if segment.kind == "row":
            self._row += 1
            self._group += 1
            self._visit(segment, path, home or segment, self._row)
            return
        self._visit(segment, path, home or segment, -1)

    def _visit(self, segment: Segment, path: tuple[Segment, ...], home: Segment, row: int) -> None:
        if segment.sentences:
            self._add(segment, path, home, row)
        for child in segment.children:
            if row >= 0:
                self._visit(child, (*path, child), home, row)
            else:
                self.walk(child, path, home)

    def _add(self, segment: Segment, path: tuple[Segment, ...], home: Segment, row: int) -> None:
        lead = self._lead(segment)
        if row >= 0 and lead < 0:
            lead = self._first_of_row.get(row, -1)
        if row < 0:
            self._group += 1
        group = self.found[lead].group if lead >= 0 and row < 0 else self._group
        kinds = tuple(part.kind for part in path)
        headings = tuple(part.heading_span for part in path if part.heading_span)
        if row >= 0 and lead >= 0 and self.found[lead].row == row:
            headings = (*headings, self.found[lead].span)
        for span in segment.sentences:
            sentence = Sentence(
                index=len(self.found),
                span=span,
                words=self._words.range_in(span),
                home=home,
                headings=headings,
                group=group,
                row=row,
                lead=lead,
                kinds=kinds,
                in_annex="annex" in kinds,
                silent=_silent(span.of(self._words.text), kinds),
            )
            self.found.append(sentence)
            if row >= 0:
                self._first_of_row.setdefault(row, sentence.index)
            self._by_start[span.start] = sentence

    def _lead(self, segment: Segment) -> int:
        if segment.lead is None:
            return -1
        found = self._by_start.get(segment.lead.start)
        if found is None:
            found = next((s for s in reversed(self.found) if s.span.overlaps(segment.lead)), None)
        return found.index if found else -1


def _silent(text: str, kinds: tuple[str, ...]) -> str:
    """Tell why a sentence can never be evidence."""
    for kind in kinds:
        if kind in _SILENT:
            return kind
    if _TICKED.match(text):
        return "aanvinklijst"
    if _BLANK.search(text):
        return "leeg"
    return "vraag" if text.rstrip().endswith("?") else ""


def grouped(given: tuple[Sentence, ...], scope: str) -> Iterator[tuple[Sentence, ...]]:
    """Yield the stretches of a scope: each sentence, paragraph, row, article, or the document."""
    if scope == "sentence":
        yield from ((sentence,) for sentence in given)
        return
    bins: dict[object, list[Sentence]] = {}
    for sentence in given:
        key: object = {
            "paragraph": sentence.group,
            "row": sentence.row,
            "article": (sentence.home.ref, sentence.home.span.start),
            "document": 0,
        }[scope]
        if scope != "row" or sentence.row >= 0:
            bins.setdefault(key, []).append(sentence)
    yield from (tuple(bin_) for bin_ in bins.values())
