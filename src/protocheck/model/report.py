"""The report: the one thing that renderers, JSON, cache and store see (`protocheck/advice@1`).

It holds places and quotes and no spans. Keys are only ever added; their order is the order printed.
Texts of several lines hold paragraphs parted by an empty line and list items that start with '- '.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from protocheck.model.outcome import RunState, Severity, Status, VerdictStatus

SCHEMA_ID: Literal["protocheck/advice@1"] = "protocheck/advice@1"


class Part(BaseModel):
    """What every part of the report has in common: it cannot change, and knows no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Tool(Part):
    """The program that made the report."""

    name: str
    version: str


class RulesUsed(Part):
    """The rule packs applied ('egov-art8@1') and the digest of all their rules."""

    packs: tuple[str, ...]
    digest: str


class ProvenanceInfo(Part):
    """How the text of some pages came about; `first` and `last` are null where the format knows no pages.

    `method` is text-layer, learned-advances (a text layer whose spaces were derived from the letters), ocr
    (recognised from an image), docx, odt, text or none (no text on the page); `confidence` runs from 0 to 1
    and is below 1 only where letters were recognised.
    """

    first: int | None
    last: int | None
    method: str
    confidence: float


class DocumentInfo(Part):
    """The document judged, how it was read and how readable it is.

    `quality` runs from 0 (noise) to 1 (every word known); `repairs` counts the repairs made;
    `unreadable_pages` are those too damaged to conclude that something is absent. `method` is how most of
    the text came about, `provenance` how that of each page did, in order.
    """

    name: str
    sha256: str
    media_type: str
    pages: int | None
    title: str
    quality: float
    method: str
    repairs: int
    readable: bool = True
    unreadable_pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: tuple[ProvenanceInfo, ...] = ()


class AnnexInfo(Part):
    """An annex that was handed in with the protocol, and how it was read."""

    name: str
    sha256: str
    document: str
    title: str = ""
    pages: int | None = None
    method: str = ""
    provenance: tuple[ProvenanceInfo, ...] = ()
    notes: tuple[str, ...] = ()
    media_type: str = ""


class PersonFact(Part):
    """A person who represents a party."""

    name: str
    function: str


class PartyFact(Part):
    """A party to the protocol; `kbo` holds ten digits or nothing."""

    name: str
    short_name: str
    kind: str
    role: str
    kbo: str
    kbo_valid: bool
    seat: str
    representatives: tuple[PersonFact, ...]


class DatedFact(Part):
    """A date as printed; `value` is null when it is impossible or left open."""

    value: dt.date | None
    text: str
    party: str


class DatesFact(Part):
    """The dates that the protocol states, by their role."""

    signature: tuple[DatedFact, ...] = ()
    entry_into_force: tuple[DatedFact, ...] = ()
    dpo_advice: tuple[DatedFact, ...] = ()
    decision: tuple[DatedFact, ...] = ()
    end: tuple[DatedFact, ...] = ()


class DataItemFact(Part):
    """A datum that is communicated, why it is needed and how long it is kept."""

    name: str
    justification: str
    retention: str


class StatuteFact(Part):
    """A statute that is cited, with the articles cited anywhere in the document."""

    key: str
    kind: str
    title: str
    date: dt.date | None
    articles: tuple[str, ...]


class ContactFact(Part):
    """A way to reach a party or person."""

    kind: str
    value: str
    owner: str
    dpo: bool
    personal: bool


class RecipientFact(Part):
    """Who gets to see the data, or is excluded from them."""

    text: str
    third_party: bool
    excluded: bool


class AnnexFact(Part):
    """An annex that the text names."""

    number: str
    title: str


class FactsInfo(Part):
    """What the documents state."""

    parties: tuple[PartyFact, ...]
    dates: DatesFact
    data_items: tuple[DataItemFact, ...]
    statutes: tuple[StatuteFact, ...]
    contacts: tuple[ContactFact, ...]
    recipients: tuple[RecipientFact, ...] = ()
    annexes: tuple[AnnexFact, ...] = ()


class ElementInfo(Part):
    """One element of a criterion; `evidence` holds indices into the criterion's evidence."""

    id: str
    title: str
    status: Status
    evidence: tuple[int, ...]


