"""What a user asks, in the language of the register of words (FTS5); whatever was typed is valid.

Words next to each other must all be there; `OF` (or `OR`) between two: either; "words between quotes" stand
together as they are; `gegeven*` begins like that; `-woord` or `NIET woord` must not be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocheck.batch.store.folding import forms, joined

_TOKEN = re.compile(r'-?"[^"]{0,400}"?|[^\s"]{1,200}')
_WORD = re.compile(r"[^\W_]{1,100}")
_OR = {"OF", "OR", "|"}
_AND = {"EN", "AND", "&"}
_NOT = {"NIET", "NOT"}
_MOST = 50  # words in one question; more than anyone types


def compiled(question: str) -> str:
    """Return the question for FTS5; empty when it holds no word that can be looked for."""
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    either = negated = False
    for token in _TOKEN.findall(question)[:_MOST]:
        if token in _OR:
            either = True
        elif token in _NOT:
            negated = True
        elif token not in _AND:
            term = _term(token.removeprefix("-"))
            if not term:
                continue
            if negated or token.startswith("-"):
                unwanted.append(term)
            elif either and wanted:
                wanted[-1].append(term)
            else:
                wanted.append([term])
            either = negated = False
    if not wanted:
        return ""
    asked = " AND ".join(f"({' OR '.join(group)})" for group in wanted)
    return f"({asked}) NOT ({' OR '.join(unwanted)})" if unwanted else asked


def _term(token: str) -> str:
    if token.startswith('"'):
        return _phrase(token)
    beginning = token.endswith("*")
    found = _WORD.findall(token)
    if not found:
        return ""
    if len(found) > 1:
        return _either({_quoted(" ".join(found)), *map(_quoted, _all_forms(joined(token)))})
    if beginning:
        return _quoted(found[0]) + "*"
    return _either(map(_quoted, {found[0].lower(), *forms(found[0])}))


def _all_forms(found: frozenset[str]) -> Iterator[str]:
    for word in found:
        yield word
        yield from forms(word)


def _phrase(token: str) -> str:
    found = _WORD.findall(token)
    return "{heading text} : " + _quoted(" ".join(found)) if found else ""


def _either(terms: Iterable[str]) -> str:
    return f"({' OR '.join(sorted(terms))})"


def _quoted(words: str) -> str:
    # Only letters and digits come here: nothing that FTS5 could take for its own.
    return f'"{words}"'
