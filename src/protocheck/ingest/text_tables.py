"""Tables in a text file: rows between pipes, and rows of cells parted by tabs."""

from __future__ import annotations

import re

from protocheck.ingest.inline_html import trimmed
from protocheck.ingest.physical import Physical
from protocheck.model.geometry import Span
from protocheck.model.text import Table
from protocheck.record import record
from protocheck.regex import lazy

_RULE_CELL = lazy(r"\s*:?-{2,200}:?\s*")
_MARKER = lazy(
    r"(?:[-–•*o+]|\(?[A-Za-z]?\d{0,3}[.)°]?|\(?[ivxIVX]{1,6}[.)]?|§\s?\d{1,3}"
    r"|(?:\d{1,2}|[A-Z]|[IVX]{1,6})(?:\.\d{1,2}){1,3}[.)]?)"
)
_ARTICLE = lazy(r"(?:artikel|art\.?|hoofdstuk|bijlage)\s{0,3}\w{1,6}[.:]?", re.IGNORECASE)
_LEADERS = lazy(r"\.{4,}|(?:\. ){4,}")
_PAIR = 2
_BAR = lazy(r"(?<!\\)\|")  # a bar behind a backslash is one of the text


@record
class TextTables:
    """The tables found, and the characters that only draw them."""

    tables: tuple[Table, ...]
    markup: tuple[Span, ...]


def find_text_tables(text: str, lines: list[Physical], notes: frozenset[int]) -> TextTables:
    """Return the tables that pipes or tabs draw.

    Args:
        text: the whole text.
        lines: its lines, blank ones included.
        notes: starts of the lines of footnotes, which may stand between two rows.
    """
    tables: list[Table] = []
    markup: list[Span] = []
    for sign in ("|", "\t"):
        for block in _blocks(lines, sign, notes):
            table = _table(text, block, sign)
            if table is None:
                continue
            tables.append(table)
            markup.extend(_drawn(block, sign))
    return TextTables(tuple(sorted(tables, key=lambda each: each.span.start)), tuple(markup))


def _blocks(lines: list[Physical], sign: str, notes: frozenset[int]) -> list[list[Physical]]:
    """Group the lines that hold `sign`; one blank line or footnotes may stand between two rows."""
    blocks: list[list[Physical]] = []
    joinable = noted = False
    blanks = 0
    for line in lines:
        if line.start in notes:
            noted = True
        elif line.blank:
            blanks += 1
        elif not _is_row(line, sign):
            joinable = False
        else:
            near = noted or not blanks or (blanks == 1 and not _numbered(line, sign))
            if joinable and near and _same_shape(blocks[-1][0], line, sign):
                blocks[-1].append(line)
            else:
                blocks.append([line])
            joinable, noted, blanks = True, False, 0
    return blocks


def _is_row(line: Physical, sign: str) -> bool:
    if sign == "|":
        inner = line.text.strip()
        return (inner.count("|") >= _PAIR and inner[0] == "|") or "|" in inner
    return sign in line.text.strip("\n \t")


def _numbered(line: Physical, sign: str) -> bool:
    """Tell whether a tab parts the number of an article from its title: with white above, it is a heading."""
    return sign == "\t" and _ARTICLE.fullmatch(line.text.partition(sign)[0].strip()) is not None


def _same_shape(first: Physical, line: Physical, sign: str) -> bool:
    return len(_cells(first.text, sign)) == len(_cells(line.text, sign))


def _cells(line: str, sign: str) -> list[str]:
    inner = line.strip(" ")
    if sign == "|":
        inner = inner.removeprefix("|").removesuffix("|")
        return _BAR.split(inner)
    return inner.split(sign)


def _is_rule(line: str, sign: str) -> bool:
    cells = _cells(line.strip(), sign)
    return len(cells) > 1 and all(_RULE_CELL.fullmatch(cell) for cell in cells)


def _table(text: str, block: list[Physical], sign: str) -> Table | None:
    rows = [line for line in block if not _is_rule(line.text, sign)]
    ruled = len(rows) < len(block)
    if not rows or (len(rows) < _PAIR and not ruled):
        return None
    if sign == "|" and not _drawn_with_bars(block):
        return None
    if sign == "\t" and not ruled and not _looks_tabular(rows):
        return None
    spans = tuple(_cell_spans(text, line, sign) for line in rows)
    return Table(Span(block[0].start, block[-1].end), spans)


def _drawn_with_bars(block: list[Physical]) -> bool:
    """Tell whether bars draw a table: at the edge of every row, or a rule below the first row."""
    edged = all(line.text.lstrip().startswith("|") for line in block)
    return edged or (len(block) > _PAIR and _is_rule(block[1].text, "|"))


def _looks_tabular(rows: list[Physical]) -> bool:
    """Refuse tabs that indent a list, draw a contents list or set two signatures side by side."""
    cells = [[cell.strip() for cell in line.text.split("\t")] for line in rows]
    first = [row[0] for row in cells]
    if any(_LEADERS.search(line.text) for line in rows) or not first[0] or not all(map(any, cells)):
        return False
    if all(_MARKER.fullmatch(cell) or _ARTICLE.fullmatch(cell) for cell in first if cell):
        return False
    return not _parallel(cells[0])


def _parallel(cells: list[str]) -> bool:
    """Tell whether the cells open with one word ('Voor A', 'Voor B'): columns of signatures."""
    words = {cell.split()[0].casefold() for cell in cells if cell}
    return len(words) == 1 and sum(map(bool, cells)) > 1


def _cell_spans(text: str, line: Physical, sign: str) -> tuple[Span, ...]:
    inner = line.text.strip(" ")
    start = line.start + len(line.text) - len(line.text.lstrip(" "))
    if sign == "|":
        start += inner.startswith("|")
    spans: list[Span] = []
    for cell in _cells(line.text, sign):
        spans.append(trimmed(text, Span(start, start + len(cell))))
        start += len(cell) + 1
    return tuple(spans)


def _drawn(block: list[Physical], sign: str) -> list[Span]:
    """Return the rule lines and, of a table drawn with pipes, the pipes."""
    spans: list[Span] = []
    for line in block:
        if _is_rule(line.text, sign):
            spans.append(line.span)
        elif sign == "|":
            spans.extend(
                Span(line.start + bar.start(), line.start + bar.end()) for bar in _BAR.finditer(line.text)
            )
    return spans
