"""What an audit found, as exports and dashboard show it: read from the store, one document after another.

A document is one content, whichever places hold it. What is light is kept together for all documents, so
that they can be counted and sorted; what is heavy (reports, findings, texts) comes one document at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from protocheck.batch.store import Reader
from protocheck.model.audit import Passage, State
from protocheck.model.outcome import Severity, Status, VerdictStatus


@dataclass(frozen=True, slots=True)
class Body:
    """A party to a protocol; `key` is the same in every document, `role` sender, receiver, both or ''."""

    key: str
    name: str
    short_name: str
    kind: str
    role: str
    kbo: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion that documents were judged by."""

    id: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document, with all that fits in a row of a table.

    Attributes:
        judgement: its key in the store.
        sha256: of its content.
        places: where that content stands, sorted.
        state, kind, reason, hint: what became of it, and why it was not judged.
        media_type, method, pages, quality, repairs: how it was read.
        packs: the rules it was judged by.
        title, verdict, signed, in_force, ends, year: what the advice says; days as ISO 8601.
        statuses: of each criterion, by its id.
        found: how many findings of each severity; codes: how many of each code.
        bodies: the parties.
    """

    judgement: str
    sha256: str
    places: tuple[str, ...]
    state: State
    kind: str
    reason: str
    hint: str
    media_type: str
    method: str
    pages: int | None
    quality: float | None
    repairs: int | None
    packs: str
    title: str
    verdict: VerdictStatus | None
    signed: str | None
    in_force: str | None
    ends: str | None
    year: int | None
    statuses: Mapping[str, Status] = field(default_factory=dict)
    found: Mapping[Severity, int] = field(default_factory=dict)
    codes: Mapping[str, int] = field(default_factory=dict)
    bodies: tuple[Body, ...] = ()

    @property
    def judged(self) -> bool:
        """Tell whether the criteria were judged."""
        return self.state is State.JUDGED

    @property
    def place(self) -> str:
        """Return the first place that holds it."""
        return self.places[0]

    @property
    def name(self) -> str:
        """Return what to call it: its title, else the name of its file."""
        return self.title.strip() or self.place.replace("\\", "/").rpartition("/")[2]

    @property
    def senders(self) -> tuple[Body, ...]:
        """Return who communicates data."""
        return tuple(body for body in self.bodies if body.role in {"sender", "both"})

    @property
    def receivers(self) -> tuple[Body, ...]:
        """Return who gets data."""
        return tuple(body for body in self.bodies if body.role in {"receiver", "both"})

    def count(self, *statuses: Status) -> int:
        """Return how many criteria have one of the statuses."""
        return sum(each in statuses for each in self.statuses.values())

    @property
    def gaps(self) -> int:
        """Return how many criteria are not in order."""
        return len(self.statuses) - self.count("met")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, as the store holds it."""

    judgement: str
    position: int
    code: str
    severity: Severity
    title: str
    message: str
    suggestion: str
    place: str
    page: int | None
    line: int | None
    quote: str


