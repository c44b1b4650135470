"""From the types between the stages to the parts of the report."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.advice.context import Context
from protocheck.advice.dutch import fold, unique
from protocheck.advice.linted import boxes
from protocheck.model.facts import AnnexMention, Citation, DateFact, DateRole, Recipient
from protocheck.model.outcome import CriterionResult, Evidence
from protocheck.model.report import (
    AnnexFact,
    ContactFact,
    CriterionInfo,
    DataItemFact,
    DatedFact,
    DatesFact,
    DecisionInfo,
    ElementInfo,
    EvidenceInfo,
    FactsInfo,
    PartyFact,
    PersonFact,
    RecipientFact,
    StatuteFact,
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
        boxes=boxes(each.location),
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
