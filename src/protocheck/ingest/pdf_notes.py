"""Footnotes on a PDF page: by their mark, their smaller letters and their place at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.ingest.footnotes import SUPERSCRIPTS
from protocheck.ingest.pdf_layout import Flow, Grid, Sheet, Strip
from protocheck.regex import lazy

_LOWEST_START = 0.25  # share of the page's height: notes that fill more than the rest are none
_MOST_SMALL = 0.7  # share of the lines: beyond it the page is set small, and small says nothing
_COLUMN_LINES = 8  # of each column at least
_WIDEST, _WHITE = 2.4, 1.3  # of the size, of the distance above: lines further apart are two paragraphs
_SMALL_MARK = lazy(r"(?:\[?\d{1,3}[\]).]?|\*{1,3}|[†‡])\s?(?=\S)")
_RAISED_MARK = lazy(rf"[{SUPERSCRIPTS}]{{1,3}}\s?(?=\S)")


def mark_notes(sheets: Sequence[Sheet], largest: float) -> None:
    """Give the lines of footnotes their role; one that runs on over the page keeps it.

    Args:
        sheets: the pages.
        largest: size that the letters of a footnote do not exceed, unless a raised mark opens it.
    """
    open_note = False
    for column, lowest in (each for sheet in sheets for each in _columns(sheet)):
        foot = _foot(column, lowest, largest)
        start = next((i for i, strip in enumerate(foot) if _starts(strip, largest)), None)
        if start is None and not open_note:
            continue
        notes = foot[0 if open_note and _carries_on(foot, start) else start :]
        for strip in notes:
            strip.role = "footnote"
        open_note = bool(notes) and not notes[-1].text.rstrip().endswith((".", "!", "?", ")"))


def _carries_on(foot: list[Strip], start: int | None) -> bool:
    return bool(foot) and start != 0


def _columns(sheet: Sheet) -> list[tuple[list[Strip], float]]:
    """Return the columns of the page, each with where notes may begin in it at the highest."""
    tables = max((item.bottom for item in sheet.flow if isinstance(item, Grid)), default=0.0)
    lowest = max(tables, _LOWEST_START * sheet.height)
    strips = sorted((s for s in sheet.strips if s.role == "body"), key=lambda strip: strip.base)
    if not set_in_columns(strips, sheet.width):
        return [(strips, lowest)]
    right = [strip for strip in strips if strip.x0 >= sheet.width / 2]
    known = set(map(id, right))
    return [([strip for strip in strips if id(strip) not in known], lowest), (right, lowest)]


def set_in_columns(strips: Sequence[Strip], width: float) -> bool:
    """Tell whether the lines stand in two columns, each on one side of the middle of the page."""
    right = sum(strip.x0 >= width / 2 for strip in strips)
    left = sum(strip.x1 <= width / 2 for strip in strips)
    return min(left, right) >= _COLUMN_LINES and left + right >= _MOST_SMALL * len(strips)


def _foot(column: list[Strip], lowest: float, largest: float) -> list[Strip]:
    """Return the lines at the foot of a column that are small, or stand below a raised mark."""
    small_page = sum(strip.size <= largest for strip in column) > _MOST_SMALL * len(column)
    foot: list[Strip] = []
    full_size: list[Strip] = []  # lines that are no smaller: notes only below a raised mark
    for strip in reversed(column):
        if strip.top < lowest:
            break
        if _RAISED_MARK.match(strip.text):
            foot = [*_note(strip, full_size), *foot]
            full_size = []
        elif strip.size <= largest and not full_size and not small_page:
            foot.insert(0, strip)
        else:
            full_size.insert(0, strip)
    return foot


def _note(mark: Strip, below: Sequence[Strip]) -> list[Strip]:
    """Return the line with the mark and those that go on with it: no heading, no white between."""
    note = [mark]
    for strip in below:
        pitch = strip.base - note[-1].base
        usual = note[-1].base - note[-2].base if len(note) > 1 else _WIDEST * mark.size
        if strip.bold or pitch > min(_WIDEST * mark.size, _WHITE * usual):
            break
        note.append(strip)
    return note


def _starts(strip: Strip, largest: float) -> bool:
    if _RAISED_MARK.match(strip.text):
        return True
    return strip.size <= largest and _SMALL_MARK.match(strip.text) is not None


def in_reading_order(sheet: Sheet) -> Flow:
    """Return heads first, then the text, then footnotes, then feet."""
    flow, height = sheet.flow, sheet.height
    heads = [s for s in flow if isinstance(s, Strip) and s.role == "furniture" and s.top < height / 2]
    feet = [s for s in flow if isinstance(s, Strip) and s.role == "furniture" and s.top >= height / 2]
    notes = [s for s in flow if isinstance(s, Strip) and s.role == "footnote"]
    body = [s for s in flow if isinstance(s, Grid) or s.role not in {"furniture", "footnote"}]
    columns = set_in_columns([strip for strip in body if isinstance(strip, Strip)], sheet.width)
    notes.sort(key=lambda strip: (columns and strip.x0 >= sheet.width / 2, strip.base))
    return [*heads, *body, *notes, *feet]
