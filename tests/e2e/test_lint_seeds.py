"""What lint reports on the real papers: every defect a lawyer saw there, at its place, nothing besides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.program import protocheck

# Code, place, printed line; the whole paper has none. O705 and O707 follow from the FAQ of the sender.
DEFECTS = {
    "000_97769d817353d9d3.txt": [
        ("R203", "recital C", 53),
        ("R201", "article 4", 154),
        ("R202", "article 6", 175),
        ("R201", "article 8", 215),
        ("F102", "article 9", 225),
        ("D301", "article 11", 249),
        ("O705", "", None),
        ("O707", "", None),
        ("S506", "", None),
    ],
    "001_0a4faaed26ae91cf.txt": [
        ("R203", "recital C", 56),
        ("R201", "article 4", 156),
        ("R202", "article 6", 178),
        ("R201", "article 8", 220),
        ("F102", "article 9", 230),
        ("P405", "article 9", 240),
        ("D301", "article 11", 254),
        ("D302", "signature", 262),
        ("F101", "signature", 262),
        ("O705", "", None),
        ("O707", "", None),
        ("S506", "", None),
    ],
    "004_9a97baa9c0825f67.txt": [
        ("P402", "preamble", 26),
        ("P402", "preamble", 30),
        ("F102", "recital C", 43),
        ("P405", "recital C2", 115),
        ("P405", "recital C2", 121),
        ("P405", "recital C2", 122),
        ("D303", "recital E", 129),
        ("F101", "recital E", 129),
        ("F103", "article 3", 178),
        ("F103", "article 3", 183),
        ("R201", "article 4", 195),
        ("R202", "article 6", 210),
        ("R201", "article 8", 240),
        ("F102", "article 9", 244),
        ("S506", "", None),
    ],
}


@pytest.mark.parametrize("name", DEFECTS)
def test_every_defect_is_reported_at_its_place_and_nothing_besides(seeds: Path, name: str) -> None:
    ended = protocheck("lint", seeds / name, "--format", "json")
    assert ended.code == 1
    found = [(each["code"], each["ref"], each["line"]) for each in json.loads(ended.out)["findings"]]
    assert found == DEFECTS[name]


def test_the_stamp_dates_the_signature_but_the_blank_stays_a_warning(seeds: Path) -> None:
    ended = protocheck("lint", seeds / "001_0a4faaed26ae91cf.txt", "--select", "D302", "--format", "json")
    (only,) = json.loads(ended.out)["findings"]
    assert only["severity"] == "warning"
    assert ended.code == 0
