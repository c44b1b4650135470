"""Is this paper a protocol at all, and if not, what is it?

A protocol speaks of itself as one and binds parties to a communication of personal data; a text that only
writes about protocols has no parties that agree on anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from protocheck.engine.terms import Terms
from protocheck.match.finder import Finder
from protocheck.match.words import Words
from protocheck.rulebook.rules import DocumentKind

PROTOCOL = "protocol"
_HEAD_WORDS, _OPENING_WORDS = 60, 150
_BEFORE_NAME = 2
_ENOUGH = 5
_NOWHERE = 10**9
_LEAST_PARTIES, _LEAST_ARTICLES = 2, 3
_DATA_SENTENCES = 4
_LAW = "decreet 2008-07-18"
_OF_DATA = ("$gegevensmededeling", "$gegevensbescherming")


def other_kind(
    terms: Terms,
    finder: Finder,
    kinds: Sequence[DocumentKind],
    says_most: Callable[[], bool] = lambda: False,
) -> DocumentKind | None:
    """Return None for a protocol, else the kind of paper it is: named, or the last one ('none').

    A paper without a name of its own is a protocol when parties agree on something about data in it, or when
    it says most of what a protocol must (`says_most`, asked only then).
    """
    own_names = {t for kind in kinds if kind.id == PROTOCOL for t in kind.title}
    head = _head_terms(terms, finder, {t for kind in kinds for t in kind.title}, own_names)
    opening = _opening_terms(terms, finder, own_names)
    everywhere = {term for s in terms.sentences for term in terms.present(s.index)} | {*head, *opening}
    own = min((head[t] for t in own_names if t in head), default=_NOWHERE)
    for kind in kinds:
        if kind.id == PROTOCOL or not (kind.title or kind.opening or kind.body):
            continue
        # The first name in a title is the paper's own: 'Advies ... bij het protocol' is an advice.
        titled = min((head[t] for t in kind.title if t in head), default=_NOWHERE) < own
        named = titled or not opening.isdisjoint(kind.opening) or not (kind.title or kind.opening)
        if named and everywhere.issuperset(kind.body) and everywhere.isdisjoint(kind.none):
            return kind
    agreed = _binds(terms) and _score(terms, own_title=own < _NOWHERE) >= _ENOUGH
    if (agreed and _about_data(terms, finder)) or says_most():
        return None
    return kinds[-1] if kinds else None


def _head_terms(terms: Terms, finder: Finder, names: set[str], anywhere: set[str]) -> dict[str, int]:
    """Return which names of papers stand in the title, and where; in the first words when none does.

    There a name counts only where a line begins with it, for a recital may name an advice, but for
    those that count `anywhere`.
    """
    for line in (_first_line(terms), terms.reading.outline.title):
        title = Words.of(line)
        found = _named(finder, title, range(len(title.words)), names)
        if found:
            return found
    first = range(min(_HEAD_WORDS, len(terms.words.words)))
    named = _named(finder, terms.words, first, names)
    return {t: at for t, at in named.items() if t in anywhere or _opens_a_line(terms.words, at)}


def _opening_terms(terms: Terms, finder: Finder, own_names: set[str]) -> set[str]:
    """Return what stands in the first words of a paper whose title calls it no protocol."""
    title = Words.of(terms.reading.outline.title)
    if any(match.term in own_names for match in finder.find(title, range(len(title.words)), slips=False)):
        return set()
    first = range(min(_OPENING_WORDS, len(terms.words.words)))
    return {match.term for match in finder.find(terms.words, first, slips=False)}


def _first_line(terms: Terms) -> str:
    """Return the first line of the paper, which may be above its title: 'OFFERTE'."""
    return terms.words.text.lstrip().partition("\n")[0]


def _named(finder: Finder, words: Words, within: range, names: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for match in finder.find(words, within, slips=False):
        if match.term in names:
            found.setdefault(match.term, match.first)
    return found


def _opens_a_line(words: Words, at: int) -> bool:
    """Tell whether a line begins with the word, or with one or two before it: 'Ons advies', '1. Protocol'."""
    start = words.starts[at]
    line = words.text.rfind("\n", 0, start) + 1
    return len(words.text[line:start].split()) <= _BEFORE_NAME


def _count(terms: Terms, term: str) -> int:
    return sum(len(terms.matches(s.index, term)) for s in terms.sentences)


def _binds(terms: Terms) -> bool:
    """Tell whether parties agree on something here: they are named, or they sign, or they say so."""
    reading = terms.reading
    if len(reading.facts.parties) >= _LEAST_PARTIES or _count(terms, "$overeenkomen"):
        return True
    return any(segment.kind == "signature" for segment in reading.outline.walk())


def _about_data(terms: Terms, finder: Finder) -> bool:
    """Tell whether personal data are what the paper is about, as its title or its text says."""
    facts = terms.reading.facts
    if any(c.key in {_LAW, "avg"} for c in facts.citations) or any(c.dpo for c in facts.contacts):
        return True
    if any(map(partial(_count, terms), _OF_DATA)) or _head_terms(terms, finder, {*_OF_DATA}, {*_OF_DATA}):
        return True
    return sum(bool(terms.matches(s.index, "$persoonsgegevens")) for s in terms.sentences) >= _DATA_SENTENCES


def _score(terms: Terms, *, own_title: bool) -> int:
    """Count what speaks for a protocol; the title, named parties and the decree behind it count double."""
    reading = terms.reading
    articles = sum(1 for s in reading.outline.walk() if s.kind in {"article", "section"})
    speaks = (
        own_title,
        own_title,
        len(reading.facts.parties) >= _LEAST_PARTIES,
        len(reading.facts.parties) >= _LEAST_PARTIES,
        any(segment.kind == "signature" for segment in reading.outline.walk()),
        bool(_count(terms, "$overeenkomen")),
        bool(_count(terms, "$zelfverwijzing")),
        articles >= _LEAST_ARTICLES,
        bool(_count(terms, "$gegevensmededeling")),
        any(c.key == _LAW for c in reading.facts.citations),
        any(c.key == _LAW for c in reading.facts.citations),
    )
    return sum(speaks)
