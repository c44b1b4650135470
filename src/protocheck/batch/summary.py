"""What stands in a store after an audit, in numbers: plain data for the terminal and for programs."""

from __future__ import annotations

from pathlib import Path

from protocheck.batch.store import Counts, Reader
from protocheck.record import record

_MOST_FINDINGS = 10
_LITTLE = "PRAGMA cache_size = -256"  # KiB: it goes through everything once, and remembers none of it


@record
class Element:
    """One of the twelve elements, and in how many documents it has each status."""

    number: int
    criterion: str
    title: str
    met: int
    partial: int
    unmet: int
    unreadable: int


@record
class Frequent:
    """A finding, in how many documents it was made, and how often."""

    code: str
    title: str
    severity: str
    documents: int
    findings: int


@record
class Refused:
    """Why documents were not judged, how many, and one of them."""

    state: str
    kind: str
    reason: str
    hint: str
    documents: int
    example: str


@record
class Summary:
    """What stands in a store."""

    counts: Counts
    elements: tuple[Element, ...]
    findings: tuple[Frequent, ...]
    refused: tuple[Refused, ...]


def summary(path: Path) -> Summary:
    """Return what stands in the store.

    Raises:
        UsageError: it cannot be read.
    """
    with Reader(path) as reader:
        ask = reader.connection.execute
        ask(_LITTLE)
        elements = ask(
            "SELECT c.number, c.criterion, min(c.title), sum(c.status = 'met'), sum(c.status = 'partial'),"
            " sum(c.status = 'unmet'), sum(c.status = 'unreadable')"
            " FROM criteria c JOIN documents d ON d.judgement = c.judgement"
            " GROUP BY c.number, c.criterion ORDER BY c.number, c.criterion"
        )
        findings = ask(
            "SELECT code, title, severity, documents, findings FROM findings_by_code"
            " ORDER BY documents DESC, findings DESC, code LIMIT ?",
            (_MOST_FINDINGS,),
        )
        refused = ask(
            "SELECT state, kind, reason, max(hint), count(*) AS documents, min(place) FROM refused"
            " GROUP BY state, kind, reason ORDER BY state, documents DESC, reason"
        )
        return Summary(
            reader.counts(),
            tuple(Element(*row) for row in elements),
            tuple(Frequent(*row) for row in findings),
            tuple(Refused(*row) for row in refused),
        )
