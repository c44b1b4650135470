"""From an outline to all that the document states."""

from __future__ import annotations

from protocheck.facts import contacts, data_items, grids, parties, reading
from protocheck.model.facts import Facts
from protocheck.model.structure import Outline


def state(outline: Outline) -> Facts:
    """Return the facts of a document, each kind in the order of the text."""
    read = reading.prepare(outline)
    tables = grids.grids(read)
    bodies = parties.parties(read, tables)
    return Facts(
        title=reading.folded(outline.title),
        parties=bodies,
        data_items=data_items.data_items(read, tables),
        contacts=contacts.contacts(read, bodies, tables),
    )
