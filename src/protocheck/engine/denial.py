"""Is a match denied, put off, or only talked about? Dutch denial by clause, with its look-alikes.

The words are in rules/vocabulary/ontkenning.yaml; how far each reaches is told here:
`$ontkenning-na` ('geen') denies the few words after it; `$ontkenning-zin` ('niet') its whole clause;
`$ontkenning-blok` ('zonder dat', 'met uitzondering van') what follows in the clause; `$uitstel`
('nader te bepalen') its clause; `$ontkenning-schijn` ('niet alleen') is no denial at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from protocheck.match.finder import Match
from protocheck.match.words import Words

REACH_AFTER = 5
REACH_BLOCK = 12
REACH_ATTRIBUTE = 3
_STOP = re.compile(r"[,;:()–—/]|\s-\s")
_OPENERS = frozenset(
    "maar doch tenzij terwijl hoewel zodat omdat indien wanneer als zodra waarbij waarna waardoor aangezien "
    "gezien behoudens waarvan waarin waarmee die wie welke".split()
)
_FINITE = frozenset(
    "worden wordt is zijn kan kunnen mag mogen zal zullen heeft hebben moet moeten gebeurt gebeuren".split()
)
_RESUMES = frozenset({"niet", "geen", "evenmin", "nooit", "noch"})
# A sentence that opens so has a clause for its subject: 'Wie de gegevens krijgt, is nog te bepalen.'
_QUESTIONS = frozenset("of hoe wie wat welk welke waar waarvoor waartoe wanneer hoelang hoeveel".split())
_SETTLES = ("bepaa", "bepal", "geregel", "regel", "vastgeleg", "vermeld", "opgenomen", "omschr", "beslist")
_ARTICLES = frozenset({"een", "de", "het", "deze", "dit", "die"})


class Clauses:
    """Which clause each word of a sentence belongs to."""

    def __init__(self, words: Words, within: range) -> None:
        """Number the clauses of one sentence."""
        self._first = within.start
        self._clause: list[int] = []
        current = 0
        for index in within:
            if index > within.start and self._opens(words, index):
                current += 1
            self._clause.append(current)
        self._resumed = self._resumptions(words, within)

    @staticmethod
    def _opens(words: Words, index: int) -> bool:
        word, before = words.words[index], words.words[index - 1]
        if _STOP.search(words.between(index - 1)) or word in _OPENERS:
            return True
        following = words.words[index + 1] if index + 1 < len(words.words) else ""
        return before not in {"en", "of"} and word in {"en", "of"} and following in _FINITE

    def _resumptions(self, words: Words, within: range) -> dict[int, int]:
        """Map a clause that starts with a denial to the clause it goes on with, over an insertion."""
        found: dict[int, int] = {}
        asks = len(within) > 0 and words.words[within.start] in _QUESTIONS
        for index in within:
            clause = self.of(index)
            first = index == within.start or self.of(index - 1) != clause
            if not first or clause < 1:
                continue
            if words.words[index] in _RESUMES:
                found[clause] = max(clause - 2, 0)
            elif words.words[index] in _FINITE and (not asks or self._settles(words, within, clause)):
                found[clause] = 0 if asks else max(clause - 2, 0)
        return found

    def _settles(self, words: Words, within: range, clause: int) -> bool:
        """Tell whether a clause says that something is (not yet) laid down."""
        return any(words.words[i].startswith(_SETTLES) for i in within if self.of(i) == clause)

    def of(self, index: int) -> int:
        """Return the clause of a word."""
        return self._clause[index - self._first] if 0 <= index - self._first < len(self._clause) else -1

    def same(self, one: int, other: int) -> bool:
        """Tell whether two words share a clause, one that goes on after an insertion included."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return True
        return any(
            a in self._resumed and self._resumed[a] <= b < a for a, b in ((first, second), (second, first))
        )

    def last(self, index: int) -> bool:
        """Tell whether the word is the last of its clause."""
        return self.of(index + 1) != self.of(index)


def excluded(
    match: Match, cues: Sequence[Match], own: Iterable[Match], words: Words, clauses: Clauses
) -> str:
    """Tell why a match does not count: 'ontkenning', 'uitstel', 'oude-wet', or '' when it does.

    Args:
        match: the phrase in question.
        cues: the matches of the denial terms in the same sentence.
        own: all matches of the signal; a cue inside one of them is part of its wording.
        words: of the document.
        clauses: of the sentence.
    """
    masks = [*own, match, *(c for c in cues if c.term == "$ontkenning-schijn")]
    for cue in cues:
        if cue.term == "$oude-wet":
            return "oude-wet"
        if cue.term == "$ontkenning-schijn" or any(
            m.first <= cue.first and cue.last <= m.last for m in masks
        ):
            continue
        if _reaches(cue, match, words, clauses):
            return "uitstel" if cue.term == "$uitstel" else "ontkenning"
    return ""


def _reaches(cue: Match, match: Match, words: Words, clauses: Clauses) -> bool:
    after = match.first - cue.last
    same = clauses.same(cue.first, match.first) or clauses.same(cue.last - 1, match.first)
    match cue.term:
        case "$ontkenning-na":
            if 0 <= after <= REACH_AFTER:
                return clauses.of(cue.last - 1) == clauses.of(match.first)
            return same and after < 0 and clauses.last(cue.last - 1)
        case "$ontkenning-zin":
            return same
        case "$ontkenning-blok":
            return 0 <= after <= REACH_BLOCK and _unbroken(cue, match, words)
        case "$uitstel":
            attribute = cue.first > 0 and words.words[cue.first - 1] in _ARTICLES
            return (0 <= after <= REACH_ATTRIBUTE) if attribute else same
    return False


def _unbroken(cue: Match, match: Match, words: Words) -> bool:
    """Tell whether no stop but a comma stands between a block denial and the match."""
    return not any(re.search(r"[;:.]\s", words.between(i)) for i in range(cue.last - 1, match.first))
