"""What `lint` found: the one thing that its renderers see (`protocheck/lint@1`); keys are only ever added.

Plain dataclasses, and not the models of the advice with the same names for the same things: a linter starts
often and briefly, and loading pydantic would take a quarter of its time. The names of the fields are the
keys of the JSON, in their order.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from protocheck.model.outcome import RunState, Severity
from protocheck.model.waivers import WaiverState

LINT_SCHEMA_ID = "protocheck/lint@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class LintTool:
    """The program that made the report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRules:
    """The rule packs applied ('redactie@1') and the digest of all their rules."""

    packs: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRule:
    """A rule that was applied: what it looks for, how bad that is, why it matters, where the law says so."""

    id: str
    severity: Severity
    title: str
    why: str = ""
    suggestion: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRun:
    """What happened to one rule that did not simply run."""

    id: str
    state: RunState
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LintOrigin:
    """How the text of some pages came about; `first` and `last` are null where the format knows no pages."""

    first: int | None
    last: int | None
    method: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSource:
    """A document as it was read: how much, how readable, and what a user should know of the reading."""

    name: str
    sha256: str
    media_type: str
    pages: int | None
    title: str
    quality: float
    method: str
    repairs: int
    readable: bool = True
    unreadable_pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: tuple[LintOrigin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LintAnnex:
    """An annex that was handed in; `document` is what findings call it ('annex-1')."""

    name: str
    sha256: str
    document: str
    title: str = ""
    pages: int | None = None
    method: str = ""
    provenance: tuple[LintOrigin, ...] = ()
    notes: tuple[str, ...] = ()
    media_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintedDocument:
    """A document that was looked through, and what happened to the rules that did not simply run.

    `file` is its path as it was given.
    """

    file: str
    document: LintSource
    annexes: tuple[LintAnnex, ...] = ()
    runs: tuple[LintRun, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LintPlace:
    """A place that a finding also points at."""

    document: str
    ref: str
    label: str
    page: int | None
    line: int | None
    quote: str
    column: int | None = None
    cell: str = ""
    heading: str = ""
    excerpt: str = ""
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFinding:
    """Something to mend before signature; `waived` is the reason when it was set aside.

    `ref`, `label`, `quote` are empty and `page`, `line`, `column` null when it holds for the document as a
    whole. `excerpt` holds the printed lines around the quote; `column` counts in the first of them, from 1;
    `end_line` holds the last character and `end_column` is the column after it, null beyond the page.
    `fingerprint` names the finding in a list of waivers. `why` tells why it matters. `waived_by` is who set
    it aside, empty when it only stood in the baseline. `file` is the path of the file it stands in (of the
    annex, when it stands in one), `protocol` that of the protocol that was looked through.
    """

    code: str
    severity: Severity
    title: str
    message: str
    suggestion: str
    document: str
    ref: str
    label: str
    page: int | None
    line: int | None
    quote: str
    related: tuple[LintPlace, ...] = ()
    waived: str | None = None
    column: int | None = None
    cell: str = ""
    heading: str = ""
    excerpt: str = ""
    why: str = ""
    fingerprint: str = ""
    waived_by: str = ""
    waived_until: dt.date | None = None
    end_line: int | None = None
    end_column: int | None = None
    file: str
    protocol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFailure:
    """A document that could not be looked through, and what to do."""

    file: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverInfo:
    """A waiver that ended, or that no finding needed (`state`)."""

    state: WaiverState
    rule: str
    place: str
    file: str
    reason: str
    who: str
    until: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LintCounts:
    """How many findings are open, by severity, and how many were set aside."""

    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """The findings in one or more documents, by document and place; those set aside stand among them.

    `waivers` holds those that need attention; `mended` counts the findings of the baseline that are gone.
    `catalogue` describes every rule that was asked for, also those that found nothing.
    """

    tool: LintTool
    rules: LintRules
    documents: tuple[LintedDocument, ...]
    findings: tuple[LintFinding, ...]
    failures: tuple[LintFailure, ...] = ()
    counts: LintCounts = LintCounts()
    waivers: tuple[WaiverInfo, ...] = ()
    mended: int = 0
    catalogue: tuple[LintRule, ...] = ()
