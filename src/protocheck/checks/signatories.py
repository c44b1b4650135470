"""Do those sign who were named as representatives (vertegenwoordigers) at the top?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared, roster, spans_of, within
from protocheck.checks.same_person import contains, same
from protocheck.checks.signing import signing
from protocheck.facts import names, party_bodies, persons
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party, Person
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# What stands side by side in a block of signatures, and names that follow each other on a line.
_CELL = lazy(r"(?:(?! {2}|\t|[,;/|:]| en | – | - )[^\n])+")
_LONGEST = 70  # a name with its title and function; more is prose
_YEAR = lazy(r"(?:19|20)\d\d|@")
_NEAR = 200  # characters between a name and the words that say that it stands for a party
_LINES = 2  # between a name and the words that it acts for another


def unannounced(case: Case) -> Iterator[Hit]:
    """Yield the names below which somebody signs who is not the representative named at the top."""
    known = [(party, person) for party in case.facts.parties for person in _named(party)]
    if not known:
        return
    signers = [(span, prepared(case).printed(span)) for span in _signers(case)]
    # A name that a scanner spoiled is seen by its letters, also where nothing shows it to be a name.
    block = " ".join(span.of(case.text) for span in signing(case).block)
    absent = [each for each in known if not contains(block, each[1].name)]
    absent = [each for each in absent if not any(same(name, each[1].name) for _, name in signers)]
    for span, name in signers:
        if any(same(name, person.name) or contains(name, person.name) for _, person in known):
            continue
        if _announced(case, span):
            continue
        expected = _expected(case, span, known, absent)
        if expected:
            party = expected[0][0]
            values = {"naam": name, "verwacht": _listed(expected), "partij": party.short_name}
            yield Hit(span, values, related=tuple(person.span for _, person in expected))


def _announced(case: Case, name: Span) -> bool:
    """Tell whether the text above names the signatory where it says who acts for a party."""
    text, acts = prepared(case), pattern(case, "vertegenwoordigd")
    family = name.of(text.low).split()[-1]
    floor = next(block.start for block in signing(case).block if name.start in block)
    for match in re.finditer(rf"(?<!\w){re.escape(family)}(?!\w)", text.low[:floor]):
        paragraph = text.paragraph(match.start())
        around = Span(max(paragraph.start, match.start() - _NEAR), min(paragraph.end, match.end() + _NEAR))
        if acts.search(text.low, around.start, around.end):
            return True
    return False


def _named(party: Party) -> Iterator[Person]:
    """Yield the representatives with a name of their own: no bodies, no bare functions."""
    return (
        each for each in party.representatives if " " in each.name and (each.function or _is_name(each.name))
    )


def _is_name(name: str) -> bool:
    return all(word[:1].isupper() or word.islower() for word in name.split()) and name[:1].isupper()


def _listed(expected: Sequence[tuple[Party, Person]]) -> str:
    return " en ".join(dict.fromkeys(person.name for _, person in expected))


def _expected(
    case: Case,
    span: Span,
    known: Sequence[tuple[Party, Person]],
    absent: Sequence[tuple[Party, Person]],
) -> list[tuple[Party, Person]]:
    """Return those in whose stead a stranger signs: of the party he does it for, else of all who do not."""
    index = _party_of(case, span)
    if index is None:
        return list(absent)
    party = case.facts.parties[index]
    mine = [each for each in absent if each[0] is party]
    return mine or [each for each in known if each[0] is party]


def _signers(case: Case) -> Iterator[Span]:
    """Yield the names of people in the block of signatures."""
    text, stamps = prepared(case), spans_of(case, "stamp")
    not_signing, signs = pattern(case, "geen-ondertekenaar"), pattern(case, "opgemaakt")
    for block in signing(case).block:
        for line in _lines(case.text, block):
            around = Span(_back(case.text, line.start, block.start, 1), line.end)
            foreign = not_signing.search(text.low, around.start, around.end)
            dated = _YEAR.search(case.text, line.start, line.end) or signs.search(
                text.low, line.start, line.end
            )
            if foreign or dated or within(line, stamps) or any(line.overlaps(stamp) for stamp in stamps):
                continue
            for cell in _cells(case.text, line):
                yield from (name for name in persons.names(text, cell) if _is_person(case, text, name))


def _lines(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _cells(text: str, line: Span) -> Iterator[Span]:
    for match in _CELL.finditer(text, line.start, line.end):
        if len(match[0].strip()) <= _LONGEST:
            yield Span(*match.span())


def _back(text: str, at: int, floor: int, count: int) -> int:
    """Return where the line stands that is `count` lines above a place."""
    for _ in range(count):
        at = text.rfind("\n", floor, max(floor, at - 1)) + 1 or floor
    return at


def _is_person(case: Case, text: Reading, name: Span) -> bool:
    """Tell a person from a body, a party, and from somebody who signs by proxy."""
    printed = text.printed(name)
    if party_bodies.has_kind(printed) or names.is_body(printed):
        return False
    if any(
        mention.span.overlaps(name)
        for mention in roster(case).find(text.low, max(0, name.start - 60), name.end)
    ):
        return False
    low, start = text.low, _back(case.text, name.start, 0, _LINES)
    end = name.end
    for _ in range(_LINES + 1):
        following = case.text.find("\n", end + 1)
        end = following if following >= 0 else len(low)
    return pattern(case, "volmacht").search(low, start, end) is None


def _party_of(case: Case, name: Span) -> int | None:
    """Return for which party a name signs, by the line or the column above it; None when unsure."""
    text = prepared(case)
    floor = next((block.start for block in signing(case).block if name.start in block), name.start)
    line_start = case.text.rfind("\n", 0, name.start) + 1
    column = name.start - line_start
    at = line_start
    own = [m for m in roster(case).find(text.low, line_start, name.start) if len(m.parties) == 1]
    while not own and at > floor:
        above = _back(case.text, at, floor, 1)
        own = [m for m in roster(case).find(text.low, above, at) if len(m.parties) == 1]
        if own:
            return _in_column(case.text, own, above, column)
        if above >= at:
            break
        at = above
    return own[-1].parties[0] if own else None


def _in_column(text: str, mentions: Sequence[names.Mention], line: int, column: int) -> int | None:
    """Return the party whose name heads the column; a line with one name heads them all."""
    if len(mentions) == 1:
        end = text.find("\n", line)
        alone = not text[mentions[0].span.end : end].strip(" ,:.")
        return mentions[0].parties[0] if alone else None
    if "\t" in text[line : mentions[-1].span.end]:
        return None
    before = [m for m in mentions if m.span.start - line <= column + _SHIFT]
    return before[-1].parties[0] if before else None


_SHIFT = 11  # 'Voor de ' stands before the name of the party, not before that of the person
