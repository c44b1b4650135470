"""What one paragraph of a word processor prints, and what hangs on its characters."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from protocheck.record import record
from protocheck.regex import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

Place = tuple[int, int]
End = Literal["start", "end", "mark"]

_LOOSE = lazy(r"[ \xa0]{0,60}\t[ \t\xa0]{0,200}| {0,60}\n {0,60}")


@record
class Anchor:
    """Where a comment begins, ends, or has its mark."""

    comment: str
    end: End
    at: int


@dataclass(slots=True)
class Words:
    """What a paragraph prints.

    Attributes:
        pieces: its characters, in order.
        notes: those it cites: identifier, whether it is an endnote, number.
        marks: where in the text the numbers of those notes stand.
        boxes: text boxes that hang on it.
        anchors: of the comments.
        highlights: stretches that are coloured.
        placeholders: stretches that nobody filled in.
        bold: letters that are bold.
        letters: all of them.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[tuple[str, bool, str]] = field(default_factory=list)
    marks: list[Place] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    highlights: list[Place] = field(default_factory=list)
    placeholders: list[Place] = field(default_factory=list)
    bold: int = 0
    letters: int = 0

    @property
    def text(self) -> str:
        """Return the characters."""
        return "".join(self.pieces)

    def add(self, text: str, *, bold: bool = False, highlighted: bool = False) -> None:
        """Add printed characters."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        letters = sum(map(str.isalpha, text))
        self.letters += letters
        self.bold += letters if bold else 0
        if highlighted and text:
            _stretch(self.highlights, (start, self.length))

    def since(self, piece: int) -> str:
        """Return the characters of the pieces from `piece` on."""
        return "".join(self.pieces[piece:])

    def replace(self, piece: int, text: str) -> None:
        """Put `text` in the place of the pieces from `piece` on."""
        self.length -= len(self.since(piece))
        del self.pieces[piece:]
        self.add(text)

    def unfilled(self, start: int) -> None:
        """Mark what was added since `start` as a place that nobody filled in."""
        if self.length > start:
            _stretch(self.placeholders, (start, self.length))


def _stretch(places: list[Place], new: Place) -> None:
    """Add a place; one that goes on where the last one ended makes it longer."""
    if places and places[-1][1] >= new[0]:
        places[-1] = (places[-1][0], max(new[1], places[-1][1]))
    else:
        places.append(new)


@record
class Settled:
    """The text of a paragraph without loose blanks, and where each of its characters went."""

    text: str
    cuts: tuple[tuple[int, int, int], ...] = ()  # (where, characters fewer from there on, fewer before it)
    lead: int = 0

    def at(self, offset: int) -> int:
        """Return where a character of the loose text stands now."""
        index = bisect.bisect_left(self.cuts, (offset,)) - 1  # a paragraph may hold very many of both
        fewer = 0
        if index >= 0:
            where, less, before = self.cuts[index]
            fewer = before + min(less, offset - where)
        return min(max(offset - fewer - self.lead, 0), len(self.text))


def settled(loose: str) -> Settled:
    """Return the text with runs of tabs as one, without blanks around line breaks or at its edges."""
    cuts: list[tuple[int, int, int]] = []
    fewer = 0
    text = loose
    if "\t" in loose or "\n" in loose:
        pieces: list[str] = []
        at = 0
        for hit in _LOOSE.finditer(loose):
            sign = "\t" if "\t" in hit.group() else "\n"
            pieces += [loose[at : hit.start()], sign]
            if len(hit.group()) > 1:
                cuts.append((hit.start() + 1, len(hit.group()) - 1, fewer))
                fewer += len(hit.group()) - 1
            at = hit.end()
        text = "".join([*pieces, loose[at:]])
    return Settled(text.strip(), tuple(cuts), len(text) - len(text.lstrip()))
