"""Boxes to tick: which answer of a form is given, and which list only says that somebody looked.

A form states what is ticked under its own heading ('11. Beveiliging: [X] aanmelden met eID'); what is not
ticked states nothing. A checklist, by which somebody ticks off that the paper deals with something
('Nagekeken voor de ondertekening: [x] sancties geregeld'), is no evidence of what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

Mark = Literal["", "ticked", "open"]

_BOX = lazy(r"[☐☑☒✓✔✗✘]|\[\s?[xXvV]?\s?\]")
_OPEN = lazy(r"☐|✗|✘|\[\s{0,2}\]")
_CHECKLIST = lazy(
    r"\b(?:checklist|controlelijst|afvinklijst|nazicht|nagekeken|nagezien|na te (?:kijken|zien|gaan)"
    r"|te controleren|gecontroleerd|verificatie|quick ?scan)",
    re.IGNORECASE,
)


@record
class Piece:
    """What stands behind one box, without the box; or in front of the first, unmarked."""

    span: Span
    mark: Mark = ""


def pieces(span: Span, text: str) -> list[Piece]:
    """Cut a stretch of text at its boxes; whole when it has none, or nothing stands beside them."""
    marks = list(_BOX.finditer(text, span.start, span.end))
    if not marks or not _asked(text[span.start : marks[0].start()], len(marks)):
        return [Piece(span)]
    found = [*_piece(span.start, marks[0].start(), "", text)]
    for box, end in zip(marks, [*(each.start() for each in marks[1:]), span.end], strict=True):
        found += _piece(box.end(), end, "open" if _OPEN.fullmatch(box.group()) else "ticked", text)
    return found or [Piece(span, "ticked")]


def _asked(before: str, boxes: int) -> bool:
    """Tell boxes to tick from a sign in a sentence, by what stands in front of the first."""
    told = before.rstrip()
    return not told or told[-1] in ":?" or boxes > 1


def _piece(start: int, end: int, mark: Mark, text: str) -> Iterator[Piece]:
    told = text[start:end]
    if told.strip():
        inner = Span(start + len(told) - len(told.lstrip()), end - len(told) + len(told.rstrip()))
        yield Piece(inner, mark)


def is_checklist(above: Sequence[str]) -> bool:
    """Tell whether ticks under these headings and leads only say that somebody looked.

    Under no heading at all nobody was asked anything.
    """
    return not above or any(map(_CHECKLIST.search, above))
