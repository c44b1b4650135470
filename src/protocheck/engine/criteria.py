"""Judge one criterion over a package: its elements, the evidence for each, the remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from protocheck.engine import signals
from protocheck.engine.headings import Home
from protocheck.engine.signals import Hit, Miss
from protocheck.engine.terms import Terms
from protocheck.engine.weighing import Fired, Weighed, Weighing
from protocheck.model.geometry import Span
from protocheck.model.outcome import BY_WORDS, CriterionResult, ElementResult, Evidence, Status
from protocheck.model.package import Reading
from protocheck.model.structure import Segment
from protocheck.record import record
from protocheck.rulebook.rules import Criterion, Element, Remark, Signal

_PER_ELEMENT = 4
_KIND_ORDER = ("article", "section", "recital", "preamble", "annex")


@record
class Tried:
    """What one signal gave in one document of the package; `misses` only when an account was asked for."""

    terms: Terms
    hits: tuple[Hit, ...]
    misses: tuple[Miss, ...] = ()


Trials = Mapping[str, tuple[Tried, ...]]


def attempt(criterion: Criterion, package: Sequence[Terms]) -> Trials:
    """Try every signal of the criterion on every document, and keep the whole account."""
    home = Home(criterion.home, criterion.topic)
    return {signal.id: tuple(_told(signal, terms, home) for terms in package) for signal in criterion.signals}


def _told(signal: Signal, terms: Terms, home: Home) -> Tried:
    outcome = signals.run(signal, terms, home)
    return Tried(terms, outcome.hits, outcome.misses)


def _trials(criterion: Criterion, package: Sequence[Terms]) -> Trials:
    """Return where every signal of the criterion fires, which is all that a judgement rests on."""
    home = Home(criterion.home, criterion.topic)
    return {
        signal.id: tuple(Tried(terms, signals.hits(signal, terms, home)) for terms in package)
        for signal in criterion.signals
    }


def judge(
    criterion: Criterion, package: Sequence[Terms], weighing: Weighing | None = None
) -> CriterionResult:
    """Judge the criterion: per element whether it is stated, and on what evidence.

    Without a weighing the signals alone decide.
    """
    trials = _trials(criterion, package)
    evidence: list[Evidence] = []
    elements = tuple(_element(e, criterion, trials, evidence, weighing) for e in criterion.elements)
    status = _status(elements)
    if not package[0].reading.text.quality.trusted:
        elements = tuple(
            ElementResult(e.id, e.title, "unreadable") if e.status == "unmet" else e for e in elements
        )
        status = "unreadable" if status == "unmet" else status
    if status != "unreadable":
        _mention(criterion, trials, evidence)
    done = status == "met"
    return CriterionResult(
        id=criterion.id,
        number=criterion.number,
        title=criterion.title,
        status=status,
        elements=elements,
        evidence=tuple(evidence),
        remarks=tuple(r.text for r in criterion.remarks if _applies(r, evidence, trials)),
        advice="" if done else criterion.advice,
        clause="" if done else criterion.clause,
        question=criterion.question,
        prose=criterion.text.get(status, ()),
    )


def _mention(criterion: Criterion, trials: Trials, evidence: list[Evidence]) -> None:
    """Add what signals found that no element needs but the advice tells, one place each."""
    needed = {name for e in criterion.elements for name in (*e.any, *e.all, *e.unless)}
    needed |= {remark.when.removeprefix("!") for remark in criterion.remarks}
    for signal in criterion.signals:
        found = [(tried.terms, hit) for tried in trials[signal.id] for hit in tried.hits]
        if signal.id not in needed and found:
            terms, hit = min(found, key=lambda each: _rank(criterion, 0, *each))
            _index(evidence_of(hit, terms), evidence)


def _status(elements: Sequence[ElementResult]) -> Status:
    met = sum(e.status == "met" for e in elements)
    if met == len(elements):
        return "met"
    return "partial" if met else "unmet"


def _element(
    element: Element,
    criterion: Criterion,
    trials: Trials,
    evidence: list[Evidence],
    weighing: Weighing | None,
) -> ElementResult:
    """Judge one element and add its evidence to the criterion's list."""
    found = by_signals(element, trials)
    undone = any(tried.hits for name in element.unless for tried in trials[name])
    key = element_key(criterion, element)
    if weighing is not None and weighing.weighs(key) and not undone:
        found = _by_weight(found, weighing.stating(key, sentences_of(found)))
    if not found or undone:
        return ElementResult(element.id, element.title, "unmet")
    found.sort(key=lambda each: _rank(criterion, *each))
    indices: dict[int, None] = {}
    for _, terms, hit in _distinct(found)[:_PER_ELEMENT]:
        indices[_index(evidence_of(hit, terms), evidence)] = None
    return ElementResult(element.id, element.title, "met", tuple(indices))


def element_key(criterion: Criterion, element: Element) -> str:
    """Return the name by which an element is weighed."""
    return f"{criterion.id}.{element.id}"


