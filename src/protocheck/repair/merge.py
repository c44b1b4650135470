"""The cheapest reading of a line: which gaps between pieces are real and which split a word."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from protocheck.regex import lazy
from protocheck.repair.tokens import Piece, Row, core
from protocheck.repair.words import Words

# A glyph can cut a word into many pieces, chance seldom into more than three.
_SPAN = 14
_SPAN_RANDOM = 4
_LETTERS = 45
_PAIR = 2
# A word that no source knows must not arise by joining unless the pieces are much worse.
_MADE_UNKNOWN = 2.0
# A name and a frequent word beside it ('Hazegem op') are two words, whatever glyph stands between.
_EATS_WORD = 5.0
_LONG_WORD = 5
_ACRONYMS = 6

# Joining never puts a capital after a small letter, nor small letters after capitals ('OCMWgeel'), but
# for the one letter that is two ('IJzerdonk').
_SHAPE = lazy(r"[a-zà-ÿ][A-ZÀ-Þ]|(?!\bIJ)[A-ZÀ-Þ]{2}[a-zà-ÿ]{2}")


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
                between = [cost or (0.0, 0.0) for cost in costs[start:index]]
                run = _Run(row.pieces[start : index + 1], words, between, formable=formable)
                found |= {start + gap for gap in run.joined()}
            start = index + 1
    return found


class _Run:
    """Neighbouring pieces that may all be joined: solved by dynamic programming from the left."""

    def __init__(
        self, pieces: Sequence[Piece], words: Words, costs: Sequence[tuple[float, float]], *, formable: bool
    ) -> None:
        """Take the pieces and, per gap between them, what joining and keeping cost."""
        self._pieces = pieces
        self._words = words
        self._costs = costs
        self._formable = formable
        self._span = _SPAN_RANDOM if formable else _SPAN
        self._suspicious = [words.suspicious(piece.word) for piece in pieces]

    def joined(self) -> set[int]:
        """Return the gaps to take out."""
        size = len(self._pieces)
        best = [0.0] + [float("inf")] * size
        back = [0] * (size + 1)
        for end in range(1, size + 1):
            text = ""
            for start in range(end - 1, max(-1, end - 1 - self._span), -1):
                text = self._pieces[start].text + text
                if not self._fits(start, end) or len(text) > _LETTERS:
                    break
                price = self._price(start, end, text)
                if price is None:
                    continue
                total = best[start] + price + (self._costs[start - 1][1] if start else 0.0)
                if total < best[end] - 1e-9:
                    best[end], back[end] = total, start
        gaps: set[int] = set()
        end = size
        while end:
            gaps.update(range(back[end], end - 1))
            end = back[end]
        return gaps

    def _fits(self, start: int, end: int) -> bool:
        """Tell whether pieces further to the left may still be put before these."""
        if end - start == 1:
            return True
        return self._pieces[end - 1].tail and (end - start == _PAIR or self._pieces[start + 1].inner)

    def _price(self, start: int, end: int, text: str) -> float | None:
        """Return the cost of reading the pieces as one word, or None when they cannot be one."""
        words = self._words
        if end - start == 1:
            return words.cost(self._pieces[start].word or text.lower())
        if not self._pieces[start].head:
            return None
        word = text.lower() if text.isalpha() else core(text)
        if not word:
            return None
        made = words.stands(word) and not words.name_in_small(text, word)
        if not made:
            # Words that stand well on their own never make a compound cheaper than they are apart.
            suspects = any(self._suspicious[start:end])
            made = suspects and words.compound(word) > 0.0
            if self._formable and not made and not (suspects and self._is_name(start, end)):
                return None
        if misshapen(text):
            return None
        price = words.cost(word) + sum(cost[0] for cost in self._costs[start : end - 1])
        # A blank at random may stand at any place of the word, so that each single place is less likely.
        spread = math.log(len(word) - 1) if self._formable else 0.0
        return price + spread + (0.0 if made else self._unknown(start, end))

    def _is_name(self, start: int, end: int) -> bool:
        """Tell whether two pieces that are no words look like a name that was cut."""
        return (
            end - start == _PAIR
            and self._pieces[start].text[0].isupper()
            and (self._suspicious[start] or self._pieces[start].text == "IJ")
            and self._suspicious[start + 1]
        )

    def _unknown(self, start: int, end: int) -> float:
        """Return what it costs more to make a word that no source knows out of these pieces."""
        words = self._words
        pieces = self._pieces[start:end]
        eaten = any(words.frequent(piece.word) for piece in pieces)
        if not eaten and self._pieces[start].text[0].isupper():
            eaten = any(self._is_long_word(cut, end) for cut in range(start + 1, end))
        extra = _EATS_WORD if eaten else 0.0
        return _MADE_UNKNOWN + extra + (_EATS_WORD if _holds_acronym(pieces, words) else 0.0)

    def _is_long_word(self, start: int, end: int) -> bool:
        """Tell whether these pieces are a word of some length of their own: 'verk oopt' after a name."""
        word = core("".join(piece.text for piece in self._pieces[start:end]))
        return len(word) >= _LONG_WORD and self._words.curated(word)


def _holds_acronym(pieces: Sequence[Piece], words: Words) -> bool:
    """Tell whether short capitals would join an acronym that is known: 'CLB' and 'GO', 'NV' and 'M'."""
    printed = [piece.text.strip("(),.;:!") for piece in pieces]
    return (
        all(text.isupper() for text in printed)
        and sum(map(len, printed)) <= _ACRONYMS
        and any(len(piece.word) > 1 and not words.suspicious(piece.word) for piece in pieces)
    )


def gap_costs(row: Row, price: Callable[[int], GapCost]) -> list[GapCost]:
    """Return the cost of every gap of the row."""
    return [price(index) for index in range(len(row.pieces) - 1)]
