"""What each passage weighs for an element of a criterion, by all of its words together.

A signal knows the wordings that its writer thought of. On papers written by others half of the passages that
state an element used another wording, and one in eight that did not state it used that very one. So every
passage is weighed as well: each of its words, pairs of words, words of its heading and terms of the rules
tells a little for or against, as much as it does in passages that people judged (`gewichten.tsv` in the pack,
learned by `scripts/learn_weights.py`); beside some terms, such as a law that is named, each word of the
sentence tells something once more. A signal that fires there adds what it proved to be worth; of more signals
the best one counts, and beside one that is hardly ever wrong words tell little against. Last, what is around
the passage counts (`surroundings.py`).
"""

from __future__ import annotations

import functools
import math
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from protocheck.engine.passages import Passage, ends, named, parts
from protocheck.engine.sentences import Sentence
from protocheck.engine.surroundings import Surroundings, most_added
from protocheck.engine.terms import Terms
from protocheck.match.words import stem
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.rulebook.weights import BESIDE, LANE, PARTS, ZERO, Weights

MOST_ADDED = 10_000  # words of one sentence that tell something: more would run over the lanes
_HEADINGS = 2  # the nearest above a sentence that say what it is about
IN_HEADING = "^"
NUMBER = "#"
PAIR = " "
SIGNAL_ROW = "!"
FACT = "@"
_NUMBERED = frozenset({NUMBER, "art", "artikel"})
_FEW = 5  # words to name in an account
_EXACT = 3.0  # a signal that adds more is hardly ever wrong
_MOST_AGAINST = -1.0  # so much the words beside it tell at most: that they are rare tells nothing

_Sum = tuple[int, int, int]  # how many words, how many of them tell something, and what those tell, packed
# Per document, by `id` of its terms, and per sentence: the signals that fire there.
Fired = Mapping[int, Mapping[int, Collection[str]]]
_Adds = Mapping[int, Mapping[int, float]]  # the same: what they add


@record
class Weighed:
    """What a passage weighs for an element, and what it has to.

    Attributes:
        passage: the sentences.
        weight: of its words, of a signal that fires in it, and of what is around it.
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
        begins: list[int] = []
        names: list[tuple[bool, bool]] = []
        for terms in package if weights.elements else ():
            sums = _Sums(weights, terms)
            for part in parts(terms.sentences):
                begins.append(len(rows))
                found = enumerate(ends(part), start=len(rows))
                self._passages += [
                    Passage(terms, part[first:last], number) for number, (first, last) in found
                ]
                rows += sums.of(part)
            names += named(terms, [each.sentences for each in self._passages[len(names) :]])
        self._columns = list(zip(*rows, strict=True))
        self._around = Surroundings(rows, (*begins, len(rows)), names)

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
            fired: by `id` of the terms of a document, which signals of the rule fire in which sentence.
        """
        return max(self._from(element, -math.inf, fired), key=lambda each: each.weight)

    def _from(self, element: str, least: float, fired: Fired) -> Iterator[Weighed]:
        """Yield the passages that weigh so much, in the order of the text."""
        number = self._numbers[element]
        adds, start = self._adds(number, fired), self._weights.start[number]
        around = self._weights.around
        most = max((added for each in adds.values() for added in each.values()), default=0.0)
        nearby = most_added(around, number)
        for passage, weight in zip(self._passages, self._columns[number], strict=True):
            if with_signal(weight, most) + nearby < least:
                continue
            added = _added(passage, adds)
            total = with_signal(weight, added or 0.0) + self._around.adds(around, number, passage.number)
            if total >= least:
                yield Weighed(passage, total, start, added is not None)

    def _adds(self, number: int, fired: Fired) -> _Adds:
        """Return what the signals that fire add for an element: what each is worth, or else the usual."""
        usual = self._weights.signal[number]

        @functools.cache
        def worth(signal: str) -> float:
            return dict(self._weights.told(f"{SIGNAL_ROW}{signal}")).get(number, usual)

        return {
            document: {at: max(map(worth, signals)) for at, signals in inside.items()}
            for document, inside in fired.items()
        }

    def share_stated(self) -> float:
        """Return which share of the elements that are weighed some passage states by its words alone."""
        names = [name for name in self._weights.elements if self.weighs(name)]
        return sum(bool(self.stating(name, {})) for name in names) / len(names) if names else 0.0

    def telling(self, element: str, passage: Passage) -> tuple[tuple[str, float], ...]:
        """Return the words that tell most for or against an element, each with its part of the weight.

        What is around the passage counts among them, under the name of its row: '(verzender)'.
        """
        number = self._numbers[element]
        words = list(_words_of(passage.sentences, passage.terms))
        root = math.sqrt(len(words)) or 1.0
        anchors = self._weights.beside
        beside = (each for s in passage.sentences for each in words_beside(s, passage.terms, anchors))
        told: dict[str, float] = {}
        for word in (*words, *beside):
            for at, weight in self._weights.told(word):
                if at == number:
                    told[word] = told.get(word, 0.0) + weight / root
        told |= self._around.told(self._weights.around, number, passage.number)
        return tuple(sorted(told.items(), key=lambda each: (-abs(each[1]), each[0]))[:_FEW])


def with_signal(words: float, added: float) -> float:
    """Return what the words of a passage and the best signal in it weigh together."""
    return (max(words, _MOST_AGAINST) if added > _EXACT else words) + added


