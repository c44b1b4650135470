"""Which sentences of a document hold which terms, as numbers: bit 3 is on when sentence 3 is among them.

A signal asks for several terms at once and finds few sentences that hold them all. To look at each sentence
for each signal was half the time of a judgement; two numbers are compared by one instruction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protocheck.engine.sentences import Sentence


def bits_of(indices: Iterable[int], size: int) -> int:
    """Return the number in which these bits are on, in a time that grows with `size` alone.

    To add them one by one would copy the whole number for each.
    """
    packed = bytearray(size // 8 + 1)
    for index in indices:
        packed[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(packed, "little")


def ones(bits: int) -> Iterator[int]:
    """Yield which bits are on, the lowest first."""
    written = bin(bits)[:1:-1]
    at = written.find("1")
    while at >= 0:
        yield at
        at = written.find("1", at + 1)


class Bits:
    """The sentences of one document by what they hold."""

    def __init__(self, sentences: Sequence[Sentence], where: Mapping[str, Sequence[int]]) -> None:
        """Take the sentences, and in which of them each term stands."""
        self._sentences = sentences
        self._where = where
        self._size = len(sentences)
        self._holding: dict[str, int] = {}
        self._kinds: dict[tuple[str, ...], int] = {}
        self.loud = bits_of((s.index for s in sentences if not s.silent), self._size)
        self._items: dict[int, list[int]] = {}
        for sentence in sentences:
            if sentence.lead >= 0:
                self._items.setdefault(sentence.lead, []).append(sentence.index)
        self._leads = bits_of(self._items, self._size)

    def holding(self, term: str) -> int:
        """Return the sentences in which a term ('$a', or '$a|$b' for either) stands."""
        found = self._holding.get(term)
        if found is None:
            if "|" in term and term[0] != "'":
                found = self.holding_any(term.split("|"))
            else:
                found = bits_of(self._where[term], self._size) if term in self._where else 0
            self._holding[term] = found
        return found

    def holding_any(self, terms: Iterable[str]) -> int:
        """Return the sentences in which at least one of the terms stands."""
        found = 0
        for term in terms:
            found |= self.holding(term)
        return found

    def led(self, leads: int) -> int:
        """Return the items that one of these sentences introduces."""
        leads &= self._leads
        if not leads:
            return 0
        return bits_of((item for lead in ones(leads) for item in self._items[lead]), self._size)

    def inside(self, kinds: tuple[str, ...]) -> int:
        """Return the sentences in parts of one of these kinds."""
        found = self._kinds.get(kinds)
        if found is None:
            wanted = frozenset(kinds)
            indices = (s.index for s in self._sentences if not wanted.isdisjoint(s.kinds))
            found = self._kinds[kinds] = bits_of(indices, self._size)
        return found
