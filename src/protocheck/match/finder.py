"""Find all phrases of the rules in one pass over the words of a text."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from protocheck.match.fuzzy import SlipIndex
from protocheck.match.index import Compiled, Entry, PhraseIndex, Surfaces, compile_terms, entry_of
from protocheck.match.words import Words, stem

_EDGE = 3  # letters by which the beginnings and the ends of words are looked up


class Match(NamedTuple):
    """A phrase of `term` at the words `first` up to, not including, `last`; they sort by place.

    `named` holds the words that the phrase names, without those in its gaps.
    """

    first: int
    last: int
    term: str
    named: tuple[int, ...] = ()


class Longer(NamedTuple):
    """A phrase of more than one word, to be tried when a certain pattern is met.

    `besides` holds, per place that this pattern does not fill, the patterns of which one must be met too.
    """

    place: int
    compiled: Compiled
    terms: tuple[str, ...]
    besides: tuple[frozenset[int], ...]


# What one word says: the word patterns that it meets, and the terms that it is a phrase of by itself.
Meeting = tuple[frozenset[int], tuple[str, ...]]
# What stands in a sentence: per word the terms that it says by itself, and the matches of longer phrases.
Scan = tuple[list[tuple[str, ...]], Collection[Match]]


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
        self._tried: dict[int, tuple[Longer, ...]] = {}
        self._alone: dict[int, tuple[str, ...]] = {}
        self._index(index.surfaces)
        exact, stems = index.surfaces.get("exact", {}), index.surfaces.get("stem", {})
        self._slips = SlipIndex((*exact, *stems), known)
        self._met = functools.lru_cache(maxsize=50_000)(self._meeting)
        self._plainly_met = functools.lru_cache(maxsize=50_000)(self._plain_meeting)

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

    def _tried_for(self, number: int) -> tuple[Longer, ...]:
        """Return the longer phrases worth a try when a pattern is met."""
        found = self._tried.get(number)
        if found is None:
            places = map(int, self._holders[number].split() if number >= 0 else ())
            entries = [(place, entry_of(self._phrases[place])) for place in places]
            self._alone[number] = tuple(
                t for _, each in entries if len(each.compiled) == 1 for t in each.terms
            )
            found = self._tried[number] = tuple(
                _longer(place, each, number) for place, each in entries if len(each.compiled) > 1
            )
        return found

    def _meeting(self, word: str) -> Meeting:
        """Return what a word says, as one of the rules' when it may be a slip of one."""
        return self._said_by(self.classes(word))

    def _plain_meeting(self, word: str) -> Meeting:
        """Return what a word says as it is spelled."""
        return self._said_by(self._plain_classes(word))

    def _said_by(self, patterns: frozenset[int]) -> Meeting:
        for number in patterns:
            self._tried_for(number)
        terms = {term for number in patterns for term in self._alone[number]}
        return patterns, tuple(sorted(terms))

    def classes(self, word: str) -> frozenset[int]:
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
        said, longer = self.scan(words, within, slips=slips)
        alone = (
            Match(at, at + 1, term, (at,)) for at, terms in zip(within, said, strict=True) for term in terms
        )
        return sorted([*alone, *longer])

    def scan(self, words: Words, within: range, *, slips: bool) -> Scan:
        """Return what `find` does, before matches are made of it: few of them may be asked for."""
        meets = self._met if slips else self._plainly_met
        met = [meets(word) for word in words.words[within.start : within.stop]]
        longer = self._longer([patterns for patterns, _ in met], within.start)
        return [said for _, said in met], longer

    def _longer(self, classes: Sequence[frozenset[int]], offset: int) -> Collection[Match]:
        """Return the matches of phrases of more than one word, by the patterns that each word meets."""
        where: dict[int, list[int]] = {}
        for here, patterns in enumerate(classes):
            for number in patterns:
                where.setdefault(number, []).append(here)
        found: dict[tuple[int, int, str], Match] = {}
        for phrase in self._possible(frozenset(where)):
            for here, *rest in _places(phrase.compiled, classes, where):
                named = (offset + here, *[offset + at for at in rest])
                for term in phrase.terms:
                    key = (named[0], named[-1] + 1, term)
                    found.setdefault(key, Match(*key, named))
        return found.values()

    def _possible(self, present: frozenset[int]) -> list[Longer]:
        """Return the longer phrases of which every place can be met, in their order in the rules."""
        tried: dict[int, Longer] = {}
        for number in present:
            for phrase in self._tried_for(number):
                for either in phrase.besides:
                    if present.isdisjoint(either):  # most phrases lack a word
                        break
                else:
                    tried[phrase.place] = phrase
        return [tried[place] for place in sorted(tried)]


def _longer(place: int, entry: Entry, number: int) -> Longer:
    """Return the phrase at a place in the rules as it is tried when the pattern `number` is met."""
    compiled, terms = entry
    besides = {patterns for patterns, _ in compiled if number not in patterns}
    return Longer(place, compiled, terms, tuple(sorted(besides, key=len)))


def _places(
    compiled: Compiled, classes: Sequence[frozenset[int]], where: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, ...]]:
    """Yield where the words of a phrase stand, for each place at which it can begin."""
    dead: set[tuple[int, int]] = set()
    second, gap = compiled[1]
    for here in _begins(compiled[0][0], where):
        # Most of what begins like a phrase goes on otherwise.
        if not gap and (here + 1 == len(classes) or second.isdisjoint(classes[here + 1])):
            continue
        rest = _finish(compiled, classes, 1, here + 1, dead)
        if rest is not None:
            yield (here, *rest)


def _begins(wanted: frozenset[int], where: Mapping[int, Sequence[int]]) -> Iterable[int]:
    """Return the words that meet one of the patterns, in their order."""
    met = [where[number] for number in wanted if number in where]
    return met[0] if len(met) == 1 else sorted({here for places in met for here in places})


def _finish(
    compiled: Compiled, classes: Sequence[frozenset[int]], step: int, here: int, dead: set[tuple[int, int]]
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
