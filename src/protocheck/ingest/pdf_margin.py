"""Line numbers in the margin: they count printed lines and are no part of the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from protocheck.ingest.pdf_words import Word

_FEWEST = {1: 8}  # numbers that must stand there when each line has one
_FEW = 3  # the same when every fifth or tenth line has one
_STEPS = {1, 2, 5, 10}
_CLEAR = 4.0  # points between a number and the text beside it
_EVEN = 0.12  # share by which the distances between numbers may differ
_LEFT = 0.3  # share of the page's width in which the margin lies
_LEVEL = 0.5  # of the size: how far apart two feet on one line may stand


def line_numbers(words: Sequence[Word], width: float) -> list[Word]:
    """Return the numbers in the left margin, none when what stands there is something else."""
    margin = [word for word in words if word.text.isdecimal() and word.x1 < _LEFT * width and word.upright]
    if len(margin) < _FEW:
        return []
    edge = max(word.x1 for word in margin)
    text = [word for word in words if word.x1 > edge]
    numbers = [word for word in margin if _alone(word, margin, text)]
    numbers.sort(key=lambda word: word.base)
    others = [word for word in words if word.x0 < edge and not word.text.isdecimal()]
    if len(numbers) < _FEW or any(_between(word, numbers) for word in others):
        return []
    steps = {int(after.text) - int(before.text) for before, after in pairwise(numbers)}
    step = steps.pop() if len(steps) == 1 else 0
    if step not in _STEPS or len(numbers) < _FEWEST.get(step, _FEW) or not _evenly(numbers):
        return []
    return numbers if _smaller(numbers, text) or step > 1 else []


def _alone(number: Word, margin: Sequence[Word], text: Sequence[Word]) -> bool:
    """Tell whether a number ends where the others end, clear of the text on its line."""
    beside = [word.x0 for word in text if abs(word.base - number.base) <= _LEVEL * word.size]
    edge = max(word.x1 for word in margin)
    left = min(word.x0 for word in margin)
    lined = abs(number.x1 - edge) <= 1.0 or abs(number.x0 - left) <= 1.0
    return lined and (not beside or min(beside) - number.x1 >= _CLEAR)


def _between(word: Word, numbers: Sequence[Word]) -> bool:
    return numbers[0].base - 1 <= word.base <= numbers[-1].base + 1


def _evenly(numbers: Sequence[Word]) -> bool:
    gaps = [after.base - before.base for before, after in pairwise(numbers)]
    usual = sorted(gaps)[len(gaps) // 2]
    return usual > 0 and sum(abs(gap - usual) <= _EVEN * usual for gap in gaps) * 2 > len(gaps)


def _smaller(numbers: Sequence[Word], text: Sequence[Word]) -> bool:
    sizes = sorted(word.size for word in text)
    return bool(sizes) and numbers[0].size < 0.9 * sizes[len(sizes) // 2]
