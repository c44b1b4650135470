"""Dates of a protocol: entry into force, signature, advice, and days that do not exist."""

from __future__ import annotations

import pytest

from tests.unit.checks.desk import MADE, NAMES, found, paper, quotes

TOO_EARLY = [
    "Dit protocol treedt in werking op 1 maart 2026.",
    "Dit protocol heeft uitwerking met ingang van 1 januari 2026.",
    "De mededeling vangt aan op 01.02.2026.",
    "Het protocol gaat in op 2026-03-01 en duurt vijf jaar.",
    "Het protocol loopt van 1 januari 2026 tot en met 31 december 2028.",
    "Het protocol wordt gesloten voor drie jaar, met ingang van 1 februari 2026.",
    "Datum van inwerkingtreding: 1 maart 2026",
    "Dit protocol wordt van kracht op 2 maart 2026 en geldt voor onbepaalde duur.",
    "Dit protocol, dat aanvangt op tien februari tweeduizend zesentwintig, geldt drie jaar.",
]
IN_TIME = [
    "Dit protocol treedt in werking op 12 maart 2026.",
    "Het protocol geldt vanaf 1 april 2026.",
    (
        "Dit protocol treedt in werking de dag na de laatste handtekening en vervangt het protocol dat op "
        "1 januari 2022 in werking trad."
    ),
    "Het decreet van 3 maart 2023 trad in werking op 1 juli 2023. Dit protocol begint op 1 april 2026.",
    "Dit protocol treedt in werking op de datum van ondertekening, maar niet eerder dan 1 maart 2026.",
    "Dit protocol treedt in werking op 1 maart 2026, tenzij de partijen later tekenen.",
    "De gegevens van aanvragen vanaf 1 januari 2026 worden meegedeeld.",
    "Het besluit van de gemeenteraad is van kracht sinds 1 januari 2025.",
    "De eerste levering gebeurt op 1 februari 2026.",
]


@pytest.mark.parametrize("said", TOO_EARLY)
def test_entry_into_force_before_signature(said: str) -> None:
    assert len(quotes("D301", paper(said))) == 1


@pytest.mark.parametrize("said", IN_TIME)
def test_entry_into_force_in_time(said: str) -> None:
    assert quotes("D301", paper(said)) == []


def test_entry_into_force_points_at_the_last_signature() -> None:
    (finding,) = found("D301", paper("Dit protocol treedt in werking op 1 maart 2026."))
    assert finding.primary.quote == "treedt in werking op 1 maart 2026"
    assert [place.quote for place in finding.related] == ["12 maart 2026"]


@pytest.mark.parametrize(
    "made",
    [
        "Opgemaakt te Wijtsbeke, op ........................",
        "Opgemaakt te Wijtsbeke op [datum]",
        "Opgemaakt te Wijtsbeke op ___ / ___ / 2026",
        "Opgemaakt te Wijtsbeke, in twee exemplaren.",
        "Gedaan te Wijtsbeke, XX/XX/2026",
        "Opgemaakt te Wijtsbeke op …",
        "Opgemaakt te Wijtsbeke op dd/mm/2026",
        "Datum:",
    ],
)
def test_signing_clause_without_a_day(made: str) -> None:
    assert len(quotes("D302", paper(signed=made + "\n" + NAMES))) == 1


@pytest.mark.parametrize(
    "made",
    [
        "Wijtsbeke, 12 maart 2026",
        "Datum: 12 maart 2026",
        "Aldus in tweevoud opgemaakt te Wijtsbeke op de twaalfde maart tweeduizend zesentwintig.",
        "Opgemaakt te Wijtsbeke op datum van de laatste elektronische handtekening.",
    ],
)
def test_signing_clause_with_a_day(made: str) -> None:
    assert quotes("D302", paper(signed=made + "\n" + NAMES)) == []


