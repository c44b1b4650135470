"""What is said beside a place in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocheck.model.outcome import Finding, Severity
from protocheck.record import record

AUTHOR = "protocheck"
_SIGNED = re.compile(rf"{AUTHOR} ([A-Z]\d{{3}}) ([0-9a-f]{{16}})")
_NAMES: dict[Severity, str] = {"error": "Fout", "warning": "Waarschuwing", "info": "Opmerking"}


@record
class Note:
    """One remark.

    Attributes:
        paragraph: the number of the paragraph it is about; None for the document as a whole.
        column: where in that paragraph the words stand, from 1.
        quote: the words.
        lines: what is said, one paragraph each.
        mark: code and fingerprint of the finding, by which a later run knows it again.
    """

    paragraph: int | None
    column: int
    quote: str
    lines: tuple[str, ...]
    mark: tuple[str, str]

    @property
    def signature(self) -> str:
        """Return the last line of the remark."""
        return f"{AUTHOR} {self.mark[0]} {self.mark[1]}"


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


def mark_of(text: str) -> tuple[str, str] | None:
    """Return code and fingerprint of a remark of ours, read from its last line; None for anyone else's."""
    found = _SIGNED.fullmatch(text.strip())
    return (found[1], found[2]) if found else None