def by_signals(element: Element, trials: Trials) -> list[tuple[int, Terms, Hit]]:
    """Return where the signals of an element fire, with the order of each; none when they do not meet it."""

    def fires(name: str) -> bool:
        return any(tried.hits for tried in trials[name])

    if (element.any and not any(map(fires, element.any))) or not all(map(fires, element.all)):
        return []
    return [
        (order, tried.terms, hit)
        for order, name in enumerate((*element.any, *element.all))
        for tried in trials[name]
        for hit in tried.hits
    ]


def sentences_of(found: Iterable[tuple[int, Terms, Hit]]) -> Fired:
    """Return per document the sentences in which signals fire, and which ones."""
    fired: dict[int, dict[int, set[str]]] = {}
    for _, terms, hit in found:
        inside = fired.setdefault(id(terms), {})
        for sentence in terms.sentences:
            if sentence.span.overlaps(hit.span):
                inside.setdefault(sentence.index, set()).add(hit.signal)
    return fired


def _by_weight(
    found: list[tuple[int, Terms, Hit]], stating: Sequence[Weighed]
) -> list[tuple[int, Terms, Hit]]:
    """Keep where signals fire in a passage that states the element, else the passage that weighs most."""
    places = [(weighed.passage.terms, weighed.passage.span) for weighed in stating if weighed.supported]
    kept = [each for each in found if any(t is each[1] and span.overlaps(each[2].span) for t, span in places)]
    if kept or not stating:
        return kept
    best = stating[0].passage
    return [(0, best.terms, Hit(BY_WORDS, best.sentences[0], best.span))]


def _rank(criterion: Criterion, order: int, terms: Terms, hit: Hit) -> tuple[int, ...]:
    """Best evidence first: in the protocol itself, under the heading for it, in an article."""
    at_home = terms.in_headings(hit.sentence.headings, criterion.home)
    kind = hit.sentence.home.kind
    place = _KIND_ORDER.index(kind) if kind in _KIND_ORDER else len(_KIND_ORDER)
    foreign = terms.reading.document != "protocol" or hit.sentence.in_annex
    return (int(foreign), int(not at_home), order, place, hit.span.start)


def _distinct(found: list[tuple[int, Terms, Hit]]) -> list[tuple[int, Terms, Hit]]:
    """Drop a place that lies inside a better one."""
    kept: list[tuple[int, Terms, Hit]] = []
    for each in found:
        if not any(each[1] is k[1] and each[2].span.overlaps(k[2].span) for k in kept):
            kept.append(each)
    return kept


def _index(new: Evidence, evidence: list[Evidence]) -> int:
    for index, old in enumerate(evidence):
        if (old.document, old.span) == (new.document, new.span):
            return index
    evidence.append(new)
    return len(evidence) - 1


def evidence_of(hit: Hit, terms: Terms) -> Evidence:
    """Turn a hit into evidence with quote, reference and place."""
    reading, home = terms.reading, hit.sentence.home
    supplied = reading.document != "protocol"
    span = _trimmed(hit.span, reading.text.text)
    pieces = tuple(terms.pieces(span))
    ref, label = named(home, reading)
    return Evidence(
        signal=hit.signal,
        document=reading.document,
        ref=ref,
        label=label,
        heading=home.heading,
        span=span,
        quote=" ".join(filter(None, map(reading.text.quote, pieces))),
        reading=" ".join(" ".join(piece.of(reading.text.text) for piece in pieces).split()),
        location=reading.text.source.locate(reading.text.to_raw(span)),
        in_annex=supplied or hit.sentence.in_annex,
    )


def named(part: Segment, reading: Reading) -> tuple[str, str]:
    """Return how a part is cited, canonical and in Dutch; in a supplied annex with the annex before it."""
    if reading.document == "protocol":
        return part.ref, part.label
    number = reading.document.removeprefix("annex-")
    return _inside(f"annex {number}", part.ref), _inside(f"bijlage {number}", part.label)


def _inside(annex: str, part: str) -> str:
    """Name a part of a supplied annex; the annex's own number ('Bijlage 1') gives way to its place."""
    first, _, rest = part.partition(", ")
    kind = annex.partition(" ")[0]
    inner = rest if first.casefold().partition(" ")[0] == kind else part
    return f"{annex}, {inner}" if inner else annex


def _trimmed(span: Span, text: str) -> Span:
    piece = span.of(text)
    lead = len(piece) - len(piece.lstrip())
    return Span(span.start + lead, max(span.start + len(piece.rstrip()), span.start + lead))


def _applies(remark: Remark, evidence: Sequence[Evidence], trials: Trials) -> bool:
    """Tell whether a remark is due: on where the evidence stands, or on a signal."""
    match remark.when:
        case "annex_only":
            return bool(evidence) and all(e.in_annex for e in evidence)
        case "recital_only":
            return bool(evidence) and all(e.ref.startswith(("recital", "preamble")) for e in evidence)
        case name if name.startswith("!"):
            return not any(tried.hits for tried in trials[name[1:]])
        case name:
            return any(tried.hits for tried in trials[name])