def test_a_stamp_makes_an_open_date_a_warning() -> None:
    stamp = "\nGetekend door: Roos Claes (Signature)\nGetekend op: 2026-03-20 11:27:39 +01:00\n"
    text = paper(
        "Dit protocol treedt in werking op 1 maart 2026.",
        signed="Opgemaakt te Brussel op in 2 exemplaren\n\nVoor de stad\n" + stamp,
    )
    assert [(each.severity, each.case) for each in found("D302", text)] == [("warning", "stempel")]
    assert quotes("D301", text) == ["treedt in werking op 1 maart 2026"]


@pytest.mark.parametrize(
    ("advice", "sorts"),
    [
        ("", ["geen"]),
        (
            (
                "Gelet op het advies van de functionaris voor gegevensbescherming van het Agentschap van "
                "20 januari 2026;\n\n"
                "Gelet op het advies van de functionaris voor gegevensbescherming van de Stad;\n\n"
            ),
            ["zonder-datum"],
        ),
        (
            (
                "Gelet op het advies van de functionaris voor gegevensbescherming van het Agentschap van "
                "20 januari 2026;\n\n"
            ),
            ["ontbreekt"],
        ),
        (
            (
                "De DPO van het Agentschap gaf op 20/01/2026 advies en de DPO van de Stad gaf op 22/03/2026 "
                "advies.\n\n"
            ),
            ["te-laat"],
        ),
        (
            (
                "De functionaris voor gegevensbescherming van het Agentschap heeft op .. januari 2026 "
                "advies gegeven. De functionaris voor gegevensbescherming van de Stad heeft op 22 januari "
                "2026 advies gegeven.\n\n"
            ),
            ["zonder-datum"],
        ),
        (
            (
                "De functionaris voor gegevensbescherming van de Stad waakt over de naleving en geeft "
                "jaarlijks advies.\n\n"
            ),
            ["geen"],
        ),
        (
            (
                "De functionaris voor gegevensbescherming van het Agentschap bracht op 20 januari 2026 "
                "advies uit. De functionaris van de Stad deed dat op 23 januari 2026.\n\n"
            ),
            [],
        ),
        (
            (
                "De functionaris voor gegevensbescherming, die voor het Agentschap en de Stad optreedt, gaf "
                "op 20 januari 2026 advies.\n\n"
            ),
            [],
        ),
        (
            "| Wie | Advies FG |\n|---|---|\n| Agentschap | 20/01/2026 |\n| Stad | 22/01/2026 |\n\n",
            [],
        ),
        ("Adviezen FG: Agentschap 20 januari 2026, Stad 22 januari 2026.\n\n", []),
        (
            (
                "De heer Wouters, functionaris voor gegevensbescherming van het Agentschap, en mevrouw "
                "Peeters, die dat is bij de Stad, gaven op 20 januari 2026 elk een advies.\n\n"
            ),
            [],
        ),
        (
            (
                "Gezien het advies van de functionaris voor gegevensbescherming van 20 januari 2026;\n\n"
                "Gezien het advies van de functionaris voor gegevensbescherming van de Stad;\n\n"
            ),
            ["zonder-datum"],
        ),
        (
            (
                "De functionaris van het Agentschap adviseerde op 20 januari 2026 over het ontwerp dat beide "
                "partijen samen opstelden. De functionaris van de Stad bracht eveneens advies uit.\n\n"
            ),
            ["zonder-datum"],
        ),
    ],
)
def test_advice_of_the_officers(advice: str, sorts: list[str]) -> None:
    assert [each.case for each in found("D303", paper(advice=advice))] == sorts


_FIRST = (
    "De functionaris voor gegevensbescherming van het Agentschap gaf op 20 januari 2026 advies over het "
    "ontwerp.\n\n"
)


