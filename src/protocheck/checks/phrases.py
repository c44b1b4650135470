"""The words of a rule, ready to be looked for as they are printed."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

_NOTHING = re.compile(r"(?!)")


def phrases(params: Mapping[str, tuple[str, ...]], name: str) -> re.Pattern[str]:
    """Return a pattern for any of the phrases that a rule gives under `name`, as whole words."""
    return _pattern(tuple(params.get(name, ())))


@functools.lru_cache(maxsize=256)
def _pattern(given: tuple[str, ...]) -> re.Pattern[str]:
    if not given:
        return _NOTHING
    longest = sorted(given, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, longest))})(?!\w)", re.IGNORECASE)


def _written(phrase: str) -> str:
    """Return a phrase with room between its words; a star stands for the rest of a word."""
    return r"\s{1,3}".join(re.escape(word).replace(r"\*", r"\w{0,20}") for word in phrase.split())
