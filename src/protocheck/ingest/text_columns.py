"""Tables that a text file draws with blanks, with '+---+' or with bars: one row a line, between pipes.

A cell of such a table goes on over several lines, side by side with the cells next to it. Read line by
line its sentences would mix, so each row is written out as one line, with pipes between its cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from protocheck.record import record
from protocheck.regex import lazy

_GAP = lazy(r"\S {3,}\S")
_BLANKS = lazy(r" {2,}")
_RULE = lazy(r"[\s|+:]*[-=_]{3,}[-=_\s|+:]*")
_GRID = lazy(r"\s*\+[-=+]{2,}\+\s*")
_LEADERS = lazy(r"\.{4,}|(?:\. ){4,}")
# Names under a signature, or the details of two parties side by side: those are columns, not rows.
_SIGNED = lazy(r"(?:VOOR|Voor|NAMENS|Namens|namens)\b")
_IDENTITY = lazy(
    r"\b(?:kbo|ondernemingsnummer|vertegenwoordigd|zetel)\b|\b\d{4}\.\d{3}\.\d{3}\b", re.IGNORECASE
)
# What the first column says where each party has a column of its own: then the lines are rows.
_SHEET = lazy(
    r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s{1,4})?"
    r"(?:(?:officiële |volledige )?naam|benaming|rechtsvorm|vorm|(?:maatschappelijke )?zetel|adres|kbo\b"
    r"|ondernemingsn|(?:wettelijke? )?vertegenwoordig|onderteken|teken|functionaris|dpo\b|contact|e-?mail"
    r"|advies|data protection|rol\b)",
    re.IGNORECASE,
)
_CLOSED = lazy(r"\b(?:door|op)$", re.IGNORECASE)  # 'Vertegenwoordigd door': a label that is whole
_HEAD = lazy(
    r"\b(?:gegevens?|data|categorie\w*|rubriek|veld|element|omschrijving|inhoud|motief|motivering|reden"
    r"|nodig|noodzaak|waarom|waarvoor|verantwoording|doel\w*|bewaar\w*|termijn|hoelang|hoe lang|ontvanger\w*"
    r"|dienst|functie|wie|rol"
    r"|maatregel\w*|risico|frequentie|ritme|hoe vaak|bron|grond|rechtsgrond|nr|nummer|wat|toelichting)\b",
    re.IGNORECASE,
)
_GOES_ON = lazy(r"(?:-|,|\b(?:en|of|van|de|het|een|voor|met|in|op|te|tot|door|aan|per|der))$", re.IGNORECASE)
_LABEL = lazy(r"\(?[A-Za-z0-9]{1,3}[.)°] ")
_LEAST_ROWS = 3
_PARTIES = 2
_GUTTER = 2  # blanks that part two columns
_HEAD_WORDS = 6
_RULED_WORDS = 14  # of a head with a rule below it, which says by itself that it is one
_ABBREVIATION = 5
_LABELS = 0.5
_MOST_HEADS = 40  # lines of one block that are tried as the head of a table


@record
class Unfolded:
    """The text with its tables a row a line; per page, the printed number of each of its lines."""

    text: str
    numbers: tuple[tuple[int, ...], ...]


def unfold_columns(text: str) -> Unfolded | None:
    """Return the text with each drawn table a row a line; None when it draws none."""
    if not _GAP.search(text) and "+--" not in text and "+==" not in text and "|" not in text:
        return None
    pages = [_page(page.split("\n")) for page in text.split("\f")]
    if not any(changed for _, _, changed in pages):
        return None
    return Unfolded(
        "\f".join("\n".join(lines) for lines, _, _ in pages), tuple(tuple(numbers) for _, numbers, _ in pages)
    )


def _page(lines: list[str]) -> tuple[list[str], list[int], bool]:
    """Return the lines of a page, the number that each had, and whether a table was found."""
    out: list[str] = []
    numbers: list[int] = []
    at, changed = 0, False
    failed: Counter[int] = Counter()
    while at < len(lines):
        end, rows = _grid(lines, at) or _barred(lines, at) or _aligned(lines, at, failed)
        changed = changed or bool(rows)
        for number, row in rows or [(each, lines[each]) for each in range(at, end)]:
            out.append(row)
            numbers.append(number + 1)
        at = end
    return out, numbers, changed


_FRAME = 3  # rules: above, below the heads, and at the bottom
# Where to go on, and the rows; without rows the lines up to there stay as they are.
_Rows = tuple[int, list[tuple[int, str]]]


def _grid(lines: list[str], start: int) -> _Rows | None:
    """Read a table between '+---+---+' rules; None where no such rule stands."""
    if not _GRID.fullmatch(lines[start]):
        return None
    marks = [i for i, sign in enumerate(lines[start]) if sign == "+"]
    end = next(
        (at for at in range(start, len(lines)) if lines[at].lstrip()[:1] not in {"+", "|"}), len(lines)
    )
    drawn = frozenset(at for at in range(start, end) if _GRID.fullmatch(lines[at]))
    block = [(at, [] if at in drawn else _split_bars(lines[at], marks)) for at in range(start, end)]
    if len(drawn) <= _FRAME and len({len(cells) for at, cells in block if at not in drawn}) == 1:
        rows = list(_grouped(block, drawn))  # only the heads and the edges have a rule: a row a line
    else:
        rows = list(_between(block, drawn))
    return end, _written(rows) if rows else []


def _between(block: list[tuple[int, list[str]]], drawn: frozenset[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table that has a rule below each of them."""
    row: tuple[int, list[str]] | None = None
    for at, cells in block:
        if at not in drawn and row is not None and len(row[1]) == len(cells):
            row = (row[0], [_joined(a, b) for a, b in zip(row[1], cells, strict=True)])
            continue
        if row is not None:
            yield row
        row = None if at in drawn else (at, cells)
    if row is not None:
        yield row


