"""An advice as a letter: what stands in it in which order, whatever the file it is written to."""

from __future__ import annotations

from protocheck.model.letterhead import Letterhead
from protocheck.record import record


@record
class Heading:
    """A heading; level 1 for the main parts, 2 for the points; `point` names the criterion of a point."""

    text: str
    level: int = 1
    point: str = ""


@record
class Paragraph:
    """A paragraph; `lead` stands before it in bold."""

    text: str
    lead: str = ""


@record
class Items:
    """An unnumbered list."""

    items: tuple[str, ...]


@record
class Clause:
    """Model wording to paste in (modelclausule); the paragraphs of it."""

    paragraphs: tuple[str, ...]


@record
class Condition:
    """Something to mend, numbered through the letter (voorwaarde)."""

    number: int
    title: str
    body: tuple[Paragraph | Items | Clause, ...]


@record
class Rows:
    """A table: its heads, empty when it has none, and its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@record
class Verdict:
    """The verdict in one line; `status` is 'positive', 'conditional' or 'negative'."""

    status: str
    text: str


@record
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Items | Clause | Condition | Rows | Verdict | PageBreak


@record
class Letter:
    """The whole: the letterhead, the kind of paper, its subject and addressee, the facts on top, the text."""

    head: Letterhead
    kind: str
    subject: str
    addressee: str
    details: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    signature: tuple[str, ...]
