"""Bodies that a text names in one place and identifies in another: in its title, or by a short name.

'De Fietsersbond vzw (hierna: de bond)' and later, in a table or an article, 'De bond: Markt 1, ...'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import addresses, kbo, names, party_bodies, party_details, party_heads
from protocheck.facts.names import Roster
from protocheck.facts.party_clause import Draft
from protocheck.facts.party_heads import Head
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_DEFINED = lazy(
    r"\b(?:hierna|kortweg|verder|afgekort|verkort|in het kort)\b[ :,]*(?:ook |wel |kortweg "
    r"|genoemd|te noemen|als)*[ :,]*"
    r"[\"']?(?P<form>(?:de|het) [\w-]{2,30}|[\w-]{2,14})[\"']?(?=[),;.\n ])"
)
_OF_TITLE = lazy(
    r"\b(?:van|vanuit|door|tussen|en|naar|aan|met|bij)\b(?: de| het)? (?=\w)|(?:^"
    r"|\n)[ \t]*(?=[^\n]{3,90}(?:\n|$))|[\u2192\u2194] *"
)
_AND_IT = lazy(r"\b(?:en|alsook|alsmede|evenals|anderzijds|en ook)\b[ ,:]*(?:de |het |met |voor )?$")
_JOINED = 24
_HEAD = 1200  # a title stands on the first page
_BEFORE = 200
_LEAST = 2
_FORMS = frozenset({"vzw", "nv", "bv", "cv", "cvba", "sportfederatie", "federatie", "firma"})


def bodies(reading: Reading) -> tuple[Party, ...]:
    """Return the bodies that definitions and the title name, each with the names it goes by."""
    found: dict[str, Party] = {}
    for head, form in (*_defined(reading), *_titled(reading)):
        key = party_bodies.key_of(head.name)
        key = next((other for other in found if _same(other, key)), key)
        known = found.get(key)
        mentions = dict.fromkeys(
            (*(known.mentions if known else ()), *head.mentions, *((form,) if form else ()))
        )
        name = known.name if known else head.name
        span = known.span if known else head.span
        short = (known.short_name if known and known.short_name != known.name else "") or form or name
        found[key] = Party(name, names.kind_of(name), "unknown", short, span, mentions=tuple(mentions))
    return tuple(found.values())


def beside(known: Sequence[Party], only: Draft) -> tuple[Draft, ...]:
    """Return the other of two bodies that the title and the definitions name, where one was identified."""
    key = party_bodies.key_of(only.name)
    others = [party for party in known if not _same(party_bodies.key_of(party.name), key)]
    if len(known) != _LEAST or len(others) != 1:
        return ()
    return tuple(Draft(p.name, p.span, mentions=p.mentions, short=_short(p)) for p in others)


def _same(one: str, other: str) -> bool:
    """Tell whether one name is the other or a part of it: 'Loopbond' of 'Wandel- en Loopbond vzw'."""
    words, others = set(one.split()) - _FORMS, set(other.split()) - _FORMS
    return bool(words and others) and (words <= others or others <= words)


def _defined(reading: Reading) -> Iterator[tuple[Head, str]]:
    last = 0
    for match in _DEFINED.finditer(reading.low):
        line = reading.paragraph(match.start())
        floor = max(line.start, match.start() - _BEFORE, last)
        last = match.end()
        head = party_heads.before(reading, floor, match.start())
        if head is not None and head.score > 1 and match.start() - head.span.end < _BEFORE:
            yield head, reading.printed(Span(*match.span("form")))


def _titled(reading: Reading) -> Iterator[tuple[Head, str]]:
    """Yield the bodies of a known kind in the title."""
    title = next(iter(reading.outline.of_kind("title")), None)
    end = min(title.span.end if title is not None else 400, _HEAD, len(reading.flat))
    for joint in _OF_TITLE.finditer(reading.low, 0, end):
        head = party_heads.at(reading, joint.end(), end)
        if head is not None:
            yield head, ""


def resolved(drafts: Sequence[Draft], known: Sequence[Party]) -> tuple[Draft, ...]:
    """Return the drafts with the full name where a table or a label gives only a short one."""
    roster = Roster(_spoken(known))
    return tuple(_full(draft, known, roster) for draft in drafts)


def _full(draft: Draft, known: Sequence[Party], roster: Roster) -> Draft:
    low = draft.name.lower()
    mention = next((m for m in roster.find(low) if len(m.span) == len(low) and len(m.parties) == 1), None)
    if mention is None:
        return draft
    party = known[mention.parties[0]]
    if party_bodies.key_of(party.name) == party_bodies.key_of(draft.name):
        return draft
    span = Span(min(party.span.start, draft.span.start), max(party.span.end, draft.span.end))
    short = party.short_name if party.short_name != party.name else draft.name
    return replace(draft, name=party.name, span=span, short=short, mentions=party.mentions)


def _spoken(known: Sequence[Party]) -> tuple[Party, ...]:
    """Return the bodies with the shorter forms that can mean but one of them."""
    forms = [names.spoken_forms(party.name) for party in known]
    every = [form.lower() for each in forms for form in each]
    return tuple(
        replace(party, mentions=(*party.mentions, *(f for f in own if every.count(f.lower()) == 1)))
        for party, own in zip(known, forms, strict=True)
    )


def drafts(reading: Reading, known: Sequence[Party]) -> tuple[Draft, ...]:
    """Return the named bodies with the numbers and seats that stand behind any of their names."""
    if len(known) < _LEAST:
        return ()
    roster = Roster(_spoken(known))
    found = [Draft(party.name, party.span, mentions=party.mentions, short=_short(party)) for party in known]
    everything = Span(0, len(reading.flat))
    for number in kbo.find(reading.low, everything):
        index = _owner(reading, roster, number.span)
        if index >= 0 and not found[index].kbo:
            found[index] = replace(
                found[index],
                kbo=number.digits,
                kbo_valid=number.valid,
                span=_over(found[index].span, number.span),
            )
    for seat in addresses.find(reading.flat, everything):
        index = _owner(reading, roster, seat)
        if index >= 0 and not found[index].seat:
            found[index] = replace(
                found[index], seat=reading.printed(seat), span=_over(found[index].span, seat)
            )
    for cue in party_details.cues(reading):
        index = _owner(reading, roster, cue)
        if index >= 0 and not found[index].representatives:
            people = party_details.represented(reading, Span(cue.start, _until(reading, roster, index, cue)))
            span = _over(found[index].span, Span(cue.start, people[-1].span.end) if people else cue)
            found[index] = replace(found[index], representatives=people, span=span)
    return tuple(draft for draft in found if draft.kbo or draft.seat)


def _short(party: Party) -> str:
    return party.short_name if party.short_name != party.name else ""


def _over(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _until(reading: Reading, roster: Roster, index: int, cue: Span) -> int:
    """Return where the words behind a cue end: with the sentence, or where it goes on to another body."""
    end = reading.sentence(cue.start).end
    others = (m for m in roster.find(reading.low, cue.end, end) if index not in m.parties)
    joined = (m.span.start for m in others if _AND_IT.search(reading.before(m.span.start, _JOINED)))
    return min(joined, default=end)


def _owner(reading: Reading, roster: Roster, span: Span) -> int:
    """Return which body stands last before a place in its sentence; -1 when none does or two do."""
    start = min(reading.sentence(span.start).start, span.start)
    last = None
    for last in roster.find(reading.low, start, span.start):  # noqa: B007 - the last one is wanted
        pass
    if last is None or len(last.parties) > 1 or span.start - last.span.end > _BEFORE:
        return -1
    return last.parties[0]
