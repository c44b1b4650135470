"""The evidence of one criterion in words: where it stands and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from protocheck.advice import contents, dutch
from protocheck.advice.context import Context
from protocheck.advice.places import cite, cite_one, of_evidence
from protocheck.advice.templates import Value
from protocheck.language import day
from protocheck.model.facts import Citation
from protocheck.model.outcome import CriterionResult, Evidence, Status
from protocheck.record import record

MOST_QUOTES = 4
ALONE, AMONG = 620, 320


@record
class Judged:
    """A criterion beside the package it was judged in, and what was quoted for the criteria before it."""

    context: Context
    criterion: CriterionResult
    earlier: Sequence[Evidence] = ()


def of_part(judged: Judged, part: str) -> Sequence[Evidence]:
    """Return the evidence of an element or a signal; of the whole criterion when `part` is empty."""
    evidence = judged.criterion.evidence
    if not part:
        return evidence
    for element in judged.criterion.elements:
        if element.id == part:
            return [evidence[index] for index in element.evidence]
    return [each for each in evidence if each.signal == part]


def principal(judged: Judged, part: str) -> Sequence[Evidence]:
    """Return the evidence in the best place: that of the first piece, which the engine ranks best.

    For a whole criterion that is the best place of each of its elements. A passage that another
    piece of evidence holds is read in full there.
    """
    if not part:
        elements = [principal(judged, element.id) for element in judged.criterion.elements]
        return _distinct([each for found in elements for each in found])
    found = of_part(judged, part)
    best = [each for each in found if (each.document, each.ref) == (found[0].document, found[0].ref)]
    return _distinct([_widest(each, judged.criterion.evidence) for each in best])


def _widest(evidence: Evidence, among: Sequence[Evidence]) -> Evidence:
    holders = [each for each in among if each.document == evidence.document and evidence.span in each.span]
    return max(holders, key=lambda each: len(each.span), default=evidence)


def _distinct(evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Return the evidence without overlaps: what comes first stays."""
    kept: list[Evidence] = []
    for each in evidence:
        if not any(_overlap(each, other) for other in kept):
            kept.append(each)
    return kept


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and one.span.overlaps(other.span)


def where(judged: Judged, part: str) -> Value:
    """Where it stands: 'art. 5 van het protocol'."""
    return cite(map(of_evidence, principal(judged, part)), judged.context.papers)


def elsewhere(judged: Judged, part: str) -> Value:
    """Where it stands, when that is not the place of the elements before this one."""
    place = where(judged, part)
    return () if place in _places_before(judged, part) else place


def there(judged: Judged, part: str) -> Value:
    """Not empty when it stands in the place of an element before this one."""
    place = where(judged, part)
    return place if place in _places_before(judged, part) else ()


def _places_before(judged: Judged, part: str) -> Sequence[Value]:
    return [where(judged, name) for name in _before(judged, part)]


def _before(judged: Judged, part: str) -> Sequence[str]:
    """Return the elements before this one; of a signal that no element needs, all of them."""
    ids = [element.id for element in judged.criterion.elements]
    return ids[: ids.index(part)] if part in ids else ids if part else []


def everywhere(judged: Judged, part: str) -> Value:
    """All places where it stands, the best among them."""
    return cite(map(of_evidence, of_part(judged, part)), judged.context.papers)


def also(judged: Judged, part: str) -> Value:
    """Where else something is said about it: the places of the other evidence."""
    main = {(each.document, each.label) for each in principal(judged, part)}
    rest = [each for each in of_part(judged, part) if (each.document, each.label) not in main]
    return cite(map(of_evidence, rest), judged.context.papers)


def quotes(judged: Judged, part: str) -> Value:
    """What it says in the best place, in at most four quotations."""
    return _quoted(principal(judged, part), judged)


def quote(judged: Judged, part: str) -> tuple[str, ...]:
    """What it says in the best place in the best way, with the sentences that it leans on.

    Only what the same signal found as the best piece.
    """
    best = principal(judged, part)
    found = [each for each in best if each.signal == best[0].signal]
    if len(found) != 1:
        return _quoted(found, judged)
    return (dutch.quoted(judged.context.said_in_full(found[0], ALONE), ALONE),)


def new(judged: Judged, part: str) -> Value:
    """What it says, unless that passage was quoted for an element before this one."""
    return _quoted(_unquoted(judged, part), judged)


def same(judged: Judged, part: str) -> Value:
    """Tells that the passage was quoted for an element before this one."""
    return "dezelfde passage" if principal(judged, part) and not _unquoted(judged, part) else ""


def _unquoted(judged: Judged, part: str) -> Sequence[Evidence]:
    told = [each for name in _before(judged, part) for each in principal(judged, name)]
    if part not in {element.id for element in judged.criterion.elements}:  # a mention decides nothing here
        told += judged.earlier
    return [each for each in principal(judged, part) if not any(_overlap(each, one) for one in told)]


