"""The words of a rule, ready to be looked for as they are printed."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from protocheck.regex import lazy

Written = Callable[[tuple[str, ...]], re.Pattern[str]]
_LINE = 200  # characters of a word, a heading, a line, which come back
_STAR = re.escape("*")
_WORD, _INSIDE = lazy(r"\w+"), lazy(r"\w\w")


class Phrases:
    """Phrases to look for as whole words, whatever their case; a star stands for the rest of a word.

    Only the phrases that a text can hold are compiled for it: most rules name dozens, and a paper has few.
    """

    def __init__(self, given: tuple[str, ...], written: Written | None = None) -> None:
        """Note the words of each phrase: a text that lacks one cannot hold it.

        Args:
            given: the phrases, a star for what may follow.
            written: makes the pattern of some of them, for text in lower case; the one of this module,
                for any text, unless given.
        """
        self._written, self._plain = written or _compiled, written is not None
        self._needs = tuple((phrase, *_needs(phrase)) for phrase in given)
        self._for_line = functools.lru_cache(maxsize=256)(self._made_for)
        self._last: tuple[str, re.Pattern[str] | None] = ("", None)

    def _pattern(self, text: str, start: int = 0, end: int | None = None) -> re.Pattern[str] | None:
        if end is not None and _INSIDE.fullmatch(text[max(end - 1, 0) : end + 1]):
            text = text[start:end]  # what is left of a word that is cut there is a word of its own
        if len(text) <= _LINE:
            return self._for_line(text)
        last, pattern = self._last
        if text is not last:
            pattern = self._made_for(text)
            self._last = text, pattern
        return pattern

    def _made_for(self, text: str) -> re.Pattern[str] | None:
        low = text if self._plain else _lower(text)
        words = _words(low)
        present = tuple(
            phrase
            for phrase, whole, parts in self._needs
            if whole <= words and all(part in low for part in parts)
        )
        return self._written(present) if present else None

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first phrase between two places."""
        pattern = self._pattern(text, start, end)
        return pattern.search(text, start, len(text) if end is None else end) if pattern else None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the phrase that stands at a place."""
        pattern = self._pattern(text, start, end)
        return pattern.match(text, start, len(text) if end is None else end) if pattern else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the phrase that a text is."""
        pattern = self._pattern(text)
        return pattern.fullmatch(text) if pattern else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the phrases between two places, in order."""
        pattern = self._pattern(text, start, end)
        return pattern.finditer(text, start, len(text) if end is None else end) if pattern else iter(())


def _needs(phrase: str) -> tuple[frozenset[str], Sequence[str]]:
    """Return what a text needs before it can hold a phrase: whole words, and letters in a row.

    A star may stand apart from the word that it belongs to, and a word of the rules may hold other signs.
    """
    words = phrase.lower().split()
    whole = frozenset(filter(str.isalnum, words)) if "*" not in phrase else frozenset[str]()
    parts = [part for word in words if word not in whole for part in word.split("*") if part]
    return whole, parts


@functools.lru_cache(maxsize=256)
def _words(low: str) -> frozenset[str]:
    """Return the words of a text; those of a document are asked for by many rules."""
    return frozenset(_WORD.findall(low))


@functools.lru_cache(maxsize=4)
def _lower(text: str) -> str:
    """Return a text in lower case; that of a document is asked for by many rules."""
    return text.lower()


def phrases(params: Mapping[str, tuple[str, ...]], name: str) -> Phrases:
    """Return the phrases that a rule gives under a name."""
    return _of(tuple(params.get(name, ())))


@functools.lru_cache(maxsize=256)
def _of(given: tuple[str, ...]) -> Phrases:
    return Phrases(given)


@functools.lru_cache(maxsize=1024)
def _compiled(given: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(given, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, longest))})(?!\w)", re.IGNORECASE)


def _written(phrase: str) -> str:
    """Return a phrase with room between its words."""
    return r"\s{1,3}".join(re.escape(word).replace(_STAR, r"\w{0,20}") for word in phrase.split())
