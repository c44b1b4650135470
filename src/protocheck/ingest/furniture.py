"""Running heads, feet and page numbers: found by place and repetition, kept and marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from protocheck.ingest.pdf_layout import Grid, Sheet, Strip
from protocheck.regex import lazy

_EDGE = 0.16  # share of the page's height, above and below, where heads and feet stand
_MOST = 5  # lines of a head or foot
_DRIFT = 4.0  # points by which a head may move between pages
_SHARE = 0.5  # of the pages that must show it
_LARGE = 1.8  # times the usual size: letters that are no text
_DIGITS = lazy(r"\d+")
_NUMBER = lazy(
    r"[-–—|\s]*(?:(?:pagina|blz\.?|p\.|pag\.?|page|bladzijde)?\s*(\d{1,4})(?:\s*(?:/|van|of|-)\s*(\d{1,4}))?)[-–—|\s.]*",
    re.IGNORECASE,
)
_TOTAL = lazy(r"(?:pagina|blz|pag|page|bladzijde|/|van)", re.IGNORECASE)


def mark_furniture(sheets: Sequence[Sheet]) -> None:
    """Give the lines of running heads and feet their role."""
    _flatten_heads(sheets)
    groups: dict[tuple[str, bool], list[tuple[int, Strip]]] = defaultdict(list)
    for sheet in sheets:
        for strip, top in _edges(sheet):
            if strip.role == "furniture":
                continue
            if not strip.upright or _is_page_number(strip.text, sheet.number, len(sheets)):
                strip.role = "furniture"
            else:
                groups[_DIGITS.sub("#", _folded(strip.text)), top].append((sheet.number, strip))
    for group in groups.values():
        for strip in _running(group, len(sheets)):
            strip.role = "furniture"
    for strip in _stamped(sheets):
        strip.role = "furniture"


def _stamped(sheets: Sequence[Sheet]) -> list[Strip]:
    """Return the large words that stand on the same spot of most pages, as 'ONTWERP' behind the text."""
    sizes = sorted(strip.size for sheet in sheets for strip in sheet.strips)
    large = _LARGE * sizes[len(sizes) // 2] if sizes else 0.0
    spots: dict[tuple[str, int, int], list[Strip]] = defaultdict(list)
    for sheet in sheets:
        for strip in sheet.strips:
            if strip.size >= large:
                place = round(strip.x0 / _DRIFT), round(strip.top / _DRIFT)
                spots[_folded(strip.text), *place].append(strip)
    enough = max(2, _SHARE * len(sheets))
    return [strip for strips in spots.values() if len({s.page for s in strips}) >= enough for strip in strips]


def _flatten_heads(sheets: Sequence[Sheet]) -> None:
    """Take apart the ruled tables that are a running head or foot: a logo, a title and a page number."""
    seen: dict[str, list[tuple[Sheet, Grid]]] = defaultdict(list)
    for sheet in sheets:
        for item in sheet.flow:
            low, high = _EDGE * sheet.height, (1 - _EDGE) * sheet.height
            if isinstance(item, Grid) and (item.bottom < low or item.top > high):
                seen[_DIGITS.sub("#", _folded(" ".join(strip.text for strip in item.strips)))].append(
                    (sheet, item)
                )
    for group in seen.values():
        if len(group) < max(2, _SHARE * len(sheets)):
            continue
        for sheet, grid in group:
            place = sheet.flow.index(grid)
            for strip in grid.strips:
                strip.role = "furniture"
            sheet.flow[place : place + 1] = grid.strips


def _edges(sheet: Sheet) -> list[tuple[Strip, bool]]:
    """Return the outermost lines of a page, each with whether it stands at the top."""
    ordered = sorted(sheet.strips, key=lambda strip: strip.top)
    upper = [strip for strip in ordered[:_MOST] if strip.bottom < _EDGE * sheet.height]
    lower = [strip for strip in ordered[-_MOST:] if strip.top > (1 - _EDGE) * sheet.height]
    turned = [strip for strip in ordered if not strip.upright and len(ordered) > 2 * _MOST]
    known = {id(strip) for strip in (*upper, *lower)}
    rest = [(strip, True) for strip in turned if id(strip) not in known]
    return [(strip, True) for strip in upper] + [(strip, False) for strip in lower] + rest


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_page_number(text: str, page: int, pages: int) -> bool:
    """Tell a page number by itself: '3', '- 3 -', 'Pagina 3 van 6', '3/6'."""
    hit = _NUMBER.fullmatch(text)
    if hit is None:
        return False
    if hit.group(2):
        return int(hit.group(1)) <= int(hit.group(2)) and _TOTAL.search(text) is not None
    return bool(_TOTAL.search(text)) or (int(hit.group(1)) == page and pages > 1)


def _running(group: list[tuple[int, Strip]], pages: int) -> list[Strip]:
    """Return the strips of one text that recur at one height on enough pages."""
    numbers = sorted({number for number, _ in group})
    if len(numbers) < max(2, _SHARE * pages) or not _steady(group):
        return []
    heights = sorted(strip.top for _, strip in group)
    middle = heights[len(heights) // 2]
    level = [strip for _, strip in group if abs(strip.top - middle) <= _DRIFT]
    return level if len(level) >= max(2, _SHARE * len(group)) else []


def _steady(group: list[tuple[int, Strip]]) -> bool:
    """Tell whether the numbers in a text stay the same or count the pages.

    Two headings 'Artikel 4' and 'Artikel 7' at the top of a page have one shape as well.
    """
    first_page, first = group[0]
    start = [int(n) for n in _DIGITS.findall(first.text)]
    for page, strip in group[1:]:
        values = [int(n) for n in _DIGITS.findall(strip.text)]
        if any(v not in {s, s + page - first_page} for v, s in zip(values, start, strict=True)):
            return False
    return True