def _split_bars(line: str, marks: list[int]) -> list[str]:
    if all(i < len(line) and line[i] in "|+" for i in marks):
        return [line[a + 1 : b].strip() for a, b in pairwise(marks)]
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _barred(lines: list[str], start: int) -> _Rows | None:
    """Read a table with bars between its columns and none at its edges, when its cells run over lines.

    A line without a first cell goes on with the row above; such a first line stands over the columns of
    values, and the corner above the labels is empty.
    """
    if "|" not in lines[start] or (start and "|" in lines[start - 1]):
        return None
    end = next((at for at in range(start, len(lines)) if not _has_bars(lines[at])), len(lines))
    drawn = frozenset(at for at in range(start, end) if _RULE.fullmatch(lines[at]))
    block = [(at, [cell.strip() for cell in lines[at].split("|")]) for at in range(start, end)]
    width = len(block[0][1])
    body = [cells for at, cells in block if at not in drawn]
    labelled = [cells[0] != "" for cells in body]
    if len(body) < _LEAST_ROWS or any(len(cells) != width for cells in body):
        return None
    if all(labelled) or not any(labelled):
        return None  # a row a line, or a table with edges: the bars say enough
    known = sum(_HEAD.search(cell) is not None for cell in body[0])
    if labelled[0] and start + 1 not in drawn and known <= 1:
        return None  # names side by side, as under a signature
    rows = list(_grouped(block, drawn))
    return (end, _written(rows)) if len(rows) > 1 else None


def _has_bars(line: str) -> bool:
    return "|" in line or ("+" in line and _RULE.fullmatch(line) is not None)


