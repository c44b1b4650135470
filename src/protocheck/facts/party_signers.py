"""Who signs for a party: the names below 'Voor de gemeente', or above the name of the body itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts import names, party_organs, persons
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party, Person
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_FOR = lazy(
    r"(?:^|(?<=\n))[ \t]*(?:(?:voor akkoord|gezien en \w{4,14}|gelezen en goedgekeurd|aldus getekend|getekend"
    r"|ondertekend),? *)?(?:voor|namens)(?: (?:de|het))? (?=\w)"
)
_SIGNED = lazy(r"\((?:get|w\.?g)\.?\)|\bgetekend\b")
_OFFICER = lazy(r"\bfunctionaris|\bdpo\b|\bfgb?\b|\bgezien door\b|\bna advies\b|\badviseert\b")
_LINES = 14  # of a party's part of a signature block
_LONGEST = 90


def signers(reading: Reading, parties: Sequence[Party]) -> tuple[tuple[Person, ...], ...]:
    """Return per party the people whose names stand below the line that says for whom they sign."""
    found: list[tuple[Person, ...]] = [() for _ in parties]
    if not parties or all(party.representatives for party in parties):
        return tuple(found)
    roster = names.Roster(parties)
    places = sorted(set(_places(reading, roster, parties)), key=lambda place: place[1])
    for number, (index, _, start) in enumerate(places):
        following = places[number + 1][1] if number + 1 < len(places) else len(reading.flat)
        if not found[index] and not parties[index].representatives:
            found[index] = _people(reading, start, following)
    return tuple(found)


def _places(
    reading: Reading, roster: names.Roster, parties: Sequence[Party]
) -> Iterator[tuple[int, int, int]]:
    """Yield for which party a line says that someone signs, where it begins, and where that party ends."""
    for line in _FOR.finditer(reading.low):
        end = min(_line_end(reading.low, line.end()), _line_end(reading.text, line.end()))
        if end - line.end() > _LONGEST or _OFFICER.search(reading.low, line.end(), end):
            continue
        mention = next(iter(roster.find(reading.low, line.end(), end)), None)
        if mention is not None and len(mention.parties) == 1 and mention.span.start - line.end() < 3:  # noqa: PLR2004 - a quote
            yield mention.parties[0], line.start(), mention.span.end
        elif (
            mention is None
            and (index := party_organs.of_organ(line.group() + reading.low[line.end() : end], parties)) >= 0
        ):
            yield index, line.start(), end
    yield from _headed(reading, roster)


def _headed(reading: Reading, roster: names.Roster) -> Iterator[tuple[int, int, int]]:
    """Yield the lines among the signatures that hold no more than the name of a party."""
    for block in reading.outline.of_kind("signature"):
        start = block.span.start
        for line in block.span.of(reading.text).split("\n"):
            end = start + len(line)
            mention = next(iter(roster.find(reading.low, start, end)), None)
            if mention is not None and len(mention.parties) == 1:
                rest = reading.low[start : mention.span.start] + reading.low[mention.span.end : end]
                if rest.strip(" ,:\t") in {"", "de", "het"}:
                    yield mention.parties[0], start, mention.span.end
            start = end + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _people(reading: Reading, start: int, following: int) -> tuple[Person, ...]:
    """Return the people behind a place and in the lines below, up to the next party or to prose."""
    end = start
    for count, line in enumerate(reading.lines(Span(start, following))):
        officer = _OFFICER.search(reading.low, line.start, line.end)
        if count > _LINES or (count and (len(line) > _LONGEST or officer)):
            break
        end = line.end
    people = persons.people(reading, Span(start, end)) if end > start else ()
    return tuple(each for each in people if " " in each.name)
