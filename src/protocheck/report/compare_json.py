"""What changed between two versions as JSON (`protocheck/compare@1`), and the JSON Schema it keeps to."""

from __future__ import annotations

from protocheck.model.compare_report import COMPARE_SCHEMA_ID, CompareReport
from protocheck.report.json_text import described, written


def render(report: CompareReport) -> str:
    """Return the report as JSON: the same bytes for the same report, characters as they are."""
    return written(report, COMPARE_SCHEMA_ID)


def schema() -> str:
    """Return the JSON Schema of the report."""
    title = "protocheck compare, version 1: keys are only ever added"
    return described(CompareReport, COMPARE_SCHEMA_ID, title)
