"""What each passage weighs for an element of a criterion, by all of its words together.

A signal knows the wordings that its writer thought of. On papers written by others half of the passages that
state an element used another wording, and one in eight that did not state it used that very one. So every
passage is weighed as well: each of its words, pairs of words, words of its heading and terms of the rules
tells a little for or against, as much as it does in passages that people judged (`gewichten.tsv` in the pack,
learned by `scripts/learn_weights.py`). A signal that fires there adds what it proved to be worth.

A passage is one to three sentences in a row, or as many as hold 90 words, within one part of the document.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import add

from protocheck.engine.sentences import Sentence
from protocheck.engine.terms import Terms
from protocheck.match.words import stem
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.rulebook.weights import Told, Weights

MOST_WORDS = 90
_SENTENCES = 3
_HEADINGS = 2  # the nearest above a sentence that say what it is about
IN_HEADING = "^"
NUMBER = "#"
PAIR = " "
_FEW = 5  # words to name in an account

_Sum = tuple[int, list[float]]  # of how many words, and per element what they weigh
Fired = Mapping[int, Collection[int]]  # per document, by `id` of its terms: sentences where signals fire


@record
class Passage:
    """Sentences in a row of one document."""

    terms: Terms
    sentences: tuple[Sentence, ...]

    @property
    def span(self) -> Span:
        """Return where it stands in the repaired text; a footnote may come before what it belongs to."""
        spans = [sentence.span for sentence in self.sentences]
        return Span(min(each.start for each in spans), max(each.end for each in spans))


@record
class Weighed:
    """What a passage weighs for an element, and what it has to.

    Attributes:
        passage: the sentences.
        weight: of its words, and of a signal that fires in it.
        start: from which weight on it states the element.
        supported: whether a signal fires in it.
    """

    passage: Passage
    weight: float
    start: float
    supported: bool

    @property
    def states(self) -> bool:
        """Tell whether the passage states the element."""
        return self.weight >= self.start


class Weighing:
    """The passages of one package, weighed once for all criteria."""

    def __init__(self, package: Sequence[Terms], weights: Weights) -> None:
        """Weigh every passage of every document of the package."""
        self._weights = weights
        self._numbers = {name: number for number, name in enumerate(weights.elements)}
        self._passages: list[Passage] = []
        rows: list[list[float]] = []
        for terms in package if weights.elements else ():
            sums = _Sums(weights, terms)
            for given, first in runs(terms.sentences):
                for passage, row in zip(given, sums.of(given, first), strict=True):
                    self._passages.append(Passage(terms, passage))
                    rows.append(row)
        self._columns = list(zip(*rows, strict=True))

    def weighs(self, element: str) -> bool:
        """Tell whether an element ('EGOV-08.gevolg') is weighed at all, and there is something to weigh."""
        return element in self._numbers and bool(self._passages)

    def stating(self, element: str, fired: Fired) -> list[Weighed]:
        """Return the passages that state an element, the heaviest first; `fired` as for `best`."""
        start = self._weights.start[self._numbers[element]]
        return sorted(self._from(element, start, fired), key=lambda each: -each.weight)

    def best(self, element: str, fired: Fired) -> Weighed:
        """Return the passage that weighs most for an element, the first of equals.

        Args:
            element: one that is weighed.
            fired: by `id` of the terms of a document, the sentences in which a signal of the rule fires.
        """
        return max(self._from(element, -math.inf, fired), key=lambda each: each.weight)

    def _from(self, element: str, least: float, fired: Fired) -> Iterator[Weighed]:
        """Yield the passages that weigh so much, in the order of the text."""
        number = self._numbers[element]
        added, start = self._weights.signal[number], self._weights.start[number]
        for passage, weight in zip(self._passages, self._columns[number], strict=True):
            if weight < least and not (fired and weight + added >= least):
                continue
            supported = _fires(passage, fired)
            total = weight + added if supported else weight
            if total >= least:
                yield Weighed(passage, total, start, supported)

    def telling(self, element: str, passage: Passage) -> tuple[tuple[str, float], ...]:
        """Return the words of a passage that tell most for or against an element, the heaviest first."""
        number = self._numbers[element]
        told: dict[str, float] = {}
        for word in _words_of(passage.sentences, passage.terms):
            for at, weight in self._weights.told(word):
                if at == number:
                    told[word] = told.get(word, 0.0) + weight
        return tuple(sorted(told.items(), key=lambda each: (-abs(each[1]), each[0]))[:_FEW])


def _fires(passage: Passage, fired: Fired) -> bool:
    inside = fired.get(id(passage.terms), ())
    return any(sentence.index in inside for sentence in passage.sentences)


def passages(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Yield the passages: from each sentence that can be evidence one, two, three, and as many as fit."""
    for given, _first in runs(sentences):
        yield from given


