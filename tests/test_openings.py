"""The openings in corpus/openings: who the parties are, told in forty ways, judged element by element."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from protocheck.engine import evaluate
from protocheck.model.package import Package
from protocheck.pipeline import study
from protocheck.rulebook import Rulebook, load
from scripts.weights_data import blocks

FOLDER = Path(__file__).parents[1] / "corpus" / "openings"
KNOWN = {
    (row["opening"], row["element"]): row["why"]
    for row in yaml.safe_load((FOLDER / "known_failures.yaml").read_text("utf-8")) or ()
}
OPENINGS = {
    f"{path.stem}-{number}": (dict(each.split("=") for each in told), text)
    for path in sorted(FOLDER.glob("*.txt"))
    for number, (told, text) in enumerate(blocks(path.read_text("utf-8")), 1)
}


@cache
def rules() -> Rulebook:
    return load()


@pytest.mark.parametrize("name", OPENINGS)
def test_the_parties_of_an_opening_are_judged_as_a_reader_did(name: str, tmp_path: Path) -> None:
    told, text = OPENINGS[name]
    path = tmp_path / "protocol.txt"
    path.write_text(text, "utf-8")
    outcome = evaluate(Package(study(path, "protocol"), ()), rules(), force=True)
    judged = next(criterion for criterion in outcome.criteria if criterion.id == "EGOV-01")
    found = {element.id: element.status for element in judged.elements}
    assert found.keys() == told.keys()
    wrong = {element for element in told if found[element] != told[element]}
    assert wrong == {element for opening, element in KNOWN if opening == name}


def test_every_known_failure_is_that_of_an_opening_and_has_a_reason() -> None:
    assert [key for key, why in KNOWN.items() if key[0] not in OPENINGS or not why] == []


def test_the_openings_lack_something_as_often_as_they_matter() -> None:
    complete = [name for name, (told, _) in OPENINGS.items() if set(told.values()) == {"met"}]
    assert len(OPENINGS) // 3 < len(complete) < 2 * len(OPENINGS) // 3
    for element in ("identiteit", "vertegenwoordiger", "dpo"):
        assert sum(told[element] == "unmet" for told, _ in OPENINGS.values()) >= 8, element
