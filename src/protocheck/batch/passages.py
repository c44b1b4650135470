"""The repaired text in the parts that can be cited, for searching and comparing.

Every part stands once: what has a place of its own inside another (article 4.1, a table) is left out of that
other. Running heads and page numbers are no part of it.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator

from protocheck.batch.word_forms import forms_of
from protocheck.model.alignment import RepairedText
from protocheck.model.audit import Passage
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment

_CITED = frozenset(
    "title preamble recitals recital chapter article section table footnote signature annex other".split()
)
_NOT_TEXT = frozenset({"furniture", "stamp", "contents"})


def passages(outline: Outline) -> tuple[Passage, ...]:
    """Return the parts of a text, in its order."""
    return tuple(_of(outline.segments, outline.text))


def _of(segments: Iterable[Segment], text: RepairedText) -> Iterator[Passage]:
    for segment in segments:
        if segment.kind in _NOT_TEXT:
            continue
        if segment.kind in _CITED:
            own = _own(segment, text)
            if own or segment.heading:
                found = forms_of(segment.heading, own)
                yield Passage(
                    *(segment.ref, segment.kind, segment.label, segment.heading),
                    *(_page(segment, text), own, found),
                )
        yield from _of(segment.children, text)


def _own(segment: Segment, text: RepairedText) -> str:
    """Return the characters of a part without its heading and without what has a place of its own."""
    gaps = sorted(_gaps(segment, text), key=lambda gap: gap.start)
    kept: list[str] = []
    at = segment.span.start
    for gap in gaps:
        kept.append(text.text[at : max(gap.start, at)])
        at = max(at, gap.end)
    kept.append(text.text[at : segment.span.end])
    lines = (line.strip() for piece in kept for line in piece.split("\n"))
    return "\n".join(line for line in lines if line)


def _gaps(segment: Segment, text: RepairedText) -> Iterator[Span]:
    if segment.heading_span is not None:
        yield segment.heading_span
    yield from _elsewhere(segment)
    first = bisect.bisect_left(text.furniture, segment.span.start, key=lambda line: line.start)
    for line in itertools.islice(text.furniture, first, None):
        if line.end > segment.span.end:
            break
        yield line


def _elsewhere(segment: Segment) -> Iterator[Span]:
    for child in segment.children:
        if child.kind in _CITED or child.kind in _NOT_TEXT:
            yield child.span
        else:
            yield from _elsewhere(child)


def _page(segment: Segment, text: RepairedText) -> int | None:
    start = segment.span.start
    while start < segment.span.end and text.text[start].isspace():
        start += 1
    return text.source.locate(text.to_raw(Span(start, min(start + 1, segment.span.end)))).page
