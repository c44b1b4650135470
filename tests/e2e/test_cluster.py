"""An audit on a Dask cluster of separate processes: the same store as here, also when a machine is lost."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.audit_words import changed
from benchmarks.gold import CORPUS
from protocheck.batch.store import differences
from tests.e2e.program import Ended, protocheck

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("cluster"),
    pytest.mark.skipif(
        importlib.util.find_spec("distributed") is None, reason="needs Dask: pip install distributed"
    ),
]
DOCUMENTS = 36
PAPERS = ("schoolpremie-wilgenbeke", "hondenregister-molshoek", "museumkaart-karveel")


@dataclass
class Running:
    """A cluster."""

    address: str
    workers: tuple[int, ...]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Running]:
    command = [sys.executable, "-m", "tests.dask_cluster", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        address, *pids = process.stdout.readline().split()
        yield Running(address, tuple(map(int, pids)))
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archief")
    for number in range(DOCUMENTS):
        text = (CORPUS / PAPERS[number % len(PAPERS)] / "protocol.txt").read_text("utf-8")
        (folder / f"protocol-{number:02}.txt").write_text(changed(text, number), "utf-8")
    (folder / "leeg.txt").write_bytes(b"")
    (folder / "afgekapt.pdf").write_bytes(b"%PDF-1.7\n")
    return folder


@pytest.fixture(scope="module")
def here(archive: Path) -> Path:
    """The store of the same audit on this machine."""
    store = archive.parent / "hier.sqlite"
    assert _audit(archive, store).code == 3
    return store


def _audit(archive: Path, store: Path, *options: str) -> Ended:
    return protocheck("audit", archive, "--store", store, *options)


def _judged(store: Path) -> int:
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(store)) as connection:
        return int(connection.execute("SELECT count(*) FROM judgements").fetchone()[0])
    return 0


def test_a_cluster_gives_the_same_store_as_this_machine(
    cluster: Running, archive: Path, here: Path, tmp_path: Path
) -> None:
    ended = _audit(archive, tmp_path / "daar.sqlite", "--scheduler", cluster.address)
    assert ended.code == 3, ended.err
    assert differences(here, tmp_path / "daar.sqlite") == []
    assert _judged(here) == DOCUMENTS + 2


def test_a_machine_that_is_lost_costs_no_document(
    cluster: Running, archive: Path, here: Path, tmp_path: Path
) -> None:
    store = tmp_path / "gehavend.sqlite"
    command = [sys.executable, "-m", "protocheck", "audit", archive, "--store", store]
    with subprocess.Popen(  # noqa: S603 - our own program
        [*map(str, command), "--scheduler", cluster.address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as running:
        end = time.monotonic() + 60
        while _judged(store) < 3 and time.monotonic() < end:
            time.sleep(0.05)
        assert running.poll() is None, "the audit was over before a machine could be lost"
        os.kill(cluster.workers[0], signal.SIGKILL)
        _out, told = running.communicate(timeout=100)
    assert running.returncode == 3, told.decode()
    assert differences(here, store) == []


def test_a_scheduler_that_does_not_answer_is_told(archive: Path, tmp_path: Path) -> None:
    ended = _audit(archive, tmp_path / "a.sqlite", "--scheduler", "tcp://127.0.0.1:9")
    assert ended.code == 2
    assert "De planner op tcp://127.0.0.1:9 antwoordt niet." in ended.err
