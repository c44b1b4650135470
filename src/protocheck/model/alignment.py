"""The map between a document as it was read and its repaired text, recorded while editing."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import field

from protocheck.model.geometry import Span
from protocheck.model.text import SourceText
from protocheck.record import record

# A page of Dutch knows more words even when half of them are names; one misread letter in six is enough
# to fall below.
_NOISE = 0.55


@record
class Edit:
    """One repair: the raw characters of `raw` read as `text`, by the rule `rule`."""

    raw: Span
    text: str
    rule: str
    confidence: float = 1.0


@record
class Chunk:
    """A stretch of the raw text and what became of it; `edit` is None where nothing changed."""

    raw: Span
    out: Span
    edit: Edit | None = None


@record
class PageQuality:
    """How readable one page is: counts of words and the shares that tell.

    `known` and `one_letter` are shares between 0 and 1 after repair; `known_before` before it. `foreign`
    tells that a page which is not readable as Dutch is French or English.
    """

    page: int | None
    words: int
    known: float
    known_before: float
    one_letter: float
    readable: bool
    foreign: bool = False

    @property
    def noise(self) -> bool:
        """Tell whether the page is rather noise than words: it may hide Dutch that cannot be found."""
        return not (self.readable or self.foreign) and self.known < _NOISE


@record
class Quality:
    """How readable the document is, between 0 (noise) and 1 (every word known)."""

    score: float = 1.0
    readable: bool = True
    pages: tuple[PageQuality, ...] = ()

    @property
    def trusted(self) -> bool:
        """Tell whether what was not found is not there: no page is noise.

        A page in another language knows half of its words and hides no Dutch; noise knows fewer.
        """
        return self.readable and not any(page.noise for page in self.pages)


@record
class RepairedText:
    """The text that rules see, with the way back to what people see.

    `chunks` tile `source.text` and `text` without gap or crossing; this is asserted. `furniture`
    holds the lines of `text` that are running heads, feet or page numbers: kept, never content.
    """

    source: SourceText
    text: str
    chunks: tuple[Chunk, ...]
    quality: Quality = Quality()
    furniture: tuple[Span, ...] = ()
    _raw_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _out_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Check that the chunks tile both texts, and index them."""
        raw = out = 0
        for chunk in self.chunks:
            if chunk.raw.start != raw or chunk.out.start != out:
                raise ValueError(f"chunks do not tile at raw {raw}, out {out}")
            if chunk.edit is None and len(chunk.raw) != len(chunk.out):
                raise ValueError(f"an unchanged chunk changes length at raw {raw}")
            raw, out = chunk.raw.end, chunk.out.end
        if raw != len(self.source.text) or out != len(self.text):
            raise ValueError("chunks do not reach the end of both texts")
        object.__setattr__(self, "_raw_starts", tuple(c.raw.start for c in self.chunks))
        object.__setattr__(self, "_out_starts", tuple(c.out.start for c in self.chunks))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return every repair, in the order of the text."""
        return tuple(chunk.edit for chunk in self.chunks if chunk.edit is not None)

    @classmethod
    def build(cls, source: SourceText, edits: Iterable[Edit], quality: Quality | None = None) -> RepairedText:
        """Apply `edits` to the raw text.

        Args:
            source: the document as it was read.
            edits: in raw coordinates, not overlapping; any order.
            quality: how readable the result is.

        Raises:
            ValueError: two edits overlap, or one lies outside the text.
        """
        chunks: list[Chunk] = []
        pieces: list[str] = []
        raw = out = 0

        def keep(upto: int) -> None:
            nonlocal raw, out
            if upto > raw:
                chunks.append(Chunk(Span(raw, upto), Span(out, out + upto - raw)))
                pieces.append(source.text[raw:upto])
                raw, out = upto, out + upto - raw

        for edit in sorted(edits, key=lambda e: (e.raw.start, e.raw.end)):
            if edit.raw.start < raw:
                raise ValueError(f"edits overlap at {edit.raw.start}: {edit}")
            keep(edit.raw.start)
            chunks.append(Chunk(edit.raw, Span(out, out + len(edit.text)), edit))
            pieces.append(edit.text)
            raw, out = edit.raw.end, out + len(edit.text)
        keep(len(source.text))
        return cls(source, "".join(pieces), tuple(chunks), quality or Quality())

    def to_raw(self, span: Span) -> Span:
        """Return the raw characters behind `span` of the repaired text; whole edits, never half."""
        start, end = self._raw_point(span.start, last=False), self._raw_point(span.end, last=True)
        return Span(start, max(start, end))

    def from_raw(self, span: Span) -> Span:
        """Return what became of `span` of the raw text; whole edits, never half."""
        start, end = self._out_point(span.start, last=False), self._out_point(span.end, last=True)
        return Span(start, max(start, end))

    def _raw_point(self, offset: int, *, last: bool) -> int:
        chunk = self._chunk(self._out_starts, offset, out=True, last=last)
        if chunk is None:
            return 0
        if chunk.edit is None:
            return chunk.raw.start + offset - chunk.out.start
        return chunk.raw.end if last else chunk.raw.start

    def _out_point(self, offset: int, *, last: bool) -> int:
        chunk = self._chunk(self._raw_starts, offset, out=False, last=last)
        if chunk is None:
            return 0
        if chunk.edit is None:
            return chunk.out.start + offset - chunk.raw.start
        return chunk.out.end if last else chunk.out.start

    def _chunk(self, starts: tuple[int, ...], offset: int, *, out: bool, last: bool) -> Chunk | None:
        """Find the chunk that holds the boundary `offset`; at a seam, the one on its own side."""
        if not self.chunks:
            return None
        find = bisect.bisect_left if last else bisect.bisect_right
        index = max(find(starts, offset) - 1, 0)
        chunk = self.chunks[index]
        side = chunk.out if out else chunk.raw
        if not last and offset == side.end and index + 1 < len(self.chunks):
            chunk = self.chunks[index + 1]
        return chunk

    def quote(self, span: Span) -> str:
        """Return what stands in the document at `span` of the repaired text, blanks folded."""
        return self.source.quote(self.to_raw(span))
