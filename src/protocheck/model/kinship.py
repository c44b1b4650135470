"""What the papers of an archive tell together: families, leftovers, pairs and days due; plain data.

Everywhere, a `paper` is the key of a judgement in the store; the tables tell where its file stands.
Texts for a reader are Dutch. Nothing depends on the order in which papers were judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from protocheck.record import record

ChangeKind = Literal["added", "left-out", "changed"]
PieceKind = Literal["same", "added", "removed"]
LeftoverKind = Literal["name", "kbo", "mailbox", "domain"]
PairKind = Literal["copies", "versions"]
DifferenceKind = Literal["signature", "date", "title", "annex", "text"]
DueKind = Literal["ended", "ends", "evaluation"]


@record
class Piece:
    """A stretch of words that both texts have, that was added, or that was removed."""

    kind: PieceKind
    text: str


@record
class Change:
    """What one paper does with one part of the text that it is compared with.

    Attributes:
        kind: whether the part was added, left out or has other words.
        label: where it stands in this paper ('artikel 8'); of a part left out, where it would stand.
        heading: its printed heading; empty when it has none.
        page: of this paper; None where there are no pages, and for a part left out.
        usual_label: where it stands in the text compared with; empty for an added part.
        usual: the part as it is there, names of parties and dates replaced by '[partij]' and '[datum]'.
        text: the part as this paper prints it; empty for a part left out.
        pieces: both in one, in reading order; adjoining pieces differ in kind.
    """

    kind: ChangeKind
    label: str
    heading: str
    page: int | None
    usual_label: str
    usual: str
    text: str
    pieces: tuple[Piece, ...]


@record
class CriterionChange:
    """A criterion that is judged otherwise than in most of the family; `because` indexes the changes."""

    criterion: str
    number: int
    title: str
    usual: str
    status: str
    because: tuple[int, ...]


@record
class Member:
    """A paper in its family; `likeness` is how much of its words it shares with the usual text, 0 to 1."""

    paper: str
    likeness: float
    changes: tuple[Change, ...]
    criteria: tuple[CriterionChange, ...]


@record
class Family:
    """Protocols of different parties that were written from one text.

    Attributes:
        id: short and stable: of the papers in it.
        title: the title that most members carry, parties and dates left out.
        common: the bodies that are a party to more than half of the members, by name.
        example: the member whose text is nearest the usual one.
        parts: how many parts (articles, recitals, tables) the usual text has.
        members: the example first, then by likeness.
    """

    id: str
    title: str
    common: tuple[str, ...]
    example: str
    parts: int
    members: Sequence[Member]


@record
class Leftover:
    """A trace of another protocol's party: a finding of the audit, worded as the rule P403 words its own.

    Attributes:
        paper: where it stands.
        family: of both papers.
        code, severity, title, message, suggestion: as a finding has them.
        kind: a name, an enterprise number, a mailbox, or the domain of an address.
        value: what was found, as printed.
        body: the name of the party of the sibling to which it belongs.
        siblings: the papers in which that body is a party.
        ref, label, heading, page: of the part in which it stands first; quote: the words around it.
        times: how often it stands in the paper.
        reported: whether the paper's own advice names it as well.
    """

    paper: str
    family: str
    code: str
    severity: str
    title: str
    message: str
    suggestion: str
    kind: LeftoverKind
    value: str
    body: str
    siblings: tuple[str, ...]
    ref: str
    label: str
    heading: str
    page: int | None
    quote: str
    times: int
    reported: bool


@record
class Difference:
    """One way in which two papers of a pair differ; `text` says it in a Dutch sentence."""

    kind: DifferenceKind
    text: str
    first: str
    second: str


@record
class Pair:
    """The same protocol found twice, as both parties published it, or an earlier and a later version.

    `first` is the earlier version, of copies the one that comes first by place. `identical` tells that the
    files are the same byte for byte; `changes` what the second does with the first one's text.
    """

    kind: PairKind
    first: str
    second: str
    title: str
    parties: tuple[str, ...]
    first_at: str
    second_at: str
    likeness: float
    identical: bool
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]


@record
class Alone:
    """A protocol found with one party, while the archive holds papers found with the other ('alleen bij').

    Attributes:
        paper: the one copy.
        found_with: the party in whose folder or on whose site it was found.
        missing_with: the party with whom it was not found.
        others: how many papers the archive holds that were found with that party.
        message: all this in a Dutch sentence.
    """

    paper: str
    found_with: str
    missing_with: str
    others: int
    message: str


@record
class Due:
    """A day on which something must be done about a protocol.

    Attributes:
        paper: the protocol; `copies` are the other files of the same protocol.
        kind: its term has ended, ends within the months asked for, or its evaluation is due.
        day: when.
        title: of the protocol.
        parties: their names.
        summary: what is due, in a Dutch sentence.
        basis: from what the day follows ('ondertekend op 3 maart 2023, duur van drie jaar'), in Dutch.
        label: where the term stands ('artikel 9'); page: there.
        quote: the words that set it.
        replaced_by: a later version in the archive; empty when there is none.
        uid: of the entry in a calendar, for ever the same for the same content.
    """

    paper: str
    copies: tuple[str, ...]
    kind: DueKind
    day: dt.date
    title: str
    parties: tuple[str, ...]
    summary: str
    basis: str
    label: str
    page: int | None
    quote: str
    replaced_by: str
    uid: str


@record
class Kinship:
    """The whole view, on one day: `today` and `months` bound what is due; each part in its own order.

    A part may be read from disk as it is gone through, for an archive is large: hold no more than one thing.
    """

    today: dt.date
    months: int
    papers: int
    families: Sequence[Family] = ()
    leftovers: Sequence[Leftover] = ()
    pairs: Sequence[Pair] = ()
    alone: Sequence[Alone] = ()
    due: Sequence[Due] = ()
