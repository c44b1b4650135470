"""`protocheck advise --waivers`: what may stand is shown as such, and a fault in the file stops the run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from protocheck.cli.main import cli

CORPUS = Path(__file__).parents[3] / "corpus"
# In order but for one reference that the fixture lets lead nowhere.
TEXT = (CORPUS / "schoolpremie-wilgenbeke" / "protocol.txt").read_text("utf-8")
WAIVER = """waivers:
  - rule: R201
    place: "{place}"
    reason: volgt in de volgende versie.
    who: An Voorbeeld
    until: 2026-12-31
"""


@pytest.fixture
def protocol(tmp_path: Path) -> Path:
    path = tmp_path / "protocol.txt"
    path.write_text(TEXT.replace("vermeld in\nartikel 3,", "vermeld in\nartikel 98,"), "utf-8")
    return path


@pytest.fixture
def waivers(protocol: Path) -> Path:
    found = json.loads(advise(protocol, "--format", "json").stdout)["findings"]
    place = next(each["fingerprint"] for each in found if each["code"] == "R201")
    path = protocol.with_name("afwijkingen.yaml")
    path.write_text(WAIVER.format(place=place), "utf-8")
    return path


def advise(protocol: Path, *more: str | Path) -> Result:
    return CliRunner().invoke(cli, ["advise", str(protocol), *map(str, more)])


def test_what_may_stand_is_told_and_no_longer_asked_for(protocol: Path, waivers: Path) -> None:
    before = advise(protocol, "--format", "md").stdout
    after = advise(protocol, "--format", "md", "--waivers", waivers, "--date", "2026-03-09").stdout
    assert "‘artikel 98’ bestaat niet" in before.partition("### Voorwaarden")[2]
    assert "‘artikel 98’ bestaat niet" not in after
    assert "### Voorwaarden" not in after
    assert "### Opzijgezette bevindingen" in after
    assert "volgt in de volgende versie (An Voorbeeld, tot en met 31 december 2026)." in after
    assert "Opzijgezette bevindingen" in advise(protocol, "--waivers", waivers, "--date", "2026-03-09").stdout


def test_the_configuration_names_the_file_and_a_flag_sets_it_apart(protocol: Path, waivers: Path) -> None:
    protocol.with_name("protocheck.toml").write_text(f'[lint]\nwaivers = "{waivers.name}"\n', "utf-8")
    day = ("--date", "2026-03-09", "--format", "md")
    assert "### Opzijgezette bevindingen" in advise(protocol, *day).stdout
    assert "### Opzijgezette bevindingen" not in advise(protocol, *day, "--no-waivers").stdout


def test_a_waiver_that_ended_lets_its_finding_count_again_and_is_told(protocol: Path, waivers: Path) -> None:
    said = advise(protocol, "--format", "md", "--waivers", waivers, "--date", "2027-01-01").stdout
    assert "### Opzijgezette bevindingen" not in said
    assert (
        "mocht blijven staan tot en met 31 december 2026 (volgt in de volgende versie; An Voorbeeld). "
        "Dat geldt niet meer: de bevinding telt weer mee."
    ) in said


@pytest.mark.parametrize(("old", "new"), [("reason:", "reden:"), ("waivers:", "waivers"), ("R201", "XYZ")])
def test_a_fault_in_the_file_stops_the_run(protocol: Path, waivers: Path, old: str, new: str) -> None:
    waivers.write_text(waivers.read_text("utf-8").replace(old, new), "utf-8")
    result = advise(protocol, "--waivers", waivers)
    assert (result.exit_code, result.stdout) == (4, "")
    assert "De afwijkingen in" in result.stderr


def test_the_waivers_are_never_written_over(protocol: Path, waivers: Path) -> None:
    kept = waivers.read_bytes()
    target = waivers.rename(waivers.with_suffix(".md"))
    result = advise(protocol, "--waivers", target, "-o", target)
    assert (result.exit_code, target.read_bytes()) == (2, kept)
