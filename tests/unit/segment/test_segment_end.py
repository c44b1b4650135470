"""What stands below the articles: signatures, stamps, annexes in the same file."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, kinds, leaves, outline, part, words

ARTICLES = """
        Protocol over de premie

        Artikel 1: Doel

        De premie toekennen aan de gezinnen die er volgens het reglement recht op hebben, en nergens
        anders voor.

        Artikel 2: Slot

        Het protocol geldt voor vijf jaar.
"""


@pytest.mark.parametrize(
    "signed",
    [
        "Opgemaakt te Broekzele op 4 mei 2024, in twee exemplaren.",
        "Opgemaakt te Broekzele, op ..........",
        "OPGEMAAKT TE BROEKZELE OP 4 MEI 2024",
        "Gedaan te Broekzele op 4 mei 2024.",
        "Aldus opgemaakt in tweevoud te Broekzele op 4 mei 2024.",
        "Aldus overeengekomen te Broekzele, 4 mei 2024",
        "En ondertekend te Broekzele op 4 mei 2024",
        "Getekend in Broekzele op 4 mei 2024",
        "Opgesteld te Broekzele op 4 mei 2024",
        "Broekzele, 4 mei 2024",
        "Met de meeste hoogachting,",
        "Ondertekening",
        "Handtekeningen:",
        "Voor akkoord",
        "Namens de gemeente,",
        "Handtekening van de gemeente:",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_signature_block(signed: str, gap: str) -> None:
    names = "Voor de gemeente\n\nOdilon Maes, burgemeester\n\nVoor het agentschap\n\nYentl Claes"
    paper = outline(f"{ARTICLES.rstrip()}{gap}{signed}\n\n{names}")
    check_sound(paper)
    assert kinds(paper) == ["title", "article", "article", "signature"]
    block = part(paper, "signature")
    assert block.label == "ondertekening"
    assert words(paper, block).startswith(signed)
    assert words(paper, block).endswith("Yentl Claes")


def test_signature_words_inside_an_article_are_no_block() -> None:
    paper = outline(
        """
        Artikel 1: Doel

        Voor de toepassing van dit protocol wordt verstaan onder gegevens: de naam en het adres.

        Voor de gemeente tekent de burgemeester, die daarvoor een volmacht van de gemeenteraad heeft en die
        namens het college handelt.

        Artikel 2: Slot

        Het protocol wordt opgemaakt te Broekzele en geldt vijf jaar.
        """
    )
    assert kinds(paper) == ["article", "article"]


def test_signatures_announced_by_the_last_article_stand_in_it() -> None:
    paper = outline(
        f"{ARTICLES}\n        Artikel 3: Ondertekening\n\n"
        "        Opgemaakt te Broekzele op 4 mei 2024.\n\n        Voor de gemeente"
    )
    check_sound(paper)
    assert headings(paper)[-1] == ("article 3", "Ondertekening")
    assert leaves(paper, "article 3")[0][0] == "signature"
    assert paper.find("signature") is not None


def test_stamps_in_the_signature_block() -> None:
    paper = outline(
        f"{ARTICLES}\nOpgemaakt te Broekzele op 4 mei 2024\n\nVoor de gemeente\n\nDigitaal ondertekend\n\n"
        "Getekend door:Odilon Maes (Signature)\n\nGetekend op:2024-05-04 11:27:39 +01:0\n\n"
        "2024-05-04T10:51:44+0000\n\nOdilon Maes"
    )
    block = part(paper, "signature")
    assert [words(paper, s) for s in block.children if s.kind == "stamp"] == [
        "Digitaal ondertekend",
        "Getekend door:Odilon Maes (Signature)",
        "Getekend op:2024-05-04 11:27:39 +01:0",
        "2024-05-04T10:51:44+0000",
    ]
    assert all(not s.sentences for s in paper.of_kind("stamp"))


def test_stamp_that_the_reader_marked() -> None:
    paper = outline(f"{ARTICLES}\nOdilon Maes 4.5.2024\n", {"Odilon Maes 4.5.2024": {"role": "stamp"}})
    (stamp,) = paper.of_kind("stamp")
    assert words(paper, stamp) == "Odilon Maes 4.5.2024"


def test_checklist_below_the_signatures_is_apart() -> None:
    paper = outline(
        f"{ARTICLES}\nOpgemaakt te Broekzele op 4 mei 2024\n\nVoor de gemeente\n\n---\n\n"
        "Nagekeken door de juridische dienst:\n\n☑ partijen\n☑ sancties\n"
    )
    check_sound(paper)
    assert [k for k in kinds(paper) if k != "furniture"][-2:] == ["signature", "other"]
    assert words(paper, paper.segments[-1]).startswith("Nagekeken")


def test_notes_at_the_very_end_belong_to_the_part_that_marks_them() -> None:
    text = ARTICLES.replace("vijf jaar.", "vijf jaar.[^1]")
    paper = outline(
        f"{text}\nOpgemaakt te Broekzele op 4 mei 2024\n\nVoor de gemeente\n\n[^1]: Met verlenging."
    )
    check_sound(paper)
    assert kinds(paper)[-2:] == ["signature", "footnote"]
    assert (paper.segments[-1].ref, paper.segments[-1].label) == ("article 2", "artikel 2")


SIGNED = f"{ARTICLES}\nOpgemaakt te Broekzele op 4 mei 2024\n\nVoor de gemeente\n\nOdilon Maes\n\n"


@pytest.mark.parametrize(
    ("heading", "ref", "label", "title"),
    [
        ("Bijlage 1", "annex 1", "bijlage 1", ""),
        ("BIJLAGE A: Gegevens", "annex A", "bijlage A", "Gegevens"),
        ("Bijlage 2 - Lijst van gegevens", "annex 2", "bijlage 2", "Lijst van gegevens"),
        ("Bijlage II. Gegevens", "annex II", "bijlage II", "Gegevens"),
        ("BIJLAGE 1\n\nLijst van gegevens", "annex 1", "bijlage 1", "Lijst van gegevens"),
        ("Bijlage 1 Lijst van gegevens", "annex 1", "bijlage 1", "Lijst van gegevens"),
        ("Bijlage: Lijst van gegevens", "annex", "bijlage “Lijst van gegevens”", "Lijst van gegevens"),
        ("BIJLAGE", "annex", "bijlage", ""),
        ("Annex 1", "annex 1", "bijlage 1", ""),
        ("Aanhangsel 1: Gegevens", "annex 1", "bijlage 1", "Gegevens"),
        ("Bijlage nr. 3: Gegevens", "annex 3", "bijlage 3", "Gegevens"),
    ],
)
def test_annex_after_the_signatures(heading: str, ref: str, label: str, title: str) -> None:
    paper = outline(
        f"{SIGNED}{heading}\n\nDe lijst bevat de naam en het adres van elke aanvrager van de premie."
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "article", "article", "signature", "annex"]
    annex = paper.segments[-1]
    assert (annex.ref, annex.label, annex.heading) == (ref, label, title)
    assert [child.kind for child in annex.children] == ["paragraph"]


def test_annex_with_articles_of_its_own() -> None:
    paper = outline(
        f"{SIGNED}Bijlage 1: Overeenkomst\n\nArtikel 1. Doel\n\nSamenwerken.\n\n"
        "Artikel 5. Duur\n\nVijf jaar.\n\n"
        "Bijlage 2: Lijst\n\n1. Inhoud\n\nDe naam.\n\n2. Vorm\n\nEen rekenblad.\n"
    )
    check_sound(paper)
    assert [(s.ref, s.label) for s in paper.of_kind("article")] == [
        ("article 1", "artikel 1"),
        ("article 2", "artikel 2"),
        ("annex 1, article 1", "bijlage 1, artikel 1"),
        ("annex 1, article 5", "bijlage 1, artikel 5"),
        ("annex 2, article 1", "bijlage 2, artikel 1"),
        ("annex 2, article 2", "bijlage 2, artikel 2"),
    ]
    assert leaves(paper, "annex 1, article 5") == [("paragraph", "Vijf jaar.")]


def test_annex_that_is_a_whole_agreement() -> None:
    paper = outline(
        f"{SIGNED}BIJLAGE 1: SAMENWERKINGSOVEREENKOMST\n\nTUSSEN\n\nde gemeente Broekzele\n\n"
        "EN\n\nhet agentschap Wonen\n\n"
        "WORDT OVEREENGEKOMEN WAT VOLGT\n\nArtikel 1. Doel\n\nSamenwerken.\n\n"
        "Opgemaakt te Broekzele op 5 mei 2024\n\n"
        "Voor de gemeente"
    )
    check_sound(paper)
    assert [s.kind for s in paper.segments[-1].children] == ["preamble", "other", "article", "signature"]
    assert paper.find("annex 1, preamble") is not None
    assert paper.find("annex 1, signature") is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Bijlage 1 bevat de lijst van de gegevens die worden meegedeeld aan het agentschap.",
        "Bijlage 1 en bijlage 2 maken integraal deel uit van dit protocol.",
        "Bijlage 1: de lijst van de gegevens;",
        (
            "De lijst staat in de bijlage die bij dit protocol is gevoegd en die alle gegevens "
            "opsomt, in\nBijlage 1. Die is ondertekend."
        ),
    ],
)
def test_sentence_that_names_an_annex_is_no_annex(sentence: str) -> None:
    paper = outline(ARTICLES.replace("Het protocol geldt", f"{sentence}\n\nHet protocol geldt"))
    assert kinds(paper) == ["title", "article", "article"]


def test_list_of_annexes_is_no_annex() -> None:
    paper = outline(f"{SIGNED}Bijlagen:\n\nBijlage 1: Lijst van gegevens\n\nBijlage 2: Overeenkomst\n")
    assert "annex" not in kinds(paper)


def test_list_of_annexes_and_then_the_annexes() -> None:
    listed = "Bijlage 1: Lijst van gegevens\n\nBijlage 2: Overeenkomst\n\n"
    paper = outline(
        f"{SIGNED}{listed}Bijlage 1: Lijst van gegevens\n\nNaam en adres.\n\n"
        "Bijlage 2: Overeenkomst\n\nNiets."
    )
    assert [s.ref for s in paper.of_kind("annex")] == ["annex 1", "annex 2"]


def test_list_of_annexes_inside_an_article() -> None:
    text = ARTICLES.replace(
        "Artikel 2: Slot", "De bijlagen zijn:\n\nBijlage 1: Lijst\n\nBijlage 2: Kaart\n\nArtikel 2: Slot"
    )
    paper = outline(text)
    assert kinds(paper) == ["title", "article", "article"]


def test_second_paper_after_the_signatures_keeps_its_articles() -> None:
    paper = outline(f"{SIGNED}Artikel 1: Toetreding\n\nDe gemeente treedt toe.\n")
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("article")] == ["article 1", "article 2", "article 1 (2)"]
    assert kinds(paper) == ["title", "article", "article", "signature", "article"]


def test_a_note_marked_in_notation_belongs_to_the_part_of_its_mark() -> None:
    paper = outline(
        "## 1. Doel\n\nDe premie.\n\n## 2. Verloop[^1]\n\nElke maand.\n\n## 3. Slot\n\nGeen.\n\n"
        "Gedaan te Dorp op 1 mei 2025\n\n[^1]: Wie te laat is, betaalt.\n",
    )
    (note,) = paper.of_kind("footnote")
    assert (note.ref, note.number) == ("article 2", "1")


@pytest.mark.parametrize("number", ["1. ", "I. ", "A1   ", "(1) "])
def test_numbered_lines_of_an_annex_are_no_recitals(number: str) -> None:
    nexts = {"1. ": "2. ", "I. ": "II. ", "A1   ": "A2   ", "(1) ": "(2) "}
    lines = (
        f"{number}Het bestand heet naar de dag van de levering.\n{nexts[number]}Per plaats is er één blok."
    )
    paper = outline(f"{ARTICLES}\n\nOpgemaakt te Broekzele op 4 mei 2024.\n\nBIJLAGE 1. Opbouw\n\n{lines}")
    check_sound(paper)
    assert list(paper.of_kind("recital")) == []
    assert words(paper, part(paper, "annex 1")).endswith("Per plaats is er één blok.")


def test_signed_by_computer_alone_on_a_line_opens_the_block() -> None:
    paper = outline(
        f"{ARTICLES}\n\nElektronisch ondertekend\n\n"
        "voor de gemeente, op 30 september 2024            voor het agentschap, op 4 oktober 2024\n"
        "Odilon Maes                                       Yentl Claes"
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "article", "article", "signature"]


@pytest.mark.parametrize(
    "signed",
    [
        "Datum en handtekening",
        "Te Broekzele, de 4e mei 2024",
        "Getekend:",
        "Broekzele op 4 mei 2024",
        "Broekzele, mei 2024",
        "Broekzele, de vierde mei tweeduizend vierentwintig",
        "De ondergetekenden,",
        "Gedagtekend te Broekzele op 4 mei 2024",
        "Ondertekend door de partijen",
        "Aldus in der minne overeengekomen",
        "Te Broekzele,",
        "De partijen tekenen op 4 mei 2024 te Broekzele:",
        "Digitaal getekend via de eID",
        "Onderschreven te Broekzele op 4 mei 2024",
        "Datum ondertekening: 4 mei 2024",
    ],
)
def test_other_words_above_bare_names(signed: str) -> None:
    paper = outline(f"{ARTICLES}\n\n{signed}\n\nOdilon Maes\nburgemeester\n\nYentl Claes\nvoorzitter")
    check_sound(paper)
    assert kinds(paper) == ["title", "article", "article", "signature"]
    assert words(paper, part(paper, "signature")).startswith(signed)


def test_a_sentence_with_a_day_is_no_place_and_date() -> None:
    paper = outline(f"{ARTICLES}\n\nWe beginnen eraan op 4 mei 2024.\n\nGetekend te Broekzele op 2 mei 2024")
    assert words(paper, part(paper, "signature")) == "Getekend te Broekzele op 2 mei 2024"
