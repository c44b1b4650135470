"""Statutes that a paper names once and then calls otherwise: by a short name of its own, or by a place.

'het decreet van ... (hierna: het Decreet)' is from there on 'het Decreet'; 'het decreet, vermeld in
artikel 1' is the only decree that article 1 of this protocol cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts.reading import Reading
from protocheck.model.facts import Citation
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_KIND = r"(?P<kind>decreet|wet|besluit|codex|wetboek|verordening|reglement|ordonnantie)"
# 'het decreet, genoemd in artikel 1', 'de wet die onder punt 2 staat'.
_POINTED = lazy(
    rf"\b(?:het|dat|dit|de|die|deze) {_KIND},? {{0,2}}(?:(?:als|zoals|dat|die|waarvan) )?(?:(?:is|werd|wordt"
    r"|staat|sprake|reeds|al|hierboven|hoger|voluit) ){0,3}(?:genoemd|vermeld|bedoeld|aangehaald|omschreven"
    r"|opgenomen|geciteerd|beschreven|gedefinieerd|bepaald)? ?(?:(?:is|werd|wordt|staat) )?(?:in|onder|bij)"
    r" (?:(?:art(?:ikel\b|\.)|punt|onderdeel|rubriek|nummer|nr\.) ?|(?=\d))"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,5}\b)(?![\d/]|\.\d)"
)
# Behind it only a detail may stand; 'artikel 2 van de wet' is an article of that act.
_ELSEWHERE = lazy(
    r"[^.;:\n]{0,60}?\b(?:van|uit|bij) (?:het|de|dat|die|dezelfde|hetzelfde|datzelfde|voornoemde?|voormelde?)"
    r" (?:\w+ )?\w*(?:decreet|wet|besluit|codex|wetboek|verordening|reglement|ordonnantie|avg|bijlage)\b"
    r"|[ ,](?:avg|gdpr)\b|,? (?:jaar|dagen|maanden)\b"
)
# '(hierna: het Decreet)', 'verder "de wet" genoemd', right behind a citation.
_CALLED = lazy(
    r"[ ,]{0,2}[(\[]?(?:hierna|verder|voortaan|in wat volgt|afgekort(?: als| tot)?)"
    r"(?: verder)?(?: ook)?(?: genoemd| kortweg| afgekort)?:? ?"
    r"[\"'(]{0,2}(?:(?:het|de) )?[\"']?(?P<name>[A-Za-z][A-Za-z-]{1,20})[\"')\],.; ]"
)
# 'BD: het decreet van ...', '"het Decreet": het decreet van ...', at the start of a line.
_DEFINED = lazy(
    r"[-–*•\d.)° \t]{0,6}[\"']?(?:(?:het|de|Het|De) )?(?P<name>[A-Z][A-Za-z-]{1,20})[\"']?"
    r" ?[:=] ?(?:(?:het|de) )?"
)
_CAPITALS = lazy(r"(?=(?:[A-Za-z-]*[A-Z]){2})[A-Za-z-]+")
_KINDS = frozenset("decreet wet besluit codex wetboek verordening reglement ordonnantie".split())
_OF_BODIES = frozenset({"besluit", "machtiging", "beraadslaging", "omzendbrief"})
_NOT_ALONE = r"(?! (?:van|betreffende|houdende|over|inzake|tot|nr|,? ?(?:genoemd|vermeld|bedoeld)))"


def back(reading: Reading, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield where a statute is meant that the paper cites elsewhere: by its short name, or by that place."""
    yield from _pointed(reading, found)
    names = {match.group("name"): (each, match) for each in found if (match := _named(reading, each))}
    for name, (each, match) in names.items():
        start = max(each.span.end, match.end())
        for again in _written(name).finditer(reading.flat, start):
            yield replace(each, title="", articles=(), span=Span(*again.span()))


def _pointed(reading: Reading, found: Sequence[Citation]) -> Iterator[Citation]:
    for match in _POINTED.finditer(reading.low):
        part = reading.outline.find(f"article {match.group('number').upper()}")
        if part is None or match.start() in part.span or _ELSEWHERE.match(reading.low, match.end()):
            continue
        inside = (c for c in found if c.span.start in part.span)
        meant = [c for c in inside if match.group("kind") in c.kind.lower().split()]
        if len({each.key for each in meant}) == 1:
            yield replace(meant[0], title="", articles=(), span=Span(match.start(), match.end()))


def _named(reading: Reading, each: Citation) -> re.Match[str] | None:
    """Return where the paper gives a statute a short name of its own, beside a citation."""
    start = reading.paragraph(each.span.start).start
    called = _CALLED.match(reading.flat, each.span.end)
    match = called or _DEFINED.fullmatch(reading.flat, start, each.span.start)
    if match is None:
        return None
    name = match.group("name")
    if name.lower() in _KINDS:
        return match if name.lower() in each.kind.lower().split() else None
    return match if _CAPITALS.fullmatch(name) and _is_own(match, each) else None


def _is_own(match: re.Match[str], each: Citation) -> bool:
    """Tell whether letters stand for the statute: 'opgericht bij decreet ..., hierna DSL' is a body."""
    return each.kind not in _OF_BODIES and (match.start() < each.span.start or "(" in match.group())


def _written(name: str) -> re.Pattern[str]:
    if name.lower() in _KINDS:  # only with its article, so that 'een wet' stays any act
        return re.compile(rf"(?<=\b[Hh]et ){name}\b{_NOT_ALONE}|(?<=\b[Dd]e ){name}\b{_NOT_ALONE}")
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
