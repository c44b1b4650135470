"""Statutes cited by a name of their own: 'het Warmtedecreet', 'de leerplichtwet', 'de Vlaamse Codex Wonen'.

And references back to a statute named before: 'artikel 15 van datzelfde decreet'.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts.day_grammar import Day
from protocheck.facts.reading import Reading
from protocheck.model.facts import Citation
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

# Searched from the word that every such name ends on, so that plain words cost nothing.
_KIND = lazy(r"(?P<kind>decreet|wetboek|wet|codex|besluit|ordonnantie)\b(?!-)")
_STEM = lazy(r"(?<![\w-])[^\W\d_][\w-]{2,30}$")
_NEW = lazy(r"\bnieuwe $")
_CODEX = lazy(r"(?:codex|wetboek)(?: (?:van|over|voor)(?: de| het)?)? (?=[^\W\d_])")
_OF_WHOM = lazy(r"\b(?:vlaamse|brusselse) $")
# What only says which kind of paper it is, or by whom; or the statutes that other tables know.
_GENERIC = frozenset(
    """
    aanstellings avg beheers beleids benoemings beslissings bestuurs bestuursrechtelijk bijzonder
    college delegatie deputatie directie e-gov egov eind gdpr gegevensbeschermings gemeenteraads
    goedkeurings grond gunnings her in kader kruispuntbank ksz machtigings mede minister ministerieel
    mozaïek ocmw onder organieke over politieraads princiepe principe privacy programma raads
    rijksregister schepen straf subsidie toekennings toelage toetredings uitvoerings verzamel voor
    wijzigings
    """.split()
)
_DATED_ONLY = frozenset(
    {"archief", "oprichtings", "erkennings", "organisatie"}
)  # one paper, once it has a date
_LONGEST = 40
_NO_NAME = frozenset("bezoek toezicht".split())
_SUBJECT = lazy(r"[A-ZÀ-Þ][\w-]+(?: (?:(?:en|van|de|het) ){0,2}[A-ZÀ-Þ][\w-]+){0,5}")
_TO_DAY = lazy(r",? {0,2}(?:van|dd\.?) ?$|,? $")
_YEAR = lazy(r" van (?:19|20)\d{2}\b")
_BACK = lazy(
    r"\b(?:diezelfde|datzelfde|dezelfde|hetzelfde|(?:voor|boven)(?:noemde?|vermelde?|melde?)|genoemde?)"
    r" (?P<kind>decreet|wet|besluit|codex|wetboek|verordening|reglement)\b"
)


def named(reading: Reading, days: Sequence[Day]) -> Iterator[Citation]:
    """Yield the statutes that are cited by a name of their own, with their date where it is given."""
    starts = [day.span.start for day in days]
    for match in _KIND.finditer(reading.low):
        name = _name(reading, match)
        if name is None:
            continue
        kind = match.group("kind")
        day = _day(reading, name.end, days, starts)
        if day is None and name.of(reading.low).removesuffix(kind) in _DATED_ONLY:
            continue
        year = _YEAR.match(reading.low, name.end)
        end = day.span.end if day else year.end() if year else name.end
        key = f"{kind} " + "-".join(inline(r"\w+").findall(name.of(reading.low)))
        if day is not None and day.value is not None:
            key = f"{kind} {day.value.isoformat()}"
        value = day.value if day else None
        title = (
            Span(name.start, year.end()) if year and day is None else name
        )  # 'Vlaamse Codex Wonen van 2021'
        yield Citation(key, kind, reading.printed(title), value, (), Span(name.start, end))


def _name(reading: Reading, match: re.Match[str]) -> Span | None:
    """Return where the name stands whose last word is a kind of statute; None when it is no name."""
    start = match.start()
    near = max(0, start - _LONGEST)
    stem = _STEM.search(reading.low[near:start])
    if stem is not None:
        word = stem.group().rstrip("-")
        if word in _GENERIC or word in _NO_NAME or word.endswith(("uitvoerings", "wijzigings", "raads")):
            return None
        new = _NEW.search(reading.low[: near + stem.start()][-_LONGEST:])
        return Span(near + stem.start() - (len(new.group()) if new else 0), match.end())
    codex = _CODEX.match(reading.low, start)
    if codex is None or (start and reading.low[start - 1].isalpha()):
        return None
    subject = _SUBJECT.match(reading.flat, codex.end())
    whose = _OF_WHOM.search(reading.low[near:start])
    begin = start - (len(whose.group()) if whose else 0)
    return Span(begin, subject.end()) if subject is not None else None


def _day(reading: Reading, end: int, days: Sequence[Day], starts: Sequence[int]) -> Day | None:
    """Return the date that belongs to the name: 'van 4 mei 2018' right behind it."""
    index = bisect.bisect_left(starts, end)
    if index == len(days) or days[index].blank or days[index].span.start - end > len(", van  "):
        return None
    return days[index] if _TO_DAY.fullmatch(reading.low, end, days[index].span.start) else None


def again(reading: Reading, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the references back to the nearest statute of that kind named before.

    'Het voormelde decreet van 18 juli 2008' is no such reference: its own date tells which.
    """
    for match in _BACK.finditer(reading.low):
        if any(each.span.start < match.end() < each.span.end for each in found):
            continue
        kind = match.group("kind")
        before = [c for c in found if c.span.end <= match.start() and kind in c.kind.lower()]
        if before:
            last = max(before, key=lambda citation: citation.span.end)
            yield replace(last, title="", articles=(), span=Span(*match.span()))