@pytest.mark.parametrize(
    ("said", "sorts"),
    [
        ("De DPO van de Stad keek de nota na en liet op 22 januari 2026 weten dat die volstaat.", []),
        ("De tekst werd op 22 januari 2026 door de functionaris van de Stad nagelezen.", []),
        ("Op 22 januari 2026 stemde de functionaris van de Stad in met het ontwerp.", []),
        ("Op 22 januari 2026 gaf de DPO van de Stad groen licht voor dit protocol.", []),
        ("De functionaris van de Stad las de tekst na en had geen opmerkingen.", ["zonder-datum"]),
        ("De DPO van de Stad verklaarde zich op .../.../2026 akkoord met de tekst.", ["zonder-datum"]),
        ("De functionaris van de Stad gaf gunstig advies en vraagt de logs te bewaren.", ["zonder-datum"]),
        ("Het advies van de functionaris van de Stad is als bijlage gevoegd.", ["zonder-datum"]),
        ("Het advies van de DPO van de Stad is gunstig.", ["zonder-datum"]),
        ("De functionaris van de Stad is om advies gevraagd en antwoordde gunstig.", ["zonder-datum"]),
        ("Haar collega bij de Stad gaf eveneens een gunstig advies.", ["zonder-datum"]),
        ("De DPO van de Stad keurde het ontwerp op 2 april 2026 goed.", ["te-laat"]),
        ("De functionaris van de Stad werd op 3 februari 2026 aangesteld.", ["ontbreekt"]),
        ("De functionaris van de Stad onderzocht op 3 februari 2026 een gegevenslek.", ["ontbreekt"]),
        ("De functionaris van de Stad zal het ontwerp op 3 april 2026 nalezen.", ["ontbreekt"]),
    ],
)
def test_an_advice_in_other_words(said: str, sorts: list[str]) -> None:
    assert [each.case for each in found("D303", paper(advice=_FIRST + said + "\n\n"))] == sorts


@pytest.mark.parametrize(
    "said",
    [
        "De partijen volgen het advies dat hun functionarissen voor gegevensbescherming hebben gegeven.",
        "De functionaris voor gegevensbescherming van de Stad gaf in zijn advies drie opmerkingen.",
        "Bij een lek vraagt de Stad advies aan haar functionaris voor gegevensbescherming.",
    ],
)
def test_an_advice_that_is_dated_elsewhere(said: str) -> None:
    assert quotes("D303", paper(said)) == []


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Het protocol eindigt op 31 september 2028.", "31 september 2028"),
        ("Het protocol eindigt op 29 februari 2027.", "29 februari 2027"),
        ("Elk jaar op 31 juni wordt een lijst bezorgd.", "31 juni"),
        ("Het protocol eindigt op 31/04/28.", "31/04/28"),
        ("Het eindigt op 15/13/2028.", "15/13/2028"),
        (
            "Het eindigt op eenendertig april tweeduizend achtentwintig.",
            "eenendertig april tweeduizend achtentwintig",
        ),
    ],
)
def test_days_that_do_not_exist(said: str, day: str) -> None:
    assert quotes("D304", paper(said)) == [day]


@pytest.mark.parametrize(
    "said",
    [
        "Het protocol eindigt op 29 februari 2028.",
        "Besluit nr. 31/04/2025 van het college.",
        "Het college nam besluit 2025/31/04.",
        "In het schooljaar 2025-2026.",
        "Het protocol eindigt op [datum].",
    ],
)
def test_days_that_do_exist_and_what_is_no_day(said: str) -> None:
    assert quotes("D304", paper(said)) == []


def test_a_sound_protocol_has_no_finding_on_dates() -> None:
    text = paper("Dit protocol treedt in werking op 1 april 2026.", signed=MADE + NAMES)
    assert [quotes(code, text) for code in ("D301", "D302", "D303", "D304")] == [[], [], [], []]


def test_days_printed_in_digits_are_said_in_words() -> None:
    text = (
        "Protocol\nArtikel 9: Inwerkingtreding\nDit protocol treedt in werking op 2023-12-01.\n\n"
        "Opgemaakt te Wijtsbeke op ............ in 2 exemplaren\n\nVoor de gemeente\n\n"
        "Getekend door: Roos Claes (Signature)\nGetekend op: 2023-12-20 11:27:39 +01:00\n"
        "Reden: Ik keur dit document goed\n"
    )
    (finding,) = found("D301", text)
    assert finding.message == (
        "Het protocol werkt vanaf 1 december 2023, terwijl de laatste partij pas tekent op 20 december 2023."
    )
