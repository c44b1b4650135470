from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from tests.drawing import SIZE, drawn, grid, text_page


def read_bytes(data: bytes, password: str = "") -> SourceText:
    return read(None, data=data, name="stuk.pdf", password=password)


def body(source: SourceText) -> list[str]:
    return [line.text for line in source.lines if line.role == "body"]


def refused(data: bytes, password: str = "") -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, password)
    assert caught.value.hint
    return caught.value.message


# -- lines and paragraphs


def test_lines_pages_and_boxes() -> None:
    source = read_bytes(drawn(text_page("Artikel 1: Cliënten", "Tekst één."), text_page("Artikel 2: Doel")))
    assert source.text == "Artikel 1: Cliënten\nTekst één.\n\fArtikel 2: Doel\n"
    assert [(line.page, line.index) for line in source.lines] == [(1, 1), (1, 2), (2, 1)]
    assert [page.span.of(source.text) for page in source.pages] == [
        "Artikel 1: Cliënten\nTekst één.\n",
        "Artikel 2: Doel\n",
    ]
    box = source.lines[0].box
    assert box is not None
    assert (box.page, round(box.x0)) == (1, 72)
    assert 841.89 - 740 - SIZE < box.top < 841.89 - 740 < box.bottom < 841.89 - 740 + SIZE / 2
    assert source.method == "text-layer"
    assert (source.pages[0].method, source.pages[0].width) == ("text-layer", 595.3)


def test_blank_line_where_the_gap_is_wider() -> None:
    def page(canvas: Canvas) -> None:
        for y, line in (
            (700, "Eerste alinea van de"),
            (686, "tekst."),
            (664, "Tweede alinea"),
            (650, "ook."),
        ):
            canvas.drawString(72, y, line)

    assert read_bytes(drawn(page)).text == "Eerste alinea van de\ntekst.\n\nTweede alinea\nook.\n"


def test_hyphen_at_the_end_of_a_line_stays() -> None:
    lines = ("De hulp-", "en dienstverlening voor kwets-", "bare gezinnen via e-", "mail.")
    assert body(read_bytes(drawn(text_page(*lines)))) == list(lines)


def test_bold_lines_by_font_name() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", SIZE)
        canvas.drawString(72, 700, "Artikel 1: Onderwerp")
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(72, 680, "De gemeente")

    assert [(line.text, line.bold) for line in read_bytes(drawn(page)).lines] == [
        ("Artikel 1: Onderwerp", True),
        ("De gemeente", False),
    ]


def test_words_printed_twice_are_read_once() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Artikel 1: Onderwerp")
        canvas.drawString(72.3, 700, "Artikel 1: Onderwerp")

    assert body(read_bytes(drawn(page))) == ["Artikel 1: Onderwerp"]


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_boxes_on_a_rotated_page(turns: int) -> None:
    """The sheet is turned and its text with it: it reads upright, and boxes follow what is shown."""
    corner = {90: (A4[1], 0.0), 180: A4, 270: (0.0, A4[0])}[turns]  # a turned sheet lies on its side

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turns)
        canvas.translate(*corner)
        canvas.rotate(turns)
        canvas.drawString(100, 300, "Artikel 1: Onderwerp")
        canvas.drawString(100, 286, "Tekst eronder")

    source = read_bytes(drawn(page))
    assert body(source) == ["Artikel 1: Onderwerp", "Tekst eronder"]
    first = source.lines[0].box
    assert first is not None
    assert (round(first.x0), round(first.bottom)) == (100, round(A4[1] - 300 + 2.3))


def test_page_box_that_does_not_start_at_zero() -> None:
    data = drawn(text_page("Artikel 1: Onderwerp"))
    moved = data.replace(b"/MediaBox [ 0 0 595.2756 841.8898 ]", b"/MediaBox [ 50 20 595.275 841.88 ] ")
    assert moved != data
    box = read_bytes(moved).lines[0].box
    assert box is not None
    assert round(box.x0) == 22


def test_text_beside_the_page_is_not_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Zichtbaar")
        canvas.drawString(900, 700, "Verborgen")

    assert body(read_bytes(drawn(page))) == ["Zichtbaar"]


def test_raised_number_is_a_superscript() -> None:
    def page(canvas: Canvas) -> None:
        pen = canvas.beginText(72, 700)
        pen.textOut("De gemeente")
        pen.setFont("Helvetica", 6.5)
        pen.setRise(4)
        pen.textOut("1")
        pen.setFont("Helvetica", SIZE)
        pen.setRise(0)
        pen.textOut(", en 5 m")
        pen.setFont("Helvetica", 6.5)
        pen.setRise(4)
        pen.textOut("2")
        canvas.drawText(pen)

    source = read_bytes(drawn(page))
    assert body(source) == ["De gemeente¹, en 5 m²"]
    assert source.markup == ()  # no note 1 or 2 stands in this document


# -- heads, feet and notes


def test_running_heads_and_page_numbers_are_furniture() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 800, "Protocol Zandrode - versie 2")
            canvas.drawString(72, 760, f"Artikel {number * 3}")
            canvas.drawString(72, 740, f"Tekst van artikel {number * 3}.")
            canvas.drawCentredString(297, 30, f"{number}/4")

        return draw

    source = read_bytes(drawn(*map(page, range(1, 5))))
    assert [line.text for line in source.lines if line.role == "furniture"] == [
        text for n in range(1, 5) for text in ("Protocol Zandrode - versie 2", f"{n}/4")
    ]
    assert body(source) == [
        text for n in range(1, 5) for text in (f"Artikel {n * 3}", f"Tekst van artikel {n * 3}.")
    ]


