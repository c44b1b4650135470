"""What a user asks, in the language of the register of words (FTS5); whatever was typed is valid.

Words next to each other must all be there; `OF` (or `OR`) between two: either; "words between quotes" stand
together as they are; `gegeven*` begins like that, `*termijn` ends like that, `*termijn*` holds it; `-woord`
or `NIET woord` must not be there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from protocheck.batch.word_forms import folded, forms, joined

_TOKEN = re.compile(r'-?"[^"]{0,400}"?|[^\s"]{1,200}')
_WORD = re.compile(r"[^\W_]{1,100}")
_QUOTES = str.maketrans("“”„«»", '"""""')
_OR = {"OF", "OR", "|"}
_AND = {"EN", "AND", "&"}
_NOT = {"NIET", "NOT"}
_MOST = 50  # words in one question; more than anyone types

# Gives the words of the register that are like a pattern, in which '%' stands for any letters.
Vocabulary = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was read: for the register of words, and to point out its words in a text.

    `match` is empty when there is no word that can be looked for.
    """

    match: str
    words: frozenset[str]
    beginnings: tuple[str, ...]

    def means(self, word: str) -> bool:
        """Tell whether a word of a text is one that was asked for, in whatever form."""
        plain = folded(word)
        return (
            plain in self.words
            or not self.words.isdisjoint(forms(word))
            or (bool(self.beginnings) and plain.startswith(self.beginnings))
        )


@dataclass(slots=True)
class _Asked:
    vocabulary: Vocabulary
    wanted: list[list[str]] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)

    def take(self, token: str, *, either: bool, negated: bool) -> bool:
        """Take a word or some words together; tell whether there was anything to look for."""
        inside = _WORD.findall(token)
        if not inside:
            return False
        like = _like(token, inside)
        known = list(self.vocabulary(like)) if like else []
        term = _either(map(_quoted, known)) if known else _term(token, inside)
        if negated:
            self.unwanted.append(term)
            return True
        if either and self.wanted:
            self.wanted[-1].append(term)
        else:
            self.wanted.append([term])
        self.words |= set(known)
        self._point_out(token, inside)
        return True

    def _point_out(self, token: str, inside: list[str]) -> None:
        if _is_beginning(token, inside):
            self.beginnings.add(folded(inside[0]))
        elif token.startswith('"'):
            self.words |= {folded(each) for each in inside}
        else:
            longest = max(map(len, inside))  # not the e of 'e-govdecreet'
            for each in inside:
                if len(each) > 1 or len(each) == longest:
                    self.words |= {folded(each)} | forms(each)

    def question(self) -> Question:
        """Return all that was taken."""
        asked = " AND ".join(_either(group) for group in self.wanted)
        if asked and self.unwanted:
            asked = f"({asked}) NOT {_either(self.unwanted)}"
        return Question(asked, frozenset(self.words), tuple(sorted(self.beginnings)))


def asked(text: str, vocabulary: Vocabulary = lambda _: ()) -> Question:
    """Return the question that a user typed."""
    found = _Asked(vocabulary)
    either = negated = False
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES)
    for token in _TOKEN.findall(plain)[:_MOST]:
        if token in _OR:
            either = True
        elif token in _NOT:
            negated = True
        elif token not in _AND:
            minus = token.startswith("-")
            if found.take(token.removeprefix("-"), either=either, negated=negated or minus):
                either = negated = False
    return found.question()


def _term(token: str, inside: list[str]) -> str:
    together = _quoted(" ".join(inside))
    if token.startswith('"'):
        return "{heading text} : " + together
    if _is_beginning(token, inside):
        return together + "*"
    if len(inside) > 1:
        without = joined(token)
        return _either({together, *map(_quoted, without.union(*map(forms, without)))})
    return _either(map(_quoted, {inside[0].lower(), *forms(inside[0])}))


def _like(token: str, inside: list[str]) -> str:
    """Return the pattern of the words that end like this one, or hold it; empty when that was not asked."""
    if not token.startswith("*") or len(inside) > 1:
        return ""
    return f"%{folded(inside[0])}{'%' * token.endswith('*')}"


def _is_beginning(token: str, inside: list[str]) -> bool:
    return token.endswith("*") and len(inside) == 1


def _either(terms: Iterable[str]) -> str:
    return f"({' OR '.join(sorted(terms))})"


def _quoted(words: str) -> str:
    # Only letters and digits come here: nothing that FTS5 could take for its own.
    return f'"{words}"'
