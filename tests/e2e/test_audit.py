"""`protocheck audit` as a user gives it: an archive in, a store out, broken off and gone on with."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from protocheck.batch.audit import Order, audit
from protocheck.batch.discover import Search
from protocheck.batch.settings import Settings
from protocheck.batch.store import Store, differences
from protocheck.rulebook import load
from tests.e2e.program import Ended, protocheck
from tests.hostile_pdf import sound

PROTOCOL = """PROTOCOL

Tussen de gemeente {name}, Markt 1, 9787 {name}, hierna de gemeente genoemd,
en het OCMW van {name}, Vlasplein 2, 9787 {name}, hierna het OCMW genoemd,

wordt overeengekomen wat volgt over de mededeling van persoonsgegevens, volgens artikel 8 van het decreet van
18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer.

Artikel 1. Doel
De gemeente deelt persoonsgegevens mee aan het OCMW om de verwarmingstoelage te kunnen toekennen.

Artikel 2. Gegevens
Meegedeeld worden: naam, adres en geboortedatum van de inwoners van {name} die de toelage vragen.

Artikel 3. Duur
Dit protocol geldt drie jaar vanaf de ondertekening.

Opgemaakt te {name} op 3 maart 2025.
"""
PACK = """id: eigen
version: "1"
title: Eigen regels
sources:
  - {cite: "eigen reglement, art. 1", in_force_from: 2022-02-04}
verdict:
  negative: []
  conditional: [error]
"""
NAMES = [
    f"{first}{last}"
    for first in ("Wilgen", "Esdoorn", "Linden", "Populier")
    for last in ("beke", "veld", "hove")
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Make a folder with twelve protocols, one of them twice, and what else stands in such folders."""
    folder = tmp_path / "archief"
    (folder / "sub").mkdir(parents=True)
    for name in NAMES:
        (folder / f"{name}.txt").write_text(PROTOCOL.format(name=name))
    (folder / "sub" / "kopie.txt").write_text(PROTOCOL.format(name=NAMES[0]))
    (folder / "recept.txt").write_text("Neem vier eieren en klop ze los met de melk.\n")
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "lijst.csv").write_text("a;b\n")
    return folder


def run(folder: Path, *args: str, **rest: bytes) -> Ended:
    return protocheck("audit", *args, cwd=folder.parent, **rest)


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder.parent / "audit.sqlite") as connection:
        return connection.execute(sql).fetchall()


def told(folder: Path, *args: str) -> dict[str, object]:
    ended = run(folder, *args, "--format", "json")
    assert ended.code in {0, 3}, ended.err
    held = json.loads(ended.out)
    assert held["schema"] == "protocheck/audit@1"
    return held["run"] | {"counts": held["counts"]}  # type: ignore[no-any-return]  # JSON


def test_an_archive_is_judged_once_and_what_changed_again(archive: Path) -> None:
    ended = run(archive, "archief")
    assert ended.code == 3, ended.err
    assert "16 bestanden bekeken. Nu beoordeeld: 14 documenten." in ended.out
    assert "Dezelfde inhoud als een ander bestand: 1." in ended.out
    assert "      13  beoordeelde protocollen: negatief 13" in ended.out
    assert "       1  Het document is leeg." in ended.out
    assert "       1  gegevens of code (.csv)" in ended.out
    assert rows(archive, "SELECT count(*), count(DISTINCT judgement) FROM documents") == [(15, 14)]

    again = told(archive, "archief")
    assert (again["judged"], again["unchanged"], again["same_content"]) == ({}, 14, 1)

    (archive / f"{NAMES[3]}.txt").write_text(PROTOCOL.format(name="Beukenrode"))
    (archive / f"{NAMES[4]}.txt").unlink()
    third = told(archive, "archief")
    assert (third["judged"], third["unchanged"]) == ({"judged": 1}, 12)
    assert (f"{NAMES[4]}.txt",) not in rows(archive, "SELECT name FROM documents")

    failed = told(archive, "--rerun", "failed")
    assert failed["judged"] == {"unreadable": 1}
    assert told(archive, "archief", "--rerun", "all")["judged"] == {"judged": 11, "other": 1, "unreadable": 1}


def test_other_rules_judge_again(archive: Path, tmp_path: Path) -> None:
    for path in sorted(archive.glob("*.txt"))[3:]:
        path.unlink()
    pack = tmp_path / "pakket"
    pack.mkdir()
    (pack / "pack.yaml").write_text(PACK)
    before = told(archive, "archief")
    (archive / "nieuw.txt").write_text(PROTOCOL.format(name="Beukenrode"))
    changed = told(archive, "archief", "--pack", str(pack), "--rules-changed")
    assert before["judged"] == changed["judged"]
    assert changed["left_out"] == 1
    assert told(archive, "archief", "--pack", str(pack))["judged"] == {"judged": 1}


