"""Dates in Dutch, possible or not, and what each is for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from protocheck.facts.day_grammar import days
from protocheck.model.facts import Facts

State = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("op 1 maart 2024", dt.date(2024, 3, 1)),
        ("01/03/2024", dt.date(2024, 3, 1)),
        ("1.3.2024", dt.date(2024, 3, 1)),
        ("1-3-2024", dt.date(2024, 3, 1)),
        ("1 mrt. 2024", dt.date(2024, 3, 1)),
        ("1 Maart 2024", dt.date(2024, 3, 1)),
        ("2024-03-01", dt.date(2024, 3, 1)),
        ("26/09/2024", dt.date(2024, 9, 26)),
        ("26/09/24", dt.date(2024, 9, 26)),
        ("1ste maart 2024", dt.date(2024, 3, 1)),
        ("op 3 februari tweeduizend vijfentwintig", dt.date(2025, 2, 3)),
        ("op drie februari tweeduizend en vijfentwintig", dt.date(2025, 2, 3)),
        ("de eerste maart tweeduizendvierentwintig", dt.date(2024, 3, 1)),
        ("zestien oktober tweeduizend drieëntwintig", dt.date(2023, 10, 16)),
        ("29 februari 2024", dt.date(2024, 2, 29)),
    ],
)
def test_reads_a_date(text: str, value: dt.date) -> None:
    assert [day.value for day in days(text.lower())] == [value]


@pytest.mark.parametrize(
    "text", ["31 april 2024", "30/02/2024", "29 februari 2023", "12/13/2024", "0 mei 2024"]
)
def test_an_impossible_date_has_no_value(text: str) -> None:
    assert [(day.value, day.blank) for day in days(text)] == [(None, False)]


@pytest.mark.parametrize(
    "text",
    [
        "[datum]",
        "[datum advies]",
        "dd/mm/jjjj",
        "op ……… 2024".replace("…", "_"),
        "op .../.../2024",
        "xx/xx/2024",
    ],
)
def test_an_open_date_is_blank(text: str) -> None:
    assert [(day.value, day.blank) for day in days(text)] == [(None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "schooljaar 2023-2024",
        "beraadslaging nr. 20/013/2019",
        "het nummer 0142.503.787",
        "artikel 4.1.2",
        "versie 1.2.24",
        "bedrag van 1.250,00 euro",
        "in 2024",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert days(text) == ()


def test_two_days_of_one_month() -> None:
    assert [day.value for day in days("op 2 en op 9 februari 2024")] == [
        dt.date(2024, 2, 2),
        dt.date(2024, 2, 9),
    ]


PROTOCOL = """PROTOCOL

TUSSEN

het Agentschap Zorgwegwijs, KBO 0142.503.787, met zetel te Laan 12, 1000 Brussel,

hierna “Zorgwegwijs”;

EN

de gemeente Molenbeersel, KBO 0116.384.261, met zetel te Dorpsplein 1, 3640 Molenbeersel,

hierna “de gemeente”;

OVERWEGENDE

A. Het decreet van 18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer vraagt een
protocol.

B. De functionaris voor gegevensbescherming van Zorgwegwijs heeft op {advice} advies gegeven.

C. De functionaris voor gegevensbescherming van de gemeente heeft op 4 maart 2024 een gunstig advies gegeven.

D. De gemeenteraad keurde het ontwerp goed in zitting van 21 maart 2024.

WORDT OVEREENGEKOMEN WAT VOLGT:

Artikel 1: Voorwerp

Zorgwegwijs deelt gegevens mee aan de gemeente voor premies vanaf 1 januari 2019.

Artikel 2: Inwerkingtreding en duur

Dit protocol treedt in werking op {start} en eindigt op 31 december 2027.

Opgemaakt te Brussel{signed} in 2 exemplaren.

Voor Zorgwegwijs                Voor de gemeente
"""


def dated(facts: Facts) -> list[tuple[str, dt.date | None, str]]:
    return [(d.role, d.value, d.party) for d in facts.dates if d.role not in {"statute", "other"}]


def test_roles_follow_from_the_words_around(facts_of: State) -> None:
    text = PROTOCOL.format(advice="1 maart 2024", start="1 mei 2024", signed=", op 15 april 2024,")
    assert dated(facts_of(text)) == [
        ("dpo-advice", dt.date(2024, 3, 1), "Agentschap Zorgwegwijs"),
        ("dpo-advice", dt.date(2024, 3, 4), "gemeente Molenbeersel"),
        ("decision", dt.date(2024, 3, 21), ""),
        ("entry-into-force", dt.date(2024, 5, 1), ""),
        ("end", dt.date(2027, 12, 31), ""),
        ("signature", dt.date(2024, 4, 15), ""),
    ]


def test_dates_of_statutes_are_told_apart(facts_of: State) -> None:
    text = PROTOCOL.format(advice="1 maart 2024", start="1 mei 2024", signed=" op 15 april 2024")
    roles = {d.text: d.role for d in facts_of(text).dates}
    assert roles["18 juli 2008"] == "statute"
    assert roles["1 januari 2019"] == "other"


def test_open_places_keep_their_role(facts_of: State) -> None:
    text = PROTOCOL.format(advice="[DATUM]", start="dd/mm/jjjj", signed=" op")
    blank = [(d.role, d.text, d.party) for d in facts_of(text).dates if d.value is None]
    assert blank == [
        ("dpo-advice", "[DATUM]", "Agentschap Zorgwegwijs"),
        ("entry-into-force", "dd/mm/jjjj", ""),
        ("signature", "Opgemaakt te Brussel op", ""),
    ]


def test_one_advice_for_all_parties_counts_for_each(facts_of: State) -> None:
    text = PROTOCOL.replace("van Zorgwegwijs heeft", "van beide partijen heeft")
    facts = facts_of(text.format(advice="1 maart 2024", start="1 mei 2024", signed=" op 15 april 2024"))
    first = [d.party for d in facts.dates if d.value == dt.date(2024, 3, 1)]
    assert first == ["Agentschap Zorgwegwijs", "gemeente Molenbeersel"]


def test_an_impossible_start_is_found(facts_of: State) -> None:
    facts = facts_of(
        PROTOCOL.format(advice="1 maart 2024", start="31 april 2024", signed=" op 15 april 2024")
    )
    assert [(d.role, d.text) for d in facts.dates if d.value is None] == [
        ("entry-into-force", "31 april 2024")
    ]


def test_signature_in_words(facts_of: State) -> None:
    text = PROTOCOL.format(
        advice="1 maart 2024", start="1 mei 2024", signed=" op vijftien april tweeduizend vierentwintig"
    )
    assert ("signature", dt.date(2024, 4, 15), "") in dated(facts_of(text))


def test_the_day_of_an_entitlement_is_no_entry_into_force(facts_of: State) -> None:
    text = PROTOCOL.format(advice="1 maart 2024", start="1 mei 2024", signed=" op 15 april 2024")
    text += "\nHet protocol gaat over gezinnen die recht geven op een toelage vanaf 1 januari 2021.\n"
    starts = [d.value for d in facts_of(text).dates if d.role == "entry-into-force"]
    assert starts == [dt.date(2024, 5, 1)]
