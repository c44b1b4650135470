"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any

import pytest

from protocheck.regex import lazy
from tests.unit.patterns import lazies


def test_it_finds_what_a_pattern_finds() -> None:
    word = lazy(r"(?P<first>[a-z])\w{0,9}", re.IGNORECASE)
    found = word.search("12 Artikel")
    assert found is not None
    assert found["first"] == "A"
    assert [hit.group() for hit in word.finditer("De stad")] == ["De", "stad"]
    assert word.sub("-", "De stad") == "- -"
    assert word.pattern == r"(?P<first>[a-z])\w{0,9}"


def test_it_is_compiled_when_it_is_used() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("")


@pytest.mark.parametrize("room", ["facts", "segment", "engine"])
def test_every_pattern_can_be_compiled(room: str) -> None:
    found: list[Any] = list(lazies(room))
    assert len(found) > 3, "else nothing was looked at"
    assert all(isinstance(each.pattern, str) for each in found)
