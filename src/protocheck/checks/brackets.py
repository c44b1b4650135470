"""Brackets, and what stands between them: a word of the template, an option, an insertion in a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from protocheck.checks.phrases import Phrases
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

Sort = Literal["field", "option", "tick", "mark", "insertion", "ellipsis", "open"]

_SQUARE = lazy(r"[\[\]]")
_TICK = lazy(r"[xXvV✓✔✗ ]?")
_MARK = lazy(r"\^?\w{0,3}\d{1,3}|\d{1,3}(?:[,-] ?\d{1,3}){1,4}|sic!?|noot \d{1,2}")
_ELLIPSIS = lazy(r"\(?(?:_|\.{2,}|…|\. \. \.)\)?")
_BLANK = lazy(r"[\s._…●•*?\-–xX/]{1,60}")
_SHOUTED = lazy(r"[A-ZÀ-Þ][A-ZÀ-Þ .'/()-]{2,60}")
_DETERMINER = lazy(r"(?:de|het|een|volledige|juiste|exacte|officiële|uw|eventuele|nieuwe) ", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ANGLED = lazy(r"<(?P<inner>[^\W\d_][^<>@/=\n]{1,60}[^\W_])>|\{\{?(?P<curly>[^\W\d_][^{}\n]{1,60})\}\}?")
_QUOTES = lazy(r'["“”„«»]')
_SINGLE = lazy(r"['‘](?<!\w.)(?=[A-ZÀ-Þ])[^'’\n]{20,1500}['’](?!\w)")
_ROUND = lazy(r"\((?P<inner>[^()\n]{2,60})\)")
_FIELD_WORDS = 7
_LONGEST_QUOTATION = 1500


@record
class Bracket:
    """A pair of brackets with its contents, or one that is never closed; `span` covers the signs."""

    span: Span
    inner: str
    sort: Sort


def square(flat: str, fields: Sequence[str]) -> Iterator[Bracket]:
    """Yield what stands in square brackets, in order; the outermost pair only."""
    pairs = _pairs(flat)
    quoted = quotations(flat) if pairs else ()
    for span, closed in pairs:
        inner = flat[span.start + 1 : span.end - closed].strip()
        if closed and flat[span.end : span.end + 1] == "(":
            continue  # a link of markdown
        sort: Sort = _sort(inner, fields) if closed else "open"
        if sort in {"option", "ellipsis"} and any(span.start in each for each in quoted):
            sort = "insertion"
        yield Bracket(span, inner, sort)


def _pairs(flat: str) -> list[tuple[Span, bool]]:
    """Pair the square brackets; one that is not opened or not closed stands alone."""
    stack: list[int] = []
    found: list[tuple[Span, bool]] = []
    for match in _SQUARE.finditer(flat):
        if match[0] == "[":
            stack.append(match.start())
        elif not stack:
            found.append((Span(*match.span()), False))
        else:
            start = stack.pop()
            while found and found[-1][0].start > start:
                found.pop()
            found.append((Span(start, match.end()), True))
    found += [(Span(start, start + 1), False) for start in stack]
    return sorted(found)


def _sort(inner: str, fields: Sequence[str]) -> Sort:
    if _TICK.fullmatch(inner):
        return "tick"
    if _ELLIPSIS.fullmatch(inner):
        return "ellipsis"
    if _MARK.fullmatch(inner):
        return "mark"
    return "field" if is_field(inner, fields) else "option"


def is_field(inner: str, fields: Sequence[str]) -> bool:
    """Tell whether words between brackets name what is to be filled in: 'DATUM', 'naam van de gemeente'."""
    if _BLANK.fullmatch(inner) or _SHOUTED.fullmatch(inner):
        return True
    words = inner
    while match := _DETERMINER.match(words):
        words = words[match.end() :]
    first = _WORD.match(words)
    low = inner.lower()
    if any(" " in each and low.startswith(each) for each in fields):
        return True
    return first is not None and first[0].lower() in fields and len(inner.split()) <= _FIELD_WORDS


def angled(flat: str, fields: Sequence[str]) -> Iterator[Bracket]:
    """Yield fields of a template between other signs: '<naam>', '{datum}'."""
    for match in _ANGLED.finditer(flat):
        inner = match["inner"] or match["curly"]
        if is_field(inner.strip(), fields):
            yield Bracket(Span(*match.span()), inner, "field")


def round_fields(flat: str, fields: Sequence[str], asked: Phrases) -> Iterator[Bracket]:
    """Yield fields of a template in round brackets: '(datum)' behind 'op', '(naam)' behind a colon."""
    for match in _ROUND.finditer(flat):
        inner = match["inner"].strip()
        before = flat[max(match.start() - 20, 0) : match.start()].rsplit("\n", 1)[-1].rstrip()
        last = before.rstrip(":").split()[-1:]
        wanted = before.endswith(":") or (bool(last) and asked.fullmatch(last[0].lower()) is not None)
        if wanted and "," not in inner and is_field(inner, fields) and not inner.isupper():
            yield Bracket(Span(*match.span()), inner, "field")


def quotations(flat: str) -> list[Span]:
    """Return where a text is quoted: between signs of quotation, within a paragraph."""
    found = [Span(*match.span()) for match in _SINGLE.finditer(flat)]
    start = -1
    for match in _QUOTES.finditer(flat):
        if (
            start >= 0
            and match.start() - start <= _LONGEST_QUOTATION
            and "\n" not in flat[start : match.start()]
        ):
            found.append(Span(start, match.end()))
            start = -1
        else:
            start = match.start()
    return found