def test_lists_zip_files_and_days(archive: Path) -> None:
    with zipfile.ZipFile(archive / "p.zip", "w") as packed:
        packed.writestr("../../x.txt", PROTOCOL.format(name="Beukenrode"))
        packed.writestr("y.pdf", sound())
    paths = f"archief/{NAMES[0]}.txt\narchief/p.zip\narchief/weg.pdf\n"
    ended = run(archive, "-", stdin=paths.encode())
    assert ended.code == 3
    assert {place for (place,) in rows(archive, "SELECT place FROM documents")} == {
        f"archief/{NAMES[0]}.txt",
        "archief/p.zip!../../x.txt",
        "archief/p.zip!y.pdf",
        "archief/weg.pdf",
    }
    (archive.parent / "lijst.txt").write_text(f"archief/{NAMES[1]}.txt\n")
    assert told(archive, "--list", "lijst.txt")["judged"] == {"judged": 1}
    for path in archive.glob("*.txt"):
        os.utime(path, (0, 0))
    assert told(archive, "archief", "--since", "1d", "--limit", "1")["judged"] == {"unreadable": 1}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Er is niets opgegeven om te bekijken."),
        (("bestaat-niet",), "Op bestaat-niet staat niets."),
        (("@bestaat-niet.txt",), "De lijst bestaat-niet.txt kan niet gelezen worden"),
        (("archief", "--since", "gisteren"), "geen dag"),
        (("archief", "--store", "archief/recept.txt"), "recept.txt"),
        (("archief", "--store", "nergens/a.sqlite"), "nergens"),
    ],
)
def test_wrong_use_is_told_before_anything_is_done(archive: Path, args: tuple[str, ...], said: str) -> None:
    ended = run(archive, *args)
    assert ended.code == 2
    assert said in ended.err
    assert not (archive.parent / "audit.sqlite").exists()


def test_rules_that_are_at_fault_are_told(archive: Path) -> None:
    (archive.parent / "protocheck.toml").write_text("[limits]\npaginas = 3\n")
    assert run(archive, "archief").code == 4
    (archive.parent / "protocheck.toml").unlink()
    assert run(archive, "archief", "--pack", "archief").code == 4


def begun(folder: Path, store: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "protocheck", "audit", "archief", "--store", store, "--jobs", "2"],
        cwd=folder.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def judged(path: Path) -> int:
    """Return how many judgements a store holds already."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM judgements").fetchone()[0])
    except sqlite3.Error:
        return 0


def workers(folder: Path) -> set[str]:
    """Return the processes that judge an archive in that folder, also those that nobody waits for."""
    found = set()
    for each in Path("/proc").glob("[0-9]*"):
        try:
            ours = b"protocheck.batch.worker" in (each / "cmdline").read_bytes()
            if ours and (each / "cwd").readlink() == folder:
                found.add(each.name)
        except OSError:
            continue
    return found


def left_over(folder: Path) -> set[str]:
    """Return the processes that are still there after they had the time to go."""
    end = time.monotonic() + 10
    while workers(folder) and time.monotonic() < end:
        time.sleep(0.05)
    return workers(folder)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_killed_at_any_moment_nothing_is_lost_or_done_otherwise(archive: Path) -> None:
    assert run(archive, "archief", "--store", "heel.sqlite").code == 3
    chance = random.Random(8)  # noqa: S311 - any moments will do, but always the same
    path = archive.parent / "stuk.sqlite"
    for _ in range(3):
        program = begun(archive, path.name)
        goal, end = judged(path) + chance.randint(1, 3), time.monotonic() + 60
        while program.poll() is None and judged(path) < goal and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(chance.random() / 10)
        program.kill()
        program.communicate()
    assert 0 < judged(path) < 14
    assert left_over(archive.parent) == set()
    assert run(archive, "archief", "--store", path.name).code == 3
    assert differences(archive.parent / "heel.sqlite", path) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_one_ctrl_c_ends_it_with_what_is_done_kept(archive: Path) -> None:
    path = archive.parent / "stuk.sqlite"
    program = begun(archive, path.name)
    end = time.monotonic() + 60
    while not judged(path) and time.monotonic() < end:
        time.sleep(0.01)
    program.send_signal(signal.SIGINT)
    _, said = program.communicate(timeout=20)
    assert program.returncode == 130
    assert "Geef dezelfde opdracht opnieuw" in said.decode()
    assert left_over(archive.parent) == set()
    kept = judged(path)
    assert kept > 0
    assert run(archive, "archief", "--store", path.name).code == 3
    assert judged(path) == 14


def executors() -> Iterator[tuple[str, Executor]]:
    yield "draden", ThreadPoolExecutor(2)
    yield "processen", ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    yield "een", ThreadPoolExecutor(1)


@pytest.mark.slow
def test_whichever_executor_carries_it_the_store_is_the_same(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.parent)
    settings = Settings(load().digest, home=str(archive.parent))
    stores = []
    for size, (name, executor) in enumerate(executors(), start=1):
        stores.append(Path(f"{name}.sqlite"))
        with Store.open(stores[-1]) as store:
            order = Order(Search(["archief"]), settings, jobs=2, size=size)
            tally = audit(order, store, lambda executor=executor: executor)  # type: ignore[misc]  # bound at once
        assert tally.done.total() == 14
    assert differences(stores[0], stores[1]) == []
    assert differences(stores[0], stores[2]) == []
