"""What changed between two versions of a protocol (`protocheck/compare@1`); keys are only ever added."""

from __future__ import annotations

from typing import Literal

from protocheck.model.outcome import Status
from protocheck.model.report import VerdictInfo
from protocheck.model.reported import DocumentInfo, FindingInfo, RulesUsed, Tool
from protocheck.record import record

COMPARE_SCHEMA_ID = "protocheck/compare@1"

Fate = Literal["mended", "new", "open"]
# 'other' where one of both could not be read, or the rule applied to one of both alone.
Change = Literal["same", "better", "worse", "other"]


@record(kw_only=True)
class Version:
    """One of both versions: its path as it was given, how it was read, and the verdict on it."""

    file: str
    document: DocumentInfo
    verdict: VerdictInfo


@record(kw_only=True)
class FindingChange:
    """A finding that was mended (`old` alone), is new (`new` alone), or is still open (both)."""

    fate: Fate
    old: FindingInfo | None
    new: FindingInfo | None


@record(kw_only=True)
class ElementChange:
    """One element of a criterion, before and after; null where the rule did not apply."""

    id: str
    title: str
    old: Status | None
    new: Status | None


@record(kw_only=True)
class CriterionChange:
    """One of the criteria, before and after."""

    id: str
    number: int
    title: str
    change: Change
    old: Status | None
    new: Status | None
    elements: tuple[ElementChange, ...]


@record(kw_only=True)
class CompareCounts:
    """How many findings had which fate, and how many criteria got better, worse or otherwise."""

    mended: int = 0
    new: int = 0
    open: int = 0
    better: int = 0
    worse: int = 0
    other: int = 0


@record(kw_only=True)
class CompareReport:
    """What a new version mends, breaks and leaves open.

    `findings` holds the mended ones in the order of the old version, then the new ones and the open ones in
    that of the new version; `criteria` holds all, also those that stayed the same.
    """

    tool: Tool
    rules: RulesUsed
    old: Version
    new: Version
    verdict: Change
    criteria: tuple[CriterionChange, ...]
    findings: tuple[FindingChange, ...]
    counts: CompareCounts
