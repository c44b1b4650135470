"""From a piece of Dutch text to its facts, through reading, repair and segmentation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from protocheck.facts import reading, state
from protocheck.facts.reading import Reading
from protocheck.ingest.read import read
from protocheck.model.facts import Facts
from protocheck.model.structure import Outline
from protocheck.repair import repair
from protocheck.segment import segment


def _outline(text: str) -> Outline:
    return segment(repair(read(None, data=text.encode(), name="protocol.txt")))


@pytest.fixture(scope="session")
def facts_of() -> Callable[[str], Facts]:
    """Return what a text states."""
    return lambda text: state(_outline(text))


@pytest.fixture(scope="session")
def reading_of() -> Callable[[str], Reading]:
    """Return a text prepared for the grammars."""
    return lambda text: reading.prepare(_outline(text))


@pytest.fixture(scope="session")
def outline_of() -> Callable[[Path], Outline]:
    """Return the outline of a file."""
    return lambda path: segment(repair(read(path)))


@pytest.fixture(scope="session")
def outline_from() -> Callable[[str], Outline]:
    """Return the outline of a text."""
    return _outline
