"""Highlights in a copy of a PDF: at their place on the page as it is shown, with nothing else changed."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest

from protocheck.errors import DocumentError
from protocheck.ingest import guarded
from protocheck.ingest.read import read
from protocheck.model.options import ReadOptions
from tests.hostile_pdf import sound

WISH = {"kind": "error", "title": "F101: Open plaats", "text": "Vul in.", "boxes": [[1, 100, 200, 300, 212]]}


def marked(data: bytes, *wishes: dict[str, Any], options: ReadOptions | None = None) -> bytes:
    return guarded.make("highlighted", data, name="p.pdf", options=options, wishes=list(wishes))


def turned(degrees: int) -> bytes:
    with pikepdf.open(io.BytesIO(sound())) as document:
        document.pages[0].rotate(degrees, relative=False)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def coloured(data: bytes) -> tuple[float, float, float, float]:
    """Return the box of everything on page 1 that is not grey, in points of the page as it is shown."""
    document = pdfium.PdfDocument(data)
    document.init_forms()
    image = document[0].render(scale=1, draw_annots=True).to_pil().convert("RGB")
    red, _, blue = image.split()
    spots = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if abs(red.getpixel((x, y)) - blue.getpixel((x, y))) > 30
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_highlight_stands_where_the_words_are_shown(degrees: int) -> None:
    assert coloured(marked(turned(degrees), WISH)) == pytest.approx((100, 200, 300, 212), abs=2)


def test_it_says_what_it_is_about() -> None:
    with pikepdf.open(io.BytesIO(marked(sound(), WISH))) as document:
        (only,) = document.pages[0].Annots
        assert str(only.Contents) == "F101: Open plaats\nVul in."
        assert (str(only.Subtype), str(only.T)) == ("/Highlight", "protocheck")


def test_the_text_stays_the_same_and_so_do_the_bytes_of_a_second_run() -> None:
    once = marked(sound(), WISH)
    assert once == marked(sound(), WISH)
    assert read(None, data=once, name="p.pdf").text == read(None, data=sound(), name="p.pdf").text


def test_a_highlight_that_is_there_already_is_kept() -> None:
    with pikepdf.open(io.BytesIO(marked(marked(sound(), WISH), WISH))) as document:
        assert len(document.pages[0].Annots) == 2


def test_a_page_that_does_not_exist_is_left_out() -> None:
    beyond = WISH | {"boxes": [[99, 0, 0, 10, 10]]}
    with pikepdf.open(io.BytesIO(marked(sound(), beyond))) as document:
        assert "/Annots" not in document.pages[0].obj


def test_a_locked_file_opens_with_its_password_only() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as document:
        document.save(out, encryption=pikepdf.Encryption(user="geheim", owner="eigenaar"))
    assert marked(out.getvalue(), WISH, options=ReadOptions("geheim"))
    with pytest.raises(DocumentError, match="is beveiligd met een wachtwoord"):
        marked(out.getvalue(), WISH)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(DocumentError, match="beschadigd of onvolledig PDF-bestand"):
        marked(b"%PDF-1.4 en verder niets", WISH)
