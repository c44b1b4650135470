"""References to parts of this protocol, told apart from those to a statute or another paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from protocheck.facts.article_lists import ArticleList
from protocheck.facts.reading import Reading
from protocheck.model.facts import Reference
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_OWN = lazy(
    r",? {0,2}(?:van|uit|in|bij) {1,3}(?:dit|deze|het|de|onderhavige?|voorliggende?|huidige?) {1,3}"
    r"(?:onderhavige? |voorliggende? |huidige? )?"
    r"(?:protocol|overeenkomst|afsprakennota|nota|document|convenant)\b(?! van \d)"
)
_FOREIGN = lazy(
    r",? {0,2}(?:(?:e\.v\.|en volgende),? )?(?:van|uit|in|bij) {1,3}(?:het|de|een|dit|deze|hetzelfde|dezelfde"
    r"|dat|die|zijn|haar|hun|voornoemde?|voormelde?) {1,3}"
    r"(?:(?:voornoemde?|voormelde?|genoemde?|bovenvermelde?|zelfde|\w{3,20}(?:elijke?|ische?|ale?)) )?"
    r"(?P<what>\w{0,30}(?:decreet|wet|besluit|verordening|reglement|richtlijn|ordonnantie|wetboek|codex"
    r"|akkoord|verdrag|handvest|omzendbrief|statuten|samenwerkingsovereenkomst|verwerkersovereenkomst"
    r"|(?:raam|kader|concessie|arbeids|huur)overeenkomst|beheersovereenkomst|dienstverleningsovereenkomst"
    r"|bestek"
    r"|(?:vorige?|eerdere?|oude|vroegere?|bestaande|ander) (?:protocol|overeenkomst|convenant)"
    r"|kaderprotocol|bijlage(?: \w{1,3}\b)?|beraadslaging|grondwet|protocol van \d))"
)
_ANNEXED = lazy(r",? {0,2}(?:van|uit|in|bij) {1,3}(?P<what>bijlage \w{1,3}\b)")
_ACRONYM = lazy(
    r" {1,2}(?:van (?:de|het) )?(?P<what>[A-Z][A-Za-z]{0,3}[A-Z]{1,3}\b|Sw\.|Ger\.W\.|[A-Za-z-]{2,30}(?:wet"
    r"|decreet|wetboek|besluit|codex))"
)
_ANNEX_OF = lazy(
    r" (?:van|bij) (?:het|de) (?P<what>\w{0,20}(?:decreet|wet|besluit|verordening|reglement|richtlijn"
    r"|samenwerkingsovereenkomst))"
)
_SEVERAL = frozenset({"punten", "onderdelen", "vragen"})
_PARTY_WORDS = frozenset({"OCMW", "KBO", "INSZ", "DPO", "FG", "FGB", "PZ", "FOD", "POD", "EN", "OF", "VAN"})
_HEADING_AFTER = lazy(r"\.? *(?:[:.\u2013-]|$|\n|[A-Z][^\n.;]{2,120}(?:\n|$))")
_ITEM = lazy(
    r"(?<![\w-])(?P<what>punt(?:en)?|onderdeel|onderdelen|rubriek|hoofdstuk|titel|deel|luik|sectie|clausule"
    r"|bepaling|vraag|vragen|vak|blok|thema|agendapunt|onder) "
    r"(?P<number>[1-9]\d?(?:\.\d{1,2}){0,3}(?:bis|ter)?|[ivx]{1,5}(?:bis|ter)?\b|[a-d]\b)"
    r"(?![\w%/-]|°| ?\))\.?"
)
# 'punt C.2', 'vermeld in B': only where the articles have letters.
_LETTERED = lazy(
    r"(?<![\w.])(?:punt |onder |onderdeel |rubriek |deel )?(?P<number>[A-Z]\.\d{1,2}(?:\.\d{1,2})?)(?!\w)"
    r"|(?:punt|onder|onderdeel|rubriek) {1,3}(?P<part>[A-Z])(?![\w.]\w|\w|\))"
    r"|(?:vermeld|bedoeld|opgesomd|genoemd|bepaald|beschreven) {1,3}in {1,3}"
    r"(?P<letter>[A-Z])(?![\w.]\w|\w|\))"
)
_RECITAL = lazy(
    r"(?:o(?<![\w-]o)(?:verweging(?:en)?|nder)|c(?<![\w-]c)onsiderans|a(?<![\w-]a)linea"
    r"|l(?<![\w-]l)ittera) \(?(?P<number>[A-Z]\d{0,2}(?:\.\d{1,2})?|\d{1,2})\)?\.?(?![\w°])"
)
# 'punten 3 tot 8': the second number of a pair.
_SECOND = lazy(r" {1,2}(?:en|of|tot|tot en met|t\.e\.m\.) {1,2}(?P<number>[1-9]\d?)(?![\w.,/%-]\d|°|\w)")
# The part of a part: 'punt 3 van artikel 2' is no point 3 of the paper.
_OF_ARTICLE = lazy(r"(?:°|\))? {1,2}(?:van|in|uit) {1,2}(?:het )?art(?:ikel\b|\.)")
# 'onder 12 jaar' is an age, no reference.
_UNIT = lazy(r" ?(?:jaar|jaren|maanden|dagen|weken|uur|euro|procent|graden|personen|leerlingen)\b|[.,]?\d")
_PARAGRAPH = lazy(r"(?:§ ?|paragraaf(?<!\wparagraaf) )(?P<number>\d{1,2})(?![\d/])")
_PLACE = lazy(
    r"(?:h(?<![\w-]h)(?:ierboven|ieronder|oger|iervoor)|l(?<![\w-]l)ager|s(?<![\w-]s)upra|i(?<![\w-]i)nfra"
    r"|v(?<![\w-]v)erderop)(?= (?:vermeld|genoemd"
    r"|bedoeld|beschreven|aangegeven|omschreven|opgesomd|bepaald|aangehaald|toegelicht|uiteengezet)\w*)"
    r"|\(zie (?:hierboven|hieronder|hoger|lager|supra|infra|verder)\b"
    r"|z(?<!\wz)ie (?:hierboven|hieronder|hoger|lager|supra|infra|verder)\b"
)
_ANNEX = lazy(r"bijlage(?<![\w-]bijlage)n? (?:nr\.? )?(?P<number>\d{1,2}|[ivx]{1,4}|[a-e])\b(?!°)")


def references(
    reading: Reading, lists: Sequence[ArticleList], links: Mapping[int, str]
) -> tuple[Reference, ...]:
    """Return the references in the order of the text."""
    lettered = tuple(_lettered(reading))
    found = [
        *_articles(reading, lists, links),
        *lettered,
        *(ref for ref in _items(reading) if not any(ref.span.overlaps(each.span) for each in lettered)),
        *_recitals(reading),
        *_paragraphs(reading, lists),
        *_annexes(reading),
        *(
            Reference("place", m.group().strip("( "), "", "", Span(*m.span()))
            for m in _PLACE.finditer(reading.low)
        ),
    ]
    return tuple(sorted(found, key=lambda r: (r.span.start, r.span.end)))


def _articles(
    reading: Reading, lists: Sequence[ArticleList], links: Mapping[int, str]
) -> Iterator[Reference]:
    headings = {s.heading_span.start for s in reading.parts if s.heading_span is not None}
    for each in lists:
        if each.span.start in headings or _is_heading(reading, each):
            continue
        external = links.get(each.span.start) or _external(reading, each)
        for article in each.articles:
            yield Reference("article", f"article {article.number}", article.detail, external, article.span)


def _is_heading(reading: Reading, each: ArticleList) -> bool:
    """Tell 'Artikel 3: ...' at the start of a line, with a capital, from a reference."""
    line = reading.paragraph(each.span.start)
    if reading.flat[line.start : each.span.start].strip() or not reading.flat[each.span.start].isupper():
        return False
    return len(each.articles) == 1 and _HEADING_AFTER.match(reading.flat, each.span.end) is not None


def _external(reading: Reading, each: ArticleList) -> str:
    """Return the paper that the words behind the articles name, empty for this protocol."""
    if _OWN.match(reading.low, each.span.end):
        return ""
    foreign = _foreign(reading, each.span.end)
    if foreign:
        return foreign
    acronym = _ACRONYM.match(reading.flat, each.span.end)
    if acronym is not None and acronym.group("what").upper() not in _PARTY_WORDS:
        return acronym.group("what").lower()
    return ""


def _items(reading: Reading) -> Iterator[Reference]:
    headings = {s.heading_span.start for s in reading.parts if s.heading_span is not None}
    for match in _ITEM.finditer(reading.low):
        span = Span(match.start(), match.end("number"))
        if match.start() in headings or (match.group("what") == "onder" and not _names_part(reading, match)):
            continue
        if not _inside_list(reading, match.start()) and not _OF_ARTICLE.match(reading.low, span.end):
            second = _SECOND.match(reading.low, span.end)
            external = _foreign(reading, second.end() if second else span.end)
            number = match.group("number").upper()
            yield _point(reading, number, external, span)
            if second and match.group("what") in _SEVERAL and not _UNIT.match(reading.low, second.end()):
                yield _point(reading, second["number"], external, Span(span.start, second.end()))


def _point(reading: Reading, number: str, external: str, span: Span) -> Reference:
    """Return a reference to a numbered part: an article where the paper has one with that number."""
    if reading.outline.find(f"article {number}"):
        return Reference("article", f"article {number}", "", external, span)
    return Reference("item", f"item {number}", "", external, span)


def _lettered(reading: Reading) -> Iterator[Reference]:
    """Yield 'punt C.2' and 'vermeld in B' in a paper whose articles have letters."""
    letters = {
        s.number for s in reading.outline.of_kind("article") if len(s.number) == 1 and s.number.isalpha()
    }
    if not letters - set("IVX"):
        return
    for match in _LETTERED.finditer(reading.flat):
        number = match.group("number") or match.group("part") or match.group("letter")
        if reading.flat[reading.paragraph(match.start()).start : match.start()].strip():
            start = match.start("letter") if match.group("letter") else match.start()
            span = Span(start, match.end())
            yield Reference("article", f"article {number}", "", _foreign(reading, span.end), span)


def _names_part(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether 'onder IV' or 'onder 3.2' names a part, and no age, amount or point."""
    number = reading.flat[match.start("number") : match.end("number")]
    if number.isalpha():
        return number.isupper() and (len(number) > 1 or number in "IVX")
    return _UNIT.match(reading.low, match.end("number")) is None


