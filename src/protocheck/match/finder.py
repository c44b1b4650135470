"""Find all phrases of the rules in one pass over the words of a text."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from protocheck.match.fuzzy import SlipIndex
from protocheck.match.index import Compiled, Entry, PhraseIndex, Surfaces, compile_terms, entry_of
from protocheck.match.words import Words, stem

_EDGE = 3  # letters by which the beginnings and the ends of words are looked up


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A phrase of `term` at the words `first` up to, not including, `last`.

    `named` holds the words that the phrase names, without those in its gaps.
    """

    first: int
    last: int
    term: str
    named: tuple[int, ...] = field(default=(), compare=False)


def _known(word: str) -> bool:
    from protocheck.repair.lexicon import known  # noqa: PLC0415 - the word list is loaded when first needed

    return known(word)


class Finder:
    """The phrases of all terms, indexed by what their first word may be.

    Args:
        terms: per term its phrases as a rule writes them, or all of them read before.
        known: tells whether a word is right as it stands; the lexicon unless a test gives another.
    """

    def __init__(
        self,
        terms: Mapping[str, Iterable[str]] | PhraseIndex,
        known: Callable[[str], bool] = _known,
    ) -> None:
        """Read every phrase, unless they come read, and index them by their first word."""
        index = terms if isinstance(terms, PhraseIndex) else compile_terms(terms)
        self._phrases, self._holders = index.phrases, index.holders
        self._tried: dict[int, tuple[tuple[int, Entry], ...]] = {}
        self._alone: dict[int, tuple[str, ...]] = {}
        self._said: dict[frozenset[int], tuple[str, ...]] = {}
        self._index(index.surfaces)
        exact, stems = index.surfaces.get("exact", {}), index.surfaces.get("stem", {})
        self._slips = SlipIndex((*exact, *stems), known)
        self.classes = functools.lru_cache(maxsize=50_000)(self._classes)
        self.plain_classes = functools.lru_cache(maxsize=50_000)(self._plain_classes)

    def _index(self, surfaces: Surfaces) -> None:
        self._exact = surfaces.get("exact", {})
        self._stem: dict[str, list[int]] = defaultdict(list)
        for surface, number in surfaces.get("stem", {}).items():
            self._stem[stem(surface)].append(number)
        # The parts of words by what a word that has one begins or ends with: few are left to try.
        self._prefixes: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for part, number in surfaces.get("prefix", {}).items():
            self._prefixes[part[:_EDGE]].append((part, number))
        self._suffixes: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for part, number in surfaces.get("suffix", {}).items():
            self._suffixes[part[-_EDGE:]].append((part, number))
        self._infixes = tuple(surfaces.get("infix", {}).items())
        self._parts = bool(self._prefixes or self._suffixes or self._infixes)
        self._number = surfaces.get("number", {}).get("#", -1)

    def _tried_for(self, number: int) -> tuple[tuple[int, Entry], ...]:
        """Return the longer phrases worth a try when a pattern is met, with their places in the rules."""
        found = self._tried.get(number)
        if found is None:
            places = map(int, self._holders[number].split() if number >= 0 else ())
            entries = [(place, entry_of(self._phrases[place])) for place in places]
            self._alone[number] = tuple(
                t for _, each in entries if len(each.compiled) == 1 for t in each.terms
            )
            found = self._tried[number] = tuple(each for each in entries if len(each[1].compiled) > 1)
        return found

    def _said_by(self, identities: frozenset[int]) -> tuple[str, ...]:
        """Return the terms that a word says by itself, given the patterns that it meets."""
        found = self._said.get(identities)
        if found is None:
            for identity in identities:
                self._tried_for(identity)
            terms = {term for identity in identities for term in self._alone[identity]}
            found = self._said[identities] = tuple(sorted(terms))
        return found

    def _classes(self, word: str) -> frozenset[int]:
        """Return the word patterns that `word` meets, and those of a look-alike when it is a slip."""
        found = self._plain_classes(word)
        return found.union(*(self._plain_classes(c) for c in self._slips.candidates(word)))

    def _plain_classes(self, word: str) -> frozenset[int]:
        number = self._exact.get(word)
        found = set[int]() if number is None else {number}
        if word.isdigit():
            found.add(self._number)
            return frozenset(found)
        if self._stem:
            found.update(self._stem.get(stem(word), ()))
        if self._parts:
            found.update(self._met_in_part(word))
        return frozenset(found)

    def _met_in_part(self, word: str) -> Iterator[int]:
        """Yield the patterns that a word meets by its beginning, its end or its middle."""
        for length in range(1, _EDGE + 1):
            for part, number in self._prefixes.get(word[:length], ()):
                if word.startswith(part):
                    yield number
            for part, number in self._suffixes.get(word[-length:], ()):
                if word.endswith(part):
                    yield number
        for part, number in self._infixes:
            if part in word:
                yield number

    def find(self, words: Words, within: range, *, slips: bool = True) -> list[Match]:
        """Return every match inside `within` (a sentence), in the order of the text.

        Without `slips` a word must be spelled as the rules spell it.
        """
        meets = self.classes if slips else self.plain_classes
        classes = [meets(words.words[i]) for i in within]
        where: dict[int, list[int]] = defaultdict(list)
        for here, identities in enumerate(classes):
            for identity in identities:
                where[identity].append(here)
        if not where:
            return []
        present = frozenset(where)
        tried = {
            place: entry
            for identity in present
            for place, entry in self._tried_for(identity)
            if entry.needed <= present  # most phrases lack a word that the sentence would need
        }
        offset = within.start
        found: dict[tuple[int, int, str], tuple[int, ...]] = {
            (here, here + 1, term): (here,)
            for here, identities in enumerate(classes, offset)
            if identities
            for term in self._said_by(identities)
        }
        for place in sorted(tried):
            compiled, terms, _, either = tried[place]
            if any(map(present.isdisjoint, either)):
                continue
            dead: set[tuple[int, int]] = set()
            for here in _begins(compiled[0][0] & present, where):
                rest = _finish(compiled, classes, 1, here + 1, dead)
                if rest is not None:
                    named = (offset + here, *[offset + at for at in rest])
                    for term in terms:
                        found.setdefault((named[0], named[-1] + 1, term), named)
        return [Match(*key, found[key]) for key in sorted(found)]


def _begins(met: frozenset[int], where: Mapping[int, list[int]]) -> Iterable[int]:
    """Return the words that meet one of the patterns, in their order."""
    if len(met) == 1:
        (identity,) = met
        return where[identity]
    return sorted({here for identity in met for here in where[identity]})


def _finish(
    compiled: Compiled, classes: list[frozenset[int]], step: int, here: int, dead: set[tuple[int, int]]
) -> tuple[int, ...] | None:
    """Return where the rest of a phrase stands when it goes on at `here`, else None.

    `dead` holds the places where the rest was tried in vain, so that no place is tried twice.
    """
    if step == len(compiled):
        return ()
    if (step, here) in dead:
        return None
    wanted, gap = compiled[step]
    for place in range(here, min(here + gap + 1, len(classes))):
        if wanted & classes[place]:
            rest = _finish(compiled, classes, step + 1, place + 1, dead)
            if rest is not None:
                return (place, *rest)
    dead.add((step, here))
    return None
