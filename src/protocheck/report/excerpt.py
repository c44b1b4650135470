"""A printed line with the words of a finding marked under it; a long line is cut around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from protocheck.record import record
from protocheck.report.escape import visible

_AROUND = 24  # columns kept on either side of the words, where a line is too long
_CUT = "…"
_SHORTEST = 12


@record
class Row:
    """One row on the screen: the number of its line, or '' where that is not known, text and marks."""

    number: str
    text: str
    marks: str = ""


@record
class _Cell:
    """One character as it is shown, how many columns it takes, and whether it is one of the words."""

    shown: str
    width: int
    marked: bool = False


@record
class Excerpt:
    """The printed lines that hold some words, and where those start.

    `first` and `last` are the numbers of the first and of the last line, where they are known.
    """

    lines: Sequence[str]
    quote: str
    column: int
    first: int | None = None
    last: int | None = None


def rows(excerpt: Excerpt, room: int, sign: str = "^") -> list[Row]:
    """Return the rows that show the words, each at most `room` columns wide."""
    room = max(room, _SHORTEST)
    numbers = _numbers(excerpt)
    indent = min((len(line) - len(line.lstrip()) for line in excerpt.lines if line.strip()), default=0)
    marks, left = _marked(excerpt)
    found: list[Row] = []
    for number, line, marked in zip(numbers, excerpt.lines, marks, strict=True):
        cells = [_cell(char, at in marked) for at, char in enumerate(line.rstrip())][indent:]
        pieces = _wrapped(_window(cells, room), room)
        found += [_row("" if at else number, piece, sign) for at, piece in enumerate(pieces)]
    if left and len(excerpt.lines) > 1:
        found.append(Row("", _CUT))  # the words go on below the lines that were kept
    return found


def _numbers(excerpt: Excerpt) -> list[str]:
    """Return the number of each line: only the ends are known when white lines may stand between."""
    count = len(excerpt.lines)
    first, last = excerpt.first, excerpt.last
    if first is None or not count:
        return [""] * count
    if last is not None and last - first == count - 1:
        return [str(first + at) for at in range(count)]
    return [str(first), *[""] * (count - 1)]


def _marked(excerpt: Excerpt) -> tuple[list[frozenset[int]], bool]:
    """Return for each line which of its characters belong to the words, and whether words are left over."""
    left = [char for char in excerpt.quote if not char.isspace()]
    left.reverse()
    found: list[frozenset[int]] = []
    for at, line in enumerate(excerpt.lines):
        hits: list[int] = []
        for place in range(excerpt.column - 1 if at == 0 else 0, len(line)):
            if line[place].isspace():
                continue
            if not left or line[place] != left[-1]:
                break
            left.pop()
            hits.append(place)
        found.append(frozenset(range(hits[0], hits[-1] + 1)) if hits else frozenset())
    if found and not any(found):  # the words are not there as they were printed: at least their start
        found[0] = frozenset({min(max(excerpt.column - 1, 0), max(len(excerpt.lines[0].rstrip()) - 1, 0))})
        return found, False
    return found, bool(left)


def _cell(char: str, marked: bool) -> _Cell:  # noqa: FBT001 - one of three properties, used right here
    shown = visible(char)
    return _Cell(shown, columns(shown), marked)


def columns(text: str) -> int:
    """Return how many columns a text takes on a screen."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _window(cells: Sequence[_Cell], room: int) -> Sequence[_Cell]:
    """Return the part of a line around its marked words, cut between words, when it is too long to show."""
    if sum(cell.width for cell in cells) <= room:
        return cells
    marked = [at for at, cell in enumerate(cells) if cell.marked] or [0]
    spare = max(room - (marked[-1] + 1 - marked[0]) - 4, 2 * min(_AROUND, room // 3))
    after = min(spare - min(spare // 2, marked[0]), len(cells) - marked[-1] - 1)
    start = _word_start(cells, max(marked[0] - (spare - after), 0), marked[0])
    end = _word_end(cells, marked[-1] + 1 + after, marked[-1] + 1)
    head = [_Cell(_CUT, 1), _Cell(" ", 1)] if start else []
    tail = [_Cell(" ", 1), _Cell(_CUT, 1)] if end < len(cells) else []
    return [*head, *cells[start:end], *tail]


def _word_start(cells: Sequence[_Cell], at: int, latest: int) -> int:
    """Return where the first whole word at or after `at` starts, but not beyond `latest`."""
    if at == 0:
        return 0
    blank = next((place for place in range(at - 1, latest) if cells[place].shown == " "), None)
    return latest if blank is None else blank + 1


def _word_end(cells: Sequence[_Cell], at: int, earliest: int) -> int:
    """Return where the last whole word before `at` ends, but not before `earliest`."""
    if at == len(cells):
        return at
    blank = next((place for place in range(at, earliest - 1, -1) if cells[place].shown == " "), None)
    return earliest if blank is None else blank


def _wrapped(cells: Sequence[_Cell], room: int) -> list[Sequence[_Cell]]:
    """Return the cells in rows of at most `room` columns, parted at blanks where there are any."""
    pieces: list[Sequence[_Cell]] = []
    start = 0
    while True:
        width, end = 0, start
        while end < len(cells) and width + cells[end].width <= room:
            width += cells[end].width
            end += 1
        if end == len(cells):
            return [*pieces, cells[start:]]
        blank = next((place for place in range(end, start, -1) if cells[place].shown == " "), None)
        end = max(end, start + 1) if blank is None else blank
        pieces.append(cells[start:end])
        start = end + (blank is not None)


def _row(number: str, cells: Sequence[_Cell], sign: str) -> Row:
    text = "".join(cell.shown for cell in cells).rstrip()
    marks = "".join((sign if cell.marked else " ") * cell.width for cell in cells)
    return Row(number, text, marks[: columns(text)].rstrip())
