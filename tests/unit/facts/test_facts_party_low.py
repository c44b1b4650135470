"""Parties in one closing clause below the recitals: with number, seat and who represents them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

PAPER = (
    "PROTOCOL ZWEMBONNEN\n\nGelet op het decreet van 3 maart 2017 over de zwembaden;\n\n"
    "Overwegende dat de bonnen moeten worden geteld;\n\n{clause}\n\n"
    "Art. 1. De stad deelt de namen mee.\n\nArt. 2. De vzw wist de namen.\n"
)
CITY = (
    "de stad Pluimveld, 0123.456.749, Kerkplein 1, 9000 Pluimveld, "
    "vertegenwoordigd door Pia Vink, burgemeester"
)
CLUB = (
    "de vzw De Kikker, 0987.654.394, Vijverlaan 4, 9000 Pluimveld, "
    "vertegenwoordigd door Wim Zwaluw, voorzitter"
)
READ = {
    ("stad Pluimveld", "0123456749", "Kerkplein 1, 9000 Pluimveld", (("Pia Vink", "burgemeester"),)),
    ("vzw De Kikker", "0987654394", "Vijverlaan 4, 9000 Pluimveld", (("Wim Zwaluw", "voorzitter"),)),
}


@pytest.mark.parametrize(
    ("verb", "ending"),
    [
        ("hebben", ", afgesproken wat volgt."),
        ("hebben", ", het onderstaande afgesproken."),
        ("hebben", " het volgende afgesproken:"),
        ("zijn", ", het volgende overeengekomen:"),
        ("zijn", ", overeengekomen als volgt:"),
        ("komen overeen", ", wat volgt afgesproken."),
        ("komen", ", overeen wat volgt:"),
        ("sluiten", ", dit protocol."),
        ("sluiten", ", het volgende protocol:"),
        ("maken", ", de volgende afspraken:"),
        ("spreken", ", hetgeen volgt af:"),
        ("wordt door", ", dit protocol gesloten."),
        ("worden door", ", de volgende afspraken gemaakt:"),
        ("worden", ", gebonden door dit protocol."),
        ("treffen", ", de onderstaande afspraken."),
    ],
)
@pytest.mark.parametrize(("one", "other"), [(CITY, CLUB), (CLUB, CITY)])
@pytest.mark.parametrize("joint", [", en ", " en ", ", enerzijds, en ", "\n\nen "])
def test_the_clause_tells_all_of_both(
    facts_of: State, verb: str, ending: str, one: str, other: str, joint: str
) -> None:
    parties = facts_of(PAPER.format(clause=f"{verb} {one}{joint}{other}{ending}")).parties
    assert {
        (p.name, p.kbo, p.seat, tuple((r.name, r.function) for r in p.representatives)) for p in parties
    } == READ
