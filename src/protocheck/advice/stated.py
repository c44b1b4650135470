"""From the types between the stages to the parts of the report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from protocheck.advice.context import Context, repairs_of
from protocheck.advice.dutch import fold, unique
from protocheck.model.facts import AnnexMention, Citation, DateFact, DateRole, Recipient
from protocheck.model.outcome import CriterionResult, Evidence, Finding, Outcome, Place
from protocheck.model.package import Reading
from protocheck.model.report import (
    AnnexFact,
    AnnexInfo,
    BoxInfo,
    ContactFact,
    CriterionInfo,
    DataItemFact,
    DatedFact,
    DatesFact,
    DecisionInfo,
    DocumentInfo,
    ElementInfo,
    EvidenceInfo,
    FactsInfo,
    FindingInfo,
    PartyFact,
    PersonFact,
    PlaceInfo,
    ProvenanceInfo,
    RecipientFact,
    RunInfo,
    StatuteFact,
)
from protocheck.model.text import Location, SourceText
from protocheck.repair.quality import complaint


def document_info(reading: Reading) -> DocumentInfo:
    """Return what the report says of the document itself."""
    source, quality = reading.text.source, reading.text.quality
    return DocumentInfo(
        name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        pages=len(source.pages) or None,
        title=reading.outline.title or reading.facts.title or source.title,
        quality=round(quality.score, 3),
        method=source.method,
        repairs=repairs_of(reading),
        readable=quality.readable,
        unreadable_pages=tuple(page.page for page in quality.pages if not page.readable and page.page),
        notes=(*source.notes, *filter(None, (complaint(quality),))),
        provenance=provenance(source),
    )


def annex_info(reading: Reading) -> AnnexInfo:
    """Return what the report says of an annex that was handed in."""
    source, quality = reading.text.source, reading.text.quality
    return AnnexInfo(
        name=source.name,
        sha256=source.sha256,
        document=reading.document,
        title=reading.outline.title,
        pages=len(source.pages) or None,
        method=source.method,
        provenance=provenance(source),
        notes=(*source.notes, *filter(None, (complaint(quality),))),
        media_type=source.media_type,
    )


def provenance(source: SourceText) -> tuple[ProvenanceInfo, ...]:
    """Return how the text of each page came about; pages in a row that came the same way together."""
    if not source.pages:
        return (ProvenanceInfo(first=None, last=None, method=source.method, confidence=1.0),)
    alike = groupby(source.pages, key=lambda page: (page.method, round(page.confidence, 2)))
    runs = [(way, [page.number for page in pages]) for way, pages in alike]
    return tuple(
        ProvenanceInfo(first=numbers[0], last=numbers[-1], method=method, confidence=confidence)
        for (method, confidence), numbers in runs
    )


def criterion_info(criterion: CriterionResult, *, where: str) -> CriterionInfo:
    """Return a criterion that is written out; `where` cites its places in a few words."""
    decision = criterion.decision
    return CriterionInfo(
        id=criterion.id,
        number=criterion.number,
        title=criterion.title,
        status=criterion.status,
        elements=tuple(
            ElementInfo(id=each.id, title=each.title, status=each.status, evidence=each.evidence)
            for each in criterion.elements
        ),
        evidence=tuple(_evidence(each) for each in criterion.evidence),
        remarks=criterion.remarks,
        advice=criterion.advice,
        text=criterion.text,
        clause=criterion.clause,
        question=criterion.question,
        where=where,
        decision=DecisionInfo(status=decision.status, reason=decision.reason) if decision else None,
    )


def _evidence(each: Evidence) -> EvidenceInfo:
    return EvidenceInfo(
        document=each.document,
        ref=each.ref,
        label=each.label,
        heading=each.heading,
        page=each.location.page,
        quote=each.quote,
        signal=each.signal,
        line=each.location.line,
        cell=each.location.cell,
        reading=each.reading,
        in_annex=each.in_annex,
        boxes=_boxes(each.location),
    )


def _boxes(location: Location) -> tuple[BoxInfo, ...]:
    return tuple(
        BoxInfo(page=box.page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom) for box in location.boxes
    )


def finding_info(finding: Finding) -> FindingInfo:
    """Return a finding with its place."""
    primary = finding.primary
    return FindingInfo(
        code=finding.code,
        severity=finding.severity,
        title=finding.title,
        message=finding.message,
        suggestion=finding.suggestion,
        document=primary.document,
        ref=primary.ref,
        label=primary.label,
        page=primary.location.page,
        line=primary.location.line,
        quote=primary.quote,
        related=tuple(_place(place) for place in finding.related),
        column=primary.location.column if primary.quote else None,
        cell=primary.location.cell,
        heading=primary.location.heading or primary.heading,
        excerpt=primary.excerpt,
        waived=finding.waived.reason if finding.waived else None,
        waived_by=finding.waived.who if finding.waived else "",
        waived_until=finding.waived.until if finding.waived else None,
        why=finding.why,
        fingerprint=finding.fingerprint,
        boxes=_boxes(primary.location),
        end_line=primary.location.end_line if primary.quote else None,
        end_column=primary.location.end_column if primary.quote else None,
    )


def _place(place: Place) -> PlaceInfo:
    return PlaceInfo(
        document=place.document,
        ref=place.ref,
        label=place.label,
        page=place.location.page,
        line=place.location.line,
        quote=place.quote,
        column=place.location.column if place.quote else None,
        cell=place.location.cell,
        heading=place.location.heading or place.heading,
        excerpt=place.excerpt,
        end_line=place.location.end_line if place.quote else None,
        end_column=place.location.end_column if place.quote else None,
    )


def run_infos(outcome: Outcome) -> tuple[RunInfo, ...]:
    """Return what happened to the rules that did not simply run."""
    return tuple(
        RunInfo(id=run.id, state=run.state, reason=run.reason) for run in outcome.runs if run.state != "ran"
    )


def facts_info(context: Context) -> FactsInfo:
    """Return what the documents state."""
    facts = context.package.main.facts
    return FactsInfo(
        parties=tuple(
            PartyFact(
                name=party.name,
                short_name=party.short_name or party.name,
                kind=party.kind,
                role=party.role,
                kbo=party.kbo,
                kbo_valid=party.kbo_valid,
                seat=party.seat,
                representatives=tuple(
                    PersonFact(name=person.name, function=person.function) for person in party.representatives
                ),
            )
            for party in context.parties
        ),
        dates=_dates(facts.dates),
        data_items=tuple(
            DataItemFact(name=each.name, justification=each.justification, retention=each.retention)
            for each in context.data_items[1]
        ),
        statutes=_statutes([citation for _, citation in context.citations()]),
        contacts=tuple(
            ContactFact(
                kind=each.kind, value=each.value, owner=each.owner, dpo=each.dpo, personal=each.personal
            )
            for each in facts.contacts
        ),
        recipients=_recipients(context.recipients),
        annexes=_annexes(facts.annexes),
    )


def _recipients(stated: Sequence[Recipient]) -> tuple[RecipientFact, ...]:
    """Return each recipient once, however it is capitalised."""
    first = {(fold(each.text), each.third_party, each.excluded): each for each in reversed(stated)}
    return tuple(
        RecipientFact(text=each.text, third_party=each.third_party, excluded=each.excluded)
        for each in stated
        if first[fold(each.text), each.third_party, each.excluded] is each
    )


def _annexes(named: Sequence[AnnexMention]) -> tuple[AnnexFact, ...]:
    """Return each annex once, with its title wherever that is given."""
    first: dict[str, AnnexMention] = {}
    for each in named:
        key = each.number or fold(each.title)
        if key not in first or not first[key].title:
            first[key] = each
    return tuple(AnnexFact(number=each.number, title=each.title) for each in first.values())


def _dates(dates: Sequence[DateFact]) -> DatesFact:
    def of(role: DateRole) -> tuple[DatedFact, ...]:
        return tuple(
            DatedFact(value=each.value, text=each.text, party=each.party)
            for each in dates
            if each.role == role
        )

    return DatesFact(
        signature=of("signature"),
        entry_into_force=of("entry-into-force"),
        dpo_advice=of("dpo-advice"),
        decision=of("decision"),
        end=of("end"),
    )


def _statutes(citations: Sequence[Citation]) -> tuple[StatuteFact, ...]:
    """Return each statute once, with every article of it that is cited."""
    articles: dict[str, list[str]] = {}
    first: dict[str, Citation] = {}
    for each in citations:
        first.setdefault(each.key, each)
        articles.setdefault(each.key, []).extend(each.articles)
    return tuple(
        StatuteFact(
            key=key, kind=each.kind, title=each.title, date=each.date, articles=tuple(unique(articles[key]))
        )
        for key, each in first.items()
    )
