"""The cheapest reading of a line: which gaps between pieces are real and which split a word."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from protocheck.repair.tokens import Piece, Row, core
from protocheck.repair.words import Words

# A glyph can cut a word into many pieces, chance seldom into more than three.
_SPAN = 14
_SPAN_RANDOM = 4
_LETTERS = 45
# A word that no source knows must not arise by joining unless the pieces are much worse.
_MADE_UNKNOWN = 2.0
# A name and a frequent word beside it ('Hazegem op') are two words, whatever glyph stands between.
_EATS_WORD = 5.0

# Joining never puts a capital after a small letter, nor small letters after capitals ('OCMWgeel').
_SHAPE = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]|[A-ZÀ-Þ]{2}[a-zà-ÿ]{2}")


def misshapen(text: str) -> bool:
    """Tell whether the capitals of a word stand as in no Dutch word."""
    return _SHAPE.search(text) is not None


# Cost of joining at a gap and of keeping it; None where the gap must stay.
GapCost = tuple[float, float] | None


def joins(row: Row, words: Words, costs: Sequence[GapCost], *, formable: bool) -> set[int]:
    """Return the gaps of the row that split a word, by the cheapest reading.

    Args:
        row: the line.
        words: the costs of words.
        costs: per gap what joining and keeping cost; None where it must stay.
        formable: whether blanks stand at random, so that joining may only make known words, or one
            out of pieces that are all no words.
    """
    found: set[int] = set()
    start = 0
    for index in range(len(row.pieces)):
        if index == len(row.pieces) - 1 or costs[index] is None:
            if index > start:
                found |= _run(row.pieces[start : index + 1], start, words, costs, formable=formable)
            start = index + 1
    return found


def _run(
    pieces: Sequence[Piece], offset: int, words: Words, costs: Sequence[GapCost], *, formable: bool
) -> set[int]:
    """Solve one run of pieces that may all be joined, by dynamic programming from the left."""
    size = len(pieces)
    best = [0.0] + [float("inf")] * size
    back = [0] * (size + 1)
    for end in range(1, size + 1):
        for start in range(end - 1, max(-1, end - 1 - (_SPAN_RANDOM if formable else _SPAN)), -1):
            price = _price(pieces[start:end], offset + start, words, costs, formable=formable)
            if price is None:
                continue
            total = best[start] + price + _keep(costs, offset + start - 1 if start else -1)
            if total < best[end] - 1e-9:
                best[end], back[end] = total, start
    joined: set[int] = set()
    end = size
    while end:
        start = back[end]
        joined |= set(range(offset + start, offset + end - 1))
        end = start
    return joined


def _keep(costs: Sequence[GapCost], gap: int) -> float:
    cost = costs[gap] if gap >= 0 else None
    return cost[1] if cost else 0.0


def _price(
    pieces: Sequence[Piece], offset: int, words: Words, costs: Sequence[GapCost], *, formable: bool
) -> float | None:
    """Return the cost of reading the pieces as one word, or None when they cannot be one."""
    if len(pieces) == 1:
        return words.cost(pieces[0].word or core(pieces[0].text) or pieces[0].text.lower())
    if not (pieces[0].head and pieces[-1].tail and all(piece.inner for piece in pieces[1:-1])):
        return None
    text = "".join(piece.text for piece in pieces)
    word = core(text) if len(text) <= _LETTERS else ""
    if not word or misshapen(text):
        return None
    # Words that stand well on their own never make a compound cheaper than they are apart.
    made = words.formable(word) if any(words.suspicious(p.word) for p in pieces) else words.stands(word)
    if formable and not made and not _name(pieces, words):
        return None
    join = sum(cost[0] for cost in costs[offset : offset + len(pieces) - 1] if cost)
    # A blank at random may stand at any place of the word, so that each single place is less likely.
    spread = math.log(len(word) - 1) if formable else 0.0
    return words.cost(word) + join + spread + (0.0 if made else _unknown(pieces, words))


def _name(pieces: Sequence[Piece], words: Words) -> bool:
    """Tell whether two pieces that are no words look like a name that was cut."""
    if len(pieces) > 2 or not pieces[0].text[0].isupper():  # noqa: PLR2004  a cut makes two
        return False
    return all(words.suspicious(piece.word) for piece in pieces)


def _unknown(pieces: Sequence[Piece], words: Words) -> float:
    """Return what it costs more to make a word that no source knows out of these pieces."""
    return _MADE_UNKNOWN + _EATS_WORD * any(words.frequent(piece.word) for piece in pieces)


def gap_costs(row: Row, price: Callable[[int], GapCost]) -> list[GapCost]:
    """Return the cost of every gap of the row."""
    return [price(index) for index in range(len(row.pieces) - 1)]
