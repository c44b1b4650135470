"""A store of an older version is brought up to date, and nothing of it is lost."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import pytest

from protocheck.batch.store import Reader, Store, differences, judgement_id, migrations
from protocheck.batch.store.records import Run
from protocheck.errors import UsageError
from protocheck.model.audit import Item
from tests.unit.batch.stores import OPTIONS, judged, passage, refused, sha

HERE = Path(__file__).parent
KEPT = json.dumps(OPTIONS, sort_keys=True)
RUN = Run(1, "sha256:abc", "1.2.3", KEPT)
MADE = judged("a", passages=(passage("De bewaartermijnen.", heading="Duur"), passage("Tekst.", number=2)))


def first_version(path: Path, *, user_version: int = 1) -> None:
    """Write a store as the first version did: the schema of then, one document judged and one refused."""
    with sqlite3.connect(path) as plain:
        plain.executescript((HERE / "store-1.sql").read_text("utf-8"))
        plain.execute(f"PRAGMA user_version = {user_version}")
        plain.execute(
            "INSERT INTO runs VALUES (1, '2026-01-01', '2026-01-02', 'sha256:abc', '1.2.3', ?, 2)", (KEPT,)
        )
        for made, name in ((MADE, "a"), (refused("z"), "z")):
            key = judgement_id(made.sha256, RUN)
            plain.execute(
                "INSERT INTO files VALUES (?, ?, ?, 100, 1)", (f"map/{name}.txt", f"{name}.txt", made.sha256)
            )
            plain.execute(
                """INSERT INTO judgements (id, sha256, rules_digest, program_version, options, state, reason,
                   hint, media_type) VALUES (?, ?, 'sha256:abc', '1.2.3', ?, ?, ?, ?, ?)""",
                (key, made.sha256, KEPT, made.state, made.reason, made.hint, made.media_type),
            )
            for at, each in enumerate(made.passages):
                row = (key, at, each.ref, each.kind, each.label, each.heading, each.page, each.text)
                plain.execute(
                    """INSERT INTO passages (judgement, position, ref, kind, label, heading, page, text)
                       VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                    row,
                )
            if made.report:
                blob = zlib.compress(made.report.encode())
                plain.execute("INSERT INTO reports VALUES (?, ?)", (key, blob))
                plain.execute("INSERT INTO criteria VALUES (?, 'EGOV-01', 1, 'oud', 'met', '', '')", (key,))
    plain.close()


def schema(path: Path) -> dict[str, Any]:
    """Return what a database holds, by what SQLite makes of it and not by how it was written down."""
    with sqlite3.connect(path) as plain:
        names = plain.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        found: dict[str, Any] = {f"{kind} {name}": None for kind, name, _ in names}
        for kind, name, sql in names:
            if kind in {"table", "view"}:
                columns = plain.execute(f"PRAGMA table_xinfo({name})").fetchall()
                points = plain.execute(f"PRAGMA foreign_key_list({name})").fetchall()
                found[f"{kind} {name}"] = (columns, sorted(map(str, points)))
            if kind == "index":
                found[f"index {name}"] = plain.execute(f"PRAGMA index_xinfo({name})").fetchall()
            if kind in {"view", "trigger"}:
                found[f"text of {name}"] = sql
    plain.close()
    return found


@pytest.mark.parametrize("user_version", [0, 1])
def test_the_first_version_is_brought_up_to_date_and_kept(tmp_path: Path, user_version: int) -> None:
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    first_version(old, user_version=user_version)
    with Store.open(old) as store:
        assert store.has(sha("a"), RUN)
    with Store.open(new) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        for made, name in ((MADE, "a"), (refused("z"), "z")):
            store.see(Item(f"map/{name}.txt", made.sha256, 100), run)
            store.add(made, run)
    assert differences(old, new) == []
    assert schema(old) == schema(new)
    with Reader(old) as reader:
        assert reader.search("bewaartermijn").passages == 1
        assert reader.connection.execute("SELECT started, documents FROM runs").fetchall() == [
            ("2026-01-01", 2)
        ]


def test_a_store_of_today_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    Store.open(path).close()
    before = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == before


def test_reading_does_not_change_an_older_store(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    first_version(path)
    before = path.read_bytes()
    with pytest.raises(UsageError) as caught:
        Reader(path)
    assert caught.value.message == (
        f"{path} is gemaakt met een oudere versie van protocheck "
        f"(opslag 1, deze versie leest {migrations.CURRENT})."
    )
    assert path.read_bytes() == before


def test_what_a_user_added_stays(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    first_version(path)
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE notities (plaats TEXT, notitie TEXT)")
        plain.execute("INSERT INTO notities VALUES ('map/a.txt', 'nog eens nakijken')")
        plain.execute(
            "CREATE VIEW mijn AS SELECT f.place, n.notitie FROM files f JOIN notities n ON plaats = place"
        )
    plain.close()
    Store.open(path).close()
    with Reader(path) as reader:
        assert reader.connection.execute("SELECT * FROM mijn").fetchall() == [
            ("map/a.txt", "nog eens nakijken")
        ]


def test_a_step_that_fails_leaves_the_older_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "audit.sqlite"
    first_version(path)
    before = schema(path)
    monkeypatch.setattr(migrations, "script", _failing(migrations.script))
    with pytest.raises(sqlite3.OperationalError, match="no such table: nergens"):
        Store.open(path)
    assert schema(path) == before
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (1,)
        assert plain.execute("SELECT count(*) FROM files").fetchone() == (2,)
    plain.close()
    monkeypatch.undo()
    Store.open(path).close()


def _failing(real: Any) -> Any:
    more = {"step-2.sql": "DROP TABLE nergens;\n"}
    return lambda name: real(name) + more.get(name, "")


def test_every_version_has_a_step_to_the_next() -> None:
    assert sorted(migrations.STEPS) == list(range(1, migrations.CURRENT))
    assert all(migrations.script(name) for name in migrations.STEPS.values() if name)
