"""A party that a paper names as a group and no further: 'en de deelnemende besturen'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocheck.facts import party_clause, party_details, party_short
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_GROUP = lazy(
    r"\s*(?:,|;)?\s*(?:en|anderzijds,?|en anderzijds,?|-|\u2013|2[.)]|\(?b[.)])?\s*(?:de|alle"
    r"|elk van de) (?P<name>(?:\w{4,24} ){0,2}"
    r"(?:gemeenten|steden|(?:lokale )?besturen|schoolbesturen|scholen|instanties|ocmw's|politiezones|diensten"
    r"|ziekenhuizen|verenigingen|clubs|organisaties|leden|partners))(?P<more>[^.,;:\n]{0,80})[.,;\n]"
)
# 'en het lokaal bestuur, vertegenwoordigd door ...': which one is not told.
_UNNAMED = lazy(
    r"(?:\btussen|\ben|\benerzijds|\banderzijds|\bdoor|(?:^|\n) *(?:\d[.)°]|[a-c][.)]"
    r"|[-\u2013\u2022]))[\s,:;]{1,6}"
    r"(?:\d[.)] |[a-c][.)] )?(?:de|het) (?P<name>(?:lokaal |betrokken |deelnemende? |vlaamse? |openbaar "
    r"|bevoegde? )?"
    r"(?:bestuur|gemeente|stad|ocmw|provincie|politiezone|agentschap|departement|instelling|instantie|school"
    r"|schoolbestuur|centrum|ziekenhuis|woonmaatschappij|intercommunale|hulpverleningszone|fonds"
    r"|organisatie|vzw))"
    r",? (?=(?:hier |rechtsgeldig |geldig |te dezen |hierbij |alhier )?(?:vertegenwoordigd door"
    r"|met als vertegenwoordiger"
    r"|waarvoor|voor wie|namens wie|namens welke?|in de persoon van|bij monde van)\b)"
)
# '..., beide vertegenwoordigd door ...' behind the second of two bodies.
_TOGETHER = lazy(
    r"\b(?:beiden?|allebei|alle (?:twee|drie|vier)|allen|samen|gezamenlijk)\b[^.;:\n]{0,30}"
    r"\b(?:vertegenwoordigd|verbonden|gebonden|optredend|handelend|in de persoon)\b"
)
_NEAR = 2_000
_LED = lazy(r"(?:\ben|\banderzijds,?|[-\u2013]|2[.)]|b[.)])\s*$")


def beside(reading: Reading, only: Draft) -> tuple[Draft, ...]:
    """Return the group that the parties block names right behind its only body."""
    for at in (only.span.end, reading.paragraph(max(only.span.end - 1, 0)).end):
        found = _GROUP.match(reading.low, at)
        if found is not None and _LED.search(reading.low, at, found.start("name") - 3):
            span = Span(*found.span("name"))
            return (Draft(reading.printed(span), span),)
    return ()


def unnamed(reading: Reading, only: Draft) -> tuple[Draft, ...]:
    """Return a party beside the only body that is called by its kind alone, with those who act for it."""
    start = max(0, only.span.start - _NEAR)
    for found in _UNNAMED.finditer(reading.low, start, min(len(reading.low), only.span.end + _NEAR)):
        name = Span(*found.span("name"))
        if name.of(reading.low).split()[-1] in f"{only.name} {only.short}".lower().split():
            continue  # the same body, by its kind
        end = reading.paragraph(name.end).end
        clause = Span(name.end, min([end, *(s for s in (only.span.start,) if s > name.end)]))
        people = party_details.represented(reading, clause)
        short, mentions, _ = party_short.short_names(reading, clause)
        if people:
            return (
                Draft(
                    reading.printed(name),
                    Span(name.start, clause.end),
                    short=short,
                    representatives=people,
                    mentions=mentions,
                    role=party_clause.role_in(clause.of(reading.low)),
                ),
            )
    return ()


def jointly(reading: Reading, found: Sequence[Draft]) -> tuple[Draft, ...]:
    """Give the bodies before it the people of a clause that says who represents all of them."""
    made = list(found)
    for index, draft in enumerate(found):
        if not draft.representatives or not _TOGETHER.search(reading.low, draft.span.start, draft.span.end):
            continue
        around = reading.paragraph(reading.trim(draft.span).start)
        for before in range(index - 1, -1, -1):
            one = made[before]
            if one.representatives or reading.trim(one.span).start not in around:
                break
            made[before] = replace(one, representatives=draft.representatives)
    return tuple(made)
