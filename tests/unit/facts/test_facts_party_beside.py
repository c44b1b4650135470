"""Parties that stand side by side in a table, each in a column of its own."""

import pytest

from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.repair import repair
from protocheck.segment import segment

LEFT = (
    "Waterbedrijf Nethekant",
    "opdrachthoudende vereniging",
    "Sluizenstraat 88, 2969 Netheham",
    "ondernemingsnummer 0200.705.668",
    "vertegenwoordigd door Bavo Schellens, voorzitter, en Marleen Opdebeke, algemeen directeur",
)
RIGHT = (
    "OCMW Klokkendries",
    "Pastorijdreef 5, 2974 Klokkendries",
    "ondernemingsnummer 0240.723.811",
    "vertegenwoordigd door Imke Vannote, voorzitter van het vast bureau",
)


def cell(*lines: str) -> str:
    return "<td>" + "".join(f"<p>{line}</p>" for line in lines) + "</td>"


ONE_ROW = f"<tr>{cell(*LEFT)}{cell(*RIGHT)}</tr>"
WITH_AND = f"<tr>{cell(*LEFT)}{cell('en')}{cell(*RIGHT)}</tr>"
ROW_A_LINE = "".join(
    f"<tr>{cell(left)}{cell(right)}</tr>" for left, right in zip(LEFT, (*RIGHT, ""), strict=True)
)


@pytest.mark.parametrize("rows", [ONE_ROW, WITH_AND, ROW_A_LINE])
def test_parties_side_by_side(rows: str) -> None:
    page = (
        "<html><body><h1>Protocol voor de mededeling van persoonsgegevens</h1><h2>Partijen</h2>"
        f"<table>{rows}</table><h2>Artikel 1. Duur</h2><p>Het protocol geldt drie jaar.</p></body></html>"
    )
    found = state(segment(repair(read(None, data=page.encode(), name="protocol.html")))).parties
    assert [(each.name, each.kbo, [p.name for p in each.representatives]) for each in found] == [
        ("Waterbedrijf Nethekant", "0200705668", ["Bavo Schellens", "Marleen Opdebeke"]),
        ("OCMW Klokkendries", "0240723811", ["Imke Vannote"]),
    ]


def test_a_column_of_labels_is_no_party() -> None:
    labels = ("Rechtsvorm", "Zetel", "Ondernemingsnummer", "Vertegenwoordigd door")
    left = ("vereniging", "Sluisweg 9, 9190 Riethaven", "0879.323.509", "Mich Van Dongen, directeur")
    right = ("gemeente", "Dorpsplein 2, 9195 Ganzenhout", "0219.141.707", "Karlien Fobert, burgemeester")
    rows = "".join(
        f"<tr>{cell(label)}{cell(one)}{cell(other)}</tr>"
        for label, one, other in zip(
            ("", *labels), ("Vlietwerk", *left), ("Gemeente Ganzenhout", *right), strict=True
        )
    )
    page = (
        "<html><body><h1>Protocol tussen Vlietwerk en de gemeente Ganzenhout</h1><h2>Partijen</h2>"
        f"<table>{rows}</table><h2>Artikel 1. Duur</h2><p>Het protocol geldt drie jaar.</p></body></html>"
    )
    found = state(segment(repair(read(None, data=page.encode(), name="protocol.html")))).parties
    assert [(each.name, each.kbo) for each in found] == [
        ("Vlietwerk", "0879323509"),
        ("Gemeente Ganzenhout", "0219141707"),
    ]


def test_a_narrow_column_goes_on_naming_who_acts() -> None:
    column = (
        "Waterbedrijf Nethekant\n\nSluizenstraat 88, 2969 Netheham\n\nondernemingsnummer\n0200.705.668\n\n"
        "vertegenwoordigd door Bavo\nSchellens, voorzitter, en Marleen\nOpdebeke, algemeen directeur\n\n"
        "OCMW Klokkendries\n\nPastorijdreef 5, 2974 Klokkendries\n\nondernemingsnummer\n0240.723.811\n\n"
        "vertegenwoordigd door Imke\nVannote, voorzitter van het vast\nbureau\n\n"
    )
    text = (
        "PROTOCOL VOOR DE MEDEDELING VAN PERSOONSGEGEVENS\n\nPartijen\n\n"
        f"{column}Artikel 1. Duur\n\nHet protocol geldt drie jaar en wordt daarna telkens verlengd.\n"
    )
    found = state(segment(repair(read(None, data=text.encode(), name="protocol.txt")))).parties
    assert [(each.name, [p.name for p in each.representatives]) for each in found] == [
        ("Waterbedrijf Nethekant", ["Bavo Schellens", "Marleen Opdebeke"]),
        ("OCMW Klokkendries", ["Imke Vannote"]),
    ]
