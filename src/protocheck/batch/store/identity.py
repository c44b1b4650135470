"""What a judgement and a file are called in the store."""

from __future__ import annotations

import hashlib
import json
import re

from protocheck.batch.store.records import Run

_KEY_LENGTH = 32  # 128 bits: no two contents will ever share one
_LAST_PART = re.compile(r"[^/\\!]{1,4096}$")


def judgement_id(sha256: str, run: Run) -> str:
    """Return the key of the judgement of a content: it hangs on nothing else than what it is made from."""
    made_from = json.dumps([sha256, run.rules_digest, run.program_version, run.options])
    return hashlib.sha256(made_from.encode()).hexdigest()[:_KEY_LENGTH]


def name_of(place: str) -> str:
    """Return the name of the file at a place, without folders, archive or the questions of an address."""
    if place.startswith(("http://", "https://")):
        place = place.partition("?")[0].partition("#")[0]
    found = _LAST_PART.search(place.rstrip("/"))
    return found.group() if found else place


def storable(text: str) -> str:
    """Return a text that UTF-8 can hold: the name of a file need not be one, nor a text that was misread."""
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
