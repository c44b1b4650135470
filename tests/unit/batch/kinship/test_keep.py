"""The view in the tables of a store: read from it, kept in it, queried by a person."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from protocheck.batch import kinship
from protocheck.batch.kinship import keep
from protocheck.batch.store import Reader, Store
from protocheck.model.audit import Item, Judgement, State
from protocheck.model.kinship import Kinship
from protocheck.model.report import DatedFact, DatesFact
from protocheck.report import as_json
from protocheck.rulebook import Rulebook, load
from tests.unit.batch.kinship.made import AGENCY, AGENCY_KBO, TEMPLATE, article, party
from tests.unit.reports import report

TODAY = dt.date(2026, 11, 22)
TOWNS = ("Lindevoorde", "Hazelbeke", "Wolvegem")
OPTIONS = {"ocr": "auto", "view": "final"}


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


def judgement(town: str, number: int) -> Judgement:
    """A sibling for a town; the last one keeps a name of the second, and holds for two years."""
    text = [f"{heading}: {words}".format(town=f"de gemeente {town}") for heading, words in TEMPLATE]
    text.append("Duur: Dit protocol geldt voor een duur van drie jaar.")
    if number == 2:
        text[3] += " De gemeente Hazelbeke bevestigt de levering."
    made = report(title="Protocol over de speelpleintoelage")
    sha256 = f"{number:064}"
    day = DatedFact(value=dt.date(2023 - number, 3, 1), text="1 maart", party="")
    parties = (party(AGENCY, "agency", AGENCY_KBO), party(f"gemeente {town}", "municipality"))
    whole = replace(
        made,
        document=replace(made.document, sha256=sha256),
        facts=replace(made.facts, parties=parties, dates=DatesFact(entry_into_force=(day,))),
        findings=(),
    )
    passages = tuple(
        article(at, words.partition(": ")[2], words.partition(": ")[0]) for at, words in enumerate(text, 1)
    )
    return Judgement(sha256, State.JUDGED, as_json.compact(whole), passages, media_type="text/plain")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "audit.sqlite"
    with Store.open(path) as held:
        run = held.begin_run("regels", "0.1.0", OPTIONS)
        for number, town in enumerate(TOWNS):
            made = judgement(town, number)
            held.see(Item(f"{town.lower()}/protocol.txt", made.sha256, 10), run)
            held.add(made, run)
        held.see(Item("speelnet/kopie.txt", f"{0:064}", 10), run)
        held.end_run(run)
    return path


def kept(path: Path, rules: Rulebook) -> Kinship:
    with Store.open(path) as held:
        view = kinship.of_store(held.connection, rules, today=TODAY)
        with held.together():
            keep.write(held.connection, view)
    return view


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(sql).fetchall()


def test_the_view_of_a_store(store: Path, rules: Rulebook) -> None:
    view = kept(store, rules)
    assert view.papers == 3
    assert [len(each.members) for each in view.families] == [3]
    assert [(each.value, each.body) for each in view.leftovers] == [
        ("gemeente Hazelbeke", "gemeente Hazelbeke")
    ]
    assert [(each.first_at, each.second_at) for each in view.pairs] == [
        ("lindevoorde/protocol.txt", "speelnet/kopie.txt")
    ]
    assert [each.missing_with for each in view.alone] == [AGENCY, AGENCY]
    assert [(each.kind, each.day.isoformat()) for each in view.due] == [
        ("ended", "2024-02-29"),
        ("ended", "2025-02-28"),
        ("ended", "2026-02-28"),
    ]


def test_it_can_be_queried(store: Path, rules: Rulebook) -> None:
    kept(store, rules)
    assert rows(store, "SELECT place, changes, criteria FROM family_documents WHERE changes > 0") == [
        ("wolvegem/protocol.txt", 1, 0)
    ]
    assert rows(store, "SELECT document, value, times, reported FROM leftover_documents") == [
        ("wolvegem/protocol.txt", "gemeente Hazelbeke", 1, 0)
    ]
    assert rows(store, "SELECT day, document FROM due_documents ORDER BY day, document") == [
        ("2024-02-29", "wolvegem/protocol.txt"),
        ("2025-02-28", "hazelbeke/protocol.txt"),
        ("2026-02-28", "lindevoorde/protocol.txt"),
        ("2026-02-28", "speelnet/kopie.txt"),
    ]
    assert rows(store, "SELECT kind, label FROM family_changes") == [("changed", "artikel 4")]
    assert rows(store, "SELECT kind, identical FROM pairs") == [("copies", 1)]
    assert rows(store, "SELECT count(*) FROM alone") == [(2,)]


def test_written_again_it_replaces_itself(store: Path, rules: Rulebook) -> None:
    kept(store, rules)
    before = rows(store, "SELECT * FROM due ORDER BY uid")
    kept(store, rules)
    assert rows(store, "SELECT * FROM due ORDER BY uid") == before


def test_an_earlier_shape_of_the_tables_is_replaced(store: Path, rules: Rulebook) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("CREATE TABLE due (other TEXT)")
    kept(store, rules)
    assert rows(store, "SELECT count(*) FROM due") == [(3,)]


def test_to_look_writes_nothing(store: Path, rules: Rulebook) -> None:
    with Reader(store) as reader:
        view = kinship.of_store(reader.connection, rules, today=TODAY, months=1)
    assert view.months == 1
    assert rows(store, "SELECT name FROM sqlite_master WHERE name = 'families'") == []


def test_a_report_that_cannot_be_read_is_left_out(store: Path, rules: Rulebook) -> None:
    with sqlite3.connect(store) as connection:
        (one,) = connection.execute("SELECT min(judgement) FROM reports").fetchone()
        packed = zlib.compress(b'{"schema": "protocheck/advice@9"}')
        connection.execute("UPDATE reports SET json = ? WHERE judgement = ?", (packed, one))
    assert kept(store, rules).papers == 2


def test_every_table_and_column_is_described() -> None:
    lines = keep.script().splitlines()
    for at, line in enumerate(lines):
        if line.startswith("CREATE "):
            assert lines[at - 1].startswith("-- ")
        if line.startswith("  ") and line.strip().split()[0].islower() and " TEXT" in line:
            assert " -- " in line
