"""All phrases of all terms, read once and numbered, in a form that a cache can hold.

Of the thousands of phrases a document needs a few hundred: those of which the rarest word stands in it.
Each is therefore kept as a line of figures, which is only taken apart when it is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from protocheck.match.patterns import Phrase, Step, WordKind, WordPattern, parse

# Per place in a phrase: the numbers of the patterns that its word may meet, and the gap before it.
Compiled = tuple[tuple[frozenset[int], int], ...]
Surfaces = Mapping[WordKind, Mapping[str, int]]


class Entry(NamedTuple):
    """A phrase: its places, and the terms it belongs to."""

    compiled: Compiled
    terms: tuple[str, ...]


class PhraseIndex(NamedTuple):
    """The phrases over the numbers of word patterns.

    Attributes:
        surfaces: per kind of pattern the words of the rules, with their numbers.
        phrases: every phrase as a line that `entry_of` reads.
        holders: per pattern the places in `phrases` of those to be tried when it is met, parted by blanks.
    """

    surfaces: Surfaces
    phrases: Sequence[str]
    holders: Sequence[str]


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
    read = [(_compiled(parse(text), numbers), names) for text, names in by_text.items()]
    holders = _holders([compiled for compiled, _ in read], numbers)
    surfaces: dict[WordKind, dict[str, int]] = defaultdict(dict)
    for pattern, number in numbers.items():
        surfaces[pattern.kind][pattern.surface] = number
    return PhraseIndex(surfaces, [_line(*each) for each in read], holders)


def _compiled(phrase: Phrase, numbers: dict[WordPattern, int]) -> Compiled:
    def identities(step: Step) -> frozenset[int]:
        return frozenset(numbers.setdefault(a, len(numbers)) for a in step.alternatives)

    return tuple((identities(step), step.gap) for step in phrase)


def _holders(phrases: Sequence[Compiled], patterns: Iterable[WordPattern]) -> list[str]:
    """Return per pattern the phrases that are worth a try when it is met.

    A phrase is tried for the place in it whose words are rarest, and the longer a word, the rarer it is.
    """
    common = [len(pattern.word) ** -3 for pattern in patterns]
    found: list[list[str]] = [[] for _ in common]
    for number, phrase in enumerate(phrases):
        for identity in min((ids for ids, _ in phrase), key=lambda ids: sum(common[i] for i in sorted(ids))):
            found[identity].append(str(number))
    return [" ".join(each) for each in found]


def _line(compiled: Compiled, terms: Iterable[str]) -> str:
    """Write a phrase as a line: '3,14 8/2' is one of two words, and another after at most two more."""
    places = (",".join(map(str, sorted(ids))) + (f"/{gap}" if gap else "") for ids, gap in compiled)
    return "\t".join((" ".join(places), *terms))


def narrowed(index: PhraseIndex, only: frozenset[str]) -> PhraseIndex:
    """Return the index with the phrases of some terms alone; the words of the rules stay the same."""
    kept: list[str] = []
    moved: dict[str, str] = {}
    for number, line in enumerate(index.phrases):
        places, *terms = line.split("\t")
        if wanted := [term for term in terms if term in only]:
            moved[str(number)] = str(len(kept))
            kept.append("\t".join((places, *wanted)))
    holders = [" ".join(moved[n] for n in each.split() if n in moved) for each in index.holders]
    return PhraseIndex(index.surfaces, kept, holders)


def entry_of(line: str) -> Entry:
    """Read the line of a phrase."""
    places, *terms = line.split("\t")
    compiled: list[tuple[frozenset[int], int]] = []
    for place in places.split(" "):
        numbers, _, gap = place.partition("/")
        compiled.append((frozenset(map(int, numbers.split(","))), int(gap or 0)))
    return Entry(tuple(compiled), tuple(terms))


def to_plain(index: PhraseIndex) -> dict[str, Any]:
    """Return the index as plain tables, lists and texts; the same index gives the same."""
    surfaces = {kind: dict(table) for kind, table in index.surfaces.items()}
    return index._replace(surfaces=surfaces)._asdict()


def from_plain(data: Mapping[str, Any]) -> PhraseIndex:
    """Return the index that `to_plain` told.

    Raises:
        KeyError, TypeError: the data are something else.
    """
    return PhraseIndex(data["surfaces"], data["phrases"], data["holders"])
