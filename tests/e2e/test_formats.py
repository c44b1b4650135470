"""The same paper as PDF and as Word gets the same judgement, at the same places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.documents import make_docx, make_pdf
from tests.e2e.program import advise, protocheck
from tests.e2e.surgery import with_body, with_contents, without
from tests.e2e.test_seeds import ERRORS, PAPERS, PLACES, TWELVE, text_of

MAKERS = {"pdf": make_pdf, "docx": make_docx}
of_each = pytest.mark.parametrize("suffix", MAKERS)


@of_each
@pytest.mark.parametrize("paper", PAPERS)
def test_a_complete_paper_is_complete_in_every_format(
    seeds: Path, tmp_path: Path, paper: str, suffix: str
) -> None:
    advice = advise(MAKERS[suffix](text_of(seeds, paper), tmp_path / f"protocol.{suffix}"))
    assert advice.statuses == dict.fromkeys(TWELVE, "met")
    assert (advice.verdict, advice.errors) == ("conditional", ERRORS[paper])
    missed = {id_: advice.places[id_] for id_, right in PLACES.items() if not right & set(advice.places[id_])}
    assert not missed


@of_each
@pytest.mark.parametrize(("paper", "number", "gaps"), [("001", 8, {"EGOV-08"}), ("004", 7, {"EGOV-11"})])
def test_a_missing_article_is_missed_in_every_format(
    seeds: Path, tmp_path: Path, paper: str, number: int, gaps: set[str], suffix: str
) -> None:
    text = text_of(seeds, paper)
    damaged = [without(text, number), with_body(text, number, "Nader te bepalen.")]
    if (
        suffix == "pdf"
    ):  # the maker of Word files would set a contents list in heading styles, which no office does
        damaged.append(with_contents(without(text, number), text))
    for made in damaged:
        advice = advise(MAKERS[suffix](made, tmp_path / f"protocol.{suffix}"))
        assert advice.gaps == gaps
        assert advice.verdict == "negative"


def test_a_pdf_gives_the_pages_of_the_evidence(seeds: Path, tmp_path: Path) -> None:
    path = make_pdf(text_of(seeds, "001"), tmp_path / "protocol.pdf")
    report = json.loads(protocheck("advise", path, "--format", "json").out)
    pages = [
        each["page"] for c in report["criteria"] for each in c["evidence"] if each["document"] == "protocol"
    ]
    assert pages
    assert all(1 <= page <= report["document"]["pages"] for page in pages)
    assert len(set(pages)) > 2


@pytest.mark.parametrize("format_", ["terminal", "md"])
def test_the_advice_is_dutch_and_names_the_twelve_points(seeds: Path, format_: str) -> None:
    ended = protocheck("advise", seeds / PAPERS["001"], "--format", format_)
    assert ended.code == 0
    assert "positief advies" in ended.out.casefold()
    if format_ == "md":
        for title in ("Aanleiding", "Rechtsgrond", "Analyse", "Advies"):
            assert title in ended.out


def test_an_output_file_is_written_whole_and_nothing_else_is_printed(seeds: Path, tmp_path: Path) -> None:
    target = tmp_path / "advies.md"
    ended = protocheck("advise", seeds / PAPERS["001"], "-o", target)
    assert ended.code == 0
    assert "Analyse" in target.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [target]
    assert "Analyse" not in ended.out
