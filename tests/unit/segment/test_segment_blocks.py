"""Paragraphs, list entries, tables and footnotes inside an article."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, lead, leaves, outline, part, sentences, words

LEAD = "De volgende gegevens worden meegedeeld:"


def test_wrapped_lines_are_one_paragraph_and_blank_lines_part_them() -> None:
    paper = outline(
        """
        Artikel 1: Doel

        De gemeente gebruikt de gegevens om de premie toe te kennen aan de gezinnen die er
        recht op hebben. Zij gebruikt ze nergens anders voor.

        De gegevens worden gewist.

        Artikel 2: Slot

        Geen.
        """
    )
    assert [kind for kind, _ in leaves(paper, "article 1")] == ["paragraph", "paragraph"]
    article = part(paper, "article 1")
    assert sentences(paper, article.children[0])[1] == "Zij gebruikt ze nergens anders voor."


def test_line_broken_on_purpose_starts_a_paragraph() -> None:
    paper = outline(
        """
        Artikel 1: Doel
        De dienst verzendt de gegevens naar de ontvanger langs een beveiligde weg, elke dag.
        De lijst is kort.
        Daarnaast kunnen de gegevens worden uitgewisseld met de partners van het netwerk die
        deelnemen aan het overleg.
        """
    )
    assert [w for _, w in leaves(paper, "article 1")][-1].startswith("Daarnaast")


def test_a_full_line_that_ends_on_a_colon_goes_on_with_its_sentence() -> None:
    paper = outline(
        """
        Artikel 1: Grond

        - het decreet van 26 april 2019 betreffende de zorg en de steun aan al wie zorg biedt:
        dit decreet laat de zorgraad toe de gegevens op te vragen;
        - het decreet van 22 december 2017.

        De gemeente werkt al jaren zichtbaar mee aan de campagnes die de zorgraad daarvoor opzet:
        haar logo staat op de brief. De gegevens zijn beperkt tot een code voor elke groep.

        De dienst krijgt van elke inwoner die zich aanmeldt alleen wat hieronder vermeld staat:
        naam en voornaam;
        adres.
        """
    )
    found = leaves(paper, "article 1")
    assert [(kind, words.split()[-1]) for kind, words in found] == [
        ("item", "vragen;"),
        ("item", "2017."),
        ("paragraph", "groep."),
        ("paragraph", "staat:"),
        ("item", "voornaam;"),
        ("item", "adres."),
    ]


def test_sentence_over_a_page_break_is_one_paragraph() -> None:
    paper = outline(
        "Artikel 1: Doel\n\nDe gemeente gebruikt de gegevens om de premie toe te kennen aan een\n\n"
        "Pagina 1 van 2\n\f\n\ngezin dat er recht op heeft. Zij wist ze daarna.\n\nArtikel 2: Slot\n\nGeen."
    )
    check_sound(paper)
    article = part(paper, "article 1")
    (paragraph,) = article.children
    assert paragraph.kind == "paragraph"
    assert [child.kind for child in paragraph.children] == ["furniture"]
    first, second = sentences(paper, paragraph)
    assert first.startswith("De gemeente gebruikt de gegevens om de premie toe te kennen aan een")
    assert first.endswith("gezin dat er recht op heeft.")
    assert second == "Zij wist ze daarna."


def test_blank_lines_at_a_page_break_do_not_cut_a_sentence() -> None:
    paper = outline(
        "Artikel 1: Doel\n\nOp 28 november 2023 hebben de gemeente en het agentschap samen een\n\n\n\n"
        "overeenkomst gesloten over de premie.\n\nDe premie is nieuw."
    )
    assert leaves(paper, "article 1") == [
        (
            "paragraph",
            (
                "Op 28 november 2023 hebben de gemeente en het agentschap samen een overeenkomst "
                "gesloten over de premie."
            ),
        ),
        ("paragraph", "De premie is nieuw."),
    ]
    first = next(s for s in paper.walk() if s.kind == "paragraph")
    assert len(first.sentences) == 1


@pytest.mark.parametrize(
    "foot", ["Pagina 3 van 8", "- 3 -", "3/8", "blz. 3", "p. 3", "Pag. 3", "– 3 –", "3 / 8"]
)
def test_page_numbers_are_furniture(foot: str) -> None:
    paper = outline(
        f"Artikel 1: Doel\n\nDe premie toekennen.\n\n{foot}\n\nArtikel 2: Slot\n\n"
        "Het protocol geldt vanaf nu."
    )
    assert [w for k, w in leaves(paper, "article 1") if k == "furniture"] == [foot]


def test_bare_page_number_at_the_edge_of_a_page() -> None:
    paper = outline(
        "Artikel 1: Doel\n\nDe premie toekennen.\n\n3\n\fArtikel 2: Slot\n\nHet protocol geldt vanaf nu."
    )
    assert leaves(paper, "article 1")[-1] == ("furniture", "3")


def test_running_head_on_every_page() -> None:
    page = (
        "Protocol premie - versie {}\n\nArtikel {}: Titel\n\nDe gemeente kent de premie nummer {} toe.\n\n\f"
    )
    paper = outline("".join(page.format(n, n, n) for n in (1, 2, 3, 4)))
    check_sound(paper)
    assert [words(paper, s) for s in paper.of_kind("furniture")] == [
        f"Protocol premie - versie {n}" for n in (1, 2, 3, 4)
    ]
    assert [s.ref for s in paper.of_kind("article")] == [f"article {n}" for n in (1, 2, 3, 4)]


def test_furniture_that_the_reader_marked() -> None:
    paper = outline(
        "Artikel 1: Doel\n\nDe premie toekennen aan de gezinnen die er volgens het reglement\n"
        "STAD BROEKZELE\nrecht op hebben.",
        {"STAD BROEKZELE": {"role": "furniture"}},
    )
    (paragraph,) = (s for s in paper.of_kind("paragraph"))
    assert [child.kind for child in paragraph.children] == ["furniture"]


@pytest.mark.parametrize(
    ("one", "two", "numbers"),
    [
        ("- ", "- ", ["", ""]),
        ("-", "-", ["", ""]),
        ("• ", "• ", ["", ""]),
        ("* ", "* ", ["", ""]),
        ("– ", "– ", ["", ""]),
        ("\uf0b7 ", "\uf0b7 ", ["", ""]),
        ("a) ", "b) ", ["a", "b"]),
        ("a. ", "b. ", ["a", "b"]),
        ("(a) ", "(b) ", ["a", "b"]),
        ("1° ", "2° ", ["1°", "2°"]),
        ("1) ", "2) ", ["1", "2"]),
        ("1. ", "2. ", ["1", "2"]),
        ("(1) ", "(2) ", ["1", "2"]),
        ("i. ", "ii. ", ["i", "ii"]),
        ("i) ", "ii) ", ["i", "ii"]),
        ("e ", "e ", ["", ""]),
        ("o ", "o ", ["", ""]),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_list_entries_with_their_lead(one: str, two: str, numbers: list[str], gap: str) -> None:
    paper = outline(
        f"Artikel 1: Gegevens\n\n{LEAD}{gap}{one}De naam van de aanvrager{gap}{two}Het adres\n\nNiets anders."
    )
    check_sound(paper)
    parts = leaves(paper, "article 1")
    assert [kind for kind, _ in parts] == ["paragraph", "item", "item", "paragraph"]
    items = list(paper.of_kind("item"))
    assert [item.number for item in items] == numbers
    assert [sentences(paper, item) for item in items] == [["De naam van de aanvrager"], ["Het adres"]]
    assert [lead(paper, item) for item in items] == [LEAD, LEAD]


def test_entry_over_several_lines() -> None:
    paper = outline(
        f"""
        Artikel 1: Gegevens

        {LEAD}

        - de naam van de aanvrager, die nodig is om hem in het register terug te kunnen vinden
          en hem aan te schrijven;
        - het adres.
        """
    )
    assert [kind for kind, _ in leaves(paper, "article 1")] == ["paragraph", "item", "item"]
    assert words(paper, next(paper.of_kind("item"))).endswith("hem aan te schrijven;")


def test_nested_entries() -> None:
    paper = outline(
        """
        Artikel 7: Machtigingen

        De machtigingen zijn:

        1. Het agentschap:
         - a. het besluit van 7 juli 2002;
         - b. het besluit van 1 mei 2019.
        2. De gemeente:
         - a. het besluit van 30 augustus 1985.
        """
    )
    check_sound(paper)
    items = [s for s in part(paper, "article 7").children if s.kind == "item"]
    assert [item.number for item in items] == ["1", "2"]
    below = items[0].children
    assert [(s.kind, s.number) for s in below] == [("paragraph", ""), ("item", "a"), ("item", "b")]
    assert lead(paper, below[1]) == "Het agentschap:"
    assert lead(paper, items[0]) == "De machtigingen zijn:"


def test_nested_bullets_by_indent() -> None:
    paper = outline(
        """
        Artikel 4: Ontvangers

        - De volgende diensten krijgen toegang:
          - o Sociale dienst
          o Dienst Wonen
        - Niemand anders krijgt toegang.
        """
    )
    items = [s for s in part(paper, "article 4").children if s.kind == "item"]
    assert len(items) == 2
    assert [words(paper, s) for s in items[0].children[1:]] == ["- o Sociale dienst", "o Dienst Wonen"]


def test_entries_without_a_sign_in_lower_case_after_a_colon() -> None:
    paper = outline(
        """
        Artikel 4: Ontvangers

        De gegevens gaan naar de volgende ontvangers:

        de maatschappelijk werker die het dossier behandelt

        de dienst Wonen

        Daarnaast krijgt niemand de gegevens te zien, ook niet de andere diensten van de gemeente.
        """
    )
    assert [kind for kind, _ in leaves(paper, "article 4")] == ["paragraph", "item", "item", "paragraph"]
    assert all(item.lead is not None for item in paper.of_kind("item"))


def test_year_or_figure_at_a_line_start_is_no_entry() -> None:
    paper = outline(
        """
        Artikel 1: Doel

        De premie bestaat sinds het reglement van de gemeenteraad dat dateert van 30 november
        2018. De gemeente kent ze toe aan elk gezin met een inkomen dat lager ligt dan bedrag
        12. Dat bedrag wordt geïndexeerd.
        """
    )
    assert [kind for kind, _ in leaves(paper, "article 1")] == ["paragraph"]


def test_numbered_clauses_of_an_article() -> None:
    paper = outline(
        """
        Artikel 1: Doel

        § 1. De gemeente kent de premie toe.

        § 2. Zij gebruikt de gegevens nergens anders voor.
        """
    )
    article = part(paper, "article 1")
    assert [(s.kind, s.number, s.ref, s.label) for s in article.children] == [
        ("paragraph", "§ 1", "article 1", "artikel 1, § 1"),
        ("paragraph", "§ 2", "article 1", "artikel 1, § 2"),
    ]
    assert sentences(paper, article.children[0]) == ["De gemeente kent de premie toe."]


def test_word_paragraphs_are_never_joined() -> None:
    paper = outline("Artikel 1: Doel\nDe premie toekennen\naan gezinnen\nen aan alleenstaanden", word=True)
    assert [kind for kind, _ in leaves(paper, "article 1")] == ["paragraph", "paragraph", "paragraph"]


def test_notation_is_no_content() -> None:
    paper = outline(
        "**Artikel 1: Doel**\n\nDe **gemeente** kent de premie toe.\n\n**Artikel 2: Slot**\n\nGeen."
    )
    check_sound(paper)
    assert [(s.ref, s.heading) for s in paper.of_kind("article")] == [
        ("article 1", "Doel"),
        ("article 2", "Slot"),
    ]


def test_questions_and_answers() -> None:
    paper = outline(
        """
        Met wie sluiten we het protocol?
        Met het OCMW van de gemeente, omdat het decreet dat zo bepaalt. Andere partners kunnen niet.
        · In Vlaanderen is dat het OCMW.
        · In Brussel is dat een centrum.
        Hoelang duurt het?
        Zolang de partijen dat willen, met een evaluatie om de twee jaar en een opzegtermijn van drie maanden.
        """
    )
    check_sound(paper)
    assert [s.heading for s in paper.of_kind("section")] == [
        "Met wie sluiten we het protocol?",
        "Hoelang duurt het?",
    ]
    assert [s.kind for s in paper.segments[0].children].count("item") == 2


def test_each_line_of_a_text_that_nobody_broke_in_lines_is_a_paragraph() -> None:
    first = (
        "De gemeente houdt bij welke bomen een peter hebben, waar zij staan en wie er zorg voor draagt; " * 3
    )
    second = "Functionaris van de gemeente, voor wie een vraag heeft over zijn gegevens: Roos Takkelberg "
    body = first.rstrip("; ") + "\n" + second * 3
    paper = outline(f"Protocol over bomen\n\nArtikel 1. Doel\n\n{body}\n\nArtikel 2. Duur\n\n{first}.")
    assert [child.kind for child in part(paper, "article 1").children] == ["paragraph", "paragraph"]
