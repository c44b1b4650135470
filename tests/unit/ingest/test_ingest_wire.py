"""A document as bytes and back, and what is refused on the way in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from protocheck.ingest.read import read
from protocheck.ingest.wire import MalformedError, pack, unpack
from protocheck.model.geometry import Box, Span
from protocheck.model.text import Comment, Line, Page, SourceText, Table

TEXT = "Artikel 1 – één ☃\nNaam\tEls \ud800\n"
SOURCE = SourceText(
    name="p.pdf",
    sha256="ab",
    media_type="application/pdf",
    text=TEXT,
    lines=(
        Line(TEXT[:17], Span(0, 17), 1, 1, Box(1, 1.5, 2.25, 3, 4), "heading", 2, bold=True, size=11.5),
        Line(TEXT[18:28], Span(18, 28), None, 2, cell="tabel 1, rij 1, kolom 1"),
    ),
    pages=(Page(1, Span(0, 28), "ocr", 595.0, 842.0, 0.87),),
    tables=(Table(Span(18, 28), ((Span(18, 22), Span(23, 28)),)),),
    markup=(Span(0, 1),),
    method="ocr",
    title="Titel",
    notes=("een nota",),
    comments=(Comment("Els", "waarom?", Span(0, 3), resolved=True),),
)


def test_there_and_back() -> None:
    assert unpack(pack(SOURCE)) == SOURCE


def test_no_field_of_the_model_is_forgotten(seeds: Any) -> None:
    for path in sorted(seeds.glob("*.txt")):
        source = read(path)
        assert unpack(pack(source)) == source


def changed(place: list[int], value: object) -> bytes:
    """Return the document with one value put in the place of another."""
    values = json.loads(pack(SOURCE))
    target = values
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    return json.dumps(values).encode()


LINES, PAGES, METHOD, TEXT_AT = 4, 5, 8, 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'{"text": ""}',
        b"\x80\x04cos\nsystem\n",
        changed([TEXT_AT], "kort"),  # then the places lie outside it
        changed([TEXT_AT], 5),
        changed([LINES], {}),
        changed([LINES, 0], []),
        changed([LINES, 0, 0], [5, 2]),
        changed([LINES, 0, 0], [-1, 2]),
        changed([LINES, 0, 0], [0, True]),
        changed([LINES, 0, 0], [20, 21]),  # behind the line that follows
        changed([LINES, 0, 1], "1"),
        changed([LINES, 0, 4], "kop"),
        changed([LINES, 0, 3, 1], float("nan")),
        changed([LINES, 0, 6], 1),
        changed([PAGES, 0, 2], "tovenarij"),
        changed([METHOD], ["text"]),
        changed([0], None),
    ],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        unpack(data)
