"""The paper with false blanks gets the judgement of its sibling with the same articles, and so do copies."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.e2e.program import protocheck

SPLIT, SIBLING = "000_97769d817353d9d3.txt", "001_0a4faaed26ae91cf.txt"


def judged(path: Path) -> dict[str, object]:
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
    assert judged(path) == judged(seeds / SIBLING)