def _added(passage: Passage, adds: _Adds) -> float | None:
    """Return what the best signal adds that fires in a passage; None when there is none."""
    inside = adds.get(id(passage.terms), {})
    found = [inside[sentence.index] for sentence in passage.sentences if sentence.index in inside]
    return max(found, default=None)


class _Sums:
    """What the words of the sentences and headings of one document weigh, added once each."""

    def __init__(self, weights: Weights, terms: Terms) -> None:
        self._weights = weights
        self._terms = terms
        self._lanes = weights.words.get
        self._width = LANE * len(weights.elements)
        self._unpack = struct.Struct(f"<{len(weights.elements)}I").unpack
        self._above: dict[tuple[Span, ...], frozenset[str]] = {}
        self._headings: dict[frozenset[str], _Sum] = {}

    def of(self, part: Sequence[Sentence]) -> list[list[float]]:
        """Return what the passages of a part weigh, in the order of `ends`."""
        above = [self._heading(sentence) for sentence in part]
        sums = [self._sentence(sentence) for sentence in part]
        # Sums from the first sentence on; those of a passage are what lies between two of them.
        many, known, lanes = [0], [0], [0]
        for count, telling, told in sums:
            many.append(many[-1] + count)
            known.append(known[-1] + telling)
            lanes.append(lanes[-1] + told)
        found = []
        for first, last in ends(part):
            heads = above[first]
            if any(each is not heads for each in above[first:last]):
                heads = heads.union(*above[first:last])
            count, telling, told = self._headed(heads)
            found.append(
                self._weighed(
                    count + many[last] - many[first],
                    telling + known[last] - known[first],
                    told + lanes[last] - lanes[first],
                )
            )
        return found

    def _weighed(self, many: int, known: int, lanes: int) -> list[float]:
        """Return the weight per element; a long passage does not weigh more by its length alone."""
        root = PARTS * (math.sqrt(many) or 1.0)
        offset = ZERO * known
        told = self._unpack(lanes.to_bytes(self._width, "little"))
        return [base + (lane - offset) / root for base, lane in zip(self._weights.base, told, strict=True)]

    def _sentence(self, sentence: Sentence) -> _Sum:
        """Add what the words of a sentence tell; those beside a term are no more words, it is no longer."""
        words = sentence_words(sentence, self._terms)
        here = [term for term in self._terms.present(sentence.index) if term in self._weights.beside]
        return self._sum(words, [each for term in here for each in self._beside(term, words)])

    def _beside(self, term: str, words: Iterable[str]) -> Iterator[bytes]:
        found = map(self._weights.beside[term].get, words)
        return (lanes for lanes in found if lanes)

    def _heading(self, sentence: Sentence) -> frozenset[str]:
        near = sentence.headings[-_HEADINGS:]
        if near not in self._above:
            self._above[near] = heading_words(sentence, self._terms)
        return self._above[near]

    def _headed(self, heads: frozenset[str]) -> _Sum:
        found = self._headings.get(heads)
        if found is None:
            found = self._headings[heads] = self._sum(heads)
        return found

    def _sum(self, words: frozenset[str], beside: Iterable[bytes] = ()) -> _Sum:
        lanes = [found for found in map(self._lanes, words) if found]
        lanes = [*lanes, *beside][:MOST_ADDED]
        return len(words), len(lanes), sum(int.from_bytes(each, "little") for each in lanes)


def sentence_words(sentence: Sentence, terms: Terms) -> frozenset[str]:
    """Return the stems in a sentence, the pairs of neighbours, and the terms of the rules.

    What the facts of a paper give ('@partij') is left out: a passage that is judged by itself has no parties,
    and their names would tell no more than that a sentence stands in a whole paper.
    """
    stems = _stems(sentence.words, terms)
    pairs = (f"{one}{PAIR}{other}" for one, other in pairwise(stems))
    named = (term for term in terms.present(sentence.index) if term[0] != FACT)
    return frozenset((*stems, *pairs, *named))


def words_beside(sentence: Sentence, terms: Terms, anchors: Collection[str]) -> frozenset[str]:
    """Return the words of a sentence once more with each of these terms that stands in it, 'term&word'.

    Here a law that is named counts as a term: one that is cited in a passage is found in it alone as well.
    """
    here = [term for term in terms.present(sentence.index) if term in anchors]
    single = [word for word in sentence_words(sentence, terms) if PAIR not in word] if here else []
    return frozenset(f"{term}{BESIDE}{word}" for term in here for word in single if word != term)


def heading_words(sentence: Sentence, terms: Terms) -> frozenset[str]:
    """Return the stems in the headings right above a sentence, marked as such; not that they are headings."""
    near = (terms.words.range_in(span) for span in sentence.headings[-_HEADINGS:])
    found = (each for within in near for each in _stems(within, terms))
    return frozenset(f"{IN_HEADING}{each}" for each in found if each not in _NUMBERED)


def _words_of(passage: Sequence[Sentence], terms: Terms) -> Iterator[str]:
    yield from frozenset().union(*(heading_words(sentence, terms) for sentence in passage))
    for sentence in passage:
        yield from sentence_words(sentence, terms)


def _stems(within: range, terms: Terms) -> list[str]:
    words = terms.words.words
    return [NUMBER if words[at][0].isdigit() else stem(words[at]) for at in within]
