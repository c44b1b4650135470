"""The piece of a text that shows best where the words that somebody looks for stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

_WORD = re.compile(r"[^\W_]+")
_BLANKS = re.compile(r"\s+")
LENGTH = 200  # characters
_BEFORE = 60  # characters that lead up to the first word found
_MORE = "…"

Marks = tuple[tuple[int, int], ...]


def snippet(text: str, means: Callable[[str], bool]) -> tuple[str, Marks]:
    """Return a piece of the text on one line, and where in it stand the words for which `means` is true."""
    line = _BLANKS.sub(" ", text).strip()
    places = [(found.start(), found.end()) for found in _WORD.finditer(line) if means(found.group())]
    start, end = _window(line, places)
    before, after = _MORE * (start > 0), _MORE * (end < len(line))
    shift = len(before) - start
    marked = tuple((one + shift, other + shift) for one, other in places if one >= start and other <= end)
    return before + line[start:end] + after, marked


def _window(line: str, places: list[tuple[int, int]]) -> tuple[int, int]:
    """Return where to begin and end: with the most of the words, between blanks."""
    if len(line) <= LENGTH:
        return 0, len(line)
    start = max(0, _densest(line, places) - _BEFORE)
    if start:
        start = line.find(" ", start) + 1
    if start + LENGTH >= len(line):
        return start, len(line)
    end = line.rfind(" ", start, start + LENGTH)
    return start, end if end > start else start + LENGTH


def _densest(line: str, places: list[tuple[int, int]]) -> int:
    """Return where the word stands from which one piece holds the most different ones, then the most."""
    best, most, last = 0, (0, 0), 0
    inside: Counter[str] = Counter()
    words = [line[start:end].lower() for start, end in places]
    for number, (start, _) in enumerate(places):
        while last < len(places) and places[last][1] <= start + LENGTH - _BEFORE:
            inside[words[last]] += 1
            last += 1
        if (len(inside), last - number) > most:
            best, most = start, (len(inside), last - number)
        _drop(inside, words[number])
    return best


def _drop(inside: Counter[str], word: str) -> None:
    inside[word] -= 1
    if inside[word] <= 0:
        del inside[word]
