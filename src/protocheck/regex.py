"""Regular expressions that are compiled when they are first used.

There are hundreds of them, and most papers need little more than half. What a run has compiled is kept for
the next: see `kept_patterns`.
"""

from __future__ import annotations

import functools
import re
from typing import Any, cast

from protocheck.kept_patterns import compiled

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """Becomes a pattern at the first question; from then on it answers as fast as one."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = (text, flags)

    def __getattr__(self, name: str) -> Any:
        """Compile; only what is not yet known is asked for here."""
        pattern = compiled(*self._given)
        for each in _METHODS:
            setattr(self, each, getattr(pattern, each))
        return getattr(pattern, name)


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; a fault in it shows only then."""
    return cast("re.Pattern[str]", _Lazy(text, flags))


@functools.cache
def inline(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is written where it is used, once in the program."""
    return compiled(text, flags)
