"""The words of a text as they compare: names, dates, numbers and addresses masked, each with its place.

Two copies of one protocol have the same clauses and other parties. What tells parties apart becomes a mark
('‹partij›'), so that only the clauses are compared. Masks are put on words, not on phrases: no pattern is
made for a paper, which keeps this linear in the text and costs nothing for thousands of papers.
"""

from __future__ import annotations

import functools
import operator
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from protocheck.batch.kinship.folding import fold
from protocheck.facts.names import is_body
from protocheck.model.report import ContactFact, PartyFact
from protocheck.record import record
from protocheck.regex import lazy

PARTY, PERSON, DAY, NUMBER, ADDRESS, PLACE = "‹p›", "‹w›", "‹d›", "‹n›", "‹a›", "‹g›"
# How a mask is shown to a reader.
SHOWN = {
    PARTY: "[partij]",
    PERSON: "[naam]",
    DAY: "[datum]",
    NUMBER: "[nummer]",
    ADDRESS: "[contactadres]",
    PLACE: "[adres]",
}
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|febr|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
_PARTS = lazy(
    r"(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?:https?://|www\.)[^\s<>\"')]{2,200}"
    r"|[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,3}\.(?:be|eu|org|net|com|vlaanderen|brussels|example)(?![\w-]))"
    r"|(?P<number>(?<![\w.])(?:BE ?)?[0O1]\d{3}[. ]?\d{3}[. ]?\d{3}(?![\w])"
    r"|(?<![\w./])(?:\+32 ?\(?0?\)?|0)\d{1,3}[ /.-]{1,3}\d{2,3}(?:[ .]\d{2,3}){1,3}(?!\w))"
    rf"|(?P<day>(?<![\w./])\d{{1,2}}(?:ste|de|e)? {_MONTH}\.? (?:19|20)\d\d(?!\w)"
    r"|(?<![\w./-])\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?(?:19|20)\d\d(?!\w)"
    r"|\[(?:datum|DATUM|Datum)\])"
    r"|(?P<place>[A-ZÀ-Þ][\w'-]{1,30}(?:straat|laan|plein|weg|dreef|markt|kaai|lei|pad|baan|hof|wal)"
    r" \d{1,4}[A-Za-z]?(?![\w°])|\b[1-9]\d{3} (?=[A-ZÀ-Þ]))"
    r"|(?P<person>\b(?:de heer|mevrouw|dhr\.?|mevr\.?|mw\.?|meneer) [A-ZÀ-Þ][\w'.-]{0,30}"
    r"(?: (?:(?:van|de|den|der|la|le) ){0,2}[A-ZÀ-Þ][\w'-]{0,30}){0,4})"
    r"|(?P<word>[^\W_]+)"
)
# Without any of these a text holds nothing but words.
_SIGNS = lazy(
    r"[@\d\[]|://|www\.|\.(?:be|eu|org|net|com|vlaanderen|brussels|example)"
    r"|\b(?:heer|mevrouw|dhr|mevr|mw|meneer)\b"
)
_WORDS = lazy(r"(?P<word>[^\W_]+)")
# A statute keeps its date: another date is another statute.
_STATUTES = frozenset(
    "wet decreet verordening ordonnantie regering koninklijk ministerieel besluit omzendbrief richtlijn"
    " wetboek samenwerkingsakkoord".split()
)
_SMALL = frozenset("van voor en de het der den des te ter ten aan in op tot bij".split())
_ARTICLES = frozenset({"de", "het", "een"})
_MARKS = {"address": ADDRESS, "number": NUMBER, "day": DAY, "place": PLACE, "person": PERSON}
_CACHED, _REMEMBERED = 128, 2048  # clauses whose words are kept, and words
_MASK = "‹"  # begins every mask, and no word
_KEY, _START, _END = map(operator.itemgetter, range(3))
_LEAST = 3  # letters of a word of a name that tells something
_RUN = 3  # small words that may stand inside the name of a party
# 'zijn functionaris' and 'haar functionaris', 'het bestuur, dat' and 'de stad, die' come with the name.
_AGREEING = {"haar": "zijn", "hun": "zijn", "zijn": "zijn", "die": "dat", "deze": "dit"}


class Token(NamedTuple):
    """A word as it compares, and where it stands in its text; a mask may stand for several words."""

    key: str
    start: int
    end: int

    @property
    def masked(self) -> bool:
        """Tell whether this stands for a name, a date or a number."""
        return self.key.startswith(_MASK)


class Tokens(Sequence[Token]):
    """The tokens of a text, an eighth as large: their keys, and where each starts and ends."""

    __slots__ = ("ends", "keys", "starts")

    def __init__(self, found: Iterable[Token]) -> None:
        """Take tokens in order."""
        held = list(found)
        self.keys = tuple(map(_KEY, held))
        self.starts = array("I", map(_START, held))
        self.ends = array("I", map(_END, held))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.keys)

    def __iter__(self) -> Iterator[Token]:
        """Yield them in order."""
        return map(_token, self.keys, self.starts, self.ends)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | Sequence[Token]:
        """Return one of them, or some."""
        if isinstance(at, slice):
            return tuple(map(_token, self.keys[at], self.starts[at], self.ends[at]))
        return _token(self.keys[at], self.starts[at], self.ends[at])


