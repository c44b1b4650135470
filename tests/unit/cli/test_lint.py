"""`protocheck lint` from the outside, on small texts and two rules that stay."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from click.testing import CliRunner, Result

from protocheck import pipeline
from protocheck.cli.main import cli
from protocheck.pipeline import study
from protocheck.report.formats import LINT_FORMATS, LINT_SUFFIXES
from protocheck.report.lint_formats import RENDERERS

ROOT = Path(__file__).parents[3]
WRONG = "Protocol\n\nArtikel 1. Duur\n\nDit protocol treedt in werking op 31 april 2025.\n"
RIGHT = "Protocol\n\nArtikel 1. Duur\n\nDit protocol treedt in werking op 30 april 2025.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a draft that is wrong, one that is right and one that is broken."""
    (tmp_path / "fout.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "goed.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7\nniets")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", "--force", "--select", "D304", *words], input=stdin)


@pytest.mark.usefixtures("folder")
def test_a_finding_is_shown_at_its_place_and_ends_with_1() -> None:
    result = lint("fout.txt")
    assert result.exit_code == 1
    assert (
        "fout[D304]: De datum ‘31 april 2025’ bestaat niet.\n --> fout.txt:5:35, artikel 1\n" in result.stdout
    )
    assert "5 | Dit protocol treedt in werking op 31 april 2025.\n" in result.stdout
    assert "  |                                   ^^^^^^^^^^^^^\n" in result.stdout
    assert "1 fout, 0 waarschuwingen, 0 opmerkingen\n" in result.stdout
    assert result.stderr == ""


