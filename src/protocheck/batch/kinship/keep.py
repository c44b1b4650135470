"""The view over an archive in tables of its store, for whoever queries that; made anew each time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.resources import files

from protocheck.batch.store.migrations import statements
from protocheck.model.kinship import Change, Due, Family, Kinship, Leftover, Pair

_CREATED = re.compile(r"^CREATE (TABLE|VIEW) (\w{1,40})", re.MULTILINE)

Row = tuple[str | int | float | None, ...]


def script() -> str:
    """Return what makes the tables, with a description of each."""
    return files("protocheck.batch.kinship").joinpath("tables.sql").read_text("utf-8")


def write(connection: sqlite3.Connection, kinship: Kinship) -> None:
    """Replace what a store holds of an earlier view; inside the transaction of who calls."""
    made = script()
    for kind, name in reversed(_CREATED.findall(made)):
        connection.execute(f"DROP {kind} IF EXISTS {name}")
    for statement in statements(made):
        connection.execute(statement)
    for table, rows in _tables(kinship):
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608 - names of ours


def _tables(kinship: Kinship) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "families", map(_family, kinship.families)
    yield "family_members", _members(kinship.families)
    yield "family_changes", _changes(kinship.families)
    yield "family_criteria", _criteria(kinship.families)
    yield "leftovers", _leftovers(kinship.leftovers)
    yield "pairs", map(_pair, kinship.pairs)
    yield "pair_differences", (row for each in kinship.pairs for row in _differences(each))
    yield (
        "alone",
        (
            (each.paper, each.found_with, each.missing_with, each.others, each.message)
            for each in kinship.alone
        ),
    )
    yield "due", (_due(each, kinship) for each in kinship.due)


def _family(each: Family) -> Row:
    return each.id, each.title, _lines(each.common), each.example, each.parts, len(each.members)


def _members(found: Iterable[Family]) -> Iterator[Row]:
    for family in found:
        for each in family.members:
            yield family.id, each.paper, each.likeness, len(each.changes)


def _changes(found: Iterable[Family]) -> Iterator[Row]:
    for family in found:
        for member in family.members:
            for position, each in enumerate(member.changes):
                yield family.id, member.paper, position, *_change(each)


def _change(each: Change) -> Row:
    return each.kind, each.label, each.heading, each.page, each.usual_label, each.usual, each.text


def _criteria(found: Iterable[Family]) -> Iterator[Row]:
    for family in found:
        for member in family.members:
            for each in member.criteria:
                because = " ".join(map(str, each.because))
                yield (
                    family.id,
                    member.paper,
                    each.criterion,
                    each.number,
                    each.title,
                    each.usual,
                    each.status,
                    because,
                )


def _leftovers(found: Iterable[Leftover]) -> Iterator[Row]:
    position: dict[str, int] = {}
    for each in found:
        at = position[each.paper] = position.get(each.paper, -1) + 1
        yield (
            *(each.paper, at, each.family, each.code, each.severity, each.title, each.message),
            *(each.suggestion, each.kind, each.value, each.body, _lines(each.siblings)),
            *(each.label, each.page, each.quote, each.times, int(each.reported)),
        )


def _pair(each: Pair) -> Row:
    return (
        *(each.first, each.second, each.first_at, each.second_at, each.kind, each.title),
        *(_lines(each.parties), each.likeness, int(each.identical)),
    )


def _differences(pair: Pair) -> Iterator[Row]:
    told = [(each.kind, "", each.text, each.first, each.second) for each in pair.differences]
    parts = [(each.kind, each.label or each.usual_label, "", each.usual, each.text) for each in pair.changes]
    for position, row in enumerate([*told, *parts]):
        yield pair.first_at, pair.second_at, position, *row


def _due(each: Due, kinship: Kinship) -> Row:
    return (
        *(each.uid, each.paper, kinship.today.isoformat(), each.kind, each.day.isoformat(), each.title),
        *(_lines(each.parties), each.summary, each.basis, each.label, each.page, each.quote),
        *(_lines(each.copies), each.replaced_by),
    )


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
