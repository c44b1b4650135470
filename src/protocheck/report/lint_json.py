"""What `lint` found as JSON (`protocheck/lint@1`), and the JSON Schema it keeps to."""

from __future__ import annotations

from protocheck.model.lint_report import LINT_SCHEMA_ID, LintReport
from protocheck.report.json_text import described, written


def render(report: LintReport) -> str:
    """Return the report as JSON: the same bytes for the same report, characters as they are."""
    return written(report, LINT_SCHEMA_ID)


def schema() -> str:
    """Return the JSON Schema of the report."""
    return described(LintReport, LINT_SCHEMA_ID, "protocheck lint, version 1: keys are only ever added")
