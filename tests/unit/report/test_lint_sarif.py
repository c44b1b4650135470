from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from protocheck.report.lint_sarif import render, uri
from tests.unit.lint_reports import annex, document, failure, finding, related, report, run, whole

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "sarif-2.1.0.schema.json").read_text("utf-8"))


def made(*findings: Any, **more: Any) -> Any:
    """The one run of a log that keeps to the official schema."""
    log = json.loads(render(report(*findings, **more)))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    return log["runs"][0]


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(render(report(finding())))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(log)


def test_a_result_points_at_its_rule_its_lines_and_its_article() -> None:
    (result,) = made(finding(related=(related(),)))["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("D301", 0, "error")
    assert result["message"]["text"] == (
        "Het protocol treedt in werking vóór de laatste ondertekening. "
        "Laat het in werking treden op de dag van de ondertekening."
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "concept.txt", "index": 0},
                "region": {
                    "startLine": 93,
                    "startColumn": 35,
                    "endLine": 93,
                    "endColumn": 50,
                    "snippet": {"text": "1 februari 2025"},
                },
            },
            "logicalLocations": [
                {"name": "artikel 11", "fullyQualifiedName": "article 11", "kind": "section"}
            ],
        }
    ]
    (other,) = result["relatedLocations"]
    assert (other["id"], other["physicalLocation"]["region"]["startLine"]) == (1, 101)
    assert result["partialFingerprints"] == {"protocheck/v1": "d301000000000000"}
    assert "suppressions" not in result


def test_severities_become_levels() -> None:
    results = made(finding(), finding("S507", "warning"), finding("S504", "info"))["results"]
    assert [each["level"] for each in results] == ["error", "warning", "note"]


def test_every_rule_is_described_also_one_that_found_nothing() -> None:
    rules = made(finding("Z999", title="Eigen regel", why=""))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["D301", "D304", "S507", "Z999"]
    assert rules[0]["help"]["text"] == (
        "Voor die dag heeft de mededeling geen rechtsgrond.\n\nPas de dag aan.\n\n"
        "Bron: e-govdecreet, art. 8, §1."
    )
    assert rules[2]["defaultConfiguration"] == {"level": "warning"}
    assert rules[3]["help"]["text"] == "Eigen regel"


def test_a_pdf_has_its_page_in_words_and_no_region() -> None:
    pdf = document("map met spatie/concept.pdf", "application/pdf", 6)
    run_ = made(finding(file="map met spatie/concept.pdf", page=6, line=12), documents=(pdf,))
    (result,) = run_["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical == {"artifactLocation": {"uri": "map%20met%20spatie/concept.pdf", "index": 0}}
    assert result["properties"] == {"place": "bladzijde 6, regel 12, artikel 11"}
    assert run_["artifacts"][0]["hashes"] == {"sha-256": "ab" * 32}


def test_a_cell_of_a_word_file_is_a_logical_location() -> None:
    word = document("c.docx", "application/x-word", None)
    cell = finding(file="c.docx", page=None, ref="", label="", cell="tabel 1, rij 2, kolom 3")
    (result,) = made(cell, documents=(word,))["results"]
    assert result["locations"][0]["logicalLocations"] == [
        {"name": "tabel 1, rij 2, kolom 3", "kind": "section"}
    ]


def test_the_document_as_a_whole_has_a_file_alone() -> None:
    (result,) = made(whole())["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "concept.txt", "index": 0}}}
    ]


def test_an_annex_is_an_artifact_of_its_own() -> None:
    handed = made(finding(file="bijlage.txt", document="annex-1"), documents=(document(annexes=(annex(),)),))
    assert [each["location"]["uri"] for each in handed["artifacts"]] == ["concept.txt", "bijlage.txt"]
    physical = handed["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["index"] == 1
    assert physical["region"]["startLine"] == 93


def test_what_is_set_aside_is_suppressed_with_the_reason_and_the_rest_tells_it_is_not() -> None:
    aside = finding(waived="Zo beslist.", waived_by="DPO", waived_until=dt.date(2027, 1, 1))
    first, second = made(aside, whole())["results"]
    assert first["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Zo beslist.",
            "properties": {"who": "DPO", "until": "2027-01-01"},
        }
    ]
    assert second["suppressions"] == []


def test_what_could_not_be_read_or_applied_is_a_notification() -> None:
    failed = document(runs=(run("D304", "failed", "ValueError: x"),), notes=("Bladzijde 2 is onleesbaar.",))
    (invocation,) = made(documents=(failed,), failures=(failure(),))["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert told == [
        "kapot.pdf is beschadigd. Vraag het bestand opnieuw.",
        "Bladzijde 2 is onleesbaar.",
        "regel D304 is mislukt: ValueError: x",
    ]


def test_a_run_without_trouble_is_successful() -> None:
    assert made()["invocations"] == [{"executionSuccessful": True}]


def test_standard_input_is_a_stream() -> None:
    assert made(documents=(document("-"),))["artifacts"][0]["roles"] == ["standardStream"]


def test_paths_become_uris() -> None:
    assert uri("a b/é#1.txt") == "a%20b/%C3%A9%231.txt"
    assert uri("/map/a b.txt") == "file:///map/a%20b.txt"
    assert uri("../a.txt") == "../a.txt"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(report(finding(), whole())) == render(report(finding(), whole()))


def test_words_of_a_document_become_no_link() -> None:
    linked = finding(message="Vul ‘[hier](https://voorbeeld.test)’ in.", suggestion="Vul [naam] in.")
    (result,) = made(linked)["results"]
    assert result["message"]["text"] == "Vul ‘[hier] (https://voorbeeld.test)’ in. Vul [naam] in."
