"""`protocheck explain RULE --on FILE`: why a rule judges a document as it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from protocheck.cli.main import cli
from tests.unit.waterhoek import AGREED

PROTOCOL = f"""{AGREED}\
Artikel 3. Sancties

Aan een schending van dit protocol zijn geen sancties verbonden.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "stuk.txt"
    path.write_text(PROTOCOL, encoding="utf-8")
    return path


def explained(*words: str | Path, language: str = "nl") -> Result:
    """What the command prints, as a user gets it."""
    return CliRunner().invoke(cli, ["explain", *map(str, words)], env={"PROTOCHECK_LANG": language})


def flat(result: Result) -> str:
    """The output on one line, as its lines break by width."""
    return " ".join(result.stdout.split())


def test_what_meets_an_element_is_quoted_with_its_place_and_signal(paper: Path) -> None:
    result = explained("egov-02", "--on", paper)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "stuk.txt: in orde"
    assert "het concrete doel van de ontvanger: in orde" in result.stdout
    assert "Gevonden: artikel 2 (Doel)" in flat(result)
    assert (
        "“De stad gebruikt de meegedeelde persoonsgegevens om de premie toe te kennen.” (ontvanger-gebruikt)"
    ) in flat(result)


def test_without_pages_the_paragraph_or_the_cell_is_named(tmp_path: Path) -> None:
    page = tmp_path / "stuk.html"
    lines = "".join(f"<p>{line}</p>" for line in PROTOCOL.split("\n") if line)
    page.write_text(f"<html><body>{lines}</body></html>", encoding="utf-8")
    assert "Gevonden: artikel 2 (Doel), alinea 12:" in flat(explained("EGOV-02", "--on", page))


def test_what_is_denied_is_shown_with_the_word_that_denies(paper: Path) -> None:
    told = flat(explained("EGOV-08", "--on", paper))
    assert "stuk.txt: ontbreekt" in told
    assert "Gezien, maar telt niet: artikel 3 (Sancties)" in told
    assert "“Aan een schending van dit protocol zijn geen sancties verbonden.” ontkend door ‘geen’" in told


def test_what_is_nowhere_is_said_in_so_many_words(paper: Path) -> None:
    told = flat(explained("EGOV-01", "--on", paper))
    assert "te bereiken is: ontbreekt Niets zegt het: de controle parties.dpo_reachable vindt niets." in told


def test_all_names_every_signal(paper: Path) -> None:
    short, long = explained("EGOV-08", "--on", paper), explained("EGOV-08", "--on", paper, "--all")
    assert "Met --all ziet u elk signaal dat geprobeerd werd." in flat(short)
    assert "Met --all" not in flat(long)
    assert long.stdout.count("slaat niet aan") > 3
    assert "nergens: op-straffe" in flat(long)


def test_json_holds_everything(paper: Path) -> None:
    told = json.loads(explained("EGOV-08", "--on", paper, "--format", "json").stdout)
    assert (told["schema"], told["rule"], told["status"]) == ("protocheck/explain@1", "EGOV-08", "unmet")
    (element,) = told["elements"]
    assert element["id"] == "gevolg"
    refused = [each for signal in element["signals"] for each in signal["refused"]]
    assert {("ontkenning", "geen", "article 3")} <= {
        (r["reason"], r["by"], r["place"]["ref"]) for r in refused
    }


def test_a_supplied_annex_is_read_too(paper: Path, tmp_path: Path) -> None:
    annex = tmp_path / "bijlage.txt"
    annex.write_text(
        "Artikel 1. Sancties\nBij niet-naleving van dit protocol schort het agentschap de mededeling op.\n",
        encoding="utf-8",
    )
    told = flat(explained("EGOV-08", "--on", paper, "--annex", annex))
    assert "stuk.txt: in orde" in told
    assert "bijlage 1, artikel 1 (Sancties)" in told


def test_a_paper_that_is_no_protocol_is_explained_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "recept.txt"
    path.write_text("Recept voor soep\n\nKook de wortelen in een liter water.\n", encoding="utf-8")
    result = explained("EGOV-08", "--on", path)
    assert result.exit_code == 0
    assert "Let op: recept.txt" in flat(result)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["EGOV-99", "--on", "PAPER"], 2, "Er is geen regel 'EGOV-99'."),
        (["EGOV-08", "--on", "weg.txt"], 3, "Het bestand weg.txt bestaat niet."),
        (["EGOV-08", "--all"], 2, "--annex, --all en --format horen bij --on BESTAND."),
        (["EGOV-08", "--format", "json"], 2, "--annex, --all en --format horen bij --on BESTAND."),
        (["EGOV-08", "--on", "-", "--annex", "-"], 2, "Slechts één document"),
    ],
)
def test_wrong_use_has_its_own_code(paper: Path, words: list[str], code: int, said: str) -> None:
    result = explained(*(paper if word == "PAPER" else word for word in words))
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_the_account_can_go_to_a_file_but_not_over_the_document(paper: Path, tmp_path: Path) -> None:
    target = tmp_path / "uitleg.txt"
    assert explained("EGOV-08", "--on", paper, "-o", target).exit_code == 0
    assert target.read_text("utf-8").startswith("EGOV-08  De sancties")
    assert explained("EGOV-08", "--on", paper, "-o", paper).exit_code == 2
    assert paper.read_text("utf-8") == PROTOCOL


def test_the_same_document_gives_the_same_account(paper: Path) -> None:
    first = explained("EGOV-08", "--on", paper, "--format", "json").stdout
    assert explained("EGOV-08", "--on", paper, "--format", "json").stdout == first


def test_it_speaks_english_too(paper: Path) -> None:
    assert "Seen, but does not count:" in explained("EGOV-08", "--on", paper, language="en").stdout
