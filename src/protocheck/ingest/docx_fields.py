"""Fields of a Word file: what is a code, what is its result, and what nobody filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest.docx_styles import switched
from protocheck.ingest.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODE = frozenset({"instrText", "delInstrText"})
BLANK = "_____"  # what paper shows of a form field that nobody filled in


@dataclass(slots=True)
class _Field:
    """One field that is open: its code, and from which piece on its result stands."""

    code: list[str] = field(default_factory=list)
    result: int = -1
    start: int = 0
    default: str = ""


class Fields:
    """Follows the fields of one paragraph; one that goes on in the next is its result there."""

    def __init__(self, marks: Iterable[_Element], w: str) -> None:
        """Take the marks of fields in a paragraph; `w` is the namespace in braces."""
        self._w = w
        self._open: list[_Field] = []
        self._closers = sum(each.get(f"{w}fldCharType") != "begin" for each in marks)

    def takes(self, element: _Element, name: str, words: Words) -> bool:
        """Tell whether an element of a run is about a field, or inside a code, so that it is not text."""
        if name == "fldChar":
            self._mark(element, words)
        elif name in _CODE and self._open:
            self._open[-1].code.append(element.text or "")
        return name == "fldChar" or name in _CODE or self._in_code

    @property
    def _in_code(self) -> bool:
        return any(each.result < 0 for each in self._open)

    def _mark(self, element: _Element, words: Words) -> None:
        kind = element.get(f"{self._w}fldCharType", "")
        if kind == "begin":
            default = self._form(element, words)
            if self._closers > 0:  # a field that never ends would swallow the rest
                self._open.append(_Field(default=default))
            return
        self._closers -= 1
        if kind == "separate" and self._open:
            self._open[-1].result, self._open[-1].start = len(words.pieces), words.length
        elif kind == "end" and self._open:
            self._close(self._open.pop(), words)

    def _close(self, ended: _Field, words: Words) -> None:
        code = "".join(ended.code).split(maxsplit=2)
        name = code[0].upper() if code else ""
        if self._in_code:
            return
        if name == "MACROBUTTON" and len(code) > 2 and ended.result < 0:  # noqa: PLR2004 - name, macro, words
            start = words.length
            words.add(code[2].strip())
            words.unfilled(start)
        elif name == "FORMTEXT" and ended.result >= 0:
            shown = words.since(ended.result).strip()
            if not shown:
                words.replace(ended.result, BLANK)
            if not shown or shown == ended.default:
                words.unfilled(ended.start)

    def _form(self, element: _Element, words: Words) -> str:
        """Print the box or the choice of an old form field; return the default of a text field."""
        w = self._w
        form = element.find(f"{w}ffData")
        if form is None:
            return ""
        box, choice = form.find(f"{w}checkBox"), form.find(f"{w}ddList")
        if box is not None:
            default = switched(box, f"{w}default", default=False)
            words.add("☒" if switched(box, f"{w}checked", default=default) else "☐")
        if choice is not None:
            words.add(self._chosen(choice))
        default_text = form.find(f"{w}textInput/{w}default")
        return default_text.get(f"{w}val", "").strip() if default_text is not None else ""

    def _chosen(self, choice: _Element) -> str:
        w = self._w
        entries = [entry.get(f"{w}val", "") for entry in choice.findall(f"{w}listEntry")]
        for tag in ("result", "default"):
            found = choice.find(f"{w}{tag}")
            index = found.get(f"{w}val", "") if found is not None else ""
            if index.isdecimal() and len(index) < 4 and int(index) < len(entries):  # noqa: PLR2004 - no list is longer
                return entries[int(index)]
        return entries[0] if entries else ""
