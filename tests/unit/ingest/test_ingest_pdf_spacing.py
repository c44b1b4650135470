"""False blanks are told and mended at their source, and clean pages stay as they are."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from protocheck.ingest.pdf_spacing import is_damaged, is_mended
from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from scripts.spacing_damage import DAMAGES, Damage, damage
from tests.documents import error_rate, make_pdf, words_of
from tests.drawing import SIZE, drawn

PAPER = Path(__file__).parents[3] / "corpus" / "schoolpremie-wilgenbeke" / "protocol.txt"
TEXT = PAPER.read_text("utf-8")


def words(source: SourceText) -> list[str]:
    body = "\n".join(line.text for line in source.lines if line.role == "body")
    return body.replace("-\n", "-").split()


@pytest.mark.parametrize("font", ["Vera", "LiberationSerif-Italic", "LiberationMono"])
@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_spacing_is_read_as_printed(tmp_path: Path, kind: Damage, font: str) -> None:
    clean = make_pdf(TEXT, tmp_path / "gaaf.pdf", font=font, justify=True)
    source = read(damage(clean, tmp_path / "stuk.pdf", kind))
    assert error_rate(words(read(clean)), words(source)) <= 0.005


@pytest.mark.parametrize("kind", ["narrow", "constant", "fake-blanks"])
def test_pages_say_that_their_words_were_told_by_advances(tmp_path: Path, kind: Damage) -> None:
    source = read(damage(make_pdf(TEXT, tmp_path / "gaaf.pdf"), tmp_path / "stuk.pdf", kind))
    assert source.method == "learned-advances"
    assert {page.method for page in source.pages} == {"learned-advances"}


@pytest.mark.parametrize("font", ["Vera", "Helvetica", "Courier", "Times-Roman", "LiberationSerif-Italic"])
@pytest.mark.parametrize("justify", [False, True])
def test_clean_pages_are_left_alone(tmp_path: Path, font: str, *, justify: bool) -> None:
    source = read(make_pdf(TEXT, tmp_path / "gaaf.pdf", font=font, justify=justify))
    assert {page.method for page in source.pages} == {"text-layer"}
    assert error_rate(words_of(TEXT), words(source)) <= 0.01


def test_spaced_letters(tmp_path: Path) -> None:
    source = read(make_pdf(TEXT, tmp_path / "gespatieerd.pdf", tracking=0.2))
    assert error_rate(words_of(TEXT), words(source)) <= 0.01


def test_a_spaced_heading_above_running_text() -> None:
    lines = [line for line in TEXT.split("\n") if line][:30]

    def page(canvas: Canvas) -> None:
        pen = canvas.beginText(72, 760)
        pen.setFont("Helvetica", SIZE)
        pen.setCharSpace(4)
        pen.textLine("PROTOCOL TUSSEN")
        pen.setCharSpace(0)
        for line in lines:
            pen.textLine(line[:80])
        canvas.drawText(pen)

    assert next(line.text for line in read(None, data=drawn(page), name="x.pdf").lines) == "PROTOCOL TUSSEN"


def test_too_little_to_learn_from_is_left_to_repair() -> None:
    assert not is_damaged("D e gem eente".split())


def test_lists_and_forms_are_not_damaged() -> None:
    text = "De gemeente deelt de gegevens mee zoals bedoeld in artikel zes lid een punt c) van de verordening"
    assert not is_damaged(["x", "X", "1", "-", "§", "u", *text.split()])


def test_mending_must_help() -> None:
    before = "D e gem eente deelt de ge ge vens mee".split()
    assert is_mended(before, "De gemeente deelt de gegevens mee".split())
    assert not is_mended(before, before)
    assert not is_mended(before, ["Degemeentedeeltdegegevensmee"])
    assert not is_mended(before, ["De", "gemeente"])
