"""A document as it stands in the tables of the dashboard, and where its own page is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from protocheck.batch.dashboard.figures import NO_YEAR, year_of
from protocheck.batch.overview import Body, Entry, Overview

FOLDER = "d"  # of the pages of the documents
_NAME = 12  # of the 64 figures of a fingerprint: enough to tell a million documents apart
_RANKS = {"negative": 2, "conditional": 1, "positive": 0}
_SHOWN = 3  # parties on each side that are named in a row


@dataclass(frozen=True, slots=True)
class Row:
    """A document in a table.

    Attributes:
        entry: the document.
        file: its page.
        year: its year, in one word.
        missing: the numbers of the criteria that are not in order, for a choice.
        bodies: the keys of its parties, for a choice.
        between: who communicates to whom.
        origin: the name of its file, and in how many other places it stands.
        rank: how bad the verdict is, for sorting.
    """

    entry: Entry
    file: str
    year: str
    missing: str
    bodies: str
    between: str
    origin: str
    rank: int


def pages(overview: Overview) -> dict[str, str]:
    """Return the page of each judged document, by its judgement; its name hangs on the content alone."""
    taken: dict[str, int] = {}
    held: dict[str, str] = {}
    for entry in overview.judged:
        name = "".join(sign for sign in entry.sha256 if sign.isalnum())[:_NAME]
        taken[name] = taken.get(name, 0) + 1
        again = "" if taken[name] == 1 else f"-{taken[name]}"
        held[entry.judgement] = f"{FOLDER}/{name}{again}.html"
    return held


def rows(entries: Iterable[Entry], overview: Overview, files: Mapping[str, str]) -> list[Row]:
    """Return the rows of documents, in their order."""
    numbers = {criterion.id: criterion.number for criterion in overview.criteria}
    return [
        Row(
            entry,
            files[entry.judgement],
            short_year(year_of(entry)),
            " ".join(str(numbers[name]) for name, status in entry.statuses.items() if status != "met"),
            " ".join(dict.fromkeys(body_id(body.key) for body in entry.bodies)),
            _between(entry),
            origin(entry),
            _RANKS.get(entry.verdict or "", -1),
        )
        for entry in entries
    ]


def short_year(year: str) -> str:
    """Return the year as one word."""
    return "zonder" if year == NO_YEAR else year


def body_id(key: str) -> str:
    """Return a short name for a body, to choose by; it hangs on its key alone."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def _between(entry: Entry) -> str:
    sides = (_named(entry.senders), _named(entry.receivers))
    if all(sides):
        return " → ".join(sides)
    return _named(entry.bodies)


def origin(entry: Entry) -> str:
    """Return the name of a document's file, and in how many other places it stands."""
    name = entry.place.replace("\\", "/").rpartition("/")[2]
    others = len(entry.places) - 1
    if not others:
        return name
    return f"{name}, ook op {others} {'andere plaats' if others == 1 else 'andere plaatsen'}"


def _named(bodies: Sequence[Body]) -> str:
    names = list(dict.fromkeys(body.name for body in bodies))
    more = f" en {len(names) - _SHOWN} andere" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
