"""False blanks told and mended: the words of a damaged page are read anew with learned advances."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from protocheck.ingest.pdf_advances import Advances
from protocheck.ingest.pdf_glyphs import Glyph, glyphs_of

_LONE = 0.045  # share of words of one letter: clean pages stay below it
_LONE_FEW = 0.12  # the same on a page of few words, where chance plays
_FEW, _MANY = 12, 40
_LOWER = 2  # small letters by themselves on one page: a text seldom has one, so it pays to look
_SPELLED = 6  # words of one letter after one another: letters set apart
MENDED = 0.5  # of the lone letters at most may be left
_LENGTHS = (2.5, 14.0)  # what the mean length of words can be
_KEPT = 40  # pages whose glyphs are kept while the others teach
_REACH = 0.6  # points within which two libraries put one glyph
_PIECES, _KINDS = 0.05, 4  # share of words that are a piece, and how many different ones there must be
_SAME = 0.98  # of the letters must come back: raised numbers and doubles may fall out
_PAIRS = frozenset(  # of two letters: the words of the languages of this country, and short forms
    "de en in te na op of is om er ze we je zo al af nu ik ja me hé as ei nr nl bv vs ca dd "
    "le la du et un au ce se ne si il on ou ma sa ta an at be by do go he if it my no so to up us "
    "am da es im ob um wo zu jo mr dr st".split()
)
_LETTERED_MARKS = frozenset("xXoOuU§")  # ticked boxes, bullets of some fonts and a Dutch word

Starts = dict[tuple[int, int], list[tuple[float, float, bool]]]


def is_damaged(words: Sequence[str]) -> bool:
    """Tell whether blanks stand inside the words of a page: too many words are only a piece of one."""
    if len(words) < _FEW:
        return False
    lone = [_is_letter(word) for word in words]
    share = sum(lone) / len(words)
    if share > (_LONE if len(words) >= _MANY else _LONE_FEW) or _spelled(lone):
        return True
    if sum(word.islower() for word, alone in zip(words, lone, strict=True) if alone) >= _LOWER:
        return True
    pieces = [word for word in words if _is_piece(word)]
    return len(words) >= _MANY and len(pieces) > _PIECES * len(words) and len(set(pieces)) >= _KINDS


def is_mended(before: Sequence[str], after: Sequence[str], *, share: float = MENDED) -> bool:
    """Tell whether reading anew helped: the same letters, fewer pieces, words of a usual length.

    Args:
        before: the words as they were read.
        after: the words as they are read now.
        share: of the pieces that may be left.
    """
    if not after or len(after) >= len(before) or sum(map(len, after)) < _SAME * sum(map(len, before)):
        return False
    mean = sum(map(len, after)) / len(after)
    left = sum(map(_is_piece, after))
    return left <= share * sum(map(_is_piece, before)) and _LENGTHS[0] <= mean <= _LENGTHS[1]


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word not in _LETTERED_MARKS


def _is_piece(word: str) -> bool:
    """Tell a letter by itself, or two that are no word in the languages of this country."""
    pair = len(word) == 2 and word.isalpha() and not word.isupper()  # noqa: PLR2004 - two
    return _is_letter(word) or (pair and word.casefold() not in _PAIRS)


def _spelled(lone: Iterable[bool]) -> bool:
    run = 0
    for each in lone:
        run = run + 1 if each else 0
        if run >= _SPELLED:
            return True
    return False


def learned_starts(
    data: bytes, password: str, pages: Sequence[int], use: Callable[[int, Starts], None]
) -> None:
    """Learn from the pages asked for, and hand over where words begin on each of them."""
    advances = Advances()
    kept: dict[int, list[Glyph]] = {}
    for number, glyphs in glyphs_of(data, pages[:_KEPT], password):
        advances.learn(glyphs)
        kept[number] = glyphs
    for glyphs in kept.values():
        advances.weigh(glyphs)
    for number in list(kept):
        use(number, _by_place(advances, kept.pop(number)))
    for number, glyphs in glyphs_of(data, pages[_KEPT:], password):
        use(number, _by_place(advances, glyphs))


def _by_place(advances: Advances, glyphs: Sequence[Glyph]) -> Starts:
    starts: Starts = {}
    for glyph, begins in advances.starts(glyphs):
        starts.setdefault((round(glyph.x), round(glyph.y)), []).append((glyph.x, glyph.y, begins))
    return starts


def start_at(starts: Starts, x: float, y: float) -> bool | None:
    """Tell whether the letter that is drawn at a place begins a word; None when nothing is known of it."""
    best, found = _REACH, None
    column, row = round(x), round(y)
    for key in ((column + i, row + j) for i in (0, -1, 1) for j in (0, -1, 1)):
        for left, foot, begins in starts.get(key, ()):
            apart = max(abs(left - x), abs(foot - y))
            if apart < best:
                best, found = apart, begins
    return found
