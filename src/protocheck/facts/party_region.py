"""The service through which a region or the state acts: no legal person, and yet the party in fact."""

from __future__ import annotations

from protocheck.facts import party_bodies
from protocheck.facts.reading import Reading
from protocheck.model.facts import Person
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_NAMED = (
    r"vlaamse (?:gewest|gemeenschap|overheid|regering)|vlaams gewest|belgische staat"
    r"|federale (?:staat|overheid)|brusselse? hoofdstedelijke? gewest"
)
_REGION = lazy(rf"(?:het |de )?(?:{_NAMED})(?=$|,| [-\u2013(])")
OPENS = lazy(rf"\b(?:het|de) (?={_NAMED}\b)")  # where a region may be named, also behind 'van'
_WORD = r"[A-ZÀ-Þ][\w'’-]{1,30}"
# A comma stays inside a name only on the way to 'en': 'Water, Sport en Bonnen', but not 'Water, Kaailaan 3'.
_NAME = (
    rf"{_WORD}(?: {_WORD})?(?:(?:, {_WORD}(?: {_WORD})?){{1,3}}(?= en [A-ZÀ-Þ]))?"
    rf"(?:(?: en| voor| van| in| &)?(?: de| het)? {_WORD}(?! \d)){{0,6}}"
)
_FIRST = lazy(
    r"\b(?:(?:[Vv]laamse? |[Ii]ntern [Vv]erzelfstandigd |[Ff]ederale |[Pp]rogrammatorische )?"
    r"(?:[Aa]gentschap|[Dd]epartement|[Oo]verheidsdienst|FOD|POD|[Mm]inisterie)"
    rf"(?: voor| van)?(?: de| het)?) {_NAME}"
)
_SECOND = lazy(
    r"\b(?:[Vv]laamse? )?(?:[Dd]ienst|[Aa]fdeling|[Aa]dministratie|[Ii]nspectie|[Dd]irectie)"
    rf"(?: voor| van)?(?: de| het)? {_NAME}"
)
# 'administrateur-generaal van de Vlaamse Badendienst', 'voorzitter van de raad van bestuur van ...'
_HEAD = lazy(
    r"(?:generaal|directeur|directrice|ambtenaar|hoofd|manager|bestuurder|inspecteur|secretaris"
    r"|voorzit(?:ter|ster)"
    r"|gedelegeerde|co\u00f6rdinator|commissaris)(?: van de raad van bestuur| van het directiecomit\u00e9)?"
    r" (?:van|bij|voor)(?: de| het)? "
    rf"(?P<name>{_NAME})"
)
_THROUGH = lazy(rf"\b(?:door|via|namens|genaamd)(?: de| het| haar| zijn)? (?P<name>{_NAME})")
_REACH = 400
# What identifies a region as a party stands right behind its name; elsewhere it is but spoken of.
_STATED = lazy(
    r"[ ,(\u2013-]{1,4}(?:(?:te dezen|hier|alhier|rechtsgeldig|namens [\w-]+ regering|bij monde"
    r"|optredend|handelend"
    r"|vertegenwoordigd|in de persoon|(?:voor|namens) (?:wie|welke|het|de)|waarvoor|waarvan|wiens"
    r"|gevestigd|met"
    r" (?:zetel|kbo|ondernemings|kantoor)|kbo|ondernemings|dat (?:optreedt|handelt|hier))\b)"
)
_NEXT = lazy(
    r"; |\b(?:anderzijds|ter andere|alsmede|alsook|evenals|aan de andere|en ook)\b|,? en (?:voor "
    r"|met )?(?:de|het) "
    r"|[\"')] ?,? en \w|\.(?= +[a-z])"
)


def is_region(name: str) -> bool:
    """Tell whether a name is that of a region or the state, with or without a service behind it."""
    return _REGION.match(name.lower()) is not None


def service(reading: Reading, clause: Span) -> Span | None:
    """Return where a clause names the service through which the region acts, of the widest kind first."""
    end = min(clause.end, clause.start + _REACH)
    for pattern in (_FIRST, _HEAD, _SECOND, _THROUGH):
        for found in pattern.finditer(reading.flat, clause.start, end):
            span = Span(*found.span("name" if "name" in pattern.groupindex else 0))
            name = span.of(reading.flat)
            whole = pattern in (_FIRST, _SECOND)
            if not is_region(name) and (whole or pattern is _HEAD or party_bodies.looks_like_body(name)):
                return span
    return None


def acting(reading: Reading, name: Span) -> Span | None:
    """Return the service through which a region is party, when its name is that of a region so named."""
    if not is_region(name.of(reading.flat)) or _STATED.match(reading.low, name.end) is None:
        return None
    end = min(reading.paragraph(name.start).end, name.end + _REACH)
    following = _NEXT.search(reading.low, name.end, end)
    return service(reading, Span(name.start, following.start() if following else end))


def without_service(people: tuple[Person, ...], place: Span) -> tuple[Person, ...]:
    """Drop from those who act the service itself, of which a part may look like a name."""
    return tuple(each for each in people if each.span.start not in place)