def test_one_page_keeps_its_title_and_loses_its_number() -> None:
    source = read_bytes(drawn(text_page("PROTOCOL", "tekst 1", top=800), text_page("Slot", top=800)))
    assert [line.role for line in source.lines] == ["body", "body", "body"]


def note_page(canvas: Canvas) -> None:
    pen = canvas.beginText(72, 700)
    pen.textOut("De gemeente")
    pen.setFont("Helvetica", 6.5)
    pen.setRise(4)
    pen.textOut("1")
    pen.setFont("Helvetica", SIZE)
    pen.setRise(0)
    pen.textOut(" deelt gegevens met het agentschap voor de")
    canvas.drawText(pen)
    for number in range(8):
        canvas.drawString(72, 686 - 14 * number, "uitvoering van haar taken en voor niets anders dan dat")
    canvas.line(72, 92, 200, 92)
    pen = canvas.beginText(72, 80)
    pen.setFont("Helvetica", 5.5)
    pen.setRise(3)
    pen.textOut("1")
    pen.setRise(0)
    pen.setFont("Helvetica", 8.5)
    pen.textOut(" Opgericht bij decreet van 3 mei 2019 tot regeling")
    canvas.drawText(pen)
    canvas.drawString(72, 69, "van de werking.")


def test_footnotes_by_size_and_place() -> None:
    source = read_bytes(drawn(note_page))
    assert [line.text for line in source.lines if line.role == "footnote"] == [
        "¹ Opgericht bij decreet van 3 mei 2019 tot regeling",
        "van de werking.",
    ]
    assert [span.of(source.text) for span in source.markup] == ["¹"]
    assert source.lines[0].text.startswith("De gemeente¹ deelt")


def two_columns(canvas: Canvas) -> None:
    """A note by the same letters in the running text of the right column, above other paragraphs."""
    left = ["de gemeente bezorgt elke week een lijst", "aan de dienst die de premie behandelt en"] * 12
    mark = ["¹ Een medewerker mag met het akkoord van", "de aanvrager de bond verwittigen."]
    right = [*left[:8], "", *mark, "", *left[:13]]
    for x, lines in ((60, left), (310, right)):
        for number, line in enumerate(lines):
            canvas.drawString(x, 720 - 14 * number, line)


def test_text_below_a_note_in_a_column_stays_in_that_column() -> None:
    source = read_bytes(drawn(two_columns))
    assert [line.text for line in source.lines if line.role == "footnote"] == [
        "¹ Een medewerker mag met het akkoord van",
        "de aanvrager de bond verwittigen.",
    ]
    body_lines = body(source)
    assert len(body_lines) == 24 + 21
    assert body_lines[::2][:12] == ["de gemeente bezorgt elke week een lijst"] * 12


def cells(source: SourceText) -> list[list[list[str]]]:
    return [[[cell.of(source.text) for cell in row] for row in table.rows] for table in source.tables]


# -- refusals


def test_encrypted() -> None:
    page = text_page("Artikel 1: Onderwerp")
    data = drawn(page, lock=StandardEncryption("geheim", canPrint=1))
    assert "beveiligd met een wachtwoord" in refused(data)
    assert "opent stuk.pdf niet" in refused(data, "fout")
    assert body(read_bytes(data, "geheim")) == ["Artikel 1: Onderwerp"]
    owner_only = drawn(page, lock=StandardEncryption("", ownerPassword="baas"))
    assert body(read_bytes(owner_only)) == ["Artikel 1: Onderwerp"]
    assert body(read_bytes(owner_only, "van de bijlage")) == ["Artikel 1: Onderwerp"]


def test_encrypted_table() -> None:
    page = grid([("Gegeven", "Reden"), ("Naam", "herkennen")], 700)
    data = drawn(page, lock=StandardEncryption("geheim", canPrint=1))
    assert cells(read_bytes(data, "geheim")) == [[["Gegeven", "Reden"], ["Naam", "herkennen"]]]


def test_truncated_and_flipped() -> None:
    data = drawn(*[text_page("Artikel 1: Onderwerp")] * 4)
    assert "beschadigd" in refused(data[: len(data) * 6 // 10])
    assert "beschadigd" in refused(b"%PDF-1.7\n" + b"x" * 300)


def test_junk_before_the_header() -> None:
    assert body(read_bytes(b"junk\n" * 20 + drawn(text_page("Artikel 1")))) == ["Artikel 1"]


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)


def test_scan_without_text_layer() -> None:
    with pytest.raises(DocumentError) as caught:
        read(None, data=drawn(picture, picture), name="stuk.pdf", options=ReadOptions(ocr="never"))
    assert "geen tekstlaag" in caught.value.message
    assert "2 pagina's" in caught.value.message
    assert "--ocr never" in caught.value.hint


def test_pages_without_text_are_told() -> None:
    data = drawn(text_page("Artikel 1: Onderwerp"), picture, lambda _: None, picture)
    source = read(None, data=data, options=ReadOptions(ocr="never"))
    assert len(source.notes) == 2
    assert source.notes[0].startswith("Pagina's 2 en 4 bevatten een scan")
    assert source.notes[1] == "Pagina 3 is leeg."
    assert [page.method for page in source.pages] == ["text-layer", "none", "none", "none"]


def test_too_many_pages() -> None:
    assert "te veel pagina's (meer dan 1.000)" in refused(drawn(*[lambda _: None] * 1_001))
