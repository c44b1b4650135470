"""The report: the one thing that renderers, JSON, cache and store see (`protocheck/advice@1`).

It holds places and quotes and no spans. Keys are only ever added; their order is the order printed.
Texts of several lines hold paragraphs parted by an empty line and list items that start with '- '.
"""

from __future__ import annotations

import datetime as dt

from protocheck.model.outcome import Status, VerdictStatus
from protocheck.model.reported import (
    AnnexInfo,
    BoxInfo,
    DocumentInfo,
    FindingInfo,
    RulesUsed,
    RunInfo,
    Tool,
)
from protocheck.record import record

SCHEMA_ID = "protocheck/advice@1"


@record(kw_only=True)
class PersonFact:
    """A person who represents a party."""

    name: str
    function: str


@record(kw_only=True)
class PartyFact:
    """A party to the protocol; `kbo` holds ten digits or nothing."""

    name: str
    short_name: str
    kind: str
    role: str
    kbo: str
    kbo_valid: bool
    seat: str
    representatives: tuple[PersonFact, ...]


@record(kw_only=True)
class DatedFact:
    """A date as printed; `value` is null when it is impossible or left open."""

    value: dt.date | None
    text: str
    party: str


@record(kw_only=True)
class DatesFact:
    """The dates that the protocol states, by their role."""

    signature: tuple[DatedFact, ...] = ()
    entry_into_force: tuple[DatedFact, ...] = ()
    dpo_advice: tuple[DatedFact, ...] = ()
    decision: tuple[DatedFact, ...] = ()
    end: tuple[DatedFact, ...] = ()


@record(kw_only=True)
class DataItemFact:
    """A datum that is communicated, why it is needed and how long it is kept."""

    name: str
    justification: str
    retention: str


@record(kw_only=True)
class StatuteFact:
    """A statute that is cited, with the articles cited anywhere in the document."""

    key: str
    kind: str
    title: str
    date: dt.date | None
    articles: tuple[str, ...]


@record(kw_only=True)
class ContactFact:
    """A way to reach a party or person."""

    kind: str
    value: str
    owner: str
    dpo: bool
    personal: bool


@record(kw_only=True)
class RecipientFact:
    """Who gets to see the data, or is excluded from them."""

    text: str
    third_party: bool
    excluded: bool


@record(kw_only=True)
class AnnexFact:
    """An annex that the text names."""

    number: str
    title: str


@record(kw_only=True)
class FactsInfo:
    """What the documents state."""

    parties: tuple[PartyFact, ...]
    dates: DatesFact
    data_items: tuple[DataItemFact, ...]
    statutes: tuple[StatuteFact, ...]
    contacts: tuple[ContactFact, ...]
    recipients: tuple[RecipientFact, ...] = ()
    annexes: tuple[AnnexFact, ...] = ()


@record(kw_only=True)
class ElementInfo:
    """One element of a criterion; `evidence` holds indices into the criterion's evidence."""

    id: str
    title: str
    status: Status
    evidence: tuple[int, ...]


@record(kw_only=True)
class EvidenceInfo:
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


@record(kw_only=True)
class DecisionInfo:
    """What the officer judges of a criterion instead of the rules, and why."""

    status: Status
    reason: str


@record(kw_only=True)
class CriterionInfo:
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


@record(kw_only=True)
class VerdictInfo:
    """The verdict, its name in the advice and the words of the Advies.

    Where the officer decided, `rules` is the verdict that the rules came to.
    """

    status: VerdictStatus
    label: str
    text: str
    rules: VerdictStatus | None = None


@record(kw_only=True)
class ReviewInfo:
    """The officer's own judgement that the advice holds; `stale` when the document changed since."""

    by: str
    stale: bool
    remarks: tuple[str, ...]
    reason: str = ""


@record(kw_only=True)
class Action:
    """Something to mend: by which rule, what to do, and model wording to paste in."""

    source: str
    title: str
    text: str
    clause: str = ""


@record(kw_only=True)
class Remark:
    """Something to know that lowers no status."""

    source: str
    text: str


@record(kw_only=True)
class AdviceInfo:
    """The paragraphs around the twelve points.

    Where the advice is for one party, `party` is its name, `addressed` the same as it stands in a sentence
    ('het OCMW Hazegem') and `tasks` what that party has to do. `addressees` are those it is for, by the name
    that stands on a letter.
    """

    introduction: tuple[str, ...]
    legal_ground: tuple[str, ...]
    analysis: tuple[str, ...]
    actions: tuple[Action, ...]
    remarks: tuple[Remark, ...]
    publication: tuple[str, ...]
    party: str = ""
    tasks: tuple[str, ...] = ()
    addressed: str = ""
    addressees: tuple[str, ...] = ()


@record(kw_only=True)
class Report:
    """The DPO's advice on one protocol with its annexes."""

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
