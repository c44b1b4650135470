"""What each signal of a rule is worth beside the words of a passage, as the judged passages tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from scripts.weights_data import Judged, signals_of

USUAL = 3.5  # what a signal adds of which nothing is known
_FAITH = 1.0  # in that: a signal that fires in few passages stays close to it
_LEAST = 0.1


def worth(element: str, judged: Sequence[Judged], weights: Mapping[int, float]) -> dict[str, float]:
    """Return by the name of each signal what it adds, so that words and signal together judge best.

    Args:
        element: which one.
        judged: the passages.
        weights: of the words of those that were written for this, by number, learned without them.
    """
    own = [number for number in weights if element in judged[number].labels]
    fired = [frozenset(signals_of(element, judged[number].fired)) for number in own]
    names = sorted(frozenset().union(*fired))
    if not names:
        return {}
    fires = np.array([[name in inside for name in names] for inside in fired])
    stated = np.array([judged[number].labels[element] for number in own])
    told = np.array([weights[number] for number in own])
    begin = np.r_[0.0, np.full(len(names), USUAL)]
    found = minimize(_cost, begin, args=(fires, stated, told), jac=True, method="L-BFGS-B").x[1:]
    return {name: max(float(value), _LEAST) for name, value in zip(names, found, strict=True)}


def _cost(values: Any, fires: Any, stated: Any, told: Any) -> tuple[float, Any]:
    """Return the logistic loss and its slope; of the signals in a passage the best one counts."""
    shift, adds = values[0], values[1:]
    each = np.where(fires, adds, -np.inf)
    best, most = each.argmax(axis=1), each.max(axis=1)
    counts = most > 0
    past = told + shift + np.where(counts, most, 0.0)
    loss = np.where(stated, np.logaddexp(0, -past), np.logaddexp(0, past)).sum()
    wrong = 1 / (1 + np.exp(-past)) - stated
    slope = np.zeros_like(values)
    slope[0] = wrong.sum()
    np.add.at(slope, best[counts] + 1, wrong[counts])
    slope[1:] += 2 * _FAITH * (adds - USUAL)
    return float(loss + _FAITH * ((adds - USUAL) ** 2).sum()), slope
