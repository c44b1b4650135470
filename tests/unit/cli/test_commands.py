"""The other commands, and the program as a process: exit codes, pipes, speed of the first word."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocheck import __version__
from protocheck.cli import output
from protocheck.cli.extract import STAGES as EXTRACT_STAGES
from protocheck.cli.extract import _on_screen as extract_on_screen
from protocheck.cli.main import COMMANDS, cli
from protocheck.engine import selftest
from protocheck.model.alignment import Edit, RepairedText
from protocheck.model.geometry import Span
from protocheck.model.text import SourceText
from protocheck.repair import STAGES

PROGRAM = [sys.executable, "-m", "protocheck"]


def run(*words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does."""
    return subprocess.run(  # noqa: S603 - our own command
        [*PROGRAM, *words], input=stdin, capture_output=True, check=False, env=os.environ | env
    )


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "stuk.txt"
    path.write_text("Artikel 1. Duur\nDe mede-\ndeling duurt \x1b[31mvijf jaar.\n", encoding="utf-8")
    return path


def test_every_command_has_help_in_both_languages() -> None:
    for language, usage in (("nl", "Gebruik:"), ("en", "Usage:")):
        for name in COMMANDS:
            result = CliRunner().invoke(cli, [name, "--help"], env={"PROTOCHECK_LANG": language})
            assert result.exit_code == 0
            assert result.stdout.startswith(usage), name


def test_the_version_is_told() -> None:
    assert run("--version").stdout.decode().strip() == f"protocheck {__version__}"


