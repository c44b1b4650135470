"""Paragraphs, list entries, tables and footnotes within one part of a document.

What stands beside the text (running heads, page numbers, footnotes) never ends the paragraph it
interrupts. The paragraph's span covers both halves and the interruption, which becomes its child;
its `sentences` leave the interruption out, so a sentence that was cut in two is given as two spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment, SegmentKind
from protocheck.segment import landmarks, tables
from protocheck.segment.lines import dangles, has_room
from protocheck.segment.marks import Bullet, as_numeral, bullet, soft_bullet
from protocheck.segment.refs import Place
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.sentences import split

_NOTE: Final = re.compile(r"(?:(?P<a>[¹²³⁰⁴-⁹]{1,3})|\[\^?(?P<b>\d{1,3})\]:?|\^(?P<c>\d{1,3}))\s{0,4}(?=\S)")
_ROLE_NOTE: Final = re.compile(r"\(?(?P<a>[¹²³⁰⁴-⁹]{1,3}|\d{1,3})[).]?\s{0,4}(?=[^\d\s])")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ANNOUNCES: Final = re.compile(
    r"\b(?:volgende|hierna|onderstaand\w{0,2}|hieronder|als volgt)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"§\s{0,3}(?P<number>\d{1,2}(?:bis|ter)?)[.:]?\s{0,6}(?=\S)")
_LABELLED: Final = re.compile(r"[A-Z][\w ()'’-]{2,38}?\S(?:\s{3,40}|\t)\S")
_LONG_LINE: Final = 60


@dataclass(slots=True)
class _Block:
    """A paragraph, entry or note while it is being put together."""

    kind: SegmentKind
    start: int
    end: int
    number: str = ""
    style: str = ""
    value: int = 0
    indent: int = 0
    stretches: list[Span] = field(default_factory=list)
    inside: list[Segment] = field(default_factory=list)
    ready: Segment | None = None

    def add(self, row: Row) -> None:
        """Take in one more row; a new stretch starts after an interruption."""
        if self.stretches and not self.inside_after():
            self.stretches[-1] = Span(self.stretches[-1].start, row.span.end)
        else:
            self.stretches.append(row.span)
        self.end = row.span.end

    def inside_after(self) -> bool:
        """Tell whether an interruption stands after the last stretch."""
        return bool(self.inside) and self.inside[-1].span.start >= self.stretches[-1].end


def build(sheet: Sheet, rows: Sequence[Row], place: Place) -> tuple[Segment, ...]:
    """Return the parts below one article, recital or block, each with the reference `place`."""
    builder = _Builder(sheet, place)
    at = 0
    while at < len(rows):
        at = builder.take(rows, at)
    builder.flush()
    return tuple(_nested(builder.blocks, sheet, place))


def own_spans(segment: Segment) -> tuple[Span, ...]:
    """Return the stretches of a part without the running heads, stamps and notes inside it."""
    found: list[Span] = []
    at = segment.span.start
    for child in segment.children:
        if child.kind in {"furniture", "stamp", "footnote"}:
            found.append(Span(at, max(at, child.span.start)))
            at = child.span.end
    found.append(Span(at, max(at, segment.span.end)))
    return tuple(span for span in found if len(span))


class _Builder:
    def __init__(self, sheet: Sheet, place: Place) -> None:
        self.sheet, self.place = sheet, place
        self.blocks: list[_Block] = []
        self.current: _Block | None = None
        self.last: Row | None = None
        self.pending: list[Segment] = []

    def take(self, rows: Sequence[Row], at: int) -> int:
        """Take the row at `at` and those that belong with it; return the index of the next."""
        row = rows[at]
        if row.table >= 0:
            return self._table(rows, at)
        if row.role in {"furniture", "stamp"}:
            kind: SegmentKind = "furniture" if row.role == "furniture" else "stamp"
            self.pending.append(Segment(kind, self.place.ref, self.place.label, row.span))
            return at + 1
        note = _note(row)
        if note is not None or row.role == "footnote":
            return self._footnote(rows, at, note)
        self._text(row)
        return at + 1

    def flush(self) -> None:
        """Close the paragraph at hand; what interrupted it last stands after it."""
        if self.current is not None:
            self.blocks.append(self.current)
        self.blocks += [_Block(s.kind, s.span.start, s.span.end, ready=s) for s in self.pending]
        self.current, self.pending, self.last = None, [], None

    def _table(self, rows: Sequence[Row], at: int) -> int:
        self.flush()
        end = at
        while end < len(rows) and (
            rows[end].table == rows[at].table or self._inside_table(rows, end, rows[at].table)
        ):
            end += 1
        made = tables.ruled(self.sheet, rows[at:end], self.place, self._lead())
        self.blocks.append(_Block("table", made.span.start, made.span.end, ready=made))
        return end

    def _inside_table(self, rows: Sequence[Row], at: int, table: int) -> bool:
        """Tell whether a line beside the text stands between two lines of the same table."""
        if not rows[at].aside:
            return False
        following = next((row for row in rows[at:] if not row.aside), None)
        return following is not None and following.table == table

    def _lead(self) -> Span | None:
        return _introduction(self.blocks, self.sheet)

    def _footnote(self, rows: Sequence[Row], at: int, note: re.Match[str] | None) -> int:
        """Take a footnote with its further lines."""
        end = at + 1
        while end < len(rows) and self._same_note(rows[at], rows[end - 1], rows[end]):
            end += 1
        span = Span(rows[at].span.start, rows[end - 1].span.end)
        begin = rows[at].span.start + (note.end() if note else 0)
        number = next((g for g in note.groups() if g), "").translate(_SUPERSCRIPTS) if note else ""
        sentences = split(self.sheet.view, Span(min(begin, span.end), span.end))
        self.pending.append(
            Segment("footnote", self.place.ref, self.place.label, span, number=number, sentences=sentences)
        )
        return end

    def _same_note(self, first: Row, above: Row, row: Row) -> bool:
        if _note(row) is not None or row.role != first.role:
            return False
        if first.role == "footnote":
            return not row.blanks or row.text[0].islower()
        return (
            row.blanks == 0
            and (not above.ended or row.text[0].islower())
            and len(above.text) > 0.6 * self.sheet.width
        )

    def _text(self, row: Row) -> None:
        sign = self._bullet(row)
        clause = _CLAUSE.match(row.text)
        if clause is not None and (self.last is None or self.last.ended or row.blanks):
            self._open("paragraph", row, f"§ {clause['number']}", clause.end())
        elif sign is not None:
            self._open("item", row, sign.number, sign.rest, sign)
        elif self.current is not None and self.last is not None and self._continues(self.last, row):
            self.current.inside += self.pending
            self.pending = []
            self.current.add(row)
        else:
            self._open("item" if self._bare_item(row) else "paragraph", row, "", 0)
        self.last = row

    def _bullet(self, row: Row) -> Bullet | None:
        sign = bullet(row.text, soft=soft_bullet(row.text) and self._soft(row))
        if sign is None or not sign.number:
            return sign if sign is not None and self._may_start(row) else None
        if sign.number in {"i", "v", "x"}:
            before = self._latest(sign.style)
            if before is None or before.value + 1 != sign.value:
                sign = as_numeral(sign)
        previous = self._latest(sign.style)
        expected = sign.value == 1 or (previous is not None and 0 <= sign.value - previous.value <= 2)
        lettered = sign.style in {"a)", "a.", "(a)"} and previous is not None
        return sign if (expected or lettered) and self._may_start(row) else None

    def _latest(self, style: str) -> _Block | None:
        return next((block for block in reversed(self._all()) if block.style == style), None)

    def _soft(self, row: Row) -> bool:
        """Tell whether this 'e' stands where a list is: after ':' or another such line."""
        if self.current is None or self.last is None:
            return bool(self.blocks) and self.blocks[-1].style == row.text[0]
        return self.last.ended or self.current.style == row.text[0] or row.blanks > 0

    def _all(self) -> list[_Block]:
        return [*self.blocks, self.current] if self.current is not None else self.blocks

    def _may_start(self, row: Row) -> bool:
        """Tell whether an entry can start here: not in the middle of a sentence."""
        if self.last is None or row.blanks or self.last.ended or row.paragraph != self.last.paragraph:
            return True
        if self.current is not None and self.current.kind == "item":
            return True
        word = row.text.split(maxsplit=1)[0]
        return len(self.last.text) + len(word) + 1 < 0.8 * self.sheet.width or row.text[0] in "•▪●"

    def _open(self, kind: SegmentKind, row: Row, number: str, rest: int, sign: Bullet | None = None) -> None:
        self.flush()
        block = _Block(kind, row.span.start, row.span.end, number, indent=row.indent)
        if sign is not None:
            block.style, block.value = sign.style, sign.value
        block.add(row.after(rest) if rest else row)
        self.current = block

    def _bare_item(self, row: Row) -> bool:
        """Tell whether a paragraph in lower case after ':' is an entry without a sign."""
        texts = self._all()
        if not row.text[0].islower() or not texts:
            return False
        previous = texts[-1]
        if previous.kind == "item" and not previous.style:
            return True
        return previous.kind == "paragraph" and self.sheet.view.startswith(":", previous.end - 1)

    def _continues(self, above: Row, row: Row) -> bool:
        """Tell whether `row` goes on with the paragraph that `above` belongs to."""
        lower = row.text[0].islower()
        if row.paragraph:
            return row.paragraph == above.paragraph or (bool(self.pending) and lower and not above.ended)
        if _LABELLED.match(row.text):
            return False
        if row.blanks or self.pending:
            full = len(above.text) >= 0.8 * self.sheet.width
            turned = row.fresh or row.blanks > 1 or bool(self.pending) or full
            cut = (
                lower
                and turned
                and not above.ended
                and len(above.text) >= min(_LONG_LINE, 0.6 * self.sheet.width)
            )
            dangling = dangles(above.text) and not above.ended
            return (cut or (dangling and (lower or row.fresh))) and not above.text.endswith(":")
        if above.bold != row.bold and len(above.text) < _LONG_LINE and not dangles(above.text):
            return False
        return self._wrapped(above, row)

    def _wrapped(self, above: Row, row: Row) -> bool:
        """Tell a line broken for want of room from one broken on purpose."""
        word = row.text.split(maxsplit=1)[0]
        room = len(above.text) + 1 + len(word) < 0.8 * self.sheet.width
        if above.text.endswith(":"):
            return not room and not row.text[0].islower()
        if row.text[0].islower():
            return not (above.ended and room) or above.text.endswith((".", "…")) is False
        return not room or dangles(above.text)


def is_note(row: Row) -> bool:
    """Tell whether a line is, or begins, a footnote."""
    return row.role == "footnote" or _note(row) is not None


def _note(row: Row) -> re.Match[str] | None:
    """Read the number of a footnote at the start of a line."""
    if row.role == "footnote":
        return _ROLE_NOTE.match(row.text) or _NOTE.match(row.text)
    return _NOTE.match(row.text)


def _introduction(blocks: Sequence[_Block], sheet: Sheet) -> Span | None:
    """Return the sentence that introduces a list or table which starts after `blocks`.

    That is the last sentence above it when it reads as an introduction, else that of the paragraph
    before when it ends in a colon ('Volgende maatregelen worden getroffen:', text, then entries).
    """
    for back, block in enumerate(reversed(blocks[-2:])):
        if block.ready is not None or not block.stretches:
            return None
        sentences = split(sheet.view, block.stretches[-1])
        if sentences and _introduces(sentences[-1].of(sheet.view), nearest=back == 0):
            return sentences[-1]
    return None


def _introduces(words: str, *, nearest: bool) -> bool:
    if words.endswith(":"):
        return True
    announced = _ANNOUNCES.search(words)
    open_end = announced is not None and ":" not in words[announced.start() :]
    return nearest and (open_end or dangles(words))


def _nested(blocks: Sequence[_Block], sheet: Sheet, place: Place) -> list[Segment]:
    """Turn blocks into segments, entries below the entries they belong to."""
    found: list[Segment] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.ready is not None:
            found.append(block.ready)
            at += 1
        elif block.kind != "item":
            found.append(_leaf(block, sheet, place, None))
            at += 1
        else:
            end = _list_end(blocks, at)
            found += _list(blocks[at:end], sheet, place, _introduction(blocks[:at], sheet))
            at = end
    return found


def _list_end(blocks: Sequence[_Block], at: int) -> int:
    end = at + 1
    last = end
    while (
        end < len(blocks)
        and (blocks[end].kind == "item" or blocks[end].ready is not None)
        and blocks[end].kind != "table"
    ):
        end += 1
        if blocks[end - 1].kind == "item":
            last = end
    return last


def _list(blocks: Sequence[_Block], sheet: Sheet, place: Place, lead: Span | None) -> list[Segment]:
    """Nest a run of entries by their signs and indents."""
    found: list[Segment] = []
    at = 0
    while at < len(blocks):
        head = blocks[at]
        if head.ready is not None:
            found.append(head.ready)
            at += 1
            continue
        end = at + 1
        while end < len(blocks) and _below(head, blocks[end], blocks[at + 1 : end + 1], sheet):
            end += 1
        while end > at + 1 and blocks[end - 1].ready is not None:
            end -= 1
        item = _leaf(head, sheet, place, lead)
        found.append(_with_entries(item, head, blocks[at + 1 : end], sheet, place) if end > at + 1 else item)
        at = end
    return found


def _below(head: _Block, block: _Block, between: Sequence[_Block], sheet: Sheet) -> bool:
    """Tell whether `block` is an entry below `head` rather than its sibling."""
    if block.ready is not None:
        return True
    if block.style == head.style:
        return block.indent > head.indent + 1 and head.indent == 0 and len(head.style) == 1
    first = next((b for b in between if b.ready is None), block)
    if first is not block:
        return True
    announced = sheet.view.startswith(":", head.end - 1)
    numbered = head.number != "" or block.number != ""
    return (
        announced or block.indent > head.indent + 1 or (numbered and block.value <= 1 and block.style != "")
    )


def _with_entries(
    item: Segment, head: _Block, blocks: Sequence[_Block], sheet: Sheet, place: Place
) -> Segment:
    """Return `item` with its own text as a first child and the entries below it after that."""
    own = replace(item, kind="paragraph", number="", lead=None)
    lead = item.sentences[-1] if item.sentences else None
    below = _list(blocks, sheet, place, lead)
    span = Span(item.span.start, max(head.end, below[-1].span.end))
    return replace(item, span=span, children=(own, *below), sentences=())


def _leaf(block: _Block, sheet: Sheet, place: Place, lead: Span | None) -> Segment:
    sentences = tuple(s for stretch in block.stretches for s in split(sheet.view, stretch))
    label = f"{place.label}, {block.number}" if block.number.startswith("§") else place.label
    return Segment(
        block.kind,
        place.ref,
        label,
        Span(block.start, block.end),
        number=block.number,
        children=tuple(block.inside),
        sentences=sentences,
        lead=lead,
    )


def stamps(rows: Sequence[Row]) -> list[Row]:
    """Mark the lines of a signature block that a stamp printed."""
    return [
        replace(row, role="stamp") if row.role == "body" and landmarks.is_stamp(row.text) else row
        for row in rows
    ]
