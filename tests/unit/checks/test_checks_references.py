"""References: to a part that is there, to one that is not, to the wrong one, to a statute."""

from __future__ import annotations

import pytest

from tests.unit.checks.found import NUMBERED, WORDED, hits, in_clause, quotes


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens, vermeld in artikel 4, d), worden elk jaar bezorgd.",
        "De gegevens van artikel 4, onder e, worden elk jaar bezorgd.",
        "Het doel van artikel 2, § 3, geldt ook hier.",
        "Zie artikel 12 van dit protocol.",
        "Onverminderd artikel 11 kan de stad dit weigeren.",
        "De stad past artikel 9 toe.",
        "De termijn van artikel 5, tweede lid, is van toepassing.",
        "De partijen volgen de procedure van de artikelen 7 en 9.",
        "De partijen volgen de procedure van artikel 7, derde lid.",
        "De partijen volgen art. 14.",
        "De partijen volgen artikel 2bis.",
    ],
)
def test_a_reference_that_leads_nowhere_is_found(clause: str) -> None:
    assert len(in_clause("R201", clause, WORDED)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens, vermeld in artikel 4, b), worden elk jaar bezorgd; het doel staat in artikel 2, § 2.",
        "De stad handelt volgens artikel 28 AVG en artikel 33 GDPR.",
        "De stad volgt artikel 33 en 34 van de AVG. Volgens artikel 34 verwittigt zij ook de burger.",
        "De AVG is van toepassing. Artikel 30 verplicht de stad een register bij te houden.",
        "De verwerking is rechtmatig op grond van artikel 6, lid 1, e).",
        "Het gaat om bijzondere categorieën in de zin van artikel 9, lid 1, van de verordening.",
        "De stad past artikel 2.9 van de Vlaamse Codex Wonen toe, en artikel 2.10 ervan.",
        "De wet van 8 juli 1976 bevat in haar artikelen 57 en 60 de taken van het OCMW.",
        "Het besluit van de Vlaamse Regering van 15 mei 2009 (artikel 4, 9°, en artikel 12) regelt dat.",
        "Het Strafwetboek bestraft schending van het beroepsgeheim (artikel 458).",
        "Op het beroepsgeheim is artikel 458 Sw. van toepassing.",
        "Elke partij leeft artikel 17 van de samenwerkingsovereenkomst van 3 mei 2024 na.",
        "In het kader van artikel 20 van het kaderprotocol en artikel 12 van bijlage 2 gelden andere regels.",
        'Artikel 10 van het decreet luidt: "De gegevens, vermeld in artikel 14, tweede lid, worden gewist."',
        "Dit artikel en artikel 6, eerste lid, gelden samen.",
        "De stad bewaart de gegevens onder 12 jaar niet; personen onder 18 jaar ontvangen niets.",
        "De stad zet rubriek 3 van de aangifte om; vak IV blijft leeg, en deel 2 van het formulier ook.",
    ],
)
def test_a_reference_elsewhere_or_to_what_is_there_is_none(clause: str) -> None:
    assert in_clause("R201", clause, WORDED) == []


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens, vermeld in punt 4.3, worden elk jaar bezorgd.",
        "De gegevens, vermeld in punt 9, worden elk jaar bezorgd.",
        "Zie onder 8.2 voor de opzegging.",
    ],
)
def test_a_point_that_leads_nowhere_is_found(clause: str) -> None:
    assert len(in_clause("R201", clause, NUMBERED)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens, vermeld in punt 4.1, worden elk jaar bezorgd; het doel van punt 2 blijft gelden.",
        "De stad handelt volgens artikel 2.9 van de codex en artikel 57 van de OCMW-wet.",
    ],
)
def test_a_point_that_is_there_is_right(clause: str) -> None:
    assert in_clause("R201", clause, NUMBERED) == []


