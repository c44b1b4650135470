"""What `audit` and `search` tell a program: `protocheck/audit@1`, `protocheck/search@1`."""

from __future__ import annotations

from protocheck.batch.store import Counts, Found, Hit
from protocheck.batch.summary import Element, Frequent, Refused, Summary
from protocheck.batch.tally import Tally
from protocheck.model.kinship import Kinship
from protocheck.record import record
from protocheck.report.json_text import described, written

AUDIT, SEARCH = "protocheck/audit@1", "protocheck/search@1"


@record
class Ran:
    """What this audit did: files looked at, judged now by what became of them, and the rest by why not."""

    looked: int
    judged: dict[str, int]
    unchanged: int
    same_content: int
    left_out: int
    skipped: dict[str, int]
    stopped: bool


@record
class Together:
    """How much the documents tell together; the store, the dashboard and the calendar hold all of it."""

    families: int
    leftovers: int
    pairs: int
    alone: int
    due: int


@record
class Audited:
    """What an audit did and what stands in its store; `together` is null when nothing was worked out anew."""

    store: str
    run: Ran
    counts: Counts
    elements: tuple[Element, ...]
    findings: tuple[Frequent, ...]
    refused: tuple[Refused, ...]
    together: Together | None


@record
class Searched:
    """What was asked, how many passages in how many documents hold that, and the best of them."""

    question: str
    passages: int
    documents: int
    hits: tuple[Hit, ...]


def audited(tally: Tally, held: Summary, store: str, view: Kinship | None) -> str:
    """Return what an audit did and found, as JSON."""
    ran = Ran(
        looked=tally.looked,
        judged={str(state): count for state, count in sorted(tally.done.items())},
        unchanged=tally.unchanged,
        same_content=tally.again,
        left_out=tally.new,
        skipped=dict(sorted(tally.skipped.items())),
        stopped=tally.stopped,
    )
    together = None
    if view is not None:
        parts = (view.families, view.leftovers, view.pairs, view.alone, view.due)
        together = Together(*map(len, parts))
    made = Audited(store, ran, held.counts, held.elements, held.findings, held.refused, together)
    return written(made, AUDIT)


def searched(question: str, found: Found) -> str:
    """Return what a search found, as JSON."""
    return written(Searched(question, found.passages, found.documents, found.hits), SEARCH)


def audit_schema() -> str:
    """Return the JSON Schema of what `audit` prints."""
    return described(Audited, AUDIT, "protocheck audit, version 1: keys are only ever added")


def search_schema() -> str:
    """Return the JSON Schema of what `search` prints."""
    return described(Searched, SEARCH, "protocheck search, version 1: keys are only ever added")
