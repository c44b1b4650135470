"""The words of one paragraph of a Word file: what is printed, in order, with what is bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.ingest.docx_fields import Fields
from protocheck.ingest.docx_styles import Style, Styles, switched
from protocheck.ingest.docx_tracked import Tracked
from protocheck.ingest.signs import readable, sign
from protocheck.ingest.words import Anchor, End, Words
from protocheck.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSIDE = frozenset({
    "hyperlink", "smartTag", "sdtContent", "fldSimple", "bdo", "dir", "customXml",
    "AlternateContent", "Choice", "ruby", "rubyBase",
    # what a drawing wraps around a text box
    "drawing", "pict", "object", "inline", "anchor", "graphic", "graphicData", "wsp", "wgp", "wpc",
    "grpSp", "txbx", "shape", "group", "rect", "roundrect", "oval", "textbox",
})  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "br": "\n"}
_TEXT = frozenset({"t", "delText"})
_ANCHORS: dict[str, End] = {
    "commentRangeStart": "start",
    "commentRangeEnd": "end",
    "commentReference": "mark",
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNCOLOURED = frozenset({"", "auto", "none", "ffffff", "clear"})


@record
class _Look:
    """How the letters of a run look."""

    bold: bool
    caps: bool
    raised: bool
    highlighted: bool
    font: str


class RunReader:
    """Reads paragraphs; numbers the notes in the order in which they are cited."""

    def __init__(self, styles: Styles, w: str, view: Tracked) -> None:
        """Take the styles; `w` is the namespace in braces."""
        self._styles, self._w, self._view = styles, w, view
        self._cited: dict[bool, int] = {False: 0, True: 0}
        self._fields = Fields((), w)
        self.hidden = False  # whether hidden text was met
        self.formulas = False

    def read(self, paragraph: _Element, style: Style, words: Words) -> None:
        """Add to `words` what a paragraph prints."""
        self._fields = Fields(paragraph.iter(f"{self._w}fldChar"), self._w)
        self._walk(paragraph, style, words)

    def _walk(self, parent: _Element, style: Style, words: Words) -> None:
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child, style, words)
            elif name == "txbxContent":
                words.boxes.append(child)
            elif name == "sdt":
                self._control(child, style, words)
            elif name in _INSIDE or name in self._view.shown:
                self._walk(child, style, words)
            elif name in _ANCHORS:
                words.anchors.append(Anchor(child.get(f"{self._w}id", ""), _ANCHORS[name], words.length))
            elif name in {"oMath", "oMathPara"}:
                self.formulas = True

    def _run(self, run: _Element, style: Style, words: Words) -> None:
        properties = run.find(f"{self._w}rPr")
        own = properties.find(f"{self._w}rStyle") if properties is not None else None
        named = self._styles.get(own.get(f"{self._w}val", "")) if own is not None else Style()
        if switched(properties, f"{self._w}vanish", default=named.hidden or style.hidden):
            self.hidden = self.hidden or any(local(child) in _TEXT and child.text for child in run)
            return
        look = self._look(properties, named, style)
        for child in run:
            self._printed(child, local(child), look, style, words)

    def _printed(self, child: _Element, name: str, look: _Look, style: Style, words: Words) -> None:
        """Add one element of a run."""
        if self._fields.takes(child, name, words):
            return
        if name in _TEXT:
            words.add(_shown(child.text or "", look), bold=look.bold, highlighted=look.highlighted)
        elif name in _SIGNS:
            words.add(_SIGNS[name])
        elif name == "sym":
            words.add(sign(child.get(f"{self._w}char", "")), highlighted=look.highlighted)
        elif name in {"footnoteReference", "endnoteReference"}:
            self._note(child, words, end=name == "endnoteReference")
        elif name in _ANCHORS:
            words.anchors.append(Anchor(child.get(f"{self._w}id", ""), _ANCHORS[name], words.length))
        elif name in _INSIDE:
            self._walk(child, style, words)

    def _look(self, properties: _Element | None, named: Style, style: Style) -> _Look:
        w = self._w
        own = properties.find(f"{w}rFonts") if properties is not None else None
        return _Look(
            bold=switched(properties, f"{w}b", default=named.bold or style.bold),
            caps=switched(properties, f"{w}caps", default=named.caps or style.caps),
            raised=_value(properties, f"{w}vertAlign", f"{w}val") == "superscript",
            highlighted=_value(properties, f"{w}highlight", f"{w}val") not in _UNCOLOURED
            or _value(properties, f"{w}shd", f"{w}fill") not in _UNCOLOURED,
            font=own.get(f"{w}ascii", "") if own is not None else "",
        )

    def _control(self, control: _Element, style: Style, words: Words) -> None:
        """Print a content control: its box, or its content with a word on whether it was filled in."""
        properties = control.find(f"{self._w}sdtPr")
        kinds = {local(each): each for each in properties} if properties is not None else {}
        if "checkbox" in kinds:
            words.add("☒" if _checked(kinds["checkbox"]) else "☐")
            return
        start = words.length
        self._walk(control, style, words)
        if "showingPlcHdr" in kinds:
            words.unfilled(start)

    def _note(self, reference: _Element, words: Words, *, end: bool) -> None:
        identifier = reference.get(f"{self._w}id", "")
        if reference.get(f"{self._w}customMarkFollows", "0").lower() in {"1", "true", "on"}:
            words.notes.append((identifier, end, ""))  # its own mark, such as *, is typed behind it
            return
        self._cited[end] += 1
        number = str(self._cited[end]).translate(_RAISED)
        words.notes.append((identifier, end, number))
        words.marks.append((words.length, words.length + len(number)))
        words.add(number)


def _shown(text: str, look: _Look) -> str:
    text = readable(text, look.font)
    text = text.upper() if look.caps else text
    return text.translate(_RAISED) if look.raised and text.strip().isdecimal() else text


def _value(properties: _Element | None, tag: str, attribute: str) -> str:
    found = properties.find(tag) if properties is not None else None
    return found.get(attribute, "").lower() if found is not None else ""


def _checked(box: _Element) -> bool:
    """Tell whether the box of a content control is ticked; its namespace differs per version."""
    state = next((each for each in box if local(each) == "checked"), None)
    values = [str(v).lower() for k, v in state.items() if str(k).endswith("val")] if state is not None else []
    return state is not None and (not values or values[0] in {"1", "true", "on"})


def local(element: _Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
