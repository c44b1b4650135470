"""Traces of a sibling's party: what is one, and what only looks like it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from protocheck.batch.kinship.papers import Paper, Shelf
from protocheck.batch.kinship.view import kinship
from protocheck.model.audit import Passage
from protocheck.model.kinship import Leftover
from protocheck.rulebook import Rulebook, load
from tests.unit.batch.kinship.made import AGENCY, AGENCY_KBO, TEMPLATE, paper, party

TOWNS = ("Lindevoorde", "Hazelbeke", "Wolvegem", "Kapelrode")
NUMBERS = dict(zip(TOWNS, ("0771598673", "0643368336", "0394378541", "0476922472"), strict=True))


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


def with_sentence(sentence: str, *, name: str = "x", town: str = "Mereldonk", **given: object) -> Paper:
    articles = (*TEMPLATE[:3], (TEMPLATE[3][0], f"{TEMPLATE[3][1]} {sentence}"), *TEMPLATE[4:])
    return paper(name, town, kbo="0344861328", articles=articles, **given)  # type: ignore[arg-type]  # as paper takes it


def found(rules: Rulebook, *others: Paper) -> Sequence[Leftover]:
    siblings = (paper(f"p{at}", town, kbo=NUMBERS[town]) for at, town in enumerate(TOWNS))
    return kinship(Shelf((*siblings, *others)), rules, today=dt.date(2026, 11, 22), months=12).leftovers


def values(rules: Rulebook, sentence: str) -> list[tuple[str, str]]:
    return [(each.kind, each.value) for each in found(rules, with_sentence(sentence))]


def test_a_sibling_s_name_is_told_as_p403_tells_it(rules: Rulebook) -> None:
    (left,) = found(rules, with_sentence("De medewerkers van de gemeente Hazelbeke wissen de lijst."))
    rule = next(each for each in rules.findings if each.id == "P403")
    assert (left.paper, left.code, left.severity, left.title) == ("x", "P403", rule.severity, rule.title)
    assert left.value == "gemeente Hazelbeke"
    assert left.message == rule.message.replace("{{ instantie }}", "gemeente Hazelbeke").strip()
    assert left.siblings == ("p1",)
    assert (left.label, left.heading, left.page, left.times) == ("artikel 4", "Beveiliging", 1, 1)
    assert "medewerkers van de gemeente Hazelbeke wissen de lijst" in left.quote
    assert not left.reported


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Hazelbeke bevestigt dat de lijst gewist is.", "Hazelbeke"),
        ("De diensten van Hazelbeke wissen de lijst.", "Hazelbeke"),
        ("De stad Hazelbeke wist de lijst.", "stad Hazelbeke"),
        ("Het OCMW van Hazelbeke wist de lijst.", "OCMW van Hazelbeke"),
        ("De gegevens gaan naar het Hazelbeekse loket.", "Hazelbeekse"),
        ("De gegevens gaan naar het loket van Hazelbekes dienst.", "Hazelbekes"),
        ("De diensten van Hazelbeke, Kerkplein 3, wissen de lijst.", "Hazelbeke"),
    ],
)
def test_names_in_other_forms(rules: Rulebook, sentence: str, value: str) -> None:
    assert values(rules, sentence) == [("name", value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeente Hazelbeke, een buurgemeente, krijgt geen gegevens.",
        "Voor geschillen is de rechtbank te Hazelbeke bevoegd.",
        "De provincie Hazelbeke houdt toezicht.",
        "De heer Jan Hazelbeke volgt de levering op.",
        "De lijst ligt op het kantoor in de Hazelbekestraat 12.",
        "De brief gaat naar Kerkplein 3, 2440 Hazelbeke.",
        "De Kruispuntbank van de Sociale Zekerheid levert de gegevens.",
        "Het arrondissement Hazelbeke telt twaalf speelpleinen.",
        "Het Agentschap stuurt de lijst vanuit zijn team Hazelbeke.",
        "De consulenten van het kantoor te Hazelbeke bereiden de lijst voor.",
        "Het dialect van het hazelbekes speelplein is bekend.",
        "De Zusters Hazelbeke Groot beheren het speelplein.",
        "Zij volgen het besluit van de gemeenteraad van Hazelbeke van 3 mei 2020.",
    ],
)
def test_what_only_looks_like_a_leftover(rules: Rulebook, sentence: str) -> None:
    assert values(rules, sentence) == []


def test_a_number_and_a_mailbox_of_a_sibling(rules: Rulebook) -> None:
    assert values(rules, "De levering vermeldt KBO 0643.368.336.") == [("kbo", "0643.368.336")]
    assert values(rules, "Meldingen gaan naar privacy@hazelbeke.be.") == [("mailbox", "privacy@hazelbeke.be")]
    assert values(rules, "Meldingen gaan naar dpo@ocmwhazelbeke.be.") == [("mailbox", "dpo@ocmwhazelbeke.be")]
    assert values(rules, "Zie https://www.hazelbeke.be/privacy voor uitleg.") == [
        ("domain", "https://www.hazelbeke.be/privacy")
    ]


def test_what_is_not_a_name_says_whose_it_is(rules: Rulebook) -> None:
    (left,) = found(rules, with_sentence("De levering vermeldt KBO 0643.368.336."))
    assert left.message == (
        "‘0643.368.336’ is het ondernemingsnummer van gemeente Hazelbeke. Die instantie is geen partij; "
        "waarschijnlijk komt het nummer uit een ander protocol."
    )


def test_an_address_of_the_party_itself_or_of_all_is_none(rules: Rulebook) -> None:
    assert values(rules, "Meldingen gaan naar dpo@mereldonk.be of info@speelnet.be of x@gmail.com.") == []


def test_a_body_that_all_name_is_none(rules: Rulebook) -> None:
    """The first town manages the platform for all of them, and one protocol has it as a party."""
    named = tuple(
        with_sentence("De stad Lindevoorde beheert de toepassing.", name=f"y{at}", town=f"Kruis{end}")
        for at, end in enumerate(("dorp", "hoek", "veld", "zele", "laar"))
    )
    assert found(rules, *named) == ()


def test_a_list_of_participants_is_none(rules: Rulebook) -> None:
    sentence = "Deel nemen de gemeente Hazelbeke, de gemeente Wolvegem, de gemeente Kapelrode en andere."
    assert values(rules, sentence.replace("Deel nemen", "Zo ook")) == []


def test_the_city_beside_its_ocmw_is_none(rules: Rulebook) -> None:
    ocmw = (party(AGENCY, "agency", AGENCY_KBO), party("OCMW Hazelbeke", "ocmw", "0613022776"))
    own = with_sentence("De gemeente Hazelbeke meldt dat.", town="Hazelbeke", parties=ocmw)
    assert [each for each in found(rules, own) if each.paper == "x"] == []


def test_a_number_of_a_sibling_under_one_s_own_name(rules: Rulebook) -> None:
    """The name was changed in the copy, the number was not: it belongs to whom signed first."""
    day = dt.date(2024, 3, 1)
    first = paper("p0", "Lindevoorde", kbo=NUMBERS["Lindevoorde"], signed=day)
    copied = paper("x", "Mereldonk", kbo=NUMBERS["Lindevoorde"], signed=dt.date(2025, 3, 1))
    text = f"de gemeente Mereldonk, KBO {NUMBERS['Lindevoorde']}"
    copied = replace(
        copied, passages=(Passage("preamble", "preamble", "partijen", "", 1, text), *copied.passages[1:])
    )
    left = kinship(Shelf((first, copied, paper("z", "Hazelbeke"))), rules, today=day, months=1).leftovers
    assert [(each.paper, each.kind, each.body) for each in left] == [("x", "kbo", "gemeente Lindevoorde")]


def test_what_the_paper_s_own_advice_names_is_marked(rules: Rulebook) -> None:
    sentence = "De medewerkers van de gemeente Hazelbeke wissen de lijst."
    known = with_sentence(sentence, strangers=("gemeente Hazelbeke",))
    assert [each.reported for each in found(rules, known)] == [True]


def test_each_body_is_told_once_with_how_often_it_stands(rules: Rulebook) -> None:
    sentence = "De gemeente Hazelbeke wist de lijst. Daarna meldt de gemeente Hazelbeke dat."
    assert [(each.times, each.value) for each in found(rules, with_sentence(sentence))] == [
        (2, "gemeente Hazelbeke")
    ]


def test_without_the_rule_nothing_is_told() -> None:
    rules = load()
    packs = tuple(
        replace(pack, findings=tuple(rule for rule in pack.findings if rule.id != "P403"))
        for pack in rules.packs
    )
    without = replace(rules, packs=packs)
    assert found(without, with_sentence("De gemeente Hazelbeke wist de lijst.")) == ()
