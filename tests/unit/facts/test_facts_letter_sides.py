"""In a letter: whose officer 'ours' and 'yours' is, and who signs beside whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

LETTER = """Stad Linde
Markt 1
9155 Linde
KBO 0207.513.788

vzw De Kikker
Sluisweg 12
9155 Linde
KBO 0815.440.297

Linde, 17 november 2025

Ons kenmerk: VT/25-3
Bijlagen: geen

Betreft: protocol over de lijst van zwemmers

Beste mevrouw Vos

{officers}

Wat u krijgt

Wij bezorgen u de naam en het geboortejaar van elk kind op de lijst.

Wanneer

Elke eerste maandag van de maand, zolang de lessen lopen.

Met vriendelijke groeten

Namens de stad Linde

An Peeters                         Tom Wouters
burgemeester                       algemeen directeur

Voor akkoord, op 24 november 2025

vzw De Kikker

Mia Vos
voorzitter
"""


@pytest.mark.parametrize(
    "yours",
    [
        "De functionaris die u met de andere clubs deelt (dpo@clubs-linde.example), deed dat op 5 november.",
        "Uw functionaris (dpo@clubs-linde.example) deed dat op 5 november.",
        "De functionaris van u en van de andere clubs (dpo@clubs-linde.example) deed dat op 5 november.",
        "De uwe (dpo@clubs-linde.example) deed dat op 5 november.",
    ],
)
def test_ours_and_yours_in_a_letter(facts_of: State, yours: str) -> None:
    ours = "Onze functionaris voor gegevensbescherming (dpo@linde.example) gaf op 27 oktober haar advies."
    facts = facts_of(LETTER.format(officers=f"{ours} {yours}"))
    assert {c.value: c.owner for c in facts.contacts} == {
        "dpo@linde.example": "Stad Linde",
        "dpo@clubs-linde.example": "vzw De Kikker",
    }
    assert [[(r.name, r.function) for r in p.representatives] for p in facts.parties] == [
        [("An Peeters", "burgemeester"), ("Tom Wouters", "algemeen directeur")],
        [("Mia Vos", "voorzitter")],
    ]
