"""`protocheck advise` from the outside, with a report made by hand in place of the pipeline."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from protocheck import papers, pipeline
from protocheck.cli.inputs import unchanged
from protocheck.cli.main import cli
from protocheck.errors import NotAProtocolError, UsageError
from protocheck.model.report import Report
from protocheck.model.text import SourceText
from tests.unit.reports import report


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def protocol(tmp_path: Path) -> Path:
    path = tmp_path / "protocol.txt"
    path.write_text("Protocol tussen de gemeente Wilgenbeke en het Agentschap Wonen.\n", encoding="utf-8")
    return path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the command hands to the pipeline; the pipeline answers with a negative advice."""
    held: list[dict[str, Any]] = []

    def examine(main: SourceText, annexes: list[SourceText], rules: object, **more: Any) -> Report:
        held.append({"main": main, "annexes": annexes, "rules": rules, **more})
        return report()

    monkeypatch.setattr(pipeline, "examine", examine)
    return held


def test_the_advice_goes_to_the_screen(runner: CliRunner, protocol: Path, calls: list[Any]) -> None:
    result = runner.invoke(cli, ["advise", str(protocol)])
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "✘ NEGATIEF ADVIES  1 in orde, 1 ontbreekt",
    )
    assert "\x1b" not in result.stdout
    assert (calls[0]["main"].name, calls[0]["annexes"], calls[0]["force"]) == ("protocol.txt", [], False)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.md", "# Advies over"),
        ("a.json", '{\n  "schema"'),
        ("a.txt", "✘ NEGATIEF"),
        ("A.MD", "# Advies over"),
    ],
)
def test_the_suffix_tells_the_format(
    runner: CliRunner, protocol: Path, calls: list[Any], name: str, start: str
) -> None:
    target = protocol.with_name(name)
    result = runner.invoke(cli, ["advise", str(protocol), "-o", str(target)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith(start)
    assert len(calls) == 1


def test_a_format_that_is_asked_for_wins(runner: CliRunner, protocol: Path, calls: list[Any]) -> None:
    target = protocol.with_name("a.md")
    runner.invoke(cli, ["advise", str(protocol), "-o", str(target), "--format", "json"])
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "protocheck/advice@1"
    assert len(calls) == 1


def test_a_suffix_without_format_is_wrong_use(runner: CliRunner, protocol: Path, calls: list[Any]) -> None:
    result = runner.invoke(cli, ["advise", str(protocol), "-o", "advies.pages"])
    assert (result.exit_code, calls) == (2, [])
    assert result.stderr == (
        "protocheck: advies.pages: bij deze extensie hoort geen vorm.\n"
        "Gebruik een van .txt, .md, .json, .html, .docx, .pdf, of kies de vorm met --format.\n"
    )


def test_the_document_is_never_overwritten(runner: CliRunner, protocol: Path, calls: list[Any]) -> None:
    before = protocol.read_bytes()
    result = runner.invoke(cli, ["advise", str(protocol), "-o", str(protocol)])
    assert (result.exit_code, calls, protocol.read_bytes()) == (2, [], before)
    assert "het resultaat zou het overschrijven" in result.stderr


def test_a_file_that_cannot_be_written_is_wrong_use(
    runner: CliRunner, protocol: Path, calls: list[Any]
) -> None:
    target = protocol.parent / "geen-map" / "a.md"
    result = runner.invoke(cli, ["advise", str(protocol), "-o", str(target)])
    assert result.exit_code == 2
    assert f"{target} kan niet worden geschreven" in result.stderr
    assert len(calls) == 1


def test_annexes_follow_in_their_order(runner: CliRunner, protocol: Path, calls: list[Any]) -> None:
    for name in ("b.txt", "a.txt"):
        protocol.with_name(name).write_text("Een bijlage.\n", encoding="utf-8")
    runner.invoke(
        cli,
        ["advise", str(protocol), "--annex", str(protocol.with_name("b.txt")),
         "--annex", str(protocol.with_name("a.txt")), "--force"],
    )  # fmt: skip
    assert [each.name for each in calls[0]["annexes"]] == ["b.txt", "a.txt"]
    assert calls[0]["force"] is True


def test_standard_input_is_read_once(runner: CliRunner, calls: list[Any]) -> None:
    assert runner.invoke(cli, ["advise", "-"], input="Protocol tussen partijen.\n").exit_code == 0
    assert calls[0]["main"].text.startswith("Protocol tussen partijen.")
    assert calls[0]["main"].name == "de standaardinvoer"
    result = runner.invoke(cli, ["advise", "-", "--annex", "-"], input="Protocol.\n")
    assert (result.exit_code, len(calls)) == (2, 1)
    assert "Slechts één document kan van de standaardinvoer ('-') komen." in result.stderr


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("negative", 1), ("conditional", 1)])
def test_the_exit_code_follows_the_verdict_when_asked(
    runner: CliRunner, protocol: Path, calls: list[Any], level: str, code: int
) -> None:
    assert runner.invoke(cli, ["advise", str(protocol), "--fail-on", level]).exit_code == code
    assert len(calls) == 1


def test_a_paper_that_is_no_protocol_is_said_to_be_none(
    runner: CliRunner, protocol: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Report:
        raise NotAProtocolError("protocol.txt is een recept.", hint="Met --force wordt het toch beoordeeld.")

    monkeypatch.setattr(pipeline, "examine", refuse)
    result = runner.invoke(cli, ["advise", str(protocol)])
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "protocheck: protocol.txt is een recept.\nMet --force wordt het toch beoordeeld.\n"
    )


