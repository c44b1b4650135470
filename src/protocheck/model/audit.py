"""What an audit passes on: which documents there are, and what was made of each; plain data, no I/O.

A worker gets an `Item` and returns a `Judgement`, whichever executor carries it; only the parent writes.
"""

from __future__ import annotations

import enum

from protocheck.record import record


class State(enum.StrEnum):
    """What became of a document."""

    JUDGED = "judged"  # the twelve elements were judged
    OTHER = "other"  # read, and recognised as another kind of paper
    UNREADABLE = "unreadable"  # refused: encrypted, empty, damaged, too large, no text
    SET_ASIDE = "set-aside"  # its worker ended twice; nobody tries again unless asked (`--rerun failed`)


@record
class Item:
    """A document to judge.

    Attributes:
        place: where it stands, as the store and the reports name it: a path, 'archief.zip!map/protocol.pdf',
            or an address (s3://, https://).
        sha256: the digest of its content; empty until it was read.
        size: bytes.
    """

    place: str
    sha256: str = ""
    size: int = 0


@record
class Passage:
    """A part of the repaired text that can be cited: an article, a recital, the preamble, a table.

    `ref` is canonical ('article 4'), `label` Dutch ('artikel 4'); `page` is None where there are no pages.
    `forms` holds the other forms under which its words can be found; None when nobody worked them out.
    """

    ref: str
    kind: str
    label: str
    heading: str
    page: int | None
    text: str
    forms: str | None = None


@record
class Judgement:
    """What was made of one content.

    Attributes:
        sha256: of the content.
        state: what became of it.
        report: the JSON of `advise` (`protocheck/advice@1`); empty unless judged.
        passages: the repaired text in parts, for searching and comparing; empty when unreadable.
        kind: which other kind of paper it is ('processor-agreement'), where that was recognised.
        reason: why it was not judged, in Dutch; hint: what to do next.
        media_type, pages, quality, method: how it was read, as in the report.
    """

    sha256: str
    state: State
    report: str = ""
    passages: tuple[Passage, ...] = ()
    kind: str = ""
    reason: str = ""
    hint: str = ""
    media_type: str = ""
    pages: int | None = None
    quality: float | None = None
    method: str = ""
