"""Parties, seats and cells where only line ends part one thing from the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.model.facts import Facts
from protocheck.repair import repair
from protocheck.segment import segment
from tests.documents import make_docx, make_pdf

LETTER = """ZWEMHUIS VLAANDEREN
Agentschap met rechtspersoonlijkheid van de Vlaamse Gemeenschap
Badlaan 19 – 2000 Antwerpen – ondernemingsnummer 2400.968.348

Aan het college van burgemeester en schepenen
van de stad Lindevoorde
Grote Markt 1
9155 Lindevoorde
(ondernemingsnummer 5718.830.384)

Betreft: houders van een zwemkaart – brief die als protocol geldt

Geacht college,

U vroeg ons welke inwoners een zwemkaart hebben. Wij bezorgen u de lijst op de voorwaarden hieronder.

1) De stad gebruikt de lijst om de kortingen uit te betalen aan wie daarop recht heeft, en voor niets
anders dan dat.

2) De stad wist de lijst na een jaar. Wie de lijst wil inkijken, vraagt dat aan de dienst Vrije Tijd.
"""
TABLE = """PROTOCOL OVER DE ZWEMKAART

Partij\tZender\tOntvanger
Naam\tZwemhuis Vlaanderen van de Kust en de Polders\tstad Lindevoorde
Zetel\tBadlaan 19, 2000 Antwerpen\tGrote Markt 1, 9155 Lindevoorde
Ondernemingsnummer\t2400.968.348\t5718.830.384
Vertegenwoordigd door\tRik Maes, voorzitter van het bestuursorgaan\tAn Peeters, burgemeester
Functionaris gegevensbescherming\tgegevensbescherming@zwemhuis-vlaanderen.example\tdpo@lindevoorde.example

Artikel 1. Grond

De stad vraagt de gegevens op grond van het decreet van 3 mei 2019 houdende de zwembaden.
"""


def stated(path: Path) -> Facts:
    return state(segment(repair(read(path))))


def every(text: str, folder: Path) -> dict[str, Facts]:
    plain = folder / "proef.txt"
    plain.write_text(text, encoding="utf-8")
    made = {
        "text": plain,
        "pdf": make_pdf(text, folder / "p.pdf"),
        "docx": make_docx(text, folder / "p.docx"),
    }
    return {name: stated(path) for name, path in made.items()}


@pytest.mark.parametrize("kind", ["text", "pdf", "docx"])
def test_the_parties_of_a_letter(kind: str, tmp_path: Path) -> None:
    parties = every(LETTER, tmp_path)[kind].parties
    assert [(p.name, p.kbo, p.seat) for p in parties] == [
        ("ZWEMHUIS VLAANDEREN", "2400968348", "Badlaan 19 – 2000 Antwerpen"),
        ("stad Lindevoorde", "5718830384", "Grote Markt 1 9155 Lindevoorde"),
    ]


@pytest.mark.parametrize("kind", ["text", "pdf", "docx"])
def test_a_table_of_parties_with_cells_of_several_lines(kind: str, tmp_path: Path) -> None:
    facts = every(TABLE, tmp_path)[kind]
    assert [(p.name, p.seat, [r.function for r in p.representatives]) for p in facts.parties] == [
        (
            "Zwemhuis Vlaanderen van de Kust en de Polders",
            "Badlaan 19, 2000 Antwerpen",
            ["voorzitter van het bestuursorgaan"],
        ),
        ("stad Lindevoorde", "Grote Markt 1, 9155 Lindevoorde", ["burgemeester"]),
    ]
    assert [c.value for c in facts.contacts if c.dpo] == [
        "gegevensbescherming@zwemhuis-vlaanderen.example",
        "dpo@lindevoorde.example",
    ]
