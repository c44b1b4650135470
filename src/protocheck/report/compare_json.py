"""What changed between two versions as JSON (`protocheck/compare@1`), and the JSON Schema it keeps to."""

from __future__ import annotations

import json

from protocheck.model.compare_report import CompareReport


def render(report: CompareReport) -> str:
    """Return the report as JSON: the same bytes for the same report, characters as they are."""
    return report.model_dump_json(by_alias=True, indent=2) + "\n"


def schema() -> str:
    """Return the JSON Schema of the report."""
    described = CompareReport.model_json_schema(by_alias=True, mode="serialization")
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    described["$id"] = "protocheck/compare@1"
    described["title"] = "protocheck compare, version 1: keys are only ever added"
    return json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
