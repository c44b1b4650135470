"""Acts and decrees with their articles; references to this protocol told apart from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]


def cited(facts: Facts) -> list[tuple[str, tuple[str, ...]]]:
    return [(c.key, c.articles) for c in facts.citations]


def referred(facts: Facts) -> list[tuple[str, str, str]]:
    return [(r.target, r.item, r.external) for r in facts.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Dit steunt op artikel 8, § 1, van het decreet van 18 juli 2008 betreffende het "
                "elektronische bestuurlijke gegevensverkeer."
            ),
            [("decreet 2008-07-18", ("8, § 1",))],
        ),
        ("Zie artikel 2, 10° e-govdecreet.", [("decreet 2008-07-18", ("2, 10°",))]),
        ("Dit steunt op artikel 6, lid 4, van de AVG.", [("avg", ("6, lid 4",))]),
        ("Zie art. 9 en/of 10 van de algemene verordening gegevensbescherming.", [("avg", ("9", "10"))]),
        ("Conform artikel 28 GDPR wordt gewerkt.", [("avg", ("28",))]),
        (
            (
                "Verordening (EU) 2016/679 van het Europees Parlement en de Raad van 27 april 2016 "
                "betreffende de bescherming van natuurlijke personen is van toepassing."
            ),
            [("avg", ())],
        ),
        (
            (
                "Het decreet van 9 februari 2018 betreffende het lokaal sociaal beleid (meer "
                "bepaald de artikels 3, 4 en 9)."
            ),
            [("decreet 2018-02-09", ("3", "4", "9"))],
        ),
        (
            (
                "Volgens het decreet van 3 mei 2019 houdende de zorgpremie, artikelen 10/1 en 12, "
                "§ 2, 3°, mag dat."
            ),
            [("decreet 2019-05-03", ("10/1", "12, § 2, 3°"))],
        ),
        (
            "De wet betreffende de openbare centra voor maatschappelijk welzijn van 8 juli 1976 geldt.",
            [("wet 1976-07-08", ())],
        ),
        ("Zie art. 11 decreet 30 april 2004.", [("decreet 2004-04-30", ("11",))]),
        (
            (
                "Het besluit van de Vlaamse Regering van 30 november 2018 betreffende het lokaal "
                "sociaal beleid geldt."
            ),
            [("bvr 2018-11-30", ())],
        ),
        (
            (
                "Het koninklijk besluit van 14 april 1988 tot regeling van het gebruik van het "
                "identificatienummer geldt."
            ),
            [("kb 1988-04-14", ())],
        ),
        ("Het KB van 16 juli 1992 geldt.", [("kb 1992-07-16", ())]),
        ("Beraadslaging nr. 20/123 van 5 mei 2020 laat dat toe.", [("beraadslaging 2020-05-05", ())]),
        ("Het decreet over het lokaal bestuur is van toepassing.", [("decreet 2017-12-22", ())]),
        ("Het beroepsgeheim van artikel 458 van het Strafwetboek geldt.", [("strafwetboek", ("458",))]),
        (
            "Het reglement van de gemeenteraad van 12 december 2022 op de sportpas regelt dat.",
            [("reglement 2022-12-12", ())],
        ),
        ("De functionaris gaf op 3 mei 2024 advies en volgens de wet werd op 4 mei 2024 beslist.", []),
        ("Dat is AVG-conform.", []),
    ],
)
def test_finds_the_statute_and_its_articles(
    facts_of: State, text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert cited(facts_of(text)) == expected


def test_a_title_ends_before_the_sentence_goes_on(facts_of: State) -> None:
    facts = facts_of(
        "Het decreet van 4 februari 2022 tot wijziging van het decreet van 30 april 2004 tot "
        "oprichting van een agentschap, heeft een rechtsgrond ingevoerd."
    )
    assert [(c.key, c.title) for c in facts.citations] == [
        (
            "decreet 2022-02-04",
            "tot wijziging van het decreet van 30 april 2004 tot oprichting van een agentschap",
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gegevens, vermeld in artikel 3, worden gewist.", [("article 3", "", "")]),
        ("In afwijking van artikel 5, 2°, kan dat.", [("article 5", "2°", "")]),
        ("Zie de artikelen 3 en 4 van dit protocol.", [("article 3", "", ""), ("article 4", "", "")]),
        ("Zoals bepaald in artikel 4.2 worden ze bewaard.", [("article 4.2", "", "")]),
        ("Dat volgt uit artikel 5bis.", [("article 5bis", "", "")]),
        ("Zie artikel IX.", [("article IX", "", "")]),
        ("Artikel 10/1 van het decreet laat dat toe.", [("article 10/1", "", "decreet")]),
        ("Volgens artikel 12 van het huishoudelijk reglement kan dat.", [("article 12", "", "reglement")]),
        ("Zie artikel 6, lid 1, e), van de AVG.", [("article 6", "lid 1, e)", "avg")]),
        ("De lijst staat in bijlage 2.", [("annex 2", "", "")]),
        ("Zoals hierboven vermeld, is dat zo.", [("hierboven", "", "")]),
        ("Dat staat in punt 4.2 van de tekst.", [("item 4.2", "", "")]),
        ("De termijn bedraagt 3 maanden en 10 dagen.", []),
    ],
)
def test_tells_references_apart(facts_of: State, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert referred(facts_of(text)) == expected


def test_a_heading_is_no_reference(facts_of: State) -> None:
    text = (
        "Artikel 1: Voorwerp\n\nDit protocol regelt de mededeling.\n\nArtikel 2. Duur\n\nHet geldt "
        "een jaar, zie artikel 1.\n"
    )
    assert referred(facts_of(text)) == [("article 1", "", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De afspraken staan in bijlage 1.", [("1", "")]),
        ("De overeenkomst is gesloten (zie bijlage).", [("", "")]),
        ("Bijlage 2: Lijst van diensten", [("2", "Lijst van diensten")]),
        ("De bijlagen 1 en 2 maken deel uit van het protocol.", [("1", ""), ("2", "")]),
        ("Het bestand gaat als versleutelde bijlage bij de e-mail.", []),
        ("Dat staat in bijlage 3 bij het besluit.", []),
        ("Ze stuurt een geëncrypteerde mailbijlage.", []),
    ],
)
def test_finds_annexes_of_the_protocol_only(
    facts_of: State, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(a.number, a.title) for a in facts_of(text).annexes] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "De partijen volgen het decreet van 18 juli 2008 betreffende het elektronische bestuurlijke "
                "gegevensverkeer en zullen deze tekst bekendmaken."
            ),
            "betreffende het elektronische bestuurlijke gegevensverkeer",
        ),
        (
            (
                "De mededeling steunt op het decreet van 18 juli 2008 betreffende het elektronische "
                "bestuurlijke gegevensverkeer en op [te schrappen indien niet van toepassing]."
            ),
            "betreffende het elektronische bestuurlijke gegevensverkeer",
        ),
        (
            (
                "De leerplichtwet en het besluit van de Vlaamse Regering van 6 mei 1997 houdende de controle "
                "op de inschrijvingen geven de school opdracht de afwezigheden te noteren."
            ),
            "houdende de controle op de inschrijvingen",
        ),
        (
            "Het decreet van 3 mei 2019 betreffende het dragen van een badge geldt.",
            "betreffende het dragen van een badge",
        ),
    ],
)
def test_where_a_title_ends(facts_of: State, text: str, title: str) -> None:
    assert title in [each.title for each in facts_of(text).citations]


def test_local_ordinances(facts_of: State) -> None:
    assert [
        (each.key, each.kind)
        for each in facts_of(
            "De politieverordening van de gemeenteraad van 3 maart 2020 en de belastingverordening op "
            "tweede verblijven gelden."
        ).citations
    ] == [
        ("verordening 2020-03-03", "verordening"),
        ("verordening op-tweede-verblijven", "verordening"),
    ]
