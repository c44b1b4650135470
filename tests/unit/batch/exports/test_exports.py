"""The files that an audit exports, read back as others would read them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from protocheck.batch.exports import as_csv, as_json_lines, as_xlsx
from protocheck.batch.overview import Overview
from tests.unit.batch.archives import fill, overview, papers

WRITERS = {"csv": as_csv.write, "xlsx": as_xlsx.write, "jsonl": as_json_lines.write}
Writer = Callable[[Overview, Path], None]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_csv_has_a_row_a_file_and_a_column_an_element(tmp_path: Path) -> None:
    target = tmp_path / "audit.csv"
    with overview(tmp_path / "a.sqlite") as held:
        as_csv.write(held, target)
    found = rows(target)
    assert [row["Bestand"] for row in found] == [
        "archief/a.pdf",
        "archief/b.docx",
        "archief/c.txt",
        "archief/d.txt",
        "archief/leeg.pdf",
        "archief/overeenkomst.pdf",
        "kopie/a.pdf",
    ]
    first = found[0]
    assert first["8 sancties"] == "ontbreekt"
    assert first["7 periodiciteit en duur"] == "in orde"
    assert (first["Oordeel"], first["Jaar"], first["Niet in orde"]) == ("negatief", "2021", "1")
    assert (first["Deelt mee"], first["Ontvangt"]) == ("Agentschap Wonen", "gemeente Wilgenbeke")
    assert found[4]["Toestand"] == "onleesbaar"
    assert found[4]["Niet in orde"] == ""
    assert found[5]["Toestand"] == "ander stuk"


def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path) -> None:
    target = tmp_path / "audit.csv"
    with overview(tmp_path / "a.sqlite") as held:
        as_csv.write(held, target)
    text = target.read_text("utf-8-sig")
    assert "\"'=HYPERLINK(" in text
    assert '"\'-2+3 is geen protocol."' in text
    assert not [cell for row in rows(target) for cell in row.values() if cell[:1] in set("=+-@\t\r")]
    assert "\x1b" not in text


def test_the_excel_file_has_four_sheets_of_text_and_numbers(tmp_path: Path) -> None:
    target = tmp_path / "audit.xlsx"
    with overview(tmp_path / "a.sqlite") as held:
        as_xlsx.write(held, target)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Documenten", "Bevindingen", "Partijen", "Niet getoetst"]
    sheet = book["Documenten"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("Jaar") + 1).value == 2021
    title = sheet.cell(4, heads.index("Titel") + 1)
    assert title.data_type in {"s", "inlineStr"}
    assert str(title.value).startswith("=HYPERLINK(")
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    assert book["Bevindingen"].max_row == 1 + 8
    assert book["Partijen"].cell(2, 3).value == "Agentschap Wonen"
    assert book["Niet getoetst"].cell(3, 3).value == "-2+3 is geen protocol."


def test_each_line_of_json_holds_the_place_and_the_advice(tmp_path: Path) -> None:
    target = tmp_path / "audit.jsonl"
    with overview(tmp_path / "a.sqlite") as held:
        as_json_lines.write(held, target)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [line["place"] for line in lines][-1] == "kopie/a.pdf"
    assert lines[0]["advice"] == json.loads(papers()[0][1].report)
    assert lines[0]["advice"]["schema"] == "protocheck/advice@1"
    assert (lines[4]["state"], lines[4]["advice"]) == ("unreadable", None)
    assert lines[4]["reason"] == "Het document is leeg."


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_archive_gives_the_same_bytes_in_whatever_order_it_was_judged(
    form: str, tmp_path: Path
) -> None:
    made = []
    for name, placed in (("one", papers()), ("two", papers()[::-1])):
        target = tmp_path / f"{name}.{form}"
        with overview(tmp_path / f"{name}.sqlite", placed) as held:
            WRITERS[form](held, target)
        made.append(target.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_is_written_whole_or_not_at_all(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"audit.{form}"
    target.write_text("van vroeger", "utf-8")
    fill(tmp_path / "a.sqlite", papers())
    with overview(tmp_path / "a.sqlite", []) as held:

        def broken(*_given: object) -> str:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Overview, "findings", broken)
        monkeypatch.setattr(Overview, "report", broken)
        monkeypatch.setattr("protocheck.batch.exports.as_csv.defused", broken)
        with pytest.raises(OSError, match="No space left"):
            WRITERS[form](held, target)
    assert target.read_text("utf-8") == "van vroeger"
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


@pytest.mark.parametrize("form", WRITERS)
def test_an_empty_archive_gives_an_empty_table(form: str, tmp_path: Path) -> None:
    target = tmp_path / f"audit.{form}"
    with overview(tmp_path / "a.sqlite", []) as held:
        WRITERS[form](held, target)
    if form == "csv":
        assert rows(target) == []
    assert target.exists()
