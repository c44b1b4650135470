"""Footnotes on a PDF page: by their mark, their smaller letters and their place at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocheck.ingest.footnotes import SUPERSCRIPTS
from protocheck.ingest.pdf_layout import Flow, Grid, Sheet, Strip

_LOWEST_START = 0.25  # share of the page's height: notes that fill more than the rest are none
_MOST_SMALL = 0.7  # share of the lines: beyond it the page is set small, and small says nothing
_SMALL_MARK = re.compile(r"(?:\[?\d{1,3}[\]).]?|\*{1,3}|[†‡])\s?(?=\S)")
_RAISED_MARK = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}\s?(?=\S)")


def mark_notes(sheets: Sequence[Sheet], largest: float) -> None:
    """Give the lines of footnotes their role; one that runs on over the page keeps it.

    Args:
        sheets: the pages.
        largest: size that the letters of a footnote do not exceed, unless a raised mark opens it.
    """
    open_note = False
    for sheet in sheets:
        foot = _foot(sheet, largest)
        start = next((i for i, strip in enumerate(foot) if _starts(strip, largest)), None)
        if start is None and not open_note:
            continue
        notes = foot[0 if open_note and _carries_on(foot, start) else start :]
        for strip in notes:
            strip.role = "footnote"
        open_note = bool(notes) and not notes[-1].text.rstrip().endswith((".", "!", "?", ")"))


def _carries_on(foot: list[Strip], start: int | None) -> bool:
    return bool(foot) and start != 0


def _foot(sheet: Sheet, largest: float) -> list[Strip]:
    """Return the lines at the foot of the page that are small, or stand below a raised mark."""
    candidates = sorted((s for s in sheet.strips if s.role == "body"), key=lambda strip: strip.base)
    tables = max((item.bottom for item in sheet.flow if isinstance(item, Grid)), default=0.0)
    small_page = sum(strip.size <= largest for strip in candidates) > _MOST_SMALL * len(candidates)
    foot: list[Strip] = []
    full_size: list[Strip] = []  # lines that are no smaller: notes only below a raised mark
    for strip in reversed(candidates):
        if strip.top < max(tables, _LOWEST_START * sheet.height):
            break
        if _RAISED_MARK.match(strip.text):
            foot = [strip, *full_size, *foot]
            full_size = []
        elif strip.size <= largest and not full_size and not small_page:
            foot.insert(0, strip)
        else:
            full_size.insert(0, strip)
    return foot


def _starts(strip: Strip, largest: float) -> bool:
    if _RAISED_MARK.match(strip.text):
        return True
    return strip.size <= largest and _SMALL_MARK.match(strip.text) is not None


def in_reading_order(flow: Flow, height: float) -> Flow:
    """Return heads first, then the text, then footnotes, then feet."""
    heads = [s for s in flow if isinstance(s, Strip) and s.role == "furniture" and s.top < height / 2]
    feet = [s for s in flow if isinstance(s, Strip) and s.role == "furniture" and s.top >= height / 2]
    notes = [s for s in flow if isinstance(s, Strip) and s.role == "footnote"]
    body = [s for s in flow if isinstance(s, Grid) or s.role not in {"furniture", "footnote"}]
    notes.sort(key=lambda strip: strip.base)
    return [*heads, *body, *notes, *feet]
