"""Tracked changes: the same file read as it will be, and as it was."""

import pytest

from protocheck.ingest.read import read
from protocheck.model.options import ReadOptions, View
from protocheck.model.text import SourceText
from tests.word_parts import abstract, docx, item, level, num, p, tc, tr

VIEWS: tuple[View, View] = ("final", "original")


def viewed(body: str, view: View, **parts: str) -> SourceText:
    return read(None, data=docx(body, **parts), name="ontwerp.docx", options=ReadOptions(view=view))


def both(body: str, **parts: str) -> list[list[str]]:
    return [[line.text for line in viewed(body, view, **parts).lines] for view in VIEWS]


def ins(text: str) -> str:
    return f'<w:ins w:id="1" w:author="An"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'


def gone(text: str, wrapper: str = "del") -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:{wrapper} w:id="2" w:author="An">{run}</w:{wrapper}>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str, properties: str = "") -> str:
    return f'<w:pPr>{properties}<w:rPr><w:{kind} w:id="3"/></w:rPr></w:pPr>'


def test_insertions_and_deletions() -> None:
    body = f"<w:p>{run('De termijn is ')}{gone('een')}{ins('twee')}{run(' jaar.')}</w:p>"
    assert both(body) == [["De termijn is twee jaar."], ["De termijn is een jaar."]]
    notes = [viewed(body, view).notes for view in VIEWS]
    assert "zonder de schrappingen" in notes[0][0]
    assert "oorspronkelijke tekst" in notes[1][0]
    assert viewed(p("Niets."), "original").notes == ()


def test_an_insertion_that_was_deleted_again_is_in_neither() -> None:
    body = f"<w:p>{run('a')}<w:ins>{gone('b')}</w:ins>{run('c')}</w:p>"
    assert both(body) == [["ac"], ["ac"]]


def test_moves() -> None:
    moved = run("Verplaatst.")
    body = (
        f'<w:p>{mark("moveFrom")}<w:moveFrom w:id="4">{moved}</w:moveFrom></w:p>'
        + p("Midden.")
        + f'<w:p>{mark("moveTo")}<w:moveTo w:id="5">{moved}</w:moveTo></w:p>'
        + p("Slot.")
    )
    assert both(body) == [["Midden.", "Verplaatst.", "Slot."], ["Verplaatst.", "Midden.", "Slot."]]


def test_paragraph_marks() -> None:
    split = f"<w:p>{mark('ins')}{run('Eerste ')}</w:p>" + p("en tweede.")
    joined = f"<w:p>{mark('del')}{run('Derde ')}</w:p>" + p("en vierde.")
    assert both(split + joined) == [
        ["Eerste", "en tweede.", "Derde en vierde."],
        ["Eerste en tweede.", "Derde", "en vierde."],
    ]


def test_a_last_paragraph_without_its_mark_is_kept() -> None:
    lost = f"<w:p>{mark('del')}{run('Blijft.')}</w:p>"
    table = "<w:tbl>" + tr(tc(lost), tc(p("Rechts."))) + "</w:tbl>"
    source = viewed(lost + table + lost, "final")
    assert source.text == "Blijft.\n\nBlijft.\tRechts.\n\nBlijft.\n"


def test_automatic_numbers_follow_the_view() -> None:
    numbering = abstract(0, level(0, "Artikel %1:")) + num(1, 0)
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        item("Onderwerp", 1)
        + f"<w:p>{mark('ins', properties)}{ins('Begrippen')}</w:p>"
        + item("Doel", 1)
        + f"<w:p>{mark('del', properties)}{gone('Vergoeding')}</w:p>"
        + item("Duur", 1)
    )
    assert both(body, numbering=numbering) == [
        ["Artikel 1: Onderwerp", "Artikel 2: Begrippen", "Artikel 3: Doel", "Artikel 4: Duur"],
        ["Artikel 1: Onderwerp", "Artikel 2: Doel", "Artikel 3: Vergoeding", "Artikel 4: Duur"],
    ]


def test_properties_before_they_were_changed() -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0)
    now = '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    inserted = '<w:numPr><w:numId w:val="1"/><w:ins w:id="7"/></w:numPr>'
    body = p("Doel", f"{now}<w:pPrChange><w:pPr/></w:pPrChange>") + p("Lid", inserted)
    roles = [[(line.text, line.role) for line in viewed(body, v, numbering=numbering).lines] for v in VIEWS]
    assert roles == [
        [("1. Doel", "heading"), ("2. Lid", "body")],
        [("Doel", "body"), ("Lid", "body")],
    ]


def test_rows_and_cells() -> None:
    def row(kind: str, first: str) -> str:
        return f'<w:tr><w:trPr><w:{kind} w:id="6"/></w:trPr>{tc(p(first))}{tc(p("x"))}</w:tr>'

    extra = '<w:cellIns w:id="8"/>'
    body = (
        "<w:tbl>" + tr(tc(p("Gegeven")), tc(p("Reden")), tc(p("nieuw"), extra))
        + row("ins", "Adres") + row("del", "Foto") + tr(tc(p("Naam")), tc(p("y"))) + "</w:tbl>"
    )  # fmt: skip
    rows = [
        [[cell.of(source.text) for cell in row] for row in source.tables[0].rows]
        for source in (viewed(body, view) for view in VIEWS)
    ]
    assert rows == [
        [["Gegeven", "Reden", "nieuw"], ["Adres", "x"], ["Naam", "y"]],
        [["Gegeven", "Reden"], ["Foto", "x"], ["Naam", "y"]],
    ]


def test_notes_and_heads() -> None:
    def cited(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    body = (
        f"<w:p>{run('Tekst')}<w:ins>{cited(2)}</w:ins>{cited(3)}</w:p>"
        '<w:sectPr><w:headerReference r:id="p1"/></w:sectPr>'
    )
    notes = (
        f'<w:footnote w:id="2"><w:p>{run("Nieuw.")}</w:p></w:footnote>'
        f'<w:footnote w:id="3"><w:p>{gone("Oud")}{ins("Jong")}{run(".")}</w:p></w:footnote>'
    )
    head = f"<w:p>{run('Ontwerp ')}{gone('1')}{ins('2')}</w:p>"
    assert both(body, footnotes=notes, header=head) == [
        ["Ontwerp 2", "Tekst¹²", "¹ Nieuw.", "² Jong."],
        ["Ontwerp 1", "Tekst¹", "¹ Oud."],
    ]


def test_what_hangs_on_a_joined_paragraph_stays() -> None:
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{mark('del')}{run('Eerste')}{cited}</w:p>" + p(" en tweede.")
    source = viewed(body, "final", footnotes=f'<w:footnote w:id="2">{p("Noot.")}</w:footnote>')
    assert source.text == "Eerste¹ en tweede.\n\n¹ Noot.\n"
    assert [span.of(source.text) for span in source.markup] == ["¹"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_nothing_but_changes_is_a_document(view: View) -> None:
    body = f"<w:p>{ins('Nieuw.')}{gone('Oud.')}</w:p>"
    assert viewed(body, view).text == {"final": "Nieuw.\n", "original": "Oud.\n"}[view]
