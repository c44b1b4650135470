"""The passages that the weights are learned from: well formed, judged whole, and none twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from protocheck.rulebook import load

PASSAGES = sorted((Path(__file__).parents[1] / "corpus" / "passages").glob("*.txt"))
ELEMENTS = {c.id.removeprefix("EGOV-"): {e.id for e in c.elements} for c in load().criteria}


def blocks(path: Path) -> list[tuple[str, str]]:
    """Return the passages of a file: the line with '@@' and the text below it."""
    parts = re.split(r"(?m)^@@ ", path.read_text("utf-8"))
    assert not parts[0].strip(), f"{path.name}: words before the first passage"
    return [(head, body.strip()) for head, _, body in (part.partition("\n") for part in parts[1:])]


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_every_passage_is_judged_for_each_element(path: Path) -> None:
    wanted = ELEMENTS[path.name[:2]]
    for head, body in blocks(path):
        labels = dict(each.split("=") for each in head.partition("|")[0].split())
        assert labels.keys() == wanted, head
        assert set(labels.values()) <= {"met", "unmet"}, head
        assert len(body.split()) >= 2, head
        assert "@@" not in body, head


def test_no_passage_stands_there_twice() -> None:
    bodies = Counter((path.name[:2], " ".join(body.split())) for path in PASSAGES for _, body in blocks(path))
    assert [body for body, count in bodies.items() if count > 1] == []


def test_every_element_that_is_weighed_has_passages_of_both_kinds() -> None:
    told = Counter(
        (path.name[:2], label)
        for path in PASSAGES
        for head, _ in blocks(path)
        for label in head.split("|")[0].split()
    )
    for number, elements in ELEMENTS.items():
        for element in elements if number != "01" else ():
            assert min(told[number, f"{element}=met"], told[number, f"{element}=unmet"]) >= 200, (
                number,
                element,
            )
