"""Are the data listed, and is each of them justified?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocheck.model.facts import DataItem, Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline


def listed(facts: Facts, _outline: Outline, _params: Mapping[str, str]) -> Iterator[Span]:
    """Yield the place of each datum that is communicated."""
    yield from (item.span for item in facts.data_items)


def each_justified(facts: Facts, _outline: Outline, _params: Mapping[str, str]) -> Iterator[Span]:
    """Yield the justifications when no datum lacks one."""
    if facts.data_items and all(item.justification.strip() for item in facts.data_items):
        yield from dict.fromkeys(_place(item) for item in facts.data_items)


def _place(item: DataItem) -> Span:
    return item.justification_span or item.span
