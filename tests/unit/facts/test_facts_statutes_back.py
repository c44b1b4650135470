"""Statutes that a paper names once and then calls by a short name of its own, or by the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

PAPER = """Artikel 1. Begrippen
- wad: een kom voor regenwater, in de zin van het decreet van 12 juli 2013 over de waden;
- gracht: een open sloot, bedoeld in de wet van 8 mei 1987 over de grachten.

Artikel 2. Grond
De polder tekent de waden op {words}.

Artikel 3. Duur
Tot 2030.
"""


def keys(facts: Facts) -> list[str]:
    return [each.key for each in facts.citations]


@pytest.mark.parametrize(
    "words",
    [
        "krachtens het decreet, genoemd in artikel 1, eerste streepje",
        "op grond van het decreet dat in artikel 1 staat",
        "zoals voorgeschreven door het decreet vermeld onder punt 1",
        "in uitvoering van het decreet, zoals aangehaald in artikel 1 van dit protocol",
        "volgens het decreet waarvan sprake is in art. 1",
    ],
)
def test_a_statute_meant_by_its_place_is_the_one_cited_there(facts_of: State, words: str) -> None:
    first, second, again = keys(facts_of(PAPER.format(words=words)))
    assert [first, second, again] == ["decreet 2013-07-12", "wet 1987-05-08", "decreet 2013-07-12"]


@pytest.mark.parametrize(
    "words",
    [
        "volgens het besluit, genoemd in artikel 1",
        "met de software, genoemd in artikel 1",
        "volgens het decreet, genoemd in artikel 3",
        "volgens het decreet, genoemd in artikel 1 van de statuten en artikel 2 van de wet",
        "volgens het decreet, bedoeld in artikel 1/3",
    ],
)
def test_another_place_or_another_kind_says_nothing(facts_of: State, words: str) -> None:
    assert keys(facts_of(PAPER.format(words=words))) == ["decreet 2013-07-12", "wet 1987-05-08"]


def test_a_place_with_two_of_the_kind_says_nothing(facts_of: State) -> None:
    text = PAPER.replace("de wet van 8 mei 1987", "het decreet van 8 mei 1987")
    assert len(keys(facts_of(text.format(words="volgens het decreet, genoemd in artikel 1")))) == 2


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("De wet van 8 mei 1987 over de grachten (hierna: de Wet)", "artikel 3 van de Wet"),
        ('De wet van 8 mei 1987 over de grachten, verder "de wet" genoemd,', "artikel 3 van de wet"),
        ("De wet van 8 mei 1987 over de grachten (afgekort: GRW)", "artikel 3 GRW"),
        ("GRW: de wet van 8 mei 1987 over de grachten", "artikel 3 van de GRW"),
    ],
)
def test_a_statute_goes_on_by_the_name_that_the_paper_gives_it(
    facts_of: State, named: str, again: str
) -> None:
    facts = facts_of(f"{named}.\nDe polder tekent de sloten op volgens {again}. Een wet is een wet.")
    assert [(c.key, c.articles) for c in facts.citations] == [
        ("wet 1987-05-08", ()),
        ("wet 1987-05-08", ("3",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De Dienst Sloten, opgericht bij het decreet van 8 mei 1987, hierna DSL, telt. Dit zegt DSL.",
        "Volgens het besluit van de raad van 8 mei 1987 (hierna: OCMW) betaalt het OCMW.",
        "De wet van 8 mei 1987 over de grachten (hierna: de lijst) geldt. De lijst is kort.",
        "De wet van 8 mei 1987 (hierna: de Wet) geldt. De Wet van Ohm niet.",
    ],
)
def test_what_is_no_name_of_the_statute_is_no_citation(facts_of: State, text: str) -> None:
    assert len(keys(facts_of(text))) == 1