@record
class Masks:
    """The words of one paper that tell its parties and people apart, folded.

    A word for a kind of body ('gemeente') counts in small letters as well; a word of a name ('zorg') only
    with a capital. With `nothing` there are no masks: in copies of one protocol every name and date counts.
    """

    kinds: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    nothing: bool = False

    @property
    def words(self) -> frozenset[str]:
        """Return all of them."""
        return self.kinds | self.names | self.people


AS_PRINTED = Masks(nothing=True)


def masks(parties: Iterable[PartyFact], contacts: Iterable[ContactFact] = ()) -> Masks:
    """Return what to mask for these parties: every telling word of their names, and their people."""
    bodies, people = set[str](), set[str]()
    for party in parties:
        bodies.update(telling(party.name), telling(party.short_name))
        for person in party.representatives:
            people.update(telling(person.name))
    for contact in contacts:
        if contact.personal:
            people.update(telling(contact.owner))
    kinds = frozenset(filter(is_body, bodies))
    return Masks(kinds, frozenset(bodies - kinds), frozenset(people - bodies))


def telling(name: str) -> Iterator[str]:
    """Yield the words of a name that are more than grammar, folded."""
    for match in _PARTS.finditer(name):
        word = fold(match[0])
        if match.lastgroup == "word" and len(word) >= _LEAST and word not in _SMALL:
            yield word


def tokens(text: str, masked: Masks) -> Tokens:
    """Return the words of a text in order, names of parties run together into one mark."""
    if masked.nothing:
        return Tokens(_token(_plain(match[0]), *match.span()) for match in _PARTS.finditer(text))
    read, names = _unnamed(text), masked.words
    if names.isdisjoint(read.found.keys):
        return Tokens(_joined(tuple(read.found))) if read.masked else read.found
    found = [_named(token, text, masked) if token.key in names else token for token in read.found]
    return Tokens(_joined(found))


@record
class _Read:
    """The words of a text before names are masked; `masked` tells whether anything else is."""

    found: Tokens
    masked: bool


@functools.lru_cache(maxsize=_CACHED)
def _unnamed(text: str) -> _Read:
    """Return the words of a text before names are masked; siblings have most of their clauses alike."""
    found: list[Token] = []
    masked = False
    for match in _pattern_for(text).finditer(text):
        if match.lastgroup == "word":
            key = _plain(match[0])
        else:
            key = _key(match, found)
            masked = masked or key.startswith(_MASK)
        found.append(_token(key, *match.span()))
    return _Read(Tokens(found), masked)


def _pattern_for(text: str) -> re.Pattern[str]:
    """Return the pattern for a text: most hold nothing but words, which are found in a third of the time."""
    return _PARTS if _SIGNS.search(text) else _WORDS


def _key(match: re.Match[str], before: Sequence[Token]) -> str:
    kind = match.lastgroup or ""
    if kind == "day" and any(each.key in _STATUTES for each in before[-2:]):
        return fold(match[0])
    return _MARKS[kind]


@functools.lru_cache(maxsize=_REMEMBERED)
def _plain(printed: str) -> str:
    word = fold(printed)
    return _AGREEING.get(word, word)


def _token(key: str, start: int, end: int) -> Token:
    """Return a token; the constructor of a named tuple takes twice as long."""
    return tuple.__new__(Token, (key, start, end))


def _named(token: Token, text: str, masked: Masks) -> Token:
    """Return the mark of a party or a person for a word of its name."""
    key = token.key
    capital = text[token.start].isupper()
    if key in masked.kinds or (capital and key in masked.names):
        return _token(PARTY, token.start, token.end)
    return _token(PERSON, token.start, token.end) if capital and key in masked.people else token


def _joined(found: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens, a run of marks of one kind as one, with the article before it."""
    at, count = 0, len(found)
    while at < count:
        token = found[at]
        article = token.key in _ARTICLES and at + 1 < count and found[at + 1].key == PARTY
        if not token.masked and not article:
            yield token
            at += 1
            continue
        last = _end_of_run(found, at + article)
        yield Token(found[at + article].key, token.start, found[last].end)
        at = last + 1


def _end_of_run(found: Sequence[Token], at: int) -> int:
    """Return the last token of a run of marks that starts here."""
    kind, last, ahead = found[at].key, at, at + 1
    while ahead < len(found) and ahead - last <= _RUN:
        key = found[ahead].key
        if key == kind:
            last = ahead
        elif kind != PARTY or key not in _SMALL:
            break
        ahead += 1
    return last


def shown(text: str, found: Sequence[Token], first: int = 0, last: int | None = None) -> str:
    """Return a stretch of the text with its masks named for a reader, white space made plain."""
    stop = len(found) if last is None else last
    pieces: list[str] = []
    for index in range(first, stop):
        token = found[index]
        pieces.append(SHOWN[token.key] if token.key in SHOWN else text[token.start : token.end])
        following = found[index + 1].start if index + 1 < len(found) else len(text)
        pieces.append(text[token.end : following])
    return " ".join("".join(pieces).split())
