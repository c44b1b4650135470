"""The patterns of the program that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import protocheck
from protocheck.regex import _Lazy

ROOMS = ("facts", "segment", "engine", "checks", "repair", "advice", "ingest")


def lazies(room: str) -> Iterator[_Lazy]:
    """Yield all patterns of a room."""
    package = importlib.import_module(f"{protocheck.__name__}.{room}")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield from _inside(list(vars(importlib.import_module(module.name)).values()))


def _inside(values: list[Any]) -> Iterator[_Lazy]:
    for value in values:
        if isinstance(value, _Lazy):
            yield value
        elif isinstance(value, (tuple, list)):
            yield from _inside(list(value))
        elif isinstance(value, dict):
            yield from _inside(list(value.values()))
