"""How every report becomes JSON, and the JSON Schema that such a report keeps to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def written(report: DataclassInstance, schema: str, *, indent: int | None = 2) -> str:
    """Return a report as JSON: the same bytes for the same report, characters as they are.

    Args:
        report: the report.
        schema: its first key, and what it promises ('protocheck/advice@1').
        indent: None writes it on one line, for programs.
    """
    held = {"schema": schema, **_fields(report)}
    text = json.dumps(held, ensure_ascii=False, indent=indent, default=_plain)
    # half of a character, which a name of a file may hold, is no text
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _plain(value: Any) -> object:
    """Return what JSON knows of a value; whatever is in it comes along again by itself."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return _fields(value)


def _fields(value: DataclassInstance) -> dict[str, object]:
    return {name: getattr(value, name) for name in _names(type(value))}


@functools.cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def described(report: type[DataclassInstance], schema: str, title: str) -> str:
    """Return the JSON Schema of a report; no object in it has other keys."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy, and only for the schema

    made = TypeAdapter(report).json_schema(mode="serialization")
    made["properties"] = {"schema": {"const": schema, "type": "string"}, **made["properties"]}
    for each in (made, *made["$defs"].values()):
        each["additionalProperties"] = False
    made["required"] = ["schema", *made["required"]]
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["$id"] = schema
    made["title"] = title
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