def names_this(reading: Reading, at: int) -> bool:
    """Tell whether the words at a place say that a reference is to this protocol: 'van dit protocol'."""
    return _OWN.match(reading.low, at) is not None


def _foreign(reading: Reading, at: int) -> str:
    """Return the other paper, or the annex, that the words behind a reference name."""
    match = _FOREIGN.match(reading.low, at) or _ANNEXED.match(reading.low, at)
    return " ".join(match.group("what").split()) if match else ""


def _inside_list(reading: Reading, start: int) -> bool:
    """Tell whether a point belongs to an article named before it ('artikel 6, lid 1, punt c')."""
    return (
        inline(r"\bart(?:ikel\w{0,2}|\.) [\w/.:§°,) ]{1,30}$").search(reading.before(start, 50)) is not None
    )


def _recitals(reading: Reading) -> Iterator[Reference]:
    known = {s.number.upper().rstrip(".") for s in reading.outline.of_kind("recital")}
    for match in _RECITAL.finditer(reading.flat):
        word, number = match.group().lower(), match.group("number").rstrip(".")
        certain = word.startswith(("overweging", "considerans"))
        if not certain and not (number.replace(".", "") in known or number in known):
            continue
        foreign = _FOREIGN.match(reading.low, match.end())
        external = " ".join(foreign.group("what").split()) if foreign else ""
        span = reading.trim(Span(*match.span()), " .")
        yield Reference("recital", f"recital {number.replace('.', '')}", "", external, span)


