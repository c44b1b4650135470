"""The papers in corpus/kinds: a protocol is never refused, another paper is told by its name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from protocheck.engine import evaluate
from protocheck.errors import NotAProtocolError
from protocheck.model.package import Package
from protocheck.pipeline import study
from protocheck.rulebook import Rulebook, load
from scripts.weights_data import blocks

FOLDER = Path(__file__).parents[1] / "corpus" / "kinds"
KNOWN = {
    row["paper"]: row["why"]
    for row in yaml.safe_load((FOLDER / "known_failures.yaml").read_text("utf-8")) or ()
}
PAPERS = {
    f"{path.stem}-{number}": (told[0].removeprefix("kind="), text)
    for path in sorted(FOLDER.glob("*.txt"))
    for number, (told, text) in enumerate(blocks(path.read_text("utf-8")), 1)
}


@cache
def rules() -> Rulebook:
    return load()


def kind_of(path: Path) -> str:
    try:
        evaluate(Package(study(path, "protocol"), ()), rules())
    except NotAProtocolError as refused:
        return refused.kind
    return "protocol"


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_what_a_reader_says_it_is(name: str, tmp_path: Path) -> None:
    kind, text = PAPERS[name]
    path = tmp_path / "stuk.txt"
    path.write_text(text, "utf-8")
    assert (kind_of(path) == kind) == (name not in KNOWN)


def test_every_known_failure_is_that_of_a_paper_and_has_a_reason() -> None:
    assert [name for name, why in KNOWN.items() if name not in PAPERS or not why] == []


def test_every_kind_is_there_often_enough() -> None:
    kinds = [kind for kind, _ in PAPERS.values()]
    for each in {kind.id for pack in rules().packs for kind in pack.kinds}:
        assert kinds.count(each) >= 5, each
