"""By what a body can be recognised in another's paper: its name, its number, its addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import cast

from protocheck.batch.kinship.bodies import plain_words
from protocheck.batch.kinship.folding import read_as
from protocheck.batch.kinship.profiles import Profile
from protocheck.facts.names import is_body, is_generic
from protocheck.model.facts import PartyKind
from protocheck.model.report import PartyFact
from protocheck.record import record
from protocheck.regex import lazy

_LEAST, _BARE = 3, 4  # letters of a word that tells a body from others; of one that does so alone
_WORD = lazy(r"[^\W_]+")


@record
class Body:
    """A party of some members of a family.

    Attributes:
        key: of the body; name: as a paper prints it.
        kind: what kind of body.
        telling: the words that tell it from others of its kind, as a scanner may read them.
        anchor: the most telling of them; empty when there is none.
        bare: whether that word alone stands for the body: it is a name and no Dutch word.
        papers: in which it is a party.
    """

    key: str
    name: str
    kind: PartyKind
    telling: tuple[str, ...]
    anchor: str
    bare: bool
    papers: tuple[str, ...]


@record
class Traces:
    """Where to look: from a word, a number or a domain to the bodies it may stand for."""

    bodies: Mapping[str, Body]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def traces(members: Iterable[Profile], common: frozenset[str], ordinary: frozenset[str]) -> Traces:
    """Return the traces of the parties that are not common to a family."""
    found = {body.key: body for body in _bodies(members, common, ordinary)}
    words: dict[str, list[str]] = {}
    numbers: dict[str, list[str]] = {}
    for body in found.values():
        if body.anchor:
            for form in forms(body.anchor):
                words.setdefault(form, []).append(body.key)
        if body.key.isdecimal():
            numbers.setdefault(body.key, []).append(body.key)
    return Traces(
        found, {word: tuple(keys) for word, keys in words.items()}, {n: tuple(k) for n, k in numbers.items()}
    )


@record
class _Named:
    """A body as one paper names it."""

    name: str
    kind: str
    paper: str


def _bodies(members: Iterable[Profile], common: frozenset[str], ordinary: frozenset[str]) -> Iterator[Body]:
    named: dict[str, list[_Named]] = {}
    for member in members:
        for party, key in member.keyed:
            if key and key not in common and not is_generic(party.name):
                named.setdefault(key, []).append(_Named(party.name, party.kind, member.id))
    for key, seen in sorted(named.items()):
        name = _usual_name(each.name for each in seen)
        own = [each for each in seen if _same_name(each.name, name)]
        words = apart(name, ordinary)
        anchor = _anchor(words)
        bare = len(anchor) >= _BARE and (len(words) == 1 or not _is_word(anchor))
        papers = tuple(sorted({each.paper for each in own}))
        kind = cast("PartyKind", own[0].kind)
        yield Body(key, name, kind, tuple(map(read_as, words)), read_as(anchor), bare, papers)


def _usual_name(names: Iterable[str]) -> str:
    """Return the name that most papers print; a longer one may hold more than the name."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], len(name), name))


def _same_name(one: str, other: str) -> bool:
    """Tell whether two names share a word; a number that goes with another name was misread, or copied."""
    return one == other or not set(plain_words(one)).isdisjoint(plain_words(other))


def apart(name: str, ordinary: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name that tell the body from others of its kind."""
    return tuple(
        word
        for word in plain_words(name)
        if len(word) >= _LEAST and word.isalpha() and not is_body(word) and word not in ordinary
    )


def forms(word: str) -> tuple[str, ...]:
    """Return a name and what is said of the place: 'Geels grondgebied', 'Wervikse', 'Hazelbeekse'."""
    stem = f"{word[:-3]}eek" if word.endswith("beke") else word.removesuffix("e")
    return tuple(dict.fromkeys((word, f"{word}s", f"{word}se", f"{stem}s", f"{stem}se")))


def _anchor(words: Sequence[str]) -> str:
    """Return the most telling word of a name: no Dutch word if there is one, else the longest."""
    return min(words, key=lambda word: (_is_word(word), -len(word), word), default="")


def _is_word(word: str) -> bool:
    from protocheck.repair.lexicon import lexicon  # noqa: PLC0415 - only where there is a family

    known = lexicon()
    return known.curated(word) and not known.name(word)


@record
class Strangers:
    """The bodies of a family that are no party to one paper; `own` are the words of those that are."""

    marks: Traces
    parties: frozenset[str]
    own: frozenset[str]

    def get(self, key: str) -> Body | None:
        """Return the body if it is a stranger here, and no namesake of a party: a city beside its OCMW."""
        body = self.marks.bodies[key]
        return None if key in self.parties or (body.anchor and body.anchor in self.own) else body


def own_words(parties: Iterable[PartyFact]) -> frozenset[str]:
    """Return all words by which parties are known, their seats and people included."""
    texts = [
        text
        for party in parties
        for text in (party.name, party.short_name, party.seat, *(each.name for each in party.representatives))
    ]
    return frozenset(form for text in texts for word in _WORD.findall(text) for form in forms(read_as(word)))
