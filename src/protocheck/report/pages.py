"""The engine that fills in our web pages: whatever a document says is escaped and its signs made visible."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from protocheck.report.escape import visible


def engine(source: Callable[[str], str]) -> Any:
    """Return a jinja2 engine for templates by name; a variable that nobody gave is a fault of ours."""
    import jinja2  # noqa: PLC0415 - heavy

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
        ),
    )
