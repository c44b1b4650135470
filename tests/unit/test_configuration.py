"""protocheck.toml: where it is found, what it may say, and what a user reads when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.configuration import configuration_for
from protocheck.errors import ExitCode, RuleError
from protocheck.model.limits import Limits


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_the_program_has_its_own(tmp_path: Path) -> None:
    found = configuration_for(tmp_path / "protocol.pdf")
    assert (found.limits, found.path) == (Limits(), None)


def test_the_nearest_file_above_the_document_holds(tmp_path: Path) -> None:
    written(tmp_path / "protocheck.toml", "[limits]\npages = 5\n")
    near = written(tmp_path / "a" / "protocheck.toml", "[limits]\npages = 7\nfile_mb = 2\n")
    found = configuration_for(tmp_path / "a" / "b" / "protocol.pdf")
    assert (found.limits.pages, found.limits.file_bytes, found.path) == (7, 2 * 1024 * 1024, near)
    assert found.limits.seconds == Limits().seconds


def test_a_text_without_a_place_looks_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "protocheck.toml", "[limits]\nseconds = 5\n")
    monkeypatch.chdir(tmp_path)
    assert configuration_for(None).limits.seconds == 5
    assert configuration_for(Path("protocol.pdf")).limits.seconds == 5


@pytest.mark.parametrize("name", ["pyproject.toml", "protocheck.toml"])
def test_the_table_of_a_project(tmp_path: Path, name: str) -> None:
    written(tmp_path / name, "[tool.protocheck.limits]\nmemory_mb = 512\n")
    assert configuration_for(tmp_path / "p.pdf").limits.memory_bytes == 512 * 1024 * 1024


@pytest.mark.parametrize(
    "text", ["[project]\nname = 'x'\n", "# protocheck\n[tool.ander]\n", "geen toml, wel protocheck"]
)
def test_a_project_that_says_nothing_to_us(tmp_path: Path, text: str) -> None:
    written(tmp_path / "pyproject.toml", text)
    assert configuration_for(tmp_path / "p.pdf").path is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[limits]\npagess = 5\n", "'limits.pagess' is geen instelling; bedoelt u 'pages'?"),
        ("[limit]\npages = 5\n", "'limit' is geen instelling; bedoelt u 'limits'?"),
        ("[limits]\nkwaak = 5\n", "'limits.kwaak' is geen instelling."),
        ("[limits]\npages = 0\n", "'limits.pages' moet minstens 1 zijn"),
        ("[limits]\npages = 99999999\n", "'limits.pages' moet hoogstens 20000 zijn"),
        ("pages = 5\n", "'pages' is geen instelling; bedoelt u 'limits.pages'?"),
        ("[limits]\npages = '5'\n", "'limits.pages' moet een geheel getal zijn."),
        ("[limits]\npages = 3.5\n", "'limits.pages' moet een geheel getal zijn."),
        ("[limits]\npages = true\n", "'limits.pages' moet een geheel getal zijn."),
        ("limits = 3\n", "'limits' moet een tabel zijn: [limits]"),
        ("[lint]\nfail_on = 'x'\n", "moet een van deze zijn: 'error', 'warning', 'info' of 'never'."),
        ("[limits\n", "het is geen geldige TOML (regel 1, teken 8)."),
    ],
)
def test_a_fault_names_the_file_and_the_way_out(tmp_path: Path, text: str, says: str) -> None:
    path = written(tmp_path / "protocheck.toml", text)
    with pytest.raises(RuleError) as caught:
        configuration_for(tmp_path / "p.pdf")
    assert str(path) in caught.value.message
    assert says in caught.value.message
    assert caught.value.exit_code == ExitCode.CONFIGURATION
    assert caught.value.hint


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    written(tmp_path / "protocheck.toml", "[limits]\npages = 0\nlinse = 4\n")
    with pytest.raises(RuleError, match=r"pages.*; .*bedoelt u 'lines'"):
        configuration_for(tmp_path / "p.pdf")