@pytest.mark.parametrize(
    "clause",
    [
        "De beveiliging van de persoonsgegevens, vermeld in artikel 3, gebeurt met TLS.",
        "De in artikel 6 opgesomde gegevens worden elk jaar bezorgd.",
        "De stad gebruikt de gegevens enkel voor de doeleinden, vermeld in artikel 5.",
        "Na de bewaartermijn, bepaald in artikel 6, wist de stad alles.",
        "De ontvangers, genoemd in artikel 3, tekenen een verklaring.",
        "De opzegtermijn van artikel 5 geldt niet bij misbruik.",
        "De rechtsgrond, vermeld in artikel 5, blijft gelden.",
        "De gegevens uit artikel 5 worden elk jaar bezorgd.",
    ],
)
def test_a_reference_to_the_wrong_article_is_found(clause: str) -> None:
    assert len(in_clause("R202", clause, WORDED)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens, vermeld in artikel 4, dienen de doeleinden van artikel 2, op grond van artikel 3.",
        "De bewaartermijn, bepaald in artikel 5, en de ontvangers, vermeld in artikel 6, gelden.",
        "De mededeling van de gegevens, bedoeld in artikel 1, gebeurt elk jaar.",
        "De verwerking van de gegevens, zoals geregeld in artikel 5, eindigt dan.",
        "De eigenaars, bedoeld in artikel 2, krijgen een brief; de dienst, genoemd in artikel 6, ook.",
        "Het gebruik van gegevens in strijd met artikel 2 wordt bestraft.",
        "De opzegging, bedoeld in artikel 8, gebeurt schriftelijk; de termijn van artikel 5 loopt door.",
    ],
)
def test_a_reference_to_the_right_article_is_right(clause: str) -> None:
    assert in_clause("R202", clause, WORDED) == []


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens, opgesomd in punt 3, worden elk jaar bezorgd.",
        "De gegevens van punt 2 worden elk jaar bezorgd.",
    ],
)
def test_a_point_about_something_else_is_found(clause: str) -> None:
    assert len(in_clause("R202", clause, NUMBERED)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens van punt 4 worden elk jaar bezorgd.",
    ],
)
def test_a_point_about_the_data_is_right(clause: str) -> None:
    assert in_clause("R202", clause, NUMBERED) == []


def test_the_message_names_the_last_article_and_the_missing_point() -> None:
    _, nowhere = hits("R201", WORDED.format(clause="De stad past artikel 9 toe."))
    assert [(hit.case, dict(hit.values)) for hit in nowhere] == [("", {"last": "artikel 8"})]
    _, point = hits("R201", WORDED.format(clause="De gegevens van artikel 4, e), worden gewist."))
    assert [(hit.case, dict(hit.values)) for hit in point] == [
        ("onderdeel", {"target": "artikel 4", "item": "e)"})
    ]


def test_the_right_article_is_named() -> None:
    _, found = hits("R202", WORDED.format(clause="De gegevens, vermeld in artikel 5, worden gewist."))
    assert [hit.values["right"] for hit in found] == ["artikel 4"]


def test_a_reference_in_an_annex_is_left_to_the_annex() -> None:
    annex = "BIJLAGE 1. Model\n\nArtikel 1. Levering\n\nZie artikel 14 en punt 3 van deze bijlage.\n"
    text = WORDED.format(clause="Het model staat in bijlage 1.") + f"\n{annex}"
    assert quotes("R201", text) == []


def test_a_reference_over_two_lines_to_a_decree_is_no_reference_to_this_protocol() -> None:
    clause = "De stad handelt op grond van artikel 12 van\nhet decreet van 22 december 2017."
    assert in_clause("R201", clause) == []


def test_a_paper_of_paragraphs_refers_to_its_paragraphs() -> None:
    paper = """Protocol gegevensdeling

§ 1. De stad gebruikt de gegevens om de premie te berekenen.

§ 2. Het agentschap bezorgt de naam en het adres van de eigenaar.

§ 3. De gegevens, bedoeld in § {number}, worden na twee jaar gewist.

§ 4. Dit protocol geldt voor vijf jaar.
"""
    assert quotes("R201", paper.format(number=2)) == []
    assert quotes("R201", paper.format(number=7)) == ["§ 7"]
