"""A run of numbered lines: which of them follow one another, and how much they look like headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from protocheck.record import record
from protocheck.segment.marks import Mark

CLAUSE: Final = 0.4  # weight of a numbered sentence, which may be an article without a title
_LEAST_TOTAL: Final = 1.5
_START_AT_ONE: Final = 0.3
_START_ELSEWHERE: Final = -0.8
_TWICE: Final = -0.8
_PER_GAP: Final = -0.3
_STEPS: Final = (1, 2, 3)
_LEAST_MEMBERS: Final = 2


@record
class Candidate:
    """A row that may be a heading, how it is numbered, and how much it looks like one."""

    at: int
    mark: Mark
    weight: float


def are_clauses(found: Sequence[Candidate]) -> bool:
    """Tell whether a numbering consists of sentences only, which a list may do as well."""
    return all(candidate.weight == CLAUSE for candidate in found)


def in_figures(found: list[Candidate]) -> list[Candidate]:
    """Read 'Artikel I' as article 1 where the other articles have figures: a scanner's mistake."""
    figures = sum(c.mark.key[0].isdigit() for c in found)
    if figures * 2 <= len(found):
        return found
    return [
        replace(c, mark=replace(c.mark, number="1", key="1", value=1)) if c.mark.key == "I" else c
        for c in found
    ]


def steady(found: list[Candidate]) -> list[Candidate]:
    """Drop candidates whose number leaps out of the sequence and comes back."""
    kept: list[Candidate] = []
    for index, candidate in enumerate(found):
        value = candidate.mark.value
        before = kept[-1].mark.value if kept else 0
        after = found[index + 1].mark.value if index + 1 < len(found) else 0
        if not (value > before + _STEPS[-1] and before < after < value):
            kept.append(candidate)
    return kept


def total(found: Sequence[Candidate]) -> float:
    """Return how much a whole numbering looks like headings."""
    return sum(candidate.weight for candidate in found)


def chain(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the heaviest run of rising numbers, each one to three above the one before.

    Linear: for each number the best run that ends in it is kept while going down the page.
    """
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    for index, candidate in enumerate(found):
        value = candidate.mark.value
        options = [(_START_AT_ONE if value == 1 else _START_ELSEWHERE, -1)]
        for step in _STEPS:
            if value - step in best:
                score, before = best[value - step]
                options.append((score + _PER_GAP * (step - 1), before))
        if value in best:
            options.append((best[value][0] + _TWICE, best[value][1]))
        score, before = max(options)
        back.append(before)
        if value not in best or score + candidate.weight >= best[value][0]:
            best[value] = (score + candidate.weight, index)
    score, at = max(best.values(), default=(0.0, -1))
    members: list[Candidate] = []
    while at >= 0:
        members.append(found[at])
        at = back[at]
    return members[::-1] if len(members) >= _LEAST_MEMBERS and score >= _LEAST_TOTAL else []
