"""What `lint` found in the forms that people and programs read; each is imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from protocheck.model.lint_report import LintReport

RENDERERS: Mapping[str, str] = {
    "terminal": "protocheck.report.lint_terminal",
    "json": "protocheck.report.lint_json",
    "sarif": "protocheck.report.lint_sarif",
    "junit": "protocheck.report.lint_junit",
    "github": "protocheck.report.lint_github",
}


def render(report: LintReport, form: str, **how: object) -> str:
    """Return the report in that form; `how` are the wishes that the form knows (width, colour, fail_on)."""
    return str(importlib.import_module(RENDERERS[form]).render(report, **how))