def _aligned(lines: list[str], start: int, failed: Counter[int]) -> _Rows:
    """Read a table whose columns only blanks part.

    Any line of a block may be the head of a table, but one of thousands of lines is not read again from
    each: `failed` counts, by the end of a block, the lines from which it was none.
    """
    if not _GAP.search(lines[start]) or _LEADERS.search(lines[start]) or " | " in lines[start]:
        return start + 1, []
    extent, gutters = _extent(lines, start)
    rows, end = _table(lines, start, extent, gutters)
    ruled = start + 1 < end and _RULE.fullmatch(lines[start + 1]) is not None
    if _is_table(rows, ruled=ruled):
        return end, _written(rows)
    failed[extent] += 1
    return (start + 1 if failed[extent] < _MOST_HEADS else extent), []


def _table(
    lines: list[str], start: int, end: int, gutters: list[tuple[int, int]]
) -> tuple[list[tuple[int, list[str]]], int]:
    """Return the rows of a block, and where they end: text that stands apart below them is no row."""
    cuts = [stop for _, stop in gutters]
    block = [(at, _cells(lines[at], cuts)) for at in range(start, end)]
    block = _sheet(block) or block
    while block and (_lonely(block[-1][1]) and _after_blank(block)):
        block.pop()
    end = block[-1][0] + 1 if block else end
    drawn = frozenset(at for at, _ in block if _RULE.fullmatch(lines[at]))
    return list(_grouped(block, drawn)), end


