"""Chapters above articles, sub-articles below them, and headings without any number."""

from __future__ import annotations

from tests.unit.segment.sketch import check_sound, headings, kinds, outline, part


def test_sub_articles_of_figures() -> None:
    paper = outline(
        """
        4. Gegevens

        4.1. Welke gegevens

        De naam en het adres.

        4.2 Bewaring

        4.2.1 De gegevens worden een jaar bewaard door de dienst die ze heeft gevraagd.

        4.2.2 Daarna worden ze gewist.

        5. Ontvangers

        De dienst Premies.
        """
    )
    check_sound(paper)
    assert headings(paper) == [
        ("article 4", "Gegevens"),
        ("article 4.1", "Welke gegevens"),
        ("article 4.2", "Bewaring"),
        ("article 4.2.1", ""),
        ("article 4.2.2", ""),
        ("article 5", "Ontvangers"),
    ]
    article = part(paper, "article 4")
    assert [child.ref for child in article.children] == ["article 4.1", "article 4.2"]


def test_sub_articles_below_the_word_article_and_no_figures_of_elsewhere() -> None:
    paper = outline(
        """
        Artikel 1. Doel

        1.1 De gemeente kent de premie toe.
        1.2 Zij gebruikt de gegevens niet voor iets anders.

        Artikel 2. Cijfers

        3.5 miljoen euro is daarvoor uitgetrokken.
        """
    )
    assert [ref for ref, _ in headings(paper)] == ["article 1", "article 1.1", "article 1.2", "article 2"]


def test_chapters_hold_articles() -> None:
    paper = outline(
        """
        HOOFDSTUK I. ALGEMEEN

        Artikel 1. Doel

        De premie toekennen.

        Hoofdstuk II
        De gegevens

        Afdeling 1. Lijst

        Artikel 2. Gegevens

        Naam en adres.

        Titel 3 van het decreet is niet van toepassing.
        """
    )
    check_sound(paper)
    assert headings(paper, "chapter", "article") == [
        ("chapter I", "ALGEMEEN"),
        ("article 1", "Doel"),
        ("chapter II", "De gegevens"),
        ("chapter 1", "Lijst"),
        ("article 2", "Gegevens"),
    ]
    assert paper.find("chapter II") is not None
    assert [s.kind for s in paper.segments] == ["chapter", "chapter"]
    assert [s.label for s in paper.of_kind("chapter")] == ["hoofdstuk I", "hoofdstuk II", "afdeling 1"]


def test_chapters_without_a_number_above_articles() -> None:
    paper = outline(
        """
        PROTOCOL OVER DE PREMIE

        ALGEMENE BEPALINGEN

        Artikel 1. Doel

        De premie toekennen.

        Artikel 2. Gegevens

        SLOTBEPALINGEN

        Artikel 3. Duur

        Vijf jaar.
        """
    )
    check_sound(paper)
    assert headings(paper, "chapter", "article") == [
        ("section ALGEMENE BEPALINGEN", "ALGEMENE BEPALINGEN"),
        ("article 1", "Doel"),
        ("article 2", "Gegevens"),
        ("section SLOTBEPALINGEN", "SLOTBEPALINGEN"),
        ("article 3", "Duur"),
    ]
    assert part(paper, "article 2").children == ()


def test_articles_of_chapters_and_of_articles() -> None:
    paper = outline(
        "Artikel II.1. Doel\n\nDe premie.\n\nArtikel II.2. Duur\n\nVijf jaar.\n\nArtikel III.1. Slot\n\nGeen."
    )
    assert [ref for ref, _ in headings(paper)] == ["article II.1", "article II.2", "article III.1"]
    paper = outline("Artikel 4. Gegevens\n\nArtikel 4.1. Lijst\n\nDe naam.\n\nArtikel 5. Duur\n\nVijf jaar.")
    assert [child.ref for child in part(paper, "article 4").children] == ["article 4.1"]


