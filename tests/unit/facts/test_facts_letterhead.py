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


def test_a_title_ends_with_its_row(tmp_path: Path) -> None:
    rows = (
        "PROTOCOL OVER DE ZWEMKAART\n\nArtikel 1. Grond\n\n"
        "Wat verplicht het Zwemhuis\thet decreet van 3 mei 2019 op zwembaden en stranden van de kust\n"
        "Krachtens welke regel vraagt de stad ze aan het Zwemhuis van de kust en de polders\thaar reglement\n"
    )
    for facts in every(rows, tmp_path).values():
        assert [c.title for c in facts.citations][:1] == ["op zwembaden en stranden van de kust"]


def test_a_short_name_over_two_lines(tmp_path: Path) -> None:
    text = (
        "PROTOCOL\n\nTussen\n\nde gemeente Lindevoorde, met zetel te 9155 Lindevoorde, Markt 1 (hierna:\n"
        "de gemeente);\n\nen\n\nhet Agentschap Zwemhuis, met zetel te 2000 Antwerpen, Badlaan 19 (hierna:\n"
        "het agentschap);\n\nis overeengekomen wat volgt:\n\nArtikel 1. Doel\n\nZij leest de gegevens.\n"
    )
    path = tmp_path / "proef.txt"
    path.write_text(text, encoding="utf-8")
    assert [(p.name, p.short_name) for p in stated(path).parties] == [
        ("gemeente Lindevoorde", "de gemeente"),
        ("Agentschap Zwemhuis", "het agentschap"),
    ]


def test_a_seat_that_runs_into_who_represents_the_party_leaves_both_parties(tmp_path: Path) -> None:
    text = """Protocol over de zwemkaart

Partijen

Zwemhuis Vlaanderen
Ondernemingsnummer: 2400.968.348
Zetel: Badlaan 19, 2000 Antwerpen Vertegenwoordigd door: Jo Maes, directeur-generaal

Stad Lindevoorde
Ondernemingsnummer: 5718.830.384
Zetel: Grote Markt 1, 9155 Lindevoorde Vertegenwoordigd door: An Bos, burgemeester

Artikel 1. Doel

De stad geeft korting aan wie een zwemkaart heeft.
"""
    (tmp_path / "proef.txt").write_text(text, encoding="utf-8")
    found = stated(tmp_path / "proef.txt")
    assert [party.name for party in found.parties] == ["Zwemhuis Vlaanderen", "Stad Lindevoorde"]
