"""What the store gives back; plain data."""

from __future__ import annotations

from dataclasses import dataclass

from protocheck.model.audit import State


@dataclass(frozen=True, slots=True)
class Run:
    """An audit that writes in the store: by which rules, which version and which way of reading."""

    id: int
    rules_digest: str
    program_version: str
    options: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file that stands there now, with the judgement that holds for it; the row of the view `documents`.

    `judgement` is the key for the rest: criteria, findings, passages, report. Two files with the same content
    share one. Texts are empty and numbers None where they do not apply.
    """

    place: str
    name: str
    size: int
    judgement: str
    sha256: str
    state: State
    verdict: str
    title: str
    year: int | None
    signed: str
    in_force: str
    ends: str
    kind: str
    reason: str
    hint: str
    media_type: str
    method: str
    pages: int | None
    quality: float | None
    repairs: int | None
    unreadable_pages: int | None
    packs: str
    rules_digest: str
    program_version: str
    options: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One of the twelve elements of a judgement."""

    criterion: str
    number: int
    title: str
    status: str
    place: str
    remarks: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding of a judgement."""

    code: str
    severity: str
    title: str
    message: str
    suggestion: str
    place: str
    page: int | None
    line: int | None
    quote: str
    fingerprint: str
    waived: str | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party to a protocol; `body` is the same wherever the same body is party."""

    body: str
    name: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A judged document with the status of each criterion, by its id ('EGOV-08')."""

    place: str
    name: str
    title: str
    year: int | None
    verdict: str
    judgement: str
    statuses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents there are, by what became of them; those `waiting` have no judgement yet."""

    documents: int
    judged: int
    other: int
    unreadable: int
    set_aside: int
    positive: int
    conditional: int
    negative: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage in which the words stand, and where the same content stands.

    `position` is that of the passage in `Reader.passages`. `snippet` is a piece of its text; `marked` says
    where in that piece the words stand, from and up to.
    """

    places: tuple[str, ...]
    title: str
    judgement: str
    position: int
    ref: str
    label: str
    heading: str
    page: int | None
    snippet: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best passages for a question, and how many there are in all, in how many contents."""

    hits: tuple[Hit, ...]
    passages: int
    documents: int
