"""What both the advice and `lint` report of documents, rules and findings; keys are only ever added.

Plain dataclasses: a linter starts often and briefly, and loading pydantic would take a quarter of its time.
The names of the fields are the keys of the JSON, in their order.
"""

from __future__ import annotations

import datetime as dt

from protocheck.model.outcome import RunState, Severity
from protocheck.record import record


@record(kw_only=True)
class Tool:
    """The program that made the report."""

    name: str
    version: str


@record(kw_only=True)
class RulesUsed:
    """The rule packs applied ('egov-art8@1') and the digest of all their rules."""

    packs: tuple[str, ...]
    digest: str


@record(kw_only=True)
class ProvenanceInfo:
    """How the text of some pages came about; `first` and `last` are null where the format knows no pages.

    `method` is text-layer, learned-advances (a text layer whose spaces were derived from the letters), ocr
    (recognised from an image), docx, odt, text or none (no text on the page); `confidence` runs from 0 to 1
    and is below 1 only where letters were recognised.
    """

    first: int | None
    last: int | None
    method: str
    confidence: float


@record(kw_only=True)
class DocumentInfo:
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


@record(kw_only=True)
class AnnexInfo:
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


@record(kw_only=True)
class BoxInfo:
    """A rectangle on a page of a PDF, in points from its top left corner as it is shown."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@record(kw_only=True)
class PlaceInfo:
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


@record(kw_only=True)
class FindingInfo:
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


@record(kw_only=True)
class RunInfo:
    """What happened to one rule that did not simply run."""

    id: str
    state: RunState
    reason: str
