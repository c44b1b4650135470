"""The list of findings that are known to be wrong in our drafts: it may only shrink, and never in silence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.findings import DRAFTS, Score

FILE = DRAFTS / "known_failures.yaml"
MISSED, FALSE = "gemist", "vals"
_HEAD = """\
# Bevindingen die nu nog fout zijn, per ontwerp en code: 'gemist' of 'vals', en hoeveel. `make accuracy`
# faalt op een fout die hier niet staat, en ook op een die hier staat maar niet meer voorkomt.
"""
# What must hold: precision, recall, and the share of look-alikes that is reported.
BOUNDS: Mapping[str, tuple[float, float]] = {"tuned": (0.97, 0.97), "heldback": (0.92, 0.92)}
MOST_FIRED = 0.01

Key = tuple[str, str, str]


def wrong(scores: Mapping[str, Score]) -> dict[Key, int]:
    """Return how many findings are wrong, by draft, code and kind."""
    return {
        (slug, code, kind): count
        for slug, score in scores.items()
        for kind, counts in ((MISSED, score.missed), (FALSE, score.false))
        for code, count in counts.items()
        if count
    }


def read_known(path: Path = FILE) -> dict[Key, int]:
    """Read the list; no file is an empty list."""
    rows: list[dict[str, Any]] = (yaml.safe_load(path.read_text("utf-8")) if path.is_file() else None) or []
    return {(row["draft"], row["code"], row["kind"]): row["count"] for row in rows}


def compare(scores: Mapping[str, Score], known: Mapping[Key, int]) -> list[str]:
    """Return what differs between the drafts that were run and the list, in words."""
    found = wrong(scores)
    listed = {key: count for key, count in known.items() if key[0] in scores}
    return [
        f"bevindingen: {' '.join(key)}: {found.get(key, 0)} fout, de lijst zegt {listed.get(key, 0)}"
        for key in sorted({*found, *listed})
        if found.get(key, 0) != listed.get(key, 0)
    ]


def accept(scores: Mapping[str, Score], path: Path = FILE) -> None:
    """Write what is wrong now as the list."""
    rows = [
        f"- {{draft: {slug}, code: {code}, kind: {kind}, count: {count}}}\n"
        for (slug, code, kind), count in sorted(wrong(scores).items())
    ]
    path.write_text(_HEAD + ("".join(rows) or "[]\n"), "utf-8")


def below(part: str, score: Score) -> list[str]:
    """Return which bounds the drafts of a part miss, in words."""
    precision, recall = BOUNDS[part]
    said = []
    if score.precision < precision:
        said.append(f"bevindingen, {part}: precisie {score.precision:.1%}, moet {precision:.0%} zijn")
    if score.recall < recall:
        said.append(f"bevindingen, {part}: trefkans {score.recall:.1%}, moet {recall:.0%} zijn")
    if score.fired > MOST_FIRED * score.lookalikes:
        said.append(f"bevindingen, {part}: {score.fired} van {score.lookalikes} gelijkenissen gemeld")
    return said
