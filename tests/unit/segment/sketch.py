"""Small papers written in the test itself, and what to read off their outline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent
from typing import Any

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment, SegmentKind
from protocheck.model.text import Line, SourceText, Table
from protocheck.segment import segment

NESTABLE = {"furniture", "footnote", "stamp"}


def source(
    text: str, marked: Mapping[str, Mapping[str, Any]] | None = None, *, word: bool = False
) -> SourceText:
    """Return the text as a reader gives it; `marked` adds what it knows of the lines with these words."""
    lines: list[Line] = []
    offset, page = 0, 1
    for index, raw in enumerate(text.split("\n"), 1):
        page += raw.count("\f")
        if raw.strip():
            about = (marked or {}).get(raw.strip(), {})
            lines.append(Line(raw, Span(offset, offset + len(raw)), None if word else page, index, **about))
        offset += len(raw) + 1
    return SourceText("paper.txt", "", "text/plain", text, tuple(lines), tables=_tables(text, marked or {}))


def _tables(text: str, marked: Mapping[str, Mapping[str, Any]]) -> tuple[Table, ...]:
    rows = marked.get("TABLE", {}).get("rows", ())
    if not rows:
        return ()
    found = [tuple(_span(text, cell) for cell in row) for row in rows]
    return (Table(Span(found[0][0].start, found[-1][-1].end), tuple(found)),)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def outline(
    text: str, marked: Mapping[str, Mapping[str, Any]] | None = None, *, word: bool = False
) -> Outline:
    """Return the outline of a text that was read without any repair; indents of the test are taken off."""
    return segment(RepairedText.build(source(dedent(text).strip("\n"), marked, word=word), []))


def words(paper: Outline, found: Segment | Span) -> str:
    """Return the words of a part or span on one line."""
    span = found.span if isinstance(found, Segment) else found
    return " ".join(span.of(paper.text.text).split())


def headings(paper: Outline, *kinds: SegmentKind) -> list[tuple[str, str]]:
    """Return (ref, heading) of the parts of these kinds, articles and sections by default."""
    return [(s.ref, s.heading) for s in paper.of_kind(*(kinds or ("article", "section")))]


def part(paper: Outline, ref: str) -> Segment:
    """Return the part with this reference, which must be there."""
    found = paper.find(ref)
    assert found is not None, f"no {ref} in {[s.ref for s in paper.segments]}"
    return found


def lead(paper: Outline, entry: Segment) -> str:
    """Return the sentence that introduces an entry."""
    return words(paper, entry.lead) if entry.lead is not None else ""


def leaves(paper: Outline, ref: str) -> list[tuple[str, str]]:
    """Return (kind, words) of what stands directly below the part with this reference."""
    return [(child.kind, words(paper, child)) for child in part(paper, ref).children]


def sentences(paper: Outline, found: Segment) -> list[str]:
    """Return the sentences of a part."""
    return [words(paper, span) for span in found.sentences]


def kinds(paper: Outline) -> list[str]:
    """Return the kinds of the outermost parts."""
    return [part.kind for part in paper.segments]


def check_sound(paper: Outline) -> None:
    """Assert what every outline must be: ordered, nested, inside the text, covering all its lines."""
    text = paper.text.text
    _check_level(paper.segments, Span(0, len(text)))
    for line in paper.text.source.lines:
        span = paper.text.from_raw(line.span)
        covered = any(part.span.overlaps(span) for part in paper.segments)
        assert covered or not any(c.isalnum() for c in line.text), f"lost: {line.text!r}"


def _check_level(parts: Sequence[Segment], around: Span) -> None:
    ends = [around.start, *(part.span.end for part in parts)]
    for part, floor in zip(parts, ends, strict=False):
        assert part.span in around, f"{part.kind} leaves {around}"
        assert part.span.start >= floor, f"{part.kind} overlaps what stands before it"
        _check_one(part)
        _check_level(part.children, part.span)


def _check_one(part: Segment) -> None:
    assert part.ref
    assert part.label
    assert part.heading_span is None or part.heading_span in part.span
    floor = part.span.start
    for span in part.sentences:
        assert span in part.span
        assert span.start >= floor
        floor = span.end
        assert not any(span.overlaps(child.span) for child in part.children if child.kind != "furniture")
    if part.sentences:
        assert {child.kind for child in part.children} <= NESTABLE


def all_sentences(paper: Outline) -> Iterator[str]:
    """Yield every sentence of the paper once."""
    for part in paper.walk():
        yield from sentences(paper, part)
