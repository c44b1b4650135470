"""HTML tags inside a text file: which they are, and the tables and notes they draw."""

from __future__ import annotations

import re

from protocheck.model.geometry import Span
from protocheck.model.text import Table
from protocheck.record import record
from protocheck.regex import lazy

_NAMES = (
    "p|i|b|u|em|strong|br|hr|sup|sub|span|div|font|small|center|blockquote|"
    "table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|ul|ol|li|h[1-6]|a|img"
)
_TAG = lazy(rf"<(/?)({_NAMES})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_COMMENT_OPEN, _COMMENT_CLOSE = "<!--", "-->"
_VOID = frozenset({"br", "hr", "img", "col"})
_HEADING = lazy(r"h[1-6]")
_NOTE_NUMBER = lazy(r"\[?\d{1,3}\]?")


@record
class Tag:
    """One tag: its name in lower case, whether it closes, and where it stands."""

    name: str
    closing: bool
    span: Span


@record
class Element:
    """An element without children of its own name: its name and the text between its tags."""

    name: str
    content: Span


def find_tags(text: str) -> tuple[Tag, ...]:
    """Return the tags that are notation: names of HTML only, and only those that come in pairs."""
    if "<" not in text:
        return ()
    tags = [Tag(m.group(2).lower(), bool(m.group(1)), Span(*m.span())) for m in _TAG.finditer(text)]
    opened = {tag.name for tag in tags if not tag.closing}
    closed = {tag.name for tag in tags if tag.closing}
    return tuple(tag for tag in tags if tag.name in _VOID or tag.name in opened & closed)


def find_comments(text: str) -> tuple[Span, ...]:
    """Return the HTML comments."""
    found: list[Span] = []
    start = text.find(_COMMENT_OPEN)
    while start >= 0:
        end = text.find(_COMMENT_CLOSE, start)
        if end < 0:
            break
        found.append(Span(start, end + len(_COMMENT_CLOSE)))
        start = text.find(_COMMENT_OPEN, end)
    return tuple(found)


def elements(tags: tuple[Tag, ...], names: frozenset[str]) -> tuple[Element, ...]:
    """Return what stands between each opening tag of `names` and the next closing one."""
    found: list[Element] = []
    waiting: dict[str, Tag] = {}
    for tag in tags:
        if tag.name not in names:
            continue
        if not tag.closing:
            waiting[tag.name] = tag
        elif tag.name in waiting:
            found.append(Element(tag.name, Span(waiting.pop(tag.name).span.end, tag.span.start)))
    return tuple(found)


def headings(tags: tuple[Tag, ...]) -> tuple[tuple[Span, int], ...]:
    """Return the text of each heading element with its level."""
    names = frozenset(tag.name for tag in tags if _HEADING.fullmatch(tag.name))
    return tuple((each.content, int(each.name[1])) for each in elements(tags, names))


def strong(tags: tuple[Tag, ...]) -> tuple[Span, ...]:
    """Return the stretches set in bold."""
    return tuple(each.content for each in elements(tags, frozenset({"b", "strong"})))


def note_numbers(text: str, tags: tuple[Tag, ...]) -> tuple[Span, ...]:
    """Return the numbers that a `<sup>` sets: marks of footnotes."""
    raised = elements(tags, frozenset({"sup"}))
    return tuple(each.content for each in raised if _NOTE_NUMBER.fullmatch(each.content.of(text).strip()))


def find_tables(text: str, tags: tuple[Tag, ...]) -> tuple[Table, ...]:
    """Return the tables drawn with `<table>`; inner tables are part of the cell they stand in."""
    found: list[Table] = []
    rows: list[tuple[Span, ...]] = []
    cells: list[Span] = []
    depth = start = cell = 0
    for tag in tags:
        if tag.name == "table":
            depth += -1 if tag.closing else 1
            if depth == 1 and not tag.closing:
                start, rows, cells = tag.span.start, [], []
            elif depth == 0 and tag.closing:
                rows.append(tuple(cells))
                found.append(Table(Span(start, tag.span.end), tuple(row for row in rows if row)))
            depth = max(depth, 0)
        elif depth == 1 and tag.name == "tr":
            rows.append(tuple(cells))
            cells = []
        elif depth == 1 and tag.name in {"td", "th"}:
            if tag.closing:
                cells.append(trimmed(text, Span(cell, tag.span.start)))
            cell = tag.span.end
    return tuple(table for table in found if table.rows)


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without the blanks at its edges."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))
