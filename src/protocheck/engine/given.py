"""What a document itself gives to look for: the names of its parties, its facts, the statutes it cites."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence

from protocheck.engine.lands import Lands
from protocheck.facts import party_kinds
from protocheck.match.finder import Match
from protocheck.match.names import Names
from protocheck.match.words import Words
from protocheck.model.facts import Facts, PartyRole
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# The law that imposes the protocol, and the law on data protection itself, are no basis for
# communicating data: e-govdecreet, AVG-decreet, AVG, the act of 30 July 2018.
_FORMAL_STATUTES = frozenset(
    {"decreet 2008-07-18", "decreet 2018-06-08", "avg", "wet 2018-07-30", "wet 1992-12-08"}
)
_STOP = lazy(r"[,;:.]")
_TITLE_OPENS = frozenset({"betreffende", "houdende", "tot", "over", "inzake", "aangaande", "omtrent"})
_EMPTY_NAMES = frozenset({"partij", "partijen", "de partijen"})
_TERMS: dict[PartyRole, tuple[str, ...]] = {
    "sender": ("@verzender",),
    "receiver": ("@ontvanger",),
    "both": ("@verzender", "@ontvanger"),
    "unknown": (),
}
# These terms speak also as a part of a party's name; others ('Vervoerdienst Oost') do not.
_OUTSPOKEN = ("@", "$partij", "$ontvanger", "$verzender", "$ontkenning")


class Given:
    """The names and facts of one document, and the words that say nothing because they belong to one."""

    def __init__(self, facts: Facts, words: Words) -> None:
        """Turn the facts into what can be found, or passed over, in a sentence."""
        self._words = words
        self._names = _names(facts)
        self._on_land = Lands(facts)
        self._facts = sorted(_fact_matches(facts, words))
        self._starts = [match.first for match in self._facts]
        self._titles = _titles(facts, words)

    def names(self, within: range) -> list[Match]:
        """Return the names of parties in a sentence."""
        return self._names.find(self._words, within)

    def actors(self, names: Sequence[Match]) -> list[Match]:
        """Return the names that mean a party itself, and not the town where something is."""
        return self._on_land.actors(names, self._words)

    def facts(self, within: range) -> Sequence[Match]:
        """Return the facts that start in a sentence."""
        low, high = (bisect.bisect_left(self._starts, at) for at in (within.start, within.stop))
        return self._facts[low:high]

    def speaking(
        self, said: Sequence[Sequence[str]], within: range, ends: Mapping[int, int]
    ) -> dict[str, list[int]]:
        """Return per term the words that say it by themselves outside names (see `ends_of`) and titles.

        Args:
            said: per word of the sentence the terms that it says by itself.
            within: the words of the sentence.
            ends: of the names in the sentence.
        """
        alone: dict[str, list[int]] = {}
        for at, terms in zip(within, said, strict=True):
            if at in ends or at in self._titles:
                terms = [t for t in terms if self._speaks(t, at, at + 1, ends)]  # noqa: PLW2901 - fewer of them
            for term in terms:
                alone.setdefault(term, []).append(at)
        return alone

    def speaking_phrases(self, found: Iterable[Match], ends: Mapping[int, int]) -> list[Match]:
        """Return the matches of longer phrases that say something: none inside a name or a title."""
        if not ends and not self._titles:
            return list(found)
        return [match for match in found if self._speaks(match.term, match.first, match.last, ends)]

    def _speaks(self, term: str, first: int, last: int, ends: Mapping[int, int]) -> bool:
        """Tell whether a term says something there, and is no part of a party's name or a statute's title."""
        if first in self._titles and last - 1 in self._titles and term[0] != "@":
            return False
        return ends.get(first, 0) < last or term.startswith(_OUTSPOKEN)


def ends_of(names: Iterable[Match]) -> dict[int, int]:
    """Return for each word inside a name of some words where the longest name over it ends."""
    ends: dict[int, int] = {}
    for name in names:
        if name.term == "@partij" and name.last - name.first > 1:
            for word in range(name.first, name.last):
                ends[word] = max(ends.get(word, 0), name.last)
    return ends


def _titles(facts: Facts, words: Words) -> frozenset[int]:
    """Return the words in the titles of the statutes that are cited: from 'betreffende' up to a stop."""
    found: set[int] = set()
    for citation in facts.citations:
        within = words.range_in(citation.span)
        start = next((at for at in within if words.words[at] in _TITLE_OPENS), within.stop)
        stop = next((at for at in range(start, within.stop) if _STOP.search(words.between(at))), within.stop)
        found.update(range(start, min(stop + 1, within.stop)))
    return frozenset(found)


def _names(facts: Facts) -> Names:
    """Find the parties by the names that this document gives them."""
    terms: dict[str, list[str]] = {"@partij": [], "@verzender": [], "@ontvanger": []}
    for party in facts.parties:
        for name in dict.fromkeys((party.name, party.short_name, *party.mentions)):
            phrase = " ".join(Words.of(name).words)
            if not phrase or phrase in _EMPTY_NAMES:
                continue
            terms["@partij"].append(phrase)
            for term in _TERMS[party.role]:
                terms[term].append(phrase)
    for role, phrase in party_kinds.phrases(facts.parties):
        terms["@partij"].append(phrase)
        for term in _TERMS[role]:
            terms[term].append(phrase)
    return Names(terms)


def _fact_matches(facts: Facts, words: Words) -> list[Match]:
    """Turn the spans of facts into matches of fact terms."""
    spans: list[tuple[str, Span]] = [
        *(("@wet", c.span) for c in facts.citations if c.key not in _FORMAL_STATUTES),
        *(("@gegeven", d.span) for d in facts.data_items),
        *(("@datum", d.span) for d in facts.dates if d.role != "statute"),
        *(("@contact", c.span) for c in facts.contacts),
    ]
    found = []
    for term, span in spans:
        within = words.range_in(span)
        if within:
            found.append(Match(within.start, within.stop, term, tuple(within)))
    return found
