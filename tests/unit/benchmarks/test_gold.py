"""Gold that contradicts itself is refused with the place of the fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.gold import CRITERIA, GoldError, read_gold


def write(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    (folder / "protocol.txt").write_text("Protocol", "utf-8")
    gold: dict[str, Any] = {
        "document": "protocol.txt",
        "annexes": [],
        "structure": "kort",
        "part": "tuned",
        "verdict": "conditional",
        "criteria": {
            id_: {
                "status": "partial",
                "elements": {"x": "met", "y": "unmet"},
                "refs": ["article 1"],
                "reason": "Zo.",
            }
            for id_ in CRITERIA
        },
        "mutations": [{"remove": "article 1", "expect": {"EGOV-01": "unmet"}}],
    }
    change(gold)
    path = folder / "gold.yaml"
    path.write_text(yaml.safe_dump(gold, sort_keys=False), "utf-8")
    return path


def test_sound_gold_is_read(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, lambda _: None))
    assert gold.statuses == dict.fromkeys(CRITERIA, "partial")
    assert [each.name for each in gold.mutations] == ["remove article 1"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda g: g.pop("verdict"), "verdict"),
        (lambda g: g.update(oordeel="goed"), "oordeel"),
        (lambda g: g.update(part="test"), "part is 'test'"),
        (lambda g: g.update(document="weg.txt"), "weg.txt"),
        (lambda g: g["criteria"].pop("EGOV-07"), "twelve"),
        (lambda g: g["criteria"]["EGOV-02"].update(status="met"), "EGOV-02 is met, but its elements"),
        (lambda g: g["criteria"]["EGOV-02"].update(status="half"), "EGOV-02 is 'half'"),
        (lambda g: g["mutations"].append(g["mutations"][0]), "twice"),
        (lambda g: g["mutations"].append({"deny": "article 2", "expect": {}}), "with"),
        (lambda g: g["mutations"].append({"remove": "article 2", "expect": {"X": "met"}}), "expect is 'X'"),
    ],
)
def test_unsound_gold_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    with pytest.raises(GoldError, match=says):
        read_gold(write(tmp_path, change))