class BoxInfo(Part):
    """A rectangle on a page of a PDF, in points from its top left corner as it is shown."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class EvidenceInfo(Part):
    """A place that supports a judgement; `quote` as printed, `reading` after repair.

    `boxes` holds where the words stand on the pages of a PDF, one a line.
    """

    document: str
    ref: str
    label: str
    heading: str
    page: int | None
    quote: str
    signal: str
    line: int | None = None
    cell: str = ""
    reading: str = ""
    in_annex: bool = False
    boxes: tuple[BoxInfo, ...] = ()


class DecisionInfo(Part):
    """What the officer judges of a criterion instead of the rules, and why."""

    status: Status
    reason: str


class CriterionInfo(Part):
    """The judgement of one criterion; `status` is that of the rules, `decision` the officer's own.

    `text` is its paragraph of the Analyse, `advice` what to do, `clause` model wording to paste in;
    `where` cites the places in a few words.
    """

    id: str
    number: int
    title: str
    status: Status
    elements: tuple[ElementInfo, ...]
    evidence: tuple[EvidenceInfo, ...]
    remarks: tuple[str, ...]
    advice: str
    text: str
    clause: str = ""
    question: str = ""
    where: str = ""
    decision: DecisionInfo | None = None


class PlaceInfo(Part):
    """A place that a finding also points at."""

    document: str
    ref: str
    label: str
    page: int | None
    line: int | None
    quote: str
    column: int | None = None
    cell: str = ""
    heading: str = ""
    excerpt: str = ""
    end_line: int | None = None
    end_column: int | None = None


class FindingInfo(Part):
    """Something to mend before signature; `waived` is the reason when the DPO waived it.

    `ref`, `label`, `quote` are empty and `page`, `line`, `column` null when it holds for the document as a
    whole. `excerpt` holds the printed lines around the quote; `column` counts in the first of them, from 1;
    `end_line` holds the last character and `end_column` is the column after it, null beyond the page.
    `fingerprint` names the finding in a list of waivers. `why` tells why it matters.
    `waived_by` is who waived it, empty when it only stood in the baseline.
    """

    code: str
    severity: Severity
    title: str
    message: str
    suggestion: str
    document: str
    ref: str
    label: str
    page: int | None
    line: int | None
    quote: str
    related: tuple[PlaceInfo, ...] = ()
    waived: str | None = None
    column: int | None = None
    cell: str = ""
    heading: str = ""
    excerpt: str = ""
    why: str = ""
    fingerprint: str = ""
    waived_by: str = ""
    waived_until: dt.date | None = None
    boxes: tuple[BoxInfo, ...] = ()
    end_line: int | None = None
    end_column: int | None = None


class VerdictInfo(Part):
    """The verdict, its name in the advice and the words of the Advies.

    Where the officer decided, `rules` is the verdict that the rules came to.
    """

    status: VerdictStatus
    label: str
    text: str
    rules: VerdictStatus | None = None


class ReviewInfo(Part):
    """The officer's own judgement that the advice holds; `stale` when the document changed since."""

    by: str
    stale: bool
    remarks: tuple[str, ...]
    reason: str = ""


class Action(Part):
    """Something to mend: by which rule, what to do, and model wording to paste in."""

    source: str
    title: str
    text: str
    clause: str = ""


class Remark(Part):
    """Something to know that lowers no status."""

    source: str
    text: str


class AdviceInfo(Part):
    """The paragraphs around the twelve points.

    Where the advice is for one party, `party` is its name and `tasks` what that party has to do.
    """

    introduction: tuple[str, ...]
    legal_ground: tuple[str, ...]
    analysis: tuple[str, ...]
    actions: tuple[Action, ...]
    remarks: tuple[Remark, ...]
    publication: tuple[str, ...]
    party: str = ""
    tasks: tuple[str, ...] = ()


class RunInfo(Part):
    """What happened to one rule that did not simply run."""

    id: str
    state: RunState
    reason: str


class Report(Part):
    """The DPO's advice on one protocol with its annexes."""

    schema_id: Literal["protocheck/advice@1"] = Field(default=SCHEMA_ID, alias="schema")
    tool: Tool
    rules: RulesUsed
    document: DocumentInfo
    annexes: tuple[AnnexInfo, ...]
    facts: FactsInfo
    criteria: tuple[CriterionInfo, ...]
    findings: tuple[FindingInfo, ...]
    verdict: VerdictInfo
    advice: AdviceInfo
    runs: tuple[RunInfo, ...] = ()
    review: ReviewInfo | None = None
