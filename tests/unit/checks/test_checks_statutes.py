"""Statutes cited with the date, the title or the number of another, or after they were repealed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.checks.desk import ADVICE, AIM, HEAD, MADE, NAMES, found

CASES = yaml.safe_load(Path(__file__).with_name("citations.yaml").read_text("utf-8"))


def _paper(heading: str, article: str) -> str:
    return f"{HEAD}{ADVICE}{AIM}Artikel 2. {heading}\n\n{article}\n\n{MADE}{NAMES}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']} {case['article'][:60]}")
def test_what_is_amiss_and_nothing_else(case: dict[str, Any]) -> None:
    assert len(found(case["code"], _paper(case["heading"], case["article"]))) == case["findings"]


def test_the_message_names_the_right_date() -> None:
    article = "Zie het decreet van 22 december 2016 over het lokaal bestuur."
    (finding,) = found("C601", _paper("Rechtsgrond", article))
    assert "het decreet van 22 december 2017 over het lokaal bestuur" in finding.message
    assert finding.suggestion == "Verbeter de datum: 22 december 2017."


def test_the_message_names_what_came_in_its_place() -> None:
    (finding,) = found("C602", _paper("Rechtsgrond", "De gemeente steunt op het gemeentedecreet."))
    assert "31 december 2018 was de laatste dag" in finding.message
    assert "het decreet van 22 december 2017 over het lokaal bestuur" in finding.message
