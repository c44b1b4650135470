"""The outline of a document: preamble, recitals, articles, tables, annexes, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.record import record

SegmentKind = Literal[
    "title",  # the name of the paper and what stands above the parties
    "contents",  # a table of contents: never evidence
    "preamble",  # the parties block ('Tussen ... en ...')
    "recitals",  # the block of recitals, when they stand together
    "recital",  # overweging
    "chapter",  # hoofdstuk, titel, afdeling: holds articles
    "article",  # artikel, or a heading that works as one; 4.1 is an article inside article 4
    "section",  # a heading with no number
    "paragraph",  # alinea
    "item",  # opsommingspunt
    "table",
    "row",
    "cell",
    "footnote",
    "signature",
    "annex",  # bijlage in the same file; holds its own articles
    "furniture",  # running head, page number: never evidence
    "stamp",  # what a signature stamp prints: never evidence
    "other",
]


@record
class Segment:
    """A part of the document, in coordinates of the repaired text.

    Attributes:
        kind: what it is.
        number: as printed, without its word or its stop: '4', '4.1', 'IX', '5bis', 'C', '§ 2'.
        ref: canonical and English: 'article 4', 'recital C',
            'annex 1, article 5'. Parts below an article carry the ref of that article.
        label: the same for a Dutch reader: 'artikel 4', 'overweging C', 'bijlage 1, artikel 5'.
        heading: as printed in the repaired text, without number; empty when there is none.
        span: the whole part, its heading and children included.
        heading_span: where the heading (with its number) stands.
        children: in order, without overlap, inside `span`.
        sentences: of a leaf (paragraph, item, cell, footnote, recital without children).
        lead: of an item or row: the sentence that introduces the list ('De volgende diensten:').
    """

    kind: SegmentKind
    ref: str
    label: str
    span: Span
    number: str = ""
    heading: str = ""
    heading_span: Span | None = None
    children: tuple[Segment, ...] = ()
    sentences: tuple[Span, ...] = ()
    lead: Span | None = None

    def walk(self) -> Iterator[Segment]:
        """Yield this part and all parts below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def text_of(self, text: RepairedText) -> str:
        """Return the repaired characters of this part."""
        return self.span.of(text.text)


@record
class Outline:
    """The parts of a document, in order; together they cover all its lines."""

    text: RepairedText
    segments: tuple[Segment, ...]
    title: str = ""
    _parts: tuple[Segment, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """List the parts at every depth: most rules go through them."""
        parts = tuple(part for segment in self.segments for part in segment.walk())
        object.__setattr__(self, "_parts", parts)

    def walk(self) -> Iterator[Segment]:
        """Yield every part at every depth, in the order of the text."""
        return iter(self._parts)

    def path_to(self, offset: int) -> tuple[Segment, ...]:
        """Return the parts that hold the character, from the outermost to the innermost."""
        path: list[Segment] = []
        level = self.segments
        while True:
            inside = next((s for s in level if offset in s.span), None)
            if inside is None:
                return tuple(path)
            path.append(inside)
            level = inside.children

    def find(self, ref: str) -> Segment | None:
        """Return the first part that carries the canonical reference as its own."""
        return next((s for s in self.walk() if s.ref == ref), None)

    def of_kind(self, *kinds: SegmentKind) -> Iterator[Segment]:
        """Yield the parts of the kinds asked for, at every depth."""
        return (segment for segment in self.walk() if segment.kind in kinds)
