"""What `lint` found as JSON (`protocheck/lint@1`), and the JSON Schema it keeps to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

from protocheck.model.lint_report import LINT_SCHEMA_ID, LintReport

_TITLE = "protocheck lint, version 1: keys are only ever added"


def render(report: LintReport) -> str:
    """Return the report as JSON: the same bytes for the same report, characters as they are."""
    held = {"schema": LINT_SCHEMA_ID, **dataclasses.asdict(report)}
    # half of a character that a name of a file may hold is no text
    text = json.dumps(held, ensure_ascii=False, indent=2, default=_written)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _written(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def schema() -> str:
    """Return the JSON Schema of the report; no object in it has other keys."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy, and only for the schema

    described = TypeAdapter(LintReport).json_schema(mode="serialization")
    described["properties"] = {
        "schema": {"const": LINT_SCHEMA_ID, "type": "string"},
        **described["properties"],
    }
    for each in (described, *described["$defs"].values()):
        each["additionalProperties"] = False
    described["required"] = ["schema", *described["required"]]
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    described["$id"] = LINT_SCHEMA_ID
    described["title"] = _TITLE
    return json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
