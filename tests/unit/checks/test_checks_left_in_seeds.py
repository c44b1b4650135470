"""What a template left in the real papers, and where they refer wrongly: this, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.ingest.read import read
from protocheck.linting import look_through
from protocheck.rulebook import load

POINT_TWO = [("R201", "article 4"), ("R202", "article 6"), ("R201", "article 8"), ("F102", "article 9")]
WANTED = {
    "000": [("R203", "recital C"), *POINT_TWO],
    "001": [("R203", "recital C"), *POINT_TWO, ("F101", "signature")],
    "004": [
        ("F102", "recital C"),
        ("F101", "recital E"),
        ("F103", "article 3"),
        ("F103", "article 3"),
        *POINT_TWO,
    ],
}


@pytest.mark.parametrize("name", WANTED)
def test_the_real_papers(name: str, seeds: Path) -> None:
    linted = look_through([read(next(seeds.glob(f"{name}_*.txt")))], load())
    own = [f for f in linted.outcome.findings if f.code[0] in "FR"]
    assert [(f.code, f.primary.ref) for f in own] == WANTED[name]
