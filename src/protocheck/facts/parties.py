"""The parties to the protocol (partijen, verwerkingsverantwoordelijken)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import (
    names,
    party_actors,
    party_choice,
    party_introduced,
    party_letter,
    party_organs,
    party_own,
    party_roles,
    party_signers,
    persons,
)
from protocheck.facts.grids import Grid
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party, Person
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_OFTEN = 3
_GROUP = lazy(
    r" worden (?:hieronder|hierna|verder)(?: (?:samen|gezamenlijk|ook|wel|beiden|allebei|afzonderlijk|als"
    r"|met))* *[\"'](?P<name>[^\"'\n]{3,50})[\"']"
)
_LINE_BELOW = lazy(r"([^\n]*)\n?")
_MOST_LINES = 4
_REACH = 160
_LEAD = 5  # an article, or a mark of a list
_ACTS = lazy(
    r"\b(?:voor|namens) (?:de|het) [^.,;\n]{2,60}? (?:zullen|zal|tekent|tekenen|treedt|treden|handelt"
    r"|handelen|ondertekent"
    r"|ondertekenen)\b(?: op\b)?|\b(?:voor|namens) (?:de|het) [^.,;\n]{2,50}?(?: (?:onder|ge)tekend"
    r"| gesloten)? door\b|\b(?:voor|namens) (?:de|het) [^.,;:\n]{2,60}?:"
)
# The people stand before the verb: 'Burgemeester A en algemeen directeur B ondertekenen voor de stad'.
_ACT_FOR = lazy(
    r"\b(?:onder)?teken(?:t|en)\b(?: dit protocol| het protocol| deze tekst| het| dit stuk"
    r"| deze overeenkomst)? (?:voor|namens) (?:de|het) "
    r"[^.,;:\n]{2,60}"
    r"|\b(?:(?:is|zijn) (?:gemachtigd|bevoegd|gevolmachtigd) om|vertegenwoordig(?:t|en)|verbind(?:t"
    r"|en)) (?:de|het) "
    r"[^.,;:\n]{2,60}"
)
_IS_REPRESENTED = lazy(
    r"\b(?:wordt|worden|is|zijn|laat|laten)\b[^.\n]{0,40}\b(?:vertegenwoordig(?:d|en)|verbonden|gebonden)\b"
)
_BY = lazy(
    r"(?: (?:wordt|worden|is|zijn|laat zich|laten zich)(?: [a-z]{2,14}){0,5}?"
    r"(?: (?:vertegenwoordig(?:d|en)|verbonden|gebonden))?)? door "
)
_OFFICER = lazy(r"\bfunctionaris|\bdpo\b|@")
# In a signature block the next party's line may have been joined to this one.
_NEXT_LINE = lazy(r" (?:Voor|Namens) (?:de|het) ")
_FOR_OTHER = lazy(r"[,;] (?:en )?(?:voor|namens) (?:de|het|ons|u)\b")


def parties(reading: Reading, tables: Sequence[Grid]) -> tuple[Party, ...]:
    """Return the parties in the order in which the document names them."""
    drafts = party_choice.best(reading, tables)
    identified = tuple(map(_party, drafts))
    introduced = party_introduced.told(reading, identified, spoken(reading, identified))
    named = _with_spoken(reading, introduced)
    stated = party_own.binding(reading, named)
    out = party_own.barred(named, stated)
    stated = _with_people(reading, _with_group_names(reading, stated))
    for signed in (party_letter.signed, party_signers.signers, party_actors.actors):
        told = signed(reading, spoken(reading, stated))
        if signed is not party_signers.signers:  # these stand below the line that says for whom
            told = party_own.unshared(told, stated)
        stated = tuple(
            party if party.representatives else replace(party, representatives=people)
            for party, people in zip(stated, told, strict=True)
        )
    stated = tuple(
        replace(party, representatives=party_own.allowed(party.representatives, names_out))
        if names_out
        else party
        for party, names_out in zip(party_own.binding(reading, stated), out, strict=True)
    )
    roster = names.Roster(stated)
    sides = party_letter.sides(reading, stated)
    known = [
        draft.role if draft.role != "unknown" else side for draft, side in zip(drafts, sides, strict=True)
    ]
    roles = party_roles.roles(reading, known, roster, reading.outline.title)
    return tuple(replace(party, role=role) for party, role in zip(stated, roles, strict=True))


def spoken(reading: Reading, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties with every shorter form under which the text may mean but one of them."""
    return _with_spoken(reading, parties, often=1)


