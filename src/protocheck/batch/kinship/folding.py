"""How words compare, as elsewhere; only those met last are remembered, for an archive has no end of words."""

from __future__ import annotations

import functools

from protocheck.checks import same_person
from protocheck.match import words

_REMEMBERED = 2048


@functools.lru_cache(maxsize=_REMEMBERED)
def fold(word: str) -> str:
    """Return the word in lower case without accents."""
    return words.fold.__wrapped__(word)


@functools.lru_cache(maxsize=_REMEMBERED)
def read_as(word: str) -> str:
    """Return a word as a scanner may have read it."""
    return same_person.read_as(word)
