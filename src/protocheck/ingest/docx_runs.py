"""The words of one paragraph of a Word file: what is printed, in order, with what is bold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest.docx_styles import Style, Styles, switched

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset({
    "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr", "Fallback",
    "txbxContent",
})  # fmt: skip
_INSIDE = frozenset({
    "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "bdo", "dir", "customXml",
    "AlternateContent", "Choice", "ruby", "rubyBase",
    # what a drawing wraps around a text box
    "drawing", "pict", "object", "inline", "anchor", "graphic", "graphicData", "wsp", "wgp", "wpc",
    "grpSp", "txbx", "shape", "group", "rect", "roundrect", "oval", "textbox",
})  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "br": "\n"}
# Wingdings and Symbol keep their signs in a private range; a ticked box must not look like an open one.
_SYMBOLS = {
    "F0FE": "☒", "F0FD": "☒", "F053": "☒", "F052": "☑", "F0A8": "☐", "F06F": "☐", "F071": "☐", "F0A3": "☐",
    "F0FC": "✓", "F0FB": "✗", "F0B7": "•", "F0A7": "▪", "F0D8": "•", "F076": "•", "F0E0": "→", "F0B0": "°",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Words:
    """What a paragraph prints.

    Attributes:
        pieces: its characters, in order.
        notes: those it cites: identifier, whether it is an endnote, number.
        marks: where in the text the numbers of those notes stand.
        boxes: text boxes that hang on it.
        bold: letters that are bold, and all letters.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[tuple[str, bool, str]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    changed: bool = False

    @property
    def text(self) -> str:
        """Return the characters."""
        return "".join(self.pieces)

    def add(self, text: str, *, bold: bool = False) -> None:
        """Add printed characters."""
        self.pieces.append(text)
        self.length += len(text)
        letters = sum(map(str.isalpha, text))
        self.letters += letters
        self.bold += letters if bold else 0


class RunReader:
    """Reads paragraphs; numbers the notes in the order in which they are cited."""

    def __init__(self, styles: Styles, w: str) -> None:
        """Take the styles; `w` is the namespace in braces."""
        self._styles, self._w = styles, w
        self._cited: dict[bool, int] = {False: 0, True: 0}

    def read(self, paragraph: _Element, style: Style) -> Words:
        """Return what a paragraph prints."""
        words = Words()
        self._walk(paragraph, style, words)
        return words

    def _walk(self, parent: _Element, style: Style, words: Words) -> None:
        for child in parent:
            name = _local(child)
            if name in _SKIPPED:
                words.changed = words.changed or name in {"del", "moveFrom"}
                if name == "txbxContent":
                    words.boxes.append(child)
            elif name == "r":
                self._run(child, style, words)
            elif name in _INSIDE:
                words.changed = words.changed or name in {"ins", "moveTo"}
                self._walk(child, style, words)

    def _run(self, run: _Element, style: Style, words: Words) -> None:
        w = self._w
        properties = run.find(f"{w}rPr")
        own = properties.find(f"{w}rStyle") if properties is not None else None
        named = self._styles.get(own.get(f"{w}val", "")) if own is not None else Style()
        if switched(properties, f"{w}vanish", default=named.hidden or style.hidden):
            return
        bold = switched(properties, f"{w}b", default=named.bold or style.bold)
        caps = switched(properties, f"{w}caps", default=named.caps or style.caps)
        place = properties.find(f"{w}vertAlign") if properties is not None else None
        raised = place is not None and place.get(f"{w}val") == "superscript"
        for child in run:
            name = _local(child)
            if name == "t":
                text = child.text or ""
                text = text.upper() if caps else text
                words.add(text.translate(_RAISED) if raised and text.strip().isdecimal() else text, bold=bold)
            elif name in _SIGNS:
                words.add(_SIGNS[name])
            elif name == "sym":
                words.add(self._symbol(child))
            elif name in {"footnoteReference", "endnoteReference"}:
                self._note(child, words, end=name == "endnoteReference")
            elif name == "fldChar":
                self._tick(child, words)
            elif name in _INSIDE:
                self._walk(child, style, words)

    def _symbol(self, sign: _Element) -> str:
        code = sign.get(f"{self._w}char", "").upper()
        if code in _SYMBOLS:
            return _SYMBOLS[code]
        try:
            return chr(int(code, 16))
        except (ValueError, OverflowError):
            return ""

    def _note(self, reference: _Element, words: Words, *, end: bool) -> None:
        self._cited[end] += 1
        number = str(self._cited[end]).translate(_RAISED)
        words.notes.append((reference.get(f"{self._w}id", ""), end, number))
        words.marks.append((words.length, words.length + len(number)))
        words.add(number)

    def _tick(self, field_char: _Element, words: Words) -> None:
        """Print the box of an old form field, ticked or not."""
        w = self._w
        box = field_char.find(f"{w}ffData/{w}checkBox")
        if box is not None:
            default = switched(box, f"{w}default", default=False)
            words.add("☒" if switched(box, f"{w}checked", default=default) else "☐")


def _local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
