"""What the rules found: evidence, results per criterion, findings, failures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from protocheck.model.geometry import Span
from protocheck.model.text import Location
from protocheck.model.waivers import SetAside
from protocheck.record import record

Status = Literal["met", "partial", "unmet", "unreadable"]
Severity = Literal["error", "warning", "info"]
RunState = Literal["ran", "not-applicable", "skipped", "failed"]
VerdictStatus = Literal["positive", "conditional", "negative"]

BY_WORDS = "woorden"  # stands for a signal where all words of a passage together state an element


@record
class Evidence:
    """A place that supports a judgement.

    Attributes:
        signal: the id of the signal in the rule that matched.
        document: 'protocol', or 'annex-1' and on for a supplied annex.
        ref: canonical and English ('article 8').
        label: the same in Dutch ('artikel 8').
        heading: the printed heading of that part.
        span: in the repaired text of `document`.
        quote: the text as it stands in the document.
        reading: the same after repair, as the rules read it.
        location: where a person finds it.
        in_annex: whether it stands in an annex, supplied or in the same file.
    """

    signal: str
    document: str
    ref: str
    label: str
    heading: str
    span: Span
    quote: str
    reading: str
    location: Location
    in_annex: bool = False


@record
class ElementResult:
    """One element of a criterion; `evidence` holds indices into the criterion's evidence."""

    id: str
    title: str
    status: Status
    evidence: tuple[int, ...] = ()


@record
class Decision:
    """What the officer judges of a criterion instead of the rules, and why."""

    status: Status
    reason: str


@record
class CriterionResult:
    """The judgement of one criterion, with all it rests on.

    `advice` is what to do, empty when nothing needs doing; `clause` is model wording to paste in.
    `prose` holds the rule's template sentences for this status; the advice stage turns them into
    `text`, the paragraph of the Analyse. `decision` is the officer's own judgement, where there is one.
    """

    id: str
    number: int
    title: str
    status: Status
    elements: tuple[ElementResult, ...]
    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[str, ...] = ()
    advice: str = ""
    clause: str = ""
    question: str = ""
    prose: tuple[str, ...] = ()
    text: str = ""
    decision: Decision | None = None

    @property
    def standing(self) -> Status:
        """Return the status that counts: the officer's where there is one, else that of the rules."""
        return self.decision.status if self.decision else self.status


@record
class Place:
    """A place that a finding points at; only `document` is filled for the document as a whole.

    Attributes:
        document: 'protocol', or 'annex-1' and on.
        ref: canonical and English ('article 8').
        label: the same in Dutch ('artikel 8').
        quote: the words, as they stand in the document.
        location: where a person finds them.
        heading: the printed heading of that part.
        excerpt: the printed lines that hold the words, whole.
    """

    document: str
    ref: str
    label: str
    quote: str
    location: Location
    heading: str = ""
    excerpt: str = ""


@record
class Finding:
    """Something to mend before signature.

    `why` tells why it matters; `case` which sort it is, where the rule knows more than one; `fingerprint`
    stays the same as long as the words around it do, wherever they move; `waived` why it is not open.
    """

    code: str
    severity: Severity
    title: str
    message: str
    primary: Place
    suggestion: str = ""
    related: tuple[Place, ...] = ()
    why: str = ""
    fingerprint: str = ""
    case: str = ""
    waived: SetAside | None = None


@record
class RuleRun:
    """What happened to one rule: it ran, did not apply, was skipped, or failed; and why."""

    id: str
    state: RunState
    reason: str = ""


@record
class VerdictPolicy:
    """Which statuses and severities lead to which verdict; the worst one wins."""

    negative: tuple[str, ...] = ("unmet",)
    conditional: tuple[str, ...] = ("partial", "unreadable", "error")


@record
class PackInfo:
    """A rule pack that was applied, with the wording of its advice.

    `wording` maps a name ('aanleiding', 'rechtsgrond', 'advies-positive', ...) to its paragraphs,
    templates like those of a rule.
    """

    id: str
    version: str
    title: str
    wording: Mapping[str, tuple[str, ...]]
    verdict: VerdictPolicy = VerdictPolicy()


@record
class Outcome:
    """All that the engine found in one package of documents."""

    criteria: tuple[CriterionResult, ...]
    findings: tuple[Finding, ...] = ()
    runs: tuple[RuleRun, ...] = ()
    packs: tuple[PackInfo, ...] = ()
    digest: str = ""
