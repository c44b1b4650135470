"""Where in the runs of a Word paragraph some words stand, and a comment around them."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from protocheck.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST = 60  # words of a quote that are looked for; more tell no more


@record
class _Piece:
    """A stretch of printed characters in one run."""

    run: _Element
    text: _Element
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text.text or "")


class Anchor:
    """Puts the two ends of a comment around words; the words themselves stay as they are."""

    def __init__(self, paragraphs: Sequence[_Element], w: str) -> None:
        """Take the elements that make up one paragraph; `w` is the namespace in braces."""
        self._paragraphs, self._w = paragraphs, w

    def set(self, quote: str, column: int, identifier: str) -> None:
        """Mark the quote, or the whole paragraph where it cannot be found in one piece."""
        pieces = list(self._pieces())
        place = _find(quote, column, "".join(piece.text.text or "" for piece in pieces))
        if place is None or not pieces:
            self._around(self._first(), self._last(), identifier)
            return
        first = self._cut(next(p for p in pieces if place[0] < p.end), place[0], keep="end")
        pieces = list(self._pieces())
        last = self._cut(next(p for p in pieces if place[1] <= p.end), place[1], keep="start")
        self._around(first, last, identifier)

    def _pieces(self) -> Iterator[_Piece]:
        at = 0
        for paragraph in self._paragraphs:
            for text in paragraph.iter(f"{self._w}t"):
                run = next(text.iterancestors(f"{self._w}r"), None)
                if run is not None and next(run.iterancestors(f"{self._w}p"), None) is paragraph:
                    yield _Piece(run, text, at)
                    at += len(text.text or "")

    def _cut(self, piece: _Piece, at: int, *, keep: str) -> _Element:
        """Return the part of a run before or from a character; only a simple run is cut in two."""
        within = at - piece.start
        said = piece.text.text or ""
        content = [child for child in piece.run if child.tag != f"{self._w}rPr"]
        simple = len(content) == 1 and 0 < within < len(said)
        if not simple:
            return piece.run
        other = copy.deepcopy(piece.run)
        for run, words in ((piece.run, said[:within]), (other, said[within:])):
            text = run.find(f"{self._w}t")
            if text is not None:
                text.text = words
                text.set(_SPACE, "preserve")
        piece.run.addnext(other)
        return other if keep == "end" else piece.run

    def _around(self, first: _Element | None, last: _Element | None, identifier: str) -> None:
        w = self._w
        paragraph = self._paragraphs[0]
        start = paragraph.makeelement(f"{w}commentRangeStart", {f"{w}id": identifier})
        end = paragraph.makeelement(f"{w}commentRangeEnd", {f"{w}id": identifier})
        if first is None or last is None:
            paragraph.extend([start, end])
            first = last = end
        else:
            first, last = self._outer(first), self._outer(last)
            first.addprevious(start)
            last.addnext(end)
        run = paragraph.makeelement(f"{w}r", {})
        run.append(run.makeelement(f"{w}commentReference", {f"{w}id": identifier}))
        end.addnext(run)

    def _outer(self, element: _Element) -> _Element:
        """Return what holds an element right below its paragraph: there the ends of a comment may stand."""
        parent = element.getparent()
        while parent is not None and parent.tag != f"{self._w}p":
            element, parent = parent, parent.getparent()
        return element

    def _first(self) -> _Element | None:
        return next(self._printed(), None)

    def _last(self) -> _Element | None:
        return next(iter(reversed(list(self._printed()))), None)

    def _printed(self) -> Iterator[_Element]:
        for paragraph in self._paragraphs:
            yield from (child for child in paragraph if child.tag != f"{self._w}pPr")


def _find(quote: str, column: int, text: str) -> tuple[int, int] | None:
    """Return where the words stand: of several places the one nearest to the column."""
    words = quote.removesuffix("…").split()[:_LONGEST]
    if not words:
        return None
    pattern = re.compile(r"\s*".join(map(re.escape, words)), re.IGNORECASE)
    places = [found.span() for found in pattern.finditer(text)]
    return min(places, key=lambda place: abs(place[0] + 1 - column), default=None)
