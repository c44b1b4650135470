"""The words with which the parties agree on what follows: 'zijn overeengekomen wat volgt'."""

from __future__ import annotations

import re
from typing import Final

from protocheck.regex import lazy

_AGREED: Final = lazy(
    r"\bovereengekomen\b|\bkomen\b.{0,60}\bovereen\b|\bovereenkomen\b|\bspreken\b.{0,60}\baf\b|\bafgesproken\b"
    r"|\bbesluiten\b|\bsluiten\b.{0,40}\bprotocol\b",
    re.IGNORECASE,
)
_FOLLOWS: Final = lazy(
    r"(?:\b(?:volgt|het (?:(?:hier)?na)?volgende|het onderstaande)(?: afgesproken)?|\bovereengekomen"
    r"|\bovereen|\baf)\s{0,2}[:.]?$|:$",
    re.IGNORECASE,
)
# Without a colon and without 'wat volgt' a sentence may end so anywhere: 'Zij spreken een andere dag af.'
_BARE_END: Final = lazy(r"\b(?P<end>overeengekomen|overeen|af)\s{0,2}\.?$", re.IGNORECASE)
_POINTS_ON: Final = lazy(r"\b(?:volgt|volgende|onderstaande)\b", re.IGNORECASE)
_VERB: Final = lazy(r"\b(?:komen|spreken)\b", re.IGNORECASE)
# What may stand between the verb and its particle when nothing but the agreement is told.
_LIGHT: Final = frozenset(
    "de het dit beide alle voormelde bovengenoemde ondergetekende ondergetekenden partijen zij besturen "
    "instanties twee drie hierbij samen onderling dan ook daarom dus met elkaar".split()
)
_AGREES: Final = lazy(
    r"(?:(?:en|zo|aldus|hierbij|dus|daarom|bijgevolg|derhalve)\s)?(?:tussen\s.{1,60}\s)?"
    r"(?:(?:(?:de|beide|alle)\s)?(?:partijen|ondergetekenden|besturen|instanties|zij)\s)?"
    r"(?:zijn|is|wordt|werd|worden|werden|hebben)\b",
    re.IGNORECASE,
)
_DENIED: Final = lazy(r"\b(?:niet|geen|nog|wat|niets|telkens|jaarlijks|tenzij)\b|[,;]", re.IGNORECASE)
_CASE: Final = lazy(
    r"(?:als|indien|wanneer|zodra|is|wordt|voor|bij|na|in|elk\w{0,2}|telkens|jaarlijks)\b", re.IGNORECASE
)
_LONGEST: Final = 160
_TAIL: Final = 40


def resolves(text: str) -> bool:
    """Tell whether a line says that the parties agree on what follows."""
    if len(text) > _LONGEST or _FOLLOWS.search(text, max(len(text) - _TAIL, 0)) is None:
        return False
    if _AGREED.search(text) is None:
        return False
    bare = _BARE_END.search(text, max(len(text) - _TAIL, 0))
    return bare is None or _POINTS_ON.search(text) is not None or _only_agrees(text, bare)


def _only_agrees(text: str, bare: re.Match[str]) -> bool:
    """Tell whether a sentence that ends in the verb ('Partijen komen overeen.') tells of no other matter."""
    if bare["end"].lower() == "overeengekomen":
        return _AGREES.match(text) is not None and _DENIED.search(text) is None
    verb = next(iter(_VERB.finditer(text)), None)
    if verb is None or _CASE.match(text):
        return False
    return all(word in _LIGHT for word in text[verb.end() : bare.start()].lower().split())
