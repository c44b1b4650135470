"""The program on files that are built to harm, locked or out of reach: exit 3, in Dutch, and it lives on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.program import Ended, protocheck
from tests.hostile import FILES

PAPER = Path(__file__).parents[2] / "corpus" / "schoolpremie-wilgenbeke" / "protocol.txt"
WORST = (
    "inhoudsbom.pdf",
    "formulieren-in-formulieren.pdf",
    "vijftigduizend-bladzijden.pdf",
    "zipbom.docx",
    "diep.html",
    "miljoen-regels.txt",
)


def refused(ended: Ended, name: str) -> str:
    assert ended.code == 3, ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err
    first, _, hint = ended.err.partition("\n")
    assert first.startswith("protocheck: ")
    assert name in first
    assert hint.strip()
    return ended.err


def made(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(next(each.make for each in FILES if each.name == name)())
    return path


@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_are_refused_in_time(tmp_path: Path, name: str) -> None:
    path = made(tmp_path, name)
    start = time.monotonic()
    refused(protocheck("advise", path), name)
    assert time.monotonic() - start < 20


def test_a_hostile_annex_is_named(tmp_path: Path) -> None:
    path = made(tmp_path, "inhoudsbom.pdf")
    refused(protocheck("advise", PAPER, "--annex", path), "inhoudsbom.pdf")


def test_extract_is_guarded_too(tmp_path: Path) -> None:
    refused(protocheck("extract", made(tmp_path, "inhoudsbom.pdf")), "inhoudsbom.pdf")


def test_the_same_file_on_standard_input(tmp_path: Path) -> None:
    data = made(tmp_path, "inhoudsbom.pdf").read_bytes()
    refused(protocheck("advise", "-", stdin=data), "standaardinvoer")


def test_a_locked_file_asks_for_its_password(tmp_path: Path) -> None:
    path = made(tmp_path, "slot.pdf")
    assert "--password" in refused(protocheck("extract", path), "slot.pdf")
    wrong = refused(protocheck("extract", path, "--password", "mis"), "slot.pdf")
    assert "wachtwoord" in wrong
    assert "--password" in wrong
    opened = protocheck("extract", path, "--password", "geheim")
    assert opened.code == 0
    assert "zorgtoelage" in opened.out


def test_a_file_without_reading_rights(tmp_path: Path) -> None:
    path = tmp_path / "dicht.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "leesrechten" in refused(protocheck("advise", path), "dicht.pdf")


def test_a_limit_of_the_user_holds(tmp_path: Path) -> None:
    (tmp_path / "protocheck.toml").write_text("[limits]\ncharacters = 100\n", "utf-8")
    path = tmp_path / "protocol.txt"
    path.write_bytes(PAPER.read_bytes())
    assert "te veel tekens" in refused(protocheck("advise", path), "protocol.txt")


def test_a_wrong_setting_ends_with_four(tmp_path: Path) -> None:
    (tmp_path / "protocheck.toml").write_text("[limits]\ncharakters = 100\n", "utf-8")
    path = tmp_path / "protocol.txt"
    path.write_bytes(PAPER.read_bytes())
    ended = protocheck("advise", path)
    assert ended.code == 4
    assert "bedoelt u 'characters'?" in ended.err


def test_the_report_tells_how_each_page_was_read() -> None:
    ended = protocheck("advise", PAPER, "--format", "json")
    document = json.loads(ended.out)["document"]
    assert document["provenance"] == [{"first": 1, "last": 1, "method": "text", "confidence": 1.0}]


SCRIPT = """
import sys
from pathlib import Path
import protocheck
from protocheck.errors import DocumentError
for name in sys.argv[1:]:
    try:
        protocheck.examine(Path(name))
    except DocumentError as refusal:
        print(refusal.message)
print("alive")
"""


def test_a_program_that_uses_the_library_lives_on(tmp_path: Path) -> None:
    paths = [
        made(tmp_path, name) for name in ("formulieren-in-formulieren.pdf", "inhoudsbom.pdf", "niets.pdf")
    ]
    command = [sys.executable, "-c", SCRIPT, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603 - our own program
    lines = done.stdout.splitlines()
    assert len(lines) == 4
    assert [path.name in line for path, line in zip(paths, lines, strict=False)] == [True, True, True]
    assert lines[-1] == "alive"
