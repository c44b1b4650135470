"""Stage 'glued', capitals: 'vanGemeente', 'HetOCMW', 'OCMWkrijgen' and 'Hazegemvan' lost a blank too."""

from __future__ import annotations

from typing import Final

from protocheck.regex import lazy
from protocheck.repair.words import Words

_BEFORE: Final = lazy(r"([^\W\d_][^\W\d_A-ZÀ-Þ]{1,39})([A-ZÀ-Þ][^\W\d_]{1,40})")
_ACRONYM: Final = lazy(r"([A-Z]{2,10})([a-zà-ÿ]{2,40})")
_NAME_LEAST: Final = 4
_TAIL_LEAST: Final = 4
# What a name may be followed by without being inflected: 'en', 'er' and 's' are endings as well.
_AFTER_NAME: Final = frozenset(
    "van in op aan met voor bij tot uit door over onder naar om te dat die de het een is wordt worden heeft "
    "hebben kan kunnen mag mogen moet moeten zal zullen krijgt geeft deelt houdt doet gaat komt niet ook "
    "geen als of noch waar wie zich zijn haar hun deze dit dan na per via vzw bv nv cv".split()
)
_ARTICLES: Final = frozenset("de het een".split())
_ENDINGS: Final = frozenset("te de".split())


def split(token: str, words: Words) -> str:
    """Return a token with capitals inside as two words, or '' when it may be one."""
    acronym = _ACRONYM.fullmatch(token)
    if acronym is not None:
        return _behind_acronym(acronym[1], acronym[2], words)
    match = _BEFORE.fullmatch(token)
    # What stands twice is rather a trade name ('SchoolLink') than twice the same loss.
    if match is None or not words.curated(match[1].lower()):
        return ""
    head, tail = match.groups()
    if words.here(token.lower()) > 0 and head.lower() not in _ARTICLES:
        return ""
    apart = words.here(tail.lower()) > 0 or (tail[1:].islower() and words.curated(tail.lower()))
    known = apart and words.frequent(head.lower())
    named = words.lexicon.name(head.lower()) and len(tail) >= _TAIL_LEAST and tail[1:].islower()
    return f"{head} {tail}" if head.islower() or known or named else ""


def _behind_acronym(head: str, tail: str, words: Words) -> str:
    """Split 'OCMWkrijgen' where the acronym stands elsewhere too and a word of ours follows."""
    known = words.here(head.lower()) > 0 or words.lexicon.count(head.lower()) > 0
    follows = tail in _AFTER_NAME or (len(tail) >= _TAIL_LEAST and words.frequent(tail))
    return f"{head} {tail}" if known and follows else ""


def after_name(token: str, words: Words) -> str:
    """Split 'Hazegemvan' where the name stands elsewhere in the document on its own."""
    lower = token.lower()
    for at in range(_NAME_LEAST, len(token) - 1):
        head, tail = lower[:at], lower[at:]
        if (
            words.here(head)
            and not (tail in _ENDINGS and words.curated(head))
            and _follows(head, tail, words)
        ):
            return f"{token[:at]} {token[at:]}"
    return ""


def _follows(head: str, tail: str, words: Words) -> bool:
    if tail in _AFTER_NAME:
        return True
    return len(tail) >= _TAIL_LEAST and words.frequent(tail) and not words.joint(head, tail)
