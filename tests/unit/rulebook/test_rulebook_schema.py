"""The schema that editors use: it takes every rule file there is, and refuses what the loader refuses."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from protocheck.rulebook.schema import json_schema
from tests.unit.rulebook.folder import PACK, RULE, VOCABULARY

RULES = Path(__file__).parents[3] / "rules"
SCHEMA = json.loads(json_schema())


def as_json(value: Any) -> Any:
    """Return what an editor sees: YAML 1.2 knows no dates."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(text: str) -> bool:
    return not jsonschema.Draft202012Validator(SCHEMA).is_valid(as_json(yaml.safe_load(text)))


@pytest.mark.parametrize(
    "path", sorted(RULES.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_rule_file_fits(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not faults(text)
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n") or path.name == "pack.yaml"


@pytest.mark.parametrize("text", [RULE, PACK, VOCABULARY])
def test_an_unknown_key_does_not_fit(text: str) -> None:
    assert not faults(text)
    assert faults(text + "kleur: x\n")


def test_a_scope_that_does_not_exist_does_not_fit() -> None:
    assert faults(RULE.replace("any: [$eigen]", "any: [$eigen]\n    scope: heading"))
