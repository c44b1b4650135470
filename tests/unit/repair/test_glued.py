from __future__ import annotations

import pytest

from tests.damage import damage
from tests.unit.repair.paper import PROTOCOL, mended


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("volgens hetdecreet van de stad", "volgens het decreet van de stad"),
        ("de artikels 3,4,6,9en 20 van het decreet", "de artikels 3, 4, 6, 9 en 20 van het decreet"),
        ("de artikelen 5en 7 van het decreet", "de artikelen 5 en 7 van het decreet"),
        ("de gegevens vande stad", "de gegevens van de stad"),
    ],
)
def test_sure_cases(raw: str, expected: str) -> None:
    assert mended(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "de kleur (0,0,0) en de schaal 1,2,3",
        "de gemeente Vandewalle en het dorp Opdorp",
        "urn:nl:ak:1 en x:y:z",
        "users create a file and often define an entry",
        "de nieuwe handhavingen van de stad",
        "de bewonersparkeervergunningen van de stad",
    ],
)
def test_what_must_stay_whole(raw: str) -> None:
    assert mended(raw) == raw


def test_names_and_new_words_stay_whole_even_where_blanks_are_lost() -> None:
    tail = "Mevrouw Vandewoude en de heer Deschrijver geven de mededelende dienst inlezing.\n"
    raw = damage(PROTOCOL, "drop", "medium", 2) + tail
    assert mended(raw).endswith(tail)


def test_a_document_that_loses_blanks_gets_most_of_them_back() -> None:
    raw = damage(PROTOCOL, "drop", "medium", 2)
    lost = len(PROTOCOL.split()) - len(raw.split())
    back = len(mended(raw).split()) - len(raw.split())
    assert lost > 10
    assert 0.6 * lost <= back <= lost


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("het administratievedossier van de stad", "het administratieve dossier van de stad"),
        ("de lijstbevat dan negen namen", "de lijst bevat dan negen namen"),
        ("dat het OCMWkrijgen kan van de stad", "dat het OCMW krijgen kan van de stad"),
        ("binnen vijfwerkdagen na de aanvraag", "binnen vijf werkdagen na de aanvraag"),
        ("zij bepalenen zij melden het", "zij bepalen en zij melden het"),
        ("waarvan hetOCMW kennis neemt", "waarvan het OCMW kennis neemt"),
        ("HETGEBRUIK VAN DE GEGEVENS", "HET GEBRUIK VAN DE GEGEVENS"),
        ("de stad slaat ze op ineen dossier", "de stad slaat ze op in een dossier"),
    ],
)
def test_words_that_make_no_compound_come_apart_where_blanks_are_lost(raw: str, expected: str) -> None:
    lost = damage(PROTOCOL, "drop", "heavy", 2)
    assert mended(f"{lost}\n{raw}\n").endswith(f"\n{expected}\n")


@pytest.mark.parametrize("word", ["mantelzorgpremie", "belastingbesturen", "chequenummer", "meerlinggezin"])
def test_a_new_compound_of_two_nouns_stays_whole_where_blanks_are_lost(word: str) -> None:
    tail = f"De {word} van de stad.\n"
    assert mended(damage(PROTOCOL, "drop", "heavy", 2) + tail).endswith(tail)


@pytest.mark.parametrize("word", ["kinderbegeleiders", "waterschotten", "dispatcher", "driepartijenprotocol"])
def test_a_compound_that_holds_a_small_word_stays_whole_where_blanks_are_lost(word: str) -> None:
    tail = f"De nieuwe {word} van de stad.\n"
    assert mended(damage(PROTOCOL, "drop", "heavy", 2) + tail).endswith(tail)


def test_a_first_name_and_a_family_name_come_apart_where_blanks_are_lost() -> None:
    raw = damage(PROTOCOL, "drop", "heavy", 2) + "Getekend door ThorDelbeke met SharePoint.\n"
    assert mended(raw).endswith("Getekend door Thor Delbeke met SharePoint.\n")
