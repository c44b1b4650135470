"""What can be the name of a body, and what never is; columns; and what only an annex states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.facts import party_bodies, party_layout, state
from protocheck.facts.reading import Reading
from protocheck.facts.supplied import supplied
from protocheck.ingest.read import read
from protocheck.model.package import Package
from protocheck.model.package import Reading as Document
from protocheck.repair import repair
from protocheck.segment import segment


@pytest.mark.parametrize(
    "name",
    [
        "stad Ravelgem",
        "Polder van de Zwinstreek",
        "Huis van het Kind Molendreef vzw",
        "agentschap voor natuur en bos",
        "departement landbouw en visserij",
        "openbaar centrum voor maatschappelijk welzijn van Tessenbeek",
        "lokale politie, zone Maasbocht",
        "Vlaamse Zorgkas",
        "Haven van Lissegem nv van publiek recht",
        "gemeente 's-Gravendonk",
        "VDAB",
    ],
)
def test_a_body_can_bear_this_name(name: str) -> None:
    assert party_bodies.looks_like_body(name)


@pytest.mark.parametrize(
    "text",
    [
        "dienst levert per perceel",
        "rijksregisternummer van de aanvrager, voor zover hij een kaart heeft",
        "vereniging bewaart een uitgelezen gegeven bij het dossier",
        "gemeente zoekt de eigenaars van bomen",
        "medewerkers van de dienst Noodplanning",
        "opdrachthoudende vereniging",
        "intern verzelfstandigd agentschap met rechtspersoonlijkheid",
        "Agentschap met rechtspersoonlijkheid van de Vlaamse Gemeenschap",
        "DEEL 1: DE VERSTREKKER",
        "de betrokken gemeenten",
        "stuurgroep Wonen",
        "naam, voornaam en adres",
        "Colofon",
    ],
)
def test_no_body_bears_this_name(text: str) -> None:
    assert not party_bodies.looks_like_body(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OCMW van Tessenbeek", "Openbaar centrum voor maatschappelijk welzijn Tessenbeek"),
        ("STAD RAVELGEM", "stad Ravelgem"),
        ("intern verzelfstandigd agentschap Zeewacht", "Agentschap Zeewacht"),
    ],
)
def test_one_body_under_two_names(one: str, other: str) -> None:
    assert party_bodies.key_of(one) == party_bodies.key_of(other)


COLUMNS = """Partijen

Zorgfonds Kreekland                 Gemeente Rietbeke
Dijk 4, 9871 Rietbeke               Dorp 1, 9872 Kreekbos
KBO 0811.222.333                    KBO 0822.333.444

Artikel 1. Doel
"""


def test_columns_are_read_one_after_the_other(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(COLUMNS)
    layout = party_layout.laid_out(reading)
    flat = layout.reading.flat
    assert len(flat) == len(reading.flat)
    assert flat.index("Dijk 4") < flat.index("0811") < flat.index("Gemeente Rietbeke") < flat.index("Dorp 1")


def test_labels_with_their_values_are_no_columns(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("Naam:      Zorgfonds\nZetel:     Dijk 4, 9871 Rietbeke\nKBO:       0811.222.333\n")
    assert party_layout.laid_out(reading).origin is None


def _document(name: str, text: str) -> Document:
    repaired = repair(read(None, data=text.encode(), name="protocol.txt"))
    outline = segment(repaired)
    return Document(name, repaired, outline, state(outline))


FRAME = """KADERPROTOCOL HAVENGELD

Artikel 1. Partijen

De provincie Duinrand, Zeeweg 3, 8990 Duinstede, KBO 0811.222.333, vertegenwoordigd door Bo Maes, gouverneur.
Haar functionaris: dpo@duinrand.example. De ontvanger is de gemeente die bijlage 1 invult.

Artikel 2. Doel

De gemeente heft havengeld.
"""
FORM = """BIJLAGE 1
TOETREDINGSFORMULIER

Naam: gemeente Zandgeul
Adres: Kaai 2, 8991 Zandgeul
Ondernemingsnummer: 0822.333.444
Vertegenwoordigd door: An Roels, burgemeester
Functionaris voor gegevensbescherming: fg@zandgeul.example
"""
AGREED = """PROTOCOL

Tussen de provincie Duinrand, Zeeweg 3, 8990 Duinstede, KBO 0811.222.333, namens wie Bo Maes tekent,

en de gemeente Zandgeul, Kaai 2, 8991 Zandgeul, KBO 0822.333.444, vertegenwoordigd door An Roels.

Artikel 1. De gemeente heft havengeld. De verwerkers staan in bijlage 1.
"""


def test_the_party_that_joins_by_a_form_is_stated_where_the_protocol_refers_to_it() -> None:
    package = supplied(Package(_document("protocol", FRAME), (_document("annex-1", FORM),)))
    facts = package.main.facts
    assert [p.name for p in facts.parties] == ["provincie Duinrand", "gemeente Zandgeul"]
    assert facts.parties[1].span == facts.annexes[0].span
    assert [c.value for c in facts.contacts if c.dpo] == ["dpo@duinrand.example", "fg@zandgeul.example"]


def test_a_protocol_with_its_parties_takes_none_from_an_annex() -> None:
    annex = FORM.replace("gemeente Zandgeul", "Hostpunt nv")
    package = supplied(Package(_document("protocol", AGREED), (_document("annex-1", annex),)))
    assert [p.name for p in package.main.facts.parties] == ["provincie Duinrand", "gemeente Zandgeul"]


def test_a_name_over_two_lines_of_a_cell_is_one_name() -> None:
    cells = (
        ("", "Wie meedeelt", "Wie ontvangt"),
        ("Naam", "Zorgfonds<br>Kreekland vzw", "Gemeente<br>Rietbeke"),
        ("Zetel", "Dijk 4,<br>9871 Rietbeke", "Dorp 1,<br>9872 Kreekbos"),
        ("Ondernemingsnummer", "0811.222.333", "0822.333.444"),
    )
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    page = f"<html><body><h1>Protocol</h1><table>{rows}</table><p>Artikel 1. Doel</p></body></html>"
    outline = segment(repair(read(None, data=page.encode(), name="p.html")))
    found = state(outline).parties
    assert [(each.name, each.seat) for each in found] == [
        ("Zorgfonds Kreekland vzw", "Dijk 4, 9871 Rietbeke"),
        ("Gemeente Rietbeke", "Dorp 1, 9872 Kreekbos"),
    ]
