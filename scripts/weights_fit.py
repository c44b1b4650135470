"""Logistic regression of an element over words: which weights tell best what a person judged."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from protocheck.rulebook.weights import BESIDE
from scripts.weights_data import ANCHORS, PUBLISHED, Judged, Paper

_FEWEST = 6  # passages in which a word must stand
_BESIDE = 0.7  # how freely a word beside a term may weigh, of what a word may
_LOOSENESS = 2.0  # how far weights may go (C of the regression)
# How much a source counts. The banks are what the rules were tuned on; other criteria's passages are seldom
# looked through for this element, so each counts little.
_SOURCES = {"passages": 1.0, "bank": 0.5, "example": 1.0, "deny": 1.0}
_OTHER_CRITERIA = 0.3
_PAPER_WITHOUT = 1.2  # a passage of a paper that states the element nowhere
_PAPER_ELSEWHERE = 0.72  # of one that states it elsewhere
_EVERY = 6  # of the passages of papers so many are passed over at first; the hardest come back
_OTHERS_EVERY = 2
_HARDEST = 6  # of each paper
_STATING = 2.0  # the passage of a paper that states it
_HARDER = 1.5  # a hard one of a paper that states the element nowhere counts so much more
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """Passages as rows of numbers, a column a word, for all elements alike.

    `scales` tells by column how much more a word counts that stands in few passages; the judged passages come
    first, then those of each paper from the row in `starts` on.
    """

    names: tuple[str, ...]
    scales: Any
    matrix: Any
    starts: tuple[int, ...]

    def for_element(self, element: str) -> Any:
        """Return all rows; a column of a word beside a term that is for another element is empty."""
        own = ANCHORS.get(element, ())
        beside = (name.partition(BESIDE) for name in self.names)
        return self.matrix @ diags([float(not mark or term in own) for term, mark, _ in beside]).tocsr()

    def of_paper(self, number: int, paper: Paper) -> Any:
        """Return the rows of one paper."""
        return self.matrix[self.starts[number] : self.starts[number] + len(paper.windows)]


def rows_of(judged: Sequence[Judged], papers: Sequence[Paper]) -> Rows:
    """Turn all passages into rows: in how many sentences a word stands there, over the root of all words."""
    held = Counter(word for each in judged for word in each.words)
    names = tuple(sorted(word for word, count in held.items() if count >= _FEWEST))
    scales = np.array([_scale(name, held[name], len(judged)) for name in names])
    every = [each.words for each in judged]
    starts = []
    for paper in papers:
        starts.append(len(every))
        every += [window.words for window in paper.windows]
    column = {name: number for number, name in enumerate(names)}
    return Rows(names, scales, _matrix(every, column, scales), tuple(starts))


def _scale(name: str, held: int, judged: int) -> float:
    return (math.log((1 + judged) / (1 + held)) + 1) * (_BESIDE if BESIDE in name else 1.0)


def _matrix(counted: Iterable[Counter[str]], column: dict[str, int], scales: Any) -> Any:
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for words in counted:
        root = math.sqrt(sum(count for word, count in words.items() if BESIDE not in word)) or 1.0
        for word, count in words.items():
            if word in column:
                columns.append(column[word])
                values.append(count * scales[column[word]] / root)
        ends.append(len(values))
    return csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(column)))


@dataclass(frozen=True, slots=True)
class _Lot:
    """Rows to learn from, by number, with what was judged of them and how much each counts."""

    rows: list[int]
    stated: list[bool]
    counts: list[float]

    def add(self, row: int, *, stated: bool, counts: float) -> None:
        """Add one row."""
        self.rows.append(row)
        self.stated.append(stated)
        self.counts.append(counts)

    def fit(self, matrix: Any) -> LogisticRegression:
        """Learn; what is stated counts more where it is rare, but not as much as would make them even."""
        stated, counts = np.array(self.stated), np.array(self.counts)
        counts = np.where(stated, counts * math.sqrt(counts[~stated].sum() / counts[stated].sum()), counts)
        model = LogisticRegression(C=_LOOSENESS, solver="liblinear", max_iter=200)
        return model.fit(matrix[self.rows], stated, sample_weight=counts)


def fit(
    element: str,
    judged: Sequence[Judged],
    papers: Sequence[Paper],
    rows: Rows,
    held_out: Collection[int] = (),
) -> LogisticRegression:
    """Learn the weights of one element from all that is not held out.

    Of a paper that states the element somewhere, the gold names the parts; which passage in them states it is
    what the weights of the round before say. Of every paper the passages that look most like stating it and
    do not are added each round.
    """
    lot = _of_judged(element, judged, held_out)
    matrix = rows.for_element(element)
    kept = [(n, paper) for n, paper in enumerate(papers) if paper.fold not in held_out]
    for number, paper in kept:
        for at in _silent_on(paper, element)[::_EVERY]:
            lot.add(rows.starts[number] + at, stated=False, counts=_counts(paper, element))
    model = lot.fit(matrix)
    for _round in range(_ROUNDS):
        harder = _Lot(list(lot.rows), list(lot.stated), list(lot.counts))
        for number, paper in kept:
            weights = model.decision_function(rows.of_paper(number, paper))
            _add_hardest(harder, paper, rows.starts[number], element, weights)
        model = harder.fit(matrix)
    return model


def _of_judged(element: str, judged: Sequence[Judged], held_out: Collection[int]) -> _Lot:
    lot = _Lot([], [], [])
    criterion = element.partition(".")[0]
    for number, each in enumerate(judged):
        if each.fold in held_out:
            continue
        if element in each.labels:
            more = PUBLISHED if each.published else 1.0
            lot.add(number, stated=each.labels[element], counts=more * _SOURCES[each.source])
        elif each.criterion != criterion and each.source == "passages" and number % _OTHERS_EVERY == 0:
            lot.add(number, stated=False, counts=_OTHER_CRITERIA)
    return lot


def _silent_on(paper: Paper, element: str) -> list[int]:
    """Return the passages that surely do not state the element."""
    criterion = element.partition(".")[0]
    stated = paper.labels[element]
    if stated and criterion in paper.lost:
        return []
    return [n for n, window in enumerate(paper.windows) if not (stated and criterion in window.cited)]


def _counts(paper: Paper, element: str) -> float:
    return _PAPER_ELSEWHERE if paper.labels[element] else _PAPER_WITHOUT


def _add_hardest(lot: _Lot, paper: Paper, start: int, element: str, weights: Any) -> None:
    silent = _silent_on(paper, element)
    criterion = element.partition(".")[0]
    stating = [n for n, w in enumerate(paper.windows) if paper.labels[element] and criterion in w.cited]
    if stating:
        best = max(stating, key=lambda n: (weights[n], -n))
        lot.add(start + best, stated=True, counts=_STATING)
    passed = sorted(set(silent) - set(silent[::_EVERY]), key=lambda n: (-weights[n], n))
    for at in passed[:_HARDEST]:
        harder = 1 if paper.labels[element] else _HARDER
        lot.add(start + at, stated=False, counts=_counts(paper, element) * harder)
