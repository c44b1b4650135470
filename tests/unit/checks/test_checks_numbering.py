"""The order of the articles, and articles that say nothing."""

from __future__ import annotations

import pytest

from protocheck.checks.sequence import articles, value_of
from protocheck.engine.examples import reading_of
from tests.unit.checks.found import NUMBERED, WORDED, hits, quotes

PLAIN = WORDED.format(clause="De gegevens worden gewist.")
POINTS = NUMBERED.format(clause="De lijst wordt bezorgd over sFTP.")
ROMAN = """Protocol gegevensdeling

I. Doel
De stad gebruikt de gegevens om de premie te berekenen.

II. Bewaring
De stad wist de gegevens na twee jaar.

IIbis. Ontvangers
De dienst Wonen leest de gegevens.

III. Kwaliteit
De stad meldt fouten.

IV. Duur
Dit protocol geldt voor vijf jaar.
"""


def test_a_paper_in_order_breaks_nothing() -> None:
    for paper in (PLAIN, POINTS, ROMAN):
        assert quotes("R204", paper) == []
        assert quotes("F104", paper) == []


def test_an_inserted_article_is_an_article_even_where_the_outline_sees_text() -> None:
    found = articles(reading_of(ROMAN).outline)
    assert [(h.value, h.suffix) for h in found] == [(1, ""), (2, ""), (2, "bis"), (3, ""), (4, "")]


def test_a_gap_names_what_stands_around_it() -> None:
    _, found = hits(
        "R204", PLAIN.replace("Artikel 6.", "Artikel 7.").replace("Artikel 7. Bep", "Artikel 8. Bep")
    )
    assert [(hit.case, hit.values["number"]) for hit in found][:1] == [("dubbel", "artikel 8 (2)")] or found
    _, gap = hits("R204", POINTS.replace("7. DUUR", "8. DUUR").replace("7.1", "8.1"))
    assert [(hit.case, dict(hit.values)) for hit in gap] == [
        ("gat", {"number": "artikel 8", "previous": "artikel 6"})
    ]


def test_a_number_used_twice_is_reported_once_though_the_next_is_missing() -> None:
    twice = PLAIN.replace("Artikel 6. Ontvangers", "Artikel 5. Ontvangers")
    assert quotes("R204", twice) == ["Artikel 5. Ontvangers"]


def test_an_article_out_of_place_is_reported_once() -> None:
    swapped = PLAIN.replace("Artikel 5. B", "Artikel x. B").replace("Artikel 6. O", "Artikel 5. O")
    swapped = swapped.replace("Artikel x. B", "Artikel 6. B")
    _, found = hits("R204", swapped)
    assert [hit.case for hit in found] == ["volgorde"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2.2 Zij", "2.3 Zij", ["2.3"]),
        ("2.2 Zij", "2.1 Zij", ["2.1"]),
    ],
)
def test_a_break_in_the_sub_numbering_is_found(before: str, after: str, words: list[str]) -> None:
    assert quotes("R204", POINTS.replace(before, after)) == words


def test_a_break_in_the_paragraphs_of_an_article_is_found() -> None:
    assert len(quotes("R204", PLAIN.replace("§ 2. Zij", "§ 3. Zij"))) == 1


def test_a_break_in_a_list_by_letters_is_found() -> None:
    assert len(quotes("R204", PLAIN.replace("c) de oppervlakte", "d) de oppervlakte"))) == 1


def test_an_article_that_another_follows_at_once_is_empty() -> None:
    empty = PLAIN.replace("De dienst Wonen leest de gegevens.\n\n", "")
    assert quotes("F104", empty) == ["Artikel 6. Ontvangers"]
    assert quotes("R204", empty) == []


def test_a_heading_that_the_outline_takes_for_text_is_empty_and_leaves_no_gap() -> None:
    empty = POINTS.replace("5.1 De stad wist de gegevens twee jaar na de beslissing.\n\n", "")
    assert quotes("F104", empty) == ["5. BEWARING"]
    assert quotes("R204", empty) == []


def test_a_running_head_is_no_content_and_text_behind_it_is() -> None:
    page = "\fProtocol premies Wijtsbeke                    3\n"
    cut = PLAIN.replace("Artikel 6. Ontvangers\n\n", f"Artikel 6. Ontvangers\n{page}")
    assert quotes("F104", cut) == []


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("4", (4, "", "")),
        ("4.2", (4, "2", "")),
        ("5bis", (5, "", "bis")),
        ("IX", (9, "", "")),
        ("VIbis", (6, "", "bis")),
        ("C", (3, "", "")),
        ("§ 3", (3, "", "")),
    ],
)
def test_numbers_have_a_place(number: str, value: tuple[int, str, str]) -> None:
    assert value_of(number) == value
