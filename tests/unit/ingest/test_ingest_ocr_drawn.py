"""A page on its way to tesseract: drawn as it was scanned, and handed over without loss."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from protocheck.ingest.ocr import _drawn
from protocheck.ingest.ocr_picture import Picture, prepared
from tests.scans import jpeg, pictured


def _grain(wide: int, high: int) -> Image.Image:
    noise = random.Random(3).randbytes(wide * high)  # noqa: S311 - noise, no secret
    return Image.frombytes("L", (wide, high), noise)


@pytest.mark.parametrize(("dpi", "size"), [(150, (1241, 1754)), (200, (1654, 2339)), (300, (2481, 3508))])
def test_a_scan_is_drawn_pixel_by_pixel(dpi: int, size: tuple[int, int], tmp_path: Path) -> None:
    image = _grain(*size)
    with pypdfium2.PdfDocument(pictured([image], tmp_path / "scan.pdf", dpi)) as document:
        drawn = _drawn(document[0], dpi / 72)
    assert drawn.tobytes() == Image.open(io.BytesIO(jpeg(image))).tobytes()


def test_a_page_in_colour_is_drawn_in_shades(tmp_path: Path) -> None:
    red = Image.new("RGB", (200, 100), (200, 0, 0))
    with pypdfium2.PdfDocument(pictured([red], tmp_path / "red.pdf", 72)) as document:
        drawn = _drawn(document[0], 1.0)
    assert (drawn.mode, drawn.size) == ("L", (200, 100))
    assert 50 <= drawn.crop((100, 50, 101, 51)).tobytes()[0] <= 70


@pytest.mark.parametrize("wide", [640, 641, 642, 643])
def test_what_tesseract_gets_is_the_picture(wide: int) -> None:
    image = _grain(wide, 50)
    handed = Image.open(io.BytesIO(Picture(image, 200).bmp()))
    assert handed.convert("L").tobytes() == image.tobytes()


@pytest.mark.parametrize("wide", [640, 643])
def test_only_lone_pixels_are_wiped(wide: int) -> None:
    image = Image.new("L", (wide, 640), 240)
    specks = [(x, y) for x in range(5, wide - 5, 20) for y in range(5, 635, 20)]
    strokes = [(0, 300), (0, 301), (wide - 1, 9), (wide - 2, 10), (101, 102), (102, 101), (wide - 1, 639)]
    for place in specks + strokes[:-1]:
        image.putpixel(place, 20)
    clean = prepared(Picture(image, 200)).image
    assert {clean.getpixel(place) for place in specks} == {240}
    assert {clean.getpixel(place) for place in strokes[:-1]} == {20}
