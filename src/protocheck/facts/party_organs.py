"""Organs by which a paper means the only party that can have them: 'namens het college', 'de deputatie'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocheck.model.facts import Party, PartyKind
from protocheck.regex import lazy

_ORGANS: tuple[tuple[re.Pattern[str], PartyKind], ...] = (
    (
        lazy(
            r"\bcollege van burgemeester|\bgemeenteraad\b|\bschepencollege\b"
            r"|\bhet college\b(?! van (?!burgem))"
        ),
        "municipality",
    ),
    (lazy(r"\bvast bureau\b|\braad voor maatschappelijk welzijn\b"), "ocmw"),
    (lazy(r"\bdeputatie\b|\bprovincieraad\b"), "province"),
    (lazy(r"\bpolitiecollege\b|\bpolitieraad\b"), "police"),
)


def of_organ(words: str, parties: Sequence[Party]) -> int:
    """Return the only party that can have this organ: 'voor het college van burgemeester en schepenen:'."""
    organ = next((kind for pattern, kind in _ORGANS if pattern.search(words)), None)
    able = [index for index, party in enumerate(parties) if party.kind == organ]
    return able[0] if len(able) == 1 else -1
