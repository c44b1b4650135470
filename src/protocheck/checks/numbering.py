"""Is every article numbered in its order, and does each say something?"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from protocheck.checks.case import Case, Hit
from protocheck.checks.sequence import Heading, headings, is_empty, lines, value_of
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.regex import lazy
from protocheck.segment.marks import marks

_LEADER = lazy(r"(?:\.{4,}|…{2,}|\t) *\d{0,3}\s*$")
_CHAPTER = lazy(r"(?P<word>hoofdstuk|titel|deel|afdeling|boek)\b", re.IGNORECASE)
_LONGEST_TITLE = 110
_LEAST_SECTIONS = 4
_FEW_WORDS = 4
_IN_A_ROW = 3
_LEAST_LIST = 3


def empty(case: Case) -> Iterator[Hit]:
    """Yield the headings of articles that nothing stands under (F104)."""
    found = [h for h in headings(case) if _is_title(h, case.text) and is_empty(h, case.text)]
    every = headings(case)
    if len(found) * 2 <= len(every) and not _run(found, every):
        yield from (Hit(h.span, {"number": h.label}) for h in found)
    if not every:
        yield from (Hit(span) for span in _empty_sections(case.outline))


def _is_title(heading: Heading, text: str) -> bool:
    """Tell whether a heading is no more than that: not a whole sentence, not a line of a contents list."""
    printed = heading.span.of(text).strip()
    if len(printed) > _LONGEST_TITLE or _LEADER.search(printed):
        return False
    return ":" not in printed.rstrip(":")[len(heading.number) + 10 :] and not printed.endswith(
        (";", ",", ":")
    )


def _run(found: Sequence[Heading], every: Sequence[Heading]) -> bool:
    """Tell whether many empty headings follow each other: a list of contents that nothing announces."""
    empties = {h.span for h in found}
    return any(
        is_run and len(list(group)) >= _IN_A_ROW
        for is_run, group in groupby(every, key=lambda h: h.span in empties)
    )


def _empty_sections(outline: Outline) -> Iterator[Span]:
    """Yield the headings without number that another of the same kind follows at once."""
    parts = [part for part in outline.segments if part.kind != "furniture"]
    full = [part for part in parts if part.kind == "section" and part.children]
    if len(full) < _LEAST_SECTIONS:
        return
    for part, after in pairwise(parts):
        if part.kind != "section" or after.kind != "section" or not after.children:
            continue
        if part.children:
            line = part.children[-1].span
            if len(part.children) > 1 and part is not full[0] and _like_a_heading(line, full, outline):
                yield line
        elif part.heading_span is not None and part.heading.isupper() == after.heading.isupper():
            yield part.heading_span


def _like_a_heading(line: Span, full: Sequence[Segment], outline: Outline) -> bool:
    """Tell whether the last line of a part looks as the headings do: one that no text follows is not seen."""
    text = outline.text.text
    printed = line.of(text).strip()
    if "\n" in printed or not printed[:1].isupper() or not (printed[-1:].isalpha() or printed.endswith("?")):
        return False
    asks = sum(part.heading.endswith("?") for part in full) * 2 > len(full)
    shouts = sum(part.heading.isupper() for part in full) * 2 > len(full)
    if asks or shouts:
        return (not asks or printed.endswith("?")) and (not shouts or printed.isupper())
    apart = text[: line.start].endswith("\n\n") and text[line.end : line.end + 2] == "\n\n"
    return apart and printed.count(" ") < _FEW_WORDS and printed.isprintable() and not printed.isupper()


def broken(case: Case) -> Iterator[Hit]:
    """Yield the headings that break the order of the numbering: a gap, a double, a leap back (R204)."""
    found = [h for h in headings(case) if h.value]
    scanned = case.outline.text.source.method == "ocr"
    for numbering in _numberings(found):
        yield from _breaks(numbering, case, gaps=not scanned)
        for heading in numbering:
            if heading.segment is not None:
                yield from _inside(heading.segment, case, gaps=not scanned)
    yield from _breaks(_recitals(case.outline), case, gaps=not scanned)
    for chapters in _chapters(case.outline):
        yield from _breaks(chapters, case, gaps=not scanned)


def _numberings(found: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Part the articles where the numbering starts anew in another chapter."""
    current: list[Heading] = []
    for heading in found:
        anew = heading.value == 1 and current and current[-1].value > 1
        if anew and heading.chapter != current[-1].chapter:
            yield current
            current = []
        current.append(heading)
    if current:
        yield current


def _breaks(numbering: Sequence[Heading], case: Case, *, gaps: bool) -> Iterator[Hit]:
    """Yield what breaks one numbering."""
    if len(numbering) < 2:  # noqa: PLR2004 - one number has no order
        return
    steady = _rising(numbering)
    in_order = {id(h) for h in steady}
    seen: dict[tuple[int, str], Heading] = {}
    for heading in numbering:
        key = heading.value, heading.suffix
        first = seen.setdefault(key, heading)
        if first is not heading:
            yield Hit(heading.span, {"number": heading.label}, "dubbel", (first.span,))
        elif id(heading) not in in_order:
            yield Hit(heading.span, {"number": heading.label}, "volgorde")
    if gaps:
        twice = Counter(h.value for h in numbering if not h.suffix)
        yield from (
            Hit(below.span, {"number": below.label, "previous": above.label}, "gat", (above.span,))
            for above, below in _gaps(steady, set(twice), case)
            # A number that is used twice explains that the next one is missing.
            if not (twice[above.value] > 1 and below.value == above.value + 2)
        )


