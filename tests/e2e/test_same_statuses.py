"""One protocol gets the same twelve statuses as text, as PDF of three producers, and with damaged spacing."""

from pathlib import Path

import pytest

from benchmarks.formats import blocks_of
from scripts.make_inputs import CLEAN, HEAD, make, producers
from tests.e2e.program import advise

CORPUS = Path(__file__).parents[2] / "corpus"
PAPERS = ("schoolpremie-wilgenbeke", "kaderprotocol-abonnementen-waterhoek", "sportpas-hazegem")
DAMAGED = ("narrow", "constant", "fake-blanks", "no-blanks", "letter-spaced")


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_same_statuses(tmp_path: Path, paper: str) -> None:
    (document,) = CORPUS.glob(f"{paper}/protocol.*")
    expected = advise(document).statuses
    made = make(tmp_path, {paper: blocks_of(document)}, producers())
    kinds = {CLEAN, *DAMAGED}
    # Each producer as it is, each kind of damage by one of them: a run of the program takes a second.
    chosen = [
        each for number, each in enumerate(made) if each.kind == CLEAN or number % len(producers()) == 0
    ]
    assert {each.kind for each in chosen} == kinds
    found = {each.path.name: advise(each.path) for each in chosen}
    other = {name: advice.statuses for name, advice in found.items() if advice.statuses != expected}
    assert not other
    assert not [each for each in found.values() if HEAD in str(each.document["title"])]
