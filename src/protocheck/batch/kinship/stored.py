"""The papers of a store, read one at a time."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from protocheck.batch.kinship.papers import Paper, paper_of
from protocheck.batch.store.derive import unpacked
from protocheck.model.audit import Passage
from protocheck.report import as_json

_PASSAGES = "SELECT ref, kind, label, heading, page, text FROM passages WHERE judgement = ? ORDER BY position"


class Stored:
    """The judged documents that stand in a store now, as an archive; files with one content are one paper."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Learn which papers there are, and where."""
        self._connection = connection
        self._places: dict[str, list[str]] = defaultdict(list)
        judged = "SELECT judgement, place FROM documents WHERE state = 'judged' ORDER BY judgement, place"
        for paper, place in connection.execute(judged):
            self._places[paper].append(place)

    def ids(self) -> Sequence[str]:
        """Return the keys of all papers, in order."""
        return sorted(self._places)

    def papers(self, ids: Iterable[str]) -> Iterator[Paper]:
        """Yield these papers, in the order asked for."""
        return map(self._paper, ids)

    def _paper(self, paper: str) -> Paper:
        (blob,) = self._connection.execute(
            "SELECT json FROM reports WHERE judgement = ?", (paper,)
        ).fetchone()
        passages = (Passage(*row) for row in self._connection.execute(_PASSAGES, (paper,)))
        report = as_json.read(unpacked(bytes(blob)))
        return paper_of(report, passages, paper=paper, places=self._places[paper])