def test_a_fault_of_ours_shows_no_traceback(
    runner: CliRunner, protocol: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Report:
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr(pipeline, "examine", fail)
    result = runner.invoke(cli, ["advise", str(protocol)])
    assert result.exit_code == 70
    assert result.stderr.startswith(
        "protocheck: dit is een fout in protocheck zelf (ZeroDivisionError); uw document is niet gewijzigd.\n"
    )
    assert "Traceback" not in result.stderr
    debug = runner.invoke(cli, ["advise", str(protocol)], env={"PROTOCHECK_DEBUG": "1"})
    assert (debug.exit_code, "Traceback" in debug.stderr) == (70, True)


def test_ctrl_c_is_quiet(runner: CliRunner, protocol: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "examine", interrupt)
    result = runner.invoke(cli, ["advise", str(protocol)])
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (130, "", "")


def test_a_hostile_file_name_is_written_out(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["advise", "\x1b[31mrood.txt"])
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr
    assert r"\x1b[31mrood.txt" in result.stderr


def test_help_and_wrong_use_are_dutch(runner: CliRunner) -> None:
    assert runner.invoke(cli, ["advise", "--help"]).stdout.startswith(
        "Gebruik: cli advise [OPTIES] PROTOCOL\n"
    )
    missing = runner.invoke(cli, ["advise"])
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert missing.stderr.endswith("Fout: Ontbrekend argument 'PROTOCOL'.\n")
    wrong = runner.invoke(cli, ["advise", "x", "--format", "rtf"])
    assert wrong.exit_code == 2
    assert "Ongeldige waarde voor '--format'" in wrong.stderr


def test_help_is_english_on_request(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["advise", "--help"], env={"PROTOCHECK_LANG": "en"})
    assert result.stdout.startswith("Usage: cli advise [OPTIONS] PROTOCOL\n")
    assert "Judge also a paper that does not look like a protocol." in " ".join(result.stdout.split())
    assert result.stdout.endswith("Show this message and exit.\n")


@pytest.mark.usefixtures("calls")
def test_the_page_is_made_within_the_limits_of_the_folder(
    runner: CliRunner, protocol: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Any] = []

    def shown(_sources: object, _paths: object, options: object) -> list[object]:
        given.append(options)
        return []

    monkeypatch.setattr(papers, "papers", shown)
    (protocol.parent / "protocheck.toml").write_text("[limits]\npages = 2000\n", encoding="utf-8")
    result = runner.invoke(cli, ["advise", str(protocol), "-o", str(protocol.with_suffix(".html"))])
    assert (result.exit_code, result.stderr) == (0, "")
    assert [each.limits.pages for each in given] == [2000]


def test_a_file_that_changed_is_not_taken_for_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"nieuw")
    assert unchanged(path, sha256(b"nieuw").hexdigest()) == b"nieuw"
    with pytest.raises(UsageError, match="veranderde terwijl het gelezen werd"):
        unchanged(path, "0" * 64)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_a_logo_that_is_no_picture_is_told(
    runner: CliRunner, protocol: Path, calls: list[Any], data: bytes
) -> None:
    (protocol.parent / "logo.png").write_bytes(data)
    (protocol.parent / "protocheck.toml").write_text('[letterhead]\nlogo = "logo.png"\n', encoding="utf-8")
    result = runner.invoke(cli, ["advise", str(protocol), "-o", str(protocol.parent / "advies.docx")])
    assert calls
    assert result.exit_code == 2
    assert "logo.png is geen afbeelding die in een brief past." in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--review", "oordeel.json", "-o", "oordeel.json"], "zou verloren gaan"),
        (["--template", "sjabloon.docx", "-o", "sjabloon.docx"], "zou verloren gaan"),
        (["-o", "sjabloon.docx"], "zou verloren gaan"),
    ],
)
@pytest.mark.usefixtures("calls")
def test_what_the_officer_wrote_is_never_overwritten(
    runner: CliRunner, protocol: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(protocol.parent)
    for name in ("oordeel.json", "sjabloon.docx"):
        Path(name).write_text("van mij", encoding="utf-8")
    Path("protocheck.toml").write_text('[letterhead]\ntemplate = "sjabloon.docx"\n', encoding="utf-8")
    result = runner.invoke(cli, ["advise", protocol.name, *words])
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert {Path(name).read_text(encoding="utf-8") for name in ("oordeel.json", "sjabloon.docx")} == {
        "van mij"
    }


@pytest.mark.usefixtures("calls")
def test_the_form_for_a_paper_from_standard_input_goes_to_the_screen(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(cli, ["review", "-"], input="Protocol\n")
    assert result.stdout.startswith("# Uw eigen oordeel over ")
    assert list(tmp_path.iterdir()) == []


def test_a_template_that_would_not_be_used_is_refused(
    runner: CliRunner, protocol: Path, calls: list[Any]
) -> None:
    template = protocol.with_name("sjabloon.docx")
    template.write_bytes(b"PK")
    result = runner.invoke(
        cli, ["advise", str(protocol), "-o", str(protocol.with_name("a.pdf")), "--template", str(template)]
    )
    assert (result.exit_code, calls) == (2, [])
    assert "--template gaat samen met een Word-bestand" in result.stderr
