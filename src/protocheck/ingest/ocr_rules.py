"""The ruled tables on a scan: long dark runs make rules, rules that cross make cells.

The rules are wiped out before the letters are recognised: tesseract takes them for bars and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from protocheck.ingest.ocr_picture import Picture, darker, paper_shade
from protocheck.ingest.pdf_tables import Cells, Rectangle
from protocheck.ingest.pdf_words import Word
from protocheck.record import record

if TYPE_CHECKING:
    from PIL.Image import Image

_BLOCK = 0.08  # inches: dark all the way, so longer than any stroke of a letter is thick
_RUN = re.compile(rb"\x01{3,}")  # blocks: no upright letter is so high
_FULL = 0.8  # share of a block that is dark
_INK = 0.82  # of the brightness of paper: rules are thin, and come out grey
_THICK = 0.06  # inches: what is thicker is a filled box
_NEAR = 0.03  # inches between rules that are one, or that cross
_GAP = 0.25  # inches that may be worn away from a rule
_LONG_ACROSS = 0.5  # inches: what is shorter is a dash or a blank to fill in
_SAME_LINE = 0.5  # of the size: how far apart two feet may stand on one line
_MOST = 400  # rules on one page: with more it is a drawing
_FULL_TABLE = bytes(1 if shade >= _FULL * 255 else 0 for shade in range(256))


@record
class _Rule:
    """A rule in pixels: where it lies (`at` to `thick`), where it begins and ends along itself."""

    at: float
    thick: float
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.at + self.thick) / 2

    def covers(self, place: float, drift: float) -> bool:
        return self.start - drift <= place <= self.end + drift


@dataclass(slots=True)
class _Net:
    """Rules that hang together."""

    across: list[_Rule]
    down: list[_Rule]


def without_tables(picture: Picture) -> tuple[Picture, tuple[Cells, ...]]:
    """Return the picture with the rules of its tables wiped out, and the tables in points."""
    ink = darker(picture.image, _INK)
    block = max(round(_BLOCK * picture.dpi), 4)
    across = [
        rule
        for rule in _rules(ink, block, picture.dpi)
        if rule.end - rule.start >= _LONG_ACROSS * picture.dpi
    ]
    if len(across) < 2:  # noqa: PLR2004 - the upper and the lower edge of a table
        return picture, ()
    down = _rules(ink, block, picture.dpi, down=True)
    if not 2 <= len(down) <= _MOST or len(across) > _MOST:  # noqa: PLR2004 - its left and right edge
        return picture, ()
    drift = max(_NEAR * picture.dpi, 3)
    nets = [net for net in _nets(across, down, drift) if len(net.across) > 1 and len(net.down) > 1]
    if not nets:
        return picture, ()
    tables = (_cells(net, drift, picture) for net in nets)
    return _wiped(picture, nets), tuple(table for table in tables if table is not None)


_TRANSPOSE: Any = 5  # PIL.Image.Transpose.TRANSPOSE, without loading Pillow for it


def by_cells(words: Sequence[Word], tables: Sequence[Cells]) -> tuple[Word, ...]:
    """Return the words with those of a table together, and within it line by line.

    tesseract reads a table in columns, in rows or mixed; which words share a cell is seen from their place.
    """
    result = list(words)
    for table in tables:
        inside = [word for word in result if _within(table.box, word)]
        if not inside:
            continue
        place = result.index(inside[0])
        marked = set(map(id, inside))
        before = [word for word in result[:place] if id(word) not in marked]
        after = [word for word in result[place:] if id(word) not in marked]
        result = [*before, *_by_lines(inside), *after]
    return tuple(result)


def _within(box: Rectangle, word: Word) -> bool:
    """Tell whether a word stands in a box."""
    x, y = word.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _by_lines(words: Sequence[Word]) -> list[Word]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        if lines and word.base - lines[-1][0].base <= _SAME_LINE * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [word for line in lines for word in sorted(line, key=lambda word: word.x0)]


def _rules(ink: Image, block: int, dpi: float, *, down: bool = False) -> list[_Rule]:
    """Return the level rules, or those that run down: dark runs on rows that touch are one."""
    rules: list[_Rule] = []
    open_: list[_Rule] = []
    for y, start, end in _runs(_dark_blocks(ink, (1, block) if down else (block, 1))):
        rules += [rule for rule in open_ if rule.thick < y - 1]
        open_ = [rule for rule in open_ if rule.thick >= y - 1]
        open_ = _grown(open_, _Rule(y, y + 1, start * block, end * block), block)
    thick = max(_THICK * dpi, 3)
    found = [rule for rule in (*rules, *open_) if rule.thick - rule.at <= thick]
    return _mended(sorted(found, key=lambda rule: (rule.at, rule.start)), dpi)


def _runs(small: Image) -> Iterator[tuple[int, int, int]]:
    """Yield the dark runs: the row, and from which block to which."""
    from PIL import Image as Pillow  # noqa: PLC0415 - heavy

    # With a column of paper no run goes on into the next row, and one search will do for all rows.
    wide = small.width + 1
    apart = Pillow.new("L", (wide, small.height))
    apart.paste(small)
    for hit in _RUN.finditer(apart.tobytes().translate(_FULL_TABLE)):
        y, start = divmod(hit.start(), wide)
        yield y, start, hit.end() - y * wide


def _dark_blocks(ink: Image, size: tuple[int, int]) -> Image:
    """Return how much of each block is dark, its neighbour counted in: a rule may go from row to row."""
    from PIL import ImageChops  # noqa: PLC0415 - heavy

    down = size[0] == 1
    thicker = ImageChops.lighter(ink, ImageChops.offset(ink, int(down), int(not down)))
    small = thicker.reduce(size)
    return small.transpose(_TRANSPOSE) if down else small


def _grown(open_: list[_Rule], run: _Rule, block: int) -> list[_Rule]:
    """Return the rules with a run added to those that it touches."""
    touching = [rule for rule in open_ if rule.start <= run.end + block and run.start <= rule.end + block]
    for rule in touching:
        run = _Rule(
            min(rule.at, run.at),
            max(rule.thick, run.thick),
            min(rule.start, run.start),
            max(rule.end, run.end),
        )
    return [*(rule for rule in open_ if rule not in touching), run]


def _mended(rules: list[_Rule], dpi: float) -> list[_Rule]:
    """Join the pieces of a rule that is worn away here and there."""
    mended: list[_Rule] = []
    for rule in rules:
        for index, other in enumerate(mended):
            level = abs(other.middle - rule.middle) <= _NEAR * dpi
            if level and rule.start <= other.end + _GAP * dpi and other.start <= rule.end + _GAP * dpi:
                mended[index] = _Rule(
                    min(other.at, rule.at),
                    max(other.thick, rule.thick),
                    min(other.start, rule.start),
                    max(other.end, rule.end),
                )
                break
        else:
            mended.append(rule)
    return mended


def _nets(across: Sequence[_Rule], down: Sequence[_Rule], drift: float) -> Iterator[_Net]:
    """Group the rules that cross or meet."""
    left = list(down)
    waiting = list(across)
    while waiting:
        net = _Net([waiting.pop(0)], [])
        size = 0
        while size < len(net.across) + len(net.down):
            size = len(net.across) + len(net.down)
            joined = [rule for rule in left if any(_meet(other, rule, drift) for other in net.across)]
            left = [rule for rule in left if rule not in joined]
            net.down += joined
            more = [rule for rule in waiting if any(_meet(rule, other, drift) for other in net.down)]
            waiting = [rule for rule in waiting if rule not in more]
            net.across += more
        yield net


def _meet(across: _Rule, down: _Rule, drift: float) -> bool:
    return across.covers(down.middle, 3 * drift) and down.covers(across.middle, 3 * drift)


def _cells(net: _Net, drift: float, picture: Picture) -> Cells | None:
    """Return the cells: a missing piece of a rule makes one cell of two."""
    ys, xs = _places(net.across, drift), _places(net.down, drift)
    if len(ys) < 2 or len(xs) < 2:  # noqa: PLR2004 - edges of one row, of one column
        return None
    rows: list[list[Rectangle | None]] = []
    for top, bottom in pairwise(ys):
        row: list[Rectangle | None] = [None] * (len(xs) - 1)
        begin = 0
        for column in range(1, len(xs)):
            if column < len(xs) - 1 and not _drawn(net.down, xs[column], (top + bottom) / 2, drift):
                continue
            box = (xs[begin], top, xs[column], bottom)
            if not (rows and _grow_above(rows, begin, box, net, drift)):
                row[begin] = box
            begin = column
        rows.append(row)
    points = tuple(tuple(_points(cell, picture) if cell else None for cell in row) for row in rows)
    return Cells(points, _points((xs[0], ys[0], xs[-1], ys[-1]), picture))


def _grow_above(
    rows: list[list[Rectangle | None]], column: int, box: Rectangle, net: _Net, drift: float
) -> bool:
    """Let the cell above go on into this one, when no rule parts them."""
    if _drawn(net.across, box[1], (box[0] + box[2]) / 2, drift):
        return False
    for row in reversed(rows):
        above = row[column]
        if above is not None:
            same = above[0] == box[0] and above[2] == box[2] and above[3] == box[1]
            row[column] = (above[0], above[1], above[2], box[3]) if same else above
            return same
    return False


def _drawn(rules: Sequence[_Rule], at: float, place: float, drift: float) -> bool:
    return any(abs(rule.middle - at) <= drift and rule.covers(place, drift) for rule in rules)


def _places(rules: Sequence[_Rule], drift: float) -> list[float]:
    places: list[float] = []
    for middle in sorted(rule.middle for rule in rules):
        if not places or middle - places[-1] > drift:
            places.append(middle)
    return places


def _points(box: Rectangle, picture: Picture) -> Rectangle:
    scale = 72 / picture.dpi
    left, top, right, bottom = box
    return (
        (left - picture.left) * scale,
        (top - picture.top) * scale,
        (right - picture.left) * scale,
        (bottom - picture.top) * scale,
    )


def _wiped(picture: Picture, nets: Sequence[_Net]) -> Picture:
    image = picture.image.copy()
    reach = _BLOCK * picture.dpi  # a rule may begin and end in the middle of a block
    paper = paper_shade(image)
    for net in nets:
        for rule in net.across:
            image.paste(paper, _pixels(rule.start - reach, rule.at - 1, rule.end + reach, rule.thick + 1))
        for rule in net.down:
            image.paste(paper, _pixels(rule.at - 1, rule.start - reach, rule.thick + 1, rule.end + reach))
    return replace(picture, image=image)


def _pixels(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    return max(int(left), 0), max(int(top), 0), max(int(right), 0), max(int(bottom), 0)
