"""Styles of an OpenDocument text: which are headings, which are bold, which are hidden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocheck.ingest.odt_names import FO, STYLE, TEXT
from protocheck.ingest.office_styles import DEEPEST, Look, named_level
from protocheck.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNCOLOURED = frozenset({"", "transparent", "#ffffff"})
_SEMIBOLD = 600


@record
class Style(Look):
    """The same, with how its letters are set off and the list that numbers it."""

    raised: bool = False
    highlighted: bool = False
    list_style: str | None = None  # empty: explicitly none


class Styles:
    """The styles of both parts of a document, resolved when they are first met."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        """Index the styles by family and name; those of a later root go first."""
        self._raw: dict[tuple[str, str], _Element] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self._letters: dict[str, tuple[_Element, ...]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                self._raw[key] = style

    def get(self, family: str, name: str, depth: int = 0) -> Style:
        """Return the style, with what it inherits."""
        key = (family, name)
        if key in self._known:
            return self._known[key]
        raw = self._raw.get(key)
        if raw is None or depth > DEEPEST:
            return Style()
        parent = raw.get(f"{STYLE}parent-style-name", "")
        style = _resolved(raw, self.get(family, parent, depth + 1) if parent else Style())
        self._known[key] = style
        return style

    def letters(self, name: str) -> tuple[_Element, ...]:
        """Return what a style of letters says of them, its ancestors first."""
        if name not in self._letters:
            found: list[_Element] = []
            raw = self._raw.get(("text", name))
            while raw is not None and len(found) < DEEPEST:
                found.append(raw)
                raw = self._raw.get(("text", raw.get(f"{STYLE}parent-style-name", "")))
            said = (each.find(f"{STYLE}text-properties") for each in reversed(found))
            self._letters[name] = tuple(each for each in said if each is not None)
        return self._letters[name]


def _resolved(raw: _Element, parent: Style) -> Style:
    letters = raw.find(f"{STYLE}text-properties")
    listed = raw.get(f"{STYLE}list-style-name")
    found = Style(level=_level(raw, parent), list_style=parent.list_style if listed is None else listed)
    return over(found, letters, parent)


def over(style: Style, letters: _Element | None, parent: Style) -> Style:
    """Return `style` with the letters of a definition, and those of `parent` where it says nothing."""

    def said(name: str) -> str | None:
        return letters.get(name) if letters is not None else None

    weight, caps = said(f"{FO}font-weight"), said(f"{FO}text-transform")
    display, colour = said(f"{TEXT}display"), said(f"{FO}background-color")
    position = said(f"{STYLE}text-position")
    return Style(
        level=style.level,
        bold=parent.bold if weight is None else _bold(weight),
        caps=parent.caps if caps is None else caps == "uppercase",
        hidden=parent.hidden if display is None else display == "none",
        raised=parent.raised if position is None else position.startswith("super"),
        highlighted=parent.highlighted if colour is None else colour.lower() not in _UNCOLOURED,
        list_style=style.list_style,
    )


def _bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and len(weight) < 5 and int(weight) >= _SEMIBOLD)  # noqa: PLR2004 - a weight has three figures


def _level(raw: _Element, parent: Style) -> int:
    own = raw.get(f"{STYLE}default-outline-level")
    if own is not None:
        return int(own) if own.isdecimal() and len(own) == 1 else 0
    name = str(raw.get(f"{STYLE}display-name") or raw.get(f"{STYLE}name", "")).replace("_20_", " ")
    return named_level(name, parent.level)
