"""What stands in one sentence: the terms of the rules, names and facts, and what can deny them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from protocheck.engine.clauses import Clauses
from protocheck.engine.denial import CUES, Cues
from protocheck.match.finder import Match
from protocheck.match.words import Words


class Found:
    """The matches in one sentence by their term.

    Nine out of ten are single words of broad terms ('any word that says something'), and nobody asks where
    most of those stand: they are kept as places, and made into matches once somebody does.
    """

    __slots__ = ("_alone", "_made", "_wider", "clauses", "cues")

    def __init__(
        self, alone: Mapping[str, Sequence[int]], wider: Iterable[Match], words: Words, within: range
    ) -> None:
        """Take per term the words that say it by themselves; and all phrases, names and facts."""
        self._alone = alone
        self._wider: dict[str, list[Match]] = {}
        for match in wider:
            self._wider.setdefault(match.term, []).append(match)
        self._made: dict[str, Sequence[Match]] = {}
        self.cues = Cues({term: self.of(term) for term in CUES if term in alone or term in self._wider})
        self.clauses = Clauses(words, within) if self.cues else None

    def of(self, term: str) -> Sequence[Match]:
        """Return where a term ('$a', or '$a|$b' for either) stands in the sentence, in order."""
        made = self._made.get(term)
        if made is None:
            made = self._made[term] = self._matches(term)
        return made

    def _matches(self, term: str) -> Sequence[Match]:
        if "|" in term and term[0] != "'":
            return sorted(match for part in term.split("|") for match in self.of(part))
        if term not in self._alone and term not in self._wider:
            return ()
        alone = [Match(at, at + 1, term, (at,)) for at in self._alone.get(term, ())]
        return sorted([*alone, *self._wider.get(term, ())])

    def terms(self) -> set[str]:
        """Return the terms that stand in it."""
        return self._alone.keys() | self._wider.keys()
