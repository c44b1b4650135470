"""What follows from a report and from passages: the rows of the tables in derived.sql."""

from __future__ import annotations

import sqlite3
import zlib

from protocheck.batch.store import apart
from protocheck.batch.word_forms import forms_of

_LEVEL = 3  # a tenth larger than 6, in half the time


def packed(report: str) -> bytes:
    """Return a report as the store holds it."""
    return zlib.compress(report.encode("utf-8"), _LEVEL)


def unpacked(blob: bytes) -> str:
    """Return a report as it was handed in."""
    return zlib.decompress(blob).decode("utf-8")


def forget(connection: sqlite3.Connection, judgement: str) -> None:
    """Remove all that follows from the report of a judgement."""
    for table in apart.COLUMNS:
        connection.execute(f"DELETE FROM {table} WHERE judgement = ?", (judgement,))  # noqa: S608 - a name of ours


def fill(connection: sqlite3.Connection, judgement: str, report: str) -> None:
    """Write all that follows from the report of a judgement, of which nothing is there yet."""
    read = apart.read(report)
    connection.execute(apart.UPDATE, (*apart.summary(read), judgement))
    for table, rows in apart.rows(read).items():
        connection.executemany(apart.INSERT[table], ((judgement, *row) for row in rows))


def refill(connection: sqlite3.Connection) -> None:
    """Write all that follows from all reports and passages; the tables are there and empty."""
    for judgement in _column(connection, "SELECT judgement FROM reports"):
        (blob,) = connection.execute("SELECT json FROM reports WHERE judgement = ?", (judgement,)).fetchone()
        fill(connection, judgement, unpacked(blob))
    connection.execute("INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')")


def refold(connection: sqlite3.Connection) -> None:
    """Write the other forms of the words of all passages; nothing may hang on them yet."""
    for judgement in _column(connection, "SELECT DISTINCT judgement FROM passages"):
        found = connection.execute(
            "SELECT id, heading, text FROM passages WHERE judgement = ?", (judgement,)
        ).fetchall()
        connection.executemany(
            "UPDATE passages SET stems = ? WHERE id = ?",
            [(forms_of(heading, text), number) for number, heading, text in found],
        )


def _column(connection: sqlite3.Connection, query: str) -> list[str]:
    return [value for (value,) in connection.execute(query)]