def runs(sentences: Iterable[Sentence]) -> Iterator[tuple[list[tuple[Sentence, ...]], Sentence]]:
    """Yield the passages that begin with the same sentence together, and that sentence."""
    loud = (sentence for sentence in sentences if not sentence.silent)
    for _home, part in groupby(loud, key=lambda s: s.home.span):
        given = tuple(part)
        for first, sentence in enumerate(given):
            yield [given[first:last] for last in _ends(given, first)], sentence


def _ends(given: Sequence[Sentence], first: int) -> Iterator[int]:
    """Yield behind which sentences the passages that begin with `first` end."""
    words = 0
    last = first
    while last < len(given):
        words += len(given[last].words)
        if last > first and words > MOST_WORDS:
            break
        last += 1
        if last - first <= _SENTENCES:
            yield last
    if last - first > _SENTENCES:
        yield last


class _Sums:
    """What the words of the sentences and headings of one document weigh, added once each."""

    def __init__(self, weights: Weights, terms: Terms) -> None:
        self._weights = weights
        self._terms = terms
        self._told: dict[str, Told] = {}
        self._sentences: dict[int, _Sum] = {}
        self._above: dict[tuple[Span, ...], frozenset[str]] = {}
        self._headings: dict[frozenset[str], _Sum] = {}

    def of(self, given: Sequence[Sequence[Sentence]], first: Sentence) -> Iterator[list[float]]:
        """Yield what passages that begin with the same sentence weigh, each longer than the one before.

        A long passage does not weigh more by its length alone.
        """
        count, total = self._sentence(first)
        heads = self._heading(first)
        done = 1
        for passage in given:
            for sentence in passage[done:]:
                more, own = self._sentence(sentence)
                count, total = count + more, list(map(add, total, own))
                heads |= self._heading(sentence)
            done = len(passage)
            above, headed = self._headed(heads)
            root = math.sqrt(count + above) or 1.0
            columns = zip(self._weights.base, total, headed, strict=True)
            yield [base + (own + over) / root for base, own, over in columns]

    def _sentence(self, sentence: Sentence) -> _Sum:
        if sentence.index not in self._sentences:
            self._sentences[sentence.index] = self._sum(sentence_words(sentence, self._terms))
        return self._sentences[sentence.index]

    def _heading(self, sentence: Sentence) -> frozenset[str]:
        near = sentence.headings[-_HEADINGS:]
        if near not in self._above:
            self._above[near] = heading_words(sentence, self._terms)
        return self._above[near]

    def _headed(self, heads: frozenset[str]) -> _Sum:
        if heads not in self._headings:
            self._headings[heads] = self._sum(heads)
        return self._headings[heads]

    def _sum(self, words: frozenset[str]) -> _Sum:
        total = [0.0] * len(self._weights.elements)
        for word in sorted(words & self._weights.words.keys()):  # sorted: the same sum each time
            if word not in self._told:
                self._told[word] = self._weights.told(word)
            for number, weight in self._told[word]:
                total[number] += weight
        return len(words), total


def sentence_words(sentence: Sentence, terms: Terms) -> frozenset[str]:
    """Return the stems in a sentence, the pairs of neighbours, and the terms of the rules."""
    stems = _stems(sentence.words, terms)
    pairs = (f"{one}{PAIR}{other}" for one, other in pairwise(stems))
    return frozenset((*stems, *pairs, *terms.present(sentence.index)))


def heading_words(sentence: Sentence, terms: Terms) -> frozenset[str]:
    """Return the stems in the headings right above a sentence, marked as such."""
    near = (terms.words.range_in(span) for span in sentence.headings[-_HEADINGS:])
    return frozenset(f"{IN_HEADING}{each}" for within in near for each in _stems(within, terms))


def _words_of(passage: Sequence[Sentence], terms: Terms) -> Iterator[str]:
    yield from frozenset().union(*(heading_words(sentence, terms) for sentence in passage))
    for sentence in passage:
        yield from sentence_words(sentence, terms)


def _stems(within: range, terms: Terms) -> list[str]:
    words = terms.words.words
    return [NUMBER if words[at][0].isdigit() else stem(words[at]) for at in within]