def test_roman_chapters_above_numbered_articles() -> None:
    paper = outline(
        """
        I. ALGEMEEN

        Artikel 1. Doel

        De premie toekennen.

        II. GEGEVENS

        Artikel 2. Lijst

        Naam en adres.
        """
    )
    assert headings(paper, "chapter", "article") == [
        ("chapter I", "ALGEMEEN"),
        ("article 1", "Doel"),
        ("chapter II", "GEGEVENS"),
        ("article 2", "Lijst"),
    ]


def test_capital_headings_without_number() -> None:
    paper = outline(
        """
        PROTOCOL OVER DE PREMIE

        TUSSEN

        de gemeente Broekzele, hierna "de gemeente"

        EN

        het agentschap Wonen, hierna "het agentschap"

        KOMEN OVEREEN WAT VOLGT

        DOEL VAN DE MEDEDELING

        De gemeente kent de premie toe.

        SANCTIE BIJ NIET-NALEVING

        Het agentschap schort de mededeling op.
        """
    )
    check_sound(paper)
    assert headings(paper) == [
        ("section DOEL VAN DE MEDEDELING", "DOEL VAN DE MEDEDELING"),
        ("section SANCTIE BIJ NIET-NALEVING", "SANCTIE BIJ NIET-NALEVING"),
    ]
    assert paper.segments[-1].label == "onder “SANCTIE BIJ NIET-NALEVING”"
    assert kinds(paper) == ["title", "preamble", "other", "section", "section"]


def test_bold_headings_without_number() -> None:
    text = """
        Afspraken over de premie

        Wie doet mee

        De gemeente Broekzele en het agentschap Wonen. Zij tekenen beiden.

        Waarom delen we gegevens

        Om de premie toe te kennen aan wie er recht op heeft.
        """
    marked = {"Wie doet mee": {"bold": True}, "Waarom delen we gegevens": {"bold": True}}
    paper = outline(text, marked)
    assert [h for _, h in headings(paper)] == ["Wie doet mee", "Waarom delen we gegevens"]


def test_headings_that_stand_alone_in_plain_text() -> None:
    paper = outline(
        """
        Nota over de premie

        Aanleiding

        De gemeente wil de premie sneller toekennen aan de gezinnen die er recht op hebben.

        Analyse

        De mededeling steunt op het decreet en gaat niet verder dan nodig voor de toekenning.
        """
    )
    assert [h for _, h in headings(paper)] == ["Aanleiding", "Analyse"]


def test_markdown_headings_and_levels() -> None:
    paper = outline(
        """
        # Protocol over de premie

        ## Partijen

        De gemeente Broekzele en het agentschap Wonen sluiten dit protocol.

        ## Doel

        ### Waarom

        De premie toekennen.

        ## Gegevens

        Naam en adres.
        """
    )
    check_sound(paper)
    assert paper.title == "Protocol over de premie"
    assert headings(paper, "section") == [
        ("section Doel", "Doel"),
        ("section Waarom", "Waarom"),
        ("section Gegevens", "Gegevens"),
    ]
    assert kinds(paper) == ["title", "preamble", "section", "section"]


def test_word_heading_styles() -> None:
    text = """
        Protocol over de premie
        Doel
        De premie toekennen aan wie er recht op heeft.
        Gegevens
        De naam en het adres van de aanvrager.
        """
    marked = {
        "Protocol over de premie": {"role": "heading", "level": 1},
        "Doel": {"role": "heading", "level": 2},
        "Gegevens": {"role": "heading", "level": 2},
    }
    paper = outline(text, marked, word=True)
    assert headings(paper) == [("section Doel", "Doel"), ("section Gegevens", "Gegevens")]
    assert paper.title == "Protocol over de premie"


def test_plain_text_without_structure() -> None:
    paper = outline("Snij de ui fijn. Bak ze in boter.\n\nVoeg het vlees toe en laat het een uur sudderen.")
    check_sound(paper)
    assert kinds(paper) == ["other"]
    assert [s.kind for s in paper.segments[0].children] == ["paragraph", "paragraph"]


def test_nothing_at_all() -> None:
    assert outline("").segments == ()
    assert outline("\n\n \f\n").segments == ()
