"""Parts that have letters: in brackets, alone on a line, by a word, and below a lone article."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, outline

TITLES = ("Wie", "Waarvoor", "Grondslag", "Gegevens", "Ontvangers")
TEXTS = (
    "De gemeente Zandwerve deelt de gegevens mee aan het Fonds Kleine Hoeven, dat ze ontvangt.",
    "Het fonds gaat na welke hoeves een premie kunnen krijgen en berekent het bedrag ervan.",
    "De mededeling steunt op artikel 12 van het decreet van 3 mei 2019. Zie ook letter B.",
    "Het gaat om de volgende gegevens:\n\na) naam en voornaam;\nb) adres van de hoeve.",
    "Alleen de dossierbehandelaars van de dienst Premies zien de gegevens.",
)
LONE = """
Besluit van de gemeenteraad van 12 maart 2024

Gelet op het decreet over het lokaal bestuur van 22 december 2017;

BESLUIT:

Artikel 1

De raad keurt de volgende afspraken met het Fonds Kleine Hoeven goed.
"""
MINUTES = """
PROTOCOL VAN DE GEMEENTE ZANDWERVE EN HET FONDS KLEINE HOEVEN

Op 12 maart 2024 kwamen beide samen. Zij stelden vast wat volgt.
"""


def _paper(above: str, layout: str) -> str:
    parts = zip("ABCDE", TITLES, TEXTS, strict=True)
    return "\n\n".join([above, *(layout.format(at=at, title=title, text=text) for at, title, text in parts)])


def _lettered(text: str) -> list[tuple[str, str]]:
    paper = outline(text)
    check_sound(paper)
    return [(ref, title) for ref, title in headings(paper) if ref in {f"article {at}" for at in "ABCDE"}]


@pytest.mark.parametrize("above", [LONE, MINUTES])
@pytest.mark.parametrize(
    "layout",
    [
        "{at}. {title}\n\n{text}",
        "({at}) {title}\n\n{text}",
        "({at}) {title}\n{text}",
        "{at}\n\n{title}\n\n{text}",
        "Letter {at}. {title}\n\n{text}",
        "Litt. {at} {title}\n\n{text}",
        "Punt {at}: {title}\n\n{text}",
    ],
)
def test_lettered_parts_are_articles(above: str, layout: str) -> None:
    found = _lettered(_paper(above, layout))
    assert found == [(f"article {at}", title) for at, title in zip("ABCDE", TITLES, strict=True)]


def test_the_lone_article_stays_above_the_parts_that_it_approves() -> None:
    paper = outline(_paper(LONE, "{at}. {title}\n\n{text}"))
    assert [ref for ref, _ in headings(paper)][:2] == ["article 1", "article A"]


def test_title_before_the_text_of_a_lettered_part_below_a_lone_article() -> None:
    found = _lettered(_paper(LONE, "{at}. {title}. {text}"))
    assert [ref for ref, _ in found] == [f"article {at}" for at in "ABCDE"]


def test_a_list_below_a_lone_article_is_no_row_of_parts() -> None:
    paper = outline(
        """
        Artikel 1. Gegevens

        De gemeente deelt mee:

        A. de naam van de aanvrager;
        B. het adres van de hoeve;
        C. de oppervlakte van de grond;
        D. het jaar van de aanvraag.

        Zij bezorgt die elk kwartaal.
        """
    )
    assert [ref for ref, _ in headings(paper)] == ["article 1"]


def test_numbered_sentences_below_a_lone_article_are_its_paragraphs() -> None:
    sentences = "\n\n".join(
        f"{at}. De gemeente bezorgt elk kwartaal de gegevens van reeks {at} aan het fonds, dat ze nakijkt."
        for at in range(1, 6)
    )
    paper = outline(f"Artikel 1. Mededeling\n\n{sentences}")
    assert [ref for ref, _ in headings(paper)] == ["article 1"]


def test_letters_that_leave_some_out_head_nothing() -> None:
    paper = outline(
        """
        Protocol over de premie

        A

        De gemeente deelt de gegevens mee aan het fonds.

        C

        Het fonds bewaart ze een jaar en wist ze daarna.

        F

        De dienst Premies ziet de gegevens.

        H

        Niemand anders krijgt ze.
        """
    )
    assert not [ref for ref, _ in headings(paper) if ref.startswith("article")]
