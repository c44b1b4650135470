"""For how long a protocol holds, as far as its own words say so.

The facts of a reading hold days; here are spans of time ('een duur van drie jaar'), the end of a school year,
and renewal without a word ('stilzwijgend verlengd'). Only sentences that speak of the protocol itself count,
or that stand under a heading that does: how long data are kept, how long before one gives notice and how
long a project runs are other matters. What takes two sentences to say is not found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from protocheck.batch.kinship.sentences import OTHER, SPAN, Said, Sentence, months
from protocheck.facts.day_grammar import days
from protocheck.record import record
from protocheck.regex import lazy

_HEAD = lazy(
    r"\b(?:duur|looptijd|geldigheid\w{0,10}|inwerkingtreding|inwerking|beeindiging|slotbepaling\w{0,3})\b"
    r"|hoe ?lang\b|tot wanneer"
)
_MOST = r"(?: (?:maximaal|maximum|hoogstens|ten hoogste|telkens))?"
_TERM = lazy(
    r"\b(?:(?:duur|periode|termijn|looptijd|tijdvak|duurtijd|geldigheidsduur|geldigheid)"
    rf"(?: van|:| bedraagt| is)|voor|gedurende|geldt|loopt|duurt){_MOST} {SPAN}"
)
# A box that nobody ticked says nothing.
_UNLIMITED = lazy(
    r"(?<!\[ \] )(?<!\[\] )(?<!☐ )\bonbepaalde (?:duur|tijd|termijn|periode)\b"
    r"|\bonbeperkte? (?:duur|in de tijd|tijd)\b"
)
_TACIT = lazy(
    r"\b(?:stilzwijgend|automatisch|van rechtswege|telkens)(?: \w{1,14}){0,4} (?:verlengd|verlenging"
    r"|hernieuwd|verlengbaar|hernieuwbaar|vernieuwd)\b|\b(?:verlengd|hernieuwd|verlengbaar|hernieuwbaar|verlenging)"
    r"(?: \w{1,14}){0,2} stilzwijgend\b|\bstilzwijgende (?:verlenging|hernieuwing)\b"
)
_NOT = lazy(r"\b(?:niet|geen|nooit|zonder|uitgesloten|evenmin)\b")
# What is evaluated within it, or happens again within it, is no term.
_REVIEW = lazy(r"evalu|herbek[ei]|herzien|\bbinnen een\b")
_YEAR_END = lazy(
    r"\btot (?:en met )?(?:het )?einde? van het (?P<kind>school|academie|kalender|aanslag)?jaar"
    r" (?P<year>20\d\d)(?: ?[-/–] ?(?P<next>20\d\d))?|\btot eind (?P<plain>20\d\d)\b"
    r"|\b(?P<kinds>school|academie|kalender|aanslag)?jaren 20\d\d(?: ?[-/–] ?20\d\d)? tot en met"
    r" (?P<last>20\d\d)(?: ?[-/–] ?(?P<after>20\d\d))?"
)
# The last day of a school year and of an academic year; any other ends with December.
_ENDS = {"school": (8, 31), "academie": (9, 30)}
_TO = lazy(r"\btot(?: en met)?:? $")
_RUNS = lazy(r"\b(?:loopt|geldt|gelden|looptijd|duur|duurt|gesloten|aangegaan|van kracht)\b")
_LABEL = lazy(r"\W{0,3}looptijd\b")
_BEFORE, _AFTER, _RENEWED = 60, 40, 30  # characters around a span that may say what else it is of


@record
class Term:
    """How long the protocol holds: so many months, for ever, or `until` a day or the end of a year.

    `tacit` renewal leaves it no end; zero months and no day when its words do not say.
    """

    months: int = 0
    until: dt.date | None = None
    unlimited: bool = False
    tacit: bool = False
    said: Said | None = None


def term(given: Iterable[Sentence]) -> Term:
    """Return for how long the protocol holds, by the first sentence that says it."""
    held = [each for each in given if each.speaks_of_protocol(_HEAD) or _LABEL.match(each.low)]
    unlimited = any(_UNLIMITED.search(each.low) for each in held)
    tacit = any(map(_renewed, held))
    for sentence in held:
        span, until = _span(sentence), _last_day(sentence)
        if span or until:
            return Term(span, until, unlimited, tacit, sentence.said)
    return Term(unlimited=unlimited, tacit=tacit)


def _span(sentence: Sentence) -> int:
    for match in _TERM.finditer(sentence.low):
        if not _is_of_another(sentence.low, match.start(), match.end()):
            return months(match["n"], match["unit"])
    return 0


def _is_of_another(low: str, start: int, end: int) -> bool:
    """Tell whether the words around a span make it one of keeping, notice or evaluation."""
    around = f"{low[max(0, start - _BEFORE) : start]} {low[end : end + _AFTER]}"
    return OTHER.search(around) is not None or _REVIEW.search(around) is not None


def _last_day(sentence: Sentence) -> dt.date | None:
    """Return the last day that a sentence names: the end of a year, or a day after 'tot en met'."""
    match = _YEAR_END.search(sentence.low)
    if match is not None and not _is_of_another(sentence.low, match.start(), match.end()):
        month, day = _ENDS.get(match["kind"] or match["kinds"] or "", (12, 31))
        year = match["next"] or match["year"] or match["plain"] or match["after"] or match["last"]
        return dt.date(int(year), month, day)
    return _day(sentence)


def _day(sentence: Sentence) -> dt.date | None:
    if not _RUNS.search(sentence.low) and not _HEAD.search(sentence.head):
        return None
    for day in days(sentence.low):
        to = _TO.search(sentence.low[max(0, day.span.start - _RENEWED) : day.span.start])
        if day.value and to and not _is_of_another(sentence.low, day.span.start, day.span.end):
            return day.value
    return None


def _renewed(sentence: Sentence) -> bool:
    """Tell whether the protocol goes on when nobody says a word."""
    match = _TACIT.search(sentence.low)
    near = sentence.low[max(0, match.start() - _RENEWED) : match.end()] if match else ""
    return match is not None and not _NOT.search(near)
