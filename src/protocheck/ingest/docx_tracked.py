"""Tracked changes of a Word file: which text is there in the view that the user asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.model.options import View
from protocheck.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSERTED = frozenset({"ins", "moveTo"})
_DELETED = frozenset({"del", "moveFrom"})


@record
class Tracked:
    """What one view shows.

    Attributes:
        original: whether it is the text before the changes.
        shown: names of the wrappers whose content is there.
        hidden: names of the wrappers whose content is not; as the mark of a paragraph or a row they
            tell that this mark, or that row, is not there.
        cell: the name that tells the same of a cell.
    """

    original: bool
    shown: frozenset[str]
    hidden: frozenset[str]
    cell: str

    def lacks(self, marks: _Element | None, w: str) -> bool:
        """Tell whether the marks of a paragraph or of a row say that it is not there."""
        return marks is not None and any(marks.find(f"{w}{name}") is not None for name in self.hidden)

    def properties(self, paragraph: _Element, w: str) -> _Element | None:
        """Return the properties of a paragraph; in the original view those before they were changed."""
        now = paragraph.find(f"{w}pPr")
        before = now.find(f"{w}pPrChange/{w}pPr") if self.original and now is not None else None
        return now if before is None else before

    def numbered(self, numbering: _Element | None, w: str) -> _Element | None:
        """Return a `numPr`, unless it is an insertion that this view does not show."""
        inserted = numbering is not None and numbering.find(f"{w}ins") is not None
        return None if self.original and inserted else numbering


def tracked(view: View) -> Tracked:
    """Return what a view shows."""
    if view == "original":
        return Tracked(original=True, shown=_DELETED, hidden=_INSERTED, cell="cellIns")
    return Tracked(original=False, shown=_INSERTED, hidden=_DELETED, cell="cellDel")


def has_changes(roots: list[_Element], w: str) -> bool:
    """Tell whether any part holds a tracked insertion, deletion or move."""
    names = {f"{w}{name}" for name in (*_INSERTED, *_DELETED, "cellIns", "cellDel")}
    return any(True for root in roots for _ in root.iter(*sorted(names)))
