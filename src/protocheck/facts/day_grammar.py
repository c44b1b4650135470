"""Dates as Dutch papers write them, possible or not, and places left open for one."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_MONTHS = (
    ("januari", "jan"),
    ("februari", "feb", "febr"),
    ("maart", "mrt", "maa"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
_UNITS = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_CENTURY = 2000
_TURN = 70  # '85' is 1985, '24' is 2024


@record
class Day:
    """A date in the text; `value` is None when it is impossible or left open."""

    value: dt.date | None
    span: Span
    blank: bool = False


@functools.cache
def _numbers() -> dict[str, int]:
    """Return the Dutch number words from 1 to 99, with and without trema."""
    words = {word: i for i, word in enumerate(_UNITS) if word} | {w: i + 10 for i, w in enumerate(_TEENS)}
    words |= {"één": 1, "eerste": 1}
    for i, ten in enumerate(_TENS):
        words[ten] = 10 * (i + 2)
        for unit in range(1, 10):
            for join in ("en", "ën"):
                words[f"{_UNITS[unit]}{join}{ten}"] = 10 * (i + 2) + unit
    return words


@functools.cache
def _before_year() -> re.Pattern[str]:
    """Return the pattern of day and month that end just before a year."""
    month = "|".join(form for forms in _MONTHS for form in sorted(forms, key=len, reverse=True))
    number = "|".join(sorted(_numbers(), key=len, reverse=True))
    return lazy(
        rf"(?<![\w./-])(?:(?P<also>\d{{1,2}})(?:, | en | en op | of )(?:op )?)?(?P<day>\d{{1,2}}"
        rf"|{number})(?:ste|de|e)?[ .]{{1,3}}(?P<month>{month})\.?,? {{1,3}}$"
    )


@functools.cache
def _year_words() -> re.Pattern[str]:
    number = "|".join(sorted(_numbers(), key=len, reverse=True))
    return lazy(rf"(?<![\w./-])(?:\d{{4}}|'\d{{2}}|tweeduizend(?: en)? ?(?:{number})?)(?!\w)")


_FIGURES = lazy(
    r"(?P<day>\d(?<![\w./,-]\d)\d?) ?(?P<sep>[./-]) ?(?P<month>\d{1,2}) ?(?P=sep) ?(?P<year>\d{4}"
    r"|\d{2})(?![\w]|[./-]\d)"
)
_ISO = lazy(r"(?P<year>(?:1(?<![\w./-]1)9|2(?<![\w./-]2)0)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d|-)")
_OPEN_SIGN = lazy(r"\[|_|\.\.|xx|\?\?|dd[ /.-]|<d")
_SAID = lazy(r"\b(?:op|tot|vanaf|datum:?) $")  # what only a date can follow
_MOST_MONTHS = 12
_REACH = 60  # the longest day and month: '28 of op achtentwintigste september'


_OPEN = lazy(
    r"\[[^\]\n]{0,30}\b(?:datum|date)\b[^\]\n]{0,40}\]|\[ ?(?:dd|xx|_|\.{2,})[^\]\n]{0,24}\]"
    r"|\bdd ?[/. -] ?mm ?[/. -] ?(?:jjjj|jj|yyyy)\b|<datum>"
    r"|(?:[._]{2,}|_|\bxx|\?\?) ?/ ?(?:[._]{2,}|_|xx|\?\?|\d{1,2}) ?/ ?(?:[._]{2,}|_|xx\w{0,2}|20\d\d"
    r"|20[._]{2,}|20xx)?"
    r"|(?:(?<=\bop )|(?<=\bvan )|(?<=\bdd\. ))(?:[._]{3,}|_+)(?: *(?:\w{3,9} )?20(?:\d\d|[._]{1,})?)?"
    r"|(?<!\w)(?:xx|[._]{2,}|_) ?(?:januari"
    r"|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) 20\w\w"
)


def days(low: str) -> tuple[Day, ...]:
    """Return all dates of a lower-case text and all places left open for one, in order."""
    found = [*_named(low), *_figures(low), *_iso(low), *_blanks(low)]
    result: list[Day] = []
    for day in sorted(found, key=lambda d: (d.span.start, -d.span.end)):
        if not result or day.span.start >= result[-1].span.end:
            result.append(day)
    return tuple(result)


def _blanks(low: str) -> Iterator[Day]:
    for sign in _OPEN_SIGN.finditer(low):
        match = _OPEN.match(low, sign.start())
        if match is not None:
            yield Day(None, Span(*match.span()), blank=True)


def _named(low: str) -> Iterator[Day]:
    pattern = _before_year()
    for printed in _year_words().finditer(low):
        floor = max(0, printed.start() - _REACH)
        match = pattern.search(low[floor : printed.start()])
        if match is None:
            continue
        month = next(i for i, forms in enumerate(_MONTHS, 1) if match.group("month") in forms)
        year = _year(printed.group())
        if match.group("also"):
            also = Span(floor + match.start("also"), floor + match.end("also"))
            yield Day(_date(year, month, int(match.group("also"))), also)
        day = match.group("day")
        number = int(day) if day.isdecimal() else _numbers()[day]
        yield Day(_date(year, month, number), Span(floor + match.start("day"), printed.end()))


def _figures(low: str) -> Iterator[Day]:
    for match in _FIGURES.finditer(low):
        value = _date(_year(match.group("year")), int(match.group("month")), int(match.group("day")))
        short = len(match.group("year")) == 2  # noqa: PLR2004 - '3.4.24' may be a number of a heading
        before = low[max(0, match.start() - 10) : match.start()]
        numbered = re.search(r"\b(?:nr|nummer|n°|versie|v|punt|artikel)[. ]*$", before)
        if short and value is None and _SAID.search(before) and int(match.group("month")) <= _MOST_MONTHS:
            yield Day(None, Span(*match.span()))
        if (short and (value is None or match.group("sep") == ".")) or (value is None and numbered):
            continue
        yield Day(value, Span(*match.span()))


def _iso(low: str) -> Iterator[Day]:
    for match in _ISO.finditer(low):
        yield Day(
            _date(int(match.group("year")), int(match.group("month")), int(match.group("day"))),
            Span(*match.span()),
        )


def _year(printed: str) -> int:
    if printed.startswith("tweeduizend"):
        rest = printed.removeprefix("tweeduizend").removeprefix(" en").strip()
        return _CENTURY + (_numbers()[rest] if rest else 0)
    number = int(printed.lstrip("'"))
    if number < 100:  # noqa: PLR2004 - two digits
        return number + (_CENTURY if number < _TURN else _CENTURY - 100)
    return number


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
