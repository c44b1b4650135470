"""Tables, labelled lines and footnotes inside an article."""

from __future__ import annotations

from tests.unit.segment.sketch import check_sound, lead, leaves, outline, part, sentences, words

LEAD = "De volgende gegevens worden meegedeeld:"


def test_tab_parted_lines_are_a_table() -> None:
    paper = outline(
        f"Artikel 3: Gegevens\n\n{LEAD}\n\nGegeven\tVerantwoording\tBewaring\n"
        "Naam\tOm te weten wie. Meer niet.\t1 jaar\n"
        "Adres\t\t2 jaar\n\nNiets anders."
    )
    check_sound(paper)
    assert [kind for kind, _ in leaves(paper, "article 3")] == ["paragraph", "table", "paragraph"]
    rows = list(paper.of_kind("row"))
    assert [[words(paper, cell) for cell in row.children] for row in rows] == [
        ["Gegeven", "Verantwoording", "Bewaring"],
        ["Naam", "Om te weten wie. Meer niet.", "1 jaar"],
        ["Adres", "", "2 jaar"],
    ]
    assert sentences(paper, rows[1].children[1]) == ["Om te weten wie.", "Meer niet."]
    assert lead(paper, rows[1]) == LEAD


def test_table_that_the_reader_marked() -> None:
    text = "Artikel 3: Gegevens\n\nGegeven\tReden\nNaam en\nvoornaam\tnodig\n\nNiets anders.\n"
    marked = {"TABLE": {"rows": (("Gegeven\t".strip(), "Reden"), ("Naam en\nvoornaam", "nodig"))}}
    text = text.replace("Artikel 3: Gegevens", "Artikel 3: Lijst")
    paper = outline(text, marked)
    check_sound(paper)
    rows = list(paper.of_kind("row"))
    assert [[words(paper, cell) for cell in row.children] for row in rows] == [
        ["Gegeven", "Reden"],
        ["Naam en voornaam", "nodig"],
    ]
    assert {s.ref for s in paper.of_kind("table", "row", "cell")} == {"article 3"}


def test_bars_part_cells_too() -> None:
    paper = outline("Artikel 3: Lijst\n\n| Gegeven | Reden |\n|---|---|\n| Naam | nodig |\n\nNiets anders.")
    rows = list(paper.of_kind("row"))
    assert [[words(paper, cell) for cell in row.children] for row in rows] == [
        ["Gegeven", "Reden"],
        ["Naam", "nodig"],
    ]


def test_label_and_value_lines_stay_paragraphs_of_their_article() -> None:
    paper = outline(
        """
        Artikel 3: Gegevens

        Gegeven 1 Voornaam en naam van de aanvrager

        Verantwoording Noodzakelijk om de aanvrager te kunnen identificeren

        proportionaliteit

        Gegeven 2 Adres

        De gegevens worden een jaar bewaard en daarna gewist door de dienst die ze heeft opgevraagd.

        Artikel 4: Ontvangers

        De dienst Premies.
        """
    )
    assert [s.ref for s in paper.of_kind("article")] == ["article 3", "article 4"]
    assert {kind for kind, _ in leaves(paper, "article 3")} == {"paragraph"}
    assert len(leaves(paper, "article 3")) == 5


def test_aligned_labels_each_start_a_paragraph() -> None:
    paper = outline(
        """
        Artikel 3: Gegevens

        Gegeven 1         Naam
        Verantwoording    Om de aanvrager terug te vinden in het register van de gemeente, waar naamgenoten
                          voorkomen.
        Bewaartermijn     Een jaar.
        """
    )
    assert [w.split()[0] for _, w in leaves(paper, "article 3")] == [
        "Gegeven",
        "Verantwoording",
        "Bewaartermijn",
    ]


def test_footnote_between_paragraphs_and_inside_a_sentence() -> None:
    paper = outline(
        """
        Artikel 3: Gegevens

        De lijst wordt bezorgd in een bestand waarin de nummers² van de aanvragers staan en de

        ² De nummers zijn die van het Rijksregister.

        namen van hun gezinsleden.

        Verder niets.

        ³ Zie het reglement.
        """
    )
    check_sound(paper)
    article = part(paper, "article 3")
    assert [child.kind for child in article.children] == ["paragraph", "paragraph", "footnote"]
    first = article.children[0]
    assert [(child.kind, child.number) for child in first.children] == [("footnote", "2")]
    assert sentences(paper, first)[-1] == "namen van hun gezinsleden."
    assert sentences(paper, first.children[0]) == ["De nummers zijn die van het Rijksregister."]


def test_footnote_that_the_reader_marked() -> None:
    paper = outline(
        "Artikel 1: Doel\n\nDe premie wordt toegekend.\n\n"
        "1 Reglement van de raad van 4 mei 2020.\n\nArtikel 2: Slot\n\nGeen.",
        {"1 Reglement van de raad van 4 mei 2020.": {"role": "footnote"}},
    )
    (note,) = paper.of_kind("footnote")
    assert (note.number, note.ref) == ("1", "article 1")


def test_an_empty_corner_is_a_cell_where_other_lines_begin_with_one() -> None:
    paper = outline(
        """
        PROTOCOL ZWEMBONNEN

        1. Partijen

                     | Provider           | Consumer
        Naam         | de Zwemclub        | stad Pluimveld
        KBO          | 0123.456.749       | 0987.654.394

        2. Doel

        De club trekt de bon af van de prijs.
        """
    )
    rows = [[words(paper, cell) for cell in row.children] for row in paper.of_kind("row")]
    assert rows == [
        ["", "Provider", "Consumer"],
        ["Naam", "de Zwemclub", "stad Pluimveld"],
        ["KBO", "0123.456.749", "0987.654.394"],
    ]
