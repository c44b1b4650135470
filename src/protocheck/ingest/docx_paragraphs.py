"""Paragraphs of a Word file: their words with the number that Word computes, and how they look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocheck.ingest.docx_numbering import Numbering
from protocheck.ingest.docx_package import Package
from protocheck.ingest.docx_runs import RunReader
from protocheck.ingest.docx_styles import Style, Styles, number_of
from protocheck.ingest.docx_tracked import Tracked
from protocheck.ingest.flow import Paragraph, set_paragraph
from protocheck.ingest.words import Words, settled

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_LEVEL = 9


class ParagraphReader:
    """Reads paragraphs in the order of the document: lists and notes are counted on the way."""

    def __init__(self, package: Package, w: str, view: Tracked, unfilled: frozenset[_Element]) -> None:
        """Take the styles and the lists of a document.

        Args:
            package: the file.
            w: the namespace in braces.
            view: which tracked changes are shown.
            unfilled: the paragraphs of controls that nobody filled in.
        """
        styles, numbering = package.related("styles"), package.related("numbering")
        self._w, self._view, self._unfilled = w, view, unfilled
        self._styles = Styles(styles[0] if styles else None, w)
        self._numbering = Numbering(numbering[0] if numbering else None, self._styles, w)
        self.runs = RunReader(self._styles, w, view)
        self._carried: tuple[Words, _Element] | None = None
        self._open: list[_Element] = []
        self.index = 0
        # What each paragraph was made of: mostly one element, more where the mark between them is gone.
        self.elements: dict[int, tuple[_Element, ...]] = {}

    def read(self, element: _Element) -> Paragraph | None:
        """Return a paragraph, None when its mark is not there: then it goes on in the next one."""
        words, _ = self._carried or (Words(), element)
        self._carried = None
        self._open.append(element)
        properties = self._view.properties(element, self._w)
        start = words.length
        self.runs.read(element, self._style(properties), words)
        if element in self._unfilled:
            words.unfilled(start)
        if self._view.lacks(element.find(f"{self._w}pPr/{self._w}rPr"), self._w):
            self._carried = (words, element)
            return None
        return self._made(words, properties)

    def rest(self) -> Paragraph | None:
        """Return the paragraph that lost its mark and has no next one to go on in."""
        if self._carried is None:
            return None
        words, element = self._carried
        self._carried = None
        if not words.text.strip() and not words.boxes:
            return None
        return self._made(words, self._view.properties(element, self._w))

    def aside(self, elements: Iterable[_Element]) -> tuple[str, Words]:
        """Return the words of paragraphs that stand outside the text: in a note, a head or a comment."""
        words = Words()
        for element in elements:
            self.runs.read(element, Style(), words)
            if not self._view.lacks(element.find(f"{self._w}pPr/{self._w}rPr"), self._w):
                words.add("\n")
        return settled(words.text).text, words

    def _made(self, words: Words, properties: _Element | None) -> Paragraph:
        self.index += 1
        self.elements[self.index], self._open = tuple(self._open), []
        style = self._style(properties)
        front = self._label(properties, style, alone=not words.text.strip())
        return set_paragraph(words, front, self._level(properties, style), self.index)

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
        num_id, level = number_of(self._view.numbered(own, self._w), self._w)
        if not num_id:
            num_id = style.num_id
            level = self._numbering.level_of_style(num_id, style.id) if level is None else level
            level = style.num_level if level is None else level
        label = self._numbering.label(num_id, level or 0, alone=alone) if num_id else ""
        return label.upper() if style.caps else label
