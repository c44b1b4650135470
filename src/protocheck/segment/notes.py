"""Footnotes: the number at the start of a line, and how far a note runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.regex import lazy
from protocheck.segment.refs import Place
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.sentences import split

_MARK: Final = lazy(r"(?:(?P<a>[¹²³⁰⁴-⁹]{1,3})|\[\^?(?P<b>\d{1,3})\]:?|\^(?P<c>\d{1,3}))\s{0,4}(?=\S)")
_DECLARED: Final = lazy(r"[\[(]?\^?(?P<a>[¹²³⁰⁴-⁹]{1,3}|\d{1,3})[\])]?[:.]?\s{0,4}(?=[^\d\s])")
_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_FIGURES: Final = str.maketrans(_SUPERSCRIPTS, "0123456789")
_TO_SUPERSCRIPTS: Final = str.maketrans("0123456789", _SUPERSCRIPTS)
_FULL: Final = 0.6


def is_note(row: Row) -> bool:
    """Tell whether a line is, or begins, a footnote."""
    return row.role == "footnote" or (row.role == "body" and _MARK.match(row.text) is not None)


def read_note(sheet: Sheet, rows: Sequence[Row], at: int, place: Place) -> tuple[Segment, int]:
    """Return the footnote that begins at `rows[at]`, and the index after its last line."""
    end = at + 1
    while end < len(rows) and _goes_on(sheet, rows[at], rows[end - 1], rows[end]):
        end += 1
    span = Span(rows[at].span.start, rows[end - 1].span.end)
    mark = _mark(rows[at])
    number = next((group for group in mark.groups() if group), "").translate(_TO_FIGURES) if mark else ""
    start = rows[at].span.start + (mark.end() if mark else 0)
    sentences = split(sheet.view, Span(min(start, span.end), span.end))
    return Segment("footnote", place.ref, place.label, span, number=number, sentences=sentences), end


def marks_of(number: str) -> tuple[str, ...]:
    """Return how a note's number may be printed in the text: '[^3]', '³'."""
    return (f"[^{number}]", number.translate(_TO_SUPERSCRIPTS)) if number else ()


def _mark(row: Row) -> re.Match[str] | None:
    return (_DECLARED if row.role == "footnote" else _MARK).match(row.text)


def _goes_on(sheet: Sheet, first: Row, above: Row, row: Row) -> bool:
    """Tell whether `row` is a further line of the note that starts with `first`."""
    if row.role != first.role or _mark(row) is not None:
        return False
    if first.role == "footnote":
        return not row.blanks or row.text[0].islower()
    full = len(above.text) > _FULL * sheet.width
    return not row.blanks and full and (not above.ended or row.text[0].islower())
