"""PDF pages: paragraphs that go on overleaf, and footnotes beside what cites them."""

from __future__ import annotations

from pathlib import Path

from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from tests.documents import make_pdf
from tests.drawing import drawn, text_page

UPPER = (
    "Artikel 2. De gemeente Dennevoort gebruikt de gegevens om de aanvraag te",
    "beoordelen en om de toelage te betalen aan wie er volgens het reglement van de",
)
LOWER = ("gemeenteraad recht op heeft.", "", "Artikel 3. Ook de dienst Premies leest de gegevens.")


def read_bytes(data: bytes) -> SourceText:
    return read(None, data=data, name="proef.pdf")


def body(source: SourceText) -> list[str]:
    return [line.text for line in source.lines if line.role == "body"]


def test_the_rest_of_a_paragraph_stands_before_the_foot_of_the_page() -> None:
    foot = ("",) * 44
    source = read_bytes(drawn(text_page(*UPPER, *foot, "Pagina 1 van 2"), text_page(*LOWER)))
    assert [line.text for line in source.lines][:4] == [*UPPER, LOWER[0], "Pagina 1 van 2"]
    moved = source.lines[2]
    assert (moved.page, moved.index) == (2, 1)
    assert (source.lines[4].page, source.lines[4].index) == (2, 2)


def test_a_heading_or_a_new_entry_overleaf_stays_there() -> None:
    foot = ("",) * 44
    ended = (UPPER[0], "beoordelen.")
    source = read_bytes(
        drawn(text_page(*ended, *foot, "Pagina 1 van 2"), text_page("gemeenteraad van Dennevoort"))
    )
    assert [line.text for line in source.lines][2] == "Pagina 1 van 2"
    source = read_bytes(
        drawn(text_page(*UPPER, *foot, "Pagina 1 van 2"), text_page("2) De dienst Premies leest."))
    )
    assert [line.text for line in source.lines][2] == "Pagina 1 van 2"


PAPER = (
    "Artikel 1: Doel\n\nDe gemeente Dennevoort gebruikt de gegevens voor de toelage¹ en niets anders.\n\n"
    "Artikel 2: Bewaring\n\n" + "De gemeente wist de gegevens na drie jaar. " * 6 + "\n\n"
    "¹ Vastgesteld door de gemeenteraad op 3 mei 2022.\n"
)


def test_a_footnote_stands_behind_the_paragraph_that_cites_it(tmp_path: Path) -> None:
    source = read(make_pdf(PAPER, tmp_path / "noot.pdf"))
    texts = [line.text for line in source.lines]
    note = next(i for i, line in enumerate(source.lines) if line.role == "footnote")
    assert texts[note].startswith("¹ Vastgesteld door de gemeenteraad")
    assert texts.index("Artikel 2: Bewaring") > note
    # Its number is still that of its place on paper: below all of the text.
    assert source.lines[note].index > source.lines[texts.index("Artikel 2: Bewaring")].index


def test_a_line_of_a_footnote_that_opens_with_a_day_stays_with_it(tmp_path: Path) -> None:
    note = (
        "¹ Opgericht bij het decreet van 3 mei 2019 tot wijziging van het decreet op de zwembaden, de "
        "stranden en de havens van"
    )
    text = PAPER.replace("¹ Vastgesteld door de gemeenteraad op", f"{note} 30 april 2004 en van")
    source = read(make_pdf(text, tmp_path / "dag.pdf", font="Helvetica"))
    lines = [line.text for line in source.lines if line.role == "footnote"]
    assert [line[:8] for line in lines] == ["¹ Opgeri", "30 april"]
    places = [i for i, line in enumerate(source.lines) if line.role == "footnote"]
    assert places[1] == places[0] + 1
