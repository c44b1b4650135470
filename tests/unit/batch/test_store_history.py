"""What a place held before is kept and no longer shown; what holds nowhere can be pruned."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from protocheck.batch.store import Reader, Store, contents, differences, judgement_id
from protocheck.model.audit import Item, State
from tests.unit.batch.stores import (
    OPTIONS,
    begun,
    documents,
    judged,
    kept,
    passage,
    refused,
    sha,
)


def test_two_files_with_the_same_content_share_a_judgement(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    with Store.open(path) as store:
        run = begun(store)
        store.see(Item("een/a.pdf", sha("a"), 5), run)
        store.add(judged("a"), run)
        store.see(Item("twee/kopie van a.pdf", sha("a"), 5), run)
    assert {(each.name, each.judgement) for each in documents(path)} == {
        ("a.pdf", judgement_id(sha("a"), run)),
        ("kopie van a.pdf", judgement_id(sha("a"), run)),
    }


def test_what_a_place_held_before_is_kept_but_no_longer_shown(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    with Store.open(path) as store:
        run = begun(store)
        for name in ("a", "b", "a"):
            store.see(Item("map/protocol.pdf", sha(name), 5), run)
            store.add(judged(name, title=f"Versie {name}"), run)
    assert [each.title for each in documents(path)] == ["Versie a"]
    with sqlite3.connect(path) as plain:
        rows = plain.execute("SELECT substr(sha256, 1, 1), present FROM files ORDER BY 1").fetchall()
        assert plain.execute("SELECT count(*) FROM judgements").fetchone() == (2,)
    assert rows == [("a", 1), ("b", 0)]


def test_a_file_that_is_gone_is_no_longer_shown(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a"), judged("b"))
    kept(path, judged("c"), folder="elders")
    with Store.open(path) as store:
        run = begun(store)
        store.see(Item("map/a.txt", sha("a"), 100), run)
        store.end_run(run, covered=lambda place: place.startswith("map/"))
    assert [each.place for each in documents(path)] == ["elders/c.txt", "map/a.txt"]
    kept(path, judged("b"))  # and there it is again
    assert [each.place for each in documents(path)] == ["elders/c.txt", "map/a.txt", "map/b.txt"]


def test_nothing_is_gone_when_an_audit_was_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a"), judged("b"))
    with Store.open(path) as store:
        run = begun(store)
        store.see(Item("map/a.txt", sha("a"), 100), run)
    assert [each.place for each in documents(path)] == ["map/a.txt", "map/b.txt"]


def test_by_new_rules_the_old_judgement_holds_until_there_is_another(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a", title="Oud"))
    with Store.open(path) as store:
        run = store.begin_run("sha256:new", "1.2.3", OPTIONS)
        store.see(Item("map/a.txt", sha("a"), 100), run)
        assert [each.title for each in documents(path)] == ["Oud"]
        store.add(judged("a", title="Nieuw"), run)
    (found,) = documents(path)
    assert (found.title, found.rules_digest) == ("Nieuw", "sha256:new")


def test_what_was_seen_but_not_judged_is_waiting(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    with Store.open(path) as store:
        store.see(Item("map/a.txt", sha("a"), 100), begun(store))
    with Reader(path) as reader:
        assert reader.counts().waiting == 1
        assert reader.connection.execute("SELECT place FROM waiting").fetchall() == [("map/a.txt",)]


def test_the_places_of_what_failed_are_told_and_a_judgement_can_be_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a"), refused("z"), refused("y", State.SET_ASIDE))
    with Store.open(path) as store:
        assert store.places(State.UNREADABLE, State.SET_ASIDE) == [
            Item("map/y.txt", sha("y"), 100),
            Item("map/z.txt", sha("z"), 100),
        ]
        run = begun(store)
        store.forget(sha("z"), run)
        assert not store.has(sha("z"), run)
    assert [each.name for each in documents(path)] == ["a.txt", "y.txt"]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("map/protocol.pdf", "protocol.pdf"),
        ("archief.zip!map/protocol.pdf", "protocol.pdf"),
        ("archief.zip!protocol.pdf", "protocol.pdf"),
        ("https://voorbeeld.example/docs/protocol.pdf?versie=2/3#blz", "protocol.pdf"),
        ("s3://emmer/map/vraag?.pdf", "vraag?.pdf"),
        ("vraag?.pdf", "vraag?.pdf"),
        ("C:\\map\\protocol.docx", "protocol.docx"),
        ("/", "/"),
    ],
)
def test_a_document_is_named_without_its_folders(tmp_path: Path, place: str, name: str) -> None:
    path = tmp_path / "audit.sqlite"
    with Store.open(path) as store:
        run = begun(store)
        store.see(Item(place, sha("z"), 1), run)
        store.add(refused("z"), run)
    assert [(each.place, each.name) for each in documents(path)] == [(place, name)]


def test_what_is_left_can_be_pruned(tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    kept(one, judged("a", passages=(passage("Oud."),)), judged("b", passages=(passage("Blijft."),)))
    with Store.open(one) as store:
        run = begun(store)
        store.see(Item("map/a.txt", sha("c"), 100), run)
        store.add(judged("c", passages=(passage("Nieuw."),)), run)
        assert store.prune() == 1
        store.connection.execute("INSERT INTO passages_fts(passages_fts) VALUES ('integrity-check')")
    with Store.open(two) as store:
        run = begun(store)
        for name, text in (("b", "Blijft."), ("c", "Nieuw.")):
            store.add(judged(name, passages=(passage(text),)), run)
            store.see(Item(f"map/{'a' if name == 'c' else name}.txt", sha(name), 100), run)
    assert differences(one, two) == []


def test_the_register_of_words_follows_what_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a", passages=(passage("Oude woorden."),)), judged("a", passages=(passage("Nieuwe."),)))
    with Store.open(path) as store:
        run = begun(store)
        store.forget(sha("a"), run)
        assert store.connection.execute("SELECT count(*) FROM passages").fetchone() == (0,)
        store.connection.execute("INSERT INTO passages_fts(passages_fts) VALUES ('integrity-check')")
    assert [line for line in contents(path) if line.startswith('["words"')] == []


def test_runs_are_told_with_their_times(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path, judged("a"), judged("a"), refused("z"))
    with Reader(path) as reader:
        ((started, ended, count),) = reader.connection.execute("SELECT started, ended, documents FROM runs")
    assert dt.datetime.fromisoformat(started) <= dt.datetime.fromisoformat(ended)
    assert dt.datetime.fromisoformat(started).tzinfo is not None
    assert count == 2
