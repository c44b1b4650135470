"""How much what is around a passage counts (`engine/surroundings.py`), as the whole papers tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from protocheck.engine.surroundings import Surroundings
from protocheck.rulebook.weights import AROUND
from scripts.weights_data import FOLDS, Paper

GAP_COSTS = 3.0  # a gap that is missed, beside a false alarm
_USUAL, _SPREAD = 0.6, 0.5  # from what weight on a passage states an element, when the papers tell little
_TIGHTNESS = 30.0  # how much it costs when what is around a passage counts


@dataclass(frozen=True, slots=True)
class Case:
    """The passages of one paper for one element.

    Attributes:
        told: what each weighs by its words and by the signals in it.
        around: of each the value of every row of `AROUND`.
        stated: whether the paper states the element.
        fold: with which papers it is held out.
    """

    told: Any
    around: Any
    stated: bool
    fold: int


def surroundings(paper: Paper, weights: Sequence[Sequence[float]]) -> Surroundings:
    """Return what is around the passages of a paper; `weights` by element what each of them weighs."""
    begins = [n for n, each in enumerate(paper.windows) if n == 0 or each.part != paper.windows[n - 1].part]
    names = [window.named for window in paper.windows]
    return Surroundings(list(zip(*weights, strict=True)), (*begins, len(names)), names)


def values(found: Surroundings, element: int, passages: int) -> Any:
    """Return for each passage the value of every row, for one element."""
    return np.array([found.of(element, at) for at in range(passages)]).reshape(passages, len(AROUND))


def learn_around(cases: Iterable[Case], held_out: Collection[int] = ()) -> Any:
    """Return how much each row of `AROUND` counts, so that the best passage of every paper judges it best."""
    kept = [each for each in cases if each.fold not in held_out]
    begin = np.r_[np.zeros(len(AROUND)), _USUAL]
    found = minimize(_cost, begin, args=(kept,), jac=True, method="L-BFGS-B").x
    return found[:-1]


def surprise(start: float) -> float:
    """Return what it costs that a bound lies at this weight, and not at the usual one."""
    return (start - _USUAL) ** 2 / (2 * _SPREAD**2)


def _cost(values: Any, cases: Sequence[Case]) -> tuple[float, Any]:
    """Return the logistic loss and its slope; of a paper only the passage counts that weighs most."""
    counts, start = values[:-1], values[-1]
    loss, slope = 0.0, np.zeros_like(values)
    for each in cases:
        total = each.told + each.around @ counts
        best = int(total.argmax())
        past, costs = total[best] - start, 1.0 if each.stated else GAP_COSTS
        loss += costs * float(np.logaddexp(0, -past if each.stated else past))
        wrong = costs * (1 / (1 + np.exp(-past)) - each.stated)
        slope[:-1] += wrong * each.around[best]
        slope[-1] -= wrong
    loss += _TIGHTNESS * float(counts @ counts) + surprise(start)
    slope[:-1] += 2 * _TIGHTNESS * counts
    slope[-1] += (start - _USUAL) / _SPREAD**2
    return loss, slope


def held_out(cases: Sequence[Case]) -> list[Any]:
    """Return what the passages of each paper weigh with all around them, learned without that paper."""
    counts = [learn_around(cases, {fold}) for fold in range(FOLDS)]
    return [each.told + each.around @ counts[each.fold] for each in cases]
