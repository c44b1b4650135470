"""The passages of a document, by which its words are weighed.

A passage is one to three sentences in a row, or as many as hold 90 words, within one part of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from protocheck.engine.sentences import Sentence
from protocheck.engine.terms import Terms
from protocheck.model.geometry import Span
from protocheck.record import record

MOST_WORDS = 90
_SENTENCES = 3
_SENDER, _RECEIVER = "@verzender", "@ontvanger"


@record
class Passage:
    """Sentences in a row of one document; `number` tells its place among all passages of the package."""

    terms: Terms
    sentences: tuple[Sentence, ...]
    number: int

    @property
    def span(self) -> Span:
        """Return where it stands in the repaired text; a footnote may come before what it belongs to."""
        spans = [sentence.span for sentence in self.sentences]
        return Span(min(each.start for each in spans), max(each.end for each in spans))


def parts(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences that can be evidence, those of one part together."""
    loud = (sentence for sentence in sentences if not sentence.silent)
    return (tuple(part) for _home, part in groupby(loud, key=lambda s: s.home.span))


def ends(part: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield from which sentence and up to which one the passages of a part run.

    From each sentence that can be evidence they hold one, two, three, and as many as fit.
    """
    lengths = [len(sentence.words) for sentence in part]
    for first in range(len(part)):
        words = lengths[first]
        last = first + 1
        while last < len(part) and words + lengths[last] <= MOST_WORDS:
            words += lengths[last]
            last += 1
        yield from ((first, end) for end in range(first + 1, min(last, first + _SENTENCES) + 1))
        if last > first + _SENTENCES:
            yield first, last


def named(terms: Terms, found: Iterable[Sequence[Sentence]]) -> list[tuple[bool, bool]]:
    """Tell of each passage of a document whether it names the sender, and whether it names the receiver."""
    sender, receiver = terms.holders(_SENDER), terms.holders(_RECEIVER)
    return [
        (any(each.index in sender for each in sentences), any(each.index in receiver for each in sentences))
        for sentences in found
    ]
