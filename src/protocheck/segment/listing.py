"""Blocks of text become segments: entries below the entries they belong to, with what introduces them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from protocheck.model.geometry import Span
from protocheck.model.structure import Segment, SegmentKind
from protocheck.regex import lazy
from protocheck.segment.lines import dangles
from protocheck.segment.refs import Place
from protocheck.segment.rows import Row, Sheet
from protocheck.segment.sentences import split

_ANNOUNCES: Final = lazy(r"\b(?:volgende|hierna|onderstaand\w{0,2}|hieronder|als volgt)\b", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """A paragraph or list entry while it is being put together, or a part that is ready.

    Attributes:
        kind: paragraph or item; that of `ready` when there is one.
        start: of its first character, the sign of an entry included.
        end: after its last character.
        number: of the entry, as printed.
        style: groups the entries of one list; empty for an entry without a sign.
        value: place of the number in its order.
        indent: blanks before its first line.
        stretches: its own text; more than one when a note interrupts it.
        gaps: page numbers and running heads inside a stretch, with the blanks around them.
        inside: what interrupts it.
        ready: a table, note or piece of furniture that stands by itself.
    """

    kind: SegmentKind
    start: int
    end: int
    number: str = ""
    style: str = ""
    value: int = 0
    indent: int = 0
    stretches: list[Span] = field(default_factory=list)
    gaps: list[Span] = field(default_factory=list)
    inside: list[Segment] = field(default_factory=list)
    ready: Segment | None = None

    @classmethod
    def of(cls, part: Segment) -> Block:
        """Return a part that is ready as a block."""
        return cls(part.kind, part.span.start, part.span.end, ready=part)

    def add(self, row: Row, between: Sequence[Segment] = ()) -> None:
        """Take in one more line; a note before it starts a new stretch, a running head does not."""
        self.inside += between
        if self.stretches and all(part.kind == "furniture" for part in between):
            if between:
                self.gaps.append(Span(self.end, row.span.start))
            self.stretches[-1] = Span(self.stretches[-1].start, row.span.end)
        else:
            self.stretches.append(row.span)
        self.end = row.span.end


def introduction(sheet: Sheet, blocks: Sequence[Block], at: int) -> Span | None:
    """Return the sentence that introduces a list or table which starts at `blocks[at]`.

    That is the last sentence above it when it reads as an introduction, else that of the paragraph
    before when it ends in a colon ('Volgende maatregelen worden getroffen:', text, then entries).
    """
    for back in (1, 2):
        if at < back or not blocks[at - back].stretches:
            return None
        above = blocks[at - back]
        sentences = _sentences(sheet, above, above.stretches[-1])
        if sentences and _introduces(sentences[-1].of(sheet.view), nearest=back == 1):
            return sentences[-1]
    return None


def _sentences(sheet: Sheet, block: Block, stretch: Span) -> tuple[Span, ...]:
    """Return the sentences of a stretch; one that a page break cuts runs over what stands there."""
    inside = [gap for gap in block.gaps if gap in stretch]
    if not inside:
        return split(sheet.view, stretch)
    pieces: list[str] = []
    at = stretch.start
    for gap in inside:
        pieces += [sheet.view[at : gap.start], " " * len(gap)]
        at = gap.end
    pieces.append(sheet.view[at : stretch.end])
    found = split("".join(pieces), Span(0, len(stretch)))
    return tuple(sentence.shift(stretch.start) for sentence in found)


def _introduces(words: str, *, nearest: bool) -> bool:
    if words.endswith(":"):
        return True
    announced = _ANNOUNCES.search(words)
    open_end = announced is not None and ":" not in words[announced.start() :]
    return nearest and (open_end or dangles(words))


def nested(sheet: Sheet, blocks: Sequence[Block], place: Place) -> list[Segment]:
    """Turn blocks into segments, entries below the entries they belong to."""
    found: list[Segment] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = _list_end(blocks, at) if block.kind == "item" else at + 1
        if block.ready is not None:
            found.append(block.ready)
        elif block.kind == "item":
            found += _list(sheet, blocks[at:end], place, introduction(sheet, blocks, at))
        else:
            found.append(_leaf(sheet, block, place, None))
        at = end
    return found


def _list_end(blocks: Sequence[Block], at: int) -> int:
    """Return the index after the last entry of a list; notes and furniture may stand in between."""
    last = end = at + 1
    while end < len(blocks) and blocks[end].kind not in {"paragraph", "table"}:
        end += 1
        if blocks[end - 1].kind == "item":
            last = end
    return last


def _list(sheet: Sheet, blocks: Sequence[Block], place: Place, lead: Span | None) -> list[Segment]:
    """Nest a run of entries by their signs and indents."""
    found: list[Segment] = []
    at = 0
    while at < len(blocks):
        head = blocks[at]
        end = at + 1
        if head.ready is not None:
            found.append(head.ready)
        else:
            end = _end_below(sheet, blocks, at)
            entry = _leaf(sheet, head, place, lead)
            below = blocks[at + 1 : end]
            found.append(_with_entries(sheet, entry, below, place) if below else entry)
        at = end
    return found


def _end_below(sheet: Sheet, blocks: Sequence[Block], at: int) -> int:
    """Return the index after the entries that stand below the entry at `at`."""
    head = blocks[at]
    opened = False
    last = end = at + 1
    while end < len(blocks):
        block = blocks[end]
        if block.ready is None:
            if not (
                _deeper(head, block) if block.style == head.style else opened or _opens(sheet, head, block)
            ):
                break
            opened = True
            last = end + 1
        end += 1
    return last


def _deeper(head: Block, block: Block) -> bool:
    """Tell whether the same plain bullet, further to the right, is an entry below."""
    return not head.number and head.style != "" and block.indent > head.indent + 1


def _opens(sheet: Sheet, head: Block, block: Block) -> bool:
    """Tell whether another sign than that of `head` begins entries below it."""
    announced = sheet.view.startswith(":", head.end - 1)
    numbered = (head.number != "" or block.number != "") and block.value <= 1 and block.style != ""
    return announced or numbered or block.indent > head.indent + 1


def _with_entries(sheet: Sheet, entry: Segment, blocks: Sequence[Block], place: Place) -> Segment:
    """Return `entry` with its own text as a first child and the entries below it after that."""
    own = replace(entry, kind="paragraph", number="", lead=None)
    lead = entry.sentences[-1] if entry.sentences else None
    below = _list(sheet, blocks, place, lead)
    span = Span(entry.span.start, below[-1].span.end)
    return replace(entry, span=span, children=(own, *below), sentences=())


def _leaf(sheet: Sheet, block: Block, place: Place, lead: Span | None) -> Segment:
    """Return a paragraph or entry; a clause '§ 2' is named in its label."""
    sentences = tuple(s for stretch in block.stretches for s in _sentences(sheet, block, stretch))
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
