"""Find names word for word: what a document calls its parties is never inflected, nor taken for a slip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protocheck.match.finder import Match
from protocheck.match.words import Words


class Names:
    """The names of one document by their first word: made for each anew, so it must cost little."""

    def __init__(self, terms: Mapping[str, Iterable[str]]) -> None:
        """Index per term the names that say it; a name may say several."""
        self._by_first: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
        for term, names in terms.items():
            for name in names:
                said = Words.of(name).words
                if said:
                    self._by_first.setdefault(said[0], {})[said, term] = None

    def find(self, words: Words, within: range) -> list[Match]:
        """Return every name inside `within` (a sentence), in the order of the text."""
        found = []
        for first in within:
            for name, term in self._by_first.get(words.words[first], ()):
                last = first + len(name)
                if last <= within.stop and words.words[first:last] == name:
                    found.append(Match(first, last, term, tuple(range(first, last))))
        found.sort()
        return found
