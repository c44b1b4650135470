"""The text as it is read for its parties: columns one after the other, lines that end on purpose kept apart.

The result has the length of the text, so that every span can be carried back to where it stands.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import party_bodies, party_labels, party_points
from protocheck.facts.grids import Grid, ends_row
from protocheck.facts.party_lines import (
    GAP,
    SLACK,
    Line,
    clustered,
    column_of,
    fits,
    gapped,
    lines,
    overhangs,
)
from protocheck.facts.reading import Reading, lower
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

_EVIDENCE = lazy(
    r"@|\bkbo\b|\bondernemingsn|\b[01]\d{3}\.\d{3}\.\d{3}|\b[1-9]\d{3} +[a-z']|vertegenwoordigd"
    r"|^(?:voor|namens) (?:de|het|[a-z])|^(?:de|het) [\w-]{3,30}(?: [\w-]{2,30}){0,3},$"
)
_LABEL_CELL = lazy(
    r"(?:naam|benaming|zetel|adres|kbo|ondernemingsn|vertegenwoordig|functionaris|dpo|wie tekent"
    r"|tekent|e-?mail)"
)
# 'Zetel: ...', '- DPO : ...', 'o zetel: ...': a label opens a line of its own.
_LABEL = lazy(r"[ \t]*(?:[-\u2013\u2022*o] {1,3})?[^\W\d][\w'/.() -]{1,44}?[ \t]{0,40}:[ \t]")
_BARE_LABEL = lazy(
    r"(?m)^[ \t]{0,12}(?P<label>(?:Naam|Benaming|Instantie|Organisatie|Zetel|Adres|KBO(?:-nummer)?"
    r"|Ondernemingsnummer"
    r"|(?:Wettige |Wettelijke )?[Vv]ertegenwoordigers?|Vertegenwoordigd door|Ondertekenaars?|Tekent"
    r"|Wie tekent|Functionaris"
    r"|FG|DPO|E-?mail(?:adres)?|Functionaris voor gegevensbescherming)) {3,60}(?=\S)(?![^\n]* {3,}\S)"
)
_DOTTED = lazy(r"(?m)^[ \t]*[^\W\d][^\n.:]{1,70}? ?(?P<dots>\.{3,60})(?= ?[^\s.])")
# A line that begins with a body and gives its number or its seat is about that body.
_BODY_LINE = lazy(
    r"[ \t]*(?:[Dd]e |[Hh]et )?(?:OCMW|[Gg]emeente|[Ss]tad|[Pp]rovincie|[Pp]olitiezone|[Aa]gentschap"
    r"|[Dd]epartement|[Zz]orgkas"
    r"|[Hh]ulpverleningszone|[Ii]ntercommunale) [A-ZÀ-Þ][^\n]{2,80}(?:\d{4} [A-ZÀ-Þ]|KBO|[Oo]ndernemingsn)"
)
_GOES_ON = lazy(
    r"(?:,|-|\b(?:en|of|door|van|de|het|der|den|te|ten|in|op|aan|voor|met|namens|wie|als|aan het|zijn|haar))$"
)
_POSTCODE = lazy(r"(?:B ?- ?)?[1-9]\d{3} +[A-ZÀ-Þ]")
# What opens a line of its own: a street with its number, an enterprise number, a box, those who act.
_DETAIL = lazy(
    r"[ \t]*(?:[A-ZÀ-Þ'][^,\d\n]{2,40} \d{1,4}[a-zA-Z]?(?: bus \w{1,5})?(?:,|[ \t]*$|[ \t]*\n)|\S{1,60}@\S"
    r"|(?:KBO|kbo|[Oo]ndernemingsn|[Rr]echtsgeldig|[Vv]ertegenwoordigd)\b)"
)
_MOST_PARTIES = 5  # columns of a table: parties, with 'en' between them
_ACTING = lazy(r"(?:v(?<!\wv)(?:ertegenwoordigd door|oor wie)|n(?<!\wn)amens wie)\b")
_LONGEST_BLOCK = 400  # characters: the lines of one party in a narrow column
_WORD = lazy(r"\S{1,40}")
_WIDE, _TYPICAL = 160, 0.9
_FOR = lazy(r"(?:Voor|Namens|VOOR|NAMENS) ")
_NARROW = 30  # in so narrow a column every line says something else
_ROOM, _FULL = 0.8, 0.97
_OPENS = lazy(r"[ \t]*(?:[-\u2013\u2022\u00b7*>|]|\(?[a-zA-Z0-9]{1,4}[.)\u00b0]|Art|ART|\d{1,2}\.\d)")


@record
class Layout:
    """A reading whose columns stand under each other, and where its characters stand in the text."""

    reading: Reading
    origin: tuple[int, ...] | None = None

    def back(self, span: Span) -> Span:
        """Return where a span of the reading stands in the text; the whole stretch when it is parted."""
        if self.origin is None or not len(span):
            return span
        places = self.origin[span.start : span.end]
        return Span(min(places), max(places) + 1)

    def keeps(self, span: Span) -> bool:
        """Tell whether a stretch of the text stands in the reading where it stood."""
        if self.origin is None:
            return True
        return self.origin[span.start : span.end] == tuple(range(span.start, span.end))


def laid_out(reading: Reading, tables: Sequence[Grid] = ()) -> Layout:
    """Return the reading with its columns unfolded and its short lines apart.

    The line ends in a cell of one of the `tables` part nothing: there every line is short.
    """
    reading = party_labels.without_columns(party_labels.without_letters(reading))
    whole = sorted(cell for grid in tables for row in grid.rows for cell in row)
    barred = [grid.span for grid in tables if " | " in grid.span.of(reading.shown)]
    loose = (block for block in _blocks(reading) if not any(block[0].overlaps(span) for span in barred))
    blocks = [*loose, *_side_by_side(reading, tables)]
    if not blocks:
        return Layout(_parted(reading, whole))
    origin = list(range(len(reading.text)))
    breaks: set[int] = set()
    joints: set[int] = set()
    for block in blocks:
        _unfold(reading.shown, block, origin, breaks, joints)
    areas = sorted(area for area, _ in blocks)
    moved = [_moved(text, areas, origin) for text in (reading.text, reading.flat, reading.shown)]
    text, flat, shown = (_broken(each, breaks, joints) for each in moved)
    made = replace(reading, text=text, flat=flat, low=lower(flat), shown=shown, every=())
    return Layout(_parted(made, whole), tuple(origin))


def _moved(text: str, areas: Sequence[Span], origin: Sequence[int]) -> str:
    """Return the text in its new order, which differs from the old in some areas alone."""
    pieces: list[str] = []
    at = 0
    for area in areas:
        if area.end > at:
            start = max(at, area.start)
            pieces += [text[at:start], *(text[place] for place in origin[start : area.end])]
            at = area.end
    return "".join([*pieces, text[at:]])


def _broken(text: str, breaks: set[int], joints: set[int] | None = None) -> str:
    """Put a line end where a cell ends, a blank where it goes on."""
    marks = dict.fromkeys(breaks, "\n") | dict.fromkeys(joints or (), " ")
    pieces: list[str] = []
    start = 0
    for at in sorted(marks):
        pieces += [text[start:at], marks[at]]
        start = at + 1
    return "".join([*pieces, text[start:]])


def _blocks(reading: Reading) -> Iterator[tuple[Span, list[list[Span]]]]:
    """Yield the stretches that hold columns, each with the cells of every column."""
    run: list[Line] = []
    for line in lines(reading) if gapped(reading) else ():
        if run and not _continues(run, line):
            yield from _columns(reading, run)
            run = []
        if run or len(line.cells) > 1:
            run.append(line)
    yield from _columns(reading, run)


def _side_by_side(reading: Reading, tables: Sequence[Grid]) -> Iterator[tuple[Span, list[list[Span]]]]:
    """Yield the tables that give each party a column of its own, with no label beside or above it."""
    for grid in tables:
        width = max(map(len, grid.rows), default=0)
        if not 1 < width <= _MOST_PARTIES or (gapped(reading) and GAP.search(grid.span.of(reading.shown))):
            continue
        columns = [
            [line for row in grid.rows if at < len(row) for line in _lines_in(reading, row[at])]
            for at in range(width)
        ]
        parties = [column for column in columns if column and _is_party(reading, column)]
        between = [column for column in columns if column and column not in parties]
        if len(parties) > 1 and all(len(column) == 1 for column in between):  # 'en'
            yield grid.span, [column for column in columns if column]


def _lines_in(reading: Reading, cell: Span) -> Iterator[Span]:
    """Yield the lines of a cell that hold anything."""
    for match in inline(r"[^\n]+").finditer(cell.of(reading.shown)):
        content = match.group().rstrip()
        lead = len(content) - len(content.lstrip())
        if content:
            yield Span(cell.start + match.start() + lead, cell.start + match.start() + len(content))


def _is_party(reading: Reading, column: Sequence[Span]) -> bool:
    """Tell whether a column opens with the name of a body and says below it who that is."""
    head = " ".join(column[0].of(reading.shown).split()).split(",")[0]
    if _FOR.match(head):
        return True  # a column of the signatures
    lines = [each.of(reading.shown).lower() for each in column]
    # A column of labels ('Zetel', 'Ondernemingsnummer') gives no address and no number.
    return (
        party_bodies.looks_like_body(head)
        and any(char.isdigit() for line in lines for char in line)
        and sum(_EVIDENCE.search(line) is not None for line in lines) > 1
    )


def _continues(run: list[Line], line: Line) -> bool:
    """Tell whether a line can stand in the columns above it: never a line that runs over them."""
    if not line.cells:
        return bool(run[-1].cells)
    if len(line.cells) > 1:
        return True
    edge = next(each.cells[1].start - each.start for each in run if len(each.cells) > 1)
    cell = line.cells[0]
    right = cell.start - line.start >= edge - SLACK
    return right or (bool(run[-1].cells) and cell.end - line.start < edge)


def _columns(reading: Reading, run: list[Line]) -> Iterator[tuple[Span, list[list[Span]]]]:
    """Yield the run of lines as columns where all of its lines agree on them and hold evidence."""
    filled = [line for line in run if line.cells]
    several = [line for line in filled if len(line.cells) > 1]
    if len(several) < 2:  # noqa: PLR2004 - one line with a gap is no column
        return
    filled = filled[filled.index(several[0]) :]
    edges = sorted({cell.start - line.start for line in several for cell in line.cells[1:]})
    starts = clustered(edges, several)
    if not starts:
        return
    # The columns end where a line crosses one of them.
    kept: list[Line] = []
    for line in filled:
        if not fits(line, starts) and not overhangs(line, starts):
            break
        kept.append(line)
    columns: list[list[Span]] = [[] for _ in range(len(starts) + 1)]
    for line in kept:
        for cell in line.cells:
            columns[column_of(cell.start - line.start, starts)].append(cell)
    if sum(len(line.cells) > 1 for line in kept) > 1 and _telling(reading, columns):
        yield Span(kept[0].start, kept[-1].cells[-1].end), columns


def _telling(reading: Reading, columns: list[list[Span]]) -> bool:
    """Tell whether the columns hold parties or signatures, and not labels with their values."""
    if any(not column for column in columns):
        return False
    texts = [[" ".join(cell.of(reading.shown).lower().split()) for cell in column] for column in columns]
    if sum(_LABEL_CELL.match(column[0]) is not None for column in texts) > 1:
        return False  # the heads of a table
    labels = sum(text.endswith(":") or _LABEL_CELL.match(text) is not None for text in texts[0])
    second = sum(text.startswith(":") for text in texts[1])
    if labels * 2 > len(texts[0]) or second:
        return False
    return sum(any(_EVIDENCE.search(text) for text in column) for column in texts) > 1


def _unfold(
    text: str, block: tuple[Span, list[list[Span]]], origin: list[int], breaks: set[int], joints: set[int]
) -> None:
    """Write the columns of a block one below the other into the order of its characters."""
    area, columns = block
    made: list[int] = []
    ends: list[int] = []
    for column in columns:
        width = max(map(len, column))
        for cell, following in zip(column, (*column[1:], None), strict=True):
            made.extend(range(cell.start, cell.end))
            apart = following is None or _apart(cell.of(text), following.of(text), width)
            if apart:
                ends.append(len(made))
            else:
                joints.add(area.start + len(made))
            made.append(cell.end - 1)
        ends.append(len(made))
        made.append(made[-1])
    size = len(area)
    if len(made) > size:
        made, ends = made[:size], [end for end in ends if end < size]
        joints -= set(range(area.end, area.end + len(origin)))
    ends += range(len(made), size)
    made += [area.end - 1] * (size - len(made))
    origin[area.start : area.end] = made
    breaks.update(area.start + end for end in ends)


def _parted(reading: Reading, whole: Sequence[Span]) -> Reading:
    """Keep the line ends that a writer made on purpose: behind short lines and before labels."""
    width = _width(reading.shown)
    hard: list[int] = []
    soft: list[int] = []
    listed = frozenset(party_points.ends(reading.shown))
    ends = [match.start() for match in re.finditer("\n", reading.shown)]
    for at, end in enumerate(ends):
        if end + 1 >= len(reading.shown):
            continue
        line = Span(ends[at - 1] + 1 if at else 0, end)
        if reading.flat[end] == "\n":
            runs_on = _runs_on(reading.shown, line, width) or _names_people(reading.shown, end)
            if runs_on and not ends_row(reading.shown, line):
                soft.append(end)
        elif _inside(end, whole) or _names_people(reading.shown, end):
            continue
        elif _on_purpose(reading.shown, line, width) or end in listed:
            hard.append(end)
    colons = _colons(reading.shown)
    if not hard and not soft and not colons and reading.every:
        return reading
    flat = _broken(reading.flat, set(hard), set(soft))
    for at in colons:
        dots = len(flat[at : at + 80]) - len(flat[at : at + 80].lstrip("."))
        flat = f"{flat[:at]}:{' ' * max(dots - 1, 0)}{flat[at + max(dots, 1) :]}"
    made = replace(reading, flat=flat, low=lower(flat), every=())
    return replace(made, every=tuple(made.sentences(Span(0, len(flat)))))


def _names_people(text: str, end: int) -> bool:
    """Tell whether a line goes on naming who acts for a party: 'vertegenwoordigd door Jan / Jans'."""
    block = text[max(text.rfind("\n\n", 0, end), end - _LONGEST_BLOCK, 0) : end]
    following = text[end + 1 : end + 122].split("\n", 1)[0]
    if not following.strip() or block.rstrip()[-1:] in ".;:" or not _ACTING.search(block.lower()):
        return False
    opens = (_LABEL, _BARE_LABEL, _DOTTED, _BODY_LINE, _DETAIL, _OPENS)
    if any(each.match(following) for each in opens) or following.strip().lower() in {"en", "tussen"}:
        return False
    return not party_bodies.has_kind(following.split(",")[0])


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    """Tell whether a character stands in one of the spans, which are in order."""
    at = bisect.bisect_right(spans, offset, key=lambda each: each.start) - 1
    return at >= 0 and offset in spans[at]


def _colons(text: str) -> list[int]:
    """Return where a label stands before its value in a column of its own, with no colon between."""
    dots = (match.start("dots") for match in _DOTTED.finditer(text))
    return [*(match.end("label") for match in _BARE_LABEL.finditer(text)), *dots]


def _runs_on(text: str, line: Span, width: int) -> bool:
    """Tell whether a full line ends in the middle of a sentence, whatever the outline makes of it."""
    content = line.of(text).rstrip()
    following = text[line.end + 1 : line.end + 122].split("\n", 1)[0]
    if not following.strip() or "\t" in content + following or GAP.search(content):
        return False
    if content[-1:] in ".:;?!" or _LABEL.match(following) or _OPENS.match(following):
        return False
    if _DETAIL.match(following):
        return False
    word = _WORD.match(following.lstrip())
    return len(content) + 1 + len(word.group() if word else "") > _FULL * width


def _apart(line: str, following: str, width: int) -> bool:
    """Tell whether the next line of a column says something new."""
    if _DETAIL.match(following) or (_FOR.match(line) and not following[:1].islower()):
        return True
    if _GOES_ON.search(line.lower()) or _POSTCODE.match(following):
        return _LABEL.match(following) is not None
    if width < _NARROW:
        return not following[:1].islower()
    word = _WORD.match(following)
    return len(line) + 1 + len(word.group() if word else "") <= width


def _width(text: str) -> int:
    """Return how many characters a full line of the text holds."""
    lengths = sorted(len(line) for line in text.split("\n") if len(line) > 40)  # noqa: PLR2004 - no short lines
    return min(_WIDE, lengths[int(len(lengths) * _TYPICAL)]) if lengths else 80


def _on_purpose(text: str, line: Span, width: int) -> bool:
    """Tell whether a line was ended though the next word had room on it."""
    content = line.of(text).rstrip()
    following = text[line.end + 1 : line.end + 122].split("\n", 1)[0]
    if not content or not following.strip():
        return False
    if _BARE_LABEL.match(following) or _DOTTED.match(following) or _BODY_LINE.match(following):
        return True
    ahead = following.lstrip()
    amid = ahead[:1].islower() and _GOES_ON.search(content.lower())  # 'voor / gegevensbescherming:'
    labelled = _LABEL.match(following) and not amid
    in_column = following.partition(":")[2].startswith("  ")
    if labelled and (in_column or _LABEL.match(content + " ") or len(content) < _ROOM * width):
        return True
    if ahead[:1].islower() or _GOES_ON.search(content.lower()) or _POSTCODE.match(ahead):
        return False
    word = _WORD.match(ahead)
    return len(content) + 1 + len(word.group() if word else "") < _ROOM * width
