"""The data that are communicated (gegevens), each with its justification and retention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocheck.facts import data_blocks, data_lists, data_prose, data_shared, data_tables
from protocheck.facts.grids import Grid
from protocheck.facts.reading import Reading
from protocheck.model.facts import DataItem


def data_items(reading: Reading, tables: Sequence[Grid]) -> tuple[DataItem, ...]:
    """Return the data, from the most explicit form that the document uses.

    A table or labelled lines say more than a list, and a list more than a sentence; a paper that
    has one form repeats itself in the weaker ones.
    """
    items = data_tables.items(reading, tables) or data_tables.labelled(reading)
    items = items or _better(data_lists.listed(reading) or data_prose.items(reading), reading)
    items = items or data_lists.inline(reading)
    return _completed(reading, _distinct(items))


def _better(found: tuple[DataItem, ...], reading: Reading) -> tuple[DataItem, ...]:
    """Return the data as blocks when those hold more reasons than what was found."""
    if found and all(item.justification for item in found):
        return found
    blocks = data_blocks.items(reading)
    return blocks if _reasons(blocks) > _reasons(found) else found


def _reasons(items: tuple[DataItem, ...]) -> int:
    return sum(bool(item.justification) for item in items)


def _distinct(items: tuple[DataItem, ...]) -> tuple[DataItem, ...]:
    seen: dict[str, DataItem] = {}
    for item in items:
        seen.setdefault(item.name.lower(), item)
    return tuple(sorted(seen.values(), key=lambda i: i.span.start))


def _completed(reading: Reading, items: tuple[DataItem, ...]) -> tuple[DataItem, ...]:
    """Repeat at each item what the text says of all of them together."""
    if not items:
        return ()
    why = None if all(i.justification for i in items) else data_shared.justification(reading, items)
    long = None if all(i.retention for i in items) else data_shared.retention(reading, items)
    result = []
    for item in items:
        if why is not None and not item.justification:
            item = replace(item, justification=reading.printed(why), justification_span=why)  # noqa: PLW2901 - built up in two steps
        if long is not None and not item.retention:
            item = replace(item, retention=reading.printed(long), retention_span=long)  # noqa: PLW2901 - the same
        result.append(item)
    return tuple(result)
