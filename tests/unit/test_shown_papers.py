"""What a reader sees of the documents beside the advice."""

from __future__ import annotations

from pathlib import Path

from protocheck.ingest.read import read
from protocheck.model.options import ReadOptions
from protocheck.papers import papers

PAPER = Path(__file__).parents[2] / "corpus" / "voorbeeld.pdf"


def test_the_pages_of_a_pdf_are_shown_as_pictures() -> None:
    source = read(PAPER)
    (paper,) = papers([source], [PAPER], ReadOptions())
    assert [picture.page for picture in paper.pictures] == [page.number for page in source.pages]
    assert paper.lines == ()


def test_a_file_that_changed_meanwhile_is_shown_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "protocol.pdf"
    path.write_bytes(PAPER.read_bytes())
    source = read(path)
    path.write_bytes(PAPER.read_bytes() + b"\n")
    (paper,) = papers([source], [path], ReadOptions())
    assert paper.pictures == ()
    assert [line.text for line in paper.lines] == [line.text for line in source.lines]
