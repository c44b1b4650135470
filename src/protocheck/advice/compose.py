"""The advice as a whole: the twelve points written out, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protocheck.advice.bodies import name_of, on_envelope
from protocheck.advice.context import Context
from protocheck.advice.decided import (
    decided,
    of_decision,
    of_lapsed,
    of_officer,
    remark_of,
    review_info,
    verdict_info,
)
from protocheck.advice.dutch import capital, inline, listing, unique
from protocheck.advice.evidence import Judged, principal
from protocheck.advice.for_party import addressed, tasks
from protocheck.advice.linted import annex_info, document_info, finding_info, run_infos
from protocheck.advice.places import cite, of_evidence
from protocheck.advice.prose import of_package, write
from protocheck.advice.stated import criterion_info, facts_info
from protocheck.advice.templates import Value, fill
from protocheck.advice.verdict import judge
from protocheck.model.facts import Party
from protocheck.model.outcome import CriterionResult, Evidence, Finding, Outcome, Status
from protocheck.model.package import Package
from protocheck.model.report import Action, AdviceInfo, CriterionInfo, Remark, Report
from protocheck.model.reported import RulesUsed, Tool
from protocheck.model.review import Review
from protocheck.model.waivers import Lapsed
from protocheck.record import record

FEW = 3


@record
class Wording:
    """The paragraphs that the packs put around the analysis."""

    context: Context
    outcome: Outcome

    def paragraphs(self, name: str) -> tuple[str, ...]:
        """Return the paragraphs of that name, each written out; of every pack in order.

        Every line of a paragraph is a sentence of its own: it alone is dropped when it has no value.
        """
        filled = (
            fill(template.splitlines(), self._look, rule=f"{pack.id}, {name}")
            for pack in self.outcome.packs
            for template in pack.wording.get(name, ())
        )
        return tuple(paragraph for paragraph in filled if paragraph)

    def _look(self, name: str) -> Value:
        if name == "errors":
            errors = (inline(each.title, 200) for each in _open(self.outcome) if each.severity == "error")
            return tuple(dict.fromkeys(errors))
        if name in _POINTS:
            return points(self.outcome.criteria, _POINTS[name])
        if name in _TITLES:
            return _titles(self.outcome.criteria, _TITLES[name])
        return of_package(self.context)(name)


_POINTS: dict[str, Status] = {
    "points_unmet": "unmet",
    "points_partial": "partial",
    "points_unreadable": "unreadable",
}


_TITLES: dict[str, Status] = {
    "titles_unmet": "unmet",
    "titles_partial": "partial",
    "titles_unreadable": "unreadable",
}


def _titles(criteria: Sequence[CriterionResult], status: Status) -> tuple[str, ...]:
    """Return 'de sancties in geval van niet-naleving (punt 8)' for each criterion with that status."""
    return tuple(
        f"{inline(each.title.split(' (')[0], 200)} (punt {each.number})"
        for each in criteria
        if each.standing == status
    )


def points(criteria: Sequence[CriterionResult], status: Status) -> str:
    """Return 'punt 8' or 'de punten 2, 8 en 11' for the criteria with that status."""
    return _points([each.number for each in criteria if each.standing == status])


def _points(numbers: Sequence[int]) -> str:
    if len(numbers) < 2:  # noqa: PLR2004 - one point alone is singular
        return "".join(f"punt {number}" for number in numbers)
    if len(numbers) >= FEW and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"de punten {numbers[0]} tot en met {numbers[-1]}"
    return f"de punten {listing(map(str, numbers))}"


def advise(
    package: Package,
    outcome: Outcome,
    *,
    version: str,
    review: Review | None = None,
    party: str = "",
    lapsed: Sequence[Lapsed] = (),
) -> Report:
    """Write the advice on a package from what the rules found in it, and what the officer decided.

    Args:
        package: the protocol with its annexes.
        outcome: what the rules found.
        version: of the program.
        review: what the officer decided.
        party: for which of the parties the advice is; for all when empty.
        lapsed: waivers that ended, of findings that still stand.

    Raises:
        UsageError: there is no such party.
        RuleError: a template of a rule or pack cannot be filled.
    """
    context = Context(package)
    addressee = addressed(context, party) if party else None
    outcome = decided(outcome, review)
    wording = Wording(context, outcome)
    stale = review is not None and review.sha256 != package.main.text.source.sha256
    criteria = _criteria(outcome, context, wording)
    remarks = (*_remarks(criteria, _open(outcome)), *of_lapsed(lapsed), *of_officer(review, stale=stale))
    return Report(
        tool=Tool(name="protocheck", version=version),
        rules=RulesUsed(
            packs=tuple(f"{pack.id}@{pack.version}" for pack in outcome.packs), digest=outcome.digest
        ),
        document=document_info(package.main),
        annexes=tuple(map(annex_info, package.annexes)),
        facts=facts_info(context),
        criteria=tuple(_criterion(each, context) for each in criteria),
        findings=tuple(finding_info(finding) for finding in outcome.findings),
        verdict=verdict_info(judge(outcome), wording.paragraphs, review),
        advice=_around(criteria, remarks, addressee, wording),
        runs=run_infos(outcome),
        review=review_info(review, stale=stale),
    )


def _criteria(outcome: Outcome, context: Context, wording: Wording) -> Sequence[CriterionResult]:
    """Write each criterion, knowing what was quoted for those before it."""
    written: list[CriterionResult] = []
    told: list[Evidence] = []
    for each in outcome.criteria:
        written.append(_written(each, context, wording, told))
        told += principal(Judged(context, each), "")
    return written


def _around(
    criteria: Sequence[CriterionResult],
    remarks: tuple[Remark, ...],
    addressee: Party | None,
    wording: Wording,
) -> AdviceInfo:
    """Return what stands around the twelve points; for one party, with what that one has to do."""
    context = wording.context
    return AdviceInfo(
        introduction=_introduction(context, addressee, wording),
        legal_ground=wording.paragraphs("rechtsgrond"),
        analysis=wording.paragraphs("analyse"),
        actions=tuple(_actions(criteria, _open(wording.outcome))),
        remarks=remarks,
        publication=wording.paragraphs("publicatie"),
        party=addressee.name if addressee else "",
        tasks=tasks(criteria, addressee, context, wording.paragraphs) if addressee else (),
        addressed=name_of(addressee) if addressee else "",
        addressees=tuple(map(on_envelope, [addressee] if addressee else context.parties)),
    )


def _introduction(context: Context, addressee: Party | None, wording: Wording) -> tuple[str, ...]:
    """Return the occasion; for a body that is no party yet, with what it is to the protocol."""
    joins = addressee is not None and addressee not in context.parties
    return (*wording.paragraphs("aanleiding"), *(wording.paragraphs("aanleiding-toetreder") if joins else ()))


def _open(outcome: Outcome) -> tuple[Finding, ...]:
    """Return the findings that nobody set aside."""
    return tuple(finding for finding in outcome.findings if finding.waived is None)


def _written(
    criterion: CriterionResult, context: Context, wording: Wording, told: Sequence[Evidence]
) -> CriterionResult:
    """Write the criterion; where the paper cannot be read, the advice is to supply a better one."""
    written = write(criterion, context, tuple(told))
    if criterion.decision is not None:
        return of_decision(written)
    if criterion.status == "met":
        return written
    if criterion.status == "unreadable":
        rescan = " ".join(wording.paragraphs("onleesbaar"))
        return replace(written, advice=rescan or written.advice, clause="")
    return written if written.advice else replace(written, advice=_plain_advice(criterion))


def _plain_advice(criterion: CriterionResult) -> str:
    """Return what to do when the rule does not say so: a gap is never silent."""
    gaps = [element.title for element in criterion.elements if element.status != "met"]
    return f"Vul het protocol aan met het volgende: {listing(gaps)}."


def _criterion(criterion: CriterionResult, context: Context) -> CriterionInfo:
    best = principal(Judged(context, criterion), "")
    return criterion_info(criterion, where=cite(map(of_evidence, best), context.papers))


def _actions(criteria: Sequence[CriterionResult], findings: Sequence[Finding]) -> Iterator[Action]:
    """Yield what must be mended: gaps in the order of the twelve, then errors; the same remedy once."""
    sources: dict[tuple[str, str], list[CriterionResult]] = {}
    for criterion in criteria:
        if criterion.standing != "met":
            sources.setdefault((criterion.advice, criterion.clause), []).append(criterion)
    for (advice, clause), group in sources.items():
        yield Action(
            source=", ".join(each.id for each in group),
            title=_title(group),
            text=advice,
            clause=clause,
        )
    for alike in _alike(each for each in findings if each.severity == "error"):
        yield Action(source=alike[0].code, title=alike[0].title, text=_remedy(alike))


def _title(group: Sequence[CriterionResult]) -> str:
    return group[0].title if len(group) == 1 else capital(_points([each.number for each in group]))


def _remarks(criteria: Sequence[CriterionResult], findings: Sequence[Finding]) -> Iterator[Remark]:
    for criterion in criteria:
        for remark in filter(None, (remark_of(criterion), *criterion.remarks)):
            yield Remark(source=criterion.id, text=remark)
    for alike in _alike(each for each in findings if each.severity != "error"):
        yield Remark(source=alike[0].code, text=_remedy(alike).replace("\n- ", " "))


def _alike(findings: Iterable[Finding]) -> Iterable[Sequence[Finding]]:
    """Return the findings that ask for the same together, in the order of the first of each."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.code, finding.suggestion), []).append(finding)
    return found.values()


def _remedy(alike: Sequence[Finding]) -> str:
    """Return what is wrong and what to do about it; where it is wrong in several places, as a list."""
    said = unique(_said(each) for each in alike)
    if len(said) == 1:
        return f"{said[0]} {alike[0].suggestion}".strip()
    return "\n- ".join((alike[0].suggestion, *said)).strip()


def _said(finding: Finding) -> str:
    place = f" ({finding.primary.label})" if finding.primary.label else ""
    return f"{finding.message.rstrip(' .')}{place}."
