"""Paragraphs of a Word file: their words with the number that Word computes, and how they look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocheck.ingest.docx_numbering import Numbering
from protocheck.ingest.docx_package import Package
from protocheck.ingest.docx_runs import RunReader, Words
from protocheck.ingest.docx_styles import Style, Styles, number_of
from protocheck.ingest.draft import Printed
from protocheck.model.text import LineRole

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \xa0]*\t[ \t\xa0]*")
_LONGEST_HEADING = 300  # more is text that was given a heading's style
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph ready to print.

    Attributes:
        words: what its runs hold.
        text: its characters, the computed number in front.
        role: heading when a style or an outline level says so.
        level: of the heading.
        bold: whether every letter is.
        index: which paragraph of the document it is, from 1.
        shift: how far the marks of notes moved, by the number in front; None when they are lost.
    """

    words: Words
    text: str
    role: LineRole
    level: int
    bold: bool
    index: int
    shift: int | None

    def printed(self, cell: str = "") -> list[Printed]:
        """Return its lines; a line break inside the paragraph makes two.

        In a cell a tab becomes a blank: there a tab parts cells.
        """
        text = self.text.replace("\t", " ") if cell else self.text
        return [
            Printed(line, None, self.index, role=self.role, level=self.level, bold=self.bold, cell=cell)
            for line in text.split("\n")
        ]

    def marks(self, start: int) -> list[tuple[int, int]]:
        """Return where the marks of notes stand when the text begins at `start`."""
        if self.shift is None:
            return []
        return [(start + self.shift + begin, start + self.shift + end) for begin, end in self.words.marks]


class ParagraphReader:
    """Reads paragraphs in the order of the document: lists and notes are counted on the way."""

    def __init__(self, package: Package, w: str) -> None:
        """Take the styles and the lists of a document; `w` is the namespace in braces."""
        styles, numbering = package.related("styles"), package.related("numbering")
        self._w = w
        self._styles = Styles(styles[0] if styles else None, w)
        self._numbering = Numbering(numbering[0] if numbering else None, self._styles, w)
        self._runs = RunReader(self._styles, w)
        self._carried = ""
        self.index = 0
        self.changed = False

    def read(self, element: _Element) -> Paragraph | None:
        """Return a paragraph, None when its mark is deleted: then it goes on in the next one."""
        w = self._w
        properties = element.find(f"{w}pPr")
        style = self._style(properties)
        words = self._runs.read(element, style)
        self.changed = self.changed or words.changed
        carried, self._carried = self._carried, ""
        if properties is not None and properties.find(f"{w}rPr/{w}del") is not None:
            self._carried, self.changed = carried + words.text, True
            return None
        self.index += 1
        label = self._label(properties, style, alone=not (words.text.strip() or carried))
        return self._made(words, label + carried, self._level(properties, style))

    def plain(self, element: _Element) -> str:
        """Return the words of a paragraph that stands outside the text: in a note, head or foot."""
        return clean(self._runs.read(element, Style()).text).strip()

    def _made(self, words: Words, front: str, level: int) -> Paragraph:
        raw = front + words.text
        text = clean(raw).strip()
        heading = bool(level) and len(text) <= _LONGEST_HEADING
        return Paragraph(
            words=words,
            text=text,
            role="heading" if heading else "body",
            level=level if heading else 0,
            bold=bool(words.letters) and words.bold == words.letters,
            index=self.index,
            shift=len(front) - (len(raw) - len(raw.lstrip())) if len(clean(raw)) == len(raw) else None,
        )

    def _style(self, properties: _Element | None) -> Style:
        named = properties.find(f"{self._w}pStyle") if properties is not None else None
        return self._styles.get(named.get(f"{self._w}val", "") if named is not None else self._styles.default)

    def _level(self, properties: _Element | None, style: Style) -> int:
        own = properties.find(f"{self._w}outlineLvl") if properties is not None else None
        value = own.get(f"{self._w}val", "") if own is not None else ""
        if value.isdecimal():
            return int(value) + 1 if int(value) < _BODY_LEVEL else 0
        return style.level

    def _label(self, properties: _Element | None, style: Style, *, alone: bool) -> str:
        """Return the number that Word computes: by the paragraph's own list, else by its style's."""
        own = properties.find(f"{self._w}numPr") if properties is not None else None
        num_id, level = number_of(own, self._w)
        if not num_id:
            num_id = style.num_id
            level = self._numbering.level_of_style(num_id, style.id) if level is None else level
            level = style.num_level if level is None else level
        return self._numbering.label(num_id, level or 0, alone=alone) if num_id else ""


def clean(text: str) -> str:
    """Return the text with runs of tabs as one and without blanks around line breaks."""
    if "\t" in text:
        text = _BLANKS.sub("\t", text)
    return "\n".join(line.strip(" ") for line in text.split("\n")) if "\n" in text else text
