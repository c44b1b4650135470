"""Open the file of a store: to write, made or brought up to date first; or to read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from protocheck.batch.store import migrations, refusals

BUSY_SECONDS = 10
_WAL_BYTES = 16 * 1024 * 1024  # what the log may keep on disk after it was copied into the store


def to_write(path: Path) -> sqlite3.Connection:
    """Open the store, made or brought up to date first.

    Raises:
        UsageError: it is no store of ours, or cannot be written.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise refusals.unopened(path)
    if path.exists() and not os.access(path, os.W_OK):
        raise refusals.read_only(path)
    with refusals.refusing(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    # First look, then touch: what is not ours stays as it is, to the byte.
    version = version_of(connection, path)
    if version > migrations.CURRENT:
        raise refusals.newer(path, version, migrations.CURRENT)
    if not connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        raise refusals.no_register(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA journal_size_limit = {_WAL_BYTES}")
    if version < migrations.CURRENT:
        migrations.migrate(connection, version)
    connection.execute("PRAGMA foreign_keys = ON")


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the store's schema; 0 when there is nothing in it yet.

    Raises:
        UsageError: it is the database of another program.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables and not version and application in {0, migrations.APPLICATION}:
        return 0
    if application == migrations.APPLICATION and version:
        return int(version)
    if application == 0 and version in {0, 1} and tables >= migrations.FIRST:
        return 1  # the first stores bore no mark
    raise refusals.foreign(path)


def to_read(path: Path) -> sqlite3.Connection:
    """Open a store that must exist, so that nothing can be written in it.

    Raises:
        UsageError: there is none, or it is of another version.
    """
    if not path.exists():
        raise refusals.missing(path)
    if path.is_dir():
        raise refusals.unopened(path)
    with refusals.refusing(path):
        connection = _read_only(path)
        try:
            _refuse_other_versions(version_of(connection, path), path)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_other_versions(version: int, path: Path) -> None:
    if version > migrations.CURRENT:
        raise refusals.newer(path, version, migrations.CURRENT)
    if version < migrations.CURRENT:
        raise refusals.older(path, version, migrations.CURRENT)


def _read_only(path: Path) -> sqlite3.Connection:
    # Opened to write where we may, for only such a connection clears its log away when it closes; it is kept
    # from changing anything by `query_only`. In a folder where nothing can be made nobody writes a log.
    folder = os.access(path.parent, os.W_OK)
    if folder and os.access(path, os.W_OK):
        how = "mode=rw"
    elif folder or path.with_name(path.name + "-wal").exists():
        how = "mode=ro"
    else:
        how = "mode=ro&immutable=1"
    address = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    return connection
