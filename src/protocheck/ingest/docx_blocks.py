"""How the blocks of a Word file nest: paragraphs, tables, rows and cells through what wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.limits import LIMITS

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"}
)
_WIDEST = 64  # columns that one cell may span


class Blocks:
    """Walks blocks; `changed` tells that tracked changes were met, `depth` how deep it stands."""

    def __init__(self, name: str, w: str) -> None:
        """Take the name for messages and the namespace in braces."""
        self._name, self._w = name, w
        self._depth = 0
        self.changed = False

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
            elif _local(child) in _WRAPS:
                self.changed = self.changed or _local(child) in {"ins", "moveTo"}
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

    def rows(self, table: _Element) -> Iterator[list[_Element | None]]:
        """Yield the rows that are not deleted, each as its cells."""
        for row in self._wrapped(table, "tr"):
            if row.find(f"{self._w}trPr/{self._w}del") is None:
                yield self._cells(row)
            else:
                self.changed = True

    def _cells(self, row: _Element) -> list[_Element | None]:
        """Return the cells of a row; None where a cell spans on from the left or from above."""
        w = self._w
        cells: list[_Element | None] = []
        for cell in self._wrapped(row, "tc"):
            merged = cell.find(f"{w}tcPr/{w}vMerge")
            goes_on = merged is not None and merged.get(f"{w}val", "continue") == "continue"
            cells.append(None if goes_on else cell)
            span = cell.find(f"{w}tcPr/{w}gridSpan")
            wide = span.get(f"{w}val", "1") if span is not None else "1"
            cells += [None] * (min(int(wide), _WIDEST) - 1 if wide.isdecimal() else 0)
        return cells

    def _wrapped(self, parent: _Element, name: str) -> Iterator[_Element]:
        for child in parent:
            if child.tag == f"{self._w}{name}":
                yield child
            elif _local(child) in _WRAPS:
                yield from self._wrapped(child, name)


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
