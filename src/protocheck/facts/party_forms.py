"""Forms in which each party fills in fields of its own, read as tables of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.facts import party_table
from protocheck.facts.grids import Grid
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# 'A.1 Benaming:   ...', '- Zetel: ...'; the label of a field with a mark may run over two lines.
_FIELD = lazy(
    r"(?m)^[ \t]{0,12}(?P<mark>[-*\u2013\u2022] |\(?(?:[A-Za-z]|\d{1,2})(?:\.\d{1,2}){0,2}[.)]? )?[ \t]{0,4}"
    r"(?P<label>[^\W\d_][^\n:|@]{2,60}?(?:\n[ \t]{2,20}[^\W\d_][^\n:|@]{2,40}?)?)[ \t]{0,4}:(?=[ \t]|$)"
)
_BLANK = lazy(r"\n[ \t]*\n")
_LEAST = 3  # fields of a party
_LONGEST = 400  # characters of what is filled in


def grids(reading: Reading) -> Iterator[Grid]:
    """Yield for each party the fields that follow its name, each a row with its label and its value."""
    run: list[tuple[Span, Span]] = []
    fields = list(_FIELD.finditer(reading.shown))
    for number, field in enumerate(fields):
        row = _row(reading, fields, number)
        named = party_table.label_of(field["label"].lower()) == "name"
        if run and (named or row[0].start - run[-1][1].end > _LONGEST):
            yield from _grid(run)
            run = []
        if run or named:
            run.append(row)
    yield from _grid(run)


def _row(reading: Reading, fields: Sequence[re.Match[str]], number: int) -> tuple[Span, Span]:
    """Return a label and its value: up to the next field, or white."""
    field = fields[number]
    end = fields[number + 1].start() if number + 1 < len(fields) else len(reading.shown)
    end = min(end, field.end() + _LONGEST)
    white = _BLANK.search(reading.shown, field.end(), end)
    end = white.start() if white is not None else end
    start = field.end()
    return Span(*field.span("label")), reading.trim(Span(start, max(start, end)), " \t\n")


def _grid(run: Sequence[tuple[Span, Span]]) -> Iterator[Grid]:
    rows = tuple(row for row in run if len(row[1]))
    if len(rows) >= _LEAST:
        yield Grid(Span(rows[0][0].start, rows[-1][1].end), rows)
