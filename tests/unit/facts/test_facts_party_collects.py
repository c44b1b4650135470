"""Who gets data from the citizens themselves collects them, and is no receiver by that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

PAPER = """Protocol

Tussen
het Fonds Zwembonnen, Sluisweg 6, 9300 Aalst, ondernemingsnummer 0815.440.297, vertegenwoordigd door Mia
Vos, directeur, hierna "het fonds",
en
de vereniging Badenbond Linde, Markt 1, 9155 Linde, ondernemingsnummer 0207.513.788, vertegenwoordigd door
Rik Maes, voorzitter, hierna "de bond",
wordt overeengekomen:

Artikel 1. Onderwerp
{words}
"""


def roles(facts: Facts) -> list[str]:
    return [party.role for party in facts.parties]


@pytest.mark.parametrize(
    "words",
    [
        "Het fonds krijgt van de zwemmers hun gegevens.",
        "Van de redders ontvangt het fonds de gegevens over hun diploma.",
        "Jaarlijks ontvangt het fonds van badmeesters een lijst.",
        "Het fonds heeft de gegevens gekregen om een bon te drukken.",
        "Het fonds heeft de gegevens van de ouders ontvangen, om een bon te drukken.",
    ],
)
def test_who_gets_data_from_citizens_is_no_receiver(facts_of: State, words: str) -> None:
    assert roles(facts_of(PAPER.format(words=words))) == ["unknown", "unknown"]


@pytest.mark.parametrize(
    "words",
    [
        "De bond ontvangt de gegevens van de zwemmers.",
        "De bond krijgt van het fonds de gegevens.",
        "De bond krijgt van de bevoegde instantie de gegevens.",
        "Elke maand ontvangt de bond van het fonds de lijst.",
        "De bond heeft de gegevens van het fonds ontvangen om ze na te kijken.",
    ],
)
def test_who_gets_them_from_the_other_party_is(facts_of: State, words: str) -> None:
    assert roles(facts_of(PAPER.format(words=words))) == ["sender", "receiver"]
