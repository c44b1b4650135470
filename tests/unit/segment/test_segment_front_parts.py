"""Where the recitals end: at parties that stand below them, and at prose that is a section like the rest."""

from __future__ import annotations

import pytest

from protocheck.model.structure import Outline
from tests.unit.segment.sketch import check_sound, kinds, outline, part, words
from tests.unit.segment.swimming import ARTICLES, PARTIES

PROSE = "De stad gebruikt de lijst om zwembonnen uit te betalen aan wie er recht op heeft."


def words_of(paper: Outline, ref: str) -> str:
    return words(paper, part(paper, ref))


@pytest.mark.parametrize(
    "words",
    [
        "Zijn de hierna genoemde partijen tot een akkoord gekomen:",
        "Hebben de volgende besturen zich akkoord verklaard:",
        "Zijn overeengekomen:",
        "Wordt dit protocol aangegaan door:",
        "Komen de onderstaande partijen overeen:",
        "",
    ],
)
def test_parties_below_the_visas_are_no_part_of_the_last(words: str) -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN
        over de lijst van bonhouders

        Gelet op het decreet van 3 maart 2017 over de zwembaden;

        Gelet op het reglement van de gemeenteraad van 4 april 2023,
        waarin de bon is geregeld;

        Gelet op het advies van de functionaris van 8 april 2024;

        {words}

        De stad Pluimveld, Kerkplein 1, 9999 Pluimveld, ondernemingsnummer
        0123.456.749, vertegenwoordigd door An Peeters, burgemeester;

        De vzw De Kikker, Vijverlaan 4, 9999 Pluimveld, ondernemingsnummer
        0987.654.394, vertegenwoordigd door Rik Maes, voorzitter.
        {ARTICLES}"""
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "recitals", "preamble", "article", "article"]
    assert words_of(paper, "preamble").startswith(words or "De stad Pluimveld")
    assert words_of(paper, "recital 3") == "Gelet op het advies van de functionaris van 8 april 2024;"


def test_a_visa_may_say_who_acts_for_a_party() -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        {PARTIES}

        Gelet op het decreet van 3 maart 2017 over de zwembaden;

        Gelet op de beslissing om de stad te laten verbinden. Zij wordt
        vertegenwoordigd door An Peeters, burgemeester.

        De vzw wordt vertegenwoordigd door Rik Maes, voorzitter.

        De stad wordt vertegenwoordigd door haar algemeen directeur.
        {ARTICLES}"""
    )
    assert kinds(paper) == ["title", "preamble", "recitals", "article", "article"]


def headed(*heads: str, below: str = PROSE) -> Outline:
    body = "\n\n".join(f"{head}\n\n{below if head == heads[0] else PROSE}" for head in heads)
    return outline(f"PROTOCOL ZWEMBONNEN\n\n{body}\n")


@pytest.mark.parametrize(
    "heads",
    [
        ("VOORAFGAAND", "DOELEINDEN", "GEGEVENS", "DUUR"),
        ("WIE", "CONTEXT", "DOEL", "DUUR"),
        ("Partners", "Inleiding", "Doel van de lijst", "Duur"),
        ("DOEL", "GEGEVENS", "TOELICHTING", "DUUR"),
        ("DOEL", "GEGEVENS", "DUUR", "VOORAFGAAND OVERLEG"),
        ("Doel van de lijst", "Voorafgaande toestemming", "Gegevens", "Duur"),
        ("Doel van de lijst", "Gegevens", "Duur", "Voorafgaand advies van de functionaris"),
    ],
)
def test_prose_below_such_a_heading_among_others_is_a_section(heads: tuple[str, ...]) -> None:
    paper = headed(*heads)
    check_sound(paper)
    assert [(s.kind, s.heading) for s in paper.segments] == [
        ("title", "PROTOCOL ZWEMBONNEN"),
        *(("section", head) for head in heads),
    ]


def test_entries_below_such_a_heading_are_recitals() -> None:
    entries = "A. De stad reikt zwembonnen uit.\n\nB. De vzw verkoopt ze aan haar leden."
    paper = headed("VOORAF", "DOEL", "GEGEVENS", "DUUR", below=entries)
    assert kinds(paper) == ["title", "recitals", "section", "section", "section"]
    assert words_of(paper, "recital B") == "B. De vzw verkoopt ze aan haar leden."
