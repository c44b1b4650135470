"""Footnotes in running text: the paragraphs that are notes, and the marks that cite them."""

from __future__ import annotations

import re

from protocheck.ingest.physical import Physical
from protocheck.model.geometry import Span
from protocheck.regex import lazy

SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_STARTS = lazy(
    rf"[ \t]{{0,8}}(?:<p>)?(?:([{SUPERSCRIPTS}]{{1,3}})[ \t]?\S|\[\^([\w-]{{1,20}})\]:|"
    r"<sup>\[?(\d{1,3})\]?</sup>[ \t]?\S)"
)
_CITES = lazy(rf"(?<=[^\W\d_])[{SUPERSCRIPTS}]{{1,3}}|(?<=[\])\"'”’.,;:»*])[{SUPERSCRIPTS}]{{1,3}}")
_LABEL = lazy(r"\[\^([\w-]{1,20})\](:?)")
_DIGITS = str.maketrans(SUPERSCRIPTS, "1230456789")
_PLAIN = lazy(r"\[?(\d{1,3})[\]).]?\s")  # only for lines that are known to be a note
_LONGEST = 15  # lines of one note, in a file that has no blank lines


def note_lines(lines: list[Physical], stops: frozenset[int]) -> frozenset[int]:
    """Return the starts of all lines of footnotes: from the mark through the end of the paragraph.

    Args:
        lines: of the whole text, blank ones included.
        stops: starts of lines that end a note (headings).
    """
    found: set[int] = set()
    length = 0
    page = 0
    for line in lines:
        if _STARTS.match(line.text):
            length = 1
        elif line.blank or line.start in stops or line.page != page or length >= _LONGEST:
            length = 0
        elif length:
            length += 1
        if length:
            found.add(line.start)
        page = line.page
    return frozenset(found)


def note_marks(text: str, lines: list[Physical], notes: frozenset[int]) -> tuple[Span, ...]:
    """Return the marks of notes that exist: 'regie¹', '[^1]' and the frame of '[^1]:'."""
    numbers = {own_number(line.text) for line in lines if line.start in notes} - {""}
    spans: list[Span] = []
    for line in lines:
        if line.start not in notes:
            spans += [Span(line.start + a, line.start + b) for a, b in cited(line.text, numbers)]
    for label in _LABEL.finditer(text):
        if label.group(1) in numbers:
            spans.extend(_frame(label))
    return tuple(spans)


def _frame(label: re.Match[str]) -> tuple[Span, ...]:
    """Of '[^1]:' at the note itself the number stays; '[^1]' in the text goes whole."""
    if not label.group(2):
        return (Span(*label.span()),)
    return Span(label.start(), label.start(1)), Span(label.end(1), label.end())


def cited(line: str, numbers: set[str]) -> list[tuple[int, int]]:
    """Return where a line cites one of the notes with a raised number."""
    hits = _CITES.finditer(line)
    return [hit.span() for hit in hits if hit.group().translate(_DIGITS) in numbers]


def own_number(line: str) -> str:
    """Return the number of the note that begins on the line, empty when none does."""
    start = _STARTS.match(line)
    if start is not None:
        return (start.group(1) or start.group(2) or start.group(3)).translate(_DIGITS)
    plain = _PLAIN.match(line)
    return plain.group(1) if plain else ""
