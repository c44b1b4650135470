"""The report as JSON (`protocheck/advice@1`), the way back, and the JSON Schema it keeps to."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from protocheck.model.report import SCHEMA_ID, Report
from protocheck.report.json_text import described, written

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def render(report: Report) -> str:
    """Return the report as JSON: the same bytes for the same report, characters as they are."""
    return written(report, SCHEMA_ID)


def compact(report: Report) -> str:
    """Return the same on one line, which takes a fifth of the time: for programs and for keeping."""
    return written(report, SCHEMA_ID, indent=None)


def read(text: str | bytes) -> Report:
    """Return the report that such JSON holds.

    Raises:
        ValueError: it is no such report.
    """
    held = json.loads(text)
    if not isinstance(held, dict) or held.pop("schema", None) != SCHEMA_ID:
        raise ValueError(f"no {SCHEMA_ID}")
    return _reader().validate_python(held)


@functools.cache
def _reader() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy, and only for what was kept

    return TypeAdapter(Report)


def schema() -> str:
    """Return the JSON Schema of the report."""
    return described(Report, SCHEMA_ID, "protocheck advise, version 1: keys are only ever added")
