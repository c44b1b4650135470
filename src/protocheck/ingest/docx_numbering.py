"""The numbers that Word computes and the file does not hold: 'Artikel 3', '2.1', 'b)'."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest.docx_styles import Styles, switched
from protocheck.record import record
from protocheck.regex import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = lazy(r"[^\W\d_]{3}")
_PLACE = lazy(r"%([1-9])")
_DEEPEST = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 32_767  # the largest number that Word counts to
TYPED_BULLETS = frozenset("-–—o•*▪◦")


@record
class Level:
    """One level of a list, as its definition says."""

    start: int = 1
    kind: str = "decimal"
    text: str = "%1."
    style: str = ""
    glue: str = " "
    legal: bool = False
    hidden: bool = False
    restart: int = _DEEPEST  # starts anew after a level above this one; 0: never


@dataclass(slots=True)
class _List:
    """A list in use: its definition and the values it starts anew with."""

    definition: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of all lists of a document, in its order."""

    def __init__(self, root: _Element | None, styles: Styles, w: str) -> None:
        """Read the definitions; `w` is the namespace in braces."""
        self._w, self._styles = w, styles
        self._definitions: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if element.tag == f"{w}abstractNum":
                self._define(element)
            elif element.tag == f"{w}num":
                self._use(element)

    def label(self, num_id: str, level: int, *, alone: bool = False) -> str:
        """Return the label of the next paragraph of a list, with the blank behind it.

        A paragraph without words (`alone`) shows one only where the label is a heading by itself,
        such as 'Artikel 3' above its text; a lone '3.' is counted, as Word does, but says nothing.
        """
        used = self._lists.get(num_id)
        if used is None or num_id == "0":
            return ""
        definition, levels = self._levels(used)
        if level not in levels:
            return ""
        counters = self._counters.setdefault(definition, {})
        if level in used.starts and (num_id, level) not in self._begun:
            counters[level] = used.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = levels[level].start
        self._begun.add((num_id, level))
        for deeper in [
            each for each in counters if level < each and level < levels.get(each, Level()).restart
        ]:
            del counters[deeper]
        for above in range(level):
            if above not in counters and above in levels:
                counters[above] = used.starts.get(above, levels[above].start)
        if levels[level].hidden or (alone and _WORD.search(levels[level].text) is None):
            return ""
        return self._written(levels, counters, level)

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """Return the level of a list that a paragraph style stands for."""
        used = self._lists.get(num_id)
        levels = self._levels(used)[1] if used else {}
        return next((depth for depth, level in levels.items() if style and level.style == style), None)

    def _levels(self, used: _List) -> tuple[str, dict[int, Level]]:
        """Return the definition of a list, through the style that may stand between."""
        definition = used.definition
        linked = self._lists.get(self._styles.get(self._links.get(definition, "")).num_id)
        if not self._definitions.get(definition) and linked is not None:
            definition = linked.definition
        return definition, {**self._definitions.get(definition, {}), **used.levels}

    def _written(self, levels: dict[int, Level], counters: dict[int, int], level: int) -> str:
        here = levels[level]
        if here.kind == "none" and not here.text:
            return ""
        if here.kind == "bullet":
            return (here.text if here.text in TYPED_BULLETS else "•") + (here.glue or " ")

        def number(place: re.Match[str]) -> str:
            depth = int(place.group(1)) - 1
            other = levels.get(depth, Level())
            value = counters.get(depth, other.start) if depth <= level else other.start
            return written(value, "decimal" if here.legal and other.kind != "none" else other.kind)

        text = _PLACE.sub(number, here.text)
        return text + here.glue if text.strip() else ""

    def _define(self, element: _Element) -> None:
        w = self._w
        identifier = element.get(f"{w}abstractNumId", "")
        self._definitions[identifier] = dict(map(self._level, element.findall(f"{w}lvl")[:_DEEPEST]))
        link = element.find(f"{w}numStyleLink")
        if link is not None:
            self._links[identifier] = link.get(f"{w}val", "")

    def _use(self, element: _Element) -> None:
        w = self._w
        abstract = element.find(f"{w}abstractNumId")
        used = _List(abstract.get(f"{w}val", "") if abstract is not None else "")
        for override in element.findall(f"{w}lvlOverride"):
            depth = _whole(override.get(f"{w}ilvl"), 0)
            start, level = override.find(f"{w}startOverride"), override.find(f"{w}lvl")
            if start is not None:
                used.starts[depth] = _whole(start.get(f"{w}val"), 1)
            if level is not None:
                used.levels[depth] = self._level(level)[1]
        self._lists[element.get(f"{w}numId", "")] = used

    def _level(self, element: _Element) -> tuple[int, Level]:
        w = self._w

        def value(tag: str, default: str) -> str:
            found = element.find(f"{w}{tag}")
            return default if found is None else found.get(f"{w}val", default)

        glue = {"nothing": "", "space": " "}.get(value("suff", "tab"), " ")
        # Newer Word wraps a format of its own ('001, 002') with a plain one for older programs.
        kinds = (each.get(f"{w}val", "") for each in element.iter(f"{w}numFmt"))
        kinds = (each for each in kinds if each != "custom")
        level = Level(
            start=_whole(value("start", "1"), 1),
            kind=next(iter(kinds), "decimal"),
            text=value("lvlText", ""),
            style=value("pStyle", ""),
            glue=glue,
            legal=switched(element, f"{w}isLgl", default=False),
            hidden=switched(element.find(f"{w}rPr"), f"{w}vanish", default=False),
            restart=_whole(value("lvlRestart", ""), _DEEPEST),
        )
        return _whole(element.get(f"{w}ilvl"), 0), level


def written(value: int, kind: str) -> str:
    """Return a number the way a list writes it."""
    if kind == "none":
        return ""
    if not 0 < value <= _LARGEST:
        return str(value)
    if kind in {"upperLetter", "lowerLetter"}:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in {"upperRoman", "lowerRoman"}:
        roman = _roman(value)
        return roman.upper() if kind == "upperRoman" else roman
    if kind == "decimalZero":
        return f"{value:02d}"
    return f"{value}e" if kind == "ordinal" else str(value)


def _roman(value: int) -> str:
    pieces: list[str] = []
    for worth, sign in _ROMAN:
        pieces.append(sign * (value // worth))
        value %= worth
    return "".join(pieces)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 7 else default  # noqa: PLR2004 - no list is longer
