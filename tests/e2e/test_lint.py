"""`protocheck lint` as a process: what others see of it, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.program import protocheck

WRONG = "Protocol\n\nArtikel 1. Duur\n\nDit protocol treedt in werking op 31 april 2025.\n"
OPTIONS = ("--force", "--select", "D304")
SECONDS = 60


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "concept.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_standard_input_and_exit_code() -> None:
    ended = protocheck("lint", "-", *OPTIONS, stdin=WRONG.encode())
    assert ended.code == 1
    assert ended.err == ""
    assert "\x1b" not in ended.out
    assert " --> (standaardinvoer):5:35, artikel 1\n" in ended.out


def test_two_runs_give_the_same_bytes(draft: Path) -> None:
    for form in ("json", "sarif", "junit", "github", "terminal"):
        runs = [protocheck("lint", draft, *OPTIONS, "--format", form) for _ in range(2)]
        assert runs[0] == runs[1]


def test_a_malformed_file_of_waivers_ends_the_run_before_anything_is_read(draft: Path) -> None:
    waivers = draft.with_name("waivers.yaml")
    waivers.write_text("waivers: [", encoding="utf-8")
    ended = protocheck("lint", draft, *OPTIONS, "--waivers", waivers)
    assert (ended.code, ended.out) == (4, "")


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_watching_looks_again_on_save_and_ends_at_an_interrupt(draft: Path) -> None:
    out = draft.with_name("uit.json")
    watching = subprocess.Popen(  # noqa: S603 - our own program, our own arguments
        [sys.executable, "-m", "protocheck", "lint", "--watch", str(draft), *OPTIONS, "-o", str(out)],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert _errors(out, wanted=1)
        draft.with_name("nieuw").write_text(WRONG.replace("31 april", "30 april"), encoding="utf-8")
        draft.with_name("nieuw").replace(draft)
        assert _errors(out, wanted=0)
        watching.send_signal(signal.SIGINT)
        assert watching.wait(SECONDS) == 130
    finally:
        watching.kill()
        _, told = watching.communicate()
    assert "Traceback" not in told.decode()


def _errors(out: Path, *, wanted: int) -> bool:
    """Wait until the report counts so many errors."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if out.exists() and json.loads(out.read_text("utf-8"))["counts"]["error"] == wanted:
            return True
        time.sleep(0.1)
    return False


LOADED = """
import sys
from protocheck.cli.main import cli
try:
    cli.main(prog_name="protocheck")
except SystemExit:
    pass
heavy = {"pydantic", "rich", "yaml", "lxml", "pypdfium2", "pdfplumber", "multiprocessing", "asyncio"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("form", ["terminal", "json", "sarif", "junit", "github"])
def test_a_linter_that_starts_often_loads_nothing_heavy(draft: Path, form: str) -> None:
    command = [sys.executable, "-c", LOADED, "lint", str(draft), *OPTIONS, "--format", form]
    protocheck("lint", draft, *OPTIONS)  # reads the rules, and keeps them for the next
    done = subprocess.run(command, capture_output=True, check=True, cwd=draft.parent)  # noqa: S603 - our own program
    assert done.stderr.decode().strip() == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
@pytest.mark.parametrize("form", ["terminal", "json", "sarif", "junit", "github"])
def test_a_name_that_is_no_text_breaks_no_form(draft: Path, form: str) -> None:
    odd = os.fsencode(draft.parent) + b"/slecht-\xff\x1b[31m.txt"
    with open(odd, "wb") as file:  # noqa: PTH123 - a path cannot be made of these bytes
        file.write(WRONG.encode())
    words = [sys.executable, "-m", "protocheck", "lint", *OPTIONS, "--format", form]
    command = [*map(os.fsencode, words), odd]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own program
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\x1b" not in done.stdout
    assert "slecht-" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="chooses the cores of a process")
def test_many_files_give_the_same_bytes_on_one_core_and_on_all(draft: Path) -> None:
    paths = [draft.with_name(f"stuk-{number}.txt") for number in range(9)]
    for number, path in enumerate(paths):
        path.write_text(WRONG.replace("2025", str(2025 + number)), encoding="utf-8")
    paths[4].write_bytes(b"%PDF-1.7\nniets")
    command = [sys.executable, "-m", "protocheck", "lint", *map(str, paths), *OPTIONS, "--format", "json"]
    one_core = lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # noqa: E731 - a step
    runs = [
        subprocess.run(command, capture_output=True, check=False, preexec_fn=before)  # noqa: S603 - our own program, no thread here
        for before in (None, one_core)
    ]
    assert [run.returncode for run in runs] == [3, 3]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == runs[1].stderr
    assert len(json.loads(runs[0].stdout)["findings"]) == 8