def _quoted(evidence: Sequence[Evidence], judged: Judged) -> tuple[str, ...]:
    """Quote in the order of the text; with their places when these differ."""
    shown = sorted(evidence[:MOST_QUOTES], key=lambda each: (each.document, each.span.start))
    limit = ALONE if len(shown) == 1 else AMONG
    texts = [dutch.quoted(judged.context.said(each), limit) for each in shown]
    places = [cite_one(of_evidence(each), judged.context.papers) for each in shown]
    if len(set(places)) < 2:  # noqa: PLR2004 - one place is named by the sentence itself
        return tuple(dict.fromkeys(texts))  # rows of a table often say the same
    placed = (f"{text} ({place})" for text, place in zip(texts, places, strict=True))
    return tuple(dict.fromkeys(placed))


def statutes(judged: Judged, part: str) -> Value:
    """The statutes cited in the best place, those of data protection itself left out."""
    return _cited(judged, principal(judged, part))


def besides(judged: Judged, part: str) -> Value:
    """The statutes cited in the best place that the quotation does not name by their date or title."""
    told = dutch.fold(" ".join(quote(judged, part)))
    cited = (each for each in _citations(judged, principal(judged, part)) if _word_of(each) not in told)
    return contents.statutes(cited)


def _word_of(citation: Citation) -> str:
    return dutch.fold(day(citation.date) if citation.date else citation.title or citation.kind)


def _cited(judged: Judged, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    return contents.statutes(_citations(judged, evidence))


def _citations(judged: Judged, evidence: Sequence[Evidence]) -> Sequence[Citation]:
    return [
        citation
        for each in evidence
        for reading, citation in judged.context.citations()
        if each.document == reading.document and each.span.overlaps(citation.span)
    ]


def basis(judged: Judged, part: str) -> Value:
    """The statutes cited in any place of it, else what the best place says; not what was told before."""
    if same(judged, part):
        return ()
    found = of_part(judged, part)
    return _cited(judged, [*principal(judged, part), *found]) or quotes(judged, part)


def remaining(judged: Judged, _: str) -> Value:
    """The dated statutes that the protocol cites elsewhere, with articles that the evidence does not name."""
    cited = judged.context.package.main.facts.citations
    inside = [each for each in cited if _quotes(judged, each)]
    told = {each.key: set(each.articles) for each in contents.merged(inside)}
    left = (
        replace(each, articles=tuple(unit for unit in each.articles if unit not in told.get(each.key, ())))
        for each in contents.merged(cited)
        if each.date is not None
    )
    return contents.statutes(contents.briefly(each) for each in left if each.key not in told or each.articles)


def _quotes(judged: Judged, citation: Citation) -> bool:
    main = judged.context.package.main.document
    evidence = judged.criterion.evidence
    return any(each.document == main and each.span.overlaps(citation.span) for each in evidence)


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


def named(judged: Judged, part: str) -> Value:
    """The recipients listed as facts that the quotations do not name themselves."""
    said = " ".join(dutch.fold(judged.context.said(each)) for each in principal(judged, part)[:MOST_QUOTES])
    listed = contents.recipients(judged.context)
    return tuple(each for each in listed if dutch.fold(each) not in said)


def processors(judged: Judged, _: str) -> Value:
    """What the protocol says of processors, unless the evidence says it already."""
    return _unless_said(judged, contents.processors(judged.context))


def breaches(judged: Judged, _: str) -> Value:
    """What the protocol says of breaches, unless the evidence says it already."""
    return _unless_said(judged, contents.breaches(judged.context))


def begins(judged: Judged, _: str) -> Value:
    """The day of entry into force, unless the evidence says it already."""
    return _unless_said(judged, contents.date_of(judged.context, "entry-into-force"))


def ends(judged: Judged, _: str) -> Value:
    """The last day, unless the evidence says it already."""
    return _unless_said(judged, contents.date_of(judged.context, "end"))


def _unless_said(judged: Judged, value: Value) -> Value:
    """Return the value, or nothing where the evidence that is quoted holds its words."""
    words = dutch.fold(str(value).partition("”")[0].strip("“"))
    told = (dutch.fold(dutch.quoted(judged.context.said(each), ALONE)) for each in principal(judged, ""))
    return () if any(words in each for each in told) else value


def justification(judged: Judged, part: str) -> Value:
    """What the evidence says, unless the list of data already gives the justification of each."""
    told = any(item.justification for item in judged.context.data_items[1])
    return () if told else quotes(judged, part)


# Every one of these may be followed by a stop and the id of an element or a signal: 'where.duur'.
OF_EVIDENCE: Mapping[str, Callable[[Judged, str], Value]] = {
    "where": where,
    "elsewhere": elsewhere,
    "there": there,
    "everywhere": everywhere,
    "also": also,
    "quotes": quotes,
    "quote": quote,
    "new": new,
    "same": same,
    "statutes": statutes,
    "besides": besides,
    "basis": basis,
    "remaining": remaining,
    "data": data,
    "named": named,
    "justification": justification,
    "processors": processors,
    "breaches": breaches,
    "begins": begins,
    "ends": ends,
    "missing": missing,
    "present": present,
    "unclear": unclear,
}
