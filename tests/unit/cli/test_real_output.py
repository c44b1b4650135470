"""The whole way, from a protocol of our own corpus to the advice; and the public names of the package."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import protocheck
from protocheck.cli.main import cli
from protocheck.errors import DocumentError

ROOT = Path(__file__).parents[3]
PROTOCOL = ROOT / "corpus" / "schoolpremie-wilgenbeke" / "protocol.txt"
SCHEMA = ROOT / "docs" / "schema" / "advice-1.schema.json"


def advise(*words: str) -> str:
    result = CliRunner().invoke(cli, ["advise", str(PROTOCOL), *words])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_real_output_keeps_to_the_schema_and_to_itself() -> None:
    first, second = advise("--format", "json"), advise("--format", "json")
    assert first == second
    made = json.loads(first)
    jsonschema.validate(made, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [each["number"] for each in made["criteria"]] == list(range(1, 13))
    assert all(each["text"] for each in made["criteria"])
    assert all(each["advice"] for each in made["criteria"] if each["status"] != "met")


def test_real_output_fits_eighty_columns() -> None:
    assert max(map(len, advise().splitlines())) <= 80


def test_the_advice_says_what_the_protocol_says() -> None:
    text = advise("--format", "md")
    assert text.count("\n### ") >= 12
    for party in json.loads(advise("--format", "json"))["facts"]["parties"]:
        assert party["name"] in text


def test_the_package_examines_a_path_or_a_name() -> None:
    by_path, by_name = protocheck.examine(PROTOCOL), protocheck.examine(str(PROTOCOL))
    assert isinstance(by_path, protocheck.Report)
    assert by_path == by_name
    assert protocheck.examine(PROTOCOL, rules=protocheck.load_rules()) == by_path


def test_an_annex_is_named_in_the_report(tmp_path: Path) -> None:
    annex = tmp_path / "overeenkomst.txt"
    annex.write_text(
        "Samenwerkingsovereenkomst\n\nArtikel 1. Doel\nDe partijen werken samen.\n", encoding="utf-8"
    )
    made = protocheck.examine(PROTOCOL, [annex])
    assert [(each.name, each.document) for each in made.annexes] == [("overeenkomst.txt", "annex-1")]


def test_an_annex_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"weg\.txt"):
        protocheck.examine(PROTOCOL, [tmp_path / "weg.txt"])


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, protocheck; print(sorted({'pydantic', 'rich', 'click', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.strip() == "[]"


def test_public_names_are_listed_and_no_others_exist() -> None:
    assert set(protocheck.__all__) <= set(dir(protocheck))
    with pytest.raises(AttributeError, match="onbekend"):
        _ = protocheck.onbekend
