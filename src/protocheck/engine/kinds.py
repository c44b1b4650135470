"""Is this paper a protocol at all, and if not, what is it?

A protocol speaks of itself as one and binds parties to a communication of personal data; a text that only
writes about protocols has no parties that agree on anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from protocheck.engine.terms import Terms
from protocheck.match.finder import Finder
from protocheck.match.words import Words
from protocheck.rulebook.rules import DocumentKind

PROTOCOL = "protocol"
_HEAD_WORDS = 60
_ENOUGH = 5
_NOWHERE = 10**9
_LEAST_PARTIES, _LEAST_ARTICLES = 2, 3
_DATA_SENTENCES = 4
_LAW = "decreet 2008-07-18"


def other_kind(
    terms: Terms,
    finder: Finder,
    kinds: Sequence[DocumentKind],
    says_most: Callable[[], bool] = lambda: False,
) -> DocumentKind | None:
    """Return None for a protocol, else the kind of paper it is: named, or the last one ('none').

    A paper without a name of its own is a protocol when parties agree on something in it, or when it
    says most of what a protocol must (`says_most`, asked only then).
    """
    head = _head_terms(terms, finder, {t for kind in kinds for t in kind.title})
    everywhere = {term for s in terms.sentences for term in terms.present(s.index)} | set(head)
    own = min((head[t] for k in kinds if k.id == PROTOCOL for t in k.title if t in head), default=_NOWHERE)
    for kind in kinds:
        if kind.id == PROTOCOL or not (kind.title or kind.body):
            continue
        # The first name in a title is the paper's own: 'Advies ... bij het protocol' is an advice.
        titled = not kind.title or min((head[t] for t in kind.title if t in head), default=_NOWHERE) < own
        if titled and all(t in everywhere for t in kind.body):
            return kind
    agreed = _binds(terms) and _score(terms, own_title=own < _NOWHERE) >= _ENOUGH
    if _about_data(terms) and (agreed or says_most()):
        return None
    return kinds[-1] if kinds else None


def _head_terms(terms: Terms, finder: Finder, names: set[str]) -> dict[str, int]:
    """Return which names of papers stand in the title, and where; in the first words when none does."""
    title = Words.of(terms.reading.outline.title)
    first = range(min(_HEAD_WORDS, len(terms.words.words)))
    for words, within in ((title, range(len(title.words))), (terms.words, first)):
        found: dict[str, int] = {}
        for match in finder.find(words, within, slips=False):
            if match.term in names:
                found.setdefault(match.term, match.first)
        if found:
            return found
    return {}


def _count(terms: Terms, term: str) -> int:
    return sum(len(terms.matches(s.index, term)) for s in terms.sentences)


def _binds(terms: Terms) -> bool:
    """Tell whether parties agree on something here: they are named, or they sign, or they say so."""
    reading = terms.reading
    if len(reading.facts.parties) >= _LEAST_PARTIES or _count(terms, "$overeenkomen"):
        return True
    return any(segment.kind == "signature" for segment in reading.outline.walk())


def _about_data(terms: Terms) -> bool:
    """Tell whether personal data are what the paper is about."""
    facts = terms.reading.facts
    if any(c.key in {_LAW, "avg"} for c in facts.citations) or any(c.dpo for c in facts.contacts):
        return True
    if _count(terms, "$gegevensmededeling"):
        return True
    return sum(bool(terms.matches(s.index, "$persoonsgegevens")) for s in terms.sentences) >= _DATA_SENTENCES


def _score(terms: Terms, *, own_title: bool) -> int:
    """Count what speaks for a protocol; the title and named parties count double."""
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
    )
    return sum(speaks)
