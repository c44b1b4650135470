"""The data protection officer's own judgement, beside what the rules found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from protocheck.model.outcome import Decision, VerdictStatus
from protocheck.model.waivers import Waiver
from protocheck.record import record


@record
class OwnVerdict:
    """The verdict of the officer, with the reason."""

    status: VerdictStatus
    reason: str


@record
class Review:
    """What the officer decided on one document.

    Attributes:
        sha256: of the document it is about.
        by: who decides.
        criteria: the officer's own status per criterion, each with its reason.
        waivers: findings that may stand.
        remarks: what the officer adds.
        verdict: the officer's own, when it is not what follows from the statuses.
    """

    sha256: str
    by: str
    criteria: Mapping[str, Decision] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    remarks: tuple[str, ...] = ()
    verdict: OwnVerdict | None = None
