"""`protocheck compare` from the outside, on two versions of a small text."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import protocheck
from protocheck.cli.main import cli

ROOT = Path(__file__).parents[3]
OLD = """Protocol tussen de gemeente Wilgenbeke en het Agentschap Wonen

Artikel 1. Duur

Dit protocol treedt in werking op 31 april 2025.

Artikel 2. Einde

Het eindigt op 30 februari 2030.
"""
# The first date is mended; an article was put in between, which holds an impossible date of its own.
NEW = """Protocol tussen de gemeente Wilgenbeke en het Agentschap Wonen

Artikel 1. Duur

Dit protocol treedt in werking op 30 april 2025.

Artikel 2. Evaluatie

De partijen komen voor de evaluatie samen op 31 november 2026.

Artikel 3. Einde

Het eindigt op 30 februari 2030.
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "oud.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "nieuw.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def compare(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["compare", "--force", *words], input=stdin)


def test_what_is_mended_new_and_still_open() -> None:
    result = compare("oud.txt", "nieuw.txt", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    made = json.loads(result.stdout)
    published = ROOT / "docs" / "schema" / "compare-1.schema.json"
    jsonschema.validate(made, json.loads(published.read_text("utf-8")))
    assert (made["old"]["file"], made["new"]["file"]) == ("oud.txt", "nieuw.txt")
    dates = {
        each["fate"]: (each["new"] or each["old"])["quote"]
        for each in made["findings"]
        if (each["new"] or each["old"])["code"] == "D304"
    }
    assert dates == {"mended": "31 april 2025", "new": "31 november 2026", "open": "30 februari 2030"}
    (left,) = (
        each for each in made["findings"] if each["new"] and each["new"]["quote"] == "30 februari 2030"
    )
    assert (left["old"]["ref"], left["new"]["ref"]) == ("article 2", "article 3")
    assert [each["number"] for each in made["criteria"]] == list(range(1, 13))


def test_the_screen_tells_it_in_dutch() -> None:
    text = compare("oud.txt", "nieuw.txt").stdout
    assert text.startswith("De uitkomst blijft: negatief advies\nOud: oud.txt\nNieuw: nieuw.txt\n")
    assert "✔ fout[D304] De datum ‘31 april 2025’ bestaat niet.\n" in text
    assert "✘ fout[D304] De datum ‘31 november 2026’ bestaat niet.\n" in text


@pytest.mark.parametrize(
    ("old", "new", "fail_on", "code"),
    [
        ("oud.txt", "nieuw.txt", "never", 0),
        ("oud.txt", "nieuw.txt", "worse", 1),
        ("oud.txt", "oud.txt", "worse", 0),
        ("oud.txt", "oud.txt", "open", 1),
    ],
)
def test_fail_on_decides_the_exit_code(old: str, new: str, fail_on: str, code: int) -> None:
    assert compare(old, new, "--fail-on", fail_on).exit_code == code


def test_one_version_can_come_from_standard_input() -> None:
    result = compare("-", "nieuw.txt", stdin=OLD)
    assert (result.exit_code, result.stdout.splitlines()[1]) == (0, "Oud: (standaardinvoer)")
    assert compare("-", "-", stdin=OLD).exit_code == 2


def test_one_that_cannot_be_read_ends_with_3() -> None:
    result = compare("oud.txt", "weg.txt")
    assert (result.exit_code, result.stdout) == (3, "")


def test_the_suffix_chooses_the_form_and_no_version_is_overwritten() -> None:
    assert compare("oud.txt", "nieuw.txt", "-o", "a.json").exit_code == 0
    assert json.loads(Path("a.json").read_text("utf-8"))["schema"] == "protocheck/compare@1"
    assert compare("oud.txt", "nieuw.txt", "-o", "a.sarif").exit_code == 2
    assert compare("oud.txt", "nieuw.txt", "-o", "nieuw.txt").exit_code == 2
    assert Path("nieuw.txt").read_text("utf-8") == NEW


def test_the_package_compares_paths() -> None:
    made = protocheck.compare("oud.txt", "nieuw.txt", force=True)
    assert isinstance(made, protocheck.CompareReport)
    assert made.counts.mended >= 1


def test_the_schema_can_be_asked_for() -> None:
    result = CliRunner().invoke(cli, ["schema", "compare"])
    assert json.loads(result.stdout)["$id"] == "protocheck/compare@1"
