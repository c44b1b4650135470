"""Where the parties block and the recitals open, in other words and orders than usual."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, kinds, outline, part, words
from tests.unit.segment.swimming import ARTICLES, CITY, CLUB, PARTIES


@pytest.mark.parametrize(
    "head",
    [
        "ONDERTEKENENDE PARTIJEN",
        "Partijen bij dit protocol",
        "De partijen bij het protocol:",
        "Partijen bij dit protocol zijn:",
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
        ("PARTIJ 1 (verstrekker)", "PARTIJ 2 (ontvanger)"),
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

        {PARTIES}
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

        {PARTIES}
        {ARTICLES}"""
    )
    assert kinds(paper) == ["title", "preamble", "article", "article"]


@pytest.mark.parametrize(
    "opener",
    ["Overwegende hetgeen volgt:", "Overwegende dat:", "OVERWEGINGEN", "Overwegende wat volgt:"],
)
@pytest.mark.parametrize("marks", [("A.", "B."), ("(A)", "(B)"), ("1.", "2."), ("(a)", "(b)")])
def test_numbered_recitals_below_visas_keep_their_number(opener: str, marks: tuple[str, str]) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        {PARTIES}

        Gelet op het decreet van 18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer;

        Gelet op het reglement van de stad van 4 mei 2020 op de zwembonnen;

        Gelet op het advies van beide functionarissen;

        {opener}

        {marks[0]} De stad geeft elk jaar ongeveer honderd bonnen aan kinderen die nog niet kunnen zwemmen.

        {marks[1]} De club moet aan de kassa kunnen zien wie een bon heeft en hoe lang die nog geldt.

        Wordt overeengekomen:
        {ARTICLES}"""
    )
    check_sound(paper)
    own = [mark.strip("().") for mark in marks]
    found = [s.number for s in paper.of_kind("recital")]
    assert found == ["1", "2", "3", *own]


@pytest.mark.parametrize("stop", [")", ".)"])
def test_numbered_parties_above_numbered_articles_are_no_articles(stop: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Partijen

        1{stop} De stad Pluimveld, Kerkplein 1, 9999 Pluimveld, KBO 0123.456.749, vertegenwoordigd
        door Rik Bosmans, burgemeester, verder "de stad";

        2{stop} De vzw De Kikker, Vijverlaan 4, 9999 Pluimveld, KBO 0987.654.394, vertegenwoordigd
        door Mia Vos, voorzitter, verder "de club".

        Beide partijen zijn verwerkingsverantwoordelijke.

        1. Situering

        De stad reikt bonnen uit.

        2. Doel

        De club trekt de bon af van de prijs.

        3. Gegevens

        Het nummer van de bon.

        4. Ontvangers

        De medewerkers van de kassa.

        5. Duur

        Vijf jaar.
        """
    )
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("article")] == [f"article {n}" for n in range(1, 6)]
    assert words(paper, part(paper, "preamble")).startswith("Partijen 1")


@pytest.mark.parametrize(
    "title",
    [
        "Voor wie de gegevens bestemd zijn",
        "Hoe de gegevens beveiligd worden",
        "Waarvoor de lijst gebruikt wordt",
        "Wie de ontvangers zijn",
    ],
)
def test_a_title_may_end_with_its_verb(title: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        1. Partijen

        De stad Pluimveld en de vzw De Kikker.

        2. {title}

        De medewerkers van de kassa lezen het nummer van de bon en niets anders.

        3. Duur

        Vijf jaar, en daarna telkens een jaar.
        """
    )
    assert [s.heading for s in paper.of_kind("article")] == ["Partijen", title, "Duur"]


def test_lettered_parties_below_numbered_recitals_are_no_recitals() -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Overwegende dat

        (1) de stad zwembonnen uitreikt;
        (2) de club moet weten wie een bon heeft;

        is door en tussen de volgende partijen:

        (A) {CITY} ("de Stad"); en

        (B) {CLUB} ("de Club"),

        het volgende overeengekomen:
        {ARTICLES}"""
    )
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("recital")] == ["recital 1", "recital 2"]
    assert words(paper, part(paper, "preamble")).startswith("is door en tussen")


def test_a_title_run_in_behind_the_number_of_an_article() -> None:
    paper = outline(
        """
        PROTOCOL ZWEMBONNEN

        Art. 1 Doel — De club trekt de bon af van de prijs.

        Art. 2 Gegevens — Het nummer van de bon en het bedrag.

        Art. 3 Duur - Van 1 april 2025 tot en met 31 maart 2030.
        """
    )
    assert [(s.ref, s.heading) for s in paper.of_kind("article")] == [
        ("article 1", "Doel"),
        ("article 2", "Gegevens"),
        ("article 3", "Duur"),
    ]
