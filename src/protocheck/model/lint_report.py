"""What `lint` found: the one thing that its renderers see (`protocheck/lint@1`); keys are only ever added."""

from __future__ import annotations

import datetime as dt

from protocheck.model.outcome import Severity
from protocheck.model.reported import AnnexInfo, DocumentInfo, FindingInfo, RulesUsed, RunInfo, Tool
from protocheck.model.waivers import WaiverState
from protocheck.record import record

LINT_SCHEMA_ID = "protocheck/lint@1"


@record(kw_only=True)
class LintRule:
    """A rule that was applied: what it looks for, how bad that is, why it matters, where the law says so."""

    id: str
    severity: Severity
    title: str
    why: str = ""
    suggestion: str = ""
    sources: tuple[str, ...] = ()


@record(kw_only=True)
class LintedDocument:
    """A document that was looked through, and what happened to the rules that did not simply run.

    `file` is its path as it was given.
    """

    file: str
    document: DocumentInfo
    annexes: tuple[AnnexInfo, ...] = ()
    runs: tuple[RunInfo, ...] = ()


@record(kw_only=True)
class LintFinding(FindingInfo):
    """A finding in one of many files.

    `file` is the path of the file it stands in (of the annex, when it stands in one), `protocol` that of the
    protocol that was looked through.
    """

    file: str
    protocol: str = ""


@record(kw_only=True)
class LintFailure:
    """A document that could not be looked through, and what to do."""

    file: str
    message: str
    hint: str


@record(kw_only=True)
class WaiverInfo:
    """A waiver that ended, or that no finding needed (`state`)."""

    state: WaiverState
    rule: str
    place: str
    file: str
    reason: str
    who: str
    until: dt.date | None


@record(kw_only=True)
class LintCounts:
    """How many findings are open, by severity, and how many were set aside."""

    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0


@record(kw_only=True)
class LintReport:
    """The findings in one or more documents, by document and place; those set aside stand among them.

    `waivers` holds those that need attention; `mended` counts the findings of the baseline that are gone.
    `catalogue` describes every rule that was asked for, also those that found nothing.
    """

    tool: Tool
    rules: RulesUsed
    documents: tuple[LintedDocument, ...]
    findings: tuple[LintFinding, ...]
    failures: tuple[LintFailure, ...] = ()
    counts: LintCounts = LintCounts()
    waivers: tuple[WaiverInfo, ...] = ()
    mended: int = 0
    catalogue: tuple[LintRule, ...] = ()
