"""A paper that is noise in part or as a whole: nothing is called missing, and the way out is told."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.e2e.program import advise, protocheck

SOUND = Path(__file__).parents[2] / "corpus" / "schoolpremie-wilgenbeke" / "protocol.txt"
OCR = "protocheck advise PROTOCOL.pdf --ocr always"


def noise(text: str) -> str:
    """Return the text as a hopeless scan gives it."""
    rng = random.Random(5)  # noqa: S311 - noise, no secret
    return "".join(rng.choice("qxzjkvwtrl]|1~e") if c.isalpha() and rng.random() < 0.75 else c for c in text)


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """Return a paper whose second page of two is noise."""
    text = SOUND.read_text("utf-8")
    cut = text.index("\n", len(text) // 2)
    path = tmp_path / "half.txt"
    path.write_text(f"{text[:cut]}\n\f{noise(text[cut:])}", "utf-8")
    return path


def test_noise_makes_elements_unreadable_and_none_unmet(half: Path) -> None:
    advice = advise(half)
    assert "unreadable" in advice.statuses.values()
    assert "unmet" not in advice.statuses.values()
    assert "met" in advice.statuses.values()
    assert advice.document["unreadable_pages"] == [2]
    assert advice.verdict == "conditional"


def test_the_advice_names_the_page_and_the_way_out(half: Path) -> None:
    said = " ".join(protocheck("advise", half).out.split())
    assert "Bladzijde 2 is slecht leesbaar" in said
    assert OCR in said


def test_extract_warns_beside_the_text(half: Path) -> None:
    ended = protocheck("extract", half)
    assert ended.code == 0
    assert OCR in ended.err
    assert OCR not in ended.out
    made = json.loads(protocheck("extract", half, "--format", "json").out)
    assert made["document"]["unreadable_pages"] == [2]


def test_a_paper_of_noise_is_said_to_be_unreadable_not_to_be_no_protocol(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    path.write_text(noise(SOUND.read_text("utf-8")), "utf-8")
    ended = protocheck("advise", path)
    assert ended.code == 3
    assert OCR in ended.err
    assert "geen protocol" not in ended.err
