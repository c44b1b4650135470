"""What a document states, each fact with the span of the repaired text that states it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from protocheck.model.geometry import Span
from protocheck.record import record

PartyRole = Literal["sender", "receiver", "both", "unknown"]
PartyKind = Literal["agency", "department", "municipality", "ocmw", "province", "police", "federal", "other"]
DateRole = Literal["signature", "entry-into-force", "dpo-advice", "decision", "end", "statute", "other"]
ContactKind = Literal["email", "phone", "website", "post"]
TargetKind = Literal["article", "paragraph", "item", "recital", "annex", "place"]


@record
class Person:
    """A person who represents or signs: name as printed, without title; function may be empty."""

    name: str
    function: str
    span: Span


@record
class Party:
    """A party to the protocol (verwerkingsverantwoordelijke).

    Attributes:
        name: as the protocol prints it, without article ('het') and without its details.
        kind: what kind of body, by its name.
        role: who sends the data and who receives them.
        short_name: the name after 'hierna'; equal to `name` when there is none.
        kbo: ten digits without dots, also when its check digits fail; empty when absent.
        kbo_valid: whether the check digits hold.
        seat: the address, empty when absent.
        representatives: those named in the parties block.
        mentions: other short forms under which the text speaks of it (abbreviation, collective
            name such as 'ontvangende instanties').
        span: the clause of the parties block that names it.
    """

    name: str
    kind: PartyKind
    role: PartyRole
    short_name: str
    span: Span
    kbo: str = ""
    kbo_valid: bool = False
    seat: str = ""
    representatives: tuple[Person, ...] = ()
    mentions: tuple[str, ...] = ()


@record
class DateFact:
    """A date with its role; `value` is None when it is impossible or left open."""

    value: dt.date | None
    text: str
    role: DateRole
    span: Span
    party: str = ""


@record
class DataItem:
    """A datum that is communicated (gegeven), with why and for how long; empty when not said.

    `span` covers the name; the other spans cover their texts and are None when empty. A
    justification or retention that serves all items of a cluster is repeated at each.
    """

    name: str
    span: Span
    justification: str = ""
    justification_span: Span | None = None
    retention: str = ""
    retention_span: Span | None = None


@record
class Recipient:
    """Who gets to see the data: a function, service or category; or third parties.

    `third_party` tells those outside the parties; `excluded` that the text forbids it.
    """

    text: str
    span: Span
    third_party: bool = False
    excluded: bool = False


@record
class Citation:
    """An act, decree, order or regulation that the text cites, in one place.

    `articles` as printed ('3', '10/1', '6, lid 4'); `key` is stable for the same statute
    ('decreet 2008-07-18', 'avg').
    """

    key: str
    kind: str
    title: str
    date: dt.date | None
    articles: tuple[str, ...]
    span: Span


@record
class Reference:
    """A reference to a part of this protocol or of another text.

    `target` is canonical ('article 5', 'recital C', 'annex 1'); `item` the point in it ('2°');
    `external` names the statute or paper it belongs to, empty for this protocol.
    """

    kind: TargetKind
    target: str
    item: str
    external: str
    span: Span


@record
class Contact:
    """A way to reach someone; `owner` is the party or person named with it, empty when none.

    `dpo` tells that it is given as the contact of a data protection officer, or for breaches where no other
    desk or official is named; `personal` that it is a named person's own.
    """

    kind: ContactKind
    value: str
    owner: str
    dpo: bool
    personal: bool
    span: Span


@record
class AnnexMention:
    """An annex that the text names; `number` and `title` may be empty."""

    number: str
    title: str
    span: Span


@record
class Facts:
    """All that a document states, each kind in the order of the text."""

    title: str = ""
    parties: tuple[Party, ...] = ()
    dates: tuple[DateFact, ...] = ()
    data_items: tuple[DataItem, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    contacts: tuple[Contact, ...] = ()
    annexes: tuple[AnnexMention, ...] = ()
