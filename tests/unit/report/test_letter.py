"""The advice as a letter, in Word and PDF: all of it there, in order, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import PIL.Image
import pytest
from docx.oxml.ns import qn

from protocheck.errors import UsageError
from protocheck.ingest.read import read
from protocheck.language import day
from protocheck.model.letter import Clause, Condition, Heading, Letter, Paragraph, Rows
from protocheck.model.letterhead import Letterhead
from protocheck.report import word_template
from protocheck.report.letter import letter
from protocheck.report.letters import WRITERS
from tests import office
from tests.unit.reports import report

HEAD = Letterhead(
    service="Dienst informatieveiligheid",
    organisation="Stad Wilgenbeke",
    address=("Markt 1", "9999 Wilgenbeke"),
    reference="2026/12",
    author="An Voorbeeld",
    function="functionaris voor gegevensbescherming",
    place="Wilgenbeke",
    date=dt.date(2026, 3, 9),
)


def made() -> Letter:
    return letter(report(), HEAD)


def headings(given: Letter) -> list[str]:
    return [block.text for block in given.blocks if isinstance(block, Heading)]


def test_the_parts_stand_in_the_order_of_an_advice() -> None:
    assert headings(made()) == [
        "Aanleiding",
        "Rechtsgrond",
        "Analyse",
        "7. De periodiciteit en duur",
        "8. De sancties",
        "Advies",
        "Wat te doen",
        "Opmerkingen",
        "Bekendmaking",
        "Verantwoording",
        "De twaalf in één oogopslag",
    ]


def test_the_details_name_date_addressees_and_reference() -> None:
    assert made().details == (
        ("Datum", "9 maart 2026"),
        ("Bestemd voor", "Gemeente Wilgenbeke, Agentschap Wonen"),
        ("Kenmerk", "2026/12"),
        ("Document", "protocol.txt"),
    )
    assert made().signature == (
        "Wilgenbeke, 9 maart 2026",
        "An Voorbeeld",
        "functionaris voor gegevensbescherming",
        "Dienst informatieveiligheid",
    )


def test_without_letterhead_nothing_is_made_up() -> None:
    bare = letter(report())
    assert bare.signature == ()
    assert [name for name, _ in bare.details] == ["Bestemd voor", "Document"]


def test_the_addressee_that_is_named_goes_before_the_parties() -> None:
    assert ("Bestemd voor", "OCMW Wilgenbeke") in letter(
        report(), Letterhead(addressee="OCMW Wilgenbeke")
    ).details


def test_a_point_opens_with_its_status_and_tells_its_remarks() -> None:
    blocks = made().blocks
    at = blocks.index(Heading("8. De sancties", 2, "EGOV-08"))
    first, remark = blocks[at + 1 : at + 3]
    assert isinstance(first, Paragraph)
    assert first.lead == "Ontbreekt."
    assert remark == Paragraph("Dit staat enkel in een bijlage.", lead="Opmerking:")


def test_each_condition_carries_its_model_wording() -> None:
    first, second = (block for block in made().blocks if isinstance(block, Condition))
    assert (first.number, first.title) == (1, "De sancties")
    assert first.body[-1] == Clause(("De gemeente Wilgenbeke meldt dat.", "- [termijn];", "- [kanaal]."))
    assert (second.number, second.title) == (2, "Te vroeg in werking")


def test_the_account_names_what_was_judged_and_by_what() -> None:
    account = next(block for block in made().blocks if isinstance(block, Rows))
    assert account.rows[0] == ("Document", "protocol.txt; gewone tekst")
    assert account.rows[-2] == ("Vingerafdruk (SHA-256)", "ab" * 32)
    said = {row[0]: row[1] for row in account.rows}
    assert len(said["Vingerafdruk (SHA-256)"]) == 64
    assert said["Regels"] == "egov-art8@1"
    assert said["Programma"] == "protocheck 1.2.3"


def test_what_was_set_aside_is_told_with_its_reason() -> None:
    given = report()
    waived = replace(given.findings[0], waived="mag zo", waived_by="An", waived_until=dt.date(2026, 12, 31))
    blocks = letter(replace(given, findings=(waived,))).blocks
    assert blocks[-2] == Heading("Opzijgezette bevindingen", 2)
    assert "D301, Te vroeg in werking (artikel 5): mag zo (An, tot en met 31 december 2026)." in str(
        blocks[-1]
    )


def test_a_day_is_written_in_words() -> None:
    assert [day(dt.date(2026, month, 1)).split()[1] for month in (1, 3, 8, 12)] == [
        "januari",
        "maart",
        "augustus",
        "december",
    ]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_same_letter_gives_the_same_bytes(form: str) -> None:
    assert WRITERS[form](made()) == WRITERS[form](made())
    assert WRITERS[form](made()) != WRITERS[form](replace(made(), subject="Een ander onderwerp"))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_every_word_of_the_letter_is_in_the_file(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"advies.{form}"
    path.write_bytes(WRITERS[form](made()))
    text = " ".join(read(path).text.split())
    for said in (
        "Dienst informatieveiligheid",
        "ADVIES",
        "9 maart 2026",
        "Negatief advies",
        "8. De sancties",
        "De gemeente Wilgenbeke meldt dat.",
        "An Voorbeeld",
        "Verantwoording",
    ):
        assert said in text, said


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_what_a_document_says_cannot_break_the_file(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"advies.{form}"
    path.write_bytes(WRITERS[form](letter(report(title="Protocol <b> & \x1b[31m</para> \u202e ] ]]>"))))
    assert "<b> &" in read(path).text


def test_a_letter_that_the_fonts_of_a_pdf_lack_loses_its_accent_only(tmp_path: Path) -> None:
    path = tmp_path / "advies.pdf"
    path.write_bytes(WRITERS["pdf"](letter(report(title="Protocol met Łukasz Dvořák en 漢"))))
    assert "Protocol met ?ukasz Dvorák en ?" in read(path).text


def test_word_finds_real_headings_fields_and_dutch() -> None:
    document = docx.Document(io.BytesIO(WRITERS["docx"](made())))
    styled = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert styled == ["Aanleiding", "Rechtsgrond", "Analyse", "Advies", "Verantwoording"]
    fields = [
        each.get(qn("w:instr")) for each in document.sections[0].footer._element.iter(qn("w:fldSimple"))
    ]
    assert fields == ["PAGE", "NUMPAGES"]
    assert 'w:lang w:val="nl-BE"' in document.styles["Normal"].element.xml
    numbered = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "List Number"]
    assert numbered == ["De sancties", "Te vroeg in werking"]


def test_no_time_of_writing_is_in_the_word_file() -> None:
    parts = zipfile.ZipFile(io.BytesIO(WRITERS["docx"](made()))).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(not office.available(), reason="needs LibreOffice Writer (soffice)")
def test_libreoffice_prints_the_letter_with_its_page_numbers(tmp_path: Path) -> None:
    path = tmp_path / "advies.docx"
    path.write_bytes(WRITERS["docx"](made()))
    (printed,) = office.convert([path], "pdf", tmp_path)
    source = read(printed)
    assert len(source.pages) >= 2
    assert "Pagina 1 van" in source.text
    assert "1. De sancties" in source.text


def template(folder: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "sjabloon.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_title_without_end_is_no_obstacle(form: str) -> None:
    assert WRITERS[form](letter(report(title="Protocol over " + "gegevens en " * 60)))


def test_a_number_of_two_digits_has_room_before_the_words() -> None:
    document = docx.Document(io.BytesIO(WRITERS["docx"](made())))
    styles = document.styles
    number, rest = styles["List Number"].paragraph_format, styles["List Continue"].paragraph_format
    assert (round(number.left_indent.cm, 1), round(number.first_line_indent.cm, 1)) == (0.9, -0.9)
    assert round(rest.left_indent.cm, 1) == 0.9
    # LibreOffice keeps to the tab of the numbering itself
    numbered = document.part.numbering_part.element.xpath(
        ".//w:lvl[w:pStyle/@w:val='ListNumber']//w:tab/@w:pos"
    )
    assert numbered == ["510"]


def test_a_wide_logo_stays_on_the_page(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    PIL.Image.new("RGB", (3000, 200)).save(logo)
    data = WRITERS["docx"](letter(report(), replace(HEAD, logo=logo)))
    (picture,) = docx.Document(io.BytesIO(data)).inline_shapes
    assert (round(picture.width.cm, 1), round(picture.height.cm, 1)) == (9.0, 0.6)


def test_a_template_of_the_service_is_filled_in(tmp_path: Path) -> None:
    path = template(
        tmp_path, "ONZE DIENST {{ reference }}", "{{ subject }}", "{{p body }}", "Getekend: {{ author }}"
    )
    data = word_template.render(letter(report(title="Protocol <b> & {{ 7*7 }}"), HEAD), path)
    text = read(None, data=data, name="advies.docx").text
    assert (
        text.index("ONZE DIENST 2026/12")
        < text.index("8. De sancties")
        < text.index("Getekend: An Voorbeeld")
    )
    assert "Protocol <b> & {{ 7*7 }}" in text
    assert data == word_template.render(letter(report(title="Protocol <b> & {{ 7*7 }}"), HEAD), path)


def test_a_template_with_a_place_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kan niet ingevuld worden"):
        word_template.render(made(), template(tmp_path, "{{ kleur }}"))


def test_a_template_without_a_place_for_the_advice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="body }}' staat er nergens in"):
        word_template.render(made(), template(tmp_path, "{{ subject }}"))


def test_a_template_may_not_reach_into_the_program(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kan niet ingevuld worden"):
        word_template.render(made(), template(tmp_path, "{{ subject.__class__.__mro__ }}"))


@pytest.mark.parametrize("place", ["{{ date + 1 }}", "{{ 1 / 0 }}", "{% if %}", "{{ range(10 ** 9) }}"])
def test_a_template_that_reckons_badly_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(UsageError, match="kan niet ingevuld worden"):
        word_template.render(made(), template(tmp_path, place))


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sjabloon.docx"
    path.write_bytes(data)
    with pytest.raises(UsageError, match="kan niet ingevuld worden"):
        word_template.render(made(), path)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_what_is_no_character_is_no_obstacle(form: str) -> None:
    assert WRITERS[form](letter(report(title="a\ufffeb\uffffc\udce9d"), HEAD))


def test_what_is_no_character_is_no_obstacle_in_a_template(tmp_path: Path) -> None:
    given = letter(report(title="a\ufffeb\uffffc"), HEAD)
    data = word_template.render(given, template(tmp_path, "{{ subject }}", "{{p body }}"))
    printed = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert printed[0] == "Advies over: a\ufffdb\ufffdc"


def test_what_announces_a_list_or_a_clause_stays_with_it() -> None:
    lines = "Opgesomd worden:\n- de naam;\n- het adres."
    criteria = tuple(replace(each, text=lines) for each in report().criteria)
    document = docx.Document(io.BytesIO(WRITERS["docx"](letter(replace(report(), criteria=criteria)))))
    kept = {p.text for p in document.paragraphs if p.paragraph_format.keep_with_next}
    assert {"In orde. Opgesomd worden:", "Modelclausule:"} <= kept
    assert "De gemeente Wilgenbeke meldt dat." not in kept


def test_a_table_repeats_its_heads_and_breaks_no_row() -> None:
    document = docx.Document(io.BytesIO(WRITERS["docx"](made())))
    overview = document.tables[-1]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in overview.rows] == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in overview.rows)
