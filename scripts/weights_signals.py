"""What each signal of a rule is worth beside the words of a passage, as the judged passages tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from scripts.weights_data import PUBLISHED, Judged, Paper, signals_of

USUAL = 3.5  # what a signal adds of which nothing is known
_FAITH = 10.0  # in that: a signal that fires in few passages stays close to it
_LEAST = 0.1
# How much a paper counts of which no rule knows the wording, beside a passage: half of those are look-alikes,
# written to deceive, and few papers are.
_PAPER = 30.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A passage: the signals that fire in it, whether it states the element, and what its words weigh.

    The weights of the words were learned without it; `counts` tells how much it counts.
    """

    fired: frozenset[str]
    stated: bool
    told: float
    counts: float


def of_passages(element: str, judged: Sequence[Judged], weights: Mapping[int, float]) -> Iterator[Sample]:
    """Yield the judged passages that were weighed, by number."""
    for number, told in weights.items():
        each = judged[number]
        if element in each.labels:
            fired = frozenset(signals_of(element, each.fired))
            yield Sample(fired, each.labels[element], told, PUBLISHED if each.published else 1.0)


def of_paper(element: str, paper: Paper, told: Sequence[float]) -> Sample:
    """Return the passage of a paper by which it is judged: the one that weighs most, a signal as usual."""
    fired = [frozenset(signals_of(element, window.fired)) for window in paper.windows]
    best = max(range(len(told)), key=lambda at: told[at] + (USUAL if fired[at] else 0.0))
    return Sample(fired[best], paper.labels[element], told[best], _PAPER)


def worth(samples: Sequence[Sample]) -> dict[str, float]:
    """Return by the name of each signal what it adds, so that words and signal together judge best."""
    names = sorted(frozenset().union(*(each.fired for each in samples)))
    if not names:
        return {}
    fires = np.array([[name in each.fired for name in names] for each in samples])
    stated, told, counts = (
        np.array([getattr(each, name) for each in samples]) for name in ("stated", "told", "counts")
    )
    begin = np.r_[0.0, np.full(len(names), USUAL)]
    given = fires, stated, told, counts
    found = minimize(_cost, begin, args=given, jac=True, method="L-BFGS-B").x[1:]
    return {name: max(float(value), _LEAST) for name, value in zip(names, found, strict=True)}


def _cost(values: Any, fires: Any, stated: Any, told: Any, each_counts: Any) -> tuple[float, Any]:
    """Return the logistic loss and its slope; of the signals in a passage the best one counts."""
    shift, adds = values[0], values[1:]
    each = np.where(fires, adds, -np.inf)
    best, most = each.argmax(axis=1), each.max(axis=1)
    counts = most > 0
    past = told + shift + np.where(counts, most, 0.0)
    loss = (each_counts * np.where(stated, np.logaddexp(0, -past), np.logaddexp(0, past))).sum()
    wrong = each_counts * (1 / (1 + np.exp(-past)) - stated)
    slope = np.zeros_like(values)
    slope[0] = wrong.sum()
    np.add.at(slope, best[counts] + 1, wrong[counts])
    slope[1:] += 2 * _FAITH * (adds - USUAL)
    return float(loss + _FAITH * ((adds - USUAL) ** 2).sum()), slope
