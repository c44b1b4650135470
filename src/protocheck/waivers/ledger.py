"""Hold findings against waivers and baseline, and keep account of which of those were needed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from protocheck.model.outcome import Finding, Outcome, RunState
from protocheck.model.waivers import Known, Lapsed, SetAside, Waiver, WaiverNote

IN_BASELINE = "stond al in de nulmeting"
# A rule that was skipped, switched off or failed says nothing of what it would have found.
_SILENT: frozenset[RunState] = frozenset({"skipped", "failed"})


class Ledger:
    """What may stand; one ledger serves all documents of a run."""

    def __init__(
        self, waivers: Iterable[Waiver] = (), baseline: Iterable[Known] = (), *, day: dt.date | None = None
    ) -> None:
        """Take the waivers that hold on `day`; those that ended before it are only told."""
        self._expired: list[Waiver] = []
        self._valid: list[Waiver] = []
        for waiver in waivers:
            over = day is not None and waiver.until is not None and waiver.until < day
            (self._expired if over else self._valid).append(waiver)
        self._used: set[Waiver] = set()
        self._left = Counter({(k.file, k.rule, k.place): k.count for k in baseline})
        self._seen: set[str] = set()  # the documents
        self._unlooked: set[tuple[str, str]] = set()  # document and rule

    def held_against(self, outcome: Outcome, name: str) -> Outcome:
        """Return the outcome of the document of that name, with the findings that may stand set aside."""
        self._seen.add(name)
        self._unlooked.update((name, run.id) for run in outcome.runs if run.state in _SILENT)
        return replace(outcome, findings=tuple(self._held(each, name) for each in outcome.findings))

    def _held(self, finding: Finding, name: str) -> Finding:
        waiver = next((w for w in self._valid if _fits(w, finding, name)), None)
        if waiver is not None:
            self._used.add(waiver)
            return replace(finding, waived=SetAside("waiver", waiver.reason, waiver.who, waiver.until))
        key = (name, finding.code, finding.fingerprint)
        if self._left[key] > 0:
            self._left[key] -= 1
            return replace(finding, waived=SetAside("baseline", IN_BASELINE))
        return finding

    def lapsed(self, outcome: Outcome, name: str) -> tuple[Lapsed, ...]:
        """Return the waivers that ended and would have held for a finding of this document that is open."""
        return tuple(
            Lapsed(waiver, finding.title, finding.primary.label)
            for waiver in self._expired
            for finding in outcome.findings
            if finding.waived is None and _fits(waiver, finding, name)
        )

    def notes(self) -> tuple[WaiverNote, ...]:
        """Return the waivers that ended, and those that no finding needed, in the order of the file."""
        unused = (w for w in self._valid if w not in self._used and self._might_need(w))
        return (
            *(WaiverNote("expired", w) for w in self._expired),
            *(WaiverNote("unused", w) for w in unused),
        )

    @property
    def mended(self) -> int:
        """Return how many findings of the baseline are gone from what was looked at."""
        return sum(left for (name, rule, _), left in self._left.items() if self._looked(name, rule))

    def _looked(self, name: str, rule: str) -> bool:
        return name in self._seen and (name, rule) not in self._unlooked

    def _might_need(self, waiver: Waiver) -> bool:
        """Tell whether the waiver could have been needed: its rule ran, on the document it is for."""
        return any(self._looked(name, waiver.rule) for name in self._seen if waiver.file in {"", name})


def _fits(waiver: Waiver, finding: Finding, name: str) -> bool:
    same = (waiver.rule, waiver.place) == (finding.code, finding.fingerprint)
    return same and waiver.file in {"", name}
