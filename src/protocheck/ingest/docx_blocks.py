"""How the blocks of a Word file nest: paragraphs, tables, rows and cells through what wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.docx_runs import local
from protocheck.ingest.docx_tracked import Tracked
from protocheck.ingest.flow import MOST_COLUMNS
from protocheck.ingest.limits import LIMITS

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "AlternateContent", "Choice"})
_WIDEST = 64  # columns that one cell may span


class Blocks:
    """Walks the blocks that a view shows."""

    def __init__(self, name: str, w: str, view: Tracked) -> None:
        """Take the name for messages, the namespace in braces and the view."""
        self._name, self._w, self._view = name, w, view
        self._wraps = _WRAPS | view.shown
        self._depth = 0

    def enter(self) -> None:
        """Go one level deeper, as far as any honest document goes."""
        self._depth += 1
        if self._depth > LIMITS.nesting:
            raise refusals.unsafe(self._name, "Word")

    def leave(self) -> None:
        """Come back up."""
        self._depth -= 1

    def is_paragraph(self, element: _Element) -> bool:
        """Tell a paragraph from a table."""
        return element.tag == f"{self._w}p"

    def content(self, parent: _Element) -> Iterator[_Element]:
        """Yield paragraphs and tables, through the controls and changes that wrap them."""
        for child in parent:
            if child.tag in {f"{self._w}p", f"{self._w}tbl"}:
                yield child
            elif local(child) in self._wraps:
                yield from self.content(child)

    def paragraphs(self, parent: _Element) -> Iterator[_Element]:
        """Yield the paragraphs in a cell or box, those of tables inside it one after the other."""
        self.enter()
        for child in self.content(parent):
            if self.is_paragraph(child):
                yield child
                continue
            for row in self.rows(child):
                for cell in row:
                    yield from self.paragraphs(cell) if cell is not None else ()
        self.leave()

    def everything(self, parent: _Element) -> Iterator[_Element]:
        """Yield the paragraphs in a note or running head, those in its text boxes once."""
        for paragraph in self.paragraphs(parent):
            yield paragraph
            for box in paragraph.iter(f"{self._w}txbxContent"):
                if not any(local(each) == "Fallback" for each in box.iterancestors()):
                    yield from self.paragraphs(box)

    def rows(self, table: _Element) -> Iterator[list[_Element | None]]:
        """Yield the rows that are there, each as its cells."""
        w = self._w
        above: frozenset[int] = frozenset()  # columns in which a merged cell may go on
        for row in self._wrapped(table, "tr"):
            if not self._view.lacks(row.find(f"{w}trPr"), w):
                cells, above = self._cells(row, above)
                yield cells

    def _cells(self, row: _Element, above: frozenset[int]) -> tuple[list[_Element | None], frozenset[int]]:
        """Return the cells of a row, None where a cell spans on, and the columns that are merged.

        A cell that says it goes on from above, where nothing is, is the first that is left of it.
        """
        w = self._w
        cells: list[_Element | None] = [None] * _whole(row.find(f"{w}trPr/{w}gridBefore"), w)
        merged: set[int] = set()
        for cell in self._wrapped(row, "tc"):
            properties = cell.find(f"{w}tcPr")
            if properties is not None and properties.find(f"{w}{self._view.cell}") is not None:
                continue
            down, across = (_find(properties, f"{w}{name}") for name in ("vMerge", "hMerge"))
            goes_on = _continues(down, w) and len(cells) in above
            if down is not None:
                merged.add(len(cells))
            cells.append(None if goes_on or _continues(across, w) else cell)
            wide = _whole(_find(properties, f"{w}gridSpan"), w) - 1
            cells += [None] * min(wide, MOST_COLUMNS - len(cells))
        return cells, frozenset(merged)

    def _wrapped(self, parent: _Element, name: str) -> Iterator[_Element]:
        for child in parent:
            if child.tag == f"{self._w}{name}":
                yield child
            elif local(child) in self._wraps:
                yield from self._wrapped(child, name)


def _find(properties: _Element | None, tag: str) -> _Element | None:
    return properties.find(tag) if properties is not None else None


def _continues(merge: _Element | None, w: str) -> bool:
    return merge is not None and merge.get(f"{w}val", "continue") == "continue"


def _whole(count: _Element | None, w: str) -> int:
    value = count.get(f"{w}val", "") if count is not None else ""
    return min(int(value), _WIDEST) if value.isdecimal() and len(value) < 5 else 0  # noqa: PLR2004 - no table is wider
