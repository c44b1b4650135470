"""What is a Dutch word, and how often it occurs in our kind of text: read in place, block by block."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

_OFFSET = 4
# A byte below this starts a word inside a block and tells what it shares with the word before.
_MARKS = 32
# Ends a word that the list only has with a capital; it sorts before all letters.
_NAME = b"!"


class WordList:
    """A front-coded list of words that only decodes the blocks that are asked for.

    The whole list is one bytes object; a first look-up costs a binary search over the first words
    of the blocks and the decoding of one block, some tens of microseconds.
    """

    def __init__(self, data: bytes) -> None:
        """Take the bytes as `scripts/build_lexicon.py` wrote them."""
        (count,) = struct.unpack_from("<I", data)
        self._data = data
        self._offsets = (*struct.unpack_from(f"<{count}I", data, _OFFSET), len(data))
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
            words = self._decode(index)
            block = self._blocks[index] = {w.removesuffix(_NAME): w.endswith(_NAME) for w in words}
        return block.get(coded)

    def _block_of(self, coded: bytes) -> int:
        return bisect_right(self._numbers, coded, key=self._first) - 1

    def _first(self, index: int) -> bytes:
        first = self._firsts.get(index)
        if first is None:
            start = end = self._offsets[index] + 1
            stop = self._offsets[index + 1]
            while end < stop and self._data[end] >= _MARKS:
                end += 1
            first = self._firsts[index] = self._data[start:end]
        return first

    def _decode(self, index: int) -> list[bytes]:
        data, at, stop = self._data, self._offsets[index], self._offsets[index + 1]
        words: list[bytes] = []
        last = b""
        while at < stop:
            shared = data[at] - 1
            start = at = at + 1
            while at < stop and data[at] >= _MARKS:
                at += 1
            last = last[:shared] + data[start:at]
            words.append(last)
        return words


class Lexicon:
    """The Dutch list and the counts of our own texts together."""

    def __init__(self, words: WordList, counts: Mapping[str, int]) -> None:
        """Take the list and, per word of our own texts, how often it occurs."""
        self._words = words
        self._counts = counts
        self._cache: dict[str, bool] = {}
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

    def without(self, counts: Mapping[str, int]) -> Lexicon:
        """Return the lexicon as it would be without a document that has these counts."""
        left = {word: n - counts.get(word, 0) for word, n in self._counts.items() if n > counts.get(word, 0)}
        other = Lexicon(self._words, left)
        other._cache = self._cache
        return other


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that the program ships with; read once."""
    data = files("protocheck.repair") / "data"
    lines = (data / "domain.tsv").read_text(encoding="utf-8").splitlines()
    counts = {word: int(count) for word, _, count in (line.partition("\t") for line in lines)}
    return Lexicon(WordList((data / "dutch.lex").read_bytes()), counts)


def known(word: str) -> bool:
    """Tell whether `word` is Dutch or a word of our kind of text; capitals do not matter."""
    return lexicon().curated(word.lower().replace("’", "'"))
