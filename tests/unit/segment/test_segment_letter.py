"""A letter: what stands above its text is no signature block, no annex and no heading."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, kinds, outline, part, words

LETTER = """
        Stad Pluimveld
        Dienst Vrije Tijd
        Kerkplein 1
        9999 Pluimveld

        vzw De Kikker
        Vijverlaan 4
        9999 Pluimveld

        {place}

        {references}

        Betreft: protocol over de lijst van zwemmers

        {greeting}

        Uw club vroeg ons om de lijst van de kinderen die nog niet kunnen zwemmen.

        {first}

        Wij bezorgen u de naam en het geboortejaar van elk kind op de lijst.

        {second}

        Elke eerste maandag van de maand, zolang de lessen lopen.

        {third}

        U sluit de lijst weg in een kast waarvan alleen de lesgever de sleutel heeft.

        Met vriendelijke groeten

        Namens de stad Pluimveld

        Rik Bosmans
        burgemeester
"""
SECTIONS = {"first": "Wat u krijgt", "second": "Wanneer", "third": "In uw club"}
NUMBERED = {"first": "1. Wat u krijgt", "second": "2. Wanneer", "third": "3. In uw club"}
PLACE = "Pluimveld, 17 november 2025"


@pytest.mark.parametrize("titles", [SECTIONS, NUMBERED])
@pytest.mark.parametrize(
    "references",
    [
        "Ons kenmerk: VT/25-3\n        Uw bericht van: 2 oktober 2025\n        Bijlagen: geen",
        "Bijlagen: 2\n        Uw kenmerk: geen",
        "Ons kenmerk: VT/25-3\n        Bijlage: plan van het zwembad",
        "Bijlagen: plan en lijst",
        "Contactpersoon: Mia Vos\n        Bijlage(n): /",
    ],
)
def test_references_above_a_letter_open_no_annex(titles: dict[str, str], references: str) -> None:
    paper = outline(
        LETTER.format(place=PLACE, references=references, greeting="Geachte mevrouw Vos", **titles)
    )
    check_sound(paper)
    assert paper.title == "Betreft: protocol over de lijst van zwemmers"
    assert [heading for _, heading in headings(paper)] == ["Wat u krijgt", "Wanneer", "In uw club"]
    assert kinds(paper)[0] == "title"
    assert kinds(paper)[-1] == "signature"
    assert words(paper, part(paper, "preamble")).startswith("Uw club vroeg ons")
    assert words(paper, part(paper, "signature")).startswith("Met vriendelijke groeten")


@pytest.mark.parametrize(
    "greeting", ["Beste mevrouw Aerts-Vos", "Geachte bestuursleden,", "Beste", "Hooggeachte heer", "Dag Mia"]
)
def test_a_greeting_heads_no_section(greeting: str) -> None:
    paper = outline(
        LETTER.format(place=PLACE, references="Ons kenmerk: VT/25-3", greeting=greeting, **SECTIONS)
    )
    check_sound(paper)
    assert [heading for _, heading in headings(paper)] == ["Wat u krijgt", "Wanneer", "In uw club"]


@pytest.mark.parametrize(
    "place", ["Pluimveld, 17 november 2025", "Pluimveld, 17/11/2025", "te Pluimveld, op 17.11.2025"]
)
def test_place_and_date_above_a_short_letter_sign_nothing(place: str) -> None:
    paper = outline(
        f"""
        Stad Pluimveld

        {place}

        Ons kenmerk: VT/25-3

        Geachte mevrouw

        Wij sturen u de lijst.
        """
    )
    check_sound(paper)
    assert "signature" not in kinds(paper)


def test_an_annex_below_a_letter_stays_an_annex() -> None:
    paper = outline(
        LETTER.format(place=PLACE, references="Bijlagen: 1", greeting="Geachte mevrouw", **NUMBERED)
        + "\n        Bijlage: lijst van de gegevens\n\n        Naam en geboortejaar.\n"
    )
    check_sound(paper)
    assert [part.heading for part in paper.of_kind("annex")] == ["lijst van de gegevens"]


@pytest.mark.parametrize(
    "line", ["Bijlage(n): geen", "Bijlagen: /", "Bijlage(n): plan, lijst", "Bijlagen: 2"]
)
def test_a_count_of_annexes_above_the_signatures_opens_none(line: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        1. Doel

        De stad reikt bonnen uit aan wie nog niet kan zwemmen.

        2. Duur

        Dit protocol geldt vijf jaar.

        {line}

        Pluimveld, 3 maart 2025

        Voor de stad                      Voor de club
        Rik Bosmans                       Mia Vos
        """
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "article", "article", "signature"]


def test_a_message_with_its_references_on_top() -> None:
    paper = outline(
        """
        Van: Rik Bosmans, namens de stad Pluimveld (Kerkplein 1, 9999 Pluimveld)
        Aan: vzw De Kikker, t.a.v. mevrouw Mia Vos
        Datum: 3 maart 2025
        Betreft: protocol zwembonnen
        Bijlage: geen

        Beste Mia,

        Hieronder vind je wat we afspraken. Antwoord met 'akkoord' en dit bericht is ons protocol.

        Waarvoor

        Jullie trekken de bon af van de prijs aan de kassa.

        Wat

        Het nummer van de bon en het bedrag, want de kassa heeft niets anders nodig.

        Veiligheid

        De lijst staat in een map met wachtwoord die alleen de kassier opent.

        Hartelijke groeten,

        Rik
        """
    )
    check_sound(paper)
    assert paper.title == "Betreft: protocol zwembonnen"
    assert [heading for _, heading in headings(paper)] == ["Waarvoor", "Wat", "Veiligheid"]
    assert words(paper, part(paper, "signature")) == "Hartelijke groeten, Rik"


def test_a_letter_of_which_every_line_is_a_paragraph() -> None:
    letter = LETTER.format(
        place=PLACE,
        references="KBO 0123.456.749\n        Ons kenmerk: VT/25-3\n        Bijlagen: geen",
        greeting="Geachte mevrouw Vos",
        **SECTIONS,
    )
    lines = [line.strip() for line in letter.splitlines() if line.strip()]
    paper = outline("\n\n".join(lines), word=True)
    check_sound(paper)
    assert [heading for _, heading in headings(paper)] == ["Wat u krijgt", "Wanneer", "In uw club"]
    assert words(paper, part(paper, "preamble")).endswith("nog niet kunnen zwemmen.")