# The fields of an entry that are columns of the view `documents`, as they are.
_PLAIN = (
    *("judgement", "sha256", "kind", "reason", "hint", "media_type", "method", "pages", "quality", "repairs"),
    *("packs", "title", "verdict", "signed", "in_force", "ends", "year"),
)
# A store also holds what was judged by earlier rules; none of that counts in these.
_CRITERIA = """
SELECT criterion, min(number), max(title) FROM criteria
WHERE judgement IN (SELECT judgement FROM documents) GROUP BY criterion ORDER BY 2, 1
"""
_STATUSES = """
SELECT judgement, criterion, status FROM criteria
WHERE judgement IN (SELECT judgement FROM documents) ORDER BY number, criterion
"""
_COUNTS = """
SELECT judgement, code, severity, count(*) FROM findings
WHERE waived IS NULL AND judgement IN (SELECT judgement FROM documents) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
_CODES = """
SELECT code, severity, max(title) FROM findings
WHERE waived IS NULL AND judgement IN (SELECT judgement FROM documents)
GROUP BY code, severity ORDER BY code, count(*), severity
"""
_FINDINGS = """
SELECT judgement, position, code, severity, title, message, suggestion, place, page, line, quote FROM findings
WHERE waived IS NULL AND
"""
_PARTIES = """
SELECT DISTINCT v.judgement, v.body, p.name, p.short_name, p.kind, p.role, p.kbo, p.position
FROM party_documents v JOIN parties p ON p.judgement = v.judgement AND p.position = v.position
ORDER BY v.judgement, p.position
"""


class Overview:
    """What a store holds of its current documents: those that the last run which saw them judged."""

    def __init__(self, reader: Reader) -> None:
        """Read what is light; the reader stays open for what is heavy."""
        self._reader = reader
        self._connection = reader.connection
        self.criteria = self._criteria()
        self.entries = tuple(sorted(self._entries(), key=lambda entry: (entry.places, entry.judgement)))
        self.judged = tuple(entry for entry in self.entries if entry.judged)
        self.refused = tuple(entry for entry in self.entries if not entry.judged)

    @property
    def files(self) -> int:
        """Return how many files there are; one content may stand in several."""
        return sum(len(entry.places) for entry in self.entries)

    @property
    def waiting(self) -> int:
        """Return how many files were seen and not judged yet: the audit was broken off."""
        return self._reader.counts().waiting

    def report(self, entry: Entry) -> str:
        """Return the JSON of the advice on a judged document."""
        return self._reader.report(entry.judgement)

    def passages(self, entry: Entry) -> tuple[Passage, ...]:
        """Return the text of a document, in parts, in its own order."""
        return self._reader.passages(entry.judgement)

    def findings(self, entry: Entry) -> list[FindingRow]:
        """Return the findings of one document, in their order."""
        rows = self._connection.execute(f"{_FINDINGS} judgement = ? ORDER BY position", (entry.judgement,))
        return [FindingRow(*row) for row in rows]

    def findings_of(self, code: str) -> Iterator[FindingRow]:
        """Yield every finding with a code, in no order of use."""
        rows = self._connection.execute(f"{_FINDINGS} code = ? ORDER BY judgement, position", (code,))
        yield from (FindingRow(*row) for row in rows)

    def codes(self) -> dict[str, tuple[Severity, str]]:
        """Return the severity and title of each code that was found."""
        rows = self._connection.execute(_CODES)
        return {code: (severity, title) for code, severity, title in rows}

    def rules(self) -> list[tuple[str, str, str]]:
        """Return which versions of the program and digests of the rules judged, and the packs."""
        rows = self._connection.execute(
            "SELECT DISTINCT program_version, rules_digest, packs FROM documents"
            " WHERE state = 'judged' ORDER BY program_version, rules_digest, packs"
        )
        return [(version, digest, packs) for version, digest, packs in rows]

    def _criteria(self) -> tuple[Criterion, ...]:
        rows = self._connection.execute(_CRITERIA)
        return tuple(Criterion(*row) for row in rows)

    def _entries(self) -> Iterator[Entry]:
        places = self._places()
        statuses = self._grouped(_STATUSES)
        found, codes = self._found()
        bodies: dict[str, list[Body]] = {}
        for judgement, *rest, _position in self._connection.execute(_PARTIES):
            bodies.setdefault(judgement, []).append(Body(*rest))
        for state, *values in self._connection.execute(
            f"SELECT DISTINCT state, {', '.join(_PLAIN)} FROM documents"  # noqa: S608 - names of our own
        ):
            plain: dict[str, Any] = dict(zip(_PLAIN, values, strict=True))
            judgement = plain["judgement"]
            yield Entry(
                **plain,
                state=State(state),
                places=tuple(places[judgement]),
                statuses=statuses.get(judgement, {}),
                found=found.get(judgement, {}),
                codes=codes.get(judgement, {}),
                bodies=tuple(bodies.get(judgement, ())),
            )

    def _places(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for judgement, place in self._connection.execute(
            "SELECT judgement, place FROM documents ORDER BY place"
        ):
            held.setdefault(judgement, []).append(place)
        return held

    def _grouped(self, query: str) -> dict[str, dict[str, Status]]:
        held: dict[str, dict[str, Status]] = {}
        for judgement, name, value in self._connection.execute(query):
            held.setdefault(judgement, {})[name] = value
        return held

    def _found(self) -> tuple[dict[str, Counter[Severity]], dict[str, Counter[str]]]:
        found: dict[str, Counter[Severity]] = {}
        codes: dict[str, Counter[str]] = {}
        for judgement, code, severity, count in self._connection.execute(_COUNTS):
            found.setdefault(judgement, Counter())[severity] += count
            codes.setdefault(judgement, Counter())[code] += count
        return found, codes
