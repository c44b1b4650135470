"""From an outline to all that the document states."""

from __future__ import annotations

from dataclasses import replace

from protocheck.facts import (
    annexes,
    article_lists,
    citations,
    contacts,
    data_items,
    dates,
    day_grammar,
    grids,
    parties,
    party_grids,
    party_layout,
    reading,
    recipients,
    references,
)
from protocheck.facts.grids import Grid
from protocheck.facts.party_layout import Layout
from protocheck.model.facts import Contact, Facts, Party
from protocheck.model.structure import Outline


def state(outline: Outline) -> Facts:
    """Return the facts of a document, each kind in the order of the text."""
    read = reading.prepare(outline)
    tables = grids.grids(read)
    days = day_grammar.days(read.low)
    lists = tuple(article_lists.lists(read.flat, read.low))
    cited, links = citations.cited(read, days, lists)
    layout = party_layout.laid_out(read, tables)
    still = tuple(grid for grid in tables if layout.keeps(grid.span))
    laid = parties.parties(layout.reading, still)
    bodies = tuple(_placed(party, layout) for party in laid)
    return Facts(
        title=reading.folded(outline.title),
        parties=bodies,
        dates=dates.dates(read, days, cited, bodies, tables),
        data_items=data_items.data_items(read, tables),
        recipients=recipients.recipients(read),
        citations=tuple(each.citation for each in cited),
        references=references.references(read, lists, links),
        contacts=_reached(layout, parties.spoken(layout.reading, laid), still),
        annexes=annexes.annexes(read),
    )


def _reached(layout: Layout, laid: tuple[Party, ...], tables: tuple[Grid, ...]) -> tuple[Contact, ...]:
    """Return the contacts, read where the columns stand under each other, in the order of the text."""
    found = contacts.contacts(layout.reading, laid, (*tables, *party_grids.aligned(layout.reading)))
    moved = (replace(each, span=layout.back(each.span)) for each in found)
    return tuple(sorted(moved, key=lambda each: each.span.start))


def _placed(party: Party, layout: Layout) -> Party:
    """Return a party with its places in the text itself."""
    people = tuple(replace(each, span=layout.back(each.span)) for each in party.representatives)
    return replace(party, span=layout.back(party.span), representatives=people)
