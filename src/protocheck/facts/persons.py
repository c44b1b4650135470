"""People who represent a party (vertegenwoordigers): names, titles, functions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from protocheck.facts.reading import Reading
from protocheck.model.facts import Person
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

_TITLE = (
    r"(?:de heer|de heren|de h\.|dhr\.?|mevrouw|mevr\.?|mw\.?|meneer|prof\.?|professor|dr\.?|ir\.?"
    r"|ing\.?|dokter|kolonel|majoor|kapitein|luitenant|(?:eerste )?(?:hoofd)?(?:inspecteur"
    r"|commissaris)"
    r"|mr\.?|meester|em\.)"
)
# Heads of functions; what follows them (', diensthoofd Burger en Welzijn') belongs to the function.
_HEAD = (
    r"(?:(?:wnd\.?|waarnemend|adjunct|plaatsvervangend|gedelegeerd|afgevaardigd|eerste|financieel|algemeen"
    r"|zonale?"
    r"|leidend|dienstdoend"
    r"|gewestelijk|districts?|provinci\w+|gemeentelijk|bevoegd)[ -]){0,2}"
    r"(?:burgemeester|directeur(?:-generaal)?|directrice|voorzitter|voorzitster|administrateur(?:-generaal)?"
    r"|secretaris(?:-generaal)?|ambtenaar|bestuurder|diensthoofd|afdelingshoofd|hoofd|schepen|korpschef"
    r"|zonechef"
    r"|zonecommandant|coördinator|co\u00f6rdinatrice|provinciegriffier|griffier|gouverneur|gedeputeerde"
    r"|gedelegeerde"
    r"|ceo|minister|ondervoorzitter|manager|teamverantwoordelijke|verantwoordelijke|teamleider|teamcoach"
    r"|inspecteur"
    r"|\w{0,20}commissaris|adviseur|rector|afgevaardigde|clustermanager|departementshoofd|sectormanager"
    r"|afdelingschef"
    r"|gemeentesecretaris|ocmw-secretaris|adjunct-\w+|vertegenwoordiger|directielid|bestuurslid"
    r"|zaakvoerder|dijkgraaf|\w{2,14}(?:directeur|beheerder|griffier|secretaris)|decaan|conservator|intendant"
    r"|vice-\w{4,20}|hoofdgeneesheer|stafhoofd|kabinetschef|ontvanger-griffier|deken)\b"
)
_BODY = lazy(
    r"(?:het )?(?:college van burgemeester en schepenen|schepencollege|vast bureau|dagelijks bestuur"
    r"|bijzonder comit[eé]"
    r"|directiecomit[eé]|deputatie|politiecollege|raad van bestuur|bestuursorgaan"
    r"|raad voor maatschappelijk welzijn"
    r"|gemeenteraad|politieraad|beheerscomit[eé]|provincieraad|bestuurscomit[eé]|zonecollege|bestuur)\b"
)
_ACT = lazy(
    r"\b(?:voor|namens) (?:wien?|(?:de|het)?welke?)\b[^,:\n]{0,40}?(?:optre|teken|handel)\w+"
    r"|\bin de persoon van\b"
    r"|\bvertegenwoordigd door\b"
)
_FUNCTION = lazy(rf"\b{_HEAD}", re.IGNORECASE)
_OF_SUBJECT = lazy(rf"\b{_HEAD} (?:van|voor) $")
_OF_BODY = lazy(rf"\b{_HEAD} van (?:(?:de|het|haar|zijn) )?$")
_TITLES = lazy(rf"(?:\b{_TITLE}\s+)+", re.IGNORECASE)
# A name: capitalised words or initials with their particles; 2 to 6 words. A wider gap parts columns.
_UPPER = r"A-ZÀ-ÖØ-Þ"
_LOWER = r"a-zß-öø-ÿ"
_PARTICLE = (
    r"(?:[vV]an|[oO]p|[uU]it|[iI]n|[dD]e[nr]?|[dD]u|[tT]e[nr]?|[lL]e|[lL]a|'t|[dD]'|[eE]l|[aA]l"
    r"|[bB]en|[vV]on|[dD]i|[dD]os"
    r"|[sS]aint)"
)
_INITIAL = rf"(?:[{_UPPER}][{_LOWER}]?\.-?){{1,4}}"
_WORD = rf"(?:[dDO]')?[{_UPPER}][{_LOWER}{_UPPER}'-]{{1,24}}"
_NAME = lazy(
    rf"(?<![\w@.-])(?:{_INITIAL}|{_WORD})(?:[ \t]{{1,2}}(?:{_INITIAL}|{_PARTICLE}"
    rf"|{_WORD})){{0,4}}[ \t]{{1,2}}(?:[dD]'|[lL]'"
    rf"|'t )?{_WORD}(?![\w@]|\.\w)"
)
_NOT_NAME = lazy(
    r"\b(?:vlaam\w*|belgi\w*|agentschap|departement|ocmw|gemeente\w*|stad|college|vast|bureau|bestuur|raad"
    r"|dienst\w*"
    r"|overheid\w*|besluit|decreet|minister\w*|welzijn|beleid|zorg|team\w*|afdeling\w*|regie|protocol"
    r"|partij\w*|artikel"
    r"|functionaris|gegevens\w*|data|officer|protection|privacy|kbo|onderneming\w*|straat|laan|plein"
    r"|provincie|politie\w*"
    r"|voor|het|deze|dit|opgemaakt|gedaan|handtekening|naam|functie|datum|signature|digitaal|ondertekend"
    r"|brussel|op(?! d)"
    r"|voornaam|adres|wet|europe\w*|sociale?|zaken|jeugd|gezin\w*|onderwijs|kind|lokaa?le?|huis|centrum"
    r"|openbaar|maatschappelijk"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|namens"
    r"|goedgekeurd|akkoord)\b"
)
_TAIL = lazy(
    r"\b(?:enerzijds|anderzijds|in uitvoering|ingevolge|overeenkomstig|conform|handelend|krachtens"
    r"|op grond van|gemachtigd"
    r"|hierna|verder|voortaan|namens|daartoe|hiertoe|gezamenlijk|samen"
    r"|ter (?:uitvoering|voldoening)|en waarvan|en voor vragen|te bereiken|bereikbaar"
    r"|met zetel|bij delegatie|in toepassing|optredend|gedelegeerd bij|volgens|(?:die|dewelke"
    r"|functionaris voor)|elk |en met "
    r"|waarvoor|als (?:de )?(?:meedelende|mededelende|verstrekkende|verzendende|ontvangende|aanvragende"
    r"|zender|ontvanger|verstrekker|partij))\b"
)
_JOIN = lazy(
    r"(?:[\s,;:(/]|\ben\b|\ben door\b|\balsook\b|\bevenals\b|\bdoor\b|\bsamen met\b"
    r"|\bbijgestaan door\b|\b(?:de|het|haar|zijn|hun|als)\b(?=\W*$))+$",
    re.IGNORECASE,
)
_LEAD = lazy(
    r"^(?:[\s,;:(\u2013-]|(?:en|door|als|de|het|haar|zijn|hun|in (?:haar|zijn) (?:hoedanigheid"
    r"|functie) van)\b)+",
    re.IGNORECASE,
)
_LABEL_WORD = lazy(
    r"(?:(?:rechtsgeldig )?vertegenwoordigd|vertegenwoordiger|ondertekenaar|(?:onder)?tekent)\b"
)
_FARTHEST_TITLE = 64  # with the blanks of a line that goes on below its column
_LINE = lazy(r"[^\n]*[^\s][^\n]*")
_CELL = lazy(r"\S+(?:[ \t]{1,2}\S+)*")
_NUMBER = lazy(r" \d{1,4}\w?\b(?! \w+ \d{4})")  # a street and its number
_STOP = lazy(r"[;\n)]| \((?=[^()]{0,40}\d)|\. | \S{1,60}@|,? (?:van|voor) *$")
_APPOSITION = lazy(
    r"\s*[,(]\s*(?!(?:en|met|hierna|voortaan|samen|gezamenlijk|ingevolge|krachtens|die|in|van|te|als"
    r"|handelend|beide|verder|wonende|tekent|tekenen"
    r"|ondertekent|treedt|de heer"
    r"|mevr)\b)(?P<function>[a-zà-ÿ][^,;()\n.]{3,60})"
)


@record
class _Found:
    name: Span
    outer: Span  # with its title


def people(reading: Reading, span: Span) -> tuple[Person, ...]:
    """Return the people and bodies that `span`, the text after 'vertegenwoordigd door', names."""
    found = tuple(_names(reading, span))
    first = found[0].outer.start if found else span.end
    body = _body(reading, Span(span.start, first))
    if found:
        return (*body, *_with_functions(reading, span, found))
    return body or _function_only(reading, span)


def in_columns(reading: Reading, span: Span) -> Iterator[Person]:
    """Yield the people whose names stand side by side on one line, their functions right below them."""
    lines = list(_LINE.finditer(reading.text, span.start, span.end))
    for above, below in pairwise(lines):
        named = [Span(*cell.span()) for cell in _CELL.finditer(reading.text, *above.span())]
        posts = [Span(*cell.span()) for cell in _CELL.finditer(reading.text, *below.span())]
        if len(named) < 2 or len(named) != len(posts):  # noqa: PLR2004 - one beside the other
            continue
        if all(
            next(_names(reading, cell), None) and not _FUNCTION.search(reading.low, cell.start, cell.end)
            for cell in named
        ):
            pairs = [(cell, _function(reading, post)) for cell, post in zip(named, posts, strict=True)]
            yield from (
                Person(
                    reading.printed(cell), reading.printed(post), Span(cell.start, max(cell.end, post.end))
                )
                for cell, post in pairs
                if post is not None
            )


def names(reading: Reading, span: Span) -> Iterator[Span]:
    """Yield the names of people in `span`, wherever they stand."""
    return (found.name for found in _names(reading, span))


def _names(reading: Reading, span: Span) -> Iterator[_Found]:
    position = span.start
    while match := _NAME.search(reading.flat, position, span.end):
        name = _without_functions(reading, Span(*match.span()))
        position = match.end()
        if name is None or _NUMBER.match(reading.flat, match.end()):
            continue
        position = name.end
        yield _Found(name, _outer(reading, name, span.start))


def _without_functions(reading: Reading, span: Span) -> Span | None:
    """Cut titles and functions off a run of capitalised words; None when no name is left."""
    start, end = span.start, span.end
    while True:
        opening = _TITLES.match(reading.low, start, end) or _FUNCTION.match(reading.low, start, end)
        opening = opening or _LABEL_WORD.match(reading.low, start, end)
        if opening is None:
            break
        start = opening.end()
        while start < end and reading.flat[start].isspace():
            start += 1
    inner = _FUNCTION.search(reading.low, start, end)
    if inner is not None:
        end = inner.start()
    words = reading.flat[start:end].split()
    if len(words) > 2 and _OF_SUBJECT.search(reading.low[max(0, start - 60) : start]):  # noqa: PLR2004 - 'schepen van Jeugd An Maes'
        start += len(words[0])
    name = reading.trim(Span(start, max(start, end)), " \t\n")
    words = name.of(reading.flat).split()
    if len(words) < 2 or not words[0][:1].isupper():  # noqa: PLR2004 - a first name and a family name
        return None
    return None if _NOT_NAME.search(reading.low, name.start, name.end) else name


def _outer(reading: Reading, name: Span, floor: int) -> Span:
    start = max(floor, name.start - _FARTHEST_TITLE)
    titles = [m for m in _TITLES.finditer(reading.low, start, name.start) if m.end() == name.start]
    return Span(titles[0].start(), name.end) if titles else name


def _with_functions(reading: Reading, span: Span, found: tuple[_Found, ...]) -> Iterator[Person]:
    """Give each name the function after it, or before it where functions come first."""
    gaps = [Span(f.outer.end, n.outer.start) for f, n in pairwise(found)]
    gaps.append(Span(found[-1].outer.end, span.end))
    lead = Span(_after_bodies(reading, span, found[0].outer.start), found[0].outer.start)
    first = _function(reading, lead)
    after = [_function(reading, gap) or _apposition(reading, gap) for gap in gaps]
    if first is not None and after[-1] is None:
        after = [first, *after[:-1]]
    if first is not None and after[0] is None:
        after[0] = first  # 'korpschef A en B, voorzitter': one stands before, the other behind
    for each, function in zip(found, after, strict=True):
        where = function or each.name
        extent = Span(min(each.outer.start, where.start), max(each.name.end, where.end))
        yield Person(reading.printed(each.name), reading.printed(function) if function else "", extent)


def _after_bodies(reading: Reading, span: Span, end: int) -> int:
    """Return where the words on people begin, behind the body that they act for."""
    start = span.start
    for pattern in (_BODY, _ACT):
        for match in pattern.finditer(reading.low, start, end):
            start = start if _in_function(reading, span, match) else match.end()
    return start


def _in_function(reading: Reading, span: Span, match: re.Match[str]) -> bool:
    """Tell whether a body is part of a function: 'de voorzitter van de gemeenteraad'."""
    return _OF_BODY.search(reading.flat[max(span.start, match.start() - 60) : match.start()]) is not None


def _function(reading: Reading, gap: Span) -> Span | None:
    """Return the function that a gap between two names holds."""
    head = _FUNCTION.search(reading.low, gap.start, gap.end)
    if head is None:
        return None
    end = gap.end
    tail = _TAIL.search(reading.low, head.end(), end)
    if tail is not None:
        end = tail.start()
    stop = _STOP.search(reading.low, head.end(), end)
    if stop is not None:
        end = stop.start()
    start = head.start()
    # 'Diensthoofd sociale dienst' keeps what follows the head; the joint to the next name goes.
    joint = _JOIN.search(reading.flat, head.end(), end)
    if joint is not None and joint.end() == end:
        end = joint.start()
    return reading.trim(Span(start, max(start, end)))


def _apposition(reading: Reading, gap: Span) -> Span | None:
    """Return the words behind a name and its comma as a function, also when we do not know it."""
    match = _APPOSITION.match(reading.flat, gap.start, gap.end)
    if match is None:
        return None
    joint = _JOIN.search(reading.flat, match.start("function"), match.end("function"))
    end = (
        joint.start() if joint is not None and joint.end() == match.end("function") else match.end("function")
    )
    return reading.trim(Span(match.start("function"), end))


def _body(reading: Reading, span: Span) -> tuple[Person, ...]:
    match = _BODY.search(reading.low, span.start, span.end)
    if match is None or _in_function(reading, span, match):
        return ()
    text = inline(r"^het ").sub("", match.group())
    where = Span(match.end() - len(text), match.end())
    return (Person(reading.printed(where), "", where),)


def _function_only(reading: Reading, span: Span) -> tuple[Person, ...]:
    """A party may be represented by functions without names: then these stand as the name."""
    function = _function(reading, span)
    if function is None:
        return ()
    start = _LEAD.match(reading.low, function.start, function.end)
    where = reading.trim(Span(start.end() if start else function.start, function.end))
    name = inline(r"\b(?:haar|zijn|hun) (?=\w)").sub("", reading.printed(where))
    return (Person(name, "", where),) if name else ()
