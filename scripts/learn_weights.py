"""Learn how much each word tells for an element of a criterion: rules/egov-art8/gewichten.tsv.

    python -m scripts.learn_weights            writes the file
    python -m scripts.learn_weights --check    only judges each quarter of passages and papers by the others

It asks for scikit-learn (`pip install --group learn`); judging does not. The held-back papers are not read.
Run it again whenever rules, vocabulary, passages or the tuned corpus change: the terms of the rules are words
too.

What a passage must weigh (`(vanaf)`) is chosen on the papers, each judged by weights learned without it, and
so that a gap that is missed costs five times a false alarm. The rules were tuned on those papers and know
them too well: there a signal adds only a part of what it adds elsewhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from protocheck.rulebook.weights import BASE, SIGNAL, START, TABLE
from scripts.weights_data import ELEMENTS, FOLDS, Judged, Paper, judged_passages, papers
from scripts.weights_fit import Rows, fit, rows_of

_PACK = Path(__file__).parents[1] / "rules" / "egov-art8"
# The parties (EGOV-01) are told by structure, not by words.
_CRITERIA = tuple(f"EGOV-{number:02}" for number in range(2, 13))
_LEAST = 0.35  # a word that tells less is not written down
_ADDED = 3.0  # by a signal that fires in the passage
_ALONE = 0.5  # more is asked where no signal fires: a gap that is missed costs more than a false alarm
_ADDED_TUNED = 1.0
_GAP_COSTS = 5.0
_STEEPNESS = 1.5
_USUAL, _SPREAD = 0.6, 0.5  # where (vanaf) lies when the papers tell little
_GRID = np.arange(-1.5, 3.0, 0.05)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the best passage of a paper weighs, judged by weights that were learned without it."""

    paper: str
    element: str
    stated: bool
    weight: float
    fired_weight: float

    def total(self, added: float) -> float:
        """Return the weight of the best passage when a signal adds so much."""
        return max(self.weight, self.fired_weight + added)


def seen(element: str, given: Sequence[Paper], rows: Rows, models: Mapping[int, Any]) -> Iterator[Seen]:
    """Yield what each paper weighs for an element, by the model that did not see its fold."""
    for number, paper in enumerate(given):
        weights = models[paper.fold].decision_function(rows.of_paper(number, paper))
        fired = [w for w, window in zip(weights, paper.windows, strict=True) if element in window.fired]
        best = max(fired, default=-np.inf)
        yield Seen(paper.slug, element, paper.labels[element], float(max(weights)), float(best))


def start_of(told: Sequence[Seen]) -> float:
    """Return from what weight on a passage states an element, as the papers tell it."""
    weights = np.array([each.total(_ADDED_TUNED) for each in told])
    stated = np.array([each.stated for each in told])
    costs = np.where(stated, 1.0, _GAP_COSTS)

    def cost(start: float) -> float:
        past = _STEEPNESS * (weights - start)
        wrong = np.where(stated, np.logaddexp(0, -past), np.logaddexp(0, past))
        return float((costs * wrong).sum() + (start - _USUAL) ** 2 / (2 * _SPREAD**2))

    return round(float(min(_GRID, key=cost)), 2)


def learn(*, check: bool) -> None:
    """Learn every element; write the table, unless it is only to be checked."""
    judged, given = judged_passages(), papers()
    rows = rows_of(judged, given)
    elements = [f"{criterion}.{name}" for criterion in _CRITERIA for name in ELEMENTS[criterion]]
    starts: dict[str, float] = {}
    told: list[Seen] = []
    final: dict[str, Any] = {}
    for element in elements:
        models = {fold: fit(element, judged, given, rows, {fold}) for fold in range(FOLDS)}
        own = list(seen(element, given, rows, models))
        starts[element] = start_of(own)
        told += own
        print(f"{element}: vanaf {starts[element]}, {_passages_right(element, judged, rows, models)}")
        if not check:
            final[element] = fit(element, judged, given, rows)
    print(_gaps(told, starts))
    if not check:
        write(rows, final, starts)


def _passages_right(element: str, judged: Sequence[Judged], rows: Rows, models: Mapping[int, Any]) -> str:
    """Tell how many of the passages that were written for this are told apart."""
    own = [
        number
        for number, each in enumerate(judged)
        if element in each.labels and each.fold in models and each.source == "passages"
    ]
    if not own:
        return "geen passages"
    weights = np.array([models[judged[n].fold].decision_function(rows.matrix[n])[0] for n in own])
    stated = np.array([judged[n].labels[element] for n in own])
    above = (weights[stated][:, None] > weights[~stated][None, :]).mean()
    rule = np.mean([judged[n].signal[element] == judged[n].labels[element] for n in own])
    told = f"{len(own)} passages, in {above:.1%} van de paren weegt de goede meer"
    return f"{told} (signalen alleen: {rule:.1%} juist)"


def _gaps(told: Sequence[Seen], starts: Mapping[str, float]) -> str:
    gold: dict[tuple[str, str], bool] = {}
    got: dict[tuple[str, str], bool] = {}
    for each in told:
        key = each.paper, each.element.partition(".")[0]
        gold[key] = gold.get(key, True) and each.stated
        got[key] = got.get(key, True) and each.total(_ADDED) >= starts[each.element]
    found = sum(not gold[key] and not got[key] for key in gold)
    alarms, gaps = sum(not each for each in got.values()), sum(not each for each in gold.values())
    return f"hiaten: {found} van {gaps} gevonden, {alarms - found} vals alarm"


def write(rows: Rows, models: Mapping[str, Any], starts: Mapping[str, float]) -> None:
    """Write a row a word, a column an element; an empty cell tells nothing."""
    lines = ["\t".join(("woord", *models))]
    lines.append("\t".join((BASE, *(f"{float(m.intercept_[0]):.2f}" for m in models.values()))))
    lines.append("\t".join((SIGNAL, *(f"{_ADDED + _ALONE:g}" for _ in models))))
    lines.append("\t".join((START, *(f"{starts[name] + _ALONE:g}" for name in models))))
    columns = [model.coef_[0] * rows.scales for model in models.values()]
    for number, word in enumerate(rows.names):
        cells = [f"{c[number]:.1f}" if abs(c[number]) >= _LEAST else "" for c in columns]
        if any(cells):
            lines.append("\t".join((word, *cells)))
    (_PACK / TABLE).write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn, or check what was learned."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--check", action="store_true")
    learn(check=parser.parse_args().check)


if __name__ == "__main__":
    main()
