"""Headings that are clauses or whole sentences, with a number or without."""

from __future__ import annotations

import pytest

from protocheck.model.structure import Outline
from tests.unit.segment.sketch import check_sound, headings, outline

PROSE = "De stad gebruikt de lijst om zwembonnen uit te betalen aan wie er recht op heeft."
HEADS = (
    "Vertrouwen, en wat als het geschonden wordt",
    "Fouten, en hoe ze worden rechtgezet",
    "Wat er moet gebeuren als een partij de afspraken niet naleeft",
    "De dienst die de lijst beheert en wie daar toegang heeft",
    "Hoelang de afspraak blijft gelden, en hoe ze kan eindigen",
    "Het doel waarvoor de gegevens oorspronkelijk zijn ingezameld",
    "Als er iets verkeerd is in de lijst, of als iemand klaagt",
    "De lijst mag alleen voor dit doel worden gebruikt",
    "Waarvoor wij de gegevens niet mogen gebruiken en wie daarop toeziet",
    "De gegevens, en waarom juist die",
)


def paper(heads: tuple[str, ...], below: str = PROSE) -> Outline:
    body = "\n\n".join(f"{head}\n\n{below}" for head in heads)
    return outline(
        f"PROTOCOL ZWEMBONNEN\n\nDe stad Pluimveld en de vzw De Kikker spreken dit af.\n\n{body}\n"
    )


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_clause_is_a_heading_among_others(head: str, place: int) -> None:
    heads = ["Aanleiding en opzet", "Duur", "Gegevens", "Varia"]
    heads.insert(place, head)
    found = paper(tuple(heads))
    check_sound(found)
    assert [title for _, title in headings(found)] == heads


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("label", ["{}. ", "Art. {} - ", "ARTIKEL {}: "])
def test_a_clause_is_the_title_behind_a_number(head: str, label: str) -> None:
    heads = ("Duur", head, "Gegevens", "Varia")
    found = paper(tuple(f"{label.format(at)}{each}" for at, each in enumerate(heads, 1)))
    assert [title for _, title in headings(found)] == list(heads)


@pytest.mark.parametrize(
    "line",
    [
        "De stad mag de lijst niet aan anderen geven.",
        "De stad krijgt de lijst en mag ze gebruiken voor",
        "De stad mag de volgende velden inkijken:",
        "de stad mag de lijst niet aan anderen geven",
    ],
)
def test_a_sentence_of_the_text_is_no_heading(line: str) -> None:
    found = paper(("Duur", "Gegevens", "Doel", "Varia"), f"{PROSE}\n\n{line}\n\n{PROSE}")
    assert [title for _, title in headings(found)] == ["Duur", "Gegevens", "Doel", "Varia"]


def test_a_line_without_a_stop_among_others_is_no_heading() -> None:
    lines = "De stad mag de naam zien\n\nDe vzw mag het adres zien\n\nNiemand mag de rest zien"
    found = paper(("Duur", "Gegevens", "Doel", "Varia"), f"{PROSE}\n\n{lines}")
    assert [title for _, title in headings(found)] == ["Duur", "Gegevens", "Doel", "Varia"]


def test_sentences_alone_make_no_headings() -> None:
    lines = ("De stad mag de naam van de houder van een bon zien", "De vzw mag het adres van de houder zien")
    assert headings(paper(lines)) == []


@pytest.mark.parametrize("sign", ["1. ", "- ", "a) ", ""])
def test_a_title_that_points_back_above_a_list(sign: str) -> None:
    below = f"{sign}Naam van de houder: om hem te kunnen schrijven."
    found = paper(("A. Duur", "B. De gegevens, en waarom juist die", "C. Doel", "D. Varia"), below)
    assert headings(found, "article")[1] == ("article B", "De gegevens, en waarom juist die")
