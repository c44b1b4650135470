"""The reading side of the store: documents, what was judged and found in them, and where words stand.

Nothing is written, also not by accident; an audit may go on writing meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Self

from protocheck.batch.store import connect, derive, query, refusals
from protocheck.batch.store.records import (
    Counts,
    CriterionRow,
    Document,
    FindingRow,
    Found,
    Hit,
    MatrixRow,
    PartyRow,
)
from protocheck.batch.store.snippet import snippet
from protocheck.model.audit import Passage, State

_CRITERIA = tuple(f"EGOV-{number:02}" for number in range(1, 13))
_MOST_WORDS = 200  # that end like the one asked for, those in most passages first
_TEXTS = frozenset({"verdict", "signed", "in_force", "ends"})  # null in the store, empty here
_FOUND = """
FROM passages_fts JOIN passages p ON p.id = passages_fts.rowid JOIN judgements j ON j.id = p.judgement
WHERE passages_fts MATCH ? AND EXISTS (SELECT 1 FROM files f WHERE f.judgement = j.id AND f.present = 1)
"""
_COUNTED = f"SELECT count(*), count(DISTINCT j.id) {_FOUND}"
# A word in a heading says most; another form of a word less than the word itself.
_BEST = f"""
SELECT j.id, j.title, p.position, p.ref, p.label, p.heading, p.page, p.text {_FOUND}
ORDER BY bm25(passages_fts, 3.0, 1.0, 0.5), j.id, p.position LIMIT ?
"""


def _columns(kind: type) -> str:
    return ", ".join(each.name for each in fields(kind))


class Reader:
    """A store to read; use it in one thread, and close it."""

    def __init__(self, path: Path) -> None:
        """Open the store.

        Raises:
            UsageError: there is none at that path, or it is of another version.
        """
        self.path = path
        self._connection = connect.to_read(path)
        self._has_words = False

    def __enter__(self) -> Self:
        """Use the store, to be closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._connection.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for questions of one's own."""
        return self._connection

    def _rows(self, sql: str, *values: str | int) -> Iterator[tuple[object, ...]]:
        with refusals.refusing(self.path):
            yield from self._connection.execute(sql, values)

    def counts(self) -> Counts:
        """Return how many documents there are, by what became of them."""
        states = dict(self._pairs("SELECT state, count(*) FROM documents GROUP BY state"))
        verdicts = dict(
            self._pairs("SELECT verdict, count(*) FROM documents WHERE verdict IS NOT NULL GROUP BY verdict")
        )
        waiting = sum(count for _, count in self._pairs("SELECT '', count(*) FROM waiting"))
        return Counts(
            documents=sum(states.values()),
            judged=states.get("judged", 0),
            other=states.get("other", 0),
            unreadable=states.get("unreadable", 0),
            set_aside=states.get("set-aside", 0),
            positive=verdicts.get("positive", 0),
            conditional=verdicts.get("conditional", 0),
            negative=verdicts.get("negative", 0),
            waiting=waiting,
        )

    def _pairs(self, sql: str) -> Iterator[tuple[str, int]]:
        yield from self._connection.execute(sql)

    def documents(self) -> Iterator[Document]:
        """Yield the files that stand there now, by place."""
        names = [each.name for each in fields(Document)]
        for row in self._rows(f"SELECT {', '.join(names)} FROM documents ORDER BY place"):  # noqa: S608 - names of ours
            values = {
                name: "" if value is None and name in _TEXTS else value
                for name, value in zip(names, row, strict=True)
            }
            yield Document(**values | {"state": State(values["state"])})  # type: ignore[arg-type]  # as the schema says

    def matrix(self) -> Iterator[MatrixRow]:
        """Yield the judged documents with the status of the twelve criteria, by place."""
        columns = ", ".join(f'"{each}"' for each in _CRITERIA)
        head = "place, name, title, year, verdict, judgement"
        for row in self._rows(f"SELECT {head}, {columns} FROM criteria_matrix ORDER BY place"):  # noqa: S608 - names of ours
            paired = tuple(
                (name, str(status)) for name, status in zip(_CRITERIA, row[6:], strict=True) if status
            )
            yield MatrixRow(*row[:6], statuses=paired)  # type: ignore[arg-type,misc]  # as the schema says

    def criteria(self, judgement: str) -> tuple[CriterionRow, ...]:
        """Return the twelve elements of a judgement, in order."""
        sql = f"SELECT {_columns(CriterionRow)} FROM criteria WHERE judgement = ? ORDER BY number, criterion"  # noqa: S608 - names of ours
        return tuple(CriterionRow(*row) for row in self._rows(sql, judgement))  # type: ignore[arg-type]  # as the schema says

    def findings(self, judgement: str) -> tuple[FindingRow, ...]:
        """Return the findings of a judgement, in order."""
        sql = f"SELECT {_columns(FindingRow)} FROM findings WHERE judgement = ? ORDER BY position"  # noqa: S608 - names of ours
        return tuple(FindingRow(*row) for row in self._rows(sql, judgement))  # type: ignore[arg-type]  # as the schema says

    def parties(self, judgement: str) -> tuple[PartyRow, ...]:
        """Return the parties of the protocol that was judged, in order."""
        sql = """SELECT DISTINCT body, party, kind, role, position FROM party_documents
                 WHERE judgement = ? ORDER BY position"""
        return tuple(PartyRow(*row[:4]) for row in self._rows(sql, judgement))  # type: ignore[arg-type]  # as the schema says

    def passages(self, judgement: str) -> tuple[Passage, ...]:
        """Return the text that was judged, in parts."""
        sql = """SELECT ref, kind, label, heading, page, text FROM passages
                 WHERE judgement = ? ORDER BY position"""
        return tuple(Passage(*row) for row in self._rows(sql, judgement))  # type: ignore[arg-type]  # as the schema says

    def report(self, judgement: str) -> str:
        """Return the JSON of `advise`, as it was handed in; empty when the document was not judged."""
        for (blob,) in self._rows("SELECT json FROM reports WHERE judgement = ?", judgement):
            return derive.unpacked(bytes(blob))  # type: ignore[call-overload]  # a blob
        return ""

    def search(self, question: str, limit: int = 20) -> Found:
        """Return the passages that answer a question best; see `query` for what may be asked.

        Only files that stand there now are looked through; those with the same content count once.
        """
        asked = query.asked(question, self._vocabulary)
        if not asked.match:
            return Found((), 0, 0)
        ((passages, documents),) = self._rows(_COUNTED, asked.match)
        hits = tuple(self._hit(row, asked) for row in self._rows(_BEST, asked.match, limit))
        return Found(hits, passages, documents)  # type: ignore[arg-type]  # counts

    def _vocabulary(self, like: str) -> list[str]:
        if not self._has_words:  # a window on the register of words, that lives in this connection alone
            self._connection.execute("PRAGMA query_only = OFF")
            self._connection.execute(
                "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, passages_fts, row)"
            )
            self._connection.execute("PRAGMA query_only = ON")
            self._has_words = True
        found = self._rows(
            "SELECT term FROM temp.words WHERE term LIKE ? ORDER BY doc DESC, term LIMIT ?", like, _MOST_WORDS
        )
        return [str(term) for (term,) in found]

    def _hit(self, row: tuple[object, ...], asked: query.Question) -> Hit:
        judgement, title, position, ref, label, heading, page, text = row
        piece, marked = snippet(str(text), asked.means)
        places = self._rows(
            "SELECT place FROM files WHERE judgement = ? AND present = 1 ORDER BY place", str(judgement)
        )
        return Hit(
            places=tuple(str(place) for (place,) in places),
            title=str(title),
            judgement=str(judgement),
            position=position if isinstance(position, int) else 0,
            ref=str(ref),
            label=str(label),
            heading=str(heading),
            page=page if isinstance(page, int) else None,
            snippet=piece,
            marked=marked,
        )
