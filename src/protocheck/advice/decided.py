"""What the officer decided, put beside what the rules found: never instead of it, always with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from protocheck.advice.templates import join
from protocheck.language import day
from protocheck.model.outcome import CriterionResult, Outcome, Status, VerdictStatus
from protocheck.model.report import Remark, ReviewInfo, VerdictInfo
from protocheck.model.review import Review
from protocheck.model.waivers import Lapsed

LABELS: dict[VerdictStatus, str] = {
    "positive": "positief advies",
    "conditional": "positief advies onder voorwaarden",
    "negative": "negatief advies",
}
_STATUSES: dict[Status, str] = {
    "met": "in orde",
    "partial": "onvolledig",
    "unmet": "ontbreekt",
    "unreadable": "onleesbaar",
}
OFFICER = "functionaris"
_STALE = (
    "Het document is gewijzigd sinds de functionaris het eigen oordeel opschreef; kijk elk eigen oordeel na."
)


def decided(outcome: Outcome, review: Review | None) -> Outcome:
    """Return the outcome with the officer's status at each criterion that has one."""
    if review is None:
        return outcome
    criteria = tuple(replace(each, decision=review.criteria.get(each.id)) for each in outcome.criteria)
    return replace(outcome, criteria=criteria)


def of_decision(criterion: CriterionResult) -> CriterionResult:
    """Return a criterion with the officer's judgement as what to do about it."""
    decision = criterion.decision
    if decision is None:
        return criterion
    if decision.status == "met":
        return replace(criterion, advice="", clause="")
    return criterion if criterion.advice else replace(criterion, advice=_sentence(decision.reason))


def remark_of(criterion: CriterionResult) -> str:
    """Return what the officer judges of a criterion, in a sentence; empty where nothing."""
    decision = criterion.decision
    if decision is None:
        return ""
    said = f"De functionaris oordeelt over punt {criterion.number}: {_STATUSES[decision.status]}."
    return f"{said} {_sentence(decision.reason)}"


def of_officer(review: Review | None, *, stale: bool) -> Iterator[Remark]:
    """Yield what the officer adds to the remarks; first whether the document changed since."""
    if review is None:
        return
    if stale:
        yield Remark(source=OFFICER, text=_STALE)
    for text in review.remarks:
        yield Remark(source=OFFICER, text=_sentence(text))


def of_lapsed(lapsed: Iterable[Lapsed]) -> Iterator[Remark]:
    """Yield that a waiver ended, so that its finding counts again."""
    for each in lapsed:
        place = f" ({each.label})" if each.label else ""
        last = f" tot en met {day(each.waiver.until)}" if each.waiver.until else ""
        text = (
            f"{each.waiver.rule}, {each.title}{place}, mocht blijven staan{last} "
            f"({each.waiver.reason.rstrip(' .')}; {each.waiver.who}). Dat geldt niet meer: "
            "de bevinding telt weer mee."
        )
        yield Remark(source=each.waiver.rule, text=text)


def verdict_info(
    status: VerdictStatus, paragraphs: Callable[[str], tuple[str, ...]], review: Review | None
) -> VerdictInfo:
    """Return the verdict: the officer's where there is one, with what the rules came to.

    Args:
        status: what the rules and the officer's statuses come to.
        paragraphs: gives the pack's paragraphs of a name, written out.
        review: what the officer decided.
    """
    own = review.verdict if review is not None else None
    final = own.status if own else status
    label = LABELS[final]
    text = join(paragraphs(f"advies-{final}")) or f"Het protocol krijgt een {label}."
    if own is None or review is None:
        return VerdictInfo(status=final, label=label, text=text)
    said = f"De functionaris ({review.by}) besluit tot een {label}. {_sentence(own.reason)}"
    if final != status:
        said = f"{said} De regels komen tot een {LABELS[status]}."
        text = f"Het protocol krijgt een {label}."
    return VerdictInfo(status=final, label=label, text=join((said, text)), rules=status)


def review_info(review: Review | None, *, stale: bool) -> ReviewInfo | None:
    """Return what the report says of the officer's judgement."""
    if review is None:
        return None
    reason = review.verdict.reason if review.verdict else ""
    return ReviewInfo(by=review.by, stale=stale, remarks=review.remarks, reason=reason)


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    return said if said.endswith((".", "!", "?")) else f"{said}."
