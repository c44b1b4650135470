"""What `lint` found in the forms that people and programs read: every renderer stands in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from protocheck.model.lint_report import LintReport
from protocheck.report import lint_github, lint_json, lint_junit, lint_sarif, lint_terminal

RENDERERS: Mapping[str, Callable[[LintReport], str]] = {
    "terminal": lint_terminal.render,
    "json": lint_json.render,
    "sarif": lint_sarif.render,
    "junit": lint_junit.render,
    "github": lint_github.render,
}
