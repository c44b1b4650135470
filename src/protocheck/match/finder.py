"""Find all phrases of the rules in one pass over the words of a text."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from protocheck.match.fuzzy import SlipIndex
from protocheck.match.index import Compiled, Entry, PhraseIndex, compile_terms
from protocheck.match.words import Words, stem


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
        self, terms: Mapping[str, Iterable[str]] | PhraseIndex, known: Callable[[str], bool] = _known
    ) -> None:
        """Read every phrase, unless they come read, and index them by their first word."""
        index = terms if isinstance(terms, PhraseIndex) else compile_terms(terms)
        self._patterns = index.patterns
        self._starts: dict[int, list[Entry]] = defaultdict(list)
        for entry in index.entries:
            for identity in entry.compiled[0][0]:
                self._starts[identity].append(entry)
        self._index()
        self._slips = SlipIndex((p.surface for p in self._patterns if p.kind in {"exact", "stem"}), known)
        self.classes = functools.lru_cache(maxsize=50_000)(self._classes)
        self.plain_classes = functools.lru_cache(maxsize=50_000)(self._plain_classes)

    def _index(self) -> None:
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stem: dict[str, list[int]] = defaultdict(list)
        self._edge: dict[tuple[bool, int], dict[str, int]] = defaultdict(dict)
        self._infix: list[tuple[str, int]] = []
        self._number = -1
        for identity, pattern in enumerate(self._patterns):
            match pattern.kind:
                case "exact":
                    self._exact[pattern.word].append(identity)
                case "stem":
                    self._stem[pattern.word].append(identity)
                case "prefix" | "suffix":
                    self._edge[pattern.kind == "prefix", len(pattern.word)][pattern.word] = identity
                case "infix":
                    self._infix.append((pattern.word, identity))
                case "number":
                    self._number = identity

    def _classes(self, word: str) -> frozenset[int]:
        """Return the word patterns that `word` meets, and those of a look-alike when it is a slip."""
        found = self._plain_classes(word)
        return found.union(*(self._plain_classes(c) for c in self._slips.candidates(word)))

    def _plain_classes(self, word: str) -> frozenset[int]:
        found = set(self._exact.get(word, ()))
        if word.isdigit():
            found.add(self._number)
            return frozenset(found)
        found.update(self._stem.get(stem(word), ()))
        for (front, length), table in self._edge.items():
            if len(word) >= length:
                identity = table.get(word[:length] if front else word[-length:])
                if identity is not None:
                    found.add(identity)
        found.update(identity for part, identity in self._infix if part in word)
        return frozenset(found)

    def find(self, words: Words, within: range, *, slips: bool = True) -> list[Match]:
        """Return every match inside `within` (a sentence), in the order of the text.

        Without `slips` a word must be spelled as the rules spell it.
        """
        meets = self.classes if slips else self.plain_classes
        classes = [meets(words.words[i]) for i in within]
        present = frozenset().union(*classes)
        found: dict[tuple[int, int, str], tuple[int, ...]] = {}
        dead: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for here, identities in enumerate(classes, within.start):
            for identity in identities:
                for compiled, terms, needed in self._starts.get(identity, ()):
                    if not needed <= present:  # most phrases lack a word that the sentence would need
                        continue
                    named: tuple[int, ...] = (here,)
                    if len(compiled) > 1:
                        offset = here - within.start
                        rest = _finish(compiled, classes, 1, offset + 1, dead[id(compiled)])
                        if rest is None:
                            continue
                        named = (here, *(within.start + place for place in rest))
                    for term in terms:
                        found.setdefault((here, named[-1] + 1, term), named)
        return [Match(*key, found[key]) for key in sorted(found)]


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
