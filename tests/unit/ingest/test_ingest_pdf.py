import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from tests.documents import error_rate, headings_of, make_pdf, notes_of, rows_of, words_of

SIZE, PITCH = 11.0, 14.0


def drawn(*pages: Callable[[Canvas], None], lock: StandardEncryption | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, encrypt=lock)
    for page in pages:
        canvas.setFont("Helvetica", SIZE)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def text_page(*lines: str, top: float = 740.0) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        y = top
        for line in lines:
            canvas.drawString(72, y, line)
            y -= PITCH

    return draw


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


# -- columns


def columns(*rows: tuple[float, str, str]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for y, left, right in rows:
            canvas.drawString(72, y, left)
            if right:
                canvas.drawString(330, y, right)

    return draw


def test_signatures_are_read_column_by_column() -> None:
    page = columns(
        (700, "Opgemaakt te Zandrode in twee exemplaren op 3 mei 2024, ieder van de partijen het zijne.", ""),
        (670, "Voor de gemeente Zandrode", "Voor het agentschap Kim"),
        (600, "An Peeters", "Jan Maes"),
        (586, "algemeen directeur", "administrateur-generaal"),
    )
    assert read_bytes(drawn(page)).text == (
        "Opgemaakt te Zandrode in twee exemplaren op 3 mei 2024, ieder van de partijen het zijne.\n\n"
        "Voor de gemeente Zandrode\n\nAn Peeters\nalgemeen directeur\n\n"
        "Voor het agentschap Kim\n\nJan Maes\nadministrateur-generaal\n"
    )


def test_a_row_of_label_and_value_stays_a_row() -> None:
    page = columns(
        (700, "Gegeven", "Rechtvaardiging"),
        (686, "Naam", "om de cliënt te herkennen"),
        (672, "Adres", "om de cliënt te bereiken"),
    )
    source = read_bytes(drawn(page))
    rows = [
        ["Gegeven", "Rechtvaardiging"],
        ["Naam", "om de cliënt te herkennen"],
        ["Adres", "om de cliënt te bereiken"],
    ]
    assert cells(source) == [rows]
    assert source.text == "".join("\t".join(row) + "\n" for row in rows)


CELL_BY_CELL = [
    (200, 700, "Wie meedeelt"), (360, 700, "Wie ontvangt"),
    (72, 686, "Naam"), (200, 686, "Agentschap Kim"), (360, 686, "Gemeente"), (360, 672, "Zandrode"),
    (72, 658, "Vertegenwoordigd"), (72, 644, "door"), (200, 658, "Jan Maes,"), (200, 644, "directeur"),
    (360, 658, "An Peeters"), (72, 630, "Advies"), (360, 630, "3 mei 2024"),
]  # fmt: skip
PARTY_ROWS = [
    ["", "Wie meedeelt", "Wie ontvangt"],
    ["Naam", "Agentschap Kim", "Gemeente\nZandrode"],
    ["Vertegenwoordigd\ndoor", "Jan Maes,\ndirecteur", "An Peeters"],
    ["Advies", "", "3 mei 2024"],
]


@pytest.mark.parametrize("row_by_row", [False, True])
def test_table_without_rules(*, row_by_row: bool) -> None:
    placed = sorted(CELL_BY_CELL, key=lambda cell: (-cell[1], cell[0])) if row_by_row else CELL_BY_CELL

    def page(canvas: Canvas) -> None:
        canvas.drawString(
            72, 730, "De partijen bij dit protocol zijn de volgende instanties, met hun adviezen:"
        )
        for x, y, text in placed:
            canvas.drawString(x, y, text)
        canvas.drawString(72, 600, "Beide partijen zijn verwerkingsverantwoordelijke voor hun verwerking.")

    source = read_bytes(drawn(page))
    assert cells(source) == [PARTY_ROWS]
    assert source.lines[-1].text.startswith("Beide partijen")


def test_indented_list_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for y, label, text in (
            (700, "Artikel 1", "Onderwerp"),
            (686, "Artikel 2", "Doel"),
            (672, "Artikel 3", "Data"),
        ):
            canvas.drawString(72, y, label)
            canvas.drawString(260, y, text)

    assert read_bytes(drawn(page)).tables == ()


def test_a_label_on_a_tab_stays_with_its_text() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "A.")
        canvas.drawString(125, 700, "De gemeente is een instantie.")
        canvas.drawString(72, 680, "Artikel 2")
        canvas.drawString(180, 680, "Doel")

    assert body(read_bytes(drawn(page))) == ["A. De gemeente is een instantie.", "Artikel 2 Doel"]


# -- tables


def grid(
    rows: list[tuple[str, str]], top: float, heights: list[int] | None = None
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        y = top
        for (left, right), lines in zip(rows, heights or [1] * len(rows), strict=True):
            height = 16 * lines
            canvas.rect(72, y - height, 150, height)
            canvas.rect(222, y - height, 300, height)
            for x, cell in ((76, left), (226, right)):
                for index, piece in enumerate(cell.split("\n")):
                    canvas.drawString(x, y - 12 - 14 * index, piece)
            y -= height

    return draw


def cells(source: SourceText) -> list[list[list[str]]]:
    return [[[cell.of(source.text) for cell in row] for row in table.rows] for table in source.tables]


def test_ruled_table_row_by_row() -> None:
    rows = [("Gegeven", "Reden"), ("Naam en\nvoornaam", "om de cliënt\nte herkennen"), ("Adres", "")]

    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 760, "De gegevens zijn:")
        grid(rows, 740, [1, 2, 1])(canvas)
        canvas.drawString(72, 600, "Verder niets.")

    source = read_bytes(drawn(page))
    assert cells(source) == [[list(row) for row in rows]]
    assert source.text == (
        "De gegevens zijn:\n\nGegeven\tReden\nNaam en\nvoornaam\tom de cliënt\nte herkennen\nAdres\t\n\n"
        "Verder niets.\n"
    )
    assert [(line.text, line.index) for line in source.lines][3:7] == [
        ("Naam en", 3),
        ("voornaam", 4),
        ("om de cliënt", 3),
        ("te herkennen", 4),
    ]


