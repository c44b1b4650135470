"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import protocheck
from protocheck.regex import _Lazy, lazy

ROOMS = ("facts", "segment", "engine")


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


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_can_be_compiled(room: str) -> None:
    found = list(_patterns(room))
    assert len(found) > 3, "else nothing was looked at"
    assert all(isinstance(each.pattern, str) for each in found)


def _patterns(room: str) -> Iterator[Any]:
    package = importlib.import_module(f"{protocheck.__name__}.{room}")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield from _inside(list(vars(importlib.import_module(module.name)).values()))


def _inside(values: list[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, _Lazy):
            yield value
        elif isinstance(value, (tuple, list)):
            yield from _inside(list(value))
        elif isinstance(value, dict):
            yield from _inside(list(value.values()))
