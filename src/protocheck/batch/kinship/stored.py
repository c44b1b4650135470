"""The papers of a store, read one at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocheck.batch.kinship.papers import Paper
from protocheck.batch.kinship.reports import paper_of
from protocheck.batch.kinship.scratch import Scratch, Table
from protocheck.batch.store.derive import unpacked
from protocheck.model.audit import Passage

_PAPERS = "SELECT DISTINCT judgement FROM documents WHERE state = 'judged' ORDER BY judgement"
_PLACES = "SELECT place FROM files WHERE judgement = ? AND present = 1 ORDER BY place"
_REPORT = "SELECT json FROM reports WHERE judgement = ?"
_PASSAGES = "SELECT ref, kind, label, heading, page, text FROM passages WHERE judgement = ? ORDER BY position"
_AT_ONCE = 200


class Stored:
    """The judged documents that stand in a store now, as an archive; files with one content are one paper."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keep the connection; what is read of a report is at hand when its paper is asked for again."""
        self._connection = connection
        self._known: Table[Paper | None] = Table(Scratch())

    def ids(self) -> Iterator[str]:
        """Yield the keys of all papers whose report can be read, in order."""
        found = self._connection.execute(_PAPERS)
        while rows := found.fetchmany(_AT_ONCE):
            for (paper,) in rows:
                if self._facts(paper) is not None:
                    yield paper

    def papers(self, ids: Iterable[str]) -> Iterator[Paper]:
        """Yield these papers, in the order asked for."""
        for each in ids:
            known = self._facts(each)
            if known is not None:
                passages = (Passage(*row) for row in self._connection.execute(_PASSAGES, (each,)))
                yield replace(known, passages=tuple(passages))

    def _facts(self, paper: str) -> Paper | None:
        """Return a paper without its text; None when its report is none, or of another version."""
        try:
            return self._known[paper]
        except KeyError:
            return self._known.set(paper, self._read(paper))

    def _read(self, paper: str) -> Paper | None:
        (blob,) = self._connection.execute(_REPORT, (paper,)).fetchone()
        places = (place for (place,) in self._connection.execute(_PLACES, (paper,)))
        try:
            return paper_of(unpacked(bytes(blob)), paper=paper, places=places)
        except ValueError:
            return None
