"""How the blocks of an OpenDocument text nest: paragraphs, lists, sections, tables, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.flow import MOST_COLUMNS
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.odt_lists import Count, Lists
from protocheck.ingest.odt_names import TABLE, TEXT, local, whole
from protocheck.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPS = frozenset({
    "section", "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index",
    "user-index", "bibliography", "index-body", "index-title", "numbered-paragraph", "frame", "g",
})  # fmt: skip
_TURNS = frozenset({"change-start", "change-end"})
_WIDEST = 64  # columns that one cell may span
_DEEPEST_LIST = 10


@record
class Block:
    """A paragraph, a table, a text box or the mark of a change; `number` is asked for when it is printed."""

    element: _Element
    count: Count | None = None
    depth: int = 0
    start: str | None = None
    style: str = ""

    @property
    def kind(self) -> str:
        """Return the name of its element."""
        return local(self.element)


class Blocks:
    """Walks blocks; sections that are hidden are passed over."""

    def __init__(self, name: str, lists: Lists) -> None:
        """Take the name for messages, and the lists to count in."""
        self._name, self._lists = name, lists
        self._depth = 0
        self.hidden = False

    def enter(self) -> None:
        """Go one level deeper, as far as any honest document goes."""
        self._depth += 1
        if self._depth > LIMITS.nesting:
            raise refusals.unsafe(self._name, "ODT")

    def leave(self) -> None:
        """Come back up."""
        self._depth -= 1

    def content(self, parent: _Element) -> Iterator[Block]:
        """Yield paragraphs, tables, text boxes and marks of changes in their order."""
        for child in parent:
            name = local(child)
            if name in {"p", "h", "table", "text-box"} or name in _TURNS:
                yield Block(child)
            elif name == "list":
                yield from self._list(child, self._lists.opened(child, ""), 1, "")
            elif name in _WRAPS:
                if child.get(f"{TEXT}display") == "none":
                    self.hidden = True
                else:
                    yield from self.content(child)

    def _list(self, element: _Element, count: Count, depth: int, inherited: str) -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name", "") or inherited
        for item in element:
            labelled = local(item) == "list-item"
            if not labelled and local(item) != "list-header":
                continue
            for child in item:
                name = local(child)
                if name == "list" and depth < _DEEPEST_LIST:
                    yield from self._list(child, count, depth + 1, style)
                elif name in {"p", "h"}:
                    start = item.get(f"{TEXT}start-value")
                    yield Block(child, count if labelled else None, depth, start, style)
                    labelled = False  # only the first paragraph of an item carries its number
                elif name == "table" or name in _TURNS:
                    yield Block(child)
                elif name == "section":
                    yield from self.content(child)

    def rows(self, table: _Element) -> Iterator[list[_Element | None]]:
        """Yield the rows, each as its cells; None where a cell spans on from the left or from above."""
        for child in table:
            name = local(child)
            if name == "table-row":
                yield _cells(child)
            elif name in {"table-header-rows", "table-rows", "table-row-group"}:
                yield from self.rows(child)


def _cells(row: _Element) -> list[_Element | None]:
    cells: list[_Element | None] = []
    for cell in row:
        if local(cell) in {"table-cell", "covered-table-cell"}:
            again = min(whole(cell.get(f"{TABLE}number-columns-repeated"), 1), _WIDEST)
            again = min(again, max(MOST_COLUMNS - len(cells), 1))
            cells += [cell if local(cell) == "table-cell" else None] * again
    return cells
