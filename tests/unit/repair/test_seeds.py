"""The real papers: their damage is real damage. Nothing of their text stands here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protocheck.model.alignment import RepairedText
from protocheck.repair import repair
from tests.unit.repair.paper import source_of

# The glyphs that drag a false blank behind them in the first paper, found by hand.
WIDE = "@OMwWmGHNU"


def paper(seeds: Path, number: str) -> str:
    return next(seeds.glob(f"{number}_*.txt")).read_text(encoding="utf-8")


def gold_of(text: str) -> str:
    """Return the first paper with each false blank taken out, line by line."""
    lines = []
    for line in text.split("\n"):
        seen = sum(c in WIDE for c in line.rstrip()[:-1])
        split = len(re.findall(f"[{WIDE}] ", line.rstrip()))
        damaged = split and split >= 0.7 * seen and "conform het" not in line
        lines.append(re.sub(f"([{WIDE}]) ( ?)", r"\1\2", line) if damaged else line)
    return "\n".join(lines).replace("\uf0b7", "•")


@pytest.mark.parametrize("collapsed", [False, True])
def test_every_false_blank_of_the_first_paper_goes_and_no_word_breaks(
    seeds: Path, *, collapsed: bool
) -> None:
    raw = paper(seeds, "000")
    gold = gold_of(raw)
    damaged = re.sub(r"(?<=\S) {2,}(?=\S)", " ", raw) if collapsed else raw
    assert repair(source_of(damaged)).text.split() == gold.split()


def changed(text: RepairedText) -> list[tuple[str, str]]:
    raw = text.source.text
    return [(e.raw.of(raw), e.text) for e in text.edits if e.rule != "unicode"]


def test_letters_of_the_second_paper(seeds: Path) -> None:
    found = changed(repair(source_of(paper(seeds, "001"))))
    accents = [after for before, after in found if "é" in before and before.replace("é", "ë") == after]
    bullets = [after for before, after in found if (before, after) == ("e", "•")]
    others = {before: after for before, after in found if "é" not in before and before != "e"}
    raw = paper(seeds, "001")
    assert len(accents) == len(re.findall(r"\b[^\W\d_]*\(?é[nr]|beéin", raw)) - raw.count("één")
    assert len(bullets) == len(re.findall(r"(?m)^e [A-Z]", raw))
    assert others == {
        "geinformeerd": "geïnformeerd",
        "geintegreerd": "geïntegreerd",
        "noodzakeliik": "noodzakelijk",
        "hetdecreet": "het decreet",
        "3,4,6,9en 20": "3, 4, 6, 9 en 20",
        "gegevensbeschermingl": "gegevensbescherming]",
        "0p": "Op",
    }


@pytest.mark.parametrize("number", ["002", "003", "004"])
def test_sound_papers_are_left_alone(seeds: Path, number: str) -> None:
    assert changed(repair(source_of(paper(seeds, number)))) == []


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_all_papers_are_readable(seeds: Path, number: str) -> None:
    assert repair(source_of(paper(seeds, number))).quality.score > 0.85