def _sheet(block: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Return the lines above a heading between white that closes the details of the parties; else none."""
    for i in range(_LEAST_ROWS, len(block) - 1):
        above, cells, below = (block[at][1] for at in (i - 1, i, i + 1))
        if any(cells) and _lonely(cells) and not any(above) and not any(below):
            rows = [row for _, row in _grouped(block[:i], frozenset())]
            return block[:i] if _is_sheet(rows) else []
    return []


def _extent(lines: list[str], start: int) -> tuple[int, list[tuple[int, int]]]:
    """Return where the block ends, and the stretches that are blank on each of its lines."""
    over = _stands_over_labels(lines, start)
    gutters = [m.span() for m in _BLANKS.finditer(lines[start].rstrip()) if m.start() or over]
    end, last = start + 1, start
    while end < len(lines) and end - last <= _GUTTER:
        line = lines[end].rstrip()
        if line and not _RULE.fullmatch(line):
            kept = list(_kept(gutters, line))
            below = end > start + _LEAST_ROWS and not lines[end - 1].strip()
            prose = below and len(kept) < len(gutters) and not _BLANKS.search(line.strip())
            # A table that is set in ends where a line below white begins further to the left.
            out = not over and not lines[end - 1].strip() and _indent(line) < _indent(lines[start])
            if not kept or prose or out:
                break
            gutters = kept
        if line:
            last = end
        end += 1
    return last + 1, gutters


def _stands_over_labels(lines: list[str], start: int) -> bool:
    """Tell whether the line below begins further to the left: the column of labels has no head."""
    indent = _indent(lines[start])
    below = next((line for line in lines[start + 1 : start + 3] if line.strip()), "")
    return below[:indent].strip() != ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _kept(gutters: list[tuple[int, int]], line: str) -> Iterator[tuple[int, int]]:
    """Yield what of each gutter is blank on this line too, when it is still wide enough to part."""
    for start, stop in gutters:
        piece = line[start:stop].ljust(stop - start)
        yield from ((start + m.start(), start + m.end()) for m in _BLANKS.finditer(piece))


def _cells(line: str, cuts: list[int]) -> list[str]:
    bounds = [0, *cuts, max(len(line), cuts[-1] if cuts else 0)]
    return [line[a:b].strip() for a, b in pairwise(bounds)]


def _lonely(cells: list[str]) -> bool:
    return not any(cells[1:])


def _after_blank(block: list[tuple[int, list[str]]]) -> bool:
    """Tell whether the last line stands apart, so that it is text under the table and no cell."""
    return not any(block[-1][1]) or len(block) < _GUTTER or not any(block[-2][1])


def _grouped(block: list[tuple[int, list[str]]], drawn: frozenset[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows: a line begins one when its first cell does, and nothing before it goes on."""
    row: tuple[int, list[str]] | None = None
    apart, count = False, 0
    for at, cells in block:
        if at in drawn or not any(cells):
            apart = True
        elif row is None or apart or _begins(row[1], cells, heads=count == 1):
            if row is not None:
                yield row
            row, apart, count = (at, cells), False, count + 1
        else:
            row = (row[0], [_joined(a, b) for a, b in zip(row[1], cells, strict=True)])
    if row is not None:
        yield row


def _begins(row: list[str], cells: list[str], *, heads: bool) -> bool:
    first = next((i for i, cell in enumerate(row) if cell), 0)
    if first and cells[0]:
        return True  # the heads stand over all columns but that of the numbers
    if not cells[first]:
        return False
    shown = _SHEET.match(cells[0]) is not None or _CLOSED.search(row[first]) is not None
    label = shown and not cells[0][:1].islower() and all(cells)
    if (_GOES_ON.search(row[first]) and not label) or any(each.endswith("-") for each in row):
        return False
    if heads:
        return all(cells[first:])
    full = sum(map(bool, cells)) * 2 > len(cells)
    lower = cells[first][0].islower() and not _LABEL.match(cells[first])
    return full and not (lower and row[first][:1].isupper())


def _joined(before: str, after: str) -> str:
    """Join two lines of one cell; a word cut at the end of a line becomes whole."""
    if not before or not after:
        return before or after
    cut = before.endswith("-") and len(before) > 1 and before[-2].islower() and after[0].islower()
    if cut and after.split(maxsplit=1)[0] not in {"en", "of"}:
        return before[:-1] + after
    return f"{before} {after}"


def _is_table(rows: list[tuple[int, list[str]]], *, ruled: bool = False) -> bool:
    """Tell a table from labels with their values, parties side by side and signatures.

    Args:
        rows: the number of the line of each row, and its cells.
        ruled: whether a rule stands right below the first row.
    """
    cells = [row for _, row in rows]
    full = [row for row in cells if sum(map(bool, row)) > 1]
    if len(full) < _LEAST_ROWS or any(map(_SIGNED.match, cells[0])):
        return False
    if _is_sheet(cells):
        return True
    if any(_IDENTITY.search(cell) for row in cells[:_LEAST_ROWS] for cell in row):
        return False
    firsts = [next(cell for cell in row if cell) for row in cells]
    labels = sum(first.endswith(":") for first in firsts)
    if labels >= _LABELS * len(firsts) or len(set(firsts)) < len(firsts):
        return False
    if all(row[-1].isdigit() for row in full[1:]):
        return False  # a contents list with its page numbers
    return _are_heads([cell for cell in cells[0] if cell], ruled=ruled)


def _are_heads(heads: list[str], *, ruled: bool) -> bool:
    if ruled and len(heads) > 1:
        return all(len(cell.split()) <= _RULED_WORDS and not _stops(cell) for cell in heads)
    known = sum(_HEAD.search(cell) is not None for cell in heads)
    return all(len(cell.split()) <= _HEAD_WORDS for cell in heads) and known > 1


def _stops(cell: str) -> bool:
    """Tell whether a cell ends a sentence; 'Nr.' is an abbreviation."""
    return cell[-1] in ".;" and len(cell) > _ABBREVIATION


def _is_sheet(cells: list[list[str]]) -> bool:
    """Tell whether labels stand in the first column, and the details of one party in each other one."""
    labelled = [row for row in cells if _SHEET.match(row[0]) and not row[0].endswith(":")]
    full = [row for row in labelled if all(row)]
    return len(cells[0]) > _PARTIES and len(full) >= _LEAST_ROWS and len(labelled) * 2 > len(cells)


def _written(rows: list[tuple[int, list[str]]]) -> list[tuple[int, str]]:
    """Write the rows between pipes, with a rule under the heads."""
    lines = [(at, "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |") for at, cells in rows]
    lines.insert(1, (rows[0][0], "|" + "---|" * len(rows[0][1])))
    return lines
