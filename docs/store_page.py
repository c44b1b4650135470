"""The tables and views of the store, for docs/store.md: from the comments in its own SQL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protocheck.batch.kinship import keep
from protocheck.batch.store import migrations

PAGE = Path(__file__).with_name("store.md")
_BETWEEN = re.compile(r"(<!-- begin van het schema -->\n).*?(<!-- einde van het schema -->)", re.DOTALL)
_CREATED = re.compile(r"^CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)", re.MULTILINE)
_COLUMN = re.compile(r"^  (\w+) [^\n]*?,? +-- ([^\n]+)$", re.MULTILINE)
_ABOVE = re.compile(r"(?:^-- [^\n]*\n)+(?=CREATE )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Described:
    """A table or view: what it is, and its columns with what they hold (empty for those of a view)."""

    name: str
    is_view: bool
    text: str
    columns: tuple[tuple[str, str], ...]


def described() -> list[Described]:
    """Return the tables and views of the store, in the order of its SQL."""
    return _of(3)


def related() -> list[Described]:
    """Return the tables and views of what the documents tell together."""
    return _of(4)[len(described()) :]


def _of(most: int) -> list[Described]:
    names = ("schema.sql", "derived.sql", "views.sql")
    scripts = [*map(migrations.script, names), keep.script()][:most]
    with sqlite3.connect(":memory:") as made:
        found: list[Described] = []
        for statement in (each for script in scripts for each in migrations.statements(script)):
            made.execute(statement)
            created = _CREATED.search(statement)
            if created:
                found.append(_described(made, statement, created[2], is_view=created[1] == "VIEW"))
    made.close()
    return found


def _described(made: sqlite3.Connection, statement: str, name: str, *, is_view: bool) -> Described:
    above = _ABOVE.search(statement)
    text = " ".join(line.removeprefix("-- ") for line in above.group().splitlines()) if above else ""
    told = dict(_COLUMN.findall(statement))
    columns = tuple((row[1], told.get(row[1], "")) for row in made.execute(f"PRAGMA table_info({name})"))
    return Described(name, is_view, text, columns)


def schema() -> str:
    """Return the part of the page that follows from the SQL."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield f"Versie van het schema: {migrations.CURRENT} (`PRAGMA user_version`)."
    for title, found in (
        ("Overzichten", [each for each in described() if each.is_view]),
        ("Tabellen", [each for each in described() if not each.is_view]),
        ("Wat de documenten samen vertellen", related()),
    ):
        yield ""
        yield f"### {title}"
        for each in found:
            yield from _table(each)
    yield ""


def _table(each: Described) -> Iterator[str]:
    yield ""
    yield f"**`{each.name}`**: {each.text}"
    yield ""
    if each.is_view:
        yield f"Kolommen: {', '.join(f'`{name}`' for name, _ in each.columns)}."
        return
    told = [f"| `{name}` | {text} |" for name, text in each.columns if text]
    if told:
        yield from ("| kolom | inhoud |", "|---|---|", *told)


def page() -> str:
    """Return the page with the schema of today."""
    return _BETWEEN.sub(lambda m: f"{m[1]}\n{schema()}\n{m[2]}", PAGE.read_text("utf-8"))
