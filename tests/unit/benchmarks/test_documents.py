"""The bounds of the advice as a document: a line that breaks one says so, and ends the command with 1."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import documents
from benchmarks.bench import Run
from benchmarks.bound import Line


@pytest.mark.parametrize(("seconds", "held"), [(0.6, True), (0.9, False)])
def test_what_counts_is_the_time_beyond_the_judgement(
    seconds: float,
    held: bool,  # noqa: FBT001 - of the table
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def timed(command: Sequence[str | Path]) -> Run:
        taken = 0.5 if str(command[4]).endswith(".json") else seconds
        return Run(taken, 2 * taken)

    monkeypatch.setattr(documents, "timed", timed)
    line = documents._time(tmp_path / "protocol.pdf", "docx", 0.3, 3)
    assert line.held is held
    beyond = seconds - 0.5
    assert line.text == (
        f"advies als docx: {beyond:.2f} s boven het oordeel zelf (0.50 s), grens 0.3 s; "
        f"op de klok {2 * beyond:.2f} s"
    )


@pytest.mark.parametrize(("size", "held"), [(1_499_999, True), (1_500_000, False)])
def test_a_page_that_weighs_too_much_breaks_the_bound(
    size: int,
    held: bool,  # noqa: FBT001 - of the table
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "protocol.html").write_bytes(b"x" * size)
    monkeypatch.setattr(documents, "timed", lambda _: Run(0.0, 0.0))
    assert documents._size(tmp_path / "protocol.pdf", "een pdf").held is held


def test_the_pdf_has_six_full_pages(tmp_path: Path) -> None:
    import pypdfium2  # noqa: PLC0415 - only this test counts pages

    assert len(pypdfium2.PdfDocument(documents.full_pages(tmp_path))) == documents.PAGES


def test_a_broken_bound_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "lines", lambda _: iter([Line("goed"), Line("te traag", held=False)]))
    assert documents.main([]) == 1
    monkeypatch.setattr(documents, "lines", lambda _: iter([Line("goed")]))
    assert documents.main([]) == 0
