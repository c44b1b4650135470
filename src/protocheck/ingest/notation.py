"""Markdown and HTML notation in a text file, found by content and with reserve.

A literal star or '<' in a plain text must stay, so each kind of notation needs its own evidence:
pairs that open and close, names that are HTML, rules that draw a table.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from protocheck.ingest import inline_html
from protocheck.ingest.emphasis import find_emphasis, trusted
from protocheck.ingest.footnotes import note_lines, note_marks
from protocheck.ingest.physical import Physical
from protocheck.ingest.text_tables import find_text_tables
from protocheck.model.geometry import Span
from protocheck.model.text import Table
from protocheck.record import record
from protocheck.regex import lazy

_HEADING = lazy(r" {0,3}(#{1,6})[ \t]{1,8}(?=\S)")
_HEADING_TAIL = lazy(r"[ \t]{1,8}#{1,6}[ \t]{0,8}$")
_UNDERLINE = lazy(r"[ \t]{0,3}(?:={3,200}|-{3,200}|~{3,200})[ \t]{0,8}")
_UNEVEN = 4  # letters that an underline may be shorter or longer than the title above it
_RULE = lazy(r"[ \t]{0,3}(?:-{3,200}|\*{3,200}|(?:[*-] ){2,100}[*-]|`{3,10}\w{0,20})[ \t]{0,8}")
_LABELLED = lazy(
    r"[ \t]{0,12}([-*+][ \t]{1,4})"
    r"(?=(?:\*\*)?(?:\(?[A-Za-z]\d{0,2}|\(?\d{1,3}|\(?[ivxIVX]{1,5}|[Aa]rtikel \d{1,3}|§ ?\d{1,3})"
    r"[.):°]?\*{0,2}\s)"
    r"(?=(?:\*\*)?(?:[^\s]{1,6}[.):°]|[Aa]rtikel |§))"
)
_ESCAPE = lazy(r"\\(?=[*_\[\]#.()+!|<>`~-])")
_LINK = lazy(
    r"!?(\[)([^\[\]\n]{0,300})(\]\((?:https?://|mailto:|www\.|#|/|\./|[\w./-]{1,80}\.\w{2,5}\))[^()\s]{0,400}\)?)"
)
_NAMED_LINK = lazy(r"(\[)([^\[\]\n]{1,300})(\] ?\[([^\[\]\n]{0,80})\])")
_LONGEST_FRONT = 40  # lines
_CODE = lazy(r"(`)[^`\n]{1,200}(`)")
_STRUCK = lazy(r"(~~)[^~\n]{1,400}(~~)")
_ADDRESS = lazy(r"(<)(?:https?://|mailto:)?[^<>\s]{1,200}[.@][^<>\s]{1,200}(>)")
_QUOTED = lazy(r" {0,3}(?:> ?){1,4}")
_HARD_BREAK = lazy(r"\\(?=\n)")
_TARGET = lazy(r"^ {0,3}\[[^\[\]\n^]{1,80}\]:[ \t]{1,4}\S{1,400}[^\n]{0,100}$", re.MULTILINE)
_LABEL = lazy(r" {0,3}\[([^\[\]\n^]{1,80})\]:[ \t]")
_KEY = lazy(r"(?:[\w-]{1,40}:(?:\s.*)?|\s+.*|#.*|- .*|)")
_SPACE_ENTITY = lazy(r"&nbsp;")
_AMPERSAND = lazy(r"(?<=&)amp;")


@record
class Notation:
    """What the notation of a text says about it; lines are named by where they start."""

    markup: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    headings: dict[int, int] = field(default_factory=dict)
    bold: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()

    @property
    def marked(self) -> bool:
        """Tell whether the text holds any notation."""
        return bool(self.markup)


def find_notation(text: str, lines: list[Physical], *, named: bool) -> Notation:
    """Return the notation of `text`; `named` tells that its name says Markdown."""
    tags = inline_html.find_tags(text)
    emphasis = find_emphasis(text)
    marked = named or bool(tags) or any(pair.mark == "**" for pair in emphasis)
    front = _front_matter(lines)
    lines = [line for line in lines if line.start >= front.end]
    marked = marked or bool(front)
    headings, heading_marks = _headings(lines, marked=marked)
    marked = marked or bool(headings)
    headings.update(_tag_headings(lines, tags))
    notes = note_lines(lines, frozenset(headings))
    drawn = find_text_tables(text, lines, notes)
    pairs = trusted(emphasis, marked=marked or bool(drawn.markup))
    spans: list[Span] = [front, *(tag.span for tag in tags)]
    spans += inline_html.find_comments(text)
    spans += [mark for pair in pairs for mark in (pair.opening, pair.closing)]
    spans += [*heading_marks, *drawn.markup, *note_marks(text, lines, notes)]
    spans += _raised_numbers(text, tags, notes, lines)
    if marked or drawn.markup:
        spans += _small_marks(text, lines)
    strong = [pair.content for pair in pairs if pair.strong] + list(inline_html.strong(tags))
    markup = _united(spans)
    tables = (*drawn.tables, *inline_html.find_tables(text, tags))
    return Notation(
        markup,
        tuple(sorted(tables, key=lambda t: t.span.start)),
        headings,
        _bold(lines, strong, markup),
        notes,
    )


def _headings(lines: list[Physical], *, marked: bool) -> tuple[dict[int, int], list[Span]]:
    """Return the lines that '#' or an underline makes headings, and the marks themselves."""
    levels: dict[int, int] = {}
    marks: list[Span] = []
    for line in lines:
        hit = _HEADING.match(line.text)
        if hit:
            levels[line.start] = len(hit.group(1))
            marks.append(Span(line.start, line.start + hit.end()))
            tail = _HEADING_TAIL.search(line.text, hit.end())
            if tail:
                marks.append(Span(line.start + tail.start(), line.end))
    if not marked and len(levels) == 1 and set(levels.values()) == {1}:
        levels, marks = {}, []  # one '# ' in a plain text is a number sign
    underlined = [pair for pair in itertools.pairwise(lines) if _underlines(*pair)]
    # One dashed line in a plain text may part two sections; several that fit their titles do not.
    marked = marked or sum(_fits(*pair) for pair in underlined) > 1
    for before, line in underlined:
        if marked or "=" in line.text:
            levels[before.start] = 1 if "=" in line.text else 2
            marks.append(line.span)
    return levels, marks


def _underlines(before: Physical, line: Physical) -> bool:
    if not _UNDERLINE.fullmatch(line.text) or before.blank or before.page != line.page:
        return False
    title = before.text.strip()
    # A line with a gap holds the cells of a table, and the rule below it parts the heads from the rows.
    return title[:1].isalnum() and len(before.text) < 120 and "   " not in title  # noqa: PLR2004 - a heading is short


def _fits(before: Physical, line: Physical) -> bool:
    """Tell whether the line under a title is about as long as the title."""
    return abs(len(line.text.strip()) - len(before.text.strip())) <= _UNEVEN


def _tag_headings(lines: list[Physical], tags: tuple[inline_html.Tag, ...]) -> dict[int, int]:
    starts = [line.start for line in lines]
    return {
        starts[bisect.bisect_right(starts, content.start) - 1]: level
        for content, level in inline_html.headings(tags)
    }


def _raised_numbers(
    text: str, tags: tuple[inline_html.Tag, ...], notes: frozenset[int], lines: list[Physical]
) -> list[Span]:
    """Return the numbers in `<sup>` that cite a note; the one that opens the note stays."""
    if not notes:
        return []
    starts = [line.start for line in lines]
    raised = inline_html.note_numbers(text, tags)
    return [span for span in raised if starts[bisect.bisect_right(starts, span.start) - 1] not in notes]


def _small_marks(text: str, lines: list[Physical]) -> Iterator[Span]:
    """Yield what only a marked text holds: rules, escapes, links, and dashes before 'A.' or '1.'."""
    for line in lines:
        if _RULE.fullmatch(line.text):
            yield line.span
            continue
        quoted = _QUOTED.match(line.text)
        at = quoted.end() if quoted else 0
        if quoted:
            yield Span(line.start, line.start + at)
        hit = _LABELLED.match(line.text, at)
        if hit:
            yield Span(line.start + hit.start(1), line.start + hit.end(1))
    for pattern in (_ESCAPE, _SPACE_ENTITY, _AMPERSAND, _HARD_BREAK):
        yield from (Span(*m.span()) for m in pattern.finditer(text))
    for link in _LINK.finditer(text):
        yield from _link_marks(link)
    for pattern in (_CODE, _STRUCK, _ADDRESS):
        for pair in pattern.finditer(text):
            yield from (Span(*pair.span(1)), Span(*pair.span(2)))
    yield from _named_links(text)


def _front_matter(lines: list[Physical]) -> Span:
    """Return the block of keys that some programs put before a Markdown text; empty when there is none."""
    if not lines or lines[0].text.strip() != "---" or lines[0].start:
        return Span(0, 0)
    for number, line in enumerate(lines[1:_LONGEST_FRONT], start=1):
        if line.text.strip() in {"---", "..."}:
            keyed = any(":" in each.text for each in lines[1:number])
            return Span(0, line.end) if keyed else Span(0, 0)
        if not _KEY.fullmatch(line.text):
            break
    return Span(0, 0)


def _named_links(text: str) -> Iterator[Span]:
    """Yield the marks of links whose targets stand elsewhere: '[de site][1]' with '[1]: https://...'."""
    named: set[str] = set()
    for target in _TARGET.finditer(text):
        label = _LABEL.match(target.group())
        named.update({label.group(1).casefold()} if label else ())
        yield Span(*target.span())
    for link in _NAMED_LINK.finditer(text) if named else ():
        if (link.group(4) or link.group(2)).casefold() in named:
            yield Span(*link.span(1))
            yield Span(*link.span(3))


def _link_marks(link: re.Match[str]) -> Iterator[Span]:
    if link.group().startswith("!"):
        yield Span(*link.span())  # a picture: its caption is no text of the document
    else:
        yield Span(*link.span(1))
        yield Span(*link.span(3))


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that touch or overlap as one; empty ones go."""
    found: list[Span] = []
    for span in sorted(each for each in spans if len(each)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _bold(lines: list[Physical], strong: list[Span], markup: tuple[Span, ...]) -> frozenset[int]:
    """Return the lines of which every letter is bold."""
    if not strong:
        return frozenset()
    covered: set[int] = set()
    for span in strong:
        covered.update(range(span.start, span.end))
    hidden: set[int] = set()
    for span in markup:
        hidden.update(range(span.start, span.end))
    bold: set[int] = set()
    for line in lines:
        letters = [i for i, c in enumerate(line.text, line.start) if c.isalpha() and i not in hidden]
        if letters and covered.issuperset(letters):
            bold.add(line.start)
    return frozenset(bold)
