"""Which lines are headings, in whatever way a paper numbers its articles."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, kinds, leaves, outline, part

BODY = "De gemeente bezorgt de lijst elk jaar aan het agentschap. Zij doet dat in januari."


def numbered(*labels: str, below: str = "\n\n") -> str:
    titles = ("Onderwerp", "Doel van de mededeling", "Sanctie bij niet-naleving")
    parts = [f"{label}{title}{below}{BODY}" for label, title in zip(labels, titles, strict=False)]
    return "Protocol over de premie\n\n" + "\n\n".join(parts)


@pytest.mark.parametrize(
    ("labels", "refs"),
    [
        (("Artikel 1: ", "Artikel 2: ", "Artikel 3: "), ["article 1", "article 2", "article 3"]),
        (("Artikel 1. ", "Artikel 2. ", "Artikel 3. "), ["article 1", "article 2", "article 3"]),
        (("Artikel 1 - ", "Artikel 2 – ", "Artikel 3 — "), ["article 1", "article 2", "article 3"]),
        (("Artikel 1 ", "Artikel 2 ", "Artikel 3 "), ["article 1", "article 2", "article 3"]),
        (("ARTIKEL 1 ", "ARTIKEL 2 ", "ARTIKEL 3 "), ["article 1", "article 2", "article 3"]),
        (("Art. 1. ", "Art. 2. ", "Art. 3. "), ["article 1", "article 2", "article 3"]),
        (("Art 1: ", "Art 2: ", "Art 3: "), ["article 1", "article 2", "article 3"]),
        (("Artikel 1er. ", "Artikel 2. ", "Artikel 2bis. "), ["article 1", "article 2", "article 2bis"]),
        (("Artikel één: ", "Artikel twee: ", "Artikel drie: "), ["article 1", "article 2", "article 3"]),
        (
            ("Eerste artikel. ", "Tweede artikel. ", "Derde artikel. "),
            ["article 1", "article 2", "article 3"],
        ),
        (("Artike1 1: ", "Artikel2: ", "A rtikel 3 : "), ["article 1", "article 2", "article 3"]),
        (("Artikel l: ", "Artikel 2: ", "Artikel 3: "), ["article 1", "article 2", "article 3"]),
        (("Artikel I. ", "Artikel II. ", "Artikel III. "), ["article I", "article II", "article III"]),
        (("1. ", "2. ", "3. "), ["article 1", "article 2", "article 3"]),
        (("1 ", "2 ", "3 "), ["article 1", "article 2", "article 3"]),
        (("1) ", "2) ", "3) "), ["article 1", "article 2", "article 3"]),
        (("I. ", "II. ", "III. "), ["article I", "article II", "article III"]),
        (("I - ", "II - ", "III - "), ["article I", "article II", "article III"]),
        (("A. ", "B. ", "C. "), ["article A", "article B", "article C"]),
        (("§ 1. ", "§ 2. ", "§ 3. "), ["article § 1", "article § 2", "article § 3"]),
        (("§1 ", "§2 ", "§3 "), ["article § 1", "article § 2", "article § 3"]),
        (("Clausule 1: ", "Clausule 2: ", "Clausule 3: "), ["article 1", "article 2", "article 3"]),
        (("Hoofdstuk 1. ", "Hoofdstuk 2. ", "Hoofdstuk 3. "), ["article 1", "article 2", "article 3"]),
        (("Artikel 1\n", "Artikel 2\n", "Artikel 3\n"), ["article 1", "article 2", "article 3"]),
        (("Artikel 1.\n\n", "Artikel 2.\n\n", "Artikel 3.\n\n"), ["article 1", "article 2", "article 3"]),
        (("I\n\n", "II\n\n", "III\n\n"), ["article I", "article II", "article III"]),
        (("1.\n", "2.\n", "3.\n"), ["article 1", "article 2", "article 3"]),
    ],
)
def test_reads_every_way_to_number_articles(labels: tuple[str, ...], refs: list[str]) -> None:
    paper = outline(numbered(*labels))
    check_sound(paper)
    titles = ["Onderwerp", "Doel van de mededeling", "Sanctie bij niet-naleving"]
    assert headings(paper) == list(zip(refs, titles, strict=True))
    assert leaves(paper, refs[2]) == [("paragraph", BODY)]


def test_labels_articles_in_dutch() -> None:
    paper = outline(numbered("Hoofdstuk 1. ", "Hoofdstuk 2. ", "Hoofdstuk 3. "))
    assert [s.label for s in paper.of_kind("article")] == ["hoofdstuk 1", "hoofdstuk 2", "hoofdstuk 3"]
    paper = outline(numbered("§ 1. ", "§ 2. ", "§ 3. "))
    assert [s.label for s in paper.of_kind("article")] == ["§ 1", "§ 2", "§ 3"]
    paper = outline(numbered("Art. 1. ", "Art. 2. ", "Art. 3. "))
    assert next((s.label, s.number) for s in paper.of_kind("article")) == ("artikel 1", "1")


@pytest.mark.parametrize("label", ["Artikel {}: ", "{}. ", "Art. {}. "])
def test_heading_directly_above_its_text_without_blank_line(label: str) -> None:
    paper = outline(numbered(*(label.format(n) for n in (1, 2, 3)), below="\n"))
    check_sound(paper)
    assert headings(paper)[2] == ("article 3", "Sanctie bij niet-naleving")
    assert leaves(paper, "article 3") == [("paragraph", BODY)]


def test_heading_over_two_lines() -> None:
    paper = outline(
        """
        Artikel 1: De rechtvaardigingsgronden van zowel de mededeling als de inzameling van de
        gegevens die worden meegedeeld

        De gemeente verzamelde de gegevens op grond van het decreet. Zij deelt ze mee voor de
        toekenning van de premie.
        """
    )
    title = (
        "De rechtvaardigingsgronden van zowel de mededeling als de inzameling "
        "van de gegevens die worden meegedeeld"
    )
    assert headings(paper) == [("article 1", title)]
    assert len(leaves(paper, "article 1")) == 1


def test_text_on_the_line_of_the_number_is_no_heading() -> None:
    paper = outline(
        """
        Protocol

        Art. 1. De gemeente bezorgt de lijst van de rechthebbenden aan het agentschap, dat
        ze alleen voor de premie gebruikt.

        Art. 2. Het agentschap wist de lijst na een jaar.

        Art. 3. § 1. De partijen overleggen jaarlijks.
        """
    )
    check_sound(paper)
    assert headings(paper) == [("article 1", ""), ("article 2", ""), ("article 3", "")]
    assert leaves(paper, "article 2") == [("paragraph", "Het agentschap wist de lijst na een jaar.")]


def test_short_title_with_a_stop_above_its_text() -> None:
    paper = outline(
        "Protocol\n\nArtikel 1. Duur.\n\nHet protocol geldt vijf jaar.\n\nArtikel 2. Slot.\n\n"
        "Het treedt nu in werking."
    )
    assert headings(paper) == [("article 1", "Duur."), ("article 2", "Slot.")]


@pytest.mark.parametrize(
    "trap",
    [
        "Artikel 10/1 van het decreet voorziet een rechtsgrond voor de mededeling van deze gegevens.",
        "Artikel 4 van de samenwerkingsovereenkomst is van toepassing op deze mededeling.",
        "Artikel 28 AVG verplicht de partijen tot een overeenkomst met de verwerker.",
        "Artikel 9, lid 2, van de verordening verbiedt de verwerking van deze gegevens.",
        "Art. 20 §1 van de wet legt aan de federale overheid een ander protocol op.",
        "artikel 7. Daarnaast houden de partijen zich aan de gedragscode van de sector.",
    ],
)
@pytest.mark.parametrize("glue", [" volgens de regels die zij samen hebben vastgelegd in\n", ".\n", ".\n\n"])
def test_article_of_a_statute_at_a_line_start_is_no_heading(trap: str, glue: str) -> None:
    text = numbered("Artikel 1: ", "Artikel 2: ", "Artikel 3: ")
    first = "De partijen werken samen aan de toekenning van de premie en delen daarvoor gegevens"
    paper = outline(text.replace(BODY, f"{first}{glue}{trap}", 1))
    assert [ref for ref, _ in headings(paper)] == ["article 1", "article 2", "article 3"]


def test_reference_wrapped_to_a_line_start_is_no_heading() -> None:
    paper = outline(
        """
        Artikel 1: Onderwerp

        De partijen delen de gegevens die nodig zijn voor het doel dat is omschreven in
        Artikel 2. De gegevens worden niet gebruikt voor andere doelen dan deze die zijn
        genoemd in
        Artikel 3.

        Artikel 2: Doel

        De premie toekennen.
        """
    )
    assert headings(paper) == [("article 1", "Onderwerp"), ("article 2", "Doel")]


def test_articles_quoted_from_a_statute_are_text() -> None:
    paper = outline(
        """
        Artikel 1. Doel

        De premie toekennen.

        Artikel 2. Grond

        Het decreet bepaalt:

        Art. 4. De gemeente kan aan het agentschap gegevens vragen over de inwoners.

        Art. 10/1. § 1. Het agentschap kan die gegevens bezorgen.

        Artikel 3. Duur

        Vijf jaar.
        """
    )
    assert headings(paper) == [("article 1", "Doel"), ("article 2", "Grond"), ("article 3", "Duur")]


def test_parties_as_a_numbered_article() -> None:
    paper = outline(
        """
        Protocol over de premie

        1. De partijen

        De gemeente Broekzele en het agentschap Wonen.

        2. Doel

        De premie toekennen.
        """
    )
    assert headings(paper) == [("article 1", "De partijen"), ("article 2", "Doel")]
    assert kinds(paper) == ["title", "article", "article"]


def test_second_article_of_the_same_number_is_told_apart() -> None:
    paper = outline(numbered("Artikel 4: ", "Artikel 4: ", "Artikel 5: "))
    assert [(s.ref, s.label) for s in paper.of_kind("article")] == [
        ("article 4", "artikel 4"),
        ("article 4 (2)", "artikel 4 (2)"),
        ("article 5", "artikel 5"),
    ]


def test_numbered_list_inside_an_article_makes_no_articles() -> None:
    paper = outline(
        """
        1. Doel

        De premie toekennen aan de gezinnen.

        2. Gegevens

        De volgende gegevens worden meegedeeld:
        1. naam
        2. voornaam
        3. adres

        3. Ontvangers

        De dienst Premies.
        """
    )
    assert [h for _, h in headings(paper)] == ["Doel", "Gegevens", "Ontvangers"]
    assert [k for k, _ in leaves(paper, "article 2")] == ["paragraph", "item", "item", "item"]


def test_article_without_content_keeps_its_place() -> None:
    paper = outline("Artikel 1: Doel\n\nDe premie.\n\nArtikel 2: Duur\n\nArtikel 3: Slot\n\nGeen.")
    assert headings(paper) == [("article 1", "Doel"), ("article 2", "Duur"), ("article 3", "Slot")]
    article = part(paper, "article 2")
    assert article.children == ()


def test_a_party_in_capitals_over_a_full_line_is_no_heading() -> None:
    paper = (
        "PROTOCOL OVER DE PREMIE\n\nTUSSEN\n\n"
        'De STAD MOLENWATER, met zetel te 9990 Molenwater, Markt 1, hierna\ngenoemd "de stad";\n\n'
        "de INTERGEMEENTELIJKE VERENIGING VOOR ONTHAAL EN RECYCLAGE VAN AFVAL, afgekort\n"
        'IVORAF, met zetel te 9991 Dorp, Straat 2, verder genoemd "IVORAF".\n\n'
        f"HET DOEL VAN DE MEDEDELING\n\n{BODY}\n\nDE SANCTIE BIJ NIET-NALEVING\n\n{BODY}\n"
    )
    found = [heading for _, heading in headings(outline(paper))]
    assert found == ["HET DOEL VAN DE MEDEDELING", "DE SANCTIE BIJ NIET-NALEVING"]


def test_questions_without_white_around_them_are_headings() -> None:
    paper = outline(
        "Waarvoor gebruiken wij de gegevens?\nOm de premie toe te kennen.\n"
        "Hoelang duurt dat?\nTot eind 2026.\n"
    )
    assert headings(paper) == [
        ("section Waarvoor gebruiken wij de gegevens?", "Waarvoor gebruiken wij de gegevens?"),
        ("section Hoelang duurt dat?", "Hoelang duurt dat?"),
    ]


def test_a_question_above_a_few_words_and_a_list_is_a_heading_among_questions() -> None:
    answers = (
        ("Waarvoor dienen ze?", f"{BODY}\n"),
        (
            "Wat geven wij door?",
            "Niets anders dan:\n\n- naam en lidnummer;\n- datum van inschrijving;\n- soort lening.\n",
        ),
        ("Wie leest mee?", f"{BODY}\n"),
        ("Hoe vaak gebeurt dat?", f"{BODY}\n"),
        ("Hoe lang?", f"{BODY}\n"),
    )
    paper = outline(
        "Afspraken over leningen\n\n" + "\n".join(f"{asked}\n\n{told}" for asked, told in answers)
    )
    assert [heading for _, heading in headings(paper)] == [asked for asked, _ in answers]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("3. DOEL\nDe gemeente kent de premie toe.\n", "DOEL"),
        ("B. Doelomschrijving\n\nDe gemeente kent de premie toe.\n", "Doelomschrijving"),
        ("8. BEVEILIGING\n- versleuteling\n- sterke aanmelding\n", "BEVEILIGING"),
        ("Waarvoor?\nDe gemeente kent de premie toe.\n", "Waarvoor?"),
    ],
)
def test_a_short_text_under_one_heading(text: str, heading: str) -> None:
    assert [found for _, found in headings(outline(text))] == [heading]


@pytest.mark.parametrize(
    "text",
    [
        "1. De gemeente kent de premie toe.\nZij doet dat elke maand.\n",
        "2° naam en voornaam\nDe gemeente kent de premie toe.\n",
        "Kent u de premie? Dan weet u genoeg.\nDe gemeente kent de premie toe.\n",
        "3. DOEL\n",
    ],
)
def test_a_short_text_without_a_heading(text: str) -> None:
    assert headings(outline(text)) == []


SIGNED = """
        PROTOCOL OVER DE LIJST VAN KRAMERS

        Tussen de gemeente Pluimveld, vertegenwoordigd door Roos Takkelberg, burgemeester, en de marktbond
        Laagland, vertegenwoordigd door Bavo Terlinden, voorzitter, wordt overeengekomen wat volgt:

        {0}Doel van de lijst{white}De marktbond stelt met de lijst het plan van de markt op en verdeelt de
        plaatsen onder de kramers.

        {1}Gegevens en redenen{white}De lijst vermeldt de naam en de waren van de kramer. De naam is nodig
        om de plaats toe te wijzen.

        {2}Duur en einde{white}Het protocol geldt drie jaar vanaf de ondertekening en eindigt daarna vanzelf.

        Opgemaakt te Pluimveld op 3 maart 2026.
"""


@pytest.mark.parametrize(
    "signs",
    [
        ("1° ", "2° ", "3° "),
        ("a) ", "b) ", "c) "),
        ("i. ", "ii. ", "iii. "),
        ("[1] ", "[2] ", "[3] "),
        ("#1 ", "#2 ", "#3 "),
        ("① ", "② ", "③ "),
        ("→ ", "→ ", "→ "),
    ],
)
@pytest.mark.parametrize("white", ["\n\n        ", "\n        "])
def test_titles_behind_the_sign_of_a_list(signs: tuple[str, str, str], white: str) -> None:
    paper = outline(SIGNED.format(*signs, white=white))
    check_sound(paper)
    titles = [title.removeprefix(sign) for sign, (_, title) in zip(signs, headings(paper), strict=True)]
    assert titles == ["Doel van de lijst", "Gegevens en redenen", "Duur en einde"]
    assert list(paper.of_kind("recital")) == []


def test_titles_with_a_colon_right_above_their_text() -> None:
    paper = outline(SIGNED.format("", "", "", white=":\n        "))
    assert [title for _, title in headings(paper)] == [
        "Doel van de lijst",
        "Gegevens en redenen",
        "Duur en einde",
    ]