def _paragraphs(reading: Reading, lists: Sequence[ArticleList]) -> Iterator[Reference]:
    """Yield '§ 2' that stands by itself inside a sentence, so not as part of an article or a heading."""
    for match in _PARAGRAPH.finditer(reading.low):
        start = match.start()
        line = reading.paragraph(start)
        if any(start in each.span for each in lists) or not reading.flat[line.start : start].strip(" -"):
            continue
        if not re.search(
            r"\b(?:in|van|onder|bij|volgens|overeenkomstig|bedoeld in|vermeld in|zie)(?: de)? $",
            reading.before(start, 30),
        ):
            continue
        foreign = _FOREIGN.match(reading.low, match.end())
        external = " ".join(foreign.group("what").split()) if foreign else ""
        yield Reference("paragraph", f"paragraph {match.group('number')}", "", external, Span(*match.span()))


def _annexes(reading: Reading) -> Iterator[Reference]:
    headings = {s.heading_span.start for s in reading.parts if s.heading_span is not None}
    for match in _ANNEX.finditer(reading.low):
        line = reading.paragraph(match.start())
        opening = not reading.flat[line.start : match.start()].strip()
        if match.start() in headings or (opening and reading.flat[match.start()] == "B"):
            continue
        foreign = _ANNEX_OF.match(reading.low, match.end())
        external = foreign.group("what") if foreign else ""
        yield Reference("annex", f"annex {match.group('number').upper()}", "", external, Span(*match.span()))
