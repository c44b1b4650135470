"""A store filled in this process, for tests of what reads it; `protocheck audit` does the same in workers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from protocheck.batch.judging import judged
from protocheck.batch.store import Store
from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.audit import Item, Judgement, State
from protocheck.model.options import ReadOptions
from protocheck.rulebook import Rulebook, load

Paper = tuple[str, bytes]  # where it stands, and what stands there


def fill(store: Path, papers: Iterable[Paper]) -> Path:
    """Judge the papers as an audit would, and keep them in a store."""
    rules = load()
    with Store.open(store) as held:
        run = held.begin_run(rules.digest, "0.1.0", {"ocr": "auto", "view": "final"})
        for place, data in papers:
            sha256 = hashlib.sha256(data).hexdigest()
            held.see(Item(place, sha256, len(data)), run)
            if not held.has(sha256, run):
                held.add(_judgement(place, data, sha256, rules), run)
        held.end_run(run)
    return store


def _judgement(place: str, data: bytes, sha256: str, rules: Rulebook) -> Judgement:
    name = place.rpartition("/")[2]
    try:
        return judged(read(None, data=data, name=name, options=ReadOptions(), sha256=sha256), rules)
    except DocumentError as refused:
        return Judgement(sha256, State.UNREADABLE, reason=refused.message, hint=refused.hint)
