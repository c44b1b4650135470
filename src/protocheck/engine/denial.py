"""Is a match denied, put off, or only talked about? Dutch denial by clause, with its look-alikes.

The words are in rules/vocabulary/ontkenning.yaml; how far each reaches is told here:
`$ontkenning-na` ('geen') denies the few words after it; `$ontkenning-zin` ('niet') its whole clause;
`$ontkenning-blok` ('zonder dat', 'met uitzondering van') what follows in the clause; `$uitstel`
('nader te bepalen') its clause; `$ontkenning-schijn` ('niet alleen') is no denial at all. `$hol`
('haar wettelijke opdrachten') empties the words it is made of, and no others.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from protocheck.engine.clauses import Clauses
from protocheck.match.finder import Match
from protocheck.match.words import Words

CUES = (
    "$ontkenning-na",
    "$ontkenning-zin",
    "$ontkenning-blok",
    "$ontkenning-schijn",
    "$uitstel",
    "$oude-wet",
    "$hol",
)
# No clause is longer. Without a bound, a text of nothing but denials would take time without one.
REACH_MOST = 150
REACH_AFTER = 5
REACH_PAIRED = 4
REACH_BLOCK = 12
REACH_ATTRIBUTE = 3
_TIES = frozenset({"of", "noch"})
_ARTICLES = frozenset({"een", "de", "het", "deze", "dit", "die"})


class Cues:
    """The words in one sentence that deny, put off, empty or cite old law, found by their place."""

    def __init__(self, by_term: Mapping[str, Sequence[Match]]) -> None:
        """Keep the cues among the matches of the sentence, in the order in which they speak."""
        self._by_term = {term: tuple(by_term[term]) for term in CUES if by_term.get(term)}
        self._firsts = {term: [m.first for m in cues] for term, cues in self._by_term.items()}
        self._hiding = by_word(m for t in ("$ontkenning-schijn", "$uitstel") for m in self.of(t))

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._by_term)

    def of(self, term: str) -> tuple[Match, ...]:
        """Return the cues of one term."""
        return self._by_term.get(term, ())

    def near(self, match: Match) -> Iterator[Match]:
        """Yield the cues that stand close enough to speak of the match; old law rules the whole sentence."""
        for term, cues in self._by_term.items():
            if term == "$oude-wet":
                yield cues[0]
                continue
            firsts = self._firsts[term]
            low = bisect.bisect_left(firsts, match.first - REACH_MOST)
            high = bisect.bisect_right(firsts, match.last + REACH_MOST)
            yield from cues[low:high]

    def hides(self, cue: Match) -> bool:
        """Tell whether the cue is part of a phrase that speaks for it: 'niet alleen', 'nog niet bepaald'."""
        return any(
            _covers(m, cue) and (m.term == "$ontkenning-schijn" or cue.term != "$uitstel")
            for m in self._hiding.get(cue.first, ())
        )


class Wording:
    """All matches of a signal in one stretch; a cue inside one of them is part of its wording."""

    def __init__(self, own: Iterable[Match]) -> None:
        """Keep the matches; they are indexed once a cue asks for them, as most stretches hold none."""
        self._own = tuple(own)
        self._by_word: dict[int, list[Match]] | None = None
        self._spanned: dict[Match, bool] = {}

    def holds(self, cue: Match, match: Match) -> bool:
        """Tell whether the cue belongs to the wording of `match`, or to a phrase beside it.

        A phrase that swallows the match itself ('geen sancties bij niet-naleving') hides no denial of it.
        """
        if self._by_word is None:
            self._by_word = by_word(self._own)
        return _covers(match, cue) or any(
            _covers(m, cue)
            for m in self._by_word.get(cue.first, ())
            if m.term == match.term or m.first > match.first or match.last > m.last
        )

    def spans(self, cue: Match) -> bool:
        """Tell whether the cue stands inside one of the matches, their gaps included."""
        if cue not in self._spanned:
            self._spanned[cue] = any(m.first <= cue.first and cue.last <= m.last for m in self._own)
        return self._spanned[cue]


def by_word(matches: Iterable[Match]) -> dict[int, list[Match]]:
    """Return the matches by each word that they name."""
    found: dict[int, list[Match]] = {}
    for match in matches:
        for word in match.named:
            found.setdefault(word, []).append(match)
    return found


class Exclusion(NamedTuple):
    """Why a match does not count ('' when it does), and the words that say so."""

    reason: str = ""
    cue: Match | None = None


COUNTS = Exclusion()


def excluded(match: Match, cues: Cues, wording: Wording, words: Words, clauses: Clauses) -> Exclusion:
    """Tell why a match does not count: 'ontkenning', 'uitstel', 'oude-wet', 'hol', or '' when it does.

    Args:
        match: the phrase in question.
        cues: of the same sentence.
        wording: all matches of the signal.
        words: of the document.
        clauses: of the sentence.
    """
    for cue in cues.near(match):
        if cue.term == "$oude-wet":
            return Exclusion("oude-wet", cue)
        if cue.term == "$hol":
            if cue.first < match.last and match.first < cue.last:
                return Exclusion("hol", cue)
            continue
        if cue.term == "$ontkenning-schijn" or cues.hides(cue) or wording.holds(cue, match):
            continue
        if cue.term == "$uitstel" and clauses.spills(cue.first, cue.last - 1):
            continue
        if _reaches(cue, match, words, clauses):
            return Exclusion("uitstel" if cue.term == "$uitstel" else "ontkenning", cue)
    return COUNTS


def _reaches(cue: Match, match: Match, words: Words, clauses: Clauses) -> bool:
    after = match.first - cue.last
    same = clauses.same(cue.first, match.first) or clauses.same(cue.last - 1, match.first)
    match cue.term:
        case "$ontkenning-na" if 0 <= after <= REACH_AFTER + _paired(match, words):
            found = clauses.of(cue.last - 1) == clauses.of(match.first)
        case "$ontkenning-na":
            found = same and after < 0 and clauses.last(cue.last - 1)
        case "$ontkenning-zin":
            asked = clauses.settles(cue.first) and _asked(cue, match, clauses)
            found = same or asked or clauses.denies_subject(cue.first, match.first)
        case "$ontkenning-blok":
            found = 0 <= after <= REACH_BLOCK and _unbroken(cue, match, words)
        case "$uitstel" if cue.first > 0 and words.words[cue.first - 1] in _ARTICLES:
            found = 0 <= after <= REACH_ATTRIBUTE
        case "$uitstel":
            before = clauses.closes(cue.first) and match.first < cue.first
            found = same or before or _asked(cue, match, clauses) or clauses.attached(cue.first, match.first)
        case _:
            found = False
    return found


def _paired(match: Match, words: Words) -> int:
    """Return how much farther 'geen' reaches a word that 'of' or 'noch' ties to one before it."""
    return REACH_PAIRED if match.first and words.words[match.first - 1] in _TIES else 0


def _covers(outer: Match, inner: Match) -> bool:
    """Tell whether a phrase names every word of another; what stands in its gaps is not its own."""
    return set(inner.named).issubset(outer.named)


def _asked(cue: Match, match: Match, clauses: Clauses) -> bool:
    """Tell whether the match stands in the question that the cue's clause leaves open."""
    return clauses.answers(cue.first, match.first) or clauses.asked_next(cue.first, match.first)


def _unbroken(cue: Match, match: Match, words: Words) -> bool:
    """Tell whether no stop but a comma stands between a block denial and the match."""
    return not any(re.search(r"[;:.]\s", words.between(i)) for i in range(cue.last - 1, match.first))
