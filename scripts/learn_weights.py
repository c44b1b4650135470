"""Learn how much each word tells for an element of a criterion: rules/egov-art8/gewichten.tsv.

    python -m scripts.learn_weights            writes the file
    python -m scripts.learn_weights --check    only judges each quarter of passages and papers by the others

It asks for scikit-learn (`pip install --group learn`); judging does not. The held-back papers are not read.
Run it again whenever rules, vocabulary, passages or the tuned corpus change: the terms of the rules are words
too.

What a passage must weigh (`(vanaf)`) is chosen on the papers, each judged by weights learned without it, and
so that a gap that is missed costs two and a half times a false alarm. The rules were tuned on almost half
of those papers and know them too well: there a signal adds only a part of what it adds elsewhere. No rule was
tuned on the papers in `corpus/weights-only.txt`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from protocheck.engine.surroundings import Surroundings
from protocheck.engine.weighing import with_signal
from protocheck.rulebook.weights import AROUND, BASE, SIGNAL, START, TABLE
from scripts.weights_around import GAP_COSTS, Case, held_out, learn_around, surprise, surroundings, values
from scripts.weights_data import (
    ELEMENTS,
    FIRED,
    FOLDS,
    Judged,
    Paper,
    Window,
    judged_passages,
    papers,
    signals_of,
)
from scripts.weights_fit import Rows, fit, rows_of
from scripts.weights_signals import USUAL, of_paper, of_passages, worth

_PACK = Path(__file__).parents[1] / "rules" / "egov-art8"
# The parties (EGOV-01) are told by structure, not by words.
_CRITERIA = tuple(f"EGOV-{number:02}" for number in range(2, 13))
_LEAST = 0.35  # a word that tells less is not written down
_KNOWN = 1 / 3  # of what a signal adds, on papers that its rule was tuned on
_STEEPNESS = 1.5
_GRID = np.arange(-1.5, 3.0, 0.05)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the best passage of a paper weighs, judged by weights that were learned without it."""

    paper: str
    element: str
    stated: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """What was learned of the words of an element.

    Attributes:
        element: its name, 'EGOV-08.gevolg'.
        adds: what each signal is worth.
        apart: what the words of each passage of each paper weigh, by weights that were learned without it.
        model: the weights; none when they are only checked.
        told: how well the passages that were written for this are told apart.
    """

    element: str
    adds: Mapping[str, float]
    apart: Sequence[Sequence[float]]
    model: Any
    told: str


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of an element; `around` counts what is around a passage, by row of `AROUND`."""

    words: Words
    start: float
    around: Sequence[float]


def learn_words(
    element: str, judged: Sequence[Judged], given: Sequence[Paper], rows: Rows, *, check: bool
) -> Words:
    """Learn what words and signals tell of an element."""
    models = {fold: fit(element, judged, given, rows, {fold}) for fold in range(FOLDS)}
    apart = _weighed_apart(judged, rows, models)
    weighed = _papers_apart(given, rows, models)
    pairs = zip(given, weighed, strict=True)
    unknown = (of_paper(element, paper, weights) for paper, weights in pairs if not paper.known)
    adds = worth([*of_passages(element, judged, apart), *unknown])
    model = None if check else fit(element, judged, given, rows)
    return Words(element, adds, weighed, model, _passages_right(element, judged, apart))


def cases(words: Words, number: int, given: Sequence[Paper], around: Sequence[Surroundings]) -> list[Case]:
    """Return what each paper weighs for the element with this number."""
    return [
        Case(
            np.array([_told(words, paper, *each) for each in zip(paper.windows, told, strict=True)]),
            values(found, number, len(told)),
            paper.labels[words.element],
            paper.fold,
        )
        for paper, told, found in zip(given, words.apart, around, strict=True)
    ]


def _told(words: Words, paper: Paper, window: Window, own: float) -> float:
    """Return what the words of a passage, given as `own`, and the signals in it weigh."""
    signals = signals_of(words.element, window.fired)
    added = max((words.adds.get(each, USUAL) for each in signals), default=0.0)
    total = with_signal(own, added)
    return total - (1 - _KNOWN) * added if paper.known else total


def seen(words: Words, given: Sequence[Paper], found: Sequence[Case]) -> Iterator[Seen]:
    """Yield what each paper weighs for an element, with all around it."""
    for paper, totals in zip(given, held_out(found), strict=True):
        yield Seen(paper.slug, words.element, paper.labels[words.element], float(totals.max()))


def start_of(told: Sequence[Seen]) -> float:
    """Return from what weight on a passage states an element, as the papers tell it."""
    weights = np.array([each.weight for each in told])
    stated = np.array([each.stated for each in told])
    costs = np.where(stated, 1.0, GAP_COSTS)

    def cost(start: float) -> float:
        past = _STEEPNESS * (weights - start)
        wrong = np.where(stated, np.logaddexp(0, -past), np.logaddexp(0, past))
        return float((costs * wrong).sum() + surprise(start))

    return round(float(min(_GRID, key=cost)), 2)


def learn(*, check: bool) -> None:
    """Learn every element; write the table, unless it is only to be checked."""
    judged, given = judged_passages(), papers()
    rows = rows_of(judged, given)
    elements = [f"{criterion}.{name}" for criterion in _CRITERIA for name in ELEMENTS[criterion]]
    every = [learn_words(element, judged, given, rows, check=check) for element in elements]
    around = [
        surroundings(paper, [words.apart[number] for words in every]) for number, paper in enumerate(given)
    ]
    learned: list[Learned] = []
    told: list[Seen] = []
    for number, words in enumerate(every):
        found = cases(words, number, given, around)
        own = list(seen(words, given, found))
        told += own
        learned.append(Learned(words, start_of(own), () if check else learn_around(found)))
        print(f"{words.element}: vanaf {learned[-1].start}, {words.told}")
    starts = {each.words.element: each.start for each in learned}
    known = {paper.slug for paper in given if paper.known}
    print(f"afgestemd, {_gaps([each for each in told if each.paper in known], starts)}")
    print(f"niet afgestemd, {_gaps([each for each in told if each.paper not in known], starts)}")
    if not check:
        write(rows, learned, _PACK / TABLE)


def _weighed_apart(judged: Sequence[Judged], rows: Rows, models: Mapping[int, Any]) -> dict[int, float]:
    """Return what the words of each passage that was written for this weigh, by the model without it."""
    found: dict[int, float] = {}
    for fold, model in models.items():
        own = [n for n, each in enumerate(judged) if each.source == "passages" and each.fold == fold]
        found.update(zip(own, map(float, model.decision_function(rows.matrix[own])), strict=True))
    return found


def _papers_apart(given: Sequence[Paper], rows: Rows, models: Mapping[int, Any]) -> list[list[float]]:
    """Return what the words of each passage of each paper weigh, by the model without that paper."""
    return [
        list(map(float, models[paper.fold].decision_function(rows.of_paper(number, paper))))
        for number, paper in enumerate(given)
    ]


def _passages_right(element: str, judged: Sequence[Judged], weighed: Mapping[int, float]) -> str:
    """Tell how many of the passages that were written for this are told apart."""
    own = [number for number in weighed if element in judged[number].labels]
    if not own:
        return "geen passages"
    weights = np.array([weighed[number] for number in own])
    stated = np.array([judged[number].labels[element] for number in own])
    above = (weights[stated][:, None] > weights[~stated][None, :]).mean()
    fired = [any(signals_of(element, judged[number].fired)) for number in own]
    rule = (np.array(fired) == stated).mean()
    told = f"{len(own)} passages, in {above:.1%} van de paren weegt de goede meer"
    return f"{told} (signalen alleen: {rule:.1%} juist)"


def _gaps(told: Sequence[Seen], starts: Mapping[str, float]) -> str:
    gold: dict[tuple[str, str], bool] = {}
    got: dict[tuple[str, str], bool] = {}
    for each in told:
        key = each.paper, each.element.partition(".")[0]
        gold[key] = gold.get(key, True) and each.stated
        got[key] = got.get(key, True) and each.weight >= starts[each.element]
    found = sum(not gold[key] and not got[key] for key in gold)
    alarms, gaps = sum(not each for each in got.values()), sum(not each for each in gold.values())
    return f"hiaten: {found} van {gaps} gevonden, {alarms - found} vals alarm"


def write(rows: Rows, learned: Sequence[Learned], path: Path) -> None:
    """Write a row a word and a signal, a column an element; an empty cell tells nothing."""
    every = [each.words for each in learned]
    lines = ["\t".join(("woord", *(each.element for each in every)))]
    lines.append("\t".join((BASE, *(f"{float(each.model.intercept_[0]):.2f}" for each in every))))
    lines.append("\t".join((SIGNAL, *(f"{USUAL:g}" for _ in every))))
    lines.append("\t".join((START, *(f"{each.start:g}" for each in learned))))
    for number, name in enumerate(AROUND):
        lines.append("\t".join((name, *(f"{each.around[number]:.2f}" for each in learned))))
    for name in sorted({name for each in every for name in each.adds}):
        cells = (f"{each.adds[name]:.1f}" if name in each.adds else "" for each in every)
        lines.append("\t".join((f"{FIRED}{name}", *cells)))
    columns = [each.model.coef_[0] * rows.scales for each in every]
    for number, word in enumerate(rows.names):
        told = [f"{c[number]:.1f}" if abs(c[number]) >= _LEAST else "" for c in columns]
        if any(told):
            lines.append("\t".join((word, *told)))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn, or check what was learned."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--check", action="store_true")
    learn(check=parser.parse_args().check)


if __name__ == "__main__":
    main()
