"""Words as they compare: names, dates and numbers masked, statutes kept."""

from __future__ import annotations

from protocheck.batch.kinship.tokens import (
    ADDRESS,
    AS_PRINTED,
    DAY,
    NUMBER,
    PARTY,
    PERSON,
    PLACE,
    Masks,
    masks,
    shown,
    tokens,
)
from tests.unit.batch.kinship.made import party

NONE = Masks()
LINDE = masks([party("gemeente Lindevoorde", "municipality", people=["Ward Tackaert"])])


def _keys(text: str, masked: Masks = NONE) -> tuple[str, ...]:
    return tokens(text, masked).keys


def test_a_name_with_its_article_is_one_mark() -> None:
    assert _keys("De gemeente Lindevoorde wist", LINDE) == (PARTY, "wist")


def test_a_kind_of_body_alone_is_marked_also_in_small_letters() -> None:
    assert _keys("aan de gemeente gemeld", LINDE) == ("aan", PARTY, "gemeld")


def test_a_word_of_a_name_is_marked_only_with_a_capital() -> None:
    zorg = masks([party("Fonds Warme Zorg", "other")])
    assert _keys("de zorg voor Warme Zorg", zorg) == ("de", "zorg", "voor", PARTY)


def test_two_names_are_run_together_over_small_words_only() -> None:
    linde = masks([party("gemeente Lindevoorde", "municipality"), party("OCMW Lindevoorde", "ocmw")])
    assert _keys("de gemeente en het OCMW Lindevoorde samen", linde) == (PARTY, "samen")
    assert _keys("de gemeente meldt het OCMW", linde) == (PARTY, "meldt", PARTY)


def test_dates_numbers_addresses_are_marked() -> None:
    text = "op 3 maart 2024 of 03/04/2024, KBO 0241.225.043, tel. 014 56 78 90, dpo@lindevoorde.be"
    assert _keys(text) == ("op", DAY, "of", DAY, "kbo", NUMBER, "tel", NUMBER, ADDRESS)


def test_an_address_without_www_is_marked() -> None:
    assert _keys("op lindevoorde.be en www.speelnet.be/x") == ("op", ADDRESS, "en", ADDRESS)


def test_a_street_with_its_number_is_marked() -> None:
    assert _keys("Kerkstraat 12, 2440 Geel") == (PLACE, "geel")


def test_people_are_marked() -> None:
    assert _keys("de heer Jan Van den Bossche tekent") == (PERSON, "tekent")
    assert _keys("Ward Tackaert tekent", LINDE) == (PERSON, "tekent")


def test_the_date_of_a_statute_stays() -> None:
    assert _keys("het decreet van 18 juli 2008") == ("het", "decreet", "van", "18 juli 2008")
    assert _keys("de Vlaamse Regering van 17 mei 2019")[-1] == "17 mei 2019"


def test_periods_and_numbers_of_articles_stay() -> None:
    assert _keys("artikel 5: drie jaar en 10 dagen") == ("artikel", "5", "drie", "jaar", "en", "10", "dagen")


def test_nothing_is_marked_where_copies_are_compared() -> None:
    assert _keys("op 3 maart 2024 aan dpo@a.be", AS_PRINTED) == ("op", "3 maart 2024", "aan", "dpo@a.be")


def test_gender_of_a_body_is_no_difference() -> None:
    assert _keys("zijn dienst die") == _keys("haar dienst dat")


def test_marks_are_named_for_a_reader() -> None:
    text = "De gemeente  Lindevoorde meldt\ndit op 3 maart 2024 aan dpo@x.be."
    assert shown(text, tokens(text, LINDE)) == "[partij] meldt dit op [datum] aan [contactadres]."
