from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.rulebook import load
from protocheck.rulebook.source import Faults
from protocheck.rulebook.topics import weights


def read(path: Path, text: str) -> tuple[object, list[str]]:
    table, faults = path / "onderwerpen.tsv", Faults()
    table.write_text(text, "utf-8")
    return weights(table, faults), [each.removeprefix(f"{table}:") for each in faults.found]


def test_a_table_gives_each_criterion_its_words(tmp_path: Path) -> None:
    found, faults = read(tmp_path, "woord\tA-01\tA-02\nappel\t1.5\t\n^peer\t\t-2\n")
    assert found == {"A-01": {"appel": 1.5}, "A-02": {"^peer": -2.0}}
    assert faults == []


def test_a_pack_needs_no_table(tmp_path: Path) -> None:
    assert weights(tmp_path / "onderwerpen.tsv", Faults()) == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("appel\tA-01\n", "1:1: de eerste rij noemt ‘woord’ en dan elk criterium één keer"),
        ("woord\tA-01\tA-01\n", "1:1: de eerste rij noemt ‘woord’ en dan elk criterium één keer"),
        ("woord\tA-01\nappel\n", "2:1: een rij heeft een woord en 1 cellen"),
        ("woord\tA-01\nappel\tveel\n", "2:1: ‘veel’ bij A-01 is geen getal"),
    ],
)
def test_every_fault_has_its_line(tmp_path: Path, text: str, fault: str) -> None:
    assert read(tmp_path, text)[1] == [fault]


def test_the_criteria_that_ask_for_it_know_their_words() -> None:
    asking = {criterion.id: criterion.topic for criterion in load().criteria if criterion.topic}
    assert set(asking) == {"EGOV-03", "EGOV-06", "EGOV-07", "EGOV-08", "EGOV-11", "EGOV-12"}
    assert all(len(topic.weights) > 500 for topic in asking.values())
