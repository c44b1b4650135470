from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from protocheck.report import as_json
from protocheck.report.formats import FORMATS, LETTERS, SUFFIXES
from protocheck.report.letters import WRITERS
from protocheck.report.renderers import RENDERERS
from tests.unit.reports import report

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema" / "advice-1.schema.json"


def test_the_keys_are_those_promised_in_their_order() -> None:
    made = json.loads(as_json.render(report()))
    assert list(made)[:8] == [
        "schema", "tool", "rules", "document", "annexes", "facts", "criteria", "findings",
    ]  # fmt: skip
    assert made["schema"] == "protocheck/advice@1"
    assert made["tool"] == {"name": "protocheck", "version": "1.2.3"}
    assert list(made["document"])[:8] == [
        "name", "sha256", "media_type", "pages", "title", "quality", "method", "repairs",
    ]  # fmt: skip
    assert list(made["facts"])[:5] == ["parties", "dates", "data_items", "statutes", "contacts"]
    assert list(made["criteria"][0])[:9] == [
        "id", "number", "title", "status", "elements", "evidence", "remarks", "advice", "text",
    ]  # fmt: skip
    assert list(made["criteria"][0]["evidence"][0])[:7] == [
        "document", "ref", "label", "heading", "page", "quote", "signal",
    ]  # fmt: skip
    assert list(made["findings"][0]) == [
        "code", "severity", "title", "message", "suggestion", "document", "ref", "label", "page", "line",
        "quote", "related", "waived", "column", "cell", "heading", "excerpt", "why", "fingerprint",
        "waived_by", "waived_until", "boxes", "end_line", "end_column",
    ]  # fmt: skip
    assert list(made["verdict"]) == ["status", "label", "text", "rules"]


def test_a_point_carries_its_judgement_and_evidence() -> None:
    point = json.loads(as_json.render(report()))["criteria"][0]
    assert (point["id"], point["status"]) == ("EGOV-07", "met")
    assert point["elements"] == [
        {"id": "duur", "title": "hoelang de mededeling duurt", "status": "met", "evidence": [0]}
    ]
    assert (point["evidence"][0]["ref"], point["evidence"][0]["page"]) == ("article 5", 1)


def test_the_output_keeps_to_the_published_schema() -> None:
    jsonschema.validate(
        json.loads(as_json.render(report())), json.loads(PUBLISHED.read_text(encoding="utf-8"))
    )


def test_the_schema_refuses_what_is_not_promised() -> None:
    made = json.loads(as_json.render(report()))
    made["verdict"]["status"] = "maybe"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, json.loads(PUBLISHED.read_text(encoding="utf-8")))


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == as_json.schema(), (
        "run: protocheck schema > docs/schema/..."
    )


def test_a_report_survives_the_way_through_json() -> None:
    made = report()
    assert as_json.read(as_json.render(made)) == made


def test_the_same_report_gives_the_same_bytes_in_either_language(monkeypatch: pytest.MonkeyPatch) -> None:
    dutch = as_json.render(report())
    monkeypatch.setenv("PROTOCHECK_LANG", "en")
    assert as_json.render(report()) == dutch


def test_every_format_has_a_renderer_and_every_suffix_a_format() -> None:
    # the web page needs the documents as well, and stands in no table
    assert set(RENDERERS) | set(WRITERS) | {"html"} == set(FORMATS)
    assert set(WRITERS) == LETTERS
    assert set(SUFFIXES.values()) == set(FORMATS)
