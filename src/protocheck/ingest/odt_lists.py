"""The numbers of lists and headings that OpenDocument leaves to the program that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocheck.ingest.docx_numbering import TYPED_BULLETS, written
from protocheck.ingest.odt_names import LOEXT, STYLE, TEXT, XML_ID, local, whole
from protocheck.record import record
from protocheck.regex import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = lazy(r"%([1-9])%")
_WORD = lazy(r"[^\W\d_]{3}")
_OUTLINE = "\0outline"


@record
class Level:
    """One level of a list, as its style says; `shown` is how many levels the number names."""

    text: str = ""
    before: str = ""
    after: str = ""
    kind: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""
    glue: str = " "


@dataclass(slots=True)
class Count:
    """A list that is being counted: its style and the number reached per level."""

    style: str
    values: dict[int, int] = field(default_factory=dict)


class Lists:
    """Counts the items of all lists and the headings of a document, in its order."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        """Read the list styles and the numbering of headings."""
        self._styles: dict[str, dict[int, Level]] = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._styles[_OUTLINE] = _levels(style)
        self._named: dict[str, Count] = {}
        self._latest: dict[str, Count] = {}
        self._outline = Count(_OUTLINE)

    def opened(self, element: _Element, inherited: str) -> Count:
        """Return the count of a list that is not inside another, going on where it says so."""
        style = element.get(f"{TEXT}style-name", "") or inherited
        named = element.get(f"{TEXT}continue-list", "")
        count = self._named.get(named) if named else None
        if count is None and (named or element.get(f"{TEXT}continue-numbering") == "true"):
            count = self._latest.get(style)
        if count is None:
            count = Count(style)
        self._named[element.get(XML_ID, "")] = self._latest[style] = count
        return count

    def item(
        self, count: Count, depth: int, *, start: str | None, style: str = "", alone: bool = False
    ) -> str:
        """Return the label of the next item at a depth from 1, with the blank behind it."""
        levels = self._styles.get(style or count.style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        first = level.start if start is None else whole(start, level.start)
        count.values[depth] = count.values[depth] + 1 if start is None and depth in count.values else first
        for deeper in [each for each in count.values if each > depth]:
            del count.values[deeper]
        label = _label(levels, count.values, depth)
        return "" if alone and _WORD.search(label) is None else label

    def heading(self, depth: int, *, start: str | None, alone: bool = False) -> str:
        """Return the number of the next heading, when the document numbers its headings."""
        return self.item(self._outline, depth, start=start, alone=alone)


def _levels(style: _Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for each in style:
        depth = whole(each.get(f"{TEXT}level"), 0)
        numbered = local(each) in {"list-level-style-number", "outline-level-style"}
        aligned = next(each.iter(f"{STYLE}list-level-label-alignment"), None)
        followed = aligned.get(f"{TEXT}label-followed-by", "") if aligned is not None else ""
        found[depth] = Level(
            text=each.get(f"{LOEXT}num-list-format", ""),
            before=each.get(f"{STYLE}num-prefix", ""),
            after=each.get(f"{STYLE}num-suffix", ""),
            kind=_KINDS.get(each.get(f"{STYLE}num-format", ""), ""),
            shown=max(whole(each.get(f"{TEXT}display-levels"), 1), 1),
            start=whole(each.get(f"{TEXT}start-value"), 1),
            bullet=each.get(f"{TEXT}bullet-char") or ("" if numbered else "•"),
            glue="" if followed == "nothing" else " ",
        )
    return found


def _label(levels: dict[int, Level], values: dict[int, int], depth: int) -> str:
    here = levels[depth]
    if here.bullet:
        return (here.bullet if here.bullet in TYPED_BULLETS else "•") + (here.glue or " ")

    def number(level: int) -> str:
        other = levels.get(level, here)
        return written(values.get(level, other.start), other.kind) if other.kind else ""

    if here.text:
        text = _PLACE.sub(lambda place: number(int(place.group(1))), here.text)
    else:
        shown = range(max(depth - here.shown, 0) + 1, depth + 1)
        text = here.before + ".".join(filter(None, map(number, shown))) + here.after
    return text + here.glue if text.strip() else ""