def _with_group_names(reading: Reading, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Add the common name of a sentence 'X en Y worden hierna samen "de gemeenten" genoemd'."""
    roster = names.Roster(parties)
    result = list(parties)
    for match in _GROUP.finditer(reading.low):
        form = reading.printed(Span(*match.span("name")))
        start = max(reading.paragraph(match.start()).start, match.start() - _REACH)
        members = {i for m in roster.find(reading.low, start, match.start()) for i in m.parties}
        if "partij" in form.lower() or not 1 < len(members) <= len(parties):
            continue
        for index in members:
            known = result[index].mentions
            result[index] = replace(result[index], mentions=tuple(dict.fromkeys((*known, form))))
    return tuple(result)


def _with_people(reading: Reading, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Add those who act for a party by a sentence elsewhere: 'Voor de stad tekenen A en B'."""
    if all(party.representatives for party in parties):
        return parties
    roster = names.Roster(_with_spoken(reading, parties, often=1))
    result = list(parties)
    for index, people in (*_said(reading, roster), *_listed(reading, roster)):
        if not result[index].representatives:
            result = [_without(party, people) for party in result]
            result[index] = replace(result[index], representatives=people)
    for match, before in _acts(reading):
        mention = next(iter(roster.find(reading.low, match.start(), match.end())), None)
        index = _whole_party(mention) if mention else party_organs.of_organ(match.group(), parties)
        if index < 0 or result[index].representatives:
            continue
        people = persons.people(reading, _beside(reading, match, before=before))
        if match.group().endswith(":"):
            people = tuple(each for each in people if each.function)
        result = [_without(party, people) for party in result]
        result[index] = replace(result[index], representatives=people)
    return tuple(result)


def _without(party: Party, people: Sequence[Person]) -> Party:
    """Return a party without people whom another sentence, read as its own, says act for another."""
    kept = tuple(p for p in party.representatives if not any(p.span.overlaps(each.span) for each in people))
    return party if len(kept) == len(party.representatives) else replace(party, representatives=kept)


def _whole_party(mention: names.Mention) -> int:
    return mention.parties[0] if len(mention.parties) == 1 else -1


def _said(reading: Reading, roster: names.Roster) -> Iterator[tuple[int, tuple[Person, ...]]]:
    """Yield who represents a party in a sentence of which it is the subject, or the second subject."""
    for cue in _IS_REPRESENTED.finditer(reading.low):
        sentence = reading.sentence(cue.start())
        mentions = [m for m in roster.find(reading.low, sentence.start, sentence.end) if len(m.parties) == 1]
        for number, mention in enumerate(mentions):
            end = mentions[number + 1].span.start if number + 1 < len(mentions) else sentence.end
            lead = _BY.match(reading.low, mention.span.end, end)
            if lead is not None:
                people = persons.people(reading, Span(lead.end(), end))
                if people:
                    yield mention.parties[0], people


def _listed(reading: Reading, roster: names.Roster) -> Iterator[tuple[int, tuple[Person, ...]]]:
    """Yield who is listed with a function behind a party and a colon: 'Politiezone X: A B, korpschef'."""
    for line in reading.lines(Span(0, len(reading.low))):
        if len(line) > _REACH or _OFFICER.search(reading.low, line.start, line.end):
            continue
        mention = next(iter(roster.find(reading.low, line.start, line.end)), None)
        colon = mention is not None and reading.low.startswith(":", mention.span.end)
        if (
            mention is not None
            and colon
            and len(mention.parties) == 1
            and mention.span.start - line.start < _LEAD
        ):
            people = persons.people(reading, Span(mention.span.end + 1, line.end))
            named = any(len(m.span) == len(p.name) for p in people for m in roster.find(p.name.lower()))
            if people and not named and all(each.function and " " in each.name for each in people):
                yield mention.parties[0], people


def _acts(reading: Reading) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield the words that say for whom people act, with whether the people stand before them."""
    for match in _ACTS.finditer(reading.low):
        colon = match.group().endswith(":")
        if not (colon and _OFFICER.search(reading.low, match.end(), reading.sentence(match.start()).end)):
            yield match, False
    yield from ((match, True) for match in _ACT_FOR.finditer(reading.low))


def _beside(reading: Reading, match: re.Match[str], *, before: bool) -> Span:
    """Return the part of the sentence that names the people."""
    sentence = reading.sentence(match.start())
    if before:
        return Span(min(sentence.start, match.start()), match.start())
    if match.group().endswith(":") and not reading.low[match.end() : sentence.end].strip():
        return _listed_below(reading, match.end())
    other = _FOR_OTHER.search(reading.low, match.end(), sentence.end)
    line = _NEXT_LINE.search(reading.flat, match.end(), sentence.end)
    ends = [found.start() for found in (other, line) if found]
    return Span(match.end(), min(ends, default=max(sentence.end, match.end())))


def _listed_below(reading: Reading, start: int) -> Span:
    """Return the lines right below a colon, up to white, a label or a long line."""
    end = start
    for line in _LINE_BELOW.finditer(reading.text, start, start + _REACH * _MOST_LINES):
        if not line.group(1).strip() and line.start() == start:
            continue  # what is left of the line of the colon
        if not line.group(1).strip() or ":" in line.group(1) or len(line.group(1)) > _REACH:
            break
        end = line.end()
    return Span(start, end)


def _with_spoken(reading: Reading, parties: tuple[Party, ...], *, often: int = _OFTEN) -> tuple[Party, ...]:
    """Add the shorter forms that the text uses, where they can mean one party only ('de gemeente')."""
    forms = [names.spoken_forms(party.name) for party in parties]
    every = [form.lower() for each in forms for form in each]
    result = []
    for party, own in zip(parties, forms, strict=True):
        known = {party.name.lower(), party.short_name.lower(), *(m.lower() for m in party.mentions)}
        new = [
            form
            for form in own
            if (every.count(form.lower()) == 1 or _only_whole(form, party, parties))
            and form.lower() not in known
            and _told(reading.low, form.lower(), often)
        ]
        result.append(replace(party, mentions=(*party.mentions, *new)))
    return tuple(result)


def _only_whole(form: str, party: Party, parties: tuple[Party, ...]) -> bool:
    """Tell whether a noun is a word of the name of one party only: 'het fonds', and not the Ziekenfonds."""
    noun = names.bare(form).lower()
    return [noun in each.name.lower().split() for each in parties].count(True) == 1 and (
        noun in party.name.lower().split()
    )


def _told(low: str, form: str, often: int) -> bool:
    """Tell whether a form stands in the text so often, as words of their own."""
    at = low.find(form)
    while at >= 0 and often > 0:
        end = at + len(form)
        alone = (at == 0 or not _joins(low[at - 1])) and (end == len(low) or not _joins(low[end]))
        often -= alone
        at = low.find(form, end)
    return often <= 0


def _joins(char: str) -> bool:
    return char.isalnum() or char in "_-"


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
