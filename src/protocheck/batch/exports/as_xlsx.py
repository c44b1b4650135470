"""An audit as an Excel file: documents, findings, parties and what was not judged, one sheet each.

Every text is written as a text, so that none becomes a formula, a number or a link.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.batch.exports.cells import Value, plain
from protocheck.batch.exports.tables import Table, tables
from protocheck.batch.overview import Overview
from protocheck.report.whole_file import whole_file

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575  # of a sheet, below its head
_EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a time of writing that is always the same; Excel knows no zones
_FILLS = {"in orde": "#dff3e6", "onvolledig": "#fdf0d5", "ontbreekt": "#fbdcdc", "onleesbaar": "#eadff5"}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(overview: Overview, target: Path) -> None:
    """Write the file, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 - heavy, and from an extra
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - the same

    with whole_file(target) as file, tempfile.TemporaryDirectory() as rows:
        book = Workbook(file, {**_OPTIONS, "tmpdir": rows})
        try:
            _fill(book, overview)
            book.close()
        except FileCreateError as error:
            raise OSError(*error.args) from error
        finally:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()  # left open when something went wrong on the way


def _fill(book: Workbook, overview: Overview) -> None:
    book.set_properties({"title": "Audit van protocollen", "created": _EPOCH})
    look = {"bold": True, "bottom": 1, "bg_color": "#e8ebf0", "text_wrap": True, "valign": "top"}
    head = book.add_format(look)
    for table in tables(overview):
        _sheet(book, table, head)


def _sheet(book: Workbook, table: Table, head: Format) -> None:
    sheet = book.add_worksheet(table.name)
    for column, (_name, width) in enumerate(table.columns):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    for column, (name, _width) in enumerate(table.columns):
        sheet.write_string(0, column, name, head)
    last = 0
    for last, row in enumerate(table.rows, start=1):
        if last > MOST_ROWS:
            break
        for column, value in enumerate(row):
            _cell(sheet, last, column, value)
    last = min(last, MOST_ROWS)
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    for word, colour in _FILLS.items():
        fill = book.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": fill}
        sheet.conditional_format(1, 0, max(last, 1), len(table.columns) - 1, rule)


def _cell(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, plain(value))
    elif value is not None:
        sheet.write_number(row, column, value)
