"""The evidence of one criterion in words: where it stands and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from protocheck.advice import contents, dutch
from protocheck.advice.context import Context
from protocheck.advice.places import cite, cite_one, of_evidence
from protocheck.advice.templates import Value
from protocheck.model.facts import Citation
from protocheck.model.outcome import CriterionResult, Evidence, Status

MOST_QUOTES = 4
ALONE, AMONG = 420, 260


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion beside the package it was judged in."""

    context: Context
    criterion: CriterionResult


def of_part(judged: Judged, part: str) -> Sequence[Evidence]:
    """Return the evidence of an element or a signal; of the whole criterion when `part` is empty."""
    evidence = judged.criterion.evidence
    if not part:
        return evidence
    for element in judged.criterion.elements:
        if element.id == part:
            return [evidence[index] for index in element.evidence]
    return [each for each in evidence if each.signal == part]


def where(judged: Judged, part: str) -> Value:
    """Where it stands: 'art. 3 en 5 van het protocol'."""
    return cite(map(of_evidence, of_part(judged, part)), judged.context.papers)


def quote(judged: Judged, part: str) -> Value:
    """What it says, in the best place alone."""
    best = _best(of_part(judged, part))
    return dutch.quoted(best[0].reading or best[0].quote, ALONE) if best else ""


def quotes(judged: Judged, part: str) -> Value:
    """What it says, in at most four places, each with its place when they differ."""
    best = sorted(_best(of_part(judged, part))[:MOST_QUOTES], key=lambda e: (e.document, e.span.start))
    if len(best) < 2:  # noqa: PLR2004 - one quotation needs no place: the sentence names it
        return tuple(dutch.quoted(each.reading or each.quote, ALONE) for each in best)
    places = [cite_one(of_evidence(each), judged.context.papers) for each in best]
    same = len(set(places)) == 1
    texts = [dutch.quoted(each.reading or each.quote, AMONG) for each in best]
    return tuple(
        text if same or not place else f"{text} ({place})" for text, place in zip(texts, places, strict=True)
    )


def _best(evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Return the evidence without overlaps, in the order the engine gave: the best first."""
    kept: list[Evidence] = []
    for each in evidence:
        if not any(each.document == other.document and each.span.overlaps(other.span) for other in kept):
            kept.append(each)
    return kept


def statutes(judged: Judged, part: str) -> Value:
    """The statutes cited in the evidence itself, else in the articles where the evidence stands."""
    found = of_part(judged, part)
    return contents.statutes(_cited(judged.context, found)) or contents.statutes(_near(judged.context, found))


def _cited(context: Context, evidence: Sequence[Evidence]) -> Sequence[Citation]:
    return [
        citation
        for reading, citation in context.citations()
        for each in evidence
        if each.document == reading.document and each.span.overlaps(citation.span)
    ]


def _near(context: Context, evidence: Sequence[Evidence]) -> Sequence[Citation]:
    refs = {(each.document, each.label) for each in evidence if each.ref.startswith("article")}
    return [
        citation
        for reading, citation in context.citations()
        if (reading.document, context.mention(citation.span, reading).label) in refs
    ]


def missing(judged: Judged, part: str) -> Value:
    """The titles of the elements that are not met; with a part, that one's title when it is not met."""
    return _titled(judged, part, ("unmet", "partial"))


def present(judged: Judged, part: str) -> Value:
    """The titles of the elements that are met."""
    return _titled(judged, part, ("met",))


def unclear(judged: Judged, part: str) -> Value:
    """The titles of the elements that could not be read."""
    return _titled(judged, part, ("unreadable",))


def _titled(judged: Judged, part: str, statuses: tuple[Status, ...]) -> Value:
    return tuple(
        element.title
        for element in judged.criterion.elements
        if element.status in statuses and part in ("", element.id)
    )


def data(judged: Judged, part: str) -> Value:
    """The data as the facts list them, else what the evidence says."""
    return contents.data_items(judged.context) or quotes(judged, part)


def who(judged: Judged, part: str) -> Value:
    """The recipients as the facts list them, else what the evidence says."""
    return contents.recipients(judged.context) or quotes(judged, part)


def justification(judged: Judged, part: str) -> Value:
    """What the evidence says, unless the list of data already gives the justification of each."""
    told = any(item.justification for item in judged.context.data_items[1])
    return () if told else quotes(judged, part)


# Every one of these may be followed by a stop and the id of an element or a signal: 'where.duur'.
OF_EVIDENCE: Mapping[str, Callable[[Judged, str], Value]] = {
    "where": where,
    "quote": quote,
    "quotes": quotes,
    "statutes": statutes,
    "data": data,
    "who": who,
    "justification": justification,
    "missing": missing,
    "present": present,
    "unclear": unclear,
}
