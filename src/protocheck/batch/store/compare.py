"""What a store holds, line by line and in a fixed order, so that two stores can be held side by side.

Left out is what differs by itself: the numbers and times of runs, the numbers of passages, how a report is
packed.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

from protocheck.batch.store import apart, connect, derive, refusals

# How many of the first columns tell a row from all others of its table; for the tables not named, two.
_KEYS = {"judgements": 1, "reports": 1, "words": 1, "elements": 3, "evidence": 3, "dates": 3}
_FILES = """
SELECT f.place, f.sha256, f.name, f.size, f.present, f.judgement, r.rules_digest, r.program_version, r.options
FROM files f JOIN runs r ON r.id = f.run ORDER BY f.place, f.sha256
"""

Key = tuple[int, tuple[str | int, ...]]


def contents(path: Path) -> Iterator[str]:
    """Yield all that a store holds, one row a line as JSON, the name of its table first.

    Raises:
        UsageError: it is no store of this version.
    """
    for _, line in _keyed(path):
        yield line


def digest(path: Path) -> str:
    """Return one value that is the same for two stores that hold the same."""
    found = hashlib.sha256()
    for line in contents(path):
        found.update(line.encode() + b"\n")
    return found.hexdigest()


def differences(one: Path, other: Path, most: int = 20) -> list[str]:
    """Return lines that one of two stores alone holds: of the first with '-', of the other with '+'."""
    return list(itertools.islice(_apart(_keyed(one), _keyed(other)), most))


def _keyed(path: Path) -> Iterator[tuple[Key, str]]:
    with refusals.refusing(path):
        connection = connect.to_read(path)
        try:
            # The register of words itself, through a window that lives in this connection alone.
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, passages_fts, row)")
            for number, (name, sql) in enumerate(_queries()):
                length = _KEYS.get(name, 2)
                for row in connection.execute(sql):
                    values = [derive.unpacked(value) if isinstance(value, bytes) else value for value in row]
                    yield (number, row[:length]), json.dumps([name, *values], ensure_ascii=False)
        finally:
            connection.close()


def _apart(one: Iterator[tuple[Key, str]], other: Iterator[tuple[Key, str]]) -> Iterator[str]:
    """Yield what differs; both come in the order of their keys, so that neither has to be held whole."""
    left, right = next(one, None), next(other, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(one, None), next(other, None)
        elif right is None or (left is not None and left[0] <= right[0]):
            yield f"- {left[1] if left else ''}"
            left = next(one, None)
        else:
            yield f"+ {right[1]}"
            right = next(other, None)


def _queries() -> Iterator[tuple[str, str]]:
    yield "files", _FILES
    summary = ", ".join(apart.SUMMARY)
    key = "id, sha256, rules_digest, program_version, options"
    yield (
        "judgements",
        f"SELECT {key}, state, kind, reason, hint, {summary} FROM judgements ORDER BY id",  # noqa: S608 - names of ours
    )
    yield "reports", "SELECT judgement, json FROM reports ORDER BY judgement"
    yield (
        "passages",
        """SELECT judgement, position, ref, kind, label, heading, page, text, stems FROM passages
           ORDER BY judgement, position""",
    )
    for table, columns in apart.COLUMNS.items():
        order = ", ".join(("judgement", *columns)[: _KEYS.get(table, 2)])
        yield table, f"SELECT judgement, {', '.join(columns)} FROM {table} ORDER BY {order}"  # noqa: S608 - names of ours
    yield "words", "SELECT term, doc, cnt FROM temp.words ORDER BY term"