@pytest.mark.usefixtures("folder")
def test_nothing_to_mend_ends_with_0() -> None:
    result = lint("goed.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("0 fouten, 0 waarschuwingen, 0 opmerkingen\n")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
@pytest.mark.usefixtures("folder")
def test_fail_on_decides_the_exit_code(fail_on: str, code: int) -> None:
    assert lint("fout.txt", "--fail-on", fail_on).exit_code == code


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_a_warning_is_no_error(folder: Path, fail_on: str, code: int) -> None:
    (folder / "protocheck.toml").write_text('[lint.severity]\nD304 = "warning"\n', encoding="utf-8")
    assert lint("fout.txt", "--fail-on", fail_on).exit_code == code


@pytest.mark.usefixtures("folder")
def test_standard_input_is_read_and_named() -> None:
    result = lint("-", stdin=WRONG)
    assert result.exit_code == 1
    assert " --> (standaardinvoer):5:35, artikel 1\n" in result.stdout
    assert json.loads(lint("-", "--format", "json", stdin=WRONG).stdout)["findings"][0]["file"] == "-"


@pytest.mark.usefixtures("folder")
def test_standard_input_twice_is_wrong_use() -> None:
    assert lint("-", "fout.txt", "--annex", "-", stdin=WRONG).exit_code == 2


@pytest.mark.usefixtures("folder")
def test_files_are_told_about_in_the_order_given() -> None:
    made = json.loads(lint("goed.txt", "fout.txt", "--format", "json").stdout)
    assert [each["file"] for each in made["documents"]] == ["goed.txt", "fout.txt"]
    assert [each["file"] for each in made["findings"]] == ["fout.txt"]


@pytest.mark.usefixtures("folder")
def test_a_file_given_twice_is_looked_through_once() -> None:
    made = json.loads(lint("fout.txt", "fout.txt", "--format", "json").stdout)
    assert (len(made["documents"]), made["counts"]["error"]) == (1, 1)


@pytest.mark.usefixtures("folder")
def test_one_that_cannot_be_read_stops_no_other_and_is_told_twice() -> None:
    result = lint("kapot.pdf", "fout.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith("protocheck: kapot.pdf ")
    assert "fout[D304]" in result.stdout
    assert "fout: kapot.pdf " in result.stdout
    assert "1 fout, 0 waarschuwingen, 0 opmerkingen; 1 document kon niet gelezen worden\n" in result.stdout


@pytest.mark.usefixtures("folder")
def test_one_alone_that_cannot_be_read_is_told_on_standard_error() -> None:
    result = lint("kapot.pdf")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("protocheck: kapot.pdf ")


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
@pytest.mark.usefixtures("folder")
def test_every_form_tells_of_a_file_that_could_not_be_read(form: str) -> None:
    result = lint("kapot.pdf", "--format", form)
    assert result.exit_code == 3
    assert result.stderr.startswith("protocheck: kapot.pdf ")
    assert "kapot.pdf" in result.stdout
    if form == "json":
        assert [each["file"] for each in json.loads(result.stdout)["failures"]] == ["kapot.pdf"]
    elif form == "sarif":
        (run,) = json.loads(result.stdout)["runs"]
        assert run["invocations"][0]["executionSuccessful"] is False
    elif form == "junit":
        assert ET.fromstring(result.stdout).get("errors") == "1"  # noqa: S314 - we made it ourselves


@pytest.mark.usefixtures("folder")
def test_an_annex_that_cannot_be_read_ends_the_run() -> None:
    result = lint("fout.txt", "--annex", "kapot.pdf")
    assert (result.exit_code, result.stdout) == (3, "")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.sarif", '{\n  "$schema"'),
        ("a.SARIF.json", '{\n  "$schema"'),
        ("a.json", '{\n  "schema"'),
        ("a.xml", "<?xml"),
        ("a.txt", "fout[D304]"),
    ],
)
def test_the_suffix_of_the_output_chooses_the_form(folder: Path, name: str, start: str) -> None:
    result = lint("fout.txt", "-o", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert (folder / name).read_text("utf-8").startswith(start)


@pytest.mark.usefixtures("folder")
def test_a_suffix_without_form_is_wrong_use() -> None:
    result = lint("fout.txt", "-o", "a.doc")
    assert result.exit_code == 2
    assert "Gebruik een van .sarif.json, .txt, .json, .sarif, .xml, of kies" in result.stderr


def test_the_draft_is_never_overwritten(folder: Path) -> None:
    assert lint("fout.txt", "-o", "fout.txt").exit_code == 2
    assert (folder / "fout.txt").read_text("utf-8") == WRONG


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--date", "31/01/2026"], "'31/01/2026' is geen dag; schrijf hem als 2026-01-31."),
        (["--comment", "kopie.pdf"], "Geef ze een naam die op .docx eindigt."),
        (["--comment", "fout.txt"], "Noem met --comment een ander bestand."),
        (["--write-baseline", "fout.txt"], "Noem met --write-baseline een ander bestand."),
        (["-o", "b.json", "--write-baseline", "b.json"], "-o en --write-baseline noemen allebei b.json."),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told_with_the_flag_that_is_wrong(words: list[str], said: str) -> None:
    result = lint("fout.txt", *words)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.usefixtures("folder")
def test_the_json_keeps_to_its_schema_and_to_itself() -> None:
    first, second = lint("fout.txt", "--format", "json"), lint("fout.txt", "--format", "json")
    assert first.stdout == second.stdout
    published = ROOT / "docs" / "schema" / "lint-1.schema.json"
    jsonschema.validate(json.loads(first.stdout), json.loads(published.read_text("utf-8")))
    (found,) = json.loads(first.stdout)["findings"]
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (5, 35, 5, 48)
    assert (found["file"], found["protocol"], found["ref"]) == ("fout.txt", "fout.txt", "article 1")


@pytest.mark.usefixtures("folder")
def test_sarif_counts_columns_as_editors_do() -> None:
    made = json.loads(lint("fout.txt", "--format", "sarif").stdout)
    (found,) = made["runs"][0]["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    assert WRONG.split("\n")[region["startLine"] - 1][
        region["startColumn"] - 1 : region["endColumn"] - 1
    ] == ("31 april 2025")


@pytest.mark.usefixtures("folder")
def test_a_fault_of_ours_in_one_file_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(source: object, *rest: object, **more: object) -> object:
        if getattr(source, "name", "") == "goed.txt":
            raise KeyError("x")
        return study(source, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "study", trip)
    monkeypatch.delenv("PROTOCHECK_DEBUG", raising=False)
    result = lint("goed.txt", "fout.txt")
    assert result.exit_code == 70
    assert "goed.txt: dit is een fout in protocheck zelf (KeyError)" in result.stderr
    assert "fout[D304]" in result.stdout


@pytest.mark.usefixtures("folder")
def test_what_is_no_protocol_is_told_so_unless_forced() -> None:
    result = CliRunner().invoke(cli, ["lint", "fout.txt"])
    assert (result.exit_code, result.stdout) == (3, "")


def test_many_files_come_out_complete_and_in_order(folder: Path) -> None:
    names = [f"stuk-{number:02}.txt" for number in range(12)]
    for name in names:
        (folder / name).write_text(WRONG, encoding="utf-8")
    made = json.loads(lint(*names, "--format", "json").stdout)
    assert [each["file"] for each in made["findings"]] == names


def test_the_schema_can_be_asked_for() -> None:
    result = CliRunner().invoke(cli, ["schema", "lint"])
    assert json.loads(result.stdout)["$id"] == "protocheck/lint@1"


def test_every_form_has_a_renderer_and_help_is_dutch() -> None:
    assert tuple(RENDERERS) == LINT_FORMATS
    assert set(LINT_SUFFIXES.values()) < set(LINT_FORMATS)
    shown = CliRunner().invoke(cli, ["lint", "--help"]).stdout
    assert shown.startswith("Gebruik: cli lint [OPTIES] BESTANDEN...\n")
