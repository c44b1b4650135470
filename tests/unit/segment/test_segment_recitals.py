"""Recitals by any mark, and those that go on from words above them."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, outline, part, words

ABOVE = """\
PROTOCOL OVER DE MARKT

TUSSEN

de gemeente Pluimveld, vertegenwoordigd door haar burgemeester;

EN

de marktbond Laagland, vertegenwoordigd door zijn voorzitter;
"""
BELOW = """\
WORDT OVEREENGEKOMEN WAT VOLGT

Artikel 1. Doel

De marktbond stelt met de lijst het plan van de markt op.

Artikel 2. Gegevens

De lijst vermeldt de naam en de waren van de kramer.
"""
TEXTS = ("de gemeente een markt inricht", "de bond de plaatsen indeelt", "een kramer eenmaal wil schrijven")


@pytest.mark.parametrize(
    ("intro", "marks", "refs"),
    [
        ("CONSIDERANS", ("(A) ", "(B) ", "(C) "), ["recital A", "recital B", "recital C"]),
        ("CONSIDERANS", ("[A] ", "[B] ", "[C] "), ["recital A", "recital B", "recital C"]),
        ("CONSIDERANS", ("(I) ", "(II) ", "(III) "), ["recital I", "recital II", "recital III"]),
        ("Overwegingen", ("(i) ", "(ii) ", "(iii) "), ["recital i", "recital ii", "recital iii"]),
        ("Overwegingen", ("[1] ", "[2] ", "[3] "), ["recital 1", "recital 2", "recital 3"]),
        ("Overwegende:", ("1° dat ", "2° dat ", "3° dat "), ["recital 1", "recital 2", "recital 3"]),
        ("Overwegende dat:", ("a. ", "b. ", "c. "), ["recital a", "recital b", "recital c"]),
        ("Considerans", ("R1. ", "R2. ", "R3. "), ["recital 1", "recital 2", "recital 3"]),
        (
            "Considerans",
            ("Overweging 1. ", "Overweging 2. ", "Overweging 3. "),
            ["recital 1", "recital 2", "recital 3"],
        ),
        ("Gelet op:", ("- ", "- ", "- "), ["recital 1", "recital 2", "recital 3"]),
        ("Gelet op het volgende:", ("- ", "- ", "- "), ["recital 1", "recital 2", "recital 3"]),
        ("en na kennisneming van", ("- ", "- ", "- "), ["recital 1", "recital 2", "recital 3"]),
        ("De partijen, rekening houdend met:", ("• ", "• ", "• "), ["recital 1", "recital 2", "recital 3"]),
        ("Overwegende dat", ("", "", ""), ["recital 1", "recital 2", "recital 3"]),
        ("Overwegende", ("dat ", "dat ", "dat "), ["recital 1", "recital 2", "recital 3"]),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_recitals_by_any_mark(intro: str, marks: tuple[str, ...], refs: list[str], gap: str) -> None:
    lines = gap.join(f"{mark}{text};" for mark, text in zip(marks, TEXTS, strict=True))
    paper = outline(f"{ABOVE}\n{intro}\n\n{lines}\n\n{BELOW}")
    check_sound(paper)
    assert [ref for ref, _ in headings(paper, "recital")] == refs
    found = [words(paper, each) for each in paper.of_kind("recital")]
    assert [each.endswith(f"{text};") for each, text in zip(found, TEXTS, strict=True)] == [True] * 3
    assert [ref for ref, _ in headings(paper)] == ["article 1", "article 2"]


def test_a_recital_keeps_the_words_it_goes_on_from() -> None:
    paper = outline(f"{ABOVE}\nGelet op:\n\n- het marktreglement;\n- de wet;\n\n{BELOW}")
    first = part(paper, "recital 1")
    assert first.lead is not None
    assert words(paper, first.lead) == "Gelet op:"


def test_entries_below_an_entry_are_no_recitals() -> None:
    paper = outline(
        f"{ABOVE}\nGelet op:\n\n- het reglement:\n    - een plaats;\n    - een uur;\n- de wet;\n\n{BELOW}"
    )
    assert [ref for ref, _ in headings(paper, "recital")] == ["recital 1", "recital 2"]
    assert "een uur" in words(paper, part(paper, "recital 1"))


def test_words_of_a_second_group_open_its_first_recital() -> None:
    paper = outline(
        f"{ABOVE}\nGelet op:\n\n- de wet;\n- het reglement;\n\nOverwegende:\n\n- dat er plaats is;\n\n{BELOW}"
    )
    assert words(paper, part(paper, "recital 3")) == "Overwegende: - dat er plaats is;"


def test_lettered_parties_without_details_are_no_recitals() -> None:
    paper = outline(
        f"PROTOCOL\n\nTUSSEN\n\na. de gemeente Pluimveld;\n\nb. de marktbond Laagland;\n\n{BELOW}"
    )
    assert headings(paper, "recital") == []


def test_a_semicolon_at_the_end_of_a_full_line_ends_no_recital() -> None:
    first = "de gemeente elke week een markt inricht en daarvoor een plan van het plein laat opstellen;"
    rows = f"{first}\ndat het plan elk jaar wijzigt;\n\nde marktbond de plaatsen indeelt;"
    paper = outline(f"{ABOVE}\nOVERWEGENDE DAT\n\n{rows}\n\n{BELOW}")
    assert [ref for ref, _ in headings(paper, "recital")] == ["recital 1", "recital 2"]


@pytest.mark.parametrize("lead", ["Bij vaststelling van een fout:", "De kramer doet dan dit:"])
def test_the_degrees_of_a_list_are_no_recitals(lead: str) -> None:
    assert headings(outline(f"{lead}\n1° hij meldt de fout;\n2° hij verbetert de fout.\n"), "recital") == []
