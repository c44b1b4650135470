"""A party that a paper names as a group and no further: 'en de deelnemende besturen'."""

from __future__ import annotations

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
_LED = lazy(r"(?:\ben|\banderzijds,?|[-\u2013]|2[.)]|b[.)])\s*$")


def beside(reading: Reading, only: Draft) -> tuple[Draft, ...]:
    """Return the group that the parties block names right behind its only body."""
    for at in (only.span.end, reading.paragraph(max(only.span.end - 1, 0)).end):
        found = _GROUP.match(reading.low, at)
        if found is not None and _LED.search(reading.low, at, found.start("name") - 3):
            span = Span(*found.span("name"))
            return (Draft(reading.printed(span), span),)
    return ()
