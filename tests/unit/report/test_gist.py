"""What a criterion comes to in a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocheck.model.report import (
    CriterionInfo,
    DataItemFact,
    DatesFact,
    ElementInfo,
    EvidenceInfo,
    FactsInfo,
    PartyFact,
)
from protocheck.report.gist import LONGEST, of
from protocheck.report.wording import place

PARTY = PartyFact(
    name="OCMW X", short_name="het OCMW", kind="ocmw", role="sender", kbo="", kbo_valid=False, seat="",
    representatives=(),
)  # fmt: skip
NOTHING = FactsInfo(
    parties=(),
    dates=DatesFact(signature=(), entry_into_force=(), dpo_advice=(), decision=(), end=()),
    data_items=(),
    statutes=(),
    contacts=(),
    recipients=(),
    annexes=(),
)


def met(code: str, *quotes: str) -> CriterionInfo:
    """A criterion that is met by one element for each quotation."""
    found = tuple(
        EvidenceInfo(
            document="protocol",
            ref="article 1",
            label="artikel 1",
            heading="",
            page=1,
            quote=each,
            signal="s",
        )
        for each in quotes
    )
    elements = tuple(
        ElementInfo(id=f"e{n}", title="iets", status="met", evidence=(n,)) for n in range(len(quotes))
    )
    return CriterionInfo(
        id=code, number=1, title="Iets", status="met", elements=elements, evidence=found, remarks=(),
        advice="", text="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "quote", "expected"),
    [
        (
            "EGOV-02",
            "Het bestuur van de stad gebruikt de gegevens om de premie te berekenen.",
            "“… om de premie te berekenen”",
        ),
        (
            "EGOV-05",
            "Op grond van het decreet van 5 mei 2017 over de premies en het decreet van 18 juli 2008.",
            "decreet van 5 mei 2017",
        ),
        (
            "EGOV-06",
            "Het bestand wordt versleuteld; wie het opent, meldt zich aan met een wachtwoord.",
            "versleuteling, aanmelding",
        ),
        (
            "EGOV-08",
            "Dan kan de stad de levering schorsen en het protocol beëindigen.",
            "opschorting, beëindiging",
        ),
        ("EGOV-12", "Elke raadpleging wordt gelogd in een bestand.", "formaat, logging van de toegang"),
        ("EGOV-99", "Een korte zin.", "“Een korte zin”"),
    ],
)
def test_a_quotation_comes_to_its_point(code: str, quote: str, expected: str) -> None:
    assert of(met(code, quote), NOTHING) == expected


def test_of_two_elements_both_are_told_once() -> None:
    often = "De lijst wordt door de dienst jaarlijks bezorgd."
    assert of(met("EGOV-07", often, f"{often} Dat gebeurt niet vaker."), NOTHING) == (
        "“… jaarlijks bezorgd. Dat gebeurt niet vaker”"
    )
    assert of(met("EGOV-07", often, "Dat duurt tot 1 mei 2030."), NOTHING) == (
        "“… jaarlijks bezorgd”; “Dat duurt tot 1 mei 2030”"
    )


def test_of_the_compatibility_the_reasons_are_told() -> None:
    found = met(
        "EGOV-10", "Het is verenigbaar.", "Dat is volgens de partijen zo omdat beide doelen samenhangen."
    )
    assert of(found, NOTHING) == "“… omdat beide doelen samenhangen”"


def test_facts_say_it_in_fewer_words() -> None:
    data = (DataItemFact(name="naam;", justification="", retention=""),)
    facts = replace(NOTHING, parties=(PARTY,), data_items=data)
    assert of(met("EGOV-01", "Tussen X en Y."), facts) == "OCMW"
    assert of(met("EGOV-03", "De naam."), facts) == "naam"


def test_it_is_never_longer_than_the_column() -> None:
    long = " ".join(["woord"] * 60)
    assert len(of(met("EGOV-99", long), NOTHING)) <= LONGEST
    assert of(met("EGOV-99"), NOTHING) == ""


def test_a_place_in_a_narrow_column_has_no_articles() -> None:
    assert place("de aanhef en art. 9 van het protocol") == "aanhef en art. 9"
    assert place("het onderdeel “Duur” van het protocol") == "“Duur”"
    assert place("onder meer art. 2 van het protocol") == "art. 2"
