"""Which reading of the parties holds: of the block, of a table, of the numbers, or of all evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from protocheck.facts import (
    names,
    party_block,
    party_bodies,
    party_chain,
    party_clause,
    party_fields,
    party_forms,
    party_grids,
    party_group,
    party_letter,
    party_named,
    party_numbers,
    party_own,
    party_profiles,
    party_short,
    party_table,
)
from protocheck.facts.grids import Grid
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_TOGETHER = lazy(r"\b(?:beiden?|allebei|alle drie|allen|samen|gezamenlijk|elk|telkens)\b")
_SHORT = 600  # a clause that goes on over a few lines
_AT = lazy(r"\b(?:zetel|adres|kantoor|gevestigd)\b[ :\t|]{1,3}(?:is |te |in )?$")
_LABEL = 24
_LEAST = 2  # a protocol has two parties at least


def best(reading: Reading, tables: Sequence[Grid]) -> tuple[Draft, ...]:
    """Return the bodies of the reading that identifies most of them best.

    A reading of a form that is known (a block, a table) goes before one by evidence alone where
    both say as much; names that cannot be a body's speak against the reading that gives them.
    """
    known = party_named.bodies(reading)
    grids = (*tables, *party_grids.aligned(reading))
    table = _sound(party_named.resolved(party_table.drafts(reading, grids), known))
    block = _sound(party_block.drafts(reading))
    bodies = party_profiles.drafts(reading)
    evidence = _sound(draft for draft in bodies if not party_own.works_for_others(reading, draft))
    named = _sound(party_named.drafts(reading, known))
    chain = _sound(party_chain.drafts(reading))
    fields = _sound(party_fields.drafts(reading))
    letter = _sound(party_letter.addressed(reading))
    filled = _sound(party_table.drafts(reading, tuple(party_forms.grids(reading))))
    readings = (fields, table, block, evidence, named, chain, filled)
    chosen = max((*readings, letter), key=_worth)
    if len(chosen) < _LEAST:
        numbered = _sound(party_numbers.drafts(reading))
        letter = _sound(party_letter.drafts(reading))
        chosen = max((chosen, numbered, letter), key=_worth)
    if len(chosen) == 1:
        chosen = (*chosen, *_sound(party_named.beside(known, chosen[0])))
    found = tuple(_filled(reading, tuple(_bodies(reading, chosen)), readings))
    if len(found) == 1:
        found = (*found, *(party_group.beside(reading, found[0]) or party_group.unnamed(reading, found[0])))
    found = party_group.jointly(reading, party_own.without_processors(reading, found))
    forms = party_short.respective(reading)
    if len(forms) != len(found):
        return found
    return tuple(replace(draft, short=form) for draft, form in zip(found, forms, strict=True))


def _bodies(reading: Reading, drafts: tuple[Draft, ...]) -> Iterable[Draft]:
    """Yield the bodies; a building behind 'Zetel:' is none: what follows is said of the body before it."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and not draft.kbo and _AT.search(reading.before(draft.span.start, _LABEL)):
            last = kept[-1]
            kept[-1] = replace(
                last,
                seat=last.seat or f"{draft.name}, {draft.seat}".rstrip(", "),
                representatives=last.representatives or draft.representatives,
                span=Span(last.span.start, max(last.span.end, draft.span.end)),
            )
        else:
            kept.append(draft)
    return kept


def _worth(drafts: tuple[Draft, ...]) -> float:
    """Weigh what a reading identifies: numbers most, names with nothing to them hardly."""
    points = 0.0
    for draft in drafts:
        points += 3.0 * bool(draft.kbo) + 2.0 * bool(draft.seat) + 2.0 * bool(draft.representatives)
        points += 0.5 * bool(draft.short or draft.mentions) + 0.25
    points -= 2.0 * sum(_runs_into(one, other) for one in drafts for other in drafts)
    return points if len(drafts) >= _LEAST else points / 2


def _beside(reading: Reading, draft: Draft, place: Span) -> bool:
    """Tell whether people stand in the paragraph of their party, and not in one on another."""
    return place.start in reading.paragraph(reading.trim(draft.span).start) or len(draft.span) < _SHORT


def _behind_next(reading: Reading, draft: Draft, same: Draft, chosen: Iterable[Draft]) -> bool:
    """Tell whether people stand behind the name of the next body in the sentence, told of it alone."""
    people = [each.span.start for each in same.representatives]
    if draft.representatives or not people:
        return False
    sentence = reading.sentence(draft.span.start)
    nexts = (d.span.start for d in chosen if d.representatives and draft.span.start < d.span.start)
    between = [Span(at, min(people)) for at in nexts if at in sentence and at < min(people)]
    return any(_TOGETHER.search(reading.low, each.start, each.end) is None for each in between)


def _runs_into(one: Draft, other: Draft) -> bool:
    """Tell whether what is read of one body goes on into what is read of the next."""
    return one.span.start < other.span.start < one.span.end - 1 and other.span.end <= one.span.end


def _sound(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Keep the first clause of each body, and only names that a body can bear."""
    seen: dict[str, Draft] = {}
    for stated in map(party_clause.without_role, drafts):
        draft = replace(stated, name=party_bodies.without_apposition(stated.name))
        if party_bodies.looks_like_body(draft.name) and not names.is_generic(draft.name):
            key = party_bodies.key_of(draft.name)
            known = seen.get(key)
            seen[key] = party_profiles.completed(known, draft) if known else draft
    return tuple(seen.values())


def _filled(
    reading: Reading, chosen: tuple[Draft, ...], readings: Iterable[tuple[Draft, ...]]
) -> Iterable[Draft]:
    """Yield the bodies with what another reading says of them besides."""
    others = [draft for drafts in readings if drafts is not chosen for draft in drafts]
    for draft in chosen:
        key = party_bodies.key_of(draft.name)
        same = next((other for other in others if party_bodies.key_of(other.name) == key), None)
        if same is not None and not all(_beside(reading, same, each.span) for each in same.representatives):
            same = replace(same, representatives=())
        if same is not None and _behind_next(reading, draft, same, chosen):
            same = replace(same, representatives=())
        # The town of one body in the address of another draws that one's number to it.
        if same is not None and any(same.kbo == each.kbo for each in chosen if each is not draft):
            same = replace(same, kbo="", kbo_valid=False)
        missing = same is not None and not (draft.kbo and draft.seat and draft.representatives)
        yield party_profiles.completed(draft, same) if same is not None and missing else draft
