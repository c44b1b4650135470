"""What an article is about, by its words, where its heading does not say.

Many papers have articles with no heading, or with one of their own ('Art. 10.', 'Afspraken', 'Wat als?').
What such an article is about is told by its words together, none of which would be enough by itself: each
weighs as much as it stands more often in articles of the corpus on the subject than in others. The weights
stand in `onderwerpen.tsv` in the pack; `scripts/learn_topics.py` counts them. They are no evidence: they only
let a signal that wants a heading look at what stands under none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from protocheck.engine.sentences import Sentence
from protocheck.match.words import Words, stem
from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.rulebook.rules import Topic

_HEADING = "^"  # a word in a heading weighs otherwise than the same word below it
_NUMBER = "#"
_TALES = frozenset({"recital", "recitals", "preamble"})
_FEW = 5  # words to name in an account


class Parts:
    """The words of each part of one document, to be weighed for any subject."""

    def __init__(self, sentences: Iterable[Sentence], words: Words) -> None:
        """Gather the words of the sentences by the part they stand in."""
        self._words = words
        self._sentences: dict[Span, list[Sentence]] = {}
        for sentence in sentences:
            self._sentences.setdefault(sentence.home.span, []).append(sentence)
        self._tokens: dict[Span, frozenset[str]] = {}
        self._scores: dict[tuple[Span, str], float] = {}

    def tokens(self, home: Segment) -> frozenset[str]:
        """Return the stems in a part, without the parts that are cited by themselves ('article 4.2')."""
        if home.span not in self._tokens:
            self._tokens[home.span] = frozenset(self._gathered(home))
        return self._tokens[home.span]

    def _gathered(self, home: Segment) -> Iterator[str]:
        if home.heading_span is not None:
            yield from (_HEADING + each for each in self._stems(self._words.range_in(home.heading_span)))
        for sentence in self._sentences.get(home.span, ()):
            yield from self._stems(sentence.words)

    def _stems(self, within: range) -> Iterator[str]:
        for at in within:
            word = self._words.words[at]
            yield _NUMBER if word[0].isdigit() else stem(word)

    def about(self, home: Segment, topic: Topic) -> bool:
        """Tell whether a part is about the subject; a recital tells its own tale, whatever words it uses."""
        if home.kind in _TALES:
            return False
        key = home.span, topic.id
        if key not in self._scores:
            self._scores[key] = score(self.tokens(home), topic.weights)
        return self._scores[key] >= topic.start

    def telling(self, home: Segment, topic: Topic) -> tuple[str, ...]:
        """Return the stems that tell most for the subject, the heaviest first."""
        held = sorted((-topic.weights.get(each, 0.0), each) for each in self.tokens(home))
        return tuple(each.lstrip(_HEADING) for weight, each in held[:_FEW] if weight < 0)


def score(tokens: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return how much the words tell for a subject: long parts do not weigh more by their length alone."""
    held = sorted(map(weights.__getitem__, weights.keys() & tokens))  # sorted: the same sum each time
    return sum(held) / math.sqrt(len(held)) if held else -math.inf
