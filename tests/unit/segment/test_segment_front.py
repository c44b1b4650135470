"""What stands above the articles: title, contents list, parties, recitals."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, headings, kinds, leaves, outline, part, sentences, words

PARTIES = """
        TUSSEN

        de gemeente Broekzele, met zetel te 9999 Broekzele, vertegenwoordigd door de burgemeester;

        hierna: "de gemeente";

        EN

        het agentschap Wonen, met zetel te 1000 Brussel, vertegenwoordigd door zijn leidend ambtenaar;

        hierna: "het agentschap";
"""
ARTICLES = """
        Artikel 1: Doel

        De premie toekennen.

        Artikel 2: Duur

        Dit protocol geldt vijf jaar.
"""


def test_title_on_one_line_with_its_purpose() -> None:
    paper = outline(
        f"""
        PROTOCOL VOOR DE ELEKTRONISCHE MEDEDELING VAN GEGEVENS
        VAN DE GEMEENTE BROEKZELE NAAR HET AGENTSCHAP WONEN

        in het kader van de premie voor jonge huurders

        Dit protocol wordt gesloten conform artikel 8 van het decreet van 18 juli 2008.
        {PARTIES}{ARTICLES}"""
    )
    check_sound(paper)
    assert paper.title == (
        "PROTOCOL VOOR DE ELEKTRONISCHE MEDEDELING VAN GEGEVENS VAN DE GEMEENTE BROEKZELE "
        "NAAR HET AGENTSCHAP WONEN in het kader van de premie voor jonge huurders"
    )
    assert kinds(paper) == ["title", "preamble", "article", "article"]
    assert words(paper, paper.segments[0].children[0]).startswith("Dit protocol wordt gesloten")


def test_title_below_a_letterhead() -> None:
    paper = outline(f"Stad Broekzele\nDienst Wonen\n\nProtocol over de premie\n{PARTIES}{ARTICLES}")
    assert paper.title == "Protocol over de premie"


@pytest.mark.parametrize(
    "opening",
    [
        "TUSSEN",
        "Tussen:",
        "Tussen de ondergetekenden:",
        "De ondergetekenden",
        "PARTIJEN",
        "De partijen:",
        "Dit protocol wordt gesloten tussen",
        "Opgesteld door:",
    ],
)
def test_openings_of_the_parties_block(opening: str) -> None:
    paper = outline(f"Protocol over de premie\n{PARTIES.replace('TUSSEN', opening)}{ARTICLES}")
    check_sound(paper)
    assert kinds(paper) == ["title", "preamble", "article", "article"]
    preamble = part(paper, "preamble")
    assert words(paper, preamble).startswith(opening)
    assert preamble.label == "aanhef"


def test_parties_in_a_table_above_the_articles() -> None:
    paper = outline(
        "Protocol over de premie\n\nWie meedeelt\tWie ontvangt\nGemeente Broekzele\tAgentschap Wonen\n"
        "0123.456.789\t0987.654.321\n\nArtikel 1. Doel\n\nDe premie toekennen.\n"
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "preamble", "article"]
    assert [row.kind for row in paper.of_kind("row")] == ["row", "row", "row"]


@pytest.mark.parametrize(
    ("marks", "refs"),
    [
        (("A. ", "B. ", "C. "), ["recital A", "recital B", "recital C"]),
        (("A ", "B. ", "C "), ["recital A", "recital B", "recital C"]),
        (("- A. ", "- B. ", "- C. "), ["recital A", "recital B", "recital C"]),
        (("(1) ", "(2) ", "(3) "), ["recital 1", "recital 2", "recital 3"]),
        (("1) ", "2) ", "3) "), ["recital 1", "recital 2", "recital 3"]),
        (("1. ", "2. ", "3. "), ["recital 1", "recital 2", "recital 3"]),
        (("I. ", "II. ", "III. "), ["recital I", "recital II", "recital III"]),
        (("a) ", "b) ", "c) "), ["recital a", "recital b", "recital c"]),
        (
            ("Overwegende dat ", "Overwegende dat ", "Overwegende dat "),
            ["recital 1", "recital 2", "recital 3"],
        ),
        (("Gelet op ", "Gelet op ", "Overwegende dat "), ["recital 1", "recital 2", "recital 3"]),
        (("- Gelet op ", "- Gelet op ", "- Gelet op "), ["recital 1", "recital 2", "recital 3"]),
    ],
)
@pytest.mark.parametrize("intro", ["NA TE HEBBEN UITEENGEZET", "Overwegingen", "WAT VOORAFGAAT", ""])
def test_recitals_in_every_style(marks: tuple[str, ...], refs: list[str], intro: str) -> None:
    texts = ("het decreet een premie invoert", "de gemeente die toekent", "het agentschap de gegevens heeft")
    body = "\n\n".join(f"{mark}{text};" for mark, text in zip(marks, texts, strict=True))
    paper = outline(f"Protocol\n{PARTIES}\n{intro}\n\n{body}\n\nWORDT OVEREENGEKOMEN WAT VOLGT:\n{ARTICLES}")
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("recital")] == refs
    assert [s.label for s in paper.of_kind("recital")][2] == refs[2].replace("recital", "overweging")
    assert kinds(paper) == ["title", "preamble", "recitals", "other", "article", "article"]
    assert part(paper, "recitals").heading == intro
    last = part(paper, refs[2])
    assert last.sentences or last.children


def test_blocks_inside_a_recital_have_their_own_reference() -> None:
    paper = outline(
        """
        NA TE HEBBEN UITEENGEZET

        A. De gemeente is een lokaal bestuur.

        B1. De stad is een gemeente.

        B2. Het OCMW is een openbaar centrum.

        C. [C1. De premie is nieuw.

        Zij wordt elk jaar toegekend.

        C2. De gegevens gaan over huurders.

        D. De partijen sluiten een protocol.

        WORDT OVEREENGEKOMEN WAT VOLGT:

        Artikel 1: Doel

        De premie.
        """
    )
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("recital")] == [
        "recital A",
        "recital B1",
        "recital B2",
        "recital C",
        "recital C2",
        "recital D",
    ]
    assert leaves(paper, "recital C") == [
        ("paragraph", "[C1. De premie is nieuw."),
        ("paragraph", "Zij wordt elk jaar toegekend."),
        ("recital", "C2. De gegevens gaan over huurders."),
    ]


def test_lettered_sections_after_the_agreement_are_articles() -> None:
    paper = outline(
        f"""
        Protocol
        {PARTIES}
        NA TE HEBBEN UITEENGEZET

        A. De gemeente is een lokaal bestuur en kent een premie toe aan wie er recht op heeft.

        B. Het agentschap heeft de gegevens die daarvoor nodig zijn.

        WORDT OVEREENGEKOMEN WAT VOLGT:

        A. Doel

        De premie toekennen.

        B. Sanctie

        De mededeling wordt opgeschort.
        """
    )
    assert [s.ref for s in paper.of_kind("recital", "article")] == [
        "recital A",
        "recital B",
        "article A",
        "article B",
    ]
    assert headings(paper) == [("article A", "Doel"), ("article B", "Sanctie")]


def test_numbered_parties_are_no_recitals() -> None:
    paper = outline(
        """
        Protocol over de premie

        Tussen de ondergetekenden:

        1. de gemeente Broekzele, ondernemingsnummer 0123.456.789, hierna "de gemeente";

        2. het agentschap Wonen, ondernemingsnummer 0987.654.321, hierna "het agentschap";

        wordt overeengekomen wat volgt:

        1. Doel

        De premie toekennen.

        2. Duur

        Vijf jaar.
        """
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "preamble", "other", "article", "article"]
    assert headings(paper) == [("article 1", "Doel"), ("article 2", "Duur")]


def test_recital_text_starts_behind_its_letter() -> None:
    paper = outline(
        f"Protocol\n{PARTIES}\nOVERWEGINGEN\n\n"
        f"A. De gemeente kent de premie toe. Zij doet dat zelf.\n{ARTICLES}"
    )
    recital = part(paper, "recital A")
    assert sentences(paper, recital) == ["De gemeente kent de premie toe.", "Zij doet dat zelf."]
    assert recital.number == "A"


CONTENTS = [
    "Inhoudstafel\n\nArtikel 1: Doel ............ 2\nArtikel 2: Duur ............ 3\n\n",
    "INHOUD\n\nArtikel 1: Doel\nArtikel 2: Duur\n\n",
    "Inhoudsopgave\nArtikel 1: Doel\t2\nArtikel 2: Duur\t3\n\n",
    (
        "Artikel 1: Doel . . . . . . . . 2\nArtikel 2: Duur . . . . . . . . 3\n"
        "Handtekeningen . . . . . . . 4\n\n"
    ),
]


@pytest.mark.parametrize("contents", CONTENTS)
@pytest.mark.parametrize("above", ["", "Protocol over de premie\n\n"])
def test_contents_list_holds_no_articles(contents: str, above: str) -> None:
    paper = outline(f"{above}{contents}Protocol over de premie\n\n{ARTICLES}")
    check_sound(paper)
    assert kinds(paper)[-2:] == ["article", "article"]
    assert kinds(paper).count("contents") == 1
    assert [s.ref for s in paper.of_kind("article")] == ["article 1", "article 2"]
    assert paper.title == "Protocol over de premie"


def test_contents_list_without_a_name_whose_lines_all_come_back() -> None:
    listed = "Artikel 1: Doel\nArtikel 2: Duur\nArtikel 3: Slot\n\n"
    paper = outline(
        f"Protocol over de premie\n\n{listed}{ARTICLES}\n        Artikel 3: Slot\n\n        Het gaat nu in."
    )
    check_sound(paper)
    assert [s.ref for s in paper.of_kind("article")] == ["article 1", "article 2", "article 3"]
    assert kinds(paper)[:2] == ["title", "contents"]


def test_contents_list_still_names_an_article_that_was_cut_out() -> None:
    listed = "Inhoud\n\nArtikel 1: Doel ..... 2\nArtikel 2: Duur ..... 3\nArtikel 3: Sanctie ..... 4\n\n"
    paper = outline(f"{listed}{ARTICLES}")
    assert paper.find("article 3") is None
    assert [s.ref for s in paper.of_kind("article")] == ["article 1", "article 2"]


def test_sections_above_the_articles_of_a_decision() -> None:
    paper = outline(
        """
        UITTREKSEL UIT DE NOTULEN

        Punt 14. Premie voor huurders: protocol met het agentschap Wonen

        Feiten

        De gemeente kent sinds 2020 een premie toe aan jonge huurders en heeft daarvoor gegevens nodig.

        Motivering

        De raad vindt dat het hergebruik van de gegevens past bij het doel waarvoor ze zijn verzameld.

        Besluit

        Art. 1. De raad keurt het protocol goed dat met het agentschap is onderhandeld.

        Art. 2. Het agentschap levert de lijst elk jaar in januari.
        """
    )
    check_sound(paper)
    assert headings(paper)[:2] == [("section Feiten", "Feiten"), ("section Motivering", "Motivering")]
    assert [s.ref for s in paper.of_kind("article")] == ["article 1", "article 2"]
    assert paper.title == "Punt 14. Premie voor huurders: protocol met het agentschap Wonen"


def test_title_in_capitals_over_three_blocks() -> None:
    paper = outline(
        f"PROTOCOL OVER DE PREMIE\n\nVAN DE GEMEENTE NAAR HET OCMW\n\nIN HET KADER VAN HUREN\n"
        f"{PARTIES}{ARTICLES}"
    )
    assert paper.title == "PROTOCOL OVER DE PREMIE – VAN DE GEMEENTE NAAR HET OCMW – IN HET KADER VAN HUREN"


@pytest.mark.parametrize("labels", [("Nummer KBO", "Zetel"), ("Ondernemingsnr.", "Handelend door")])
def test_details_in_a_form_below_the_title_are_the_parties(labels: tuple[str, str]) -> None:
    first, second = labels
    form = "\n\n".join(
        f"{side}\n  Naam              {name}\n  {first:<17} {number}\n  {second:<17} Kade 3, 2199 Heerdam"
        for side, name, number in (
            ("Afzender", "Agentschap Kampeerterreinen", "0150.553.106"),
            ("Geadresseerde", "Zone Netedal", "0194.324.058"),
        )
    )
    paper = outline(f"PROTOCOL VAN MEDEDELING\nNummer KAMP-2022/19\n\n{form}\n\n{ARTICLES}")
    check_sound(paper)
    assert kinds(paper) == ["title", "preamble", "article", "article"]
    assert words(paper, part(paper, "preamble")).startswith("Afzender Naam Agentschap Kampeerterreinen")
    assert words(paper, part(paper, "title")) == "PROTOCOL VAN MEDEDELING Nummer KAMP-2022/19"


def test_a_sentence_that_says_what_the_paper_is_does_not_name_it() -> None:
    paper = outline(
        """
        Woonproject 'Thuis in Wenderbeek': hoe het OCMW en het ziekenfonds gegevens delen

        Dit document is een protocol volgens artikel 8 van het e-govdecreet.

        Artikel 1. Doel

        Het OCMW rangschikt met de score de wachtlijst van de aangepaste woningen.

        Artikel 2. Duur

        Het protocol geldt vijf jaar.
        """
    )
    assert paper.title.startswith("Woonproject 'Thuis in Wenderbeek': hoe")
    assert "Dit document" not in paper.title


def test_a_line_with_only_the_word_protocol_goes_with_the_title_above_it() -> None:
    paper = outline(
        """
        MEDEDELING VAN GEGEVENS UIT HET VERENIGINGSREGISTER
        Protocol

        Artikel 1. Doel

        De dienst betaalt met de gegevens de subsidies uit.

        Artikel 2. Duur

        Het protocol geldt vijf jaar.
        """
    )
    assert paper.title == "MEDEDELING VAN GEGEVENS UIT HET VERENIGINGSREGISTER Protocol"


def test_a_place_and_a_date_below_the_title_are_no_part_of_it() -> None:
    paper = outline(
        """
        Protocol huursubsidies van het OCMW Wenderbeek
        Brussel, 2 juni 2026

        Artikel 1. Doel

        De sociale dienst spoort met de lijst gezinnen op.

        Artikel 2. Duur

        Het protocol geldt vijf jaar.
        """
    )
    assert paper.title == "Protocol huursubsidies van het OCMW Wenderbeek"
