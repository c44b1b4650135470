import pytest
from reportlab.pdfgen.canvas import Canvas

from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from tests.drawing import columns, drawn, grid


def read_bytes(data: bytes) -> SourceText:
    return read(None, data=data, name="stuk.pdf")


def body(source: SourceText) -> list[str]:
    return [line.text for line in source.lines if line.role == "body"]


# -- columns


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


def test_a_heading_below_a_table_without_rules_is_no_row_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        columns((700, "Naam:", "Bestuur Zandrode"), (686, "Zetel:", "Markt 1, 9999 Zandrode"))(canvas)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 662, "VAK B. WIE KRIJGT?")
        canvas.setFont("Helvetica", 11)
        columns((638, "Naam:", "Agentschap Kim"), (624, "Zetel:", "Laan 2, 1000 Brussel"))(canvas)
        canvas.drawString(72, 600, "WAARVOOR?")

    source = read_bytes(drawn(draw))
    assert [len(table.rows) for table in source.tables] == [2, 2]
    assert "\n\nVAK B. WIE KRIJGT?\n\n" in source.text
    assert source.text.endswith("\n\nWAARVOOR?\n")


def test_heads_over_an_empty_corner_belong_to_the_table_without_rules() -> None:
    rows = (
        (700, "", "Bestuur van Zandrode en van Duinen", "Agentschap Kim"),
        (686, "Zetel", "Markt 1, 9999 Zandrode", "Laan 2, 1000 Brussel"),
        (672, "Tekent", "An Peeters", "Jan Maes"),
    )

    def draw(canvas: Canvas) -> None:
        for y, *cells in rows:
            for x, cell in zip((72, 200, 390), cells, strict=True):
                canvas.drawString(x, y, cell)

    source = read_bytes(drawn(draw))
    (table,) = source.tables
    assert [[cell.of(source.text) for cell in row] for row in table.rows] == [list(row[1:]) for row in rows]


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


def test_tables_that_cannot_be_found_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("pdfplumber.open", broken)
    source = read_bytes(drawn(grid([("Gegeven", "Reden"), ("Naam", "herkennen")], 700)))
    assert " ".join(source.text.split()) == "Gegeven Reden Naam herkennen"
    assert source.notes == ("Pagina 1: de tabellen konden niet als tabel gelezen worden; de tekst wel.",)


def test_a_frame_around_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for y in (700, 640):
            canvas.rect(70, y - 30, 400, 44)
            canvas.drawString(76, y, "Een kader met tekst,")
            canvas.drawString(76, y - 14, "over twee regels.")

    source = read_bytes(drawn(page))
    assert source.tables == ()
    assert body(source)[0] == "Een kader met tekst,"
