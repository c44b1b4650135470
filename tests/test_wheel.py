"""The built wheel works alone: in an empty environment, from another folder, with an empty home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "corpus" / "voorbeeld.pdf"
TEXT = ROOT / "corpus" / "energiepremie-ijzerdonk" / "protocol.txt"
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

_OFFLINE = ("No matching distribution", "Could not find a version", "ConnectionError", "NewConnectionError")


def run(command: Sequence[str | Path], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"} | environment,
    )


def pip(python: Path | str, *arguments: str | Path) -> None:
    done = run([python, "-m", "pip", "-qq", *arguments])
    if done.returncode and "CI" not in os.environ and any(words in done.stderr for words in _OFFLINE):
        pytest.skip("needs the package index to fill an empty environment")
    assert done.returncode == 0, done.stderr


class Alone:
    """An empty environment with the wheel in it, and an empty home and working folder."""

    def __init__(self, folder: Path) -> None:
        pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", folder / "dist", ROOT)
        (self.wheel,) = (folder / "dist").glob("protocheck-*.whl")
        made = run([sys.executable, "-m", "venv", folder / "venv"])
        assert made.returncode == 0, made.stderr
        self.python = folder / "venv" / "bin" / "python"
        pip(self.python, "install", self.wheel)
        self.home, self.folder = folder / "home", folder / "elsewhere"
        self.home.mkdir()
        self.folder.mkdir()

    def protocheck(self, *arguments: str | Path) -> str:
        """Run the installed command as someone who has just installed it."""
        done = subprocess.run(  # noqa: S603 - the command under test
            [self.python.with_name("protocheck"), *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env={"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Alone:
    return Alone(tmp_path_factory.mktemp("alone"))


def test_it_tells_its_version(alone: Alone) -> None:
    assert alone.wheel.name.split("-")[1] in alone.protocheck("--version")


def test_the_rules_came_along(alone: Alone) -> None:
    listed = alone.protocheck("rules", "list")
    assert [f"EGOV-{number:02}" in listed for number in range(1, 13)] == [True] * 12


@pytest.mark.parametrize("kind", ["text", "pdf"])
def test_it_advises(alone: Alone, kind: str) -> None:
    report = json.loads(alone.protocheck("advise", TEXT if kind == "text" else EXAMPLE, "--format", "json"))
    assert len(report["criteria"]) == 12
    assert report["verdict"]["label"]


@pytest.mark.parametrize(
    ("suffix", "opens"), [("html", b"<!doctype html>"), ("docx", b"PK"), ("pdf", b"%PDF")]
)
def test_it_writes_the_letter_and_the_page(alone: Alone, suffix: str, opens: bytes) -> None:
    target = alone.folder / f"advies.{suffix}"
    alone.protocheck("advise", EXAMPLE, "-o", target)
    assert target.read_bytes().startswith(opens)


def test_it_looks_a_draft_over(alone: Alone) -> None:
    found = json.loads(alone.protocheck("lint", EXAMPLE, "--format", "json", "--fail-on", "never"))
    assert {finding["code"] for finding in found["findings"]} >= {"F101"}


def test_it_advises_in_dutch_on_a_plain_terminal(alone: Alone) -> None:
    assert "advies" in alone.protocheck("advise", EXAMPLE).casefold()


def test_nothing_of_the_developers_came_along(alone: Alone) -> None:
    listed = run([alone.python, "-m", "pip", "list", "--format", "freeze"]).stdout.casefold()
    assert [name for name in ("pytest", "selenium", "hypothesis", "mypy", "typst") if name in listed] == []


def test_the_wheel_stays_small(alone: Alone) -> None:
    # The word list takes 1.0 MB of it, the weights of words 0.7.
    assert alone.wheel.stat().st_size < 3_500_000


def test_the_notices_of_shipped_data_came_along(alone: Alone) -> None:
    with zipfile.ZipFile(alone.wheel) as wheel:
        names = wheel.namelist()
    data = [name for name in names if "/data/" in name and name.endswith(".lex")]
    assert data
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert [name for name in names if name.endswith("data/LICENSE-OpenTaal.txt")]
