"""Is a match denied, put off, or only talked about? Dutch denial by clause, with its look-alikes.

The words are in rules/vocabulary/ontkenning.yaml; how far each reaches is told here:
`$ontkenning-na` ('geen') denies the few words after it; `$ontkenning-zin` ('niet') its whole clause;
`$ontkenning-blok` ('zonder dat', 'met uitzondering van') what follows in the clause; `$uitstel`
('nader te bepalen') its clause; `$ontkenning-schijn` ('niet alleen') is no denial at all. `$hol`
('haar wettelijke opdrachten') empties the words it is made of, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from protocheck.engine.clauses import Clauses
from protocheck.match.finder import Match
from protocheck.match.words import Words

REACH_AFTER = 5
REACH_BLOCK = 12
REACH_ATTRIBUTE = 3
_ARTICLES = frozenset({"een", "de", "het", "deze", "dit", "die"})


def excluded(
    match: Match, cues: Sequence[Match], own: Iterable[Match], words: Words, clauses: Clauses
) -> str:
    """Tell why a match does not count: 'ontkenning', 'uitstel', 'oude-wet', 'hol', or '' when it does.

    Args:
        match: the phrase in question.
        cues: the matches of the denial terms in the same sentence.
        own: all matches of the signal; a cue inside one of them is part of its wording.
        words: of the document.
        clauses: of the sentence.
    """
    # A phrase that swallows the match itself ('geen sancties bij niet-naleving') hides no denial of it.
    wording = [
        m for m in own if not (m.term != match.term and m.first <= match.first and match.last <= m.last)
    ]
    masks = [*wording, match, *(c for c in cues if c.term == "$ontkenning-schijn")]
    for cue in cues:
        if cue.term == "$oude-wet":
            return "oude-wet"
        if cue.term == "$hol":
            if cue.first < match.last and match.first < cue.last:
                return "hol"
            continue
        if cue.term == "$ontkenning-schijn" or any(_covers(m, cue) for m in masks):
            continue
        if cue.term != "$uitstel" and any(c.term == "$uitstel" and _covers(c, cue) for c in cues):
            continue  # 'nog niet bepaald' puts off
        if cue.term == "$uitstel" and clauses.spills(cue.first, cue.last - 1):
            continue
        if _reaches(cue, match, words, clauses):
            return "uitstel" if cue.term == "$uitstel" else "ontkenning"
    return ""


def _reaches(cue: Match, match: Match, words: Words, clauses: Clauses) -> bool:
    after = match.first - cue.last
    same = clauses.same(cue.first, match.first) or clauses.same(cue.last - 1, match.first)
    match cue.term:
        case "$ontkenning-na" if 0 <= after <= REACH_AFTER:
            found = clauses.of(cue.last - 1) == clauses.of(match.first)
        case "$ontkenning-na":
            found = same and after < 0 and clauses.last(cue.last - 1)
        case "$ontkenning-zin":
            found = same or (clauses.settles(cue.first) and _asked(cue, match, clauses))
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


def _covers(outer: Match, inner: Match) -> bool:
    """Tell whether a phrase names every word of another; what stands in its gaps is not its own."""
    return set(inner.named).issubset(outer.named)


def _asked(cue: Match, match: Match, clauses: Clauses) -> bool:
    """Tell whether the match stands in the question that the cue's clause leaves open."""
    return clauses.answers(cue.first, match.first) or clauses.asked_next(cue.first, match.first)


def _unbroken(cue: Match, match: Match, words: Words) -> bool:
    """Tell whether no stop but a comma stands between a block denial and the match."""
    return not any(re.search(r"[;:.]\s", words.between(i)) for i in range(cue.last - 1, match.first))
