"""The words of a text as somebody looks for them: without accents, hyphens and endings."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from protocheck.match import words

# What the register of words holds by itself: runs of letters and digits, in lower case and without accents.
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]{1,40}(?:[-\u2010\u2011'\u2019][^\W_]{1,40}){1,4}")
_JOINS = frozenset("-\u2010\u2011'\u2019")
_NO_LETTER = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:de|het|'t|een) ")
_SHORT = 4
_GE, _NO_GE = "ge", "bo"
_IRREGULAR = {"gegevens": "gegeven", "gegeven": "gegeven", "kinderen": "kind"}  # on every page of a protocol
# The stemmer makes 'maatregeel' of maatregelen, 'sectoor' of sectoren and 'mel' of melden.
_PLURAL = ("toren", "elen", "eren", "enen", "den", "ten")
_PARTICIPLE = re.compile(r"[dt](?:en?)?$")
_REMEMBERED = 4096  # words; most of a text are among the most used, and memory stays flat over an archive

# Those of `words` remember far more.
_fold = words.fold.__wrapped__
_stem = words.stem.__wrapped__


def folded(text: str) -> str:
    """Return a name as it is compared: 'De Stad Gent' and 'stad  Gént' are one."""
    return _ARTICLE.sub("", _NO_LETTER.sub(" ", _fold(text)).strip())


def forms(word: str) -> frozenset[str]:
    """Return the other forms under which a word, as the register holds it, can be found."""
    return frozenset(_others(word))


@functools.lru_cache(maxsize=_REMEMBERED)
def _others(word: str) -> tuple[str, ...]:
    """Return the same; most words have none or one, and a set is large for that."""
    plain = _fold(word.replace("ÿ", "ij").replace("Ÿ", "IJ"))  # how old type and bad copies write ij
    return tuple({plain, *_stems(plain)} - {_bare(word)})


def forget() -> None:
    """Let go of the words that are remembered; what follows on an audit needs the memory."""
    _others.cache_clear()


def _stems(plain: str) -> Iterator[str]:
    if len(plain) < _SHORT or plain.isdigit():
        return
    if plain in _IRREGULAR:
        yield _IRREGULAR[plain]
        return
    if plain.endswith(_PLURAL):
        yield plain.removesuffix("en")
    if plain.endswith("dt"):  # meldt
        yield plain.removesuffix("t")
    if plain.startswith(_GE):
        # The stemmer takes every ge- for that of a participle, and would find 'zin' for 'gezin'.
        yield _stem(_NO_GE + plain.removeprefix(_GE)).replace(_NO_GE, _GE, 1)
    if not plain.startswith(_GE) or _PARTICIPLE.search(plain):
        yield _stem(plain)


def _bare(word: str) -> str:
    """Return the word as the register holds it: it takes accents off, and leaves joined letters joined."""
    return word.lower() if word.isascii() else _fold(word) if "ĳ" not in word.lower() else word.lower()


def joined(text: str) -> frozenset[str]:
    """Return the words that hold a hyphen or an apostrophe, without it: 'e-govdecreet' is 'egovdecreet'."""
    some = " ".join(word for word in text.split() if not _JOINS.isdisjoint(word))
    return frozenset(_NO_LETTER.sub("", _fold(each)) for each in _JOINED.findall(some))


def forms_of(*texts: str) -> str:
    """Return the other forms of the words of some texts, each once, in order of the alphabet."""
    text = unicodedata.normalize("NFC", "\n".join(texts))
    found: set[str] = set()
    found.update(*map(_others, set(_WORD.findall(text))))
    for word in joined(text):
        found.update((word,), _others(word))
    return " ".join(sorted(found))
