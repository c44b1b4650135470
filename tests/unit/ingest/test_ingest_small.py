"""Small plain texts need no worker; everything else gets one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from protocheck.errors import DocumentError
from protocheck.ingest import guarded, process, small
from protocheck.ingest.read import read
from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from tests.hostile_pdf import sound

TEXT = "Artikel 1: Onderwerp\n\nDe gemeente Zandrode krijgt de gegevens – “alle” € ☃.\n"


@pytest.fixture
def _no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a worker was asked")

    monkeypatch.setattr(process.Worker, "__init__", never)


def _small(data: bytes, name: str = "p.txt", limits: Limits | None = None) -> bool:
    return small.read_small(None, data, name, ReadOptions(limits=limits)) is not None


@pytest.mark.usefixtures("_no_worker")
@pytest.mark.parametrize("name", ["p.txt", "p.md", "zonder"])
def test_a_small_text_is_read_at_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")
    assert guarded.read(path) == read(path)
    assert guarded.read(None, data=TEXT.encode(), name=name) == read(None, data=TEXT.encode(), name=name)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        sound(),
        b"PK\x03\x04 geen zip",
        b"PK en verder gewone tekst",
        b"<html><body><p>tekst</p></body></html>",
        b"{\\rtf1 tekst}",
        bytes(range(256)) * 4,
        b"x" * (small.MOST + 1),
    ],
)
def test_everything_else_is_for_a_worker(data: bytes) -> None:
    assert not _small(data)


@pytest.mark.parametrize("limit", ["file_bytes", "characters", "lines", "line_characters"])
def test_a_text_that_a_limit_might_refuse_is_for_a_worker(limit: str) -> None:
    size = len(TEXT.encode())
    assert _small(TEXT.encode(), limits=Limits(**{limit: size}))
    assert not _small(TEXT.encode(), limits=Limits(**{limit: size - 1}))


def test_a_fault_of_our_own_is_for_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object, **__: object) -> None:
        raise KeyError

    monkeypatch.setattr("protocheck.ingest.read.read", trip)
    assert not _small(TEXT.encode())


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "weg.txt"):
        assert small.read_small(path, None, path.name, ReadOptions()) is None
        with pytest.raises(DocumentError):
            guarded.read(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.txt")
    assert small.read_small(tmp_path / "pijp.txt", None, "pijp.txt", ReadOptions()) is None
