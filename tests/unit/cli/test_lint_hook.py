"""The hook that pre-commit runs names a command and files that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from protocheck.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[3]
DRAFT = "Protocol\n\nArtikel 1. Duur\n\nDit protocol treedt in werking op 31 april 2025.\n"


def hook() -> Any:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return only


def test_the_entry_is_a_command_of_the_program_that_is_installed() -> None:
    program, command = shlex.split(hook()["entry"])
    assert (program, command in COMMANDS) == ("protocheck", True)
    scripts = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'protocheck = "protocheck.cli.main:run"' in scripts
    assert hook()["language"] == "python"


def test_the_entry_takes_files_at_its_end(tmp_path: Path) -> None:
    drafts = [tmp_path / name for name in ("protocol-a.txt", "protocol-b.txt")]
    for draft in drafts:
        draft.write_text(DRAFT, encoding="utf-8")
    words = shlex.split(hook()["entry"])[1:]
    result = CliRunner().invoke(cli, [*words, "--force", "--select", "D304", *map(str, drafts)])
    assert (result.exit_code, result.stdout.count("fout[D304]")) == (1, 2)


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("concepten/Protocol-premie.docx", True),
        ("protocol.pdf", True),
        ("kaderprotocol v2.md", True),
        ("README.md", False),
        ("protocol/leesmij.md", False),
        ("protocol.py", False),
    ],
)
def test_it_takes_drafts_by_their_name(name: str, *, taken: bool) -> None:
    assert bool(re.search(hook()["files"], name)) is taken


def test_the_manual_names_the_hook() -> None:
    assert f"id: {hook()['id']}" in (ROOT / "docs" / "handleiding.md").read_text("utf-8")
