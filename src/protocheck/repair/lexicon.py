"""What is a Dutch word, and how often it occurs in our kind of text: read in place, block by block."""

from __future__ import annotations

import re
import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from protocheck.record import record
from protocheck.repair.function_words import OLD

_OFFSET = 4
_UNSEEN = "?"
# What may stand around a word in a piece, and makes no other word of it.
_AROUND = ".,;:!?()[]<>\"'’‘“”„«»•–—-…*/"
# A line of the counts has a third column when compounds start with the word or end on it.
_JOINTS = 3
# A byte below 32 starts a word inside a block and tells what it shares with the word before.
_CODED = re.compile(rb"([\x00-\x1f])([^\x00-\x1f]+)")
_LETTERS = re.compile(rb"[^\x00-\x1f]+")
# Ends a word that the list only has with a capital; it sorts before all letters.
_NAME = b"!"
# Blocks are looked up by this many bytes of the first words of some, in a list that needs no decoding.
_KEY, _STEP = 7, 16
_LAST = b"\xff"


def _figures(data: bytes) -> array[int]:
    """Return the figures of four bytes that the data hold, whatever order this machine gives their bytes."""
    found = array("I")
    found.frombytes(data)
    if sys.byteorder != "little":
        found.byteswap()
    return found


class WordList:
    """A front-coded list of words that only decodes the blocks that are asked for.

    The whole list is one bytes object; a first look-up costs a binary search over what the blocks start
    with and the decoding of one block, some microseconds.
    """

    def __init__(self, data: bytes) -> None:
        """Take the bytes as `scripts/build_lexicon.py` wrote them."""
        (count,) = struct.unpack_from("<I", data)
        self._data = data
        self._offsets = _figures(data[_OFFSET : _OFFSET * (count + 1)])
        self._offsets.append(len(data))
        self._blocks: dict[int, dict[bytes, bool]] = {}
        self._numbers = range(count)
        self._firsts: dict[int, bytes] = {}

    def __contains__(self, word: str) -> bool:
        """Tell whether the word, in lower case, is in the list."""
        return self.name(word) is not None

    def name(self, word: str) -> bool | None:
        """Tell whether the list has the word only with a capital; None when it does not have it."""
        coded = word.encode()
        index = self._block_of(coded + _NAME)
        if index < 0:
            return None
        block = self._blocks.get(index)
        if block is None:
            block = self._blocks[index] = self._decode(index)
        return block.get(coded)

    @cached_property
    def _keys(self) -> list[bytes]:
        """Return what every so many blocks start with; a shorter first word takes in some of the next."""
        data = self._data
        return [data[at + 1 : at + 1 + _KEY] for at in self._offsets[:-1:_STEP]]

    def _block_of(self, coded: bytes) -> int:
        key = coded[:_KEY]
        near = max(bisect_left(self._keys, key) - 1, 0)
        low, high = near * _STEP, bisect_right(self._keys, key + _LAST, near) * _STEP
        high = min(high, len(self._numbers))
        return bisect_right(self._numbers, coded, low, high, key=self._first) - 1

    def _first(self, index: int) -> bytes:
        first = self._firsts.get(index)
        if first is None:
            word = _LETTERS.search(self._data, self._offsets[index], self._offsets[index + 1])
            first = self._firsts[index] = word[0] if word else b""
        return first

    def forget(self) -> None:
        """Let go of what is decoded."""
        self._blocks.clear()
        self._firsts.clear()

    def _decode(self, index: int) -> dict[bytes, bool]:
        """Return the words of a block, and of each whether it is only known with a capital."""
        words: dict[bytes, bool] = {}
        last = b""
        for shared, rest in _CODED.findall(self._data[self._offsets[index] : self._offsets[index + 1]]):
            last = last[: shared[0] - 1] + rest
            named = last.endswith(_NAME)
            words[last[:-1] if named else last] = named
        return words


@record
class Inventory:
    """What stands between the blanks of a text: the known words, and the pieces that are something else."""

    words: Counter[str]
    odd: tuple[str, ...]


