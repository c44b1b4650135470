"""Where a signal may fire: the few stretches that hold all its terms, under headings that suit it.

What can be told of all sentences at once comes first. What must be read word by word (denial, distance, the
subject of a sentence) is left to `signals`, for the few that remain.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator

from protocheck.engine.bits import ones
from protocheck.engine.headings import Home, suits
from protocheck.engine.sentences import Sentence
from protocheck.engine.terms import Terms
from protocheck.rulebook.rules import Signal


def candidates(signal: Signal, terms: Terms, home: Home) -> Iterator[tuple[Sentence, ...]]:
    """Yield the stretches in which nothing that is told of whole sentences keeps the signal from firing."""
    wanted = _wanted(signal, terms)
    if not all(wanted):
        return
    barred = terms.bits.holding_any(signal.none)
    if signal.scope == "sentence":
        yield from _sentences(signal, wanted, barred, terms, home)
        return
    stretches = terms.stretches(signal.scope, signal.kinds)
    holding = (stretches.numbers(ones(each)) for each in wanted)
    able = functools.reduce(operator.and_, holding)
    for number in sorted(able - stretches.numbers(ones(barred))):
        stretch = stretches.every[number]
        if any(suits(signal, sentence, terms, home) for sentence in stretch):
            yield stretch


def _wanted(signal: Signal, terms: Terms) -> list[int]:
    """Return per term that must be there in which sentences it speaks; for those in `any` together."""
    bits = terms.bits
    wanted = [bits.holding(term) for term in signal.all]
    if signal.any:
        wanted.append(bits.holding_any(signal.any))
    return wanted if signal.polarity == "printed" else [each & bits.loud for each in wanted]


def _sentences(
    signal: Signal, wanted: list[int], barred: int, terms: Terms, home: Home
) -> Iterator[tuple[Sentence]]:
    """Yield the sentences with a term of their own and all others too, in themselves or in their leads."""
    able = functools.reduce(operator.or_, wanted) & ~barred
    for each in wanted:
        able &= each | terms.bits.led(each)
    if signal.kinds:
        able &= terms.bits.inside(signal.kinds)
    for index in ones(able):
        sentence = terms.sentences[index]
        if suits(signal, sentence, terms, home):
            yield (sentence,)
