"""Several documents, begun together: each by a worker of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.errors import DocumentError
from protocheck.ingest import guarded

TEXT = "Protocol tussen de gemeente Wilgenbeke en het Agentschap Wonen.\n"


def test_several_documents_are_begun_together_and_come_in_order(tmp_path: Path) -> None:
    paths = [tmp_path / f"p{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(f"Protocol nummer {number}.\n", encoding="utf-8")
    with guarded.Readers() as readers:
        begun = readers.begin_all([guarded.Request(path) for path in paths])
        assert [each.result().text for each in begun] == [f"Protocol nummer {n}.\n" for n in range(5)]


def test_one_of_several_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    good = tmp_path / "goed.txt"
    good.write_text(TEXT, encoding="utf-8")
    with guarded.Readers() as readers:
        bad, named, read = readers.begin_all(
            [
                guarded.Request(tmp_path / "weg.txt"),
                guarded.Request(None, b"Een tekst.", "invoer"),
                guarded.Request(good),
            ]
        )
        with pytest.raises(DocumentError):
            bad.result()
        assert (named.result().name, read.result().name) == ("invoer", "goed.txt")
