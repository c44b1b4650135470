"""The advice told to one party: found by its name, with what falls to its side."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck import examine
from protocheck.advice.for_party import named
from protocheck.errors import UsageError
from protocheck.model.letter import Heading
from protocheck.report import as_html, as_terminal
from protocheck.report.as_markdown import render
from protocheck.report.letter import letter
from tests.unit.papers import party

PROTOCOL = Path(__file__).parents[3] / "corpus" / "energiepremie-ijzerdonk" / "protocol.txt"
GEEL, AGENCY = party("OCMW Hazegem", "receiver"), party("Agentschap Wonen", "sender")


@pytest.mark.parametrize("name", ["OCMW Hazegem", "ocmw  hazegem", "Hazegem"])
def test_a_party_is_found_by_its_name_or_a_part_that_only_it_has(name: str) -> None:
    assert named((AGENCY, GEEL), name) is GEEL


@pytest.mark.parametrize(
    ("name", "said"), [("Stad Hier", "geen partij"), ("  ", "geen partij"), ("e", "meer dan één")]
)
def test_who_is_not_there_is_told_with_the_parties_that_are(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        named((AGENCY, GEEL), name)
    assert "OCMW Hazegem" in caught.value.hint


def test_the_sender_and_the_receiver_hear_what_falls_to_them() -> None:
    sender = examine(PROTOCOL, party="Schelderand")
    receiver = examine(PROTOCOL, party="Agentschap Duurzaam Wonen")
    own = "Omschrijf waarvoor u de gegevens oorspronkelijk hebt ingezameld."
    assert own in sender.advice.tasks
    assert own not in receiver.advice.tasks
    assert any(
        "waarvoor de gegevens oorspronkelijk zijn ingezameld" in task for task in receiver.advice.tasks
    )
    assert sender.verdict == receiver.verdict


def test_what_is_in_order_asks_nothing_of_a_party() -> None:
    tasks = examine(PROTOCOL, party="Schelderand").advice.tasks
    assert not any("opschorten" in task for task in tasks)


def test_the_letter_is_addressed_to_the_party_and_lists_its_tasks() -> None:
    report = examine(PROTOCOL, party="Schelderand")
    assert letter(report).addressee == "Opdrachthoudende vereniging Schelderand"
    assert report.advice.party == "opdrachthoudende vereniging Schelderand"


@pytest.mark.parametrize("form", ["letter", "markdown", "terminal", "page"])
def test_the_heading_names_the_party_as_it_stands_in_a_sentence(form: str) -> None:
    report = examine(PROTOCOL, party="Schelderand")
    written = {
        "letter": lambda: "\n".join(b.text for b in letter(report).blocks if isinstance(b, Heading)),
        "markdown": lambda: render(report),
        "terminal": lambda: as_terminal.render(report),
        "page": lambda: as_html.render(report, ()),
    }[form]()
    assert "Wat de netbeheerder te doen heeft" in written


def test_without_a_party_nobody_is_singled_out() -> None:
    report = examine(PROTOCOL)
    assert (report.advice.party, report.advice.tasks) == ("", ())
