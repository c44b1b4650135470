"""Write one judgement with all that follows from it; the caller holds the transaction."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from protocheck.batch.store import derive
from protocheck.batch.store.identity import storable
from protocheck.batch.store.records import Run
from protocheck.batch.word_forms import forms_of
from protocheck.model.audit import Judgement, Passage

_JUDGEMENT = """
INSERT INTO judgements (id, sha256, rules_digest, program_version, options, state, kind, reason, hint,
  media_type, method, pages, quality)
VALUES (:id, :sha256, :rules_digest, :program_version, :options, :state, :kind, :reason, :hint, :media_type,
  :method, :pages, :quality)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, kind = excluded.kind, reason = excluded.reason,
  hint = excluded.hint, media_type = excluded.media_type, method = excluded.method, pages = excluded.pages,
  quality = excluded.quality, packs = '', repairs = NULL, unreadable_pages = NULL, title = '', verdict = NULL,
  signed = NULL, in_force = NULL, ends = NULL, year = NULL
"""
_PASSAGE = """
INSERT INTO passages (judgement, position, ref, kind, label, heading, page, text, stems)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_KEPT = """
SELECT state, kind, reason, hint, json FROM judgements LEFT JOIN reports ON judgement = id WHERE id = ?
"""


def is_kept(connection: sqlite3.Connection, key: str, judgement: Judgement) -> bool:
    """Tell whether the store holds this very judgement."""
    found = connection.execute(_KEPT, (key,)).fetchone()
    if found is None:
        return False
    *words, blob = found
    same = words == [judgement.state, *map(storable, (judgement.kind, judgement.reason, judgement.hint))]
    return same and (derive.unpacked(blob) if blob else "") == judgement.report


def keep(connection: sqlite3.Connection, key: str, judgement: Judgement, run: Run) -> None:
    """Write the judgement in the place of what was kept under its key.

    Raises:
        ValueError: its report is none.
    """
    with _well_formed():
        derive.forget(connection, key)
        connection.execute("DELETE FROM reports WHERE judgement = ?", (key,))
        connection.execute("DELETE FROM passages WHERE judgement = ?", (key,))
        connection.execute(_JUDGEMENT, _judgement_row(key, judgement, run))
        connection.executemany(
            _PASSAGE, (_passage_row(key, at, each) for at, each in enumerate(judgement.passages))
        )
        if judgement.report:
            blob = derive.packed(judgement.report)
            connection.execute("INSERT INTO reports (judgement, json) VALUES (?, ?)", (key, blob))
            derive.fill(connection, key, judgement.report)


@contextmanager
def _well_formed() -> Iterator[None]:
    # A report comes from a process that read a hostile document: it may hold anything.
    try:
        yield
    except (RecursionError, OverflowError, sqlite3.IntegrityError, zlib.error) as fault:
        raise ValueError("the report of a judgement is not as promised") from fault


def _judgement_row(key: str, judgement: Judgement, run: Run) -> dict[str, str | int | float | None]:
    return {
        "id": key,
        "sha256": judgement.sha256,
        "rules_digest": run.rules_digest,
        "program_version": run.program_version,
        "options": run.options,
        "state": str(judgement.state),
        "kind": storable(judgement.kind),
        "reason": storable(judgement.reason),
        "hint": storable(judgement.hint),
        "media_type": storable(judgement.media_type),
        "method": storable(judgement.method),
        "pages": judgement.pages,
        "quality": judgement.quality,
    }


def _passage_row(key: str, position: int, passage: Passage) -> tuple[str | int | None, ...]:
    heading, text = storable(passage.heading), storable(passage.text)
    return (
        *(key, position, storable(passage.ref), storable(passage.kind), storable(passage.label)),
        *(heading, passage.page, text, _forms(passage, heading, text)),
    )


def _forms(passage: Passage, heading: str, text: str) -> str:
    """Return the other forms of the words; whoever judged the document worked them out, as a rule."""
    return forms_of(heading, text) if passage.forms is None else storable(passage.forms)
