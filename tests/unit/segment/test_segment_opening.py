"""Where the parties block and the recitals open, in other words and orders than usual."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, kinds, outline, part, words

ARTICLES = """
        Artikel 1. Doel

        De stad reikt een zwembon uit.

        Artikel 2. Duur

        Dit protocol geldt vijf jaar.
"""
CITY = "de stad Pluimveld, Kerkplein 1, 9999 Pluimveld, ondernemingsnummer 0123.456.749"
CLUB = "de vzw De Kikker, Vijverlaan 4, 9999 Pluimveld, ondernemingsnummer 0987.654.394"


@pytest.mark.parametrize(
    "head",
    [
        "ONDERTEKENENDE PARTIJEN",
        "Partijen bij dit protocol",
        "De partijen bij het protocol:",
        "Identificatie van de partijen",
        "GEGEVENS VAN DE PARTIJEN",
        "Deelnemende besturen",
        "Samenwerkende partijen",
        "Betrokken instanties",
    ],
)
@pytest.mark.parametrize("case", [str, str.upper])
def test_a_heading_of_the_parties_opens_the_preamble(head: str, case: type[str]) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Versie 2, 3 maart 2025

        {case(head)}

        Stad Pluimveld
            Kerkplein 1, 9999 Pluimveld
            Functionaris: fg@pluimveld.example

        vzw De Kikker
            Vijverlaan 4, 9999 Pluimveld
        {ARTICLES}"""
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "preamble", "article", "article"]
    assert words(paper, part(paper, "preamble")).startswith(case(head))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mededelende instantie", "Ontvangende instantie"),
        ("De verstrekkende partij:", "De ontvangende partij:"),
        ("Verstrekker", "Ontvanger"),
        ("PARTIJ A", "PARTIJ B"),
        ("Eerste partij", "Tweede partij"),
        ("Zender", "Bestemmeling"),
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_role_of_a_party_by_itself_opens_the_preamble(one: str, other: str, gap: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        {one}{gap}
            Stad Pluimveld
            Kerkplein 1, 9999 Pluimveld, KBO 0123.456.749

        {other}{gap}
            vzw De Kikker
            Vijverlaan 4, 9999 Pluimveld, KBO 0987.654.394
        {ARTICLES}"""
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "preamble", "article", "article"]
    assert words(paper, part(paper, "preamble")).startswith(one)


@pytest.mark.parametrize(
    "opener",
    [
        "WORDT OVEREENGEKOMEN TUSSEN",
        "Is overeengekomen tussen:",
        "TUSSEN",
        "Wordt gesloten tussen",
    ],
)
def test_recitals_may_stand_above_the_parties(opener: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Gelet op het decreet van 18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer;

        Gelet op het reglement van de stad van 4 mei 2020 op de zwembonnen;

        Overwegende dat kinderen uit arme gezinnen minder vaak leren zwemmen dan andere;

        {opener}

        {CITY}, hierna de stad,

        en

        {CLUB}, hierna de club,

        ALS VOLGT
        {ARTICLES}"""
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "recitals", "preamble", "article", "article"]
    assert [s.ref for s in paper.of_kind("recital")] == ["recital 1", "recital 2", "recital 3"]
    assert words(paper, part(paper, "preamble")).startswith(opener)


def test_lettered_recitals_above_the_parties() -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Overwegende dat:

        - de stad bonnen uitreikt aan kinderen die nog niet kunnen zwemmen;
        - de club moet weten wie een bon heeft;

        TUSSEN

        {CITY};

        EN

        {CLUB};
        {ARTICLES}"""
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "recitals", "preamble", "article", "article"]
    assert [s.ref for s in paper.of_kind("recital")] == ["recital 1", "recital 2"]


def test_one_such_sentence_above_the_parties_is_no_recital() -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Gelet op artikel 8 van het decreet van 18 juli 2008

        TUSSEN

        {CITY};

        EN

        {CLUB};
        {ARTICLES}"""
    )
    assert kinds(paper) == ["title", "preamble", "article", "article"]


@pytest.mark.parametrize(
    "closing",
    [
        "Ondertekend met eID op 28 februari 2024",
        "Goedgekeurd en ondertekend te Pluimveld op 6 oktober 2025",
        "Aldus in tweevoud opgesteld te Pluimveld, de 20ste januari 2025.",
        "In tweevoud opgemaakt te Pluimveld op 3 maart 2025",
        "Digitaal ondertekend door beide partijen op 3 maart 2025",
        "Elektronisch getekend op 3 maart 2025",
        "Goedgekeurd in zitting van 3 maart 2025",
        "Gesloten te Pluimveld, 3 maart 2025",
        "Plaats en datum: Pluimveld, 3 maart 2025",
    ],
)
def test_other_words_that_close_a_paper(closing: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        TUSSEN

        {CITY};

        EN

        {CLUB};
        {ARTICLES}
        {closing}

        Stad Pluimveld               vzw De Kikker
        Rik Bosmans                  Mia Vos
        burgemeester                 voorzitter
        """
    )
    check_sound(paper)
    assert kinds(paper)[-1] == "signature"
    assert words(paper, part(paper, "signature")).startswith(closing)


def test_a_sentence_with_these_words_closes_nothing() -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        TUSSEN

        {CITY};

        EN

        {CLUB};
        {ARTICLES}
        Ondertekend door beide partijen op 3 maart 2025 gaat het protocol in op 1 april 2025.

        Het komt op de website van de stad te staan, en de club hangt het uit aan de ingang van het zwembad.
        """
    )
    assert "signature" not in kinds(paper)
