"""All phrases of all terms, read once and numbered, in a form that a cache can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from protocheck.match.patterns import Phrase, Step, WordPattern, parse

# Per place in a phrase: the numbers of the patterns that its word may meet, and the gap before it.
Compiled = tuple[tuple[frozenset[int], int], ...]


class Entry(NamedTuple):
    """A phrase: its places, the terms it belongs to, and the patterns that a sentence cannot lack."""

    compiled: Compiled
    terms: tuple[str, ...]
    needed: frozenset[int]


class PhraseIndex(NamedTuple):
    """The word patterns by number, and the phrases over those numbers."""

    patterns: tuple[WordPattern, ...]
    entries: tuple[Entry, ...]


def compile_terms(terms: Mapping[str, Iterable[str]]) -> PhraseIndex:
    """Read every phrase of every term.

    Raises:
        PatternError: a phrase cannot be read.
    """
    by_text: dict[str, list[str]] = defaultdict(list)
    for term, phrases in terms.items():
        for phrase in phrases:
            by_text[phrase].append(term)
    numbers: dict[WordPattern, int] = {}
    entries = tuple(_entry(_compiled(parse(text), numbers), names) for text, names in by_text.items())
    return PhraseIndex(tuple(numbers), entries)


def _compiled(phrase: Phrase, numbers: dict[WordPattern, int]) -> Compiled:
    def identities(step: Step) -> frozenset[int]:
        return frozenset(numbers.setdefault(a, len(numbers)) for a in step.alternatives)

    return tuple((identities(step), step.gap) for step in phrase)


def _entry(compiled: Compiled, terms: Iterable[str]) -> Entry:
    needed = frozenset().union(*(identities for identities, _ in compiled if len(identities) == 1))
    return Entry(compiled, tuple(terms), needed)


def to_plain(index: PhraseIndex) -> dict[str, Any]:
    """Return the index as lists and texts, for JSON; the same index gives the same lists."""
    return {
        "patterns": [list(pattern) for pattern in index.patterns],
        "entries": [[[[sorted(ids), gap] for ids, gap in e.compiled], list(e.terms)] for e in index.entries],
    }


def from_plain(data: Mapping[str, Any]) -> PhraseIndex:
    """Return the index that `to_plain` told.

    Raises:
        KeyError, TypeError, ValueError: the data are something else.
    """
    patterns = tuple(WordPattern(*each) for each in data["patterns"])
    entries = tuple(
        _entry(tuple((frozenset(ids), gap) for ids, gap in steps), terms) for steps, terms in data["entries"]
    )
    return PhraseIndex(patterns, entries)
