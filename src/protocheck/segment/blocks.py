"""Paragraphs, list entries, tables and footnotes within one part of a document.

What stands beside the text (running heads, page numbers, footnotes) never ends the paragraph it
interrupts. The paragraph's span covers both halves and the interruption, which becomes its child.
A sentence that a page break cuts is one span over the running head; around a footnote it is two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from protocheck.model.structure import Segment, SegmentKind
from protocheck.regex import lazy
from protocheck.segment import landmarks, tables
from protocheck.segment.lines import dangles, has_room
from protocheck.segment.listing import Block, introduction, nested
from protocheck.segment.marks import Bullet, as_numeral, bullet, soft_bullet
from protocheck.segment.notes import is_note, read_note
from protocheck.segment.refs import Place
from protocheck.segment.rows import Row, Sheet

_CLAUSE: Final = lazy(r"§\s{0,3}(?P<number>\d{1,2}(?:bis|ter)?)[.:]?\s{0,6}(?=\S)")
_LABELLED: Final = lazy(r"[A-Z][\w ()'’-]{2,38}?\S(?:\s{3,40}|\t)\S")
_LETTERED: Final = {"a)", "a.", "(a)"}
_PROSE: Final = lazy(r"[^\W\d_]{3}[.!?] [A-Z][a-z]{0,20} ")  # one ends on the line and another begins
_ENDS: Final = (".", "!", "?", "…", ";")
_ROOM: Final = 0.8
_HALF_LINE: Final = 0.6
_LONG_LINE: Final = 60
_SHORT_LINE: Final = 20
_FARTHEST_STEP: Final = 2


def build(sheet: Sheet, rows: Sequence[Row], place: Place) -> tuple[Segment, ...]:
    """Return the parts below one article, recital or block, each with the reference `place`."""
    builder = _Builder(sheet, place)
    at = 0
    while at < len(rows):
        at = builder.take(rows, at)
    builder.flush()
    return tuple(nested(sheet, builder.blocks, place))


def with_stamps(rows: Sequence[Row]) -> list[Row]:
    """Mark the lines of a signature block that a stamp printed."""
    stamped = [row.role == "body" and landmarks.is_stamp(row.text) for row in rows]
    # 'Getekend door: A B, voorzitter' alone among other lines was written by the parties.
    stamped = [
        stamp
        and not (
            landmarks.may_be_written(row.text)
            and not any(stamped[max(at - 2, 0) : at] + stamped[at + 1 : at + 3])
        )
        for at, (row, stamp) in enumerate(zip(rows, stamped, strict=True))
    ]
    return [replace(row, role="stamp") if stamp else row for row, stamp in zip(rows, stamped, strict=True)]


class _Builder:
    """Takes rows one after the other and keeps the paragraph at hand open."""

    def __init__(self, sheet: Sheet, place: Place) -> None:
        self.sheet, self.place = sheet, place
        self.blocks: list[Block] = []
        self.current: Block | None = None
        self.last: Row | None = None
        self.pending: list[Segment] = []
        self.latest: dict[str, Block] = {}

    def take(self, rows: Sequence[Row], at: int) -> int:
        """Take the row at `at` and those that belong with it; return the index of the next."""
        row = rows[at]
        if row.table >= 0:
            return self._table(rows, at)
        if is_note(row):
            note, end = read_note(self.sheet, rows, at, self.place)
            self.pending.append(note)
            return end
        if row.aside:
            kind: SegmentKind = "stamp" if row.role == "stamp" else "furniture"
            self.pending.append(Segment(kind, self.place.ref, self.place.label, row.span))
        else:
            self._text(row)
        return at + 1

    def flush(self) -> None:
        """Close the paragraph at hand; what interrupted it last stands after it."""
        if self.current is not None:
            self.blocks.append(self.current)
        self.blocks += map(Block.of, self.pending)
        self.current, self.pending, self.last = None, [], None

    def _table(self, rows: Sequence[Row], at: int) -> int:
        self.flush()
        end = at + 1
        for index in range(at + 1, len(rows)):
            if rows[index].table == rows[at].table:
                end = index + 1
            elif not rows[index].aside:
                break
        lead = introduction(self.sheet, self.blocks, len(self.blocks))
        self.blocks.append(Block.of(tables.read_table(self.sheet, rows[at:end], self.place, lead)))
        return end

    def _text(self, row: Row) -> None:
        """Open a clause, an entry or a paragraph with this row, or go on with the one at hand."""
        sign = self._bullet(row)
        clause = _CLAUSE.match(row.text)
        if clause is not None and (self.last is None or self.last.ended or row.blanks):
            self._open("paragraph", row, f"§ {clause['number']}", clause.end())
        elif sign is not None:
            self._open("item", row, sign.number, sign.rest, sign)
        elif self.current is not None and self.last is not None and self._continues(self.last, row):
            self.current.add(row, self.pending)
            self.pending = []
        else:
            self._open("item" if self._is_bare_entry(row) else "paragraph", row, "", 0)
        self.last = row

    def _open(self, kind: SegmentKind, row: Row, number: str, rest: int, sign: Bullet | None = None) -> None:
        self.flush()
        block = Block(kind, row.span.start, row.span.end, number, indent=row.indent)
        if sign is not None:
            block.style, block.value = sign.style, sign.value
            self.latest[sign.style] = block
        block.add(row.after(rest) if rest else row)
        self.current = block

    def _bullet(self, row: Row) -> Bullet | None:
        """Read the sign of an entry, when an entry with that number can stand here."""
        sign = bullet(row.text, soft=soft_bullet(row.text) and self._soft(row))
        if sign is None or not self._may_start(row):
            return None
        if not sign.number:
            return sign
        if sign.number in {"i", "v", "x"}:
            before = self.latest.get(sign.style)
            sign = sign if before and before.value + 1 == sign.value else as_numeral(sign)
        previous = self.latest.get(sign.style)
        if previous is None:
            return sign if sign.value == 1 else None
        expected = sign.value == 1 or 0 <= sign.value - previous.value <= _FARTHEST_STEP
        return sign if expected or sign.style in _LETTERED else None

    def _soft(self, row: Row) -> bool:
        """Tell whether this 'e' stands where a list is: after ':' or another such line."""
        if self.current is None or self.last is None:
            return bool(self.blocks) and self.blocks[-1].style == row.text[0]
        return self.last.ended or self.current.style == row.text[0] or row.blanks > 0

    def _may_start(self, row: Row) -> bool:
        """Tell whether an entry can start here: not in the middle of a sentence."""
        if self.last is None or row.blanks or self.last.ended or row.paragraph != self.last.paragraph:
            return True
        in_list = self.current is not None and self.current.kind == "item"
        return in_list or row.text[0] in "•▪●" or has_room(self.sheet, self.last, row, _ROOM)

    def _is_bare_entry(self, row: Row) -> bool:
        """Tell whether a paragraph in lower case after ':' is an entry without a sign."""
        above = self.current or (self.blocks[-1] if self.blocks else None)
        if above is None or not row.text[0].islower() or self.place.ref.endswith("preamble"):
            return False
        if above.kind == "item" and not above.style:
            return True
        return above.kind == "paragraph" and self.sheet.view.startswith(":", above.end - 1)

    def _continues(self, above: Row, row: Row) -> bool:
        """Tell whether `row` goes on with the paragraph that `above` belongs to."""
        if row.paragraph:
            broken = bool(self.pending) and row.text[0].islower() and not above.ended
            return row.paragraph == above.paragraph or broken
        if _LABELLED.match(row.text):
            return False
        if row.blanks or self.pending:
            return not above.ended and self._goes_on_after_gap(above, row)
        if above.bold != row.bold and len(above.text) < _LONG_LINE and not dangles(above.text):
            return False
        return self._is_wrapped(above, row)

    def _goes_on_after_gap(self, above: Row, row: Row) -> bool:
        """Tell whether a sentence goes on after a blank line, a page break or a note."""
        lower = row.text[0].islower()
        full = len(above.text) >= _ROOM * self.sheet.width
        turned = row.fresh or any(part.kind == "furniture" for part in self.pending)
        if turned and (full or above.text.endswith(",")):
            return True
        apart = row.blanks == 1 and not self.pending
        if dangles(above.text) and not (
            apart and (above.text.endswith(",") or len(above.text) < _SHORT_LINE)
        ):
            return lower or turned
        long = len(above.text) >= min(_LONG_LINE, _HALF_LINE * self.sheet.width)
        return lower and long and (full or not apart) and not above.text.endswith(",")

    def _is_wrapped(self, above: Row, row: Row) -> bool:
        """Tell a line broken for want of room from one broken on purpose."""
        room = has_room(self.sheet, above, row, _ROOM)
        if self.place.ref.endswith("signature"):
            return not room and not above.ended
        lower = row.text[0].islower()
        if above.text.endswith(":") and not dangles(above.text):
            # An entry with a sign holds no bare entries: its full line just happens to end at the colon.
            signed = self.current is not None and self.current.kind == "item" and self.current.style != ""
            return not room and (signed or not lower or _PROSE.search(row.text) is not None)
        if not lower:
            return not room or dangles(above.text)
        bare = self.current is not None and self.current.kind == "item" and not self.current.style
        return not (room and (bare or above.text.endswith(_ENDS)))
