"""What the styles of Word and of OpenDocument have in common."""

from __future__ import annotations

import re

from protocheck.record import record
from protocheck.regex import lazy

DEEPEST = 20  # styles based on styles: a circle ends here
_HEADING = lazy(r"(?:heading|kop|überschrift|titre) ?([1-9])\b", re.IGNORECASE)
_TITLES = frozenset({"title", "titel"})


@record
class Look:
    """What a paragraph or its letters take from a style, its ancestors counted in."""

    level: int = 0
    bold: bool = False
    caps: bool = False
    hidden: bool = False


def named_level(name: str, inherited: int) -> int:
    """Return the level of a heading whose style is called so; else what its ancestor says."""
    heading = _HEADING.match(name)
    if heading:
        return int(heading.group(1))
    return 1 if name.casefold() in _TITLES else inherited
