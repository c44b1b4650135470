"""A document made ready for the checks, once for all of them; and the words of a rule as one pattern."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from protocheck.checks.brackets import quotations
from protocheck.checks.case import Case
from protocheck.checks.phrases import Phrases
from protocheck.facts.kbo import Number, find
from protocheck.facts.names import Roster
from protocheck.facts.reading import Reading, lower, prepare
from protocheck.model.geometry import Span


def prepared(case: Case) -> Reading:
    """Return the document of a case as the grammars read it."""
    return prepare(case.outline)


def quoted(case: Case) -> Sequence[Span]:
    """Return where the document of a case quotes another text."""
    return case.once(_quoted)


def _quoted(case: Case) -> Sequence[Span]:
    return tuple(quotations(prepared(case).flat))


def numbers(case: Case) -> Sequence[Number]:
    """Return what looks like an enterprise number in the document of a case."""
    return case.once(_numbers)


def _numbers(case: Case) -> Sequence[Number]:
    low = prepared(case).low
    return tuple(find(low, Span(0, len(low))))


def roster(case: Case) -> Roster:
    """Return the names of the parties of a case, ready to be looked for."""
    return case.once(_roster)


def _roster(case: Case) -> Roster:
    return Roster(case.facts.parties)


@functools.lru_cache(maxsize=256)
def _phrases(words: tuple[str, ...]) -> Phrases:
    return Phrases(tuple(map(lower, words)), _written)


@functools.lru_cache(maxsize=1024)
def _written(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(map(_one, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{each})")


def _one(word: str) -> str:
    """Return the pattern of a phrase; '*' stands for any ending, or any beginning."""
    start = r"\w{0,24}" if word.startswith("*") else ""
    end = "" if word.endswith("*") else r"(?!\w)"
    return start + r"\s+".join(re.escape(part) for part in word.strip("*").split()) + end


def pattern(case: Case, *names: str) -> Phrases:
    """Return one pattern for the words that the rule gives under these names, for lower-case text."""
    return _phrases(tuple(word for name in names for word in case.params.get(name, ())))


def within(span: Span, parts: Iterable[Span]) -> bool:
    """Tell whether a span lies in one of these parts."""
    return any(span.start in part for part in parts)


def spans_of(case: Case, kind: str) -> tuple[Span, ...]:
    """Return where the parts of a kind stand."""
    return tuple(part.span for part in case.outline.walk() if part.kind == kind)
