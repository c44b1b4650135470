"""Styles of a Word file: which are headings, which are bold, which number their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.ingest.office_styles import DEEPEST, Look, named_level
from protocheck.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_LEVEL = 9  # the outline level of text that is no heading
_OFF = frozenset({"0", "false", "off", "none"})


@record
class Style(Look):
    """The same, with the list that numbers it."""

    num_id: str = ""
    num_level: int | None = None
    id: str = ""


class Styles:
    """The styles of a document, resolved when they are first met."""

    def __init__(self, root: _Element | None, w: str) -> None:
        """Index the styles by their identifier; `w` is the namespace in braces."""
        self._w = w
        self._raw: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for style in root if root is not None else ():
            if style.tag != f"{w}style":
                continue
            identifier = style.get(f"{w}styleId", "")
            self._raw[identifier] = style
            if style.get(f"{w}default") in {"1", "true", "on"} and style.get(f"{w}type") == "paragraph":
                self.default = identifier

    def get(self, identifier: str, depth: int = 0) -> Style:
        """Return the style, with what it inherits."""
        if identifier in self._known:
            return self._known[identifier]
        raw = self._raw.get(identifier)
        if raw is None or depth > DEEPEST:
            return Style(id=identifier)
        based = raw.find(f"{self._w}basedOn")
        parent = self.get(based.get(f"{self._w}val", ""), depth + 1) if based is not None else Style()
        style = self._resolved(identifier, raw, parent)
        self._known[identifier] = style
        return style

    def _resolved(self, identifier: str, raw: _Element, parent: Style) -> Style:
        w = self._w
        letters = raw.find(f"{w}rPr")
        numbering = raw.find(f"{w}pPr/{w}numPr")
        num_id, num_level = number_of(numbering, w)
        return Style(
            level=self._level(identifier, raw, parent),
            bold=switched(letters, f"{w}b", default=parent.bold),
            caps=switched(letters, f"{w}caps", default=parent.caps),
            hidden=switched(letters, f"{w}vanish", default=parent.hidden),
            num_id=num_id or parent.num_id,
            num_level=parent.num_level if num_level is None else num_level,
            id=identifier,
        )

    def _level(self, identifier: str, raw: _Element, parent: Style) -> int:
        w = self._w
        outline = raw.find(f"{w}pPr/{w}outlineLvl")
        if outline is not None:
            level = outline.get(f"{w}val", "")
            return int(level) + 1 if level.isdecimal() and int(level) < _BODY_LEVEL else 0
        name = raw.find(f"{w}name")
        called = name.get(f"{w}val", "") if name is not None else identifier
        return named_level(called, parent.level)


def switched(properties: _Element | None, tag: str, *, default: bool) -> bool:
    """Return whether a property is on: present without a value means yes."""
    found = properties.find(tag) if properties is not None else None
    if found is None:
        return default
    return found.get(tag.replace("}", "} ").split(" ")[0] + "val", "1").lower() not in _OFF


def number_of(numbering: _Element | None, w: str) -> tuple[str, int | None]:
    """Return the list and the level that a `numPr` names; empty and None when it names none."""
    if numbering is None:
        return "", None
    num, level = numbering.find(f"{w}numId"), numbering.find(f"{w}ilvl")
    depth = level.get(f"{w}val", "") if level is not None else ""
    return (num.get(f"{w}val", "") if num is not None else ""), int(depth) if depth.isdecimal() else None
