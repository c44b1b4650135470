"""Where a footnote goes in the text: behind the paragraph that cites it, so that it cuts no sentence.

On paper a note stands at the foot of the page, below paragraphs that have nothing to do with it and
often in the middle of one that goes on overleaf.
"""

from __future__ import annotations

from collections.abc import Callable

from protocheck.ingest.footnotes import SUPERSCRIPTS, cited, own_number
from protocheck.ingest.pdf_layout import Flow, Grid, Strip

Apart = Callable[[Strip | Grid, Strip | Grid], bool]

_ENDED = (".", ":", ";", "?", "!")
_SHORT = 0.85  # of the widest line: a line that ends before it is the last of its paragraph


def beside_citation(flow: Flow, apart: Apart) -> Flow:
    """Return the flow with each footnote behind the paragraph or table that cites it."""
    notes = _notes(flow)
    if not notes:
        return flow
    body = [item for item in flow if isinstance(item, Grid) or item.role != "footnote"]
    ends = paragraphs(body, apart)
    places = [_place(body, ends, number) for number, _ in notes]
    result: Flow = []
    for index in range(len(body) + 1):
        for place, (_, strips) in zip(places, notes, strict=True):
            if place == index:
                result += strips
        result += body[index : index + 1]
    return result


def _notes(flow: Flow) -> list[tuple[str, list[Strip]]]:
    """Return each note of the page as its number and its lines; the rest of one from before has none."""
    notes: list[tuple[str, list[Strip]]] = []
    for item in flow:
        if isinstance(item, Grid) or item.role != "footnote":
            continue
        number = own_number(item.text)
        if not notes or _opens_note(item.text, number, notes[-1][0]):
            notes.append((number, []))
        notes[-1][1].append(item)
    return notes


def _opens_note(text: str, number: str, last: str) -> bool:
    """Tell a note's own number from a line that happens to begin with figures ('30 april 2004')."""
    if not number or text[:1] in SUPERSCRIPTS:
        return number != ""
    return not number.isdecimal() or not last.isdecimal() or int(number) == int(last) + 1


def paragraphs(body: Flow, apart: Apart) -> list[tuple[int, int]]:
    """Return the paragraphs and tables of the page, each as its first index and the one after its last."""
    right = right_edge(body)
    found: list[tuple[int, int]] = []
    for index, item in enumerate(body):
        if found and found[-1][1] == index and _goes_on(body[index - 1], item, apart, right):
            found[-1] = (found[-1][0], index + 1)
        elif isinstance(item, Grid) or item.role == "body":
            found.append((index, index + 1))
    return found


def _goes_on(above: Strip | Grid, item: Strip | Grid, apart: Apart, right: float) -> bool:
    if isinstance(above, Grid) or isinstance(item, Grid) or item.role != "body" or above.bold != item.bold:
        return False
    last = above.text.rstrip().endswith(_ENDED) and above.x1 < _SHORT * right
    return not last and not apart(above, item)


def right_edge(body: Flow) -> float:
    """Return where the widest line of the text ends."""
    return max((item.x1 for item in body if isinstance(item, Strip) and item.role == "body"), default=0.0)


def _place(body: Flow, paragraphs: list[tuple[int, int]], number: str) -> int:
    """Return the index before which a note goes: behind its paragraph, else before the last that runs on."""
    feet = paragraphs[-1][1] if paragraphs else len(body)
    home = next((p for p in paragraphs if number and _cites(body[p[0] : p[1]], number)), None)
    if home is not None and (home[1] < feet or not runs_on(body[feet - 1])):
        return home[1]
    if paragraphs and paragraphs[-1][0] > 0 and runs_on(body[feet - 1]):
        return paragraphs[-1][0]
    return feet


def _cites(items: Flow, number: str) -> bool:
    strips = [strip for item in items for strip in (item.strips if isinstance(item, Grid) else [item])]
    return any(cited(strip.text, {number}) for strip in strips)


def runs_on(item: Strip | Grid) -> bool:
    """Tell whether a sentence is not over at the end of a line."""
    return isinstance(item, Strip) and not item.text.rstrip(' ”"’)').endswith(_ENDED)
