"""Is this paper a protocol at all, and if not, what is it?

A protocol speaks of itself as one and binds parties to a communication of personal data; a text that only
writes about protocols has no parties that agree on anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.engine.terms import Terms
from protocheck.match.finder import Finder
from protocheck.match.words import Words
from protocheck.rulebook.rules import DocumentKind

PROTOCOL = "protocol"
_HEAD_WORDS = 60
_LEAST_PARTIES, _LEAST_ARTICLES, _LEAST_SELF = 2, 3, 2


def other_kind(terms: Terms, finder: Finder, kinds: Sequence[DocumentKind]) -> DocumentKind | None:
    """Return None for a protocol, else the kind of paper it is: named, or the last one ('none')."""
    head = _head_terms(terms, finder)
    everywhere = {term for s in terms.sentences for term in terms.present(s.index)} | head
    own_title = any(t in head for k in kinds if k.id == PROTOCOL for t in k.title)
    for kind in kinds:
        if kind.id == PROTOCOL or not (kind.title or kind.body):
            continue
        titled = any(t in head for t in kind.title)
        bodied = all(t in everywhere for t in kind.body)
        if bodied and (titled if kind.title else True) and not (own_title and kind.title):
            return kind
    if _binds(terms) and (own_title or _speaks_of_itself(terms)) and "$gegevensmededeling" in everywhere:
        return None
    return kinds[-1] if kinds else None


def _head_terms(terms: Terms, finder: Finder) -> set[str]:
    """Return the terms in the title, or in the first words when there is none."""
    title = Words.of(terms.reading.outline.title)
    found = {m.term for m in finder.find(title, range(len(title.words)))}
    if found:
        return found
    return {m.term for m in finder.find(terms.words, range(min(_HEAD_WORDS, len(terms.words.words))))}


def _binds(terms: Terms) -> bool:
    """Tell whether parties agree on something here."""
    reading = terms.reading
    articles = sum(1 for s in reading.outline.walk() if s.kind in {"article", "section"})
    parties = len(reading.facts.parties) >= _LEAST_PARTIES
    agree = any(terms.matches(s.index, "$overeenkomen") for s in terms.sentences)
    signed = any(s.kind == "signature" for s in reading.outline.walk())
    return sum((parties, agree, signed)) >= (1 if articles >= _LEAST_ARTICLES and parties else 2)


def _speaks_of_itself(terms: Terms) -> bool:
    return sum(len(terms.matches(s.index, "$zelfverwijzing")) for s in terms.sentences) >= _LEAST_SELF
