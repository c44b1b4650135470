"""What a protocol must hold for the data that it moves, told in many words or not told at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.checks.desk import ADVICE, AIM, HEAD, MADE, NAMES, found

CASES = yaml.safe_load(Path(__file__).with_name("safeguards.yaml").read_text("utf-8"))


def _paper(heading: str, article: str) -> str:
    return f"{HEAD}{ADVICE}{AIM}Artikel 2. {heading}\n\n{article}\n\n{MADE}{NAMES}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']} {case['article'][:60]}")
def test_what_is_lacking_and_nothing_else(case: dict[str, Any]) -> None:
    assert len(found(case["code"], _paper(case["heading"], case["article"]))) == case["findings"]