def test_the_version_needs_no_heavy_library() -> None:
    code = (
        "import sys\nfrom protocheck.cli.main import cli\n"
        "try:\n    cli.main(['--version'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'pydantic', 'rich', 'yaml', 'lxml', 'pypdfium2', 'pdfplumber', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["advise", "bestaat-niet.pdf"], 3, "bestaat-niet.pdf"),
        (["advise", "."], 3, "map"),
        (["extract", "bestaat-niet.pdf"], 3, "bestaat-niet.pdf"),
        (["bestaat-niet"], 2, "Er is geen commando 'bestaat-niet'."),
        (["advise", "--onbekend", "x"], 2, "Er is geen optie '--onbekend'."),
        (["explain", "EGOV-99"], 2, "Er is geen regel 'EGOV-99'."),
        (["rules", "list", "--pack", "geen-map"], 4, "geen-map"),
    ],
)
def test_what_goes_wrong_has_an_exit_code_and_a_dutch_message(words: list[str], code: int, said: str) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_an_empty_document_is_unreadable() -> None:
    done = run("advise", "-", stdin=b"")
    assert done.returncode == 3
    assert "standaardinvoer" in done.stderr.decode()


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    with subprocess.Popen([*PROGRAM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:  # noqa: S603 - our own command
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        said = program.stderr.read()
        code = program.wait(timeout=60)
    assert (code, said) == (0, b"")


def test_a_character_set_without_our_signs_is_no_fault(paper: Path) -> None:
    paper.write_text("De ✔ staat hier.\n", encoding="utf-8")
    done = run("extract", str(paper), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, b"De ? staat hier.\n")


def test_extract_gives_the_text_mended_or_raw(paper: Path) -> None:
    raw = paper.read_text(encoding="utf-8")
    assert run("extract", "--raw", str(paper)).stdout.decode() == raw
    mended = run("extract", str(paper)).stdout.decode()
    assert "De mededeling" in mended.replace("\n", " ")


def test_extract_leaves_out_the_stages_that_are_switched_off(paper: Path) -> None:
    assert EXTRACT_STAGES == STAGES
    every = [argument for stage in STAGES for argument in ("--without", stage)]
    assert run("extract", str(paper), *every).stdout == run("extract", "--raw", str(paper)).stdout
    refused = run("extract", str(paper), "--without", "spelling")
    assert refused.returncode == 2
    assert "letters" in refused.stderr.decode()


def test_extract_lists_segments_and_repairs(paper: Path) -> None:
    made = json.loads(run("extract", str(paper), "--format", "json").stdout)
    assert made["document"]["name"] == "stuk.txt"
    assert [each["ref"] for each in made["segments"]] == ["article 1"]
    assert all(set(each) >= {"before", "after", "rule", "start", "end"} for each in made["edits"])


def test_extract_writes_to_a_file(paper: Path) -> None:
    target = paper.with_name("uit.txt")
    assert run("extract", "--raw", str(paper), "-o", str(target)).returncode == 0
    assert target.read_bytes() == paper.read_bytes()


def test_the_schema_command_prints_the_published_schema() -> None:
    published = Path(__file__).parents[3] / "docs" / "schema" / "advice-1.schema.json"
    assert run("schema").stdout == published.read_bytes()


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which {P} is the program."""
    program = shlex.join(PROGRAM)
    return subprocess.run(  # noqa: S602 - our own line, for what only a shell can do to a program
        line.replace("{P}", program), shell=True, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_fault_of_the_program() -> None:
    done = shell("{P} rules list > /dev/full")
    assert done.returncode == 2
    assert done.stderr == (
        "protocheck: Op de standaarduitvoer kan niet worden geschreven: de schijf is vol.\n"
        "Stuur de uitvoer naar een andere plaats.\n"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{P} rules list >&-", "De standaarduitvoer is gesloten."),
        ("{P} extract - <&-", "De standaardinvoer is gesloten."),
    ],
)
def test_a_closed_stream_is_no_fault_of_the_program(line: str, said: str) -> None:
    done = shell(line)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"protocheck: {said}\n")


def test_standard_output_under_its_other_name_may_be_a_pipe(paper: Path) -> None:
    done = shell(f"{{P}} extract {shlex.quote(str(paper))} -o /dev/stdout | cat")
    assert (done.stdout.splitlines()[0], done.stderr) == ("Artikel 1. Duur", "")


def test_who_leaves_while_the_help_is_printed_makes_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> str:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("click.Command.get_help", gone)
    assert CliRunner().invoke(cli, ["extract", "--help"]).exit_code == 0


def test_what_is_missing_is_named_in_dutch() -> None:
    assert "Ontbrekend argument 'REGEL'." in run("explain").stderr.decode()
    for words in (["extract"], ["explain"], ["rules", "list"], ["rules", "test"]):
        assert " PAD " not in run(*words, "--help").stdout.decode()


def test_rules_are_listed_by_pack() -> None:
    lines = run("rules", "list").stdout.decode().splitlines()
    assert lines[0].startswith("egov-art8@1  ")
    assert "  EGOV-08  De sancties in geval van niet-naleving van het protocol" in lines


def test_the_schema_of_a_rule_file_is_the_published_one() -> None:
    """The first line of every rule file points an editor to it."""
    published = Path(__file__).parents[3] / "rules" / "schema.json"
    assert run("rules", "schema").stdout == published.read_bytes()


def test_a_rule_is_explained() -> None:
    text = run("explain", "egov-08").stdout.decode()
    assert text.startswith("EGOV-08  De sancties in geval van niet-naleving van het protocol\n")
    assert "\nBron: e-govdecreet, art. 8, §1 (van kracht sinds 2018-06-26)\n" in text
    assert "\nElementen (alle nodig)\n  een gevolg voor de partij die het protocol niet naleeft" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "EGOV-08:$" not in text
    assert "\nSignalen\n" in text
    assert "\nModelclausule\n" in text


def test_on_a_screen_repairs_are_coloured_and_codes_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    source = SourceText("p.txt", "00", "text/plain", "De m ededeling \x1b[31m", ())
    text = RepairedText.build(source, [Edit(Span(3, 14), "mededeling", "spacing/exact")])
    monkeypatch.setattr(output, "in_colour", lambda: True)
    assert extract_on_screen(text, raw=False) == "De \x1b[32mmededeling\x1b[0m \\x1b[31m"
    assert extract_on_screen(text, raw=True) == "De \x1b[31mm ededeling\x1b[0m \\x1b[31m"
    monkeypatch.setattr(output, "in_colour", lambda: False)
    assert extract_on_screen(text, raw=False) == "De mededeling \\x1b[31m"


@pytest.mark.parametrize(
    ("faults", "code", "last"),
    [((), 0, "12 voorbeelden kloppen."), (("a.yaml: verwacht met",), 4, "1 voorbeeld klopt niet.")],
)
def test_rules_test_ends_with_four_when_an_example_is_wrong(
    monkeypatch: pytest.MonkeyPatch, faults: tuple[str, ...], code: int, last: str
) -> None:
    monkeypatch.setattr(selftest, "selftest", lambda _: selftest.SelfTest(12, faults))
    result = CliRunner().invoke(cli, ["rules", "test"])
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (code, last)
    assert all(fault in result.stdout for fault in faults)
