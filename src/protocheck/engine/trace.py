"""Why a criterion got its status on a document: every signal that was tried, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.engine.criteria import (
    Trials,
    Tried,
    attempt,
    by_signals,
    element_key,
    evidence_of,
    judge,
    sentences_of,
)
from protocheck.engine.evaluate import finder_of, not_in_force, other_kind_of, signed_on, weighed_words
from protocheck.engine.headings import headed
from protocheck.engine.sentences import Sentence
from protocheck.engine.signals import Hit, Miss
from protocheck.engine.terms import Terms
from protocheck.engine.weighing import Weighing
from protocheck.model.geometry import Span
from protocheck.model.outcome import BY_WORDS, CriterionResult, Evidence
from protocheck.model.package import Package
from protocheck.record import record
from protocheck.rulebook.rules import Criterion, Element, Rulebook, Signal, Topic


@record
class Refused:
    """A place where all terms of a signal stand and that still does not count.

    Attributes:
        place: where it stands, with its quote.
        reason: 'ontkenning', 'uitstel', 'oude-wet', 'hol', 'kop', 'uitgesloten-term', 'afstand',
            'niets-erbij', 'onderwerp', 'vraag', 'aanvinklijst', 'leeg', or the kind of a part that is
            never evidence.
        words: the words of the rule that stand there.
        by: the words or the heading that speak against them; empty when it is the place itself.
    """

    place: Evidence
    reason: str
    words: tuple[str, ...] = ()
    by: str = ""


@record
class SignalTrace:
    """One signal: where it fires, where it almost does, and what it lacks.

    `topics` holds for each hit the words by which its part is about the subject; none under a heading
    that says so.
    `absent` names the terms that stand nowhere in the package; `apart` tells that all of them stand
    somewhere, but not together; `near` is the place that holds most of them.
    """

    id: str
    hits: tuple[Evidence, ...] = ()
    refused: tuple[Refused, ...] = ()
    absent: tuple[str, ...] = ()
    apart: bool = False
    near: Evidence | None = None
    check: str = ""
    topics: tuple[tuple[str, ...], ...] = ()


@record
class WeighedTrace:
    """The passage that weighs most for an element.

    `weight` counts what a signal that fires there adds (`signal`), `start` is what it takes, and `words` tell
    most, each with how much.
    """

    place: Evidence
    weight: float
    start: float
    signal: bool
    words: tuple[tuple[str, float], ...] = ()


@record
class ElementTrace:
    """One element with the signals that can meet it, and those that undo it when they fire.

    `weighed` is None for an element that is told by signals alone.
    """

    id: str
    title: str
    status: str
    signals: tuple[SignalTrace, ...]
    unless: tuple[SignalTrace, ...] = ()
    weighed: WeighedTrace | None = None


@record
class Trace:
    """The whole account of one criterion on one package.

    `doubt` says why the rule or the paper would not be judged at all: not in force, or no protocol.
    """

    result: CriterionResult
    elements: tuple[ElementTrace, ...]
    doubt: str = ""


def trace(package: Package, rulebook: Rulebook, criterion: Criterion) -> Trace:
    """Judge one criterion and keep the account of every signal."""
    finder = finder_of(rulebook)
    documents = [Terms(reading, finder) for reading in package.readings]
    trials = attempt(criterion, documents)
    signals = {signal.id: signal for signal in criterion.signals}
    told = {
        name: _signal(signal, trials[name], documents, criterion.topic) for name, signal in signals.items()
    }
    weighing = Weighing(documents, weighed_words(rulebook))
    result = judge(criterion, documents, weighing)
    statuses = {element.id: element.status for element in result.elements}
    other = other_kind_of(documents[0], finder, rulebook)
    doubt = not_in_force(criterion.sources, signed_on(package)) or (other.message if other else "")
    return Trace(
        result,
        tuple(
            _element(element, statuses[element.id], told, _weighed(criterion, element, trials, weighing))
            for element in criterion.elements
        ),
        doubt.replace("{{ name }}", package.main.text.source.name),
    )


def _weighed(
    criterion: Criterion, element: Element, trials: Trials, weighing: Weighing
) -> WeighedTrace | None:
    key = element_key(criterion, element)
    if not weighing.weighs(key):
        return None
    best = weighing.best(key, sentences_of(by_signals(element, trials)))
    hit = Hit(BY_WORDS, best.passage.sentences[0], best.passage.span)
    place = evidence_of(hit, best.passage.terms)
    return WeighedTrace(place, best.weight, best.start, best.supported, weighing.telling(key, best.passage))


def _element(
    element: Element, status: str, told: dict[str, SignalTrace], weighed: WeighedTrace | None
) -> ElementTrace:
    names = (*element.any, *element.all)
    return ElementTrace(
        element.id,
        element.title,
        status,
        tuple(told[name] for name in names),
        tuple(told[name] for name in element.unless),
        weighed,
    )


def _signal(
    signal: Signal, tried: Sequence[Tried], documents: Sequence[Terms], topic: Topic | None
) -> SignalTrace:
    hits = tuple(evidence_of(hit, each.terms) for each in tried for hit in each.hits)
    topics = tuple(_topic(signal, hit, each.terms, topic) for each in tried for hit in each.hits)
    refused = tuple(_refused(miss, each.terms) for each in tried for miss in each.misses)
    if hits or refused or signal.check:
        return SignalTrace(signal.id, hits, refused, check=signal.check, topics=topics)
    absent = tuple(_absent(signal, documents))
    return SignalTrace(signal.id, absent=absent, apart=not absent, near=_nearest(signal, documents))


def _topic(signal: Signal, hit: Hit, terms: Terms, topic: Topic | None) -> tuple[str, ...]:
    """Return the words by which a part without a fitting heading is about the subject."""
    if topic is None or headed(signal, hit.sentence, terms):
        return ()
    return terms.parts.telling(hit.sentence.home, topic)


def _refused(miss: Miss, terms: Terms) -> Refused:
    place = evidence_of(Hit(miss.signal, miss.sentence, _extent(miss)), terms)
    words = tuple(dict.fromkeys(_printed(span, terms) for span in miss.words))
    by = _printed(miss.by, terms) if miss.by is not None else ""
    return Refused(place, miss.reason, words, by)


def _extent(miss: Miss) -> Span:
    """Return the sentences in which the words stand, from the first to the last."""
    own = miss.sentence.span
    return Span(
        min([own.start, *(span.start for span in miss.words)]),
        max([own.end, *(span.end for span in miss.words)]),
    )


def _printed(span: Span, terms: Terms) -> str:
    return " ".join(span.of(terms.reading.text.text).split())


def _absent(signal: Signal, documents: Sequence[Terms]) -> Iterator[str]:
    """Yield the terms that must be there and stand nowhere; of alternatives all of them."""
    yield from (term for term in signal.all if not any(terms.holders(term) for terms in documents))
    if signal.any and not any(terms.holders(term) for terms in documents for term in signal.any):
        yield "|".join(signal.any)


def _nearest(signal: Signal, documents: Sequence[Terms]) -> Evidence | None:
    """Return the stretch that holds most of what must be there together; the first of equals."""
    wanted = [*signal.all, *(["|".join(signal.any)] if signal.any else [])]
    best: tuple[int, Terms, Sentence] | None = None
    for terms in documents:
        holders = [frozenset().union(*(terms.holders(t) for t in term.split("|"))) for term in wanted]
        some = frozenset().union(*holders)
        for stretch in terms.stretches(signal.scope, ()).every:
            inside = [s for s in stretch if s.index in some and not s.silent]
            count = sum(any(s.index in each for s in inside) for each in holders)
            if inside and count > (best[0] if best else 0):
                best = (count, terms, inside[0])
    if best is None:
        return None
    return evidence_of(Hit(signal.id, best[2], best[2].span), best[1])
