"""What stands in a store after an audit, in numbers: plain data for the terminal and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from protocheck.batch.store import Counts, Reader
from protocheck.model.outcome import Status
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
        judged = ask(
            "SELECT c.number, c.criterion, c.title, c.status"
            " FROM criteria c JOIN documents d ON d.judgement = c.judgement"
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
            tuple(_elements(judged)),
            tuple(Frequent(*row) for row in findings),
            tuple(Refused(*row) for row in refused),
        )


def _elements(judged: Iterable[tuple[int, str, str, Status]]) -> Iterator[Element]:
    """Count as the rows go by: SQLite would sort them all to count them by criterion."""
    counted: dict[tuple[int, str], Counter[Status]] = {}
    titles: dict[tuple[int, str], str] = {}
    for number, criterion, title, status in judged:
        each = number, criterion
        counted.setdefault(each, Counter())[status] += 1
        titles[each] = min(title, titles.get(each, title))
    for each, held in sorted(counted.items()):
        yield Element(*each, titles[each], held["met"], held["partial"], held["unmet"], held["unreadable"])
