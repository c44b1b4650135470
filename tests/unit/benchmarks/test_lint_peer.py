from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import lint_peer
from benchmarks.findings import Draft, Wanted

TEXT = "Protocol\n\nHet loopt tot [DATUM].\n\nZie artikel 9.\n"


def draft(folder: Path) -> Draft:
    path = folder / "concept.txt"
    path.write_text(TEXT, encoding="utf-8")
    wanted = (
        Wanted("F101", "article 1", "[DATUM]", "Het loopt tot [DATUM].", ""),
        Wanted("R201", "article 2", "artikel 9", "Zie artikel 9.", ""),
    )
    return Draft("x", "tuned", (path,), wanted, ())


def said(monkeypatch: pytest.MonkeyPatch, lines: Sequence[int | None]) -> None:
    monkeypatch.setattr(lint_peer, "_peer_findings", lambda _: [{"line": line} for line in lines])


@pytest.mark.parametrize(
    ("lines", "found", "false"),
    [([], 0, 0), ([3], 1, 0), ([3, 3, 5], 2, 0), ([1, 3], 1, 1), ([None, 99], 0, 2)],
)
def test_any_finding_on_the_line_of_a_defect_counts_and_all_others_are_false(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[int | None], found: int, false: int
) -> None:
    said(monkeypatch, lines)
    assert lint_peer.of_peer(draft(tmp_path)) == (found, false)


def test_without_the_peer_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint_peer, "PEER", Path("nergens"))
    (line,) = lint_peer.lines()
    assert line.held
    assert str(line).startswith("(contract-lint 0.2.6 ontbreekt")


def test_the_text_of_ten_pages_has_their_words(tmp_path: Path) -> None:
    words = len(lint_peer.ten_pages(tmp_path).read_text("utf-8").split())
    assert 10 * 230 <= words < 10 * 260