class Lexicon:
    """The Dutch list and the counts of our own texts together."""

    def __init__(
        self, words: WordList, counts: Mapping[str, int], joints: Mapping[str, str] | None = None
    ) -> None:
        """Take the list and, per word of our own texts, how often it occurs and which compounds it makes.

        Of each word `joints` tells whether many compounds start with it ('h') and end on it ('t').
        """
        self._words = words
        self._counts = counts
        self._joints = joints or {}
        self._cache: dict[str, bool] = {}
        self._pieces: dict[str, str | None] = {}
        self._last: tuple[str, Inventory] | None = None
        self.total = max(sum(count for word, count in counts.items() if " " not in word), 1)

    def count(self, word: str) -> int:
        """Return how often the word, in lower case, occurs in our own texts."""
        return self._counts.get(word, 0)

    def counts(self) -> Iterable[tuple[str, int]]:
        """Return every counted word with its count."""
        return ((word, count) for word, count in self._counts.items() if " " not in word)

    def apart(self, left: str, right: str) -> int:
        """Return how often our own texts write the two apart, if they also exist as one word."""
        return self._counts.get(f"{left} {right}", 0)

    def joint(self, head: str, tail: str) -> bool:
        """Tell whether a compound may start with `head` and end on `tail`: 'lijst' and 'nummer'.

        A word that is not among ours may; of ours most verbs, adverbs and inflected adjectives may not.
        """
        return self._may(head, "h") and self._may(tail, "t")

    def _may(self, word: str, place: str) -> bool:
        return word not in self._counts or place in self._joints.get(word, "")

    def name(self, word: str) -> bool:
        """Tell whether the word, given in lower case, is only known with a capital: 'omer'."""
        return self._words.name(word) is True

    def listed(self, word: str) -> bool:
        """Tell whether the Dutch list has the word, in lower case."""
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = word in self._words
        return found

    def curated(self, word: str) -> bool:
        """Tell whether the word, in lower case, is in the Dutch list or in our own texts."""
        return word in self._counts or self.listed(word)

    def word(self, piece: str) -> str | None:
        """Return the one known word in what stands between two blanks, '' when it holds no letters.

        None when it holds more, or something else. Most pieces of a sound text are one known word, so that
        the stages need not look at them again.
        """
        found = self._pieces.get(piece, _UNSEEN)
        if found is _UNSEEN:
            found = self._pieces[piece] = self._word(piece.strip(_AROUND))
        return found

    def _word(self, printed: str) -> str | None:
        if not printed.isalpha():
            return None if any(map(str.isalpha, printed)) else ""
        word = printed.lower()
        if word in self._counts:
            return word
        # A name in small letters is rather a misreading: 'wii' for 'wij'.
        sound = self.listed(word) and word not in OLD and not (printed == word and self.name(word))
        return word if sound else None

    def inventory(self, text: str) -> Inventory:
        """Return what stands between the blanks of a text: its known words, counted, and the rest."""
        last = self._last
        if last is None or last[0] != text:
            pieces = text.split()
            words = list(map(self.word, pieces))
            odd = tuple(piece for piece, word in zip(pieces, words, strict=True) if word is None)
            last = self._last = text, Inventory(Counter(filter(None, words)), odd)
        return last[1]

    def forget(self) -> None:
        """Let go of the words that were asked for; it knows them as well when they are asked for again."""
        self._cache.clear()
        self._pieces.clear()
        self._last = None
        self._words.forget()

    def without(self, counts: Mapping[str, int]) -> Lexicon:
        """Return the lexicon as it would be without a document that has these counts."""
        left = {word: n - counts.get(word, 0) for word, n in self._counts.items() if n > counts.get(word, 0)}
        other = Lexicon(self._words, left, self._joints)
        other._cache = self._cache
        return other


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that the program ships with; read once."""
    data = Path(__file__).with_name("data")
    rows = [line.split("\t") for line in (data / "domain.tsv").read_text("utf-8").splitlines()]
    counts = {row[0]: int(row[1]) for row in rows}
    joints = {row[0]: row[2] for row in rows if len(row) == _JOINTS}
    return Lexicon(WordList((data / "dutch.lex").read_bytes()), counts, joints)


def known(word: str) -> bool:
    """Tell whether `word` is Dutch or a word of our kind of text; capitals do not matter."""
    return lexicon().curated(word.lower().replace("’", "'"))
