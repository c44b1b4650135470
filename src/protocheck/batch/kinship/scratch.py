"""A place on disk for what the view over an archive works with: of thousands of papers little is in memory.

It is an SQLite database without a name, which the system removes as soon as nobody has it open. What stands
in it was put there by this process, moments ago.
"""

from __future__ import annotations

import pickle
import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import count
from typing import Any, Generic, TypeVar, overload

_MEMORY = 512  # KiB of pages in memory; the others are on disk
_AT_ONCE = 16  # texts that are fetched together
_REMEMBERED = 8  # values of a table that were asked for last

Value = TypeVar("Value")
_TABLES = (
    "CREATE TABLE series (series INTEGER, key TEXT, value BLOB)",
    "CREATE INDEX series_in_order ON series(series, key)",
    "CREATE TABLE tables (name INTEGER, key TEXT, value BLOB, PRIMARY KEY (name, key))",
)


class Scratch:
    """The database, for who has tables of his own to make; it is gone when nobody holds it any more."""

    def __init__(self) -> None:
        """Make it."""
        self.connection = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self.connection.close)
        for setting in (f"cache_size = -{_MEMORY}", "journal_mode = OFF", "synchronous = OFF"):
            self.connection.execute(f"PRAGMA {setting}")
        self.connection.execute("BEGIN")  # for ever: nothing here is worth a transaction
        for statement in _TABLES:
            self.connection.execute(statement)
        self._numbers = count()

    def number(self) -> int:
        """Return a number that nothing else here has."""
        return next(self._numbers)


class Series(Sequence[Value], Generic[Value]):
    """Values in the order of their keys, of one key as they came; read when they are asked for."""

    def __init__(
        self,
        scratch: Scratch,
        opened: Callable[[Any], Value] | None = None,
        mark: tuple[int, int] | None = None,
    ) -> None:
        """Begin without any, or be the one with this mark; `opened` makes of what was added what is read."""
        self._scratch = scratch
        self._opened = opened
        self._number, self._count = mark or (scratch.number(), 0)

    def add(self, value: object, *key: str) -> None:
        """Add a value; its key is that of some texts one after the other."""
        self._scratch.connection.execute(
            "INSERT INTO series VALUES (?, ?, ?)", (self._number, "\0".join(key), packed(value))
        )
        self._count += 1

    @property
    def mark(self) -> tuple[int, int]:
        """Return by what it can be opened again."""
        return self._number, self._count

    def clear(self) -> None:
        """Remove all of them."""
        self._scratch.connection.execute("DELETE FROM series WHERE series = ?", (self._number,))
        self._count = 0

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[Value]:
        """Yield all of them in order."""
        return self._read(self._count, 0)

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        """Return one of them, or some."""
        chosen = range(self._count)[at]
        if isinstance(chosen, int):
            return next(self._read(1, chosen))
        return tuple(next(self._read(1, each)) for each in chosen)

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence holds the same."""
        if not isinstance(other, (Series, tuple, list)):
            return NotImplemented
        return len(self) == len(other) and all(
            one == another for one, another in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]  # it can grow

    def _read(self, most: int, after: int) -> Iterator[Value]:
        cursor = self._scratch.connection.execute(
            "SELECT value FROM series WHERE series = ? ORDER BY key, rowid LIMIT ? OFFSET ?",
            (self._number, most, after),
        )
        for (value,) in cursor:  # one at a time: a value may be a whole paper
            yield unpacked(value) if self._opened is None else self._opened(unpacked(value))


class Table(Mapping[str, Value], Generic[Value]):
    """Values by a text, in the order of those texts."""

    def __init__(self, scratch: Scratch) -> None:
        """Begin without any."""
        self._connection = scratch.connection
        self._scratch = scratch  # it lives as long as what stands in it
        self._name = scratch.number()
        self._get = lru_cache(maxsize=_REMEMBERED)(partial(_value, scratch.connection, self._name))

    def set(self, key: str, value: Value) -> Value:
        """Add the value of a text that has none yet, and return it."""
        self._connection.execute("INSERT INTO tables VALUES (?, ?, ?)", (self._name, key, packed(value)))
        return value

    def __getitem__(self, key: str) -> Value:
        """Return the value of a text.

        Raises:
            KeyError: there is none.
        """
        found: Value = self._get(key)
        return found

    def __len__(self) -> int:
        """Return how many there are."""
        (found,) = self._connection.execute(
            "SELECT count(*) FROM tables WHERE name = ?", (self._name,)
        ).fetchone()
        return int(found)

    def __iter__(self) -> Iterator[str]:
        """Yield the texts, in order."""
        cursor = self._connection.execute("SELECT key FROM tables WHERE name = ? ORDER BY key", (self._name,))
        while rows := cursor.fetchmany(_AT_ONCE):
            for (key,) in rows:
                yield key


def _value(connection: sqlite3.Connection, name: int, key: str) -> Any:
    row = connection.execute("SELECT value FROM tables WHERE name = ? AND key = ?", (name, key)).fetchone()
    if row is None:
        raise KeyError(key)
    return unpacked(row[0])


def packed(value: object) -> bytes:
    """Return a value as it stands here."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(value: bytes) -> Any:
    """Return a value that was packed."""
    return pickle.loads(value)  # noqa: S301 - of this process, which alone has the file open
