"""Statutes cited by a name of their own, by their subject, or by a word back; where titles end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]


def cited(facts: Facts) -> list[tuple[str, tuple[str, ...], str]]:
    return [(c.key, c.articles, c.title) for c in facts.citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De stad steunt op artikel 4 van het Zwembadendecreet van 4 mei 2018.",
            [("decreet 2018-05-04", ("4",), "Zwembadendecreet")],
        ),
        ("Dit volgt uit de zwemplichtwet.", [("wet zwemplichtwet", (), "zwemplichtwet")]),
        (
            "Boek 6 van de Vlaamse Codex Zwembaden van 2021 legt dat op.",
            [("codex vlaamse-codex-zwembaden", (), "Vlaamse Codex Zwembaden van 2021")],
        ),
        (
            "Het oprichtingsbesluit van 19 april 2013 droeg het register op.",
            [("besluit 2013-04-19", (), "oprichtingsbesluit")],
        ),
        ("Het oprichtingsbesluit droeg het register op aan de dienst.", []),
        ("De gemeenteraad nam een gemeenteraadsbesluit aan.", []),
        (
            "Uw reglement betreffende de zwemkaart, dat de raad in mei vaststelde, laat dat toe.",
            [("reglement betreffende-de-zwemkaart", (), "betreffende de zwemkaart")],
        ),
        ("De stad leest dat op grond van het reglement op grond waarvan zij betaalt.", []),
    ],
)
def test_a_statute_with_a_name_of_its_own(
    facts_of: State, text: str, expected: list[tuple[str, tuple[str, ...], str]]
) -> None:
    assert cited(facts_of(text)) == expected


def test_a_word_back_is_the_statute_named_before(facts_of: State) -> None:
    text = (
        "De wet van 8 juli 1976 betreffende de openbare centra geldt. Diezelfde wet, artikel 11, zegt dat. "
        "Artikel 15 van dat decreet geldt niet."
    )
    assert cited(facts_of(text)) == [
        ("wet 1976-07-08", (), "betreffende de openbare centra"),
        ("wet 1976-07-08", ("11",), ""),
    ]


def test_a_word_back_with_a_date_of_its_own_is_the_statute_of_that_date(facts_of: State) -> None:
    text = (
        "Het decreet van 18 juli 2008 over het verkeer van gegevens geldt. De bond steunt op het decreet "
        "van 3 mei 2019 houdende de zwembaden. Het voormelde decreet van 18 juli 2008 laat dat toe."
    )
    keys = [key for key, _articles, _title in cited(facts_of(text))]
    assert keys == ["decreet 2008-07-18", "decreet 2019-05-03", "decreet 2008-07-18"]


@pytest.mark.parametrize(
    "behind",
    [
        ", op grond waarvan de stad de gegevens vraagt.",
        " belast de stad met de kaart.",
        " schrijft voor dat de stad de kaart controleert.",
        " verleent de stad toegang.",
        ", krachtens hetwelk de stad betaalt.",
        " moeten houders hun adres opgeven.",
    ],
)
def test_a_title_ends_before_what_follows(facts_of: State, behind: str) -> None:
    facts = facts_of(f"Het decreet van 3 mei 2019 houdende de zwembaden{behind}")
    assert cited(facts) == [("decreet 2019-05-03", (), "houdende de zwembaden")]
