"""What somebody decided to leave as it is before signature, and what was there already."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from protocheck.record import record

Ground = Literal["waiver", "baseline"]
WaiverState = Literal["expired", "unused"]


@record
class Waiver:
    """A decision to let a finding stand (afwijking).

    Attributes:
        rule: the code of the finding.
        place: its fingerprint, so that it holds wherever the words move, and no longer when they change.
        reason: why it may stand.
        who: who decided.
        until: the last day on which it holds; None for no end.
        file: the only document it holds for, by its name; empty for any.
    """

    rule: str
    place: str
    reason: str
    who: str
    until: dt.date | None = None
    file: str = ""


@record
class SetAside:
    """Why a finding is not open: a waiver holds for it, or it stood in the baseline (nulmeting)."""

    ground: Ground
    reason: str
    who: str = ""
    until: dt.date | None = None


@record
class WaiverNote:
    """A waiver that no longer holds, or that no finding needs."""

    state: WaiverState
    waiver: Waiver


@record
class Lapsed:
    """A waiver that ended, of a finding that still stands: its title, and where it is."""

    waiver: Waiver
    title: str
    label: str


@record
class Known:
    """A finding in a baseline: how many of it stand in the document of that name."""

    file: str
    rule: str
    place: str
    count: int = 1
