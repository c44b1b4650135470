"""The parts of a paper that a template gives, ready to be compared with those of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.batch.kinship.papers import Paper
from protocheck.batch.kinship.tokens import Masks, Tokens, tokens
from protocheck.model.audit import Passage
from protocheck.record import record

_LONG, _CHUNK = 600, 120  # words from which a part without structure is cut, and of each piece
_ROW = 2  # words in a row by which parts are recognised


@record
class Part:
    """A clause: its passage, its heading and text, and its words as they compare.

    Its number is no part of it: a clause that moved is the same clause.
    """

    passage: Passage
    text: str
    tokens: Tokens

    @property
    def keys(self) -> tuple[str, ...]:
        """Return how its words compare."""
        return self.tokens.keys


def parts(paper: Paper, masked: Masks) -> tuple[Part, ...]:
    """Return the clauses of a paper, those without structure in pieces of a readable size.

    Where nothing is masked, the block of its parties is one of them.
    """
    found = paper.texts if masked.nothing else paper.clauses
    return tuple(piece for each in found for piece in _cut(each, masked) if piece.tokens)


def _cut(passage: Passage, masked: Masks) -> Iterator[Part]:
    whole = part(passage, _headed(passage), masked)
    found, text = whole.tokens, whole.text
    if len(found) <= _LONG:
        yield whole
        return
    start = first = 0
    for index, token in enumerate(found):
        ends = index - first >= _CHUNK and "\n" in text[found[index - 1].end : token.start]
        if ends or index - first >= _LONG:
            yield part(passage, text[start : token.start], masked)
            start, first = token.start, index
    yield part(passage, text[start:], masked)


def _headed(passage: Passage) -> str:
    heading, text = passage.heading.strip(), passage.text.strip()
    return f"{heading}: {text}" if heading and text else heading or text


def part(passage: Passage, text: str, masked: Masks) -> Part:
    """Return a clause of a paper in which these words are masked."""
    return Part(passage, text, tokens(text, masked))


def rows(found: Sequence[str], length: int = _ROW) -> frozenset[tuple[str, ...]]:
    """Return the words in a row that a text holds; of a shorter text all its words."""
    if len(found) < length:
        return frozenset({tuple(found)}) if found else frozenset()
    return frozenset(zip(*(found[at:] for at in range(length)), strict=False))
