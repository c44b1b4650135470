"""Scans through the real tesseract, and what is said when it is not there."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from protocheck.errors import DocumentError
from protocheck.ingest import ocr
from protocheck.ingest.ocr_engine import Engine, find_engine
from protocheck.ingest.ocr_picture import Picture, prepared, skew, speckled, upended
from protocheck.ingest.ocr_rules import without_tables
from protocheck.ingest.read import read
from protocheck.model.options import Ocr, ReadOptions
from protocheck.model.text import SourceText
from tests.documents import error_rate, make_pdf, words_of
from tests.drawing import drawn, text_page
from tests.scans import (
    Scanner,
    make_garbage_layer,
    make_outlines,
    make_scan,
    make_wrong_map,
    pictured,
    scanned,
)

TEXT = """PROTOCOL TUSSEN DE GEMEENTE BOSVOORDE EN HET AGENTSCHAP ZONNEWENDE

Artikel 1: Onderwerp

De gemeente Bosvoorde deelt elke maand persoonsgegevens van aanvragers mee aan het Agentschap Zonnewende, dat
nagaat of zij recht hebben op de tegemoetkoming. De mededeling gebeurt over een beveiligde verbinding.

Artikel 2: Gegevens

Gegeven\tVerantwoording
Voornaam\tOm de aanvrager te herkennen
Adres\tOm de beslissing te versturen

Artikel 3: Bewaring

Het agentschap bewaart de gegevens tot één jaar na de beslissing en vernietigt ze daarna volgens de procedure.
"""
SHORT = TEXT.partition("Artikel 2")[0]
# On its head, the few lines of a last page are read as nonsense that looks sure.
LAST_PAGE = """Artikel 2. Aflevering

