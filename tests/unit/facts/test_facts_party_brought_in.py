"""Ways to bring in a party in a sentence: behind a verb of place, or without any word like 'tussen'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

ARTICLE = "\n\nArtikel 1. Doel\nDe korting wordt ermee berekend.\n"
HEAD = "GEMEENTE ROETVELDE\nProvincie Noord-Schelde\n\nAfspraken over vuilniszakken\n\nDeelnemers\n\n"
FUND = (
    "Fonds Propere Straat, Bezemlaan 3, 1089 Brussel, KBO-nummer 0815.440.297, voor wie optreedt Ella Roos, "
)
TOWN = (
    "gemeente Roetvelde, Kerkplein 1, 8999 Roetvelde, KBO-nummer 0207.513.788, voor wie optreedt Rob Maes, "
)
INTRODUCED = [
    ("Links aan tafel zit het", "Rechts aan tafel zit de"),
    ("Aan deze kant bevindt zich het", "Aan de overkant bevindt zich de"),
    ("Als eerste meldt zich het", "Als tweede meldt zich de"),
    ("Hier verschijnt het", "Daar verschijnt de"),
    ("Enerzijds is er het", "Anderzijds is er de"),
    ("Aan de ene zijde vinden we het", "Aan de andere zijde vinden we de"),
    ("Eerst komt het", "Dan volgt de"),
    ("Aan de uitwisseling neemt deel het", "Verder neemt deel de"),
    ("Vooraan staat het", "Daartegenover staat de"),
    ("Voor de gegevens zorgt, als bron, het", "Voor het gebruik zorgt, als afnemer, de"),
    ("Aan de kant van de bron treedt op het", "Aan de kant van de afnemer treedt op de"),
    ("Ten eerste is daar het", "Ten tweede is daar de"),
    ("Om te beginnen hebben we het", "Vervolgens hebben we de"),
]


def told(facts_of: State, text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (p.name, p.kbo, [each.name for each in p.representatives]) for p in facts_of(text + ARTICLE).parties
    ]


@pytest.mark.parametrize(("one", "two"), INTRODUCED)
def test_a_party_that_stands_behind_its_verb(facts_of: State, one: str, two: str) -> None:
    assert told(facts_of, f"{HEAD}{one} {FUND}voorzitter.\n\n{two} {TOWN}burgemeester.") == [
        ("Fonds Propere Straat", "0815440297", ["Ella Roos"]),
        ("gemeente Roetvelde", "0207513788", ["Rob Maes"]),
    ]


def test_the_province_of_a_letter_head_is_a_party_where_the_text_says_so(facts_of: State) -> None:
    province = "provincie Noord-Schelde, Scheldelaan 5, 9978 Scheldorp, KBO-nummer 0815.440.297"
    text = f"{HEAD}Hier verschijnt de {province}, voor wie gouverneur Ella Roos tekent."
    assert told(facts_of, f"{text}\n\nDaar verschijnt de {TOWN}burgemeester.") == [
        ("provincie Noord-Schelde", "0815440297", ["Ella Roos"]),
        ("gemeente Roetvelde", "0207513788", ["Rob Maes"]),
    ]


REGION = (
    "het Vlaamse Gewest, {acting} de Dienst Straatlucht, gevestigd te 1095 Brussel, Roetlaan 4, "
    'ondernemingsnummer 0815.440.297, hierna "de Dienst"'
)
BOND = (
    "Bezembond Roetkaai, autonoom gemeentebedrijf, met zetel te 9975 Roetkaai, Dok 11, ondernemingsnummer "
    '0207.513.788, vertegenwoordigd door de heer Jo Baels, voorzitter, hierna "de Bond"'
)
ACTING = [
    "vertegenwoordigd door mevrouw Lut Haas, afdelingshoofd van",
    "in de persoon van mevrouw Lut Haas, directeur van",
    "namens haar regering vertegenwoordigd door mevrouw Lut Haas, hoofd van",
    "voor wie optreedt mevrouw Lut Haas, leidend ambtenaar van",
]
JOINED = [
    "Zich tot deze regels verbindend: ter ene zijde {one}; ter andere zijde {two}.",
    "Deze afspraken gelden voor {one}, en ook voor {two}.",
    "Aan de uitwisseling nemen deel: {one}, alsmede {two}.",
    "Dit stuk bindt enerzijds {one}, anderzijds {two}.",
    "Verbonden zijn hierdoor: {one}; {two}.",
    "Van de ene kant {one}; van de andere kant {two}.",
    "Deze afspraak is er een van {one} met {two}.",
    "Ter eenre zijde {one}; ter andere zijde {two}.",
    "De gegevens gaan van {one}, naar {two}.",
    "Hebben afgesproken: {one}, evenals {two}.",
    "1. {one};\n\n2. {two}.",
]


@pytest.mark.parametrize("acting", ACTING)
@pytest.mark.parametrize("joined", JOINED)
def test_a_region_through_the_head_of_a_service(facts_of: State, joined: str, acting: str) -> None:
    text = "PROTOCOL OVER STRAATVEGERS\n\n" + joined.format(one=REGION.format(acting=acting), two=BOND)
    assert told(facts_of, text) == [
        ("Dienst Straatlucht", "0815440297", ["Lut Haas"]),
        ("Bezembond Roetkaai", "0207513788", ["Jo Baels"]),
    ]


@pytest.mark.parametrize("joined", JOINED)
def test_a_region_of_which_a_service_does_the_work_names_nobody(facts_of: State, joined: str) -> None:
    one = REGION.format(acting="waarvoor de afspraken uitgevoerd worden door")
    text = "PROTOCOL OVER STRAATVEGERS\n\n" + joined.format(one=one, two=BOND)
    assert told(facts_of, text) == [
        ("Dienst Straatlucht", "0815440297", []),
        ("Bezembond Roetkaai", "0207513788", ["Jo Baels"]),
    ]


def test_a_region_that_is_but_spoken_of_is_no_party(facts_of: State) -> None:
    text = (
        "Tussen\n\nde gemeente Roetvelde, Kerkplein 1, 8999 Roetvelde, KBO-nummer 0207.513.788, lid van de "
        "Gewestraad van het Vlaamse Gewest,\n\nen\n\nhet Fonds Propere Straat, Bezemlaan 3, 1089 Brussel, "
        "KBO-nummer 0815.440.297, erkend door het Vlaamse Gewest, afdeling Dienst Straatlucht."
    )
    assert [p.name for p in facts_of(text + ARTICLE).parties] == [
        "gemeente Roetvelde",
        "Fonds Propere Straat",
    ]
