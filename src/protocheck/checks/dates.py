"""What is wrong with the dates of a protocol?"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from protocheck import language
from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared, spans_of, within
from protocheck.checks.signing import signing
from protocheck.facts import day_grammar
from protocheck.facts.reading import lower
from protocheck.model.facts import DateFact
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_LEAP = 2024  # a year in which every day of the calendar exists
# A day and a month with no year behind it: '31 april' exists in no year at all.
_YEARLESS = lazy(rf"(?P<day>\d(?<![\w./-]\d)\d)(?:ste|e)? (?P<month>{'|'.join(_MONTHS)})\b(?!,? {{1,3}}\d)")
_NUMBERS = lazy(r"\d{1,2}(?:/\d{1,2}/\d{2})?")
_FARTHEST = 160  # from the words of entry into force to the day itself


def impossible(case: Case) -> Iterator[Hit]:
    """Yield the dates that no calendar knows (31 april), with or without a year."""
    for fact in case.facts.dates:
        if fact.value is None and _is_day(fact.text):
            yield Hit(fact.span)
    text = prepared(case)
    for match in _YEARLESS.finditer(text.low):
        month = _MONTHS.index(match["month"]) + 1
        if int(match["day"]) > calendar.monthrange(_LEAP, month)[1]:
            yield Hit(Span(*match.span()))


def _is_day(text: str) -> bool:
    """Tell a day from a place left open for one; '31 en 30 april 2026' gives the first as a mere number."""
    days = day_grammar.days(lower(text))
    # Out of its sentence '31/04/28' is a number like others; in it, the date was recognised.
    bare = not days and _NUMBERS.fullmatch(text) is not None
    return bare or any(day.value is None and not day.blank for day in days)


def before_signature(case: Case) -> Iterator[Hit]:
    """Yield the days on which the protocol takes effect before the last party has signed it."""
    last = signing(case).last
    if last is None:
        return
    day, place = last
    for start in _starts(case):
        if start.value is not None and start.value < day:
            values = {
                "begin": _in_words(start.text, start.value),
                "ondertekening": _in_words(prepared(case).printed(place), day),
            }
            yield Hit(_said(case, start), values, related=(place,))


def _in_words(printed: str, day: dt.date) -> str:
    """Return a day as printed, or in words where it is printed in digits alone, as stamps print theirs."""
    return printed if any(map(str.isalpha, printed)) else language.day(day)


def _starts(case: Case) -> Iterator[DateFact]:
    """Yield the days of entry into force that hold whatever day the parties sign."""
    text, annexes = prepared(case), spans_of(case, "annex")
    unless, past = pattern(case, "voorbehoud"), pattern(case, "verleden")
    own, other = pattern(case, "eigen", "onderwerp"), pattern(case, "regelgeving")
    for fact in case.facts.dates:
        if fact.role != "entry-into-force" or within(fact.span, annexes):
            continue
        around = text.sentence(fact.span.start)
        near = Span(max(around.start, fact.span.start - _FARTHEST), fact.span.start)
        held = unless.search(text.low, near.start, max(near.start, around.end))
        if other.search(text.low, _said(case, fact).start, fact.span.start):
            continue
        about = own.search(text.low, around.start, max(around.start, around.end))
        if held is None and about is not None and past.search(text.low, near.start, near.end) is None:
            yield fact


def _said(case: Case, start: DateFact) -> Span:
    """Return the words of entry into force up to their day, or the day where they stand too far off."""
    text = prepared(case)
    floor = max(text.sentence(start.span.start).start, start.span.start - _FARTHEST)
    found = list(pattern(case, "begin").finditer(text.low, floor, start.span.start))
    return Span(found[-1].start(), start.span.end) if found else start.span
