"""One small protocol, about swimming vouchers, whose opening and closing the tests vary."""

from __future__ import annotations

from protocheck.model.structure import Outline
from tests.unit.segment.sketch import outline

ARTICLES = """
        Artikel 1. Doel

        De stad reikt een zwembon uit.

        Artikel 2. Duur

        Dit protocol geldt vijf jaar.
"""
CITY = "de stad Pluimveld, Kerkplein 1, 9999 Pluimveld, ondernemingsnummer 0123.456.749"
CLUB = "de vzw De Kikker, Vijverlaan 4, 9999 Pluimveld, ondernemingsnummer 0987.654.394"
PARTIES = f"""TUSSEN

        {CITY};

        EN

        {CLUB};"""
_ABOVE = f"""
        PROTOCOL ZWEMBONNEN

        {PARTIES}
        {ARTICLES}"""


def closed_by(closing: str) -> Outline:
    """Return the outline of the protocol with these words, indented as in a test, below its articles."""
    return outline(f"{_ABOVE}{closing}")
