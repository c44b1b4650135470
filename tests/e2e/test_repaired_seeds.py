"""The paper with false blanks gets the judgement of its sibling with the same articles, and so do copies."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import protocheck
from tests.unit.repair.test_seeds import gold_of

# What the sibling has of its own: the mailbox of one person, a date that was left open, a line not filled in.
OF_ITS_OWN = {"P405", "D302", "F101"}
SPLIT, SIBLING = "000_97769d817353d9d3.txt", "001_0a4faaed26ae91cf.txt"


def judged(path: Path) -> dict[str, Any]:
    """Return what must be alike: statuses, elements with their best place, verdict and findings."""
    ended = protocheck("advise", path, "--format", "json")
    assert ended.code == 0, ended.err
    report = json.loads(ended.out)
    return {
        "statuses": {c["id"]: c["status"] for c in report["criteria"]},
        "places": {
            f"{c['id']}/{e['id']}": (e["status"], [c["evidence"][i]["ref"] for i in e["evidence"][:1]])
            for c in report["criteria"]
            for e in c["elements"]
        },
        "verdict": report["verdict"]["status"],
        "findings": [(f["code"], f["ref"]) for f in report["findings"]],
    }


@pytest.mark.parametrize("collapsed", [False, True], ids=["as-is", "collapsed"])
def test_false_blanks_change_no_status_place_or_finding(
    seeds: Path, tmp_path: Path, *, collapsed: bool
) -> None:
    text = (seeds / SPLIT).read_text("utf-8")
    damaged = re.sub(r"(?<=\S) {2,}(?=\S)", " ", text) if collapsed else text
    assert (damaged == text) is not collapsed
    path = tmp_path / "protocol.txt"
    path.write_text(damaged, "utf-8")
    found, sibling = judged(path), judged(seeds / SIBLING)
    assert found == sibling | {"findings": [f for f in sibling["findings"] if f[0] not in OF_ITS_OWN]}
    path.write_text(gold_of(text), "utf-8")
    assert found == judged(path)
