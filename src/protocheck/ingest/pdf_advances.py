"""Where words begin, told from how far apart the same letters usually stand.

A font that declares wrong widths, blanks that are drawn inside words, white between letters: what is
printed stays right, because each glyph is put at its place. How far the pen moves on after a glyph is
therefore learned from the document itself; a word begins where it moved further than that.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from protocheck.ingest.pdf_glyphs import Glyph
from protocheck.record import record

_BIN = 0.01  # of the size: steps in which distances are counted
_SPREAD = 2  # bins on either side that are one distance: kerning and rounding
_OFTEN = 0.3  # of the times of the commonest distance: a shorter one that is so common is the glyph's own
_ENOUGH = 6  # times that a glyph must be seen before its distances say something
_KERNED = 0.14  # of the size: how much nearer a letter may be drawn to one before which it fits, as V to A
_GAP = 0.13  # of the size: what the pen moves further than usual when a word begins
_SAME_LINE = 0.05  # of the size: how far two feet on one line may differ
_WIDEST = 1.6  # of the size: no glyph is so wide; beyond it a word begins in any case
_BACK = -0.3  # of the size: a pen that goes back so far begins anew
_LIKE, _CLOSE, _NEIGHBOURS = (
    0.04,
    0.03,
    3,
)  # declared widths that are alike, that are right, and how many must be
_SELDOM = 0.05  # of the blanks at most may stand inside words, or lack between them
_MOSTLY = 0.85  # of the glyphs
_LETTERS = 5  # pairs on a line before white between all its letters can be seen
_SPACED = 0.03  # of the size: white between letters that is no kerning
_UNKNOWN = 0.78  # of the size: beyond it a word begins after a glyph of which nothing is known

Key = tuple[str, int]


@record
class Step:
    """From one glyph to the next letter on its line.

    Attributes:
        key: font and number of the glyph.
        declared: its width as the font has it.
        near: the distance to what is drawn next, a blank included, as a share of the size.
        far: the distance to the next letter.
        blank: whether a blank is drawn between them.
        to: the letter that comes next.
    """

    key: Key
    declared: float
    near: float
    far: float
    blank: bool
    to: Glyph


@dataclass(slots=True)
class Advances:
    """How far the pen moves on after each glyph of a document, as a share of the size."""

    _seen: dict[Key, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    _declared: dict[Key, float] = field(default_factory=dict)
    _known: dict[Key, float] = field(default_factory=dict)
    _blanks: Counter[tuple[bool, bool]] = field(default_factory=Counter)

    def learn(self, glyphs: Sequence[Glyph]) -> None:
        """Count the distances on a page."""
        for line in _lines(glyphs):
            for step in line:
                if 0 < step.near < _WIDEST:
                    self._seen[step.key][round(step.near / _BIN)] += 1
                    self._declared[step.key] = step.declared
        self._known.clear()

    def weigh(self, glyphs: Sequence[Glyph]) -> None:
        """Count how often a blank is drawn where a word begins, once the distances are learned."""
        for line in _lines(glyphs):
            for step in line:
                known = self._advance(step.key)
                if known and step.far <= _WIDEST:
                    self._blanks[step.far - known > _GAP, step.blank] += 1

    def starts(self, glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, bool]]:
        """Yield the letters that follow another one on their line, each with whether it begins a word."""
        for line in _lines(glyphs):
            known = [(step, self._advance(step.key)) for step in line]
            excess = [step.far - advance for step, advance in known if advance]
            white = statistics.median(excess) if len(excess) >= _LETTERS else 0.0
            white = white if white > _SPACED else 0.0
            for step, advance in known:
                if step.far > _WIDEST:
                    yield step.to, True
                elif advance:
                    yield step.to, step.far - advance - white > _GAP
                else:
                    yield step.to, self._guess(step, white)

    def _guess(self, step: Step, white: float) -> bool:
        """Tell whether a word begins after a glyph that was seen too seldom to know how wide it is."""
        if self._blanks_tell:
            return step.blank
        if self._widths_tell:
            return step.far - step.declared - white > _GAP
        return step.far - white > _UNKNOWN

    @property
    def _widths_tell(self) -> bool:
        """Tell whether the fonts of the document are right about nearly all glyphs."""
        often = [(key, seen) for key, seen in self._seen.items() if seen.total() >= _ENOUGH]
        right = sum(abs(_shortest_common(seen) - self._declared[key]) <= _CLOSE for key, seen in often)
        return right >= _MOSTLY * len(often) > 0

    @property
    def _blanks_tell(self) -> bool:
        """Tell whether a blank is drawn at the beginning of each word, and nowhere else."""
        false, missing = self._blanks[False, True], self._blanks[True, False]
        both = self._blanks[True, True]
        return both >= _ENOUGH and max(false, missing) <= _SELDOM * both

    def _advance(self, key: Key) -> float:
        """Return how far the pen moves after a glyph; 0 when too little is known of it."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._learned(key)
        return known

    def _learned(self, key: Key) -> float:
        """Return what was learned of a glyph, 0 when that is too little to tell."""
        seen = self._seen.get(key, Counter())
        own = _shortest_common(seen)
        if self._honest(key):
            declared = self._declared[key]
            return declared if own == 0 or own > declared + _CLOSE else own
        return own if seen.total() >= _ENOUGH else 0.0

    def _honest(self, key: Key) -> bool:
        """Tell whether the font is right about glyphs that it declares as wide as this one."""
        if key not in self._declared:
            return False
        declared = self._declared[key]
        alike = [
            abs(_shortest_common(seen) - self._declared[other]) <= _CLOSE
            for other, seen in self._seen.items()
            if other[0] == key[0] and other != key
            if abs(self._declared[other] - declared) <= _LIKE and seen.total() >= 2 * _ENOUGH
        ]
        return len(alike) >= _NEIGHBOURS and all(alike)


