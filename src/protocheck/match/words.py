"""Words of a text: folded, with their places; stems of Dutch words."""

from __future__ import annotations

import bisect
import functools
import unicodedata
from collections.abc import Callable

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_LONG = 6
_WORD = lazy(r"[^\W_]+")
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ĳ": "ij"})


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case without accents: 'Cliënt' and 'cliént' are one word."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    plain = unicodedata.normalize("NFD", lowered.translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c))


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the Dutch stem of a folded word ('meegedeeld' and 'meedelen' share one)."""
    found = _stemmer()(word)
    # The stemmer leaves the -t and -d of verbs: 'bewaart' and 'bewaard' belong to 'bewaren'.
    return found[:-1] if len(found) >= _LONG and found[-1] in "td" else found


@functools.cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer  # noqa: PLC0415 - needed only once a rule is matched

    # Without a memory of its own: `stem` remembers, or its caller does.
    stem_word: Callable[[str], str] = Stemmer.Stemmer("dutch", 0).stemWord
    return stem_word


@record
class Words:
    """The words of a text in order: `words[i]` is folded and stands at `starts[i]` to `ends[i]`."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Split `text` into words: runs of letters and digits, so 'niet-naleving' is two."""
        found = [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        if not found:
            return cls(text, (), (), ())
        words, starts, ends = zip(*found, strict=True)
        return cls(text, words, starts, ends)

    def range_in(self, span: Span) -> range:
        """Return the indices of the words that start inside `span`."""
        return range(bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to, not including, `last` stand."""
        return Span(self.starts[first], self.ends[last - 1])

    def between(self, index: int) -> str:
        """Return the characters between word `index` and the next one."""
        if index + 1 >= len(self.words):
            return self.text[self.ends[index] :]
        return self.text[self.ends[index] : self.starts[index + 1]]
