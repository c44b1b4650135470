"""The writing side of the store: one process at a time, each judgement in a transaction of its own.

Whatever moment the process is killed at, the store holds whole judgements only, and the same ones in whatever
order they came.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from protocheck.batch.store import connect, keep, refusals
from protocheck.batch.store.identity import judgement_id, name_of, storable
from protocheck.batch.store.lock import Lock
from protocheck.batch.store.records import Run
from protocheck.model.audit import Item, Judgement, State

_KEEP_FILE = """
INSERT INTO files (place, sha256, name, size, run, judgement)
VALUES (:place, :sha256, :name, :size, :run, (SELECT id FROM judgements WHERE id = :judgement))
ON CONFLICT (place, sha256) DO UPDATE SET size = excluded.size, run = excluded.run, present = 1,
  judgement = coalesce(excluded.judgement, judgement)
"""
_OUTSIDE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_INSIDE = ("SAVEPOINT inside", "RELEASE inside", ("ROLLBACK TO inside", "RELEASE inside"))


class Store:
    """A store that this process writes in; use it in one thread, and close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock) -> None:
        """Keep what `open` opened."""
        self.path = path
        self._connection = connection
        self._lock = lock

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the store at `path`: made when there is none, brought up to date when it is older.

        Raises:
            UsageError: it is no store, or a newer one, or cannot be written, or another audit writes in it.
        """
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise refusals.unopened(path)
        lock = Lock(path)
        try:
            return cls(path, connect.to_write(path), lock)
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Self:
        """Use the store, to be closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Copy the log into the file, close it, and let others write."""
        try:
            with refusals.refusing(self.path):
                self._connection.close()  # the last one to leave copies the log and removes it
        finally:
            self._lock.release()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, to read, or to write tables of one's own inside `together`."""
        return self._connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep what is written inside together: all of it, or nothing when it ends in an error or a kill.

        May stand inside another, which then has the last word.

        Raises:
            UsageError: the disk is full, or the file cannot be written any more.
        """
        begin, end, undo = _INSIDE if self._connection.in_transaction else _OUTSIDE
        with refusals.refusing(self.path):
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute(end)
            except BaseException:
                if self._connection.in_transaction:  # a full disk may have ended it already
                    for each in undo:
                        self._connection.execute(each)
                raise

    def begin_run(self, rules_digest: str, version: str, options: Mapping[str, object]) -> Run:
        """Begin an audit by these rules, this version of the program and this way of reading.

        Args:
            rules_digest: of all rules together.
            version: of the program.
            options: all that changes what is made of a document, and nothing secret: it is kept as it is.
        """
        kept = json.dumps(options, ensure_ascii=False, sort_keys=True)
        with self.together():
            made = self._connection.execute(
                "INSERT INTO runs (started, rules_digest, program_version, options) VALUES (?, ?, ?, ?)",
                (_now(), rules_digest, version, kept),
            )
            return Run(made.lastrowid or 0, rules_digest, version, kept)

    def state(self, sha256: str, run: Run) -> State | None:
        """Return what became of a content in an audit like this one; None when it was not looked at."""
        found = self._connection.execute(
            "SELECT state FROM judgements WHERE id = ?", (judgement_id(sha256, run),)
        ).fetchone()
        return State(found[0]) if found else None

    def places(self, *states: State) -> list[Item]:
        """Return the files that are there, of whose content this became; by place."""
        marks = ", ".join("?" for _ in states)
        found = self._connection.execute(
            f"SELECT place, sha256, size FROM documents WHERE state IN ({marks}) ORDER BY place",  # noqa: S608 - marks
            [str(each) for each in states],
        )
        return [Item(*row) for row in found]

    def forget(self, sha256: str, run: Run) -> None:
        """Drop the judgement of a content in an audit like this one, so that it is looked at again."""
        with self.together():
            self._connection.execute("DELETE FROM judgements WHERE id = ?", (judgement_id(sha256, run),))

    def has(self, sha256: str, run: Run) -> bool:
        """Tell whether a content was looked at in an audit like this one, whatever became of it."""
        return self.state(sha256, run) is not None

    def see(self, item: Item, run: Run) -> None:
        """Keep that a content stands at a place; what stood there before is no longer present."""
        place = storable(item.place)
        with self.together():
            self._connection.execute(
                "UPDATE files SET present = 0 WHERE place = ? AND sha256 <> ? AND present = 1",
                (place, item.sha256),
            )
            self._connection.execute(
                _KEEP_FILE,
                {
                    "place": place,
                    "sha256": item.sha256,
                    "name": name_of(place),
                    "size": item.size,
                    "run": run.id,
                    "judgement": judgement_id(item.sha256, run),
                },
            )

    def add(self, judgement: Judgement, run: Run) -> None:
        """Keep a judgement, in the place of an earlier one of the same content in an audit like this one.

        Raises:
            ValueError: its report is none; nothing was kept.
            UsageError: the disk is full, or the file cannot be written any more.
        """
        key = judgement_id(judgement.sha256, run)
        with self.together():
            if not keep.is_kept(self._connection, key, judgement):
                keep.keep(self._connection, key, judgement, run)
                self._connection.execute("UPDATE runs SET documents = documents + 1 WHERE id = ?", (run.id,))
            self._connection.execute(
                "UPDATE files SET judgement = ? WHERE sha256 = ? AND run = ?", (key, judgement.sha256, run.id)
            )

    def prune(self) -> int:
        """Remove what stands nowhere any more, with its judgements and those by other rules; return how many.

        The file becomes smaller; nothing may go on meanwhile.
        """
        with self.together():
            self._connection.execute("DELETE FROM files WHERE present = 0")
            held = "SELECT judgement FROM files WHERE judgement IS NOT NULL"
            gone = self._connection.execute(f"DELETE FROM judgements WHERE id NOT IN ({held})").rowcount  # noqa: S608 - ours
        with refusals.refusing(self.path):
            self._connection.execute("VACUUM")
        return gone

    def end_run(self, run: Run, covered: Callable[[str], bool] | None = None) -> None:
        """End an audit.

        Args:
            run: the audit.
            covered: tells of a place whether this audit would have seen a file there; those that it did not
                see are no longer present. Nothing is taken for gone when it is left out.
        """
        with self.together():
            if covered is not None:
                self._connection.executemany(
                    "UPDATE files SET present = 0 WHERE place = ? AND run <> ?",
                    [(place, run.id) for place in self._unseen(run) if covered(place)],
                )
            self._connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (_now(), run.id))
        with refusals.refusing(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _unseen(self, run: Run) -> Iterator[str]:
        for (place,) in self._connection.execute(
            "SELECT place FROM files WHERE present = 1 AND run <> ?", (run.id,)
        ):
            yield place


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
