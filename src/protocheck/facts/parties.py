"""The parties to the protocol (partijen, verwerkingsverantwoordelijken)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocheck.facts import names, party_block, party_roles, party_table
from protocheck.facts.grids import Grid
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party


def parties(reading: Reading, tables: Sequence[Grid]) -> tuple[Party, ...]:
    """Return the parties in the order in which the document names them."""
    block = _distinct(party_block.drafts(reading))
    table = _distinct(party_table.drafts(reading, tables))
    drafts = table if _detail(table) > _detail(block) else block
    stated = tuple(map(_party, drafts))
    roster = names.Roster(stated)
    roles = party_roles.roles(reading, [draft.role for draft in drafts], roster, reading.outline.title)
    return tuple(replace(party, role=role) for party, role in zip(stated, roles, strict=True))


def _detail(drafts: tuple[Draft, ...]) -> int:
    return sum(1 + draft.details for draft in drafts)


def _distinct(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Keep the first clause of a body that is named twice."""
    seen: dict[str, Draft] = {}
    for draft in drafts:
        seen.setdefault(" ".join(draft.name.lower().split()), draft)
    return tuple(seen.values())


def _party(draft: Draft) -> Party:
    mentions = tuple(dict.fromkeys((*draft.mentions, *_without_article(draft.short))))
    return Party(
        name=draft.name,
        kind=names.kind_of(draft.name, (f"{p.name} {p.function}" for p in draft.representatives)),
        role="unknown",
        short_name=draft.short or draft.name,
        span=draft.span,
        kbo=draft.kbo,
        kbo_valid=draft.kbo_valid,
        seat=draft.seat,
        representatives=draft.representatives,
        mentions=mentions,
    )


def _without_article(short: str) -> tuple[str, ...]:
    form = names.bare(short)
    return (form,) if form and form != short else ()
