"""Pages that are put together in unusual ways; what a person sees is what is read."""

from collections.abc import Callable

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from tests.drawing import SIZE, drawn, grid, text_page

SENTENCES = [
    f"Regel {letter} van het protocol over de mededeling van gegevens aan het agentschap"
    for letter in "abcdefghij"
]

NUMBERS = ("nul", "een", "twee", "drie")


def read_bytes(data: bytes) -> SourceText:
    return read(None, data=data, name="stuk.pdf")


def lines(source: SourceText, role: str = "body") -> list[str]:
    return [line.text for line in source.lines if line.role == role]


def rows(source: SourceText) -> list[list[str]]:
    return [[cell.of(source.text) for cell in row] for table in source.tables for row in table.rows]


# -- what is not to be seen


def test_white_and_inkless_words_are_set_apart_and_told() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Zichtbare tekst van het protocol over de premie.")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 680, "Verborgen zin")
        canvas.setFillColorRGB(0, 0, 0)
        pen = canvas.beginText(72, 660)
        pen.setTextRenderMode(3)
        pen.textOut("Zonder inkt")
        canvas.drawText(pen)

    source = read_bytes(drawn(page))
    assert lines(source) == ["Zichtbare tekst van het protocol over de premie."]
    assert lines(source, "furniture") == ["Verborgen zin", "Zonder inkt"]
    assert source.notes == ("Pagina 1 bevat tekst die niet te zien is; die telt niet mee.",)


def test_white_words_on_a_dark_ground_are_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(60, 690, 400, 30, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 700, "PROTOCOL")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(72, 660, "Tekst van het protocol.")

    source = read_bytes(drawn(page))
    assert lines(source) == ["PROTOCOL", "Tekst van het protocol."]
    assert source.notes == ()


def test_what_lies_outside_the_crop_of_a_page_is_not_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((60, 60, 500, 780))
        canvas.drawString(72, 700, "Binnen de uitsnede")
        canvas.drawString(72, 800, "Snijteken")

    assert lines(read_bytes(drawn(page))) == ["Binnen de uitsnede"]


# -- what is no text of the protocol


def stamped(turn: float) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        number = canvas.getPageNumber()
        canvas.saveState()
        canvas.translate(150, 560)
        canvas.rotate(turn)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.setFillGray(0.9)
        canvas.drawString(0, 0, "ONTWERP")
        canvas.restoreState()
        canvas.setFont("Helvetica", SIZE)
        for index, line in enumerate(SENTENCES):
            canvas.drawString(72, 740 - 20 * index, f"{NUMBERS[number]}: {line}")

    return page


def test_watermark_across_or_along_the_page() -> None:
    for turn in (45, 0):
        source = read_bytes(drawn(stamped(turn), stamped(turn)))
        assert lines(source, "furniture") == ["ONTWERP", "ONTWERP"]
        assert lines(source) == [f"{NUMBERS[number]}: {line}" for number in (1, 2) for line in SENTENCES]


def counted(step: int) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        for index, line in enumerate(SENTENCES, start=1):
            if index % step == 0:
                canvas.setFont("Helvetica", 7)
                canvas.drawRightString(55, 740 - 16 * index, str(index))
            canvas.setFont("Helvetica", SIZE)
            canvas.drawString(72, 740 - 16 * index, line)
        canvas.drawString(72, 500, "Slot.")

    return page


def test_line_numbers_in_the_margin() -> None:
    source = read_bytes(drawn(counted(1)))
    assert lines(source) == [*SENTENCES, "Slot."]
    assert lines(source, "furniture") == [str(number) for number in range(1, 11)]


def test_numbers_of_a_list_stay() -> None:
    items = [f"{number}. Punt {letter}" for number, letter in enumerate("abcdefghij", start=1)]
    assert lines(read_bytes(drawn(text_page("De punten zijn:", *items)))) == ["De punten zijn:", *items]


def lettered(canvas: Canvas) -> None:
    number = canvas.getPageNumber()
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(72, 800, "DUINRODE")
    canvas.setFont("Helvetica", 8)
    canvas.drawRightString(520, 800, "stad aan het water")
    canvas.setFont("Helvetica", SIZE)
    for index, line in enumerate(SENTENCES):
        canvas.drawString(72, 740 - 20 * index, f"{NUMBERS[number]}: {line}")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(72, 50, "Stad Duinrode, Marktplein 1, 9999 Duinrode - info@duinrode.example")
    canvas.drawRightString(520, 40, f"{number} / 3")


def test_a_letterhead_and_a_foot_with_an_address() -> None:
    source = read_bytes(drawn(lettered, lettered, lettered))
    assert lines(source) == [f"{NUMBERS[number]}: {line}" for number in (1, 2, 3) for line in SENTENCES]
    assert lines(source, "furniture")[:3] == [
        "DUINRODE\tstad aan het water",
        "Stad Duinrode, Marktplein 1, 9999 Duinrode - info@duinrode.example",
        "1 / 3",
    ]


# -- how it is drawn


