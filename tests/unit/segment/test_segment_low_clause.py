"""Parties that stand in one closing clause below the last recital, which begins without a capital."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, kinds, outline, part, words
from tests.unit.segment.swimming import ARTICLES

CITY = (
    "de stad Pluimveld, 0123.456.749, Kerkplein 1, 9999 Pluimveld, "
    "vertegenwoordigd door Pia Vink, burgemeester"
)
CLUB = (
    "de vzw De Kikker, 0987.654.394, Vijverlaan 4, 9999 Pluimveld, "
    "vertegenwoordigd door Wim Zwaluw, voorzitter"
)
BOTH = f"{CITY}, en {CLUB}"
LAST = "Overwegende dat de zwembonnen moeten worden geteld;"


def paper_with(clause: str, last: str = LAST) -> tuple[list[str], str, str]:
    """Return the kinds of parts, the words of the preamble and those of the recitals."""
    paper = outline(
        "PROTOCOL ZWEMBONNEN\n\nGelet op het decreet van 3 maart 2017 over de zwembaden;\n\n"
        f"{last}\n\n{clause}\n" + ARTICLES.replace("\n        ", "\n")
    )
    check_sound(paper)
    found = kinds(paper)
    opened = words(paper, part(paper, "preamble")) if "preamble" in found else ""
    return found, opened, words(paper, part(paper, "recitals"))


@pytest.mark.parametrize(
    "clause",
    [
        f"hebben {BOTH}, afgesproken wat volgt.",
        f"hebben {BOTH}, het onderstaande afgesproken.",
        f"zijn {BOTH}, het volgende overeengekomen:",
        f"komen {BOTH}, wat volgt overeen.",
        f"komen overeen {BOTH}, wat volgt afgesproken.",
        f"sluiten {BOTH}, dit protocol.",
        f"maken {BOTH}, de volgende afspraken:",
        f"spreken {BOTH}, hetgeen volgt af:",
        f"wordt door {BOTH}, dit protocol gesloten.",
        f"verklaren {BOTH}, zich akkoord met de onderstaande bepalingen.",
        f"hebben {CLUB}, en {CITY}, zich verbonden tot de artikelen hieronder.",
        "hebben de stad Pluimveld, 0123.456.749, en de vzw De Kikker, 0987.654.394, afgesproken wat volgt.",
        "hebben de stad Pluimveld, 0123.456.749, en vzw Kikker, 0987.654.394, het onderstaande afgesproken.",
    ],
)
@pytest.mark.parametrize("last", [LAST, LAST[:-1] + ","])
def test_one_clause_below_the_recitals_holds_the_parties(clause: str, last: str) -> None:
    found, opened, recitals = paper_with(clause, last)
    assert found == ["title", "recitals", "preamble", "article", "article"]
    assert opened == clause
    assert recitals.endswith(last)


def test_a_clause_over_several_lines() -> None:
    club = "de vzw De Kikker, 0987.654.394, Vijverlaan 4, 9999 Pluimveld"
    clause = f"hebben {CITY},\nen {club},\nafgesproken wat volgt."
    found, opened, recitals = paper_with(clause)
    assert found[:3] == ["title", "recitals", "preamble"]
    assert opened.startswith("hebben de stad Pluimveld")
    assert "de vzw De Kikker" in opened
    assert recitals.endswith(LAST)


def test_long_bodies_without_number_are_known_by_the_words_of_agreement() -> None:
    one = "de opdrachthoudende vereniging voor de zwembaden in het oosten van het land van Pluimveld"
    other = "het autonoom gemeentebedrijf voor sport, spel en zwemlessen in Pluimveld en omstreken"
    found, opened, _ = paper_with(f"hebben {one} en {other} afgesproken wat volgt.")
    assert found == ["title", "recitals", "preamble", "article", "article"]
    assert opened.startswith("hebben de opdrachthoudende")


def test_a_clause_with_a_capital_holds_them_by_both_signs() -> None:
    found, opened, _ = paper_with(f"Hebben {BOTH}, afgesproken wat volgt.", LAST[:-1] + ".")
    assert found == ["title", "recitals", "preamble", "article", "article"]
    assert opened.startswith("Hebben de stad")


def test_below_visas_that_go_on_from_one_word() -> None:
    paper = outline(
        f"""
        PROTOCOL ZWEMBONNEN

        Gelet op:

        het decreet van 3 maart 2017 over de zwembaden;

        het besluit van 4 april 2018 over de bonnen;

        sluiten {BOTH}, dit protocol.
        {ARTICLES}"""
    )
    check_sound(paper)
    assert kinds(paper) == ["title", "recitals", "preamble", "article", "article"]
    assert words(paper, part(paper, "preamble")).startswith("sluiten de stad")


@pytest.mark.parametrize(
    "more",
    [
        "de lijst wordt bijgehouden door de vzw De Kikker, 0987.654.394, Vijverlaan 4, 9999 Pluimveld;",
        "dat de stad (0123.456.749) en de vzw (0987.654.394) elk hun eigen lijst bijhouden;",
        "en dat de stad (0123.456.749) en de vzw (0987.654.394) elk hun eigen lijst bijhouden.",
        "waarbij de stad, ondernemingsnummer 0123.456.749, de lijst aan de vzw, 0987.654.394, geeft.",
        "- de stad (0123.456.749) en de vzw (0987.654.394) houden elk hun eigen lijst van bonhouders bij.",
        "de afspraken over de bonnen worden elk jaar herzien in een overleg dat de stad samenroept.",
    ],
)
def test_what_goes_on_with_a_recital_stays_in_it(more: str) -> None:
    found, _, recitals = paper_with(more)
    assert "preamble" not in found
    assert recitals.endswith(more)


def test_words_of_agreement_that_name_nobody_are_no_preamble() -> None:
    assert paper_with("zijn overeengekomen wat volgt:")[0] == [
        "title",
        "recitals",
        "other",
        "article",
        "article",
    ]


def test_a_clause_right_below_a_closed_recital_needs_both_signs() -> None:
    above = "PROTOCOL ZWEMBONNEN\n\nGelet op het decreet van 3 maart 2017;\n" + LAST + "\n"
    below = ARTICLES.replace("\n        ", "\n")
    agreed = outline(f"{above}hebben {BOTH}, afgesproken wat volgt.\n{below}")
    assert kinds(agreed) == ["title", "recitals", "preamble", "article", "article"]
    stated = outline(f"{above}hebben {BOTH}, elk een eigen lijst.\n{below}")
    assert "preamble" not in kinds(stated)


def test_paragraphs_of_a_word_file_need_no_white() -> None:
    lines = ["PROTOCOL ZWEMBONNEN", "Gelet op het decreet van 3 maart 2017,", LAST[:-1] + ","]
    lines += [f"hebben {BOTH}, afgesproken wat volgt.", *(ARTICLES.split("\n        ")[1:])]
    paper = outline("\n".join(line for line in lines if line.strip()), word=True)
    check_sound(paper)
    assert kinds(paper) == ["title", "recitals", "preamble", "article", "article"]
