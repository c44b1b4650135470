from __future__ import annotations

import datetime as dt

import pytest

from protocheck.advice import dutch
from protocheck.language import day


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["naam"], "naam"),
        (["naam", "adres"], "naam en adres"),
        (["naam", "adres", "geboortedatum"], "naam, adres en geboortedatum"),
        (["naam", "", "adres"], "naam en adres"),
    ],
)
def test_listing(items: list[str], text: str) -> None:
    assert dutch.listing(items) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("OCMW Wilgenbeke", "het OCMW Wilgenbeke"),
        ("stad Drakenvoorde", "de stad Drakenvoorde"),
        ("Gemeente Wilgenbeke", "de gemeente Wilgenbeke"),
        ("Agentschap Wonen", "het Agentschap Wonen"),
        ("Vlaams Agentschap Wonen", "het Vlaams Agentschap Wonen"),
        ("Vlaamse Waterdienst", "de Vlaamse Waterdienst"),
        ("Federale Overheidsdienst Rust", "de Federale Overheidsdienst Rust"),
        (
            "openbaar centrum voor maatschappelijk welzijn",
            "het openbaar centrum voor maatschappelijk welzijn",
        ),
        ("Het Kleine Fonds", "het Kleine Fonds"),
        ("Wonen in Wilgenbeke", "Wonen in Wilgenbeke"),
        ("", ""),
    ],
)
def test_a_body_takes_its_article(name: str, text: str) -> None:
    assert dutch.with_article(name) == text


def test_numbers_are_words_up_to_twelve() -> None:
    assert dutch.counted(1, "gegeven", "gegevens") == "één gegeven"
    assert dutch.counted(12, "gegeven", "gegevens") == "twaalf gegevens"
    assert dutch.counted(13, "gegeven", "gegevens") == "13 gegevens"


def test_dates_and_kbo_numbers_are_printed_in_full() -> None:
    assert day(dt.date(2025, 2, 3)) == "3 februari 2025"
    assert dutch.kbo("0123456749") == "0123.456.749"
    assert dutch.kbo("12345") == "12345"


def test_a_quotation_keeps_one_pair_of_marks_and_loses_its_stop() -> None:
    assert dutch.quoted('De "ontvanger" meldt dat.') == "“De ‘ontvanger’ meldt dat”"
    assert (
        dutch.quoted("“ontvangende instanties” wist de gegevens;")
        == "“‘ontvangende instanties’ wist de gegevens”"
    )
    assert dutch.quoted("“alles tussen tekens”") == "“alles tussen tekens”"


def test_the_signs_of_a_list_stay_out_of_a_quotation() -> None:
    assert dutch.quoted("- de diensten: - Wonen; o Zorg;") == "“de diensten: Wonen; Zorg”"
    assert dutch.quoted("De volgende diensten:") == "“De volgende diensten”"


def test_a_name_fits_into_our_sentence() -> None:
    assert dutch.inline('Naam en "voornaam";', 80) == "naam en ‘voornaam’"
    assert dutch.inline("INSZ-nummer", 80) == "INSZ-nummer"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert dutch.shorten("één twee drie vier vijf", 18) == "één twee drie (…)"
    assert dutch.shorten("één twee", 18) == "één twee"
    assert dutch.shorten("x" * 50, 20) == "x" * 16 + " (…)"


def test_repeats_are_dropped_whatever_their_case() -> None:
    assert dutch.unique(["Naam", "naam ", "adres", ""]) == ["Naam", "adres"]


def test_a_long_quotation_is_cut_where_its_sense_breaks() -> None:
    text = (
        "De stad meldt elke fout aan de dienst. Die dienst zoekt het binnen tien dagen uit en verbetert het."
    )
    assert dutch.shorten(text, 70) == "De stad meldt elke fout aan de dienst. (…)"
    listed = (
        "De stad bewaart de lijst (bv. op papier) een jaar; daarna wist zij alles wat er nog van overblijft."
    )
    assert dutch.shorten(listed, 80) == "De stad bewaart de lijst (bv. op papier) een jaar (…)"
    assert dutch.shorten("woord " * 20, 50) == "woord woord woord woord woord woord woord (…)"
    assert dutch.shorten(text, 200) == text


@pytest.mark.parametrize(
    ("shout", "calm"),
    [
        ("WETTELIJKE GROND", "Wettelijke grond"),
        ("TOEGANG VAN HET OCMW", "Toegang van het OCMW"),
        ("AVG", "AVG"),
        ("Wie waakt?", "Wie waakt?"),
    ],
)
def test_a_heading_in_capitals_is_calmed(shout: str, calm: str) -> None:
    assert dutch.calm(shout) == calm


def test_a_quoted_row_of_a_table_has_no_bars() -> None:
    assert dutch.quoted("Adres | om te schrijven") == "“Adres – om te schrijven”"


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["de naam", "het adres"], "de naam en het adres"),
        (["de naam en het jaar", "het adres"], "de naam en het jaar, en het adres"),
        (
            ["de naam", "de soort, de prijs en de duur", "het adres"],
            "de naam; de soort, de prijs en de duur; en het adres",
        ),
        (
            ["het decreet A (art. 1, 2 en 3)", "het decreet B", "de wet C"],
            "het decreet A (art. 1, 2 en 3), het decreet B en de wet C",
        ),
    ],
)
def test_items_that_are_lists_themselves_are_parted_by_semicolons(items: list[str], text: str) -> None:
    assert dutch.series(items) == text


def test_of_a_form_only_what_was_ticked_is_quoted() -> None:
    assert dutch.quoted("[X] ander: de gemeentelijke taken") == "“ander: de gemeentelijke taken”"
    form = "Op verzoek van: ☒ de dienst Wonen ☐ de dienst Sport ☒ de politiezone"
    assert dutch.quoted(form) == "“Op verzoek van: de dienst Wonen; de politiezone”"
    assert dutch.quoted("[ ] eenmaal per jaar") == "“[ ] eenmaal per jaar”"


def test_an_e_mail_address_takes_a_small_letter_in_a_sentence() -> None:
    assert dutch.inline("E-mailadres van de besteller", 80) == "e-mailadres van de besteller"
