"""What is wrong with dates, numbers, names and contacts in the real papers: this, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.ingest.read import read
from protocheck.linting import look_through
from protocheck.rulebook import load

WANTED = {
    "000": [("D301", "article 11", "error")],
    "001": [
        ("P405", "article 9", "warning"),
        ("D301", "article 11", "error"),
        ("D302", "signature", "warning"),
    ],
    "004": [
        ("P402", "preamble", "warning"),
        ("P402", "preamble", "warning"),
        ("P405", "recital C2", "warning"),
        ("P405", "recital C2", "warning"),
        ("P405", "recital C2", "warning"),
        ("D303", "recital E", "error"),
    ],
}


@pytest.mark.parametrize("name", WANTED)
def test_the_real_papers(name: str, seeds: Path) -> None:
    linted = look_through([read(next(seeds.glob(f"{name}_*.txt")))], load())
    own = [f for f in linted.outcome.findings if f.code[0] in "DP"]
    assert [(f.code, f.primary.ref, f.severity) for f in own] == WANTED[name]
