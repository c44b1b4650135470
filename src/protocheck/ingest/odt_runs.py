"""The words of one paragraph of an OpenDocument text: what is printed, in order, with what is bold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest.odt_names import DRAW, FORM, LOEXT, OFFICE, TEXT, XML_ID, local, whole
from protocheck.ingest.odt_styles import Style, Styles, over
from protocheck.ingest.signs import readable
from protocheck.ingest.words import Anchor, Words
from protocheck.model.options import View
from protocheck.regex import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = lazy(r"[ \t\r\n]{1,1000}")
_UNSEEN = frozenset({
    "ruby-text", "tracked-changes", "binary-data", "script", "title", "desc", "image", "label",
    "bookmark", "bookmark-start", "bookmark-end", "soft-page-break", "note-citation", "event-listeners",
})  # fmt: skip
_BOXES = ("text-box", "custom-shape", "rect", "ellipse", "polygon", "path", "caption")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_BLANKS = 200


@dataclass(slots=True)
class Met:
    """What was met on the way and is told or used afterwards."""

    hidden: bool = False
    formulas: bool = False
    annotations: dict[str, _Element] = field(default_factory=dict)
    notes: dict[str, _Element] = field(default_factory=dict)


_Printer = Callable[["_Element", Style, Words], None]


def _regions(root: _Element, kind: str) -> Iterator[tuple[str, _Element]]:
    """Yield the tracked changes of one kind by their identifier."""
    for region in root.iter(f"{TEXT}changed-region"):
        found = region.find(f"{TEXT}{kind}")
        if found is not None:
            yield str(region.get(XML_ID) or region.get(f"{TEXT}id", "")), found


class OdtRuns:
    """Reads paragraphs in one view; numbers the notes in the order in which they are cited."""

    def __init__(self, root: _Element, styles: Styles, view: View) -> None:
        """Take the document, for its tracked changes and form controls."""
        self._styles = styles
        self._original = view == "original"
        self._inserted = frozenset(name for name, _ in _regions(root, "insertion"))
        self._deleted = dict(_regions(root, "deletion"))
        self._boxes = {
            str(box.get(XML_ID) or box.get(f"{FORM}id", "")): box for box in root.iter(f"{FORM}checkbox")
        }
        self._inserting: set[str] = set()
        self._cited = {"footnote": 0, "endnote": 0}
        self.met = Met()
        self._printers: dict[str, _Printer] = {
            "span": self._span,
            **dict.fromkeys(("s", "tab", "line-break"), self._sign),
            "note": self._note,
            "annotation": self._annotation,
            "annotation-end": self._annotated,
            **dict.fromkeys(("change-start", "change-end"), self._turned),
            "change": self._restored,
            "placeholder": self._prompt,
            "content-control": self._control,
            "control": self._form,
            **dict.fromkeys(_BOXES, self._box),
            "math": self._formula,
            "hidden-text": self._hidden,
        }

    @property
    def changed(self) -> bool:
        """Tell whether the document holds tracked changes."""
        return bool(self._inserted or self._deleted)

    @property
    def inserting(self) -> bool:
        """Tell whether what is read now was inserted, so that the view does not show it."""
        return bool(self._inserting)

    def read(self, paragraph: _Element, style: Style, words: Words) -> None:
        """Add to `words` what a paragraph prints."""
        self._walk(paragraph, style, words)

    def turn(self, element: _Element) -> None:
        """Take the mark that begins or ends an insertion."""
        identifier = element.get(f"{TEXT}change-id", "")
        if not self._original or identifier not in self._inserted:
            return
        if local(element) == "change-start":
            self._inserting.add(identifier)
        else:
            self._inserting.discard(identifier)

    def _walk(self, parent: _Element, look: Style, words: Words) -> None:
        self._txt(parent.text, look, words)
        for child in parent:
            self._child(child, local(child), look, words)
            self._txt(child.tail, look, words)

    def _child(self, child: _Element, name: str, look: Style, words: Words) -> None:
        """Add one element inside a paragraph."""
        printer = self._printers.get(name)
        if printer is not None:
            printer(child, look, words)
        elif name not in _UNSEEN:
            self._walk(child, look, words)

    def _txt(self, text: str | None, look: Style, words: Words) -> None:
        if not text or self._inserting:
            return
        if look.hidden:
            self.met.hidden = self.met.hidden or bool(text.strip())
            return
        shown = readable(_BLANKS.sub(" ", text))
        shown = shown.upper() if look.caps else shown
        if look.raised and shown.strip().isdecimal():
            shown = shown.translate(_RAISED)
        words.add(shown, bold=look.bold, highlighted=look.highlighted)

    def _sign(self, child: _Element, look: Style, words: Words) -> None:
        if self._inserting or look.hidden:
            return
        name = local(child)
        if name == "s":
            words.add(" " * min(whole(child.get(f"{TEXT}c"), 1), _MOST_BLANKS))
        else:
            words.add("\t" if name == "tab" else "\n")

    def _span(self, child: _Element, look: Style, words: Words) -> None:
        for letters in self._styles.letters(child.get(f"{TEXT}style-name", "")):
            look = over(look, letters, look)
        self._walk(child, look, words)

    def _note(self, child: _Element, look: Style, words: Words) -> None:
        if self._inserting or look.hidden:
            return
        kind = child.get(f"{TEXT}note-class", "footnote")
        citation = child.find(f"{TEXT}note-citation")
        label = citation.get(f"{TEXT}label", "") if citation is not None else ""
        if not label:
            self._cited[kind] = self._cited.get(kind, 0) + 1
            label = str(self._cited[kind]).translate(_RAISED)
        identifier = str(len(self.met.notes))
        self.met.notes[identifier] = child
        words.notes.append((identifier, kind == "endnote", label))
        words.marks.append((words.length, words.length + len(label)))
        words.add(label)

    def _annotation(self, child: _Element, _: Style, words: Words) -> None:
        name = child.get(f"{OFFICE}name", "") or f"\0{len(self.met.annotations)}"
        if not self._inserting:
            self.met.annotations[name] = child
            words.anchors.append(Anchor(name, "start", words.length))

    def _annotated(self, child: _Element, _: Style, words: Words) -> None:
        words.anchors.append(Anchor(child.get(f"{OFFICE}name", ""), "end", words.length))

    def _turned(self, child: _Element, _: Style, __: Words) -> None:
        self.turn(child)

    def _restored(self, child: _Element, look: Style, words: Words) -> None:
        """Print what was deleted here, in the view that shows it."""
        region = self._deleted.get(child.get(f"{TEXT}change-id", ""))
        if region is None or not self._original:
            return
        for number, paragraph in enumerate(region.iter(f"{TEXT}p", f"{TEXT}h")):
            if number:
                words.add("\n")
            self._walk(paragraph, look, words)

    def _prompt(self, child: _Element, look: Style, words: Words) -> None:
        """Print a place that waits for words."""
        start = words.length
        self._walk(child, look, words)
        words.unfilled(start)

    def _control(self, child: _Element, look: Style, words: Words) -> None:
        if child.get(f"{LOEXT}checkbox") == "true":
            words.add("☒" if child.get(f"{LOEXT}checked") == "true" else "☐")
        elif child.get(f"{LOEXT}showing-place-holder") == "true":
            self._prompt(child, look, words)
        else:
            self._walk(child, look, words)

    def _form(self, child: _Element, _: Style, words: Words) -> None:
        box = self._boxes.get(child.get(f"{DRAW}control", ""))
        if box is not None:
            state = box.get(f"{FORM}current-state") or box.get(f"{FORM}state", "")
            words.add(f"{'☒' if state == 'checked' else '☐'} {box.get(f'{FORM}label', '')} ")

    def _box(self, child: _Element, _: Style, words: Words) -> None:
        if not self._inserting:
            words.boxes.append(child)

    def _formula(self, _: _Element, __: Style, ___: Words) -> None:
        self.met.formulas = True

    def _hidden(self, _: _Element, __: Style, ___: Words) -> None:
        self.met.hidden = True
