"""A store is opened, or refused in words that a user can act on; what is not ours is left as it is."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from protocheck.batch.store import Reader, Store, contents, digest, migrations
from protocheck.errors import ExitCode, UsageError
from protocheck.model.audit import Item
from tests.unit.batch.stores import OPTIONS, judged, passage, refused, sha

ROOT = Path(__file__).parents[3]


def refusal(path: Path, how: type[Store | Reader] = Store) -> str:
    with pytest.raises(UsageError) as caught:
        Store.open(path) if how is Store else Reader(path)
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.hint
    assert str(path) in caught.value.message
    return caught.value.message.replace(str(path), "HET BESTAND")


def kept(path: Path) -> None:
    with Store.open(path) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        store.see(Item("map/a.txt", sha("a"), 1), run)
        store.add(judged("a", passages=(passage("Een tekst."),)), run)
        store.end_run(run)


def test_a_store_is_one_file_once_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    with Reader(path) as reader:
        assert reader.counts().documents == 1
    assert list(contents(path))
    assert [each.name for each in tmp_path.iterdir()] == ["audit.sqlite"]


def test_a_store_bears_its_mark_and_version_and_writes_ahead(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (0x50436B31,)
        assert plain.execute("PRAGMA user_version").fetchone() == (migrations.CURRENT,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    path.touch()
    kept(path)
    with Reader(path) as reader:
        assert reader.counts().documents == 1


def test_a_name_with_signs_of_an_address_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "audit?mode=memory#1 100%.sqlite"
    kept(path)
    with Reader(path) as reader:
        assert reader.counts().documents == 1
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_file_that_is_no_database_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"PK\x03\x04 geen databank" * 100)
    before = path.read_bytes()
    said = "HET BESTAND is geen opslag van protocheck: het bestand is geen databank."
    assert refusal(path) == said
    assert refusal(path, Reader) == said
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["verslag.docx"]


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TABLE klanten (id INTEGER)",
        "CREATE TABLE runs (id INTEGER); CREATE TABLE files (id INTEGER)",
        "CREATE TABLE runs (id INTEGER); PRAGMA user_version = 2",
        "PRAGMA application_id = 123",
        "PRAGMA user_version = 7",
    ],
)
def test_a_database_of_another_program_is_refused_and_left(tmp_path: Path, statements: str) -> None:
    path = tmp_path / "klanten.sqlite"
    with sqlite3.connect(path) as plain:
        plain.executescript(statements)
    plain.close()
    before = path.read_bytes()
    said = "HET BESTAND is een databank van een ander programma, niet van protocheck."
    assert refusal(path) == said
    assert refusal(path, Reader) == said
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["klanten.sqlite"]


def test_a_store_of_a_newer_version_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA user_version = 99")
    plain.close()
    before = path.read_bytes()
    said = (
        "HET BESTAND is gemaakt met een nieuwere versie van protocheck "
        f"(opslag 99, deze versie kent {migrations.CURRENT})."
    )
    assert refusal(path) == said
    assert refusal(path, Reader) == said
    assert path.read_bytes() == before


def test_a_folder_and_a_place_in_no_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "HET BESTAND kan niet geopend worden."
    assert refusal(tmp_path, Reader) == "HET BESTAND kan niet geopend worden."
    assert refusal(tmp_path / "nergens" / "audit.sqlite") == "HET BESTAND kan niet geopend worden."
    assert refusal(tmp_path / "audit.sqlite", Reader) == "HET BESTAND bestaat niet."
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    with pytest.raises(UsageError) as caught:
        list(contents(path))
    assert caught.value.message == f"{path} is beschadigd."


needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read only to root"
)


@needs_rights
def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    path.chmod(0o444)
    assert refusal(path) == "In HET BESTAND kan niet geschreven worden."
    assert [each.name for each in tmp_path.iterdir()] == ["audit.sqlite"]


@needs_rights
def test_a_store_in_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    tmp_path.chmod(0o555)
    try:
        assert refusal(path) == "In HET BESTAND kan niet geschreven worden."
        with Reader(path) as reader:
            assert reader.counts().documents == 1
    finally:
        tmp_path.chmod(0o755)


def test_where_nothing_may_be_written_a_store_is_refused_and_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)  # what the system answers on a read-only medium
    assert refusal(path) == "In HET BESTAND kan niet geschreven worden."
    with Reader(path) as reader:
        assert reader.counts().documents == 1
        assert [each.name for each in tmp_path.iterdir()] == ["audit.sqlite"]
    assert path.read_bytes() == before


def test_a_reader_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    with Reader(path) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.connection.execute("DELETE FROM judgements")


def test_a_full_disk_is_told_and_keeps_what_was_done(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    before = digest(path)
    with Store.open(path) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        long = passage(" ".join(f"woord{number}" for number in range(20_000)))
        with pytest.raises(UsageError) as caught:
            store.add(judged("b", passages=(long,)), run)
    assert caught.value.message == f"Er is geen plaats meer op de schijf voor {path}."
    assert "wat klaar is, blijft bewaard" in caught.value.hint
    assert digest(path) == before


def test_one_audit_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    with Store.open(path):
        said = f"Een andere audit (proces {os.getpid()}) schrijft in HET BESTAND."
        assert refusal(path) == said
        link = tmp_path / "ook.sqlite"
        link.symlink_to(path)
        assert refusal(link) == said
    Store.open(path).close()


def test_the_lock_follows_no_link(tmp_path: Path) -> None:
    path, other = tmp_path / "audit.sqlite", tmp_path / "dagboek.txt"
    other.write_text("van iemand", encoding="utf-8")
    (tmp_path / "audit.sqlite.lock").symlink_to(other)
    assert refusal(path) == "In HET BESTAND kan niet geschreven worden."
    assert other.read_text(encoding="utf-8") == "van iemand"


def test_another_program_that_writes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocheck.batch.store.connect.BUSY_SECONDS", 0)
    path = tmp_path / "audit.sqlite"
    kept(path)
    plain = sqlite3.connect(path)
    plain.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store, pytest.raises(UsageError) as caught:
        store.begin_run("sha256:abc", "1.2.3", OPTIONS)
    plain.close()
    assert caught.value.message == f"Een ander programma schrijft in {path}."


def test_an_audit_can_be_read_while_it_writes(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    kept(path)
    with Store.open(path) as store:
        run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
        with Reader(path) as reader, store.together():
            store.see(Item("map/z.txt", sha("z"), 1), run)
            store.add(refused("z"), run)
            assert reader.counts().documents == 1
        with Reader(path) as reader:
            assert reader.counts().documents == 2


WRITER = """
import sys
from pathlib import Path
from protocheck.batch.store import Store
from protocheck.model.audit import Item
from tests.unit.batch.stores import OPTIONS, judged, passage
import hashlib
names = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(60)]
with Store.open(Path(sys.argv[1])) as store:
    run = store.begin_run("sha256:abc", "1.2.3", OPTIONS)
    print("open", flush=True)
    for name in names:
        made = judged(name, title=name, passages=(passage(f"De tekst van {name}."),))
        if not store.has(made.sha256, run):
            store.add(made, run)
            print(name, flush=True)
        store.see(Item(f"map/{name}.txt", made.sha256, 1), run)
    store.end_run(run)
"""


def writer(path: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost_or_done_twice(tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.sqlite", tmp_path / "broken.sqlite"
    with writer(whole) as undisturbed:
        assert undisturbed.stdout is not None
        every = undisturbed.stdout.read().split()[1:]
    assert len(every) == 60
    done: list[str] = []
    for number in range(5):
        with writer(broken) as process:
            assert process.stdout is not None
            done += [process.stdout.readline().strip() for _ in range(3 + 4 * number)]
            time.sleep(0.003 * number)
            process.send_signal(signal.SIGKILL)
            done += process.stdout.read().split()
    with writer(broken) as process:
        assert process.stdout is not None
        done += process.stdout.read().split()
    done = [each for each in done if each not in {"open", ""}]  # killed before it said a word
    assert len(done) == len(set(done))
    assert len(done) > 3 + 7 + 11 + 15 + 19 - 5  # each time it was broken off in the middle
    assert digest(broken) == digest(whole)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["broken.sqlite", "whole.sqlite"]


@pytest.mark.slow
def test_the_lock_ends_with_the_process_and_says_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    with writer(path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert refusal(path) == f"Een andere audit (proces {process.pid}) schrijft in HET BESTAND."
        process.kill()
    Store.open(path).close()
