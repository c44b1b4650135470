"""The sketches of an archive, a kilobyte each, in a scratch file."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from protocheck.batch.kinship.scratch import Scratch
from protocheck.batch.kinship.sketch import Sketch

_SIZE = array("I").itemsize
_AT_ONCE = 500
_REMEMBERED = 16


class Sketches:
    """Sketches by their paper, numbered in the order of those papers."""

    def __init__(self, scratch: Scratch) -> None:
        """Begin without any."""
        self._scratch = scratch  # it lives as long as what stands in it
        self._connection = scratch.connection
        self._connection.execute("CREATE TABLE sketches (at INTEGER PRIMARY KEY, paper TEXT, value BLOB)")
        self._connection.execute("CREATE UNIQUE INDEX sketches_paper ON sketches(paper)")
        self._count = 0
        self._at = lru_cache(maxsize=_REMEMBERED)(_Reading(scratch))

    def add(self, paper: str, sketch: Sketch) -> None:
        """Add that of the next paper."""
        self._connection.execute(
            "INSERT INTO sketches VALUES (?, ?, ?)", (self._count, paper, sketch.tobytes())
        )
        self._count += 1

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __getitem__(self, paper: str) -> Sketch:
        """Return the sketch of a paper that has one."""
        (found,) = self._connection.execute("SELECT at FROM sketches WHERE paper = ?", (paper,)).fetchone()
        return self._at(found)

    def at(self, number: int) -> Sketch:
        """Return a sketch by its number."""
        return self._at(number)

    def paper(self, number: int) -> str:
        """Return whose sketch it is."""
        (found,) = self._connection.execute("SELECT paper FROM sketches WHERE at = ?", (number,)).fetchone()
        return str(found)

    def band(self, first: int, length: int) -> Iterator[tuple[int, bytes]]:
        """Yield some bins of all sketches, with the number of each."""
        cursor = self._connection.execute(
            "SELECT at, substr(value, ?, ?) FROM sketches ORDER BY at", (first * _SIZE + 1, length * _SIZE)
        )
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows

    def columns(self, numbers: Iterable[int], first: int, length: int) -> Iterator[Sequence[int]]:
        """Yield what some sketches have in each of some bins."""
        rows = [self._bins(number, first, length) for number in numbers]
        return zip(*rows, strict=True)

    def _bins(self, number: int, first: int, length: int) -> Sketch:
        (found,) = self._connection.execute(
            "SELECT substr(value, ?, ?) FROM sketches WHERE at = ?",
            (first * _SIZE + 1, length * _SIZE, number),
        ).fetchone()
        return array("I", found)


class _Reading:
    """Reads a sketch; it does not hold the sketches, which hold it."""

    def __init__(self, scratch: Scratch) -> None:
        self._connection = scratch.connection

    def __call__(self, number: int) -> Sketch:
        (found,) = self._connection.execute("SELECT value FROM sketches WHERE at = ?", (number,)).fetchone()
        return array("I", found)
