"""When a protocol was signed: what the signing clause says, what a stamp says, and what was left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared, spans_of, within
from protocheck.facts import day_grammar
from protocheck.facts.reading import lower
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_SHORT = 90
_MADE = lazy(
    r"\b(?:opgemaakt|gedaan|opgesteld|getekend|ondertekend|overeengekomen|vastgesteld)\b.{0,30}\bt ?e\b"
)
_LEAD = 40  # 'Aldus in tweevoud opgemaakt', 'Handtekeningen' and the line below


@record
class Signing:
    """How a protocol was signed.

    Attributes:
        block: where the signatures stand, the forms in an annex left out.
        printed: the days that the signing clause gives.
        stamped: the days that the stamps of electronic signatures give.
        blank: places in the signing clause that wait for a date.
    """

    block: tuple[Span, ...]
    printed: tuple[tuple[dt.date, Span], ...]
    stamped: tuple[tuple[dt.date, Span], ...]
    blank: tuple[Span, ...]

    @property
    def last(self) -> tuple[dt.date, Span] | None:
        """Return the last day on which somebody signed, with its place; None when no day can be read."""
        known = (*self.printed, *self.stamped)
        return max(known, key=lambda each: (each[0], -each[1].start)) if known else None


def signing(case: Case) -> Signing:
    """Return how the protocol was signed; what stands outside counts when the block gives no day."""
    stamps = spans_of(case, "stamp")
    every = spans_of(case, "signature")
    annexes = spans_of(case, "annex")
    block = tuple(_with_line_above(case.text, span) for span in every if not within(span, annexes)) or every
    stated = [day for day in case.facts.dates if day.role == "signature"]
    stamped = tuple((d.value, d.span) for d in stated if d.value and within(d.span, stamps))
    plain = [(d.value, d.span) for d in stated if d.value and not within(d.span, stamps)]
    inside = tuple(each for each in plain if within(each[1], block))
    outside = tuple(each for each in plain if not within(each[1], annexes))
    return Signing(
        block=block,
        printed=inside or tuple(_days_in(case, block)) or outside,
        stamped=stamped,
        blank=tuple(
            d.span for d in stated if d.value is None and not within(d.span, annexes) and is_open(d.text)
        ),
    )


def _with_line_above(text: str, block: Span) -> Span:
    """Take in the printed line right above a block when it is short: 'In tweevoud opgemaakt te Gent'."""
    end = len(text[: block.start].rstrip())
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end]
    return Span(start, block.end) if 0 < len(line) <= _SHORT and _MADE.search(line.lower()) else block


def is_open(text: str) -> bool:
    """Tell a place that waits for a date from a day that no calendar knows."""
    return all(day.blank for day in day_grammar.days(lower(text)))


def _days_in(case: Case, block: tuple[Span, ...]) -> Iterator[tuple[dt.date, Span]]:
    """Yield the days in a block of signatures whose role is unsure, advice and entry into force left out."""
    other = [day.span for day in case.facts.dates if day.role not in {"signature", "other"}]
    low = prepared(case).low
    for span in block:
        for day in day_grammar.days(span.of(low)):
            where = day.span.shift(span.start)
            if day.value is not None and not any(where.overlaps(each) for each in other):
                yield day.value, where


def undated(case: Case) -> Iterator[Hit]:
    """Yield the signing clause when it gives no day: left blank, or none at all."""
    signed = signing(case)
    if signed.printed or _impossible(case, signed):
        return
    sort = "stempel" if signed.stamped else ""
    if signed.blank:
        yield Hit(_line(case, signed.blank[0]), case=sort)
    elif signed.block:
        yield Hit(_clause(case, signed.block), case=sort or "zonder-datum")
    elif case.reading.text.quality.trusted:
        yield Hit(None, case="zonder-slot")


def _impossible(case: Case, signed: Signing) -> bool:
    """Tell whether the clause gives a day that does not exist: it was filled in, and is reported as such."""
    days = (day for day in case.facts.dates if day.role == "signature" and day.value is None)
    return any(not is_open(day.text) and within(day.span, signed.block) for day in days)


def _line(case: Case, place: Span) -> Span:
    """Return the printed line around a place, without the white at its ends."""
    text = case.text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", max(place.start, place.end - 1))
    return _trimmed(text, Span(start, len(text) if end < 0 else end))


def _clause(case: Case, block: tuple[Span, ...]) -> Span:
    """Return the line in which the parties say that they sign, or else the first line of the block."""
    says = pattern(case, "opgemaakt")
    low = lower(case.text)
    for span in block:
        found = says.search(low, span.start, span.end)
        if found is not None and found.start() - span.start < _LEAD:
            return _line(case, Span(*found.span()))
    first = _trimmed(case.text, block[0])
    return _line(case, Span(first.start, first.start))


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
