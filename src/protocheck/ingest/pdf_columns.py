"""Signatures set side by side: read column by column, while a row of labels stays a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protocheck.ingest.pdf_layout import Flow, Segment, Strip
from protocheck.regex import lazy

_FOR = lazy(r"(?:voor|namens)\s", re.IGNORECASE)
_FAR = 160.0  # points between two lines of one block: room for a signature
_FEWEST_LINES = 6  # of running text in columns
_FULL, _MOST = 0.75, 0.6  # of the widest line a full one reaches; share of the lines that do, or go on
_NEAR = 2.2  # of the size: how close a line of the first column must follow to belong to it


@dataclass(slots=True)
class _Block:
    """Lines that fall apart at the same places; per gap, where columns end and begin."""

    strips: list[Strip] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    begins: list[float] = field(default_factory=list)

    def takes(self, strip: Strip) -> bool:
        """Tell whether the line fits the columns, and widen them for it."""
        if self.strips and not 0 <= strip.top - self.strips[-1].top <= _FAR:
            return False
        if len(strip.segments) > 1:
            return self._takes_row(strip)
        return bool(self.strips) and self._column(strip.segments[0]) is not None

    def _takes_row(self, strip: Strip) -> bool:
        ends = [segment.x1 for segment in strip.segments[:-1]]
        begins = [segment.x0 for segment in strip.segments[1:]]
        if self.strips:
            if len(ends) != len(self.ends):
                return False
            ends = [max(pair) for pair in zip(ends, self.ends, strict=True)]
            begins = [min(pair) for pair in zip(begins, self.begins, strict=True)]
        if any(end >= begin for end, begin in zip(ends, begins, strict=True)):
            return False
        self.ends, self.begins = ends, begins
        return True

    def _column(self, segment: Segment) -> int | None:
        """Return the column in which a lone segment stands, None when it crosses a gap."""
        for number, begin in enumerate(self.begins):
            if segment.x1 < begin:
                return number if number == 0 or segment.x0 > self.ends[number - 1] else None
        return len(self.begins) if segment.x0 > self.ends[-1] else None

    def columns(self) -> list[list[Segment]]:
        """Return the segments of each column, from top to bottom."""
        columns: list[list[Segment]] = [[] for _ in range(len(self.ends) + 1)]
        for strip in self.strips:
            if len(strip.segments) > 1:
                for number, segment in enumerate(strip.segments):
                    columns[number].append(segment)
            else:
                columns[self._column(strip.segments[0]) or 0].append(strip.segments[0])
        return columns

    def trim(self) -> list[Strip]:
        """Give back the lines at the end that go on under the first column only, further down."""
        rest: list[Strip] = []
        while len(self.strips) > 1:
            last, before = self.strips[-1], self.strips[-2]
            lone_left = len(last.segments) == 1 and self._column(last.segments[0]) == 0
            if not lone_left or last.base - before.base <= _NEAR * last.size:
                break
            rest.insert(0, self.strips.pop())
        return rest

    @property
    def signed(self) -> bool:
        """Tell signatures from labels with values: the columns run in parallel, or say for whom."""
        rows = [[each.text for each in strip.segments] for strip in self.strips if len(strip.segments) > 1]
        return any(map(speak_for_parties, rows if len(rows) > 1 else [r for r in rows if _FOR.match(r[0])]))

    @property
    def is_prose(self) -> bool:
        """Tell running text in columns that was written line by line: its lines are full and go on."""
        rows = [strip for strip in self.strips if len(strip.segments) > 1]
        return len(rows) >= _FEWEST_LINES and all(map(_runs_on, self.columns()))


def _runs_on(column: Sequence[Segment]) -> bool:
    widest = max(segment.x1 - segment.x0 for segment in column)
    full = sum(segment.x1 - segment.x0 >= _FULL * widest for segment in column)
    going = sum(segment.text[:1].islower() for segment in column)
    return full >= _MOST * len(column) and going >= _MOST * len(column)


def speak_for_parties(texts: Sequence[str]) -> bool:
    """Tell lines side by side that say for whom is signed, or open with one word each ('Naam:', 'Naam:').

    'Doel' beside 'voor het toekennen' is a label and what belongs to it.
    """
    words = {text.split()[0].casefold().strip(":.,") for text in texts if text.split()}
    alike = len(words) == 1 and words.pop().isalpha()
    return len(texts) > 1 and (alike or all(map(_FOR.match, texts)))


def unfold_columns(flow: Flow, page: int) -> Flow:
    """Return the flow with blocks of signatures column by column; other wide gaps stay tabs."""
    result: Flow = []
    block = _Block()
    for item in flow:
        if isinstance(item, Strip) and item.role == "body" and block.takes(item):
            block.strips.append(item)
            continue
        result += _unfolded(block, page)
        block = _Block()
        if isinstance(item, Strip) and len(item.segments) > 1 and item.role == "body" and block.takes(item):
            block.strips.append(item)
        else:
            result.append(item)
    return result + _unfolded(block, page)


def _unfolded(block: _Block, page: int) -> Flow:
    if not block.strips:
        return []
    rest = block.trim()
    if not block.signed and not block.is_prose:
        return [*block.strips, *rest]
    unfolded: Flow = [Strip([segment], page) for column in block.columns() for segment in column]
    return [*unfolded, *rest]
