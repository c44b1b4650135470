"""A decision of a board with the agreed text below its own articles."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, kinds, outline, words

DECISION = """
        STAD PLUIMVELD
        Uittreksel uit het register der besluiten

        GOEDKEURING VAN HET PROTOCOL MET DE ZWEMSCHOOL

        De gemeenteraad,

        Motivering

        De raad wil dat kinderen leren zwemmen en keurt daarom goed wat volgt hierna.

        {decides}

        Artikel 1. De raad keurt het protocol goed waarvan de tekst hierna volgt.

        Artikel 2. De burgemeester ondertekent het namens de stad.

        {title}

"""
POINTS = """
        {0} Partijen

        De stad Pluimveld en de zwemschool De Kikker.

        {1} Waarvoor

        De zwemschool nodigt de kinderen uit voor de lessen.

        {2} Gegevens

        Naam en geboortejaar van het kind.

        Aldus beslist in zitting van 3 maart 2025.
"""


@pytest.mark.parametrize(
    ("decides", "title"),
    [
        ("BESLUIT, met 12 stemmen voor en 1 onthouding:", "TEKST VAN HET PROTOCOL"),
        ("Besluit:", "GOEDGEKEURDE TEKST"),
        ("De gemeenteraad beslist:", "PROTOCOL ZWEMLESSEN PLUIMVELD"),
        ("Het college besluit:", "TEKST VAN DE AFSPRAKEN"),
    ],
)
@pytest.mark.parametrize("numbers", [("A.", "B.", "C."), ("I.", "II.", "III."), ("1.", "2.", "3.")])
def test_the_text_below_a_decision_has_its_own_numbering(
    decides: str, title: str, numbers: tuple[str, str, str]
) -> None:
    paper = outline(DECISION.format(decides=decides, title=title) + POINTS.format(*numbers))
    check_sound(paper)
    assert [heading for _, heading in headings(paper, "article")] == [
        "",
        "",
        "Partijen",
        "Waarvoor",
        "Gegevens",
    ]
    assert words(paper, list(paper.of_kind("article"))[1]).endswith("namens de stad.")
    assert kinds(paper)[-1] == "signature"


def test_the_articles_of_the_text_may_start_again_at_one() -> None:
    paper = outline(
        DECISION.format(decides="BESLUIT:", title="PROTOCOL")
        + POINTS.format("Artikel 1.", "Artikel 2.", "Artikel 3.")
    )
    assert [ref for ref, _ in headings(paper, "article")] == [
        "article 1 (2)",
        "article 2 (2)",
        "article 1",
        "article 2",
        "article 3",
    ]


def test_a_protocol_that_decides_nothing_is_one_text() -> None:
    paper = outline(
        """
        AFSPRAKEN ZWEMLESSEN

        Artikel 1. Partijen

        De stad Pluimveld en de zwemschool De Kikker.

        PROTOCOL VAN OVERHANDIGING

        Artikel 2. Overhandiging

        De stad geeft de lijst aan de zwemschool.

        Artikel 3. Duur

        Dit protocol geldt twee jaar.
        """
    )
    assert [ref for ref, _ in headings(paper, "article")] == ["article 1", "article 2", "article 3"]
    assert kinds(paper).count("title") == 1


def test_the_only_article_of_a_decision_has_no_number() -> None:
    paper = outline(
        """
        PROVINCIE KUSTLAND
        Besluit van 3 maart 2025

        De deputatie,

        Overwegende dat de provincie een register van zwembaden bijhoudt;

        BESLUIT:

        Enig artikel. De deputatie keurt het volgende protocol goed.

        PROTOCOL TUSSEN DE PROVINCIE EN DE ZWEMBOND
        """
        + POINTS.format("1.", "2.", "3.")
    )
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("article")] == ["article 1", "article 2", "article 3"]
    assert [s.heading for s in paper.of_kind("title")][1:] == ["PROTOCOL TUSSEN DE PROVINCIE EN DE ZWEMBOND"]
