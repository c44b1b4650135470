"""How well judgements fit the gold: counts, precision, recall and F2 for gaps, shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.gold import CRITERIA, Gold
from benchmarks.judging import REFUSED, Case

GAP_WEIGHT = 4  # F2: a gap that is missed weighs four times a false alarm


@dataclass(frozen=True, slots=True)
class Gaps:
    """Found and missed gaps; a gap is a criterion that is not met."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Gaps) -> Gaps:
        """Add the counts."""
        return Gaps(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Return which share of the gaps told is one; None when none was told."""
        return share(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """Return which share of the gaps was told; None when there are none."""
        return share(self.right, self.right + self.missed)

    @property
    def f2(self) -> float | None:
        """Return F2; None when there is nothing to find and nothing was told."""
        weighed = (1 + GAP_WEIGHT) * self.right
        return share(weighed, weighed + GAP_WEIGHT * self.missed + self.false)


def share(part: int, whole: int) -> float | None:
    """Return part of whole, None when there is no whole."""
    return part / whole if whole else None


def gap(expected: str, found: str) -> Gaps:
    """Count one judgement; a paper that was refused has no gap found, and no part in order."""
    if expected == "met":
        return Gaps(false=int(found != "met"))
    told = found not in {"met", REFUSED}
    return Gaps(right=int(told), missed=int(not told))


def gaps(cases: Iterable[Case], criterion: str = "") -> Gaps:
    """Count the gaps of one criterion, or of all."""
    wanted = (criterion,) if criterion else CRITERIA
    return sum((gap(case.expected[id_], case.found[id_]) for case in cases for id_ in wanted), Gaps())


def exact(cases: Iterable[Case], criterion: str = "") -> tuple[int, int]:
    """Return how many statuses are exactly right, of how many."""
    wanted = (criterion,) if criterion else CRITERIA
    hits = [case.expected[id_] == case.found[id_] for case in cases for id_ in wanted]
    return sum(hits), len(hits)


def elements(cases: Iterable[Case], golds: dict[str, Gold], criterion: str = "") -> tuple[int, int]:
    """Return how many elements are exactly right, of how many."""
    wanted = (criterion,) if criterion else CRITERIA
    hits = [
        case.elements.get(id_, {}).get(element) == status
        for case in cases
        for id_ in wanted
        for element, status in golds[case.slug].criteria[id_].elements.items()
    ]
    return sum(hits), len(hits)


def places(cases: Iterable[Case], golds: dict[str, Gold], criterion: str = "") -> tuple[int, int]:
    """Return how many judgements rest on a right place, of those that found something that is there."""
    wanted = (criterion,) if criterion else CRITERIA
    hits = [
        any(
            same_place(ref, right)
            for ref in case.refs.get(id_, ())
            for right in golds[case.slug].criteria[id_].refs
        )
        for case in cases
        for id_ in wanted
        if golds[case.slug].criteria[id_].refs and case.found[id_] in {"met", "partial"}
    ]
    return sum(hits), len(hits)


def same_place(found: str, right: str) -> bool:
    """Tell whether a place is the one meant or lies in it: article 4.2 lies in article 4."""
    found, right = (" ".join(ref.casefold().split()) for ref in (found, right))
    return found == right or found.startswith((f"{right}.", f"{right}, "))


def verdicts(cases: Iterable[Case]) -> tuple[int, int]:
    """Return how many verdicts are right, of how many."""
    hits = [case.expected_verdict == case.found_verdict for case in cases if case.expected_verdict]
    return sum(hits), len(hits)


@dataclass(frozen=True, slots=True)
class Mutated:
    """How mutants were judged: changes that had to show, and alarms about what did not change."""

    caught: int
    changes: int
    exact: int
    alarms: int
    unchanged: int


def mutated(cases: Iterable[Case], originals: dict[str, Case]) -> Mutated:
    """Count over mutants.

    A change is a criterion whose status the mutation turns; it is caught when gap or no gap comes
    out as it should. An alarm is a criterion that the mutation leaves alone, that was judged right
    in the original and is judged otherwise in the mutant.
    """
    caught = changes = exact_ = alarms = unchanged = 0
    for case in cases:
        original = originals[case.slug]
        for id_ in CRITERIA:
            wanted, told = case.expected[id_], case.found[id_]
            if wanted != original.expected[id_]:
                changes += 1
                caught += (wanted == "met") == (told == "met") and told != REFUSED
                exact_ += wanted == told
            elif original.found[id_] == wanted:
                unchanged += 1
                alarms += told != wanted
    return Mutated(caught, changes, exact_, alarms, unchanged)
