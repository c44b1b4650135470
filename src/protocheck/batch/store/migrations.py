"""The versions of the store: how one of an older version is brought up to date, in one transaction.

What an audit brought in (schema.sql) is changed by numbered steps, which never change once published. What
follows from it (derived.sql, views.sql) is dropped and made anew, so that a new column there needs no step of
its own: raise CURRENT and point at "" in STEPS.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from protocheck.batch.store import derive

CURRENT = 2
APPLICATION = 0x50436B31  # 'PCk1' in the head of the file, so that ours can be told from other databases
STEPS = {1: "step-2.sql"}  # from that version to the next

KEPT = frozenset({"runs", "files", "judgements", "reports", "passages"})
FIRST = KEPT | {"criteria", "elements", "findings"}  # what tells a store of version 1, which bore no mark

_CREATED = re.compile(r"^CREATE (?:VIRTUAL )?(TABLE|VIEW|TRIGGER) (\w{1,60})", re.MULTILINE)


def script(name: str) -> str:
    """Return one of the scripts that ship with the store."""
    return files("protocheck.batch.store").joinpath(name).read_text("utf-8")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Make the store, where the version is 0, or bring it up to date; wholly or not at all."""
    connection.execute(
        "PRAGMA foreign_keys = OFF"
    )  # tables are rebuilt; what points at them is looked at below
    connection.execute("PRAGMA legacy_alter_table = ON")  # a view that a user added must not stand in the way
    connection.execute("BEGIN IMMEDIATE")
    try:
        _drop_derived(connection)
        for name in [STEPS[each] for each in range(version, CURRENT)] if version else ["schema.sql"]:
            _run(connection, script(name) if name else "")
        derive.refold(connection)
        _run(connection, script("derived.sql"))
        _run(connection, script("views.sql"))
        derive.refill(connection)
        _refuse_loose_ends(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {CURRENT}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")


def _refuse_loose_ends(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError("a row of the older store points at nothing")


def _drop_derived(connection: sqlite3.Connection) -> None:
    # Only what is ours, or was: a user may have added tables and views.
    for kind, name in (*created(script("views.sql")), *created(script("derived.sql"))):
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')


def created(text: str) -> list[tuple[str, str]]:
    """Return the kind (table, view, trigger) and the name of what a script creates, the last first.

    An index goes with its table.
    """
    return [(kind, name) for kind, name in reversed(_CREATED.findall(text))]


def _run(connection: sqlite3.Connection, text: str) -> None:
    """Run the statements of a script within the transaction, which `executescript` would end."""
    for statement in statements(text):
        connection.execute(statement)


def statements(text: str) -> Iterator[str]:
    """Yield the statements of a script, each with the comments above it."""
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        kept.append(line)
        if line.rstrip().endswith(";") and sqlite3.complete_statement("".join(kept)):
            yield "".join(kept)
            kept = []