def test_letters_drawn_round_are_bold() -> None:
    def page(canvas: Canvas) -> None:
        pen = canvas.beginText(72, 700)
        pen.setTextRenderMode(2)
        pen.textLine("Artikel 1: Onderwerp")
        pen.setTextRenderMode(0)
        pen.textLine("De gemeente deelt mee.")
        canvas.drawText(pen)

    found = [(line.text, line.bold) for line in read_bytes(drawn(page)).lines]
    assert found == [("Artikel 1: Onderwerp", True), ("De gemeente deelt mee.", False)]


def test_letters_drawn_four_times_are_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for right, up in ((0, 0), (0.3, 0), (0, 0.3), (0.3, 0.3)):
            canvas.drawString(72 + right, 700 + up, "Artikel 1: Onderwerp")

    assert lines(read_bytes(drawn(page))) == ["Artikel 1: Onderwerp"]


def test_text_in_a_form() -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("blok")
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(72, 700, "Tekst in een blok.")
        canvas.endForm()
        canvas.drawString(72, 720, "Tekst ervoor.")
        canvas.doForm("blok")
        canvas.drawString(72, 680, "Tekst erna.")

    assert lines(read_bytes(drawn(page))) == ["Tekst ervoor.", "Tekst in een blok.", "Tekst erna."]


def test_boxes_drawn_after_the_words_they_stand_between() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(84, 700, "ja")
        canvas.drawString(124, 700, "neen")
        canvas.drawString(150, 680, "onder")
        canvas.setFont("ZapfDingbats", SIZE)
        canvas.drawString(72, 660, "o")

    def ticked(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "X")
        canvas.drawString(112, 700, "O")
        canvas.drawString(84, 700, "ja")
        canvas.drawString(124, 700, "neen")

    assert lines(read_bytes(drawn(page)))[:2] == ["ja neen", "onder"]
    assert lines(read_bytes(drawn(ticked))) == ["X ja O neen"]


# -- how the page lies


def test_table_on_a_page_that_lies_on_its_side() -> None:
    cells = [("Gegeven", "Reden"), ("Naam", "herkennen"), ("Adres", "bereiken")]

    def wide(canvas: Canvas) -> None:
        canvas.setPageSize(landscape(A4))
        canvas.drawString(72, 500, "Bijlage 1")
        grid(cells, 480)(canvas)

    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[1], 0)  # reportlab lays the sheet on its side before it turns it
        canvas.rotate(90)
        canvas.drawString(72, 500, "Bijlage 1")
        grid(cells, 480)(canvas)

    for page, size in ((wide, (841.9, 595.3)), (turned, (595.3, 841.9))):
        source = read_bytes(drawn(text_page("Artikel 1: Doel"), page))
        assert rows(source) == [list(row) for row in cells]
        assert (source.pages[1].width, source.pages[1].height) == size


LEFT = [f"linkerkolom, regel {letter} van de lopende tekst" for letter in "abcdefgh"]
RIGHT = [f"rechterkolom, regel {letter} van de lopende tekst" for letter in "abcdefgh"]


def test_running_text_in_two_columns() -> None:
    def by_column(canvas: Canvas) -> None:
        for left, column in ((60, LEFT), (310, RIGHT)):
            for index, line in enumerate(column):
                canvas.drawString(left, 740 - 13 * index, line)

    def by_line(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for index, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
            for left, line in zip((60, 310), pair, strict=True):
                canvas.drawString(left, 740 - 13 * index, line)

    for page in (by_column, by_line):
        assert lines(read_bytes(drawn(page))) == [*LEFT, *RIGHT]


def test_a_label_beside_a_reason_is_no_signature() -> None:
    def page(canvas: Canvas) -> None:
        rows = (("Gegeven", "Reden"), ("Naam", "voor de herkenning"), ("Adres", "voor het bezoek"))
        for index, (left, right) in enumerate(rows):
            canvas.drawString(72, 700 - 14 * index, left)
            canvas.drawString(260, 700 - 14 * index, right)

    assert rows(read_bytes(drawn(page))) == [
        ["Gegeven", "Reden"],
        ["Naam", "voor de herkenning"],
        ["Adres", "voor het bezoek"],
    ]


def test_signatures_drawn_row_by_row_under_a_first_line_for_each_party() -> None:
    def page(canvas: Canvas) -> None:
        pairs = (
            ("Voor de gemeente Duinrode", "Voor het agentschap Zeewering"),
            ("Mieke Vanderzande", "Joris Kwintens"),
            ("algemeen directeur", "administrateur-generaal"),
        )
        for index, (left, right) in enumerate(pairs):
            canvas.drawString(72, 700 - 24 * index, left)
            canvas.drawString(306, 700 - 24 * index, right)

    assert lines(read_bytes(drawn(page))) == [
        "Voor de gemeente Duinrode",
        "Mieke Vanderzande",
        "algemeen directeur",
        "Voor het agentschap Zeewering",
        "Joris Kwintens",
        "administrateur-generaal",
    ]