def _shortest_common(seen: Counter[int]) -> float:
    """Return the shortest distance that is about as common as the commonest; 0 for nothing."""
    if not seen:
        return 0.0
    around = {at: sum(seen[at + by] for by in range(-_SPREAD, _SPREAD + 1)) for at in seen}
    often = _OFTEN * max(around.values())
    start = min(at for at, times in around.items() if times >= often)
    kerned = [at for at in around if start <= at <= start + _KERNED / _BIN]
    middle = max(kerned, key=lambda at: (around[at], -at))
    near = [(seen[at], -at) for at in range(middle - _SPREAD, middle + _SPREAD + 1) if at in seen]
    return -max(near)[1] * _BIN


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Step]]:
    """Yield the steps of each stretch of glyphs that are drawn one after the other on one line."""
    line: list[Step] = []
    before: Glyph | None = None
    near, blank = 0.0, False
    for last, glyph in pairwise([None, *glyphs]):
        if glyph is None:
            continue
        if last is not None and not _goes_on(last, glyph):
            if line:
                yield line
            line, before = [], None
        if before is not None and last is before:
            near = _distance(before, glyph)
        if glyph.blank:
            blank = before is not None
            continue
        if before is not None:
            key = (before.font, before.code)
            line.append(Step(key, before.declared, near, _distance(before, glyph), blank, glyph))
        before, blank = glyph, False
    if line:
        yield line


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    off = (glyph.y - last.y) * last.along[0] - (glyph.x - last.x) * last.along[1]
    same = math.isclose(last.along[0], glyph.along[0], abs_tol=0.01)
    return same and abs(off) <= _SAME_LINE * size and _distance(last, glyph) > _BACK


def _distance(last: Glyph, glyph: Glyph) -> float:
    """Return how far a glyph stands behind another along the line, as a share of the size."""
    along = (glyph.x - last.x) * last.along[0] + (glyph.y - last.y) * last.along[1]
    return along / last.size
