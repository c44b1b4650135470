"""Services without legal personality: the region or the state signs, the service is the party in fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

PAPER = """PROTOCOL
voor de mededeling van gegevens over zwembonnen

TUSSEN

{one}

verder aangeduid als "de {first}",

EN

{other}

verder aangeduid als "de {second}",

WORDT OVEREENGEKOMEN WAT VOLGT

Art. 1 - Doel

De {second} betaalt met de gegevens de zwembonnen terug.
"""
REGION = "het Vlaamse Gewest, vertegenwoordigd door zijn regering, voor wie optreedt"
RIK, MIA = "de heer Rik Maes, secretaris-generaal", "mevrouw Mia Vos, administrateur-generaal"
NUMBERS = ("0815.440.297", "0207.513.788")


def read(facts_of: State, one: str, other: str) -> list[tuple[str, str, tuple[str, ...]]]:
    text = PAPER.format(one=one, other=other, first="Dienst", second="Tegenpartij")
    return [(p.name, p.kbo, tuple(r.name for r in p.representatives)) for p in facts_of(text).parties]


@pytest.mark.parametrize(
    ("acting", "name"),
    [
        (
            f"{MIA} van de Bonnendienst Vlaanderen, agentschap zonder rechtspersoonlijkheid",
            "Bonnendienst Vlaanderen",
        ),
        (f"{MIA} van het Agentschap Zwemmen en Duiken", "Agentschap Zwemmen en Duiken"),
        (f"{MIA} van het agentschap Baden in Vlaanderen", "agentschap Baden in Vlaanderen"),
        (f"{MIA} van Baden in Vlaanderen", "Baden in Vlaanderen"),
        (f"{MIA} van de Vlaamse Zwembadinspectie", "Vlaamse Zwembadinspectie"),
        (f"{MIA} bij de Vlaamse Badendienst", "Vlaamse Badendienst"),
        (f"{MIA} van het Departement Water, Sport en Bonnen", "Departement Water, Sport en Bonnen"),
    ],
)
def test_two_services_of_one_region_are_two_parties(facts_of: State, acting: str, name: str) -> None:
    one = f"{REGION} {acting}, Sluisweg 6 te 9300 Aalst, KBO-nummer 0815.440.297,"
    other = (
        f"{REGION} {RIK} van het Departement Water en Oevers, Havenlaan 202 bus 14 te 1000 Brussel, "
        "KBO-nummer 0207.513.788,"
    )
    assert read(facts_of, one, other) == [
        (name, "0815440297", ("Mia Vos",)),
        ("Departement Water en Oevers", "0207513788", ("Rik Maes",)),
    ]


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        (
            (
                "de Vlaamse Gemeenschap, Departement Spel, Koning Lodewijklaan 35, 1000 Brussel, {number}, "
                "vertegenwoordigd door mevrouw Mia Vos, secretaris-generaal,"
            ),
            "Departement Spel",
        ),
        (
            (
                "de Vlaamse overheid, via het Agentschap Spel en Zwemmen, zetel Sluislaan 8, 1000 Brussel, "
                "{number}, vertegenwoordigd door mevrouw Mia Vos, leidend ambtenaar,"
            ),
            "Agentschap Spel en Zwemmen",
        ),
        (
            (
                "de Belgische Staat, Federale Overheidsdienst Waterwegen, Kaailaan 3, 1000 Brussel, "
                "{number}, vertegenwoordigd door mevrouw Mia Vos, voorzitter van het directiecomité,"
            ),
            "Federale Overheidsdienst Waterwegen",
        ),
        (
            (
                "de Vlaamse Regering, bij delegatie vertegenwoordigd door mevrouw Mia Vos, "
                "administrateur-generaal van de Spelinspectie, Kaailaan 3, 1000 Brussel, {number},"
            ),
            "Spelinspectie",
        ),
    ],
)
def test_the_service_stands_where_the_drafter_puts_it(facts_of: State, clause: str, name: str) -> None:
    city = (
        "de stad Linde, Markt 1, 9155 Linde, KBO-nummer 0207.513.788, vertegenwoordigd door An Peeters, "
        "burgemeester,"
    )
    found = read(facts_of, clause.format(number="KBO-nummer 0815.440.297"), city)
    assert found == [(name, "0815440297", ("Mia Vos",)), ("stad Linde", "0207513788", ("An Peeters",))]


def test_a_street_called_after_someone_does_not_act_for_a_service_of_buildings(facts_of: State) -> None:
    one = f"{REGION} {MIA} van de Bonnendienst, Jan Van den Maeskaai 6 te 9300 Aalst, KBO 0815.440.297,"
    other = f"{REGION} {RIK} van het Departement Sport en Gebouw, Kaailaan 2, 1000 Brussel, KBO 0207.513.788,"
    assert read(facts_of, one, other) == [
        ("Bonnendienst", "0815440297", ("Mia Vos",)),
        ("Departement Sport en Gebouw", "0207513788", ("Rik Maes",)),
    ]


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("In wat volgt heet zij de Badenbond.", "de Badenbond"),
        ("Hierna heet de vereniging de Badenbond.", "de Badenbond"),
        ("Verder noemen we haar de Badenbond.", "de Badenbond"),
    ],
)
def test_a_short_name_that_a_sentence_gives(facts_of: State, words: str, short: str) -> None:
    union = (
        "Vereniging Baden in Vlaanderen, Sluisweg 6, 9300 Aalst, KBO-nummer 0815.440.297, vertegenwoordigd "
        f"door mevrouw Mia Vos, voorzitter. {words}"
    )
    city = "de stad Linde, Markt 1, 9155 Linde, KBO 0207.513.788"
    text = f"PROTOCOL BONNEN\n\nTussen\n\n{union}\n\nen\n\n{city}\n"
    assert facts_of(text).parties[0].short_name == short
