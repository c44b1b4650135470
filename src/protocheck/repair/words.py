"""What a word costs: how unlikely a string of letters is as a Dutch word in this document."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping

from protocheck.regex import lazy
from protocheck.repair.function_words import stand_apart
from protocheck.repair.lexicon import Lexicon

# Words of two letters that occur in Dutch prose; the Dutch list also knows 'cl', 'eb' and 'ww'.
_SHORT = frozenset(
    "ad af al as bv ca cm de dl do dr ds en er et eu ex ga go hr id ij ik in ip is "
    "iv ix ja je jl jr kb kg km la le mb me mg mm mr ms mw na nb nl no nr nu nv of ok om op pc ps "
    "te to tv uw vi vs we wo xi xv ze zo én zó ín óf óp dé".split()
)
_ALONE = frozenset("uàuá")
_JOINER = lazy(r"['’/-]")

# Shares of the three sources: the list (each word alike), our own texts, and this document.
_LISTED = 2e-7
_OWN = 0.25
_HERE = 0.25
_HERE_FLOOR = 500
_ONE_LETTER = 1e-6
_TWO_LETTERS = 2e-6
_UNKNOWN = 12.0
_UNKNOWN_LETTER = 2.0
_COMPOUND = 3.0
_COMPOUND_FROM = 8
_COMPOUND_PART = 4
# Listed, but rather the end of a plural or a participle than a second part.
_SUFFIXES = frozenset("enen eren ende erde".split())
_SEEN_HERE = 3
_PLURAL = 0.04
_PLURAL_FROM = 5
_APART = 1.5
_GENITIVE = 4.0
_GENITIVE_FROM = 7


def is_odd(word: str) -> bool:
    """Tell whether one or two letters are no Dutch word on their own."""
    return word not in (_ALONE if len(word) == 1 else _SHORT)


class Words:
    """Costs and judgements of words, cached; words are given in lower case."""

    def __init__(
        self, lexicon: Lexicon, here: Mapping[str, int] | None = None, seen: Container[str] = ()
    ) -> None:
        """Take the lexicon and, as far as known, how often each word stands in the document.

        `seen` are words that stand in it whole, but may be fragments as well, so that they do not count.
        """
        self.lexicon = lexicon
        self._seen = seen
        self._here = here or {}
        self._here_total = max(sum(self._here.values()), _HERE_FLOOR)
        self._costs: dict[str, float] = {}
        self._compounds: dict[str, float] = {}
        self._new_compounds: dict[str, float] = {}
        self._suspicious: dict[str, bool] = {}

    def share(self, word: str) -> float:
        """Return how likely the word is, 0.0 when no source knows it."""
        share = self._counted(word)
        if self.lexicon.listed(word):
            # A plural is at least a twenty-fifth as frequent as its singular, also where no text shows it.
            plural = word.endswith("en") and len(word) >= _PLURAL_FROM and word[-3] != "e"
            share += max(_LISTED, _PLURAL * self._counted(word[:-2])) if plural else _LISTED
        if len(word) == 1 and word not in _ALONE:
            return min(share, _ONE_LETTER)
        if len(word) == 2 and word not in _SHORT:  # noqa: PLR2004  two letters are two letters
            return min(share, _TWO_LETTERS)
        return share

    def counted(self, word: str) -> bool:
        """Tell whether our texts or this document show the word, or the singular of its plural."""
        return self._counted(word) > 0 or (word.endswith("en") and self._counted(word[:-2]) > 0)

    def _counted(self, word: str) -> float:
        own = self.lexicon.count(word) / self.lexicon.total
        return _OWN * own + _HERE * self._here.get(word, 0) / self._here_total

    def cost(self, word: str) -> float:
        """Return the cost of the word: low for a frequent one, high for letters that are no word."""
        cost = self._costs.get(word)
        if cost is None:
            cost = self._costs[word] = self._cost(word)
        return cost

    def _cost(self, word: str) -> float:
        share = self.share(word)
        if share > 0.0:
            return -math.log(share)
        parts = [word] if word.isalpha() else [part for part in _JOINER.split(word) if part]
        if len(parts) > 1:
            return 0.8 * sum(self.cost(part) for part in parts)
        if len(parts) == 1 and parts[0] != word:
            return self.cost(parts[0]) + 2.0
        if self._inflected(word):
            return _GENITIVE + self.cost(word[:-1])
        compound = self.compound(word)
        return min(compound, unknown_cost(word)) if compound else unknown_cost(word)

    def compound(self, word: str) -> float:
        """Return the cost of the word as two known ones, more than the two apart; 0.0 if it is none."""
        cost = self._compounds.get(word)
        if cost is None:
            cost = self._compounds[word] = self._compound(word) if len(word) >= _COMPOUND_FROM else 0.0
        return cost

    def new_compound(self, word: str) -> float:
        """Return the cost of the word as a compound of which many of this kind exist; 0.0 if it is none."""
        cost = self._new_compounds.get(word)
        if cost is None:
            cost = self._new_compounds[word] = (
                self._compound(word, strict=True) if self.compound(word) else 0.0
            )
        return cost

    def joint(self, head: str, tail: str) -> bool:
        """Tell whether two words may make a compound that no list has yet."""
        return not stand_apart(head, tail) and self.lexicon.joint(head, tail)

    def _compound(self, word: str, *, strict: bool = False) -> float:
        best = 0.0
        for at in range(_COMPOUND_PART, len(word) - _COMPOUND_PART + 1):
            tail = word[at:]
            if tail in _SUFFIXES or not self.lexicon.curated(tail) or self.lexicon.name(tail):
                continue
            head = next((h for h in _heads(word[:at]) if self.lexicon.curated(h)), "")
            if head and (not strict or self.joint(head, tail)):
                cost = _COMPOUND - math.log(self.share(head)) - math.log(self.share(tail))
                best = cost if best == 0.0 else min(best, cost)
        return best

    def curated(self, word: str) -> bool:
        """Tell whether the word, or each part of it between hyphens, is Dutch or of our domain."""
        if self.lexicon.curated(word):
            return True
        if word.isalpha():
            return False
        parts = [part for part in _JOINER.split(word) if part]
        return len(parts) > 1 and all(self.lexicon.curated(part) for part in parts)

    def name_in_small(self, printed: str, word: str) -> bool:
        """Tell whether this is printed small but only known with a capital, so that it is no word here."""
        return printed.islower() and self.lexicon.name(word)

    def formable(self, word: str) -> bool:
        """Tell whether joining may make this word: a curated one, one seen here, or a compound."""
        return self.stands(word) or self.compound(word) > 0.0

    def stands(self, word: str) -> bool:
        """Tell whether the word is curated or stands in this document on its own."""
        return self.curated(word) or word in self._here or word in self._seen

    def apart(self, left: str, right: str) -> float:
        """Return what it costs more to make one word of two that our own texts rather write apart."""
        count = self.lexicon.apart(left, right) if left and right else 0
        if count <= self.lexicon.count(left + right) + self._here.get(left + right, 0):
            return 0.0
        return _APART * math.log(1 + count)

    def odd(self, text: str) -> str:
        """Return, one a line, what stands between blanks in `text` and is more than one known word."""
        return "\n".join(sorted(set(self.lexicon.inventory(text).odd)))

    def here(self, word: str) -> int:
        """Return how often the word stands in the document."""
        return self._here.get(word, 0)

    def frequent(self, word: str) -> bool:
        """Tell whether the word stands on its own in our texts, so that it is rarely a fragment."""
        return len(word) > 1 and not self.suspicious(word) and self.lexicon.count(word) > 0

    def suspicious(self, word: str) -> bool:
        """Tell whether the word looks like a fragment: very short, or no word at all."""
        found = self._suspicious.get(word)
        if found is None:
            found = self._suspicious[word] = self._looks_broken(word)
        return found

    def _looks_broken(self, word: str) -> bool:
        if len(word) <= 2:  # noqa: PLR2004  two letters are two letters
            return is_odd(word)
        return not (self.curated(word) or self._inflected(word) or self._here.get(word, 0) >= _SEEN_HERE)

    def _inflected(self, word: str) -> bool:
        """Tell whether the word is a known one with an s: 'iets gevoeligs'."""
        return len(word) >= _GENITIVE_FROM and word[-1] == "s" and self.curated(word[:-1])


def unknown_cost(word: str) -> float:
    """Return the cost of letters that no source knows as a word."""
    return _UNKNOWN + _UNKNOWN_LETTER * len(word)


def _heads(head: str) -> tuple[str, ...]:
    """Return the first part of a compound as it stands and without a linking s."""
    return (head, head[:-1]) if head.endswith("s") and len(head) > _COMPOUND_PART else (head,)
