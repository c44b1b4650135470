"""Automatic numbers for the Word files that the tests make: what was typed becomes a list of Word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_ARTICLE = re.compile(r"((?:Artikel|ARTIKEL|Art\.|Hoofdstuk) |)(\d{1,2})([.:]?)(?:\s+|$)")
_PART = re.compile(r"(\d{1,2})\.(\d{1,2})(\.?)\s+")
_ITEM = re.compile(r"(\d{1,2}|[a-z])([.)°]|°\))\s+")


@dataclass(frozen=True)
class Number:
    """What a paragraph gets in the place of the number that was typed."""

    num_id: int
    level: int
    rest: str


@dataclass
class _Chain:
    """A list in use: its number, its definition and how far it has counted."""

    num_id: int
    definition: Any
    reached: list[int] = field(default_factory=lambda: [0, 0])


class Numbers:
    """Turns numbers that follow one another into lists; a number out of order stays typed."""

    def __init__(self, document: Any) -> None:
        self._part = document.part.numbering_part
        self._headings: dict[tuple[str, str], _Chain] = {}
        self._current: _Chain | None = None
        self._item: tuple[str, _Chain] | None = None

    def take(self, text: str, *, heading: bool) -> Number | None:
        """Return the list and level for a paragraph, None when its number is not automatic."""
        if heading:
            return self._article(text)
        return self._subdivision(text) or self._listed(text)

    def _article(self, text: str) -> Number | None:
        hit = _ARTICLE.match(text)
        if hit is None or not (hit.group(1) or hit.group(3)):
            return None
        key = (hit.group(1), hit.group(3))
        chain = self._headings.get(key)
        if int(hit.group(2)) != (chain.reached[0] if chain else 0) + 1:
            return None
        if chain is None:
            chain = self._headings[key] = self._made(f"{hit.group(1)}%1{hit.group(3)}", "decimal")
        chain.reached = [int(hit.group(2)), 0]
        self._current, self._item = chain, None
        return Number(chain.num_id, 0, text[hit.end() :])

    def _subdivision(self, text: str) -> Number | None:
        hit, chain = _PART.match(text), self._current
        if hit is None or chain is None or [int(hit.group(1)), int(hit.group(2)) - 1] != chain.reached:
            return None
        level = chain.definition.findall(qn("w:lvl"))[1].find(qn("w:lvlText"))
        wanted = f"%1.%2{hit.group(3)}"
        if chain.reached[1] and level.get(qn("w:val")) != wanted:
            return None
        level.set(qn("w:val"), wanted)
        chain.reached[1] += 1
        self._item = None
        return Number(chain.num_id, 1, text[hit.end() :])

    def _listed(self, text: str) -> Number | None:
        hit = _ITEM.match(text)
        if hit is None:
            self._item = None if not text.startswith(" ") else self._item
            return None
        typed, sign = hit.groups()
        value = int(typed) if typed.isdecimal() else ord(typed) - ord("a") + 1
        kind = "decimal" if typed.isdecimal() else "lowerLetter"
        key = f"{kind}{sign}"
        if value == 1:
            self._item = (key, self._made(f"%1{sign}", kind))
        if self._item is None or self._item[0] != key or value != self._item[1].reached[0] + 1:
            return None
        self._item[1].reached[0] = value
        return Number(self._item[1].num_id, 0, text[hit.end() :])

    def _made(self, text: str, kind: str) -> _Chain:
        numbering = self._part.element
        taken = [int(n.get(qn("w:abstractNumId"))) for n in numbering.findall(qn("w:abstractNum"))]
        abstract = max(taken, default=0) + 1
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{shown}"/></w:lvl>'
            for depth, shown in enumerate((text, "%1.%2"))
        )
        definition = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{levels}</w:abstractNum>'
        )
        numbering.insert(0, definition)
        return _Chain(numbering.add_num(abstract).numId, definition)
