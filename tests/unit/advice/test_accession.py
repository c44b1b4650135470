"""A framework that others may join: who joined by a form, and what falls to a body that has yet to join."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck import examine
from protocheck.advice.accession import accession
from protocheck.errors import UsageError
from protocheck.model.facts import Facts
from protocheck.model.package import Package, Reading
from tests.unit.papers import party, reading

CORPUS = Path(__file__).parents[3] / "corpus"
WITH_FORM = CORPUS / "kaderprotocol-verblijfsbelasting"
OPEN = CORPUS / "kaderprotocol-abonnementen-waterhoek" / "protocol.txt"
PLAIN = CORPUS / "energiepremie-ijzerdonk" / "protocol.txt"

AGENCY, TOWN = party("Agentschap Wonen", "sender"), party("stad Hazegem", "receiver")

SETTLE = (
    "U bent toegetreden met het toetredingsformulier (bijlage 1). Regel in dat document wat hierna staat en "
    "wat het protocol daaraan overlaat; de rest vraagt een aanpassing van het protocol zelf."
)
TO_JOIN = (
    (
        "U wordt pas partij door toe te treden; hoe dat moet, staat in overweging c van het protocol. Vraag "
        "of ontvang voordien geen gegevens."
    ),
    "Laat het bevoegde orgaan over de toetreding beslissen voor u ondertekent.",
    (
        "Vul de toetredingsverklaring volledig in: de eigen naam, het KBO-nummer, de zetel, wie u "
        "vertegenwoordigt, hoe uw functionaris voor gegevensbescherming te bereiken is, en wat het protocol "
        "aan wie toetreedt overlaat."
    ),
    (
        "Door toe te treden aanvaardt u het protocol zoals het is. Vraag de Vlaamse Vervoerdienst, de stad "
        "Waterhoek en de gemeente Elzeghem daarom eerst om de leemten te verhelpen die dit advies noemt."
    ),
)


def paper(said: str, *parties: object) -> Reading:
    return reading([("article 1", "artikel 1", said)], facts=Facts(parties=parties))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("Andere gemeenten kunnen toetreden met een verklaring volgens het model in bijlage 2.", ""),
        (
            "Een gemeente treedt tot dit protocol toe door het toetredingsformulier te tekenen.",
            "toetredingsformulier",
        ),
        ("Na de toetreding tot het kaderprotocol gelden alle artikelen.", ""),
    ],
)
def test_a_protocol_that_may_be_joined(said: str, form: str) -> None:
    found = accession(Package(paper(said, AGENCY)))
    assert found is not None
    assert (found.form, found.role) == (form, "receiver")


@pytest.mark.parametrize(
    "said",
    [
        "Andere gemeenten kunnen niet tot dit protocol toetreden.",
        "De gegevens dienen om de toetreding tot de arbeidsmarkt te meten.",
        "De stad gebruikt de gegevens voor de premie.",
    ],
)
def test_a_protocol_that_may_not(said: str) -> None:
    assert accession(Package(paper(said, AGENCY))) is None


def test_who_joins_stands_on_the_side_that_the_parties_leave_open() -> None:
    said = "Andere instanties treden toe met een verklaring; het protocol geldt dan ook voor hen."
    found = accession(Package(paper(said.replace("treden toe", "kunnen toetreden"), TOWN)))
    assert found is not None
    assert found.role == "sender"


def test_a_body_that_joined_by_a_form_is_a_party() -> None:
    report = examine(WITH_FORM / "protocol.txt", [WITH_FORM / "annex-1.txt"])
    assert [(each.name, each.role) for each in report.facts.parties] == [
        ("provincie Westzilte", "sender"),
        ("gemeente Kwintepolder", "receiver"),
    ]
    occasion = " ".join(report.advice.introduction)
    assert "door de Provincie aan de gemeente Kwintepolder." in occasion
    assert "Met het toetredingsformulier (bijlage 1) is de gemeente Kwintepolder toegetreden." in occasion
    assert "Andere instanties kunnen tot het protocol toetreden (art. 2 van het protocol)." in occasion
    said = " ".join(report.advice.publication)
    assert "Het gaat om de websites van de Provincie en de gemeente Kwintepolder." in said
    assert "Wie toetreedt, maakt het protocol en de eigen toetreding bekend op de eigen website." in said
    assert "Kwintepolder advies" not in report.criteria[0].text  # the form tells of that advice itself


def test_without_the_form_nobody_joined_yet() -> None:
    report = examine(WITH_FORM / "protocol.txt")
    assert [each.name for each in report.facts.parties] == ["provincie Westzilte"]
    occasion = " ".join(report.advice.introduction)
    assert "door de Provincie aan elke toetredende instantie." in occasion


def test_the_body_that_joined_hears_where_to_settle_what_is_missing() -> None:
    report = examine(WITH_FORM / "protocol.txt", [WITH_FORM / "annex-1.txt"], party="Kwintepolder")
    assert report.advice.tasks[0] == SETTLE
    assert report.advice.tasks[1].startswith("Beschrijf hoe u de ontvangen gegevens beveiligt")


def test_a_body_that_may_still_join_hears_how_and_what_to_ask_first() -> None:
    advice = examine(OPEN, party="gemeente Moerdonk").advice
    assert (advice.party, advice.addressed) == ("gemeente Moerdonk", "de gemeente Moerdonk")
    assert advice.tasks[:4] == TO_JOIN
    assert advice.introduction[-1] == (
        "Dit advies is bestemd voor een instantie die nog geen partij is en overweegt toe te treden. De "
        "toetreding is geregeld in overweging c van het protocol."
    )


@pytest.mark.parametrize(("path", "name"), [(OPEN, "stad Waterhoeck"), (PLAIN, "gemeente Moerdonk")])
def test_a_slip_of_the_pen_and_a_closed_protocol_know_no_such_party(path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="geen partij"):
        examine(path, party=name)
