"""The banks: many short texts a criterion, written before the rule had seen them.

An example in a rule file must be right; of a bank a share must be, for it holds hard ones too. Raise
`minimum` when a rule gets better; never lower it to make a change pass.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from protocheck.engine.selftest import selftest
from protocheck.rulebook import load
from protocheck.rulebook.rules import Example

BANKS = sorted(Path(__file__).with_name("bank").glob("*.yaml"))


def _example(raw: dict[str, Any]) -> Example:
    return Example(status=raw["status"], text=raw["text"], elements=raw.get("elements", {}))


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_bank_is_judged_as_well_as_it_was(path: Path) -> None:
    bank = yaml.safe_load(path.read_text(encoding="utf-8"))
    rulebook = load()
    criterion = next(c for c in rulebook.criteria if c.id == bank["criterion"])
    examples = tuple(_example(raw) for raw in bank["examples"])
    pack = replace(rulebook.packs[0], criteria=(replace(criterion, examples=examples),))
    done = selftest(replace(rulebook, packs=(pack,)))
    assert done.passed / len(examples) >= bank["minimum"], "\n".join(done.faults)


def test_there_is_a_bank_to_judge() -> None:
    assert BANKS