def _rising(numbering: Sequence[Heading]) -> list[Heading]:
    """Return the longest part of a numbering that rises, the earlier one in a tie."""
    tails: list[tuple[int, str]] = []
    ends: list[int] = []
    back: list[int] = []
    for index, heading in enumerate(numbering):
        key = (heading.value, heading.suffix)
        at = bisect.bisect_left(tails, key)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(key)
            ends.append(index)
        elif key < tails[at]:
            # A later, lower number takes the place only where it makes a longer part possible.
            tails[at], ends[at] = key, index
    made: list[Heading] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        made.append(numbering[at])
        at = back[at]
    return made[::-1]


def _gaps(steady: Sequence[Heading], known: set[int], case: Case) -> Iterator[tuple[Heading, Heading]]:
    """Yield the neighbours between which a number is missing that no line begins with either."""
    for above, below in pairwise(steady):
        missing = [n for n in range(above.value + 1, below.value) if n not in known]
        if missing and len(missing) <= _IN_A_ROW and not _printed(missing, above, below, case.text):
            yield above, below


def _printed(missing: Sequence[int], above: Heading, below: Heading, text: str) -> bool:
    """Tell whether a line between two headings begins with a missing number after all."""
    between = Span(above.span.end, below.span.start)
    return any(mark.value in missing for line in lines(text, between) for mark in marks(line.of(text)))


def _recitals(outline: Outline) -> list[Heading]:
    """Return the recitals that carry a letter or a number of their own, in order."""
    found = [part for part in outline.of_kind("recital") if part.number and not part.ref.startswith("annex")]
    printed = [part for part in found if part.span.of(outline.text.text).lstrip(" (").startswith(part.number)]
    made = []
    for part in printed:
        value, _, _ = value_of(part.number)
        suffix = part.number[1:] if part.number[:1].isalpha() and part.number[1:].isdigit() else ""
        if part.number.isdigit() or len(part.number) - len(suffix) == 1:
            letter = part.number[:1]
            value = ord(letter.lower()) - 96 if letter.isalpha() else value
            start = part.span.start
            made.append(
                Heading(
                    value,
                    suffix,
                    part.number,
                    Span(start, start + len(part.number) + 1),
                    part.span,
                    part.label,
                )
            )
    return made if len({h.number[:1].isdigit() for h in made}) == 1 else []


def _chapters(outline: Outline) -> Iterator[list[Heading]]:
    """Yield the chapters under one parent that are called by the same word ('hoofdstuk')."""
    parents = [outline.segments, *(part.children for part in outline.of_kind("chapter"))]
    for parts in parents:
        found: dict[str, list[Heading]] = {}
        for part in parts:
            span = part.heading_span
            word = _CHAPTER.match(outline.text.text, span.start) if span and part.number else None
            if part.kind == "chapter" and span is not None and word:
                value, _, suffix = value_of(part.number)
                heading = Heading(value, suffix, part.number, span, part.span, part.label, part)
                found.setdefault(word["word"].lower(), []).append(heading)
        yield from found.values()


def _inside(article: Segment, case: Case, *, gaps: bool) -> Iterator[Hit]:
    """Yield what breaks the numbering inside an article: its 4.1 and 4.2, its paragraphs, its items."""
    text = case.text
    subs = [part for part in article.children if part.kind == "article" and "." in part.number]
    yield from _breaks([_sub(part) for part in subs], case, gaps=gaps)
    for part in subs:
        yield from _inside(part, case, gaps=gaps)
    numbered = [part for part in article.children if part.kind == "paragraph" and part.number.startswith("§")]
    yield from _breaks([_own(part, text) for part in numbered], case, gaps=gaps)
    for items in _lists(article):
        yield from _breaks([_own(part, text) for part in items], case, gaps=gaps)


def _sub(part: Segment) -> Heading:
    value = int(part.number.rsplit(".", 1)[-1]) if part.number.rsplit(".", 1)[-1].isdigit() else 0
    span = part.heading_span or part.span
    return Heading(value, "", part.number, span, part.span, part.label, part)


def _own(part: Segment, text: str) -> Heading:
    number = part.number.replace("°", "")
    value, _, suffix = value_of(number)
    if number.isalpha():
        value = ord(number[0].lower()) - 96
    start = part.span.start
    end = text.find(" ", start + len(number))
    return Heading(
        value,
        suffix,
        part.number,
        Span(start, max(start + 1, min(end, start + 8))),
        part.span,
        part.number,
        None,
    )


def _lists(article: Segment) -> Iterator[list[Segment]]:
    """Yield the lists of an article that are numbered by degrees or by letters."""
    current: list[Segment] = []
    for part in article.children:
        style = _style(part)
        if current and (style != _style(current[0]) or part.number in {"1°", "1", "a"}):
            if len(current) >= _LEAST_LIST:
                yield current
            current = []
        if style:
            current.append(part)
    if len(current) >= _LEAST_LIST:
        yield current


def _style(part: Segment) -> str:
    """Return how a point is numbered, empty for one that no order binds."""
    if part.kind != "item":
        return ""
    if part.number.endswith("°") or part.number.isdigit():
        return part.number[-1] if part.number.endswith("°") else "1"
    return "a" if len(part.number) == 1 and part.number.isalpha() else ""
