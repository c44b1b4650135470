"""The documents of an audit as CSV: one row a file, a column for each criterion.

Semicolons and a byte order mark: so a Belgian Excel opens it with a double click, accents and all.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from protocheck.batch.exports.cells import Value, defused
from protocheck.batch.exports.tables import documents
from protocheck.batch.overview import Overview
from protocheck.report.whole_file import whole_file


def write(overview: Overview, target: Path) -> None:
    """Write the table, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    table = documents(overview)
    with whole_file(target) as file:
        text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow([name for name, _width in table.columns])
        for row in table.rows:
            writer.writerow([_cell(value) for value in row])
        text.flush()
        text.detach()


def _cell(value: Value) -> Value:
    if isinstance(value, str):
        return defused(value)
    return "" if value is None else value
