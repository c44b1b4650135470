"""A letter as a protocol: to whom it goes, however that is written, and who signs for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

LETTER = """GEMEENTE KROEZEMERE
Dienst Wegen
Torenplein 7, 8994 Kroezemere

{to}
                    Visserskade 12
                    8996 Zandhoek

Kroezemere, 3 maart 2025

Geachte,

De gemeente bezorgt u elke maand de houders van een bewonerskaart. Dit zijn de voorwaarden.

De gemeente Kroezemere draagt ondernemingsnummer 0549.950.210. Voor de gemeente tekenen burgemeester Nora
Pauwels en algemeen directeur Rik Stevens.

{name}, ondernemingsnummer 0847.898.378, gebruikt de kaarten om de tarieven te berekenen.

Hoogachtend,

Rik Stevens                         Nora Pauwels
algemeen directeur                  burgemeester


{strip}
"""
OPEN = "Voor akkoord namens {}\n\nDatum: ............                 Handtekening: ............"
SIGNED = "Voor akkoord namens {}\n\nop 20 maart 2025\n\nGriet Nuyts\ndirecteur"
GAP = " " * 20
CENTRE, UNION = "Fietsdelers Westkust", "Roeibond Schelderand"
TO = [
    (f"Aan de directie van de\n{GAP}{CENTRE}", CENTRE),
    (f"Aan het secretariaat van\n{GAP}{CENTRE}", CENTRE),
    (f"Aan:\n{GAP}{CENTRE}", CENTRE),
    (f"Aan de\n{GAP}{UNION}", UNION),
    (f"Ter attentie van de voorzitter van de\n{GAP}{UNION}", UNION),
    (f"T.a.v. mevrouw Griet Nuyts\n{GAP}{CENTRE}", CENTRE),
    (f"Aan de raad van bestuur van\n{GAP}{UNION} vzw", f"{UNION} vzw"),
    (f"Aan de leden van het bestuursorgaan van de\n{GAP}{UNION}", UNION),
    (f"Aan Griet Nuyts\n{GAP}directeur van de {CENTRE}", CENTRE),
    (f"Aan de heer Bert Naessens, voorzitter van de\n{GAP}{UNION}", UNION),
    (f"Gericht aan het bestuur van de\n{GAP}{UNION}", UNION),
    (f"Aan de {UNION}\n{GAP}t.a.v. het secretariaat", UNION),
    (f"Aan de {UNION}", UNION),
]


def read(facts_of: State, to: str, name: str, strip: str) -> dict[str, list[str]]:
    text = LETTER.format(to=GAP + to, name=f"De {name}", strip=strip.format(f"de {name}"))
    parties = facts_of(text).parties
    assert {p.name.lower(): (p.kbo, p.role) for p in parties} == {
        "gemeente kroezemere": ("0549950210", "sender"),
        name.lower(): ("0847898378", "receiver"),
    }
    return {p.name.lower(): [each.name for each in p.representatives] for p in parties}


@pytest.mark.parametrize(("to", "name"), TO)
def test_an_open_strip_names_nobody(facts_of: State, to: str, name: str) -> None:
    told = read(facts_of, to, name, OPEN)
    assert sorted(told["gemeente kroezemere"]) == ["Nora Pauwels", "Rik Stevens"]
    assert told[name.lower()] == []


@pytest.mark.parametrize(("to", "name"), TO)
def test_who_signs_the_strip_acts_for_the_reader(facts_of: State, to: str, name: str) -> None:
    told = read(facts_of, to, name, SIGNED)
    assert sorted(told["gemeente kroezemere"]) == ["Nora Pauwels", "Rik Stevens"]
    assert told[name.lower()] == ["Griet Nuyts"]


def test_who_leads_two_bodies_of_one_town_acts_for_both(facts_of: State) -> None:
    facts = facts_of(
        "Protocol over de sportpas\n\nPartijen\n\nDe stad Kroezemere, Markt 1, 8994 Kroezemere, KBO-nummer "
        "0549.950.210, vertegenwoordigd door Nora Pauwels, burgemeester.\n\nHet Autonoom "
        "Gemeentebedrijf Sport "
        "Kroezemere, Markt 2, 8994 Kroezemere, KBO-nummer 0847.898.378. Nora Pauwels, voorzitter.\n\n"
        "Artikel 1. Doel\nDe korting toekennen.\n"
    )
    assert [[each.name for each in p.representatives] for p in facts.parties] == [["Nora Pauwels"]] * 2