def test_table_goes_on_over_the_page_with_its_header_repeated() -> None:
    first = grid([("Gegeven", "Reden"), ("Naam", "herkennen")], 120)
    second = grid([("Gegeven", "Reden"), ("Adres", "bereiken")], 760)
    source = read_bytes(drawn(first, second))
    assert cells(source) == [[["Gegeven", "Reden"], ["Naam", "herkennen"], ["Adres", "bereiken"]]]
    assert [line.text for line in source.lines if line.role == "furniture"] == ["Gegeven", "Reden"]


def test_row_that_a_page_break_parts_is_one_row() -> None:
    first = grid([("Gegeven", "Reden"), ("Naam", "om de cliënt te")], 120)
    second = grid([("", "herkennen"), ("Adres", "bereiken")], 760)
    source = read_bytes(drawn(first, second))
    assert cells(source) == [
        [["Gegeven", "Reden"], ["Naam", "om de cliënt te\nherkennen"], ["Adres", "bereiken"]]
    ]
    assert [line.page for line in source.lines if line.text == "herkennen"] == [2]


def test_a_frame_around_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for y in (700, 640):
            canvas.rect(70, y - 30, 400, 44)
            canvas.drawString(76, y, "Een kader met tekst,")
            canvas.drawString(76, y - 14, "over twee regels.")

    source = read_bytes(drawn(page))
    assert source.tables == ()
    assert body(source)[0] == "Een kader met tekst,"


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


# -- refusals


def test_encrypted() -> None:
    page = text_page("Artikel 1: Onderwerp")
    data = drawn(page, lock=StandardEncryption("geheim", canPrint=1))
    assert "beveiligd met een wachtwoord" in refused(data)
    assert "opent stuk.pdf niet" in refused(data, "fout")
    assert body(read_bytes(data, "geheim")) == ["Artikel 1: Onderwerp"]
    owner_only = drawn(page, lock=StandardEncryption("", ownerPassword="baas"))
    assert body(read_bytes(owner_only)) == ["Artikel 1: Onderwerp"]


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
    data = drawn(picture, picture)
    message = refused(data)
    assert "geen tekstlaag" in message
    assert "2 pagina's" in message
    with pytest.raises(DocumentError) as caught:
        read_bytes(data)
    assert "ocrmypdf -l nld" in caught.value.hint


def test_pages_without_text_are_told() -> None:
    source = read_bytes(drawn(text_page("Artikel 1: Onderwerp"), picture, lambda _: None, picture))
    assert len(source.notes) == 2
    assert source.notes[0].startswith("Pagina's 2 en 4 bevatten een scan")
    assert source.notes[1] == "Pagina 3 is leeg."
    assert [page.method for page in source.pages] == ["text-layer", "none", "none", "none"]


def test_too_many_pages() -> None:
    assert "te veel pagina's (meer dan 300)" in refused(drawn(*[lambda _: None] * 301))


# -- whole protocols


@pytest.mark.parametrize("number", ["001", "004"])
@pytest.mark.parametrize(
    "options",
    [
        {"foot": "Pagina {page} van {pages}"},
        {
            "font": "Helvetica",
            "size": 11,
            "leading": 1.2,
            "head": "Protocol versie 2",
            "foot": "{page}/{pages}",
        },
        {"font": "Times-Roman", "size": 12, "leading": 1.15, "justify": True, "gap": 0.5},
    ],
)
def test_seeds_as_pdf(seeds: Path, tmp_path: Path, number: str, options: dict[str, object]) -> None:
    text = next(seeds.glob(f"{number}*")).read_text(encoding="utf-8")
    source = read(make_pdf(text, tmp_path / "p.pdf", **options))
    hidden = {i for span in source.markup for i in range(span.start, span.end)}
    lines = [
        "".join(c for i, c in enumerate(line.text, line.span.start) if i not in hidden)
        for line in source.lines
        if line.role not in {"furniture", "footnote"}
    ]
    found = whole_words(lines)
    assert error_rate(whole_words(words_of(text)), found) <= 0.01
    running = " ".join(found)
    assert [h for h in headings_of(text) if " ".join(whole_words(h.split())) not in running] == []
    rows = [
        [" ".join(whole_words(cell.of(source.text).split("\n"))) for cell in row]
        for t in source.tables
        for row in t.rows
    ]
    assert rows == [[" ".join(whole_words([cell])) for cell in row] for row in rows_of(text)]
    notes = " ".join(line.text for line in source.lines if line.role == "footnote")
    assert len(notes.split()) == sum(len(note.split()) + 1 for _, note in notes_of(text))


def whole_words(lines: list[str]) -> list[str]:
    """Join what a line end parts at a hyphen, as the repair will; hyphens do not count."""
    text = ""
    for line in lines:
        text += line if text.endswith("-") or not text else f" {line}"
    return [word for word in text.replace("-", "").split() if word]
