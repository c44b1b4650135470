from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from protocheck.report.lint_json import render, schema
from tests.unit.lint_reports import annex, document, failure, finding, related, report, run, whole

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema" / "lint-1.schema.json"
FULL = report(
    finding(related=(related(),), waived="Ja.", waived_by="DPO", waived_until=dt.date(2027, 1, 1)),
    whole(),
    documents=(document(annexes=(annex(),), runs=(run("D304", "failed", "x"),)),),
    failures=(failure(),),
)


def test_the_published_schema_is_the_one_of_the_code() -> None:
    assert PUBLISHED.read_text("utf-8") == schema()


def test_the_output_keeps_to_the_published_schema() -> None:
    jsonschema.validate(json.loads(render(FULL)), json.loads(PUBLISHED.read_text("utf-8")))


def test_the_schema_refuses_what_is_not_promised() -> None:
    made = json.loads(render(FULL))
    made["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, json.loads(PUBLISHED.read_text("utf-8")))


def test_the_keys_are_those_promised_in_their_order() -> None:
    made = json.loads(render(FULL))
    assert list(made) == [
        "schema", "tool", "rules", "documents", "findings", "failures", "counts", "waivers", "mended",
        "catalogue",
    ]  # fmt: skip
    assert list(made["findings"][0])[-2:] == ["file", "protocol"]
    assert made["counts"] == {"error": 0, "warning": 1, "info": 0, "waived": 1}
    assert made["failures"] == [
        {"file": "kapot.pdf", "message": "kapot.pdf is beschadigd.", "hint": "Vraag het bestand opnieuw."}
    ]
