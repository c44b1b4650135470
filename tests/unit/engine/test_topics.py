"""What a part is about by its words: it lets a signal that wants a heading look under another."""

from __future__ import annotations

import math

import pytest

from protocheck.engine import signals
from protocheck.engine.headings import Home
from protocheck.engine.topics import score
from protocheck.rulebook.rules import Signal, Topic
from tests.unit.engine.lab import OWN, article, paper, terms

FRUIT = Topic("EGOV-98", 2.0, {"kraam": 2.0, "mand": 2.0, "^fruit": 3.0, "groen": -3.0})
LED = Signal("s", any=("a",), heading=("kop",))
HOME = Home((), FRUIT)


def fired(body: str, heading: str = "", home: Home = HOME) -> bool:
    return bool(signals.run(LED, terms(paper(article("1", heading, body)), OWN), home).hits)


@pytest.mark.parametrize(
    ("body", "heading", "fires"),
    [
        ("Op de kraam ligt een appel in een mand.", "", True),
        ("Op de kraam ligt een appel in een mand.", "Afspraken", True),
        ("Op de kraam ligt een appel in een mand naast de groente.", "", False),
        ("Hier ligt een appel.", "", False),
        ("Hier ligt een appel.", "Allerlei fruit", True),
    ],
)
def test_words_together_tell_what_a_part_is_about(body: str, heading: str, *, fires: bool) -> None:
    assert fired(body, heading) == fires


def test_without_a_topic_only_the_heading_counts() -> None:
    assert not fired("Op de kraam ligt een appel in een mand.", home=Home())


def test_a_topic_lifts_no_veto_of_a_heading() -> None:
    signal = Signal("s", any=("a",), heading=("kop",), never_heading=("ander",))
    found = terms(paper(article("1", "Groente", "Op de kraam ligt een appel in een mand.")), OWN)
    assert not signals.run(signal, found, HOME).hits


def test_the_account_names_the_words_that_tell_most() -> None:
    found = terms(paper(article("1", "Fruit", "Op de kraam ligt een appel naast de groente.")), OWN)
    (home,) = {sentence.home for sentence in found.sentences}
    assert found.parts.telling(home, FRUIT) == ("fruit", "kraam")


def test_a_long_part_weighs_no_more_by_its_length_alone() -> None:
    assert score(["kraam"], FRUIT.weights) == 2.0
    assert score(["kraam", "mand"], FRUIT.weights) == pytest.approx(4 / math.sqrt(2))
    assert score(["iets"], FRUIT.weights) == -math.inf
