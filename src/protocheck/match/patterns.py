"""Phrases as a rule writes them, read into patterns of words.

A phrase is words parted by blanks. Each word is one of: `woord` (this word, spelling slips allowed by
the edit budget), `~woord` (any inflection: the same Dutch stem), `woord*`, `*woord`, `*woord*` (part of
a compound), `#` (a number in digits), alternatives joined by `|`; `...` stands for a gap of at most
`GAP` words, `..3` for one of at most three. `|` joins single words: 'opmaken|op te maken' asks for
[opmaken or op] [te] [maken] and is refused. No regular expressions: every phrase matches in bounded time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from protocheck.match.words import fold, stem
from protocheck.regex import lazy

GAP = 8
WordKind = Literal["exact", "stem", "prefix", "suffix", "infix", "number"]

_GAP = lazy(r"\.\.(\.|\d{1,2})$")
_PLAIN = lazy(r"[^\W_]+$")


class PatternError(ValueError):
    """A phrase that cannot be read; the message says why, in Dutch for who edits the rules."""


class WordPattern(NamedTuple):
    """What one word of a phrase may be; `word` is folded, and a stem when `kind` is 'stem'."""

    kind: WordKind
    word: str
    surface: str


class Step(NamedTuple):
    """One place in a phrase: any of the alternatives, at most `gap` other words before it."""

    alternatives: tuple[WordPattern, ...]
    gap: int = 0


Phrase = tuple[Step, ...]


def parse(phrase: str) -> Phrase:
    """Read a phrase.

    Raises:
        PatternError: the phrase is empty, starts or ends with a gap, or holds a word that is none.
    """
    steps: list[Step] = []
    gap = 0
    for piece in phrase.split():
        if piece.startswith(".."):
            found = _GAP.match(piece)
            if not found:
                raise PatternError(f"{phrase!r}: {piece!r} is geen sprong; schrijf ... of ..3")
            if not steps or gap:
                raise PatternError(f"{phrase!r}: een sprong staat tussen twee woorden")
            gap = GAP if found.group(1) == "." else int(found.group(1))
            continue
        for alternatives in _words(piece, phrase):
            steps.append(Step(alternatives, gap))
            gap = 0
    if not steps or gap:
        raise PatternError(f"{phrase!r}: een frase begint en eindigt met een woord")
    return tuple(steps)


def _words(piece: str, phrase: str) -> list[tuple[WordPattern, ...]]:
    """Read one blank-parted piece; a hyphen inside it parts words, as it does in the text."""
    if "|" in piece:
        return [tuple(_word(part, phrase) for part in piece.split("|"))]
    if piece.isalpha():
        return [(_word(piece, phrase),)]
    parts = [part for part in re.split(r"[-/'’.]", piece) if part]
    return [(_word(part, phrase),) for part in parts]


def _word(part: str, phrase: str) -> WordPattern:
    pattern = _pattern(part)
    if pattern is None:
        raise PatternError(f"{phrase!r}: {part!r} is geen woord")
    return pattern


@lru_cache(maxsize=8192)
def _pattern(part: str) -> WordPattern | None:  # noqa: PLR0911 - one return per kind of word
    """Read one word of a phrase; None when it is none. The same words recur in many phrases."""
    if part == "#":
        return WordPattern("number", "#", part)
    body = part[1:] if part.startswith("~") else part.removeprefix("*").removesuffix("*")
    if not _PLAIN.match(body):
        return None
    word = fold(body)
    if part.startswith("~"):
        return WordPattern("stem", stem(word), word)
    if part.startswith("*") and part.endswith("*"):
        return WordPattern("infix", word, word)
    if part.endswith("*"):
        return WordPattern("prefix", word, word)
    if part.startswith("*"):
        return WordPattern("suffix", word, word)
    return WordPattern("exact", word, word)