De dienst levert de lijst af als een bestand in JSON, dat de toepassing van de cel Wonen over een verbinding
ophaalt. De toepassing schrijft elke raadpleging weg in een register dat het bestuur op verzoek voorlegt.
"""

needs_tesseract = pytest.mark.skipif(
    not isinstance(find_engine(), Engine), reason="needs tesseract with Dutch (nld)"
)


def body(source: SourceText) -> list[str]:
    return [word for line in source.lines if line.role == "body" for word in line.text.split()]


def read_with(data: bytes, choice: Ocr = "auto") -> SourceText:
    return read(None, data=data, name="scan.pdf", options=ReadOptions(ocr=choice))


# -- the picture


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    pdf = make_pdf(TEXT, tmp_path_factory.mktemp("page") / "page.pdf")
    (image,) = scanned(pdf, Scanner(150, skew=0, noise=False))
    return image


@pytest.mark.parametrize("angle", [-4.0, -1.3, 0.0, 0.7, 3.0])
def test_skew_is_found_and_undone(page: Image.Image, angle: float) -> None:
    askew = Picture(page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255), 150)
    assert abs(skew(askew) + angle) <= 0.15
    assert abs(skew(prepared(askew))) <= 0.15


def test_a_page_on_its_side_is_noticed(page: Image.Image) -> None:
    picture = Picture(page, 150)
    assert not upended(picture)
    assert upended(picture.turned(1))
    assert upended(picture.turned(3))
    assert not upended(picture.turned(2))


def test_specks_are_noticed_and_wiped(page: Image.Image) -> None:
    assert not speckled(page)
    dirty = page.copy()
    for place in range(0, dirty.width * dirty.height, 997):
        dirty.putpixel((place % dirty.width, place // dirty.width), 0)
    assert speckled(dirty)
    assert not speckled(prepared(Picture(dirty, 150)).image)


def test_a_ruled_table_becomes_cells_and_loses_its_rules(page: Image.Image) -> None:
    wiped, (table,) = without_tables(prepared(Picture(page, 150)))
    assert [len(row) for row in table.rows] == [2, 2, 2]
    assert all(cell is not None for row in table.rows for cell in row)
    assert without_tables(wiped)[1] == ()


def test_a_blank_page_has_no_angle_and_no_table() -> None:
    blank = Picture(Image.new("L", (600, 800), 255), 72)
    assert (skew(blank), upended(blank), without_tables(blank)[1]) == (0.0, False, ())


def test_a_page_is_rendered_at_its_own_resolution_within_bounds() -> None:
    a4 = (595.0, 842.0)
    assert [ocr.fitting(dpi, a4) for dpi in (72, 200, 600)] == [150, 200, 400]
    assert ocr.fitting(200, (14_400.0, 14_400.0)) == 25


# -- tesseract


@needs_tesseract
def test_a_scan_is_read_with_its_table(tmp_path: Path) -> None:
    source = read(make_scan(TEXT, tmp_path / "scan.pdf"))
    assert error_rate(words_of(TEXT), body(source)) <= 0.03
    assert source.method == "ocr"
    assert [page.method for page in source.pages] == ["ocr"]
    assert 0.85 <= source.pages[0].confidence <= 1
    (table,) = source.tables
    assert [[cell.of(source.text) for cell in row] for row in table.rows] == [
        ["Gegeven", "Verantwoording"],
        ["Voornaam", "Om de aanvrager te herkennen"],
        ["Adres", "Om de beslissing te versturen"],
    ]
    assert source.notes[0].startswith("Pagina 1 is gelezen met tekenherkenning (OCR)")
    assert [line.text for line in source.lines if line.role == "furniture"] == ["Pagina 1 van 1"]


@needs_tesseract
@pytest.mark.parametrize("make", [make_garbage_layer, make_wrong_map, make_outlines])
def test_a_useless_text_layer_is_replaced(tmp_path: Path, make: object) -> None:
    assert callable(make)
    source = read(make(SHORT * 2, tmp_path / "broken.pdf"))
    assert [page.method for page in source.pages] == ["ocr"]
    assert error_rate(words_of(SHORT * 2), body(source)) <= 0.03


@needs_tesseract
@pytest.mark.parametrize(("turn", "text"), [(1, SHORT), (2, SHORT), (1, LAST_PAGE)])
def test_a_turned_scan_is_turned_back(tmp_path: Path, turn: int, text: str) -> None:
    source = read(make_scan(text, tmp_path / "scan.pdf", Scanner(150, turn=turn)))
    assert error_rate(words_of(text), body(source)) <= 0.03


@needs_tesseract
def test_only_the_pages_that_need_it_are_recognised(tmp_path: Path) -> None:
    (image,) = scanned(make_pdf(SHORT, tmp_path / "a.pdf"), Scanner(150))
    sound = ["De gemeente deelt de gegevens van de aanvragers mee aan het agentschap."] * 6
    both = pictured([Image.new("L", (1240, 1754), 255), image], tmp_path / "b.pdf", 150, [sound, []])
    source = read(both)
    assert [page.method for page in source.pages] == ["text-layer", "ocr"]
    assert source.method == "text-layer"
    assert source.notes[0].startswith("Pagina 2 is gelezen met tekenherkenning")


@needs_tesseract
def test_a_layer_that_says_more_than_the_picture_is_kept(tmp_path: Path) -> None:
    blank = Image.new("L", (600, 800), 255)
    words = ["xqzvk jjwqx de gegevens vbnmx qqzzk de aanvrager wxcvz kkjjq"] * 8
    source = read(pictured([blank], tmp_path / "blank.pdf", 72, [words]))
    assert [page.method for page in source.pages] == ["text-layer"]
    assert source.notes == ("Pagina 1: tekenherkenning (OCR) leverde niets beters op dan de tekstlaag.",)


@needs_tesseract
def test_always_recognises_a_sound_page() -> None:
    data = drawn(text_page("Artikel 1: Onderwerp", "De gemeente deelt de gegevens mee."))
    assert read_with(data).method == "text-layer"
    assert read_with(data, "always").method == "ocr"


@needs_tesseract
def test_a_picture_without_words_is_told() -> None:
    grey = io.BytesIO()
    Image.new("L", (300, 400), 180).save(grey, "PNG")
    with pytest.raises(DocumentError) as caught:
        read_with(grey.getvalue())
    assert "geen tekst op herkend" in caught.value.message


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_images_are_read_as_scans(tmp_path: Path, kind: str) -> None:
    (image,) = scanned(make_pdf(SHORT, tmp_path / "a.pdf"), Scanner(150))
    path = tmp_path / "scan.bin"
    image.save(path, kind, dpi=(150, 150))
    source = read(path)
    assert source.media_type == f"image/{kind.lower()}"
    assert source.method == "ocr"
    assert error_rate(words_of(SHORT), body(source)) <= 0.03
    assert abs(source.pages[0].width - 595) < 3


@needs_tesseract
def test_every_page_of_a_tiff_and_the_turn_of_a_camera(tmp_path: Path) -> None:
    (image,) = scanned(make_pdf(SHORT, tmp_path / "a.pdf"), Scanner(150))
    image.save(tmp_path / "two.tif", save_all=True, append_images=[image], compression="tiff_lzw")
    assert [page.method for page in read(tmp_path / "two.tif").pages] == ["ocr", "ocr"]
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright: to be turned a quarter with the clock
    image.rotate(90, expand=True).save(tmp_path / "photo.jpg", exif=exif, quality=85)
    assert "Bosvoorde" in body(read(tmp_path / "photo.jpg"))


# -- without tesseract, and hostile images


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("shutil.which", lambda _: None)
    find_engine.cache_clear()
    yield
    find_engine.cache_clear()


@pytest.mark.usefixtures("lacking")
def test_without_tesseract_a_scan_is_refused_with_the_way_out(tmp_path: Path) -> None:
    data = make_scan(SHORT, tmp_path / "scan.pdf", Scanner(72, noise=False)).read_bytes()
    for choice in ("auto", "always"):
        with pytest.raises(DocumentError) as caught:
            read_with(data, choice)
        assert "tesseract is niet geïnstalleerd" in caught.value.message
        assert "apt install tesseract-ocr tesseract-ocr-nld" in caught.value.hint
        assert caught.value.exit_code == 3


@pytest.mark.usefixtures("lacking")
def test_without_tesseract_the_other_pages_are_read(tmp_path: Path) -> None:
    image = Image.new("L", (595, 842), 200)
    sound = ["De gemeente deelt de gegevens van de aanvragers mee aan het agentschap."] * 6
    path = pictured([image, image], tmp_path / "b.pdf", 72, [sound, []])
    source = read(path)
    assert "aanvragers" in body(source)
    assert source.notes[0].startswith("Pagina 2 bevat een scan of afbeelding zonder tekstlaag")
    assert "apt install tesseract-ocr tesseract-ocr-nld" in source.notes[0]


def test_without_dutch_that_is_what_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    find_engine.cache_clear()
    try:
        with pytest.raises(DocumentError) as caught:
            read_with(drawn(text_page("Artikel 1")), "always")
    finally:
        find_engine.cache_clear()
    assert "zonder Nederlands" in caught.value.message


def test_a_tesseract_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ocr, "find_engine", lambda: Engine("/bin/false"))
    image = Image.new("L", (595, 842), 200)
    sound = ["De gemeente deelt de gegevens van de aanvragers mee aan het agentschap."] * 6
    source = read(pictured([image, image], tmp_path / "b.pdf", 72, [sound, []]))
    assert source.notes[0].startswith("Pagina 2: de tekenherkenning (OCR) mislukte")


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(40), b"\xff\xd8\xff\xe0" + bytes(40), b"II*\x00" + bytes(40), b"GIF89a"],
)
def test_a_broken_image_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_with(data)
    assert "afbeelding" in caught.value.message


def test_an_image_of_too_many_pixels_is_refused_before_it_is_shown() -> None:
    stream = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(stream, "PNG")
    with pytest.raises(DocumentError) as caught:
        read_with(stream.getvalue())
    assert "te groot" in caught.value.message


def test_never_leaves_an_image_unread() -> None:
    stream = io.BytesIO()
    Image.new("L", (300, 400), 255).save(stream, "PNG")
    with pytest.raises(DocumentError) as caught:
        read_with(stream.getvalue(), "never")
    assert "--ocr never" in caught.value.hint
