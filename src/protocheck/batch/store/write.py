"""The writing side of the store: one process at a time, each judgement in a transaction of its own.

Whatever moment the process is killed at, the store holds whole judgements only, and the same ones in whatever
order they came.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from protocheck.batch.store import connect, derive, refusals
from protocheck.batch.store.folding import stems_of
from protocheck.batch.store.lock import Lock
from protocheck.batch.store.records import Run
from protocheck.model.audit import Item, Judgement, Passage, State

_KEY_LENGTH = 32  # 128 bits: no two contents will ever share one
_LAST_PART = re.compile(r"[^/\\!]+$")

_KEEP_FILE = """
INSERT INTO files (place, sha256, name, size, run, judgement)
VALUES (:place, :sha256, :name, :size, :run, (SELECT id FROM judgements WHERE id = :judgement))
ON CONFLICT (place, sha256) DO UPDATE SET size = excluded.size, run = excluded.run, present = 1,
  judgement = coalesce(excluded.judgement, judgement)
"""
_KEEP_JUDGEMENT = """
INSERT INTO judgements (id, sha256, rules_digest, program_version, options, state, kind, reason, hint,
  media_type, method, pages, quality)
VALUES (:id, :sha256, :rules_digest, :program_version, :options, :state, :kind, :reason, :hint, :media_type,
  :method, :pages, :quality)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, kind = excluded.kind, reason = excluded.reason,
  hint = excluded.hint, media_type = excluded.media_type, method = excluded.method, pages = excluded.pages,
  quality = excluded.quality, packs = '', repairs = NULL, unreadable_pages = NULL, title = '', verdict = NULL,
  signed = NULL, in_force = NULL, ends = NULL, year = NULL
"""
_KEEP_PASSAGE = """
INSERT INTO passages (judgement, position, ref, kind, label, heading, page, text, stems)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Store:
    """A store that this process writes in; use it in one thread, and close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock) -> None:
        """Keep what `open` opened."""
        self.path = path
        self._connection = connection
        self._lock = lock
        self._depth = 0

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

        Raises:
            UsageError: the disk is full, or the file cannot be written any more.
        """
        if self._depth:  # inside another: that one decides
            yield
            return
        with refusals.refusing(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk may have ended it already
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

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
        place = _storable(item.place)
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
        with self.together(), _well_formed():
            if not self._is_kept(key, judgement):
                self._keep(key, judgement, run)
                self._connection.execute("UPDATE runs SET documents = documents + 1 WHERE id = ?", (run.id,))
            self._connection.execute(
                "UPDATE files SET judgement = ? WHERE sha256 = ? AND run = ?", (key, judgement.sha256, run.id)
            )

    def _is_kept(self, key: str, judgement: Judgement) -> bool:
        found = self._connection.execute(
            """SELECT state, kind, reason, hint, json FROM judgements LEFT JOIN reports ON judgement = id
               WHERE id = ?""",
            (key,),
        ).fetchone()
        if found is None:
            return False
        *words, blob = found
        same = words == [judgement.state, *map(_storable, (judgement.kind, judgement.reason, judgement.hint))]
        return same and (derive.unpacked(blob) if blob else "") == judgement.report

    def _keep(self, key: str, judgement: Judgement, run: Run) -> None:
        for table in ("reports", "passages"):
            self._connection.execute(f"DELETE FROM {table} WHERE judgement = ?", (key,))  # noqa: S608 - names of ours
        derive.forget(self._connection, key)
        self._connection.execute(_KEEP_JUDGEMENT, _judgement_row(key, judgement, run))
        self._connection.executemany(
            _KEEP_PASSAGE, (_passage_row(key, at, each) for at, each in enumerate(judgement.passages))
        )
        if judgement.report:
            blob = derive.packed(judgement.report)
            self._connection.execute("INSERT INTO reports (judgement, json) VALUES (?, ?)", (key, blob))
            derive.fill(self._connection, key, judgement.report)

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


@contextmanager
def _well_formed() -> Iterator[None]:
    # A report comes from a process that read a hostile document: it may hold anything.
    try:
        yield
    except (RecursionError, OverflowError, sqlite3.IntegrityError, zlib.error) as fault:
        raise ValueError("the report of a judgement is not as promised") from fault


def judgement_id(sha256: str, run: Run) -> str:
    """Return the key of the judgement of a content: it hangs on nothing else than what it is made from."""
    made_from = json.dumps([sha256, run.rules_digest, run.program_version, run.options])
    return hashlib.sha256(made_from.encode()).hexdigest()[:_KEY_LENGTH]


def name_of(place: str) -> str:
    """Return the name of the file at a place, without folders, archive or the questions of an address."""
    if "://" in place:
        place = place.partition("?")[0].partition("#")[0]
    found = _LAST_PART.search(place.rstrip("/"))
    return found.group() if found else place


def _judgement_row(key: str, judgement: Judgement, run: Run) -> dict[str, str | int | float | None]:
    return {
        "id": key,
        "sha256": judgement.sha256,
        "rules_digest": run.rules_digest,
        "program_version": run.program_version,
        "options": run.options,
        "state": str(judgement.state),
        "kind": _storable(judgement.kind),
        "reason": _storable(judgement.reason),
        "hint": _storable(judgement.hint),
        "media_type": _storable(judgement.media_type),
        "method": _storable(judgement.method),
        "pages": judgement.pages,
        "quality": judgement.quality,
    }


def _passage_row(key: str, position: int, passage: Passage) -> tuple[str | int | None, ...]:
    heading, text = _storable(passage.heading), _storable(passage.text)
    return (
        *(key, position, _storable(passage.ref), passage.kind, _storable(passage.label)),
        *(heading, passage.page, text, stems_of(heading, text)),
    )


def _storable(text: str) -> str:
    """Return a text that UTF-8 can hold: the name of a file need not be one, nor a text that was misread."""
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
