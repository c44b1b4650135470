"""Enterprise numbers (KBO): do their check digits hold, and does every party give one?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import numbers, pattern, prepared, roster
from protocheck.facts import names
from protocheck.facts.kbo import Number
from protocheck.facts.reading import Reading, lower
from protocheck.model.facts import Party
from protocheck.model.geometry import Span

_NEAR = 60  # characters between the word and its number
_DIGITS, _CHECKED = 10, 8


def failing(case: Case) -> Iterator[Hit]:
    """Yield the enterprise numbers whose check digits do not follow from the digits before them."""
    text = prepared(case)
    stated = {party.kbo for party in case.facts.parties if party.kbo}
    for number in numbers(case):
        if number.valid or not (number.digits in stated or _named(case, text, number)):
            continue
        values = {"nummer": text.printed(number.span)}
        if len(number.digits) == _DIGITS:
            check = 97 - int(number.digits[:_CHECKED]) % 97
            yield Hit(number.span, {**values, "einde": number.digits[_CHECKED:], "controle": f"{check:02}"})
        else:
            yield Hit(number.span, {**values, "cijfers": str(len(number.digits))}, case="lengte")


def _named(case: Case, text: Reading, number: Number) -> bool:
    """Tell whether the last word before a number that says what it is calls it an enterprise number."""
    start = max(text.paragraph(number.span.start).start, number.span.start - _NEAR)
    said = [
        (match.start(), is_enterprise)
        for is_enterprise, words in ((True, "onderneming"), (False, "ander"))
        for match in pattern(case, words).finditer(text.low, start, number.span.start)
    ]
    return max(said, default=(0, False))[1]


def absent(case: Case) -> Iterator[Hit]:
    """Yield the name of each party that gives no enterprise number, where it is presented."""
    text = prepared(case)
    by_form = {mention.span for mention in case.facts.annexes}
    elsewhere = tuple(_numbered(case, text))
    for index, party in enumerate(case.facts.parties):
        if not party.kbo and party.span not in by_form and index not in elsewhere:
            yield Hit(_presented(text, party), {"partij": _called(party)})


def _numbered(case: Case, text: Reading) -> Iterator[int]:
    """Yield the parties whose number stands in a line of its own elsewhere: a colophon, a signature."""
    names_of_parties = roster(case)
    taken = {party.kbo for party in case.facts.parties if party.kbo}
    for number in numbers(case):
        line = text.paragraph(number.span.start)
        if number.digits not in taken and _named(case, text, number):
            yield from (
                i for m in names_of_parties.find(text.low, line.start, number.span.start) for i in m.parties
            )


def _called(party: Party) -> str:
    return party.short_name if len(party.short_name) < len(party.name) else party.name


def _presented(text: Reading, party: Party) -> Span:
    """Return the name in the clause that presents the party, or the first line of the clause."""
    for name in (party.name, names.bare(party.short_name)):
        words = r"\s+".join(re.escape(word) for word in lower(name).split())
        found = re.compile(words).search(text.low, party.span.start, party.span.end)
        if found is not None:
            return Span(*found.span())
    end = text.flat.find("\n", party.span.start, party.span.end)
    return text.trim(Span(party.span.start, party.span.end if end < 0 else end))
