"""The store of an audit: one SQLite file that holds every document with what was made of it."""

from protocheck.batch.store.compare import contents, differences, digest
from protocheck.batch.store.identity import judgement_id
from protocheck.batch.store.read import Reader
from protocheck.batch.store.records import (
    Counts,
    CriterionRow,
    Document,
    FindingRow,
    Found,
    Hit,
    MatrixRow,
    PartyRow,
    Run,
)
from protocheck.batch.store.write import Store

__all__ = [
    "Counts",
    "CriterionRow",
    "Document",
    "FindingRow",
    "Found",
    "Hit",
    "MatrixRow",
    "PartyRow",
    "Reader",
    "Run",
    "Store",
    "contents",
    "differences",
    "digest",
    "judgement_id",
]
