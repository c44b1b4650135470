"""The forms of the report that are text: every renderer stands in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from protocheck.model.report import Report
from protocheck.report import as_json, as_markdown, as_terminal

RENDERERS: Mapping[str, Callable[[Report], str]] = {
    "terminal": as_terminal.render,
    "md": as_markdown.render,
    "json": as_json.render,
}
