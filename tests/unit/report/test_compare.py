"""What `compare` prints: on the terminal, and as JSON by its published schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from protocheck.comparing import between
from protocheck.model.compare_report import CompareReport
from protocheck.report import compare_json
from protocheck.report.compare_terminal import render
from tests.unit.reports import judged, report

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema" / "compare-1.schema.json"


def changed() -> CompareReport:
    """One finding mended, one new, one open at another place; one element better, one worse."""
    old = report(judged("EGOV-10", 10, "De verenigbaarheid", "met", "De mededeling duurt vijf jaar."))
    new = report(judged("EGOV-10", 10, "De verenigbaarheid", "unmet"))
    moved = replace(old.findings[1], line=9, label="artikel 6", ref="article 6")
    other = replace(
        old.findings[0], code="D304", message="De datum \x1b[31mbestaat niet.", suggestion="Verbeter ze."
    )
    better = replace(new.criteria[1], status="partial")
    made = replace(
        new,
        findings=(moved, other),
        criteria=(new.criteria[0], better, *new.criteria[2:]),
        verdict=replace(new.verdict, status="conditional"),
    )
    return between(old, made, ("oud.txt", "nieuw.txt"))


def test_the_page_tells_the_verdict_the_elements_and_the_findings() -> None:
    assert render(changed(), width=100) == (
        "De uitkomst gaat van negatief advies naar positief advies onder voorwaarden\n"
        "Oud: oud.txt\n"
        "Nieuw: nieuw.txt\n"
        "\n"
        "Elementen die veranderden\n"
        "  8. sancties: ontbreekt → onvolledig\n"
        " 10. verenigbaarheid: in orde → ontbreekt\n"
        "     hoelang de mededeling duurt: in orde → ontbreekt\n"
        "\n"
        "Verholpen (1)\n"
        "✔ fout[D301] De datum klopt niet.\n"
        "  regel 2, artikel 5: “vijf jaar”\n"
        "\n"
        "Nieuw (1)\n"
        "✘ fout[D304] De datum \\x1b[31mbestaat niet.\n"
        "  regel 2, artikel 5: “vijf jaar”\n"
        "  doe dit: Verbeter ze.\n"
        "\n"
        "Nog open (1)\n"
        "• opmerking[S504] De opzegtermijn is kort.\n"
        "  regel 9, artikel 6: “vijf jaar” (was: regel 2, artikel 5: “vijf jaar”)\n"
        "\n"
        "1 bevinding verholpen, 1 nieuw, 1 nog open; 1 element beter, 1 slechter\n"
    )


def test_two_versions_that_are_alike_say_so() -> None:
    text = render(between(report(), report()))
    assert text.startswith("De uitkomst blijft: negatief advies\n")
    assert "Elementen die veranderden" not in text
    assert text.endswith("0 bevindingen verholpen, 0 nieuw, 2 nog open; 0 elementen beter, 0 slechter\n")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, render(changed(), width=width).splitlines())) <= width


def test_only_our_own_control_codes_reach_the_screen() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", render(changed()))
    coloured = render(changed(), colour=True)
    assert "\x1b[1;32m" in coloured
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]{1,4}m", "", coloured)


def test_the_json_keeps_to_the_published_schema() -> None:
    assert PUBLISHED.read_text("utf-8") == compare_json.schema()
    made = json.loads(compare_json.render(changed()))
    jsonschema.validate(made, json.loads(PUBLISHED.read_text("utf-8")))
    assert list(made) == [
        "schema", "tool", "rules", "old", "new", "verdict", "criteria", "findings", "counts",
    ]  # fmt: skip
    assert made["counts"] == {"mended": 1, "new": 1, "open": 1, "better": 1, "worse": 1, "other": 0}
    made["findings"][0]["fate"] = "lost"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, json.loads(PUBLISHED.read_text("utf-8")))
