"""What people decided, in words: the officer's own judgement, and findings that were set aside."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.language import day
from protocheck.language import translate as _
from protocheck.model.report import CriterionInfo, Report
from protocheck.model.reported import FindingInfo
from protocheck.report import wording


def lead(criterion: CriterionInfo) -> str:
    """Return 'Oordeel van de functionaris: in orde.'; empty where the officer left it to the rules."""
    if criterion.decision is None:
        return ""
    return _("Judgement of the officer: {status}.").format(status=wording.status(criterion.decision.status))


def reason(criterion: CriterionInfo) -> str:
    """Return the officer's reason as a sentence; empty without a judgement."""
    return _sentence(criterion.decision.reason) if criterion.decision else ""


def statuses(criterion: CriterionInfo) -> str:
    """Return the status that counts, with that of the rules behind it where the officer judged."""
    counts = wording.status(wording.standing(criterion))
    return counts if criterion.decision is None else f"{counts} ({found(criterion)})"


def found(criterion: CriterionInfo) -> str:
    """Return the status that the rules found, said to be theirs where the officer judged too."""
    status = wording.status(criterion.status)
    return status if criterion.decision is None else _("the rules: {status}").format(status=status)


def lists(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what people decided, under its headings; nothing where nobody decided."""
    for heading, items in (
        (_("Own judgement of the officer"), own(report)),
        (_("Findings set aside"), waived(report)),
    ):
        if items:
            yield heading, items


def own(report: Report) -> tuple[str, ...]:
    """Return the judgements of the officer, one a point, then the verdict."""
    points = [
        _("Point {number}, {title}: {statuses}. {reason}").format(
            number=each.number,
            title=wording.short_title(each),
            statuses=statuses(each),
            reason=reason(each),
        )
        for each in report.criteria
        if each.decision is not None
    ]
    given = report.review
    if given is not None and given.reason:
        said = _("Verdict: {verdict}. {reason}")
        points.append(said.format(verdict=wording.verdict(report.verdict), reason=_sentence(given.reason)))
    return tuple(points)


def waived(report: Report) -> tuple[str, ...]:
    """Return the findings that were set aside, each with its place, why, by whom and until when."""
    return tuple(
        f"{each.code}, {each.title}{f' ({each.label})' if each.label else ''}: {set_aside(each)}"
        for each in report.findings
        if each.waived is not None
    )


def set_aside(finding: FindingInfo) -> str:
    """Return why a finding was set aside, by whom and until when, as a sentence."""
    last = day(finding.waived_until) if finding.waived_until else ""
    until = _("up to and including {day}").format(day=last) if last else ""
    by = ", ".join(filter(None, (finding.waived_by, until)))
    said = (finding.waived or "").rstrip(" .")
    return f"{said} ({by})." if by else f"{said}."


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    return said if said.endswith((".", "!", "?")) else f"{said}."
