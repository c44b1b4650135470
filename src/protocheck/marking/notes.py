"""What a comment says of a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocheck.model.note import Note
from protocheck.model.outcome import Finding, Severity

_NAMES: dict[Severity, str] = {"error": "Fout", "warning": "Waarschuwing", "info": "Opmerking"}


def notes(findings: Iterable[Finding]) -> Iterator[Note]:
    """Yield a remark for each finding in the protocol itself that is not set aside."""
    for finding in findings:
        place = finding.primary
        if finding.waived is None and place.document == "protocol":
            yield Note(
                place.location.line if place.quote else None,
                place.location.column,
                place.quote,
                tuple(_lines(finding)),
                (finding.code, finding.fingerprint),
            )


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{_NAMES[finding.severity]} {finding.code}: {finding.title}"
    yield finding.message
    if finding.suggestion:
        yield f"Wat te doen: {finding.suggestion}"
    if finding.why:
        yield f"Waarom: {finding.why}"
