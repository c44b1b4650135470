"""Paragraphs and tables of a word processor, laid out as text with what hangs on their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.draft import Draft, Printed
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.words import Anchor, Place, Settled, Words, settled
from protocheck.model.geometry import Span
from protocheck.model.text import LineRole, Table
from protocheck.record import record
from protocheck.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

TABLE_WIDTH = 2  # columns: fewer make a frame around text
MOST_COLUMNS = 256  # a row that merged cells make wider is cut: that is built to fill the memory
_BLANK_TOO = 3  # empty paragraphs to a line that may be read: some press Enter to make white
_LONGEST_HEADING = 300
_SENTENCE = 120  # characters: a heading that is longer and ends or stops like a sentence is none
_STOP = lazy(r"[a-z\d)][.;] [A-Z]")


def is_heading(text: str) -> bool:
    """Tell whether a text in the style of a heading can be one.

    Many give whole numbered paragraphs the style of a heading, because it numbers them.
    """
    if len(text) <= _SENTENCE:
        return True
    return len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", ",")) and not _STOP.search(text)


def refuse_too_many(name: str, paragraphs: Iterable[_Element]) -> None:
    """Refuse a document of more paragraphs than lines may be read, before any of them is.

    Raises:
        DocumentError: it holds more.
    """
    filled = empty = 0
    for paragraph in paragraphs:
        if any(map(str.strip, map(str, paragraph.itertext()))):
            filled += 1
        else:
            empty += 1
        if filled > LIMITS.lines or empty > _BLANK_TOO * LIMITS.lines:
            raise refusals.too_long(name, "alinea's", LIMITS.lines)


def set_paragraph(words: Words, label: str, level: int, index: int) -> Paragraph:
    """Return a paragraph with its computed number in front; `level` is what its style says, 0 for none."""
    whole = settled(label + words.text)
    heading = bool(level) and is_heading(whole.text)
    return Paragraph(
        words=words,
        settled=whole,
        front=len(label),
        role="heading" if heading else "body",
        level=level if heading else 0,
        bold=bool(words.letters) and words.bold == words.letters,
        index=index,
    )


@record
class Paragraph:
    """A paragraph ready to print.

    Attributes:
        words: what its runs hold.
        settled: its characters, the computed number in front.
        front: how long that number is.
        role: heading when a style or an outline level says so.
        level: of the heading.
        bold: whether every letter is.
        index: which paragraph of the document it is, from 1.
    """

    words: Words
    settled: Settled
    front: int
    role: LineRole
    level: int
    bold: bool
    index: int

    @property
    def text(self) -> str:
        """Return its characters."""
        return self.settled.text

    def printed(self, cell: str = "") -> list[Printed]:
        """Return its lines; a line break inside the paragraph makes two.

        In a cell a tab becomes a blank: there a tab parts cells.
        """
        text = self.text.replace("\t", " ") if cell else self.text
        return [
            Printed(line, None, self.index, role=self.role, level=self.level, bold=self.bold, cell=cell)
            for line in text.split("\n")
        ]

    def spans(self, places: Iterable[Place], start: int) -> list[Span]:
        """Return where stretches of its words stand when the text begins at `start`."""
        found = [Span(self._at(begin, start), self._at(end, start)) for begin, end in places]
        return [span for span in found if len(span)]

    def place(self, anchor: Anchor, start: int) -> int:
        """Return where an anchor stands when the text begins at `start`."""
        return self._at(anchor.at, start)

    def _at(self, offset: int, start: int) -> int:
        return start + self.settled.at(self.front + offset)


Cell = Sequence[Paragraph]


class Flow:
    """Writes paragraphs and tables, and keeps where marks, colours and comments came to stand."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.draft = Draft()
        self.markup: list[Span] = []
        self.highlights: list[Span] = []
        self.placeholders: list[Span] = []
        self.anchors: list[tuple[Anchor, int]] = []
        self._tables = 0

    def paragraph(self, paragraph: Paragraph) -> None:
        """Write a paragraph."""
        start = self.draft.length
        if paragraph.text:
            start = self.draft.lines_of(paragraph.printed())
        self._mark(paragraph, start)

    def aside(self, text: str, role: LineRole, index: int) -> Span:
        """Write a line that is no part of the running text."""
        return self.draft.line(Printed(text, None, index, role=role))

    def table(self, rows: Sequence[Sequence[Cell]], notes_of: Callable[[Words], None]) -> None:
        """Write a table, rows without a word left out, and the notes that its cells cite below it."""
        self._tables += 1
        self.draft.blank()
        spans = [self._row(row, number) for number, row in enumerate(rows, start=1) if any(row)]
        if spans:
            self.draft.tables.append(Table(Span(spans[0][0].start, spans[-1][-1].end), tuple(spans)))
        for paragraph in (each for row in rows for cell in row for each in cell):
            notes_of(paragraph.words)
        self.draft.blank()

    def _row(self, cells: Sequence[Cell], number: int) -> tuple[Span, ...]:
        address = f"tabel {self._tables}, rij {number}, kolom "
        printed = [
            [paragraph.printed(f"{address}{column}") for paragraph in cell]
            for column, cell in enumerate(cells, start=1)
        ]
        spans = self.draft.row([[line for lines in cell for line in lines] for cell in printed])
        for span, cell, shown in zip(spans, cells, printed, strict=True):
            start = span.start
            for paragraph, lines in zip(cell, shown, strict=True):
                self._mark(paragraph, start)
                start += sum(len(line.text) + 1 for line in lines)
        return spans

    def _mark(self, paragraph: Paragraph, start: int) -> None:
        """Record what hangs on the words of a paragraph that begins at `start`."""
        words = paragraph.words
        self.markup += paragraph.spans(words.marks, start)
        self.highlights += paragraph.spans(words.highlights, start)
        self.placeholders += paragraph.spans(words.placeholders, start)
        self.anchors += [(anchor, paragraph.place(anchor, start)) for anchor in words.anchors]
