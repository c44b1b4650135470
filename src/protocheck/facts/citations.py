"""Acts, decrees, orders and regulations that the text cites (regelgeving), with their articles."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import named_statutes, short_titles, statutes_back
from protocheck.facts.article_lists import ArticleList
from protocheck.facts.day_grammar import Day
from protocheck.facts.reading import Reading
from protocheck.model.facts import Citation
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_KIND = lazy(
    r"(?<![\w-])(?:(?:bijzonder |mozaïek|kader|programma)?decreet|(?:organieke |bijzondere |programma"
    r"|kader)?wet|(?:gecoördineerde )?wetten|koninklijk besluit|k\.?b\.?|ministerieel besluit|m\.?b\.?"
    r"|besluit van de vlaamse (?:regering|executieve)|bvr|(?:gemeenteraads|college|raads)?besluit"
    r"|uitvoerings?besluit|uitvoeringsverordening|(?:politie|gemeente|belasting|bouw|retributie|subsidie"
    r"|premie|stedelijke |gemeentelijke |provinciale |stedenbouwkundige )?verordening|richtlijn|ordonnantie"
    r"|omzendbrief"
    r"|beraadslaging|machtiging"
    r"|(?:gemeente|politie|stedelijk |gemeentelijk |provinciaal |belasting|retributie|toelage"
    r"|subsidie)?reglement|samenwerkingsakkoord|wetboek|codex)\b(?![\w-])"
)
_CODES = (
    ("decreet", "decreet", "decreet"),
    ("koninklijk besluit", "kb", "koninklijk besluit"),
    ("kb", "kb", "koninklijk besluit"),
    ("k.b", "kb", "koninklijk besluit"),
    ("ministerieel besluit", "mb", "ministerieel besluit"),
    ("mb", "mb", "ministerieel besluit"),
    ("m.b", "mb", "ministerieel besluit"),
    ("vlaamse", "bvr", "besluit van de Vlaamse Regering"),
    ("bvr", "bvr", "besluit van de Vlaamse Regering"),
    ("verordening", "verordening", "verordening"),
    ("reglement", "reglement", "reglement"),
    ("besluit", "besluit", "besluit"),
    ("wetboek", "wetboek", "wetboek"),
    ("wet", "wet", "wet"),
)
# Between the word and its date: an issuer, a number, or a title that stands before the date.
_ISSUER = r"(?: van (?:de|het|haar|zijn|onze) (?!(?:protocol|partijen|wet|decreet)\b)[^\n;:.()]{2,80}?)?"
_MIDDLE = lazy(
    rf"(?: ?\((?:eu|eg)\))?(?: nr\.?)?(?: ?[\w./-]{{3,20}})?{_ISSUER}(?: (?:over|betreffende|houdende|tot"
    rf"|op|inzake|met betrekking tot|aangaande) [^\n;:.()]{{2,140}}?)?,?(?: (?:van|dd\.?|d\.d\.))? *"
)
_VERB = lazy(
    r"\b(?:is|zijn|was|werd|werden|wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|treedt|trad|en het|en de"
    r"|op|vóór|sinds|vanaf|tot|dat|die|waarin|advies|tussen partijen) *$|\b(?:werd|werden|wordt|worden"
    r"|treedt|heeft|hebben|zal|zullen|bepaalt|voorziet|gaf|gaven|gegeven op)\b"
)
_TITLE = lazy(
    r",? (?=(?:tot|betreffende|houdende|over|inzake|met betrekking tot|waarbij|aangaande|ter|op|voor"
    r"|met het oog op|in verband met|ten behoeve van|van (?:het europees|de raad))\b)"
)
_TITLE_END = lazy(
    r"[;:(\n\t|\"\[]|\.(?= |$)|, (?=(?:artikel(?:en|s)?|art\.|§|meer bepaald|inzonderheid|in het bijzonder"
    r"|met name|zoals|hierna|verder|gewijzigd|laatst|heeft|hebben|wordt|worden|is|zijn|die|dat|waarin"
    r"|waarvan|waarbij|afgekort|kan|moet|en (?:het|de|op|van|wat|in|artikel)\b(?! \w+ betrekking)|het|de"
    r"|geeft|bepaalt|voorziet|en met name|namelijk|in uitvoering|ter uitvoering|hoofdstuk|titel|boek|niet"
    r"|maar|of|aangenomen|zodat|gelast\w*|verplicht\w*|machtigt|legt|draagt|krachtens|waarop|waardoor"
    r"|op (?:grond|basis) waarvan|bij toepassing)\b)"
    r"| (?=(?:heeft|hebben|wordt|worden|werd|werden|voorziet|bepaalt|kan|moet|mag|legt|vormt|blijft|regelt"
    r"|laat|verplicht|machtigt|staat|is|zijn|zal|zullen|geeft|vereist|biedt|vastgesteld|droeg|gebruikt"
    r"|moeten|belast|draagt|schrijft|voorschrijft|bepaald|opdraagt|verleent|verlenen|bindt|stelt|somt|geldt"
    r"|gelden|bevat|maakt|vraagt|eist|laten|voert|steunt|volstaat"
    r"|bezorgt|deelt|verstrekt|levert|zendt|stuurt|krijgt|verzamelt|noteert|registreert|houdt"
    r"|verwerkt|ontvangt|samen|zoals|waarin|die|dat|meegedeeld|gesloten|verwerkt|afgesloten|een protocol"
    r"|en (?:het|de|op (?:het|de)|van (?:het|de)|uit|haar|zijn) (?:\w+ )?(?:decreet|wet|besluit|koninklijk"
    r"|ministerieel|verordening|ordonnantie|reglement|avg|algemene)|en (?:artikel|art\.|op artikel"
    r"|bij artikel|van artikel))\b)"
    # Two statutes are the subject: 'de wet ... en het besluit ... geven de school opdracht'.
    r"|(?<! het)(?<! te)(?<! tot)(?<! van) (?=(?:geven|machtigen|verplichten|dragen|schrijven|leggen|bepalen"
    r"|voorzien|vormen|bieden|regelen|staan|vereisen|eisen|vragen) )"
)
_STRAY = lazy(r"(?:,? (?:en|of|maar|die|dat|waarin|waarbij)(?: (?:aan|door|in|met|op|van))?)+$")
_EU = lazy(
    r"(?<![\w-])(?P<kind>verordening|richtlijn)(?: ?\((?:eu|eg|eeg"
    r"|eu, euratom)\))?(?: nr\.?)? ?(?P<number>\d{2,4}/\d{1,4})(?:/(?:eg|eu|eeg))?"
)
_NUMBERED = lazy(
    r"(?<![\w-])(?P<kind>beraadslaging|omzendbrief|machtiging)(?: ?\w{2,6})?,?(?: met)?(?: nr\.?"
    r"|nummer)? ?(?P<number>[a-z]{0,6}[/ ]?\d{2,4}/\d{1,4}(?:/\d{1,4})?)"
)
_UNDATED = lazy(
    r"besluit(?<!\wbesluit) van de vlaamse regering (?=(?:tot|betreffende|houdende|over|inzake)\b)"
)
# A reglement of the commune is known by its subject; its date often stands in the clause behind it.
_REGLEMENT = lazy(
    r"(?<![\w-])(?:(?:gemeente|politie|stedelijk |gemeentelijk |provinciaal |belasting|retributie|toelage"
    r"|subsidie|premie)?(?P<kind>reglement)|(?:gemeente|politie|belasting|retributie|subsidie|bouw"
    r"|stedelijke |gemeentelijke |provinciale |stedenbouwkundige )(?P<ordinance>verordening))"
    r" (?=(?:tot|betreffende|houdende|over|inzake|op (?!grond|basis|\d)|voor)\b)"
)
_LOCAL = lazy(
    r"gemeenteraad|raad voor maatschappelijk|raad van maatschappelijk|college|vast bureau|deputatie"
    r"|provincieraad|raad van bestuur|directiecomité|politieraad|politiecollege|schepencollege"
    r"|bijzonder comité|bestuursorgaan|algemene vergadering"
)
_AFTER = lazy(
    r",? {0,2}(?:(?:van|uit|in|bij|conform|en volgende van|e\.v\. van|en volgende,? van|juncto) )?(?:(?:het"
    r"|de|deze|dit|dezelfde|hetzelfde|dat|voornoemde?|voormelde?|vermelde?|genoemde?|bovengenoemde?"
    r"|bovenvermelde?|voormeld|gewijzigde?|vlaamse?|federale|nieuwe?) ){0,3}"
)
_BETWEEN = lazy(
    r"[ ,(:;–]*(?:(?:en )?(?:meer bepaald|inzonderheid|met name|in het bijzonder|meer in het bijzonder"
    r"|i\.h\.b\.|specifiek|namelijk|zoals|nl\.|meer specifiek)[ ,:]*)?(?:(?:in|van|de|het|uit|onder meer"
    r"|o\.a\.) ){0,3}"
)
# 'het e-govdecreet van 18 juli 2008'
_OF_DAY = lazy(r" van \d{1,2}(?:er|ste)? ?(?:[./-] ?\d{1,2} ?[./-] ?|[a-z]{3,9} )\d{4}")
_LOCAL_KINDS = frozenset({"besluit", "reglement", "verordening", "machtiging"})
_WINDOW = 260
_LONGEST_TITLE = 400


@record
class Cited:
    """A citation with what the other grammars need to know: whether a local body decided it."""

    citation: Citation
    local: bool = False


def cited(
    reading: Reading, days: Sequence[Day], lists: Sequence[ArticleList]
) -> tuple[tuple[Cited, ...], dict[int, str]]:
    """Return the citations in order, and for each list of articles that belongs to one its key."""
    named = map(Cited, named_statutes.named(reading, days))
    bare = _distinct(
        [
            *_dated(reading, days),
            *_numbered(reading),
            *_undated(reading),
            *_reglements(reading),
            *_short(reading),
            *named,
        ]
    )
    found = [each.citation for each in bare]
    again = map(Cited, (*named_statutes.again(reading, found), *statutes_back.back(reading, found)))
    return _with_articles(reading, _distinct([*bare, *again]), lists)


def _distinct(found: list[Cited]) -> list[Cited]:
    """Drop what lies inside another citation (a decree named in the title of a decree)."""
    result: list[Cited] = []
    for each in sorted(found, key=lambda c: (c.citation.span.start, -c.citation.span.end)):
        if not result or each.citation.span.start >= result[-1].citation.span.end:
            result.append(each)
    return result


def _dated(reading: Reading, days: Sequence[Day]) -> Iterator[Cited]:
    last = 0
    for day in days:
        if day.blank or day.span.start < last:
            continue
        start = max(reading.low.rfind("\n", 0, day.span.start) + 1, day.span.start - _WINDOW, last)
        word = _word_before(reading, start, day.span.start)
        if word is None:
            continue
        end = _title_end(reading, day.span.end)
        last = end
        title = Span(day.span.end, end)
        if end <= day.span.end + 3:
            title = Span(word.end(), _before_date(reading, word.end(), day.span.start))
        yield _citation(reading, word, day, Span(word.start(), end), title)


def _word_before(reading: Reading, start: int, date: int) -> re.Match[str] | None:
    """Return the word ('decreet') to which a date belongs; the nearest that fits."""
    for word in reversed(list(_KIND.finditer(reading.low, start, date))):
        middle = reading.low[word.end() : date]
        if _VERB.search(middle.removesuffix("van ").rstrip() + " ") and middle.strip() not in {"", "van"}:
            return None
        if _MIDDLE.fullmatch(middle):
            return word
    return None


def _before_date(reading: Reading, start: int, date: int) -> int:
    return len(re.sub(r"(?: van| dd\.?| d\.d\.)? *$", "", reading.low[start:date])) + start


def _title_end(reading: Reading, start: int) -> int:
    """Return where the title behind a date ends; `start` itself when there is none."""
    opening = _TITLE.match(reading.low, start)
    if opening is None:
        return start
    stop = _TITLE_END.search(reading.low, opening.end(), min(len(reading.low), start + _LONGEST_TITLE))
    end = stop.start() if stop else min(len(reading.low), start + _LONGEST_TITLE)
    if reading.low.startswith(("op ", "voor ", "ter "), opening.end()) and end - start > 120:  # noqa: PLR2004 - then it is the sentence that runs on
        return start
    whole = reading.trim(Span(start, end))
    stray = _STRAY.search(
        whole.of(reading.low)
    )  # '... gegevensverkeer en' before 'zullen het', 'en op' before '[...]'
    whole = Span(whole.start, whole.start + stray.start()) if stray else whole
    return _closed(reading, whole).end if end > start else start


def _closed(reading: Reading, span: Span) -> Span:
    """Leave out a closing bracket that was opened before the title."""
    text = span.of(reading.flat)
    if text.endswith(")") and text.count(")") > text.count("("):
        return Span(span.start, span.end - 1)
    return span


def _citation(reading: Reading, word: re.Match[str], day: Day, span: Span, title: Span) -> Cited:
    printed = " ".join(word.group().split())
    code, kind = next(((c, k) for sign, c, k in _CODES if sign in printed), (printed, printed))
    middle = reading.low[word.end() : day.span.start]
    if code == "besluit" and "vlaamse regering" in middle:
        code, kind = "bvr", "besluit van de Vlaamse Regering"
    number = re.search(r"\d{2,4}/\d{1,4}", middle)
    local = (
        code in {"besluit", "reglement", "verordening", "machtiging"} and _LOCAL.search(middle) is not None
    )
    if number and code == "verordening":
        key = short_titles.GDPR if number.group() == "2016/679" else f"verordening {number.group()}"
    else:
        key = f"{code} {day.value.isoformat()}" if day.value else f"{code} {reading.printed(day.span)}"
    return Cited(Citation(key, kind, reading.printed(reading.trim(title)), day.value, (), span), local)


def _numbered(reading: Reading) -> Iterator[Cited]:
    for match in _from(reading.low, ("verordening", "richtlijn"), _EU):
        number = match.group("number")
        key = short_titles.GDPR if number == "2016/679" else f"{match.group('kind')} {number}"
        end = _title_end(reading, match.end())
        title = reading.printed(reading.trim(Span(match.end(), end)))
        yield Cited(Citation(key, match.group("kind"), title, None, (), Span(match.start(), end)))
    for match in _from(reading.low, ("beraadslaging", "omzendbrief", "machtiging"), _NUMBERED):
        key = f"{match.group('kind')} {match.group('number').strip()}"
        yield Cited(Citation(key, match.group("kind"), "", None, (), Span(*match.span())))


def _from(low: str, words: Sequence[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begins with one of the words: found first, as that is cheap."""
    for word in words:
        at = low.find(word)
        while at >= 0:
            match = pattern.match(low, at)
            if match is not None:
                yield match
            at = low.find(word, match.end() if match else at + len(word))


def _undated(reading: Reading) -> Iterator[Cited]:
    for match in _UNDATED.finditer(reading.low):
        end = _title_end(reading, match.end() - 1)
        title = reading.printed(reading.trim(Span(match.end() - 1, end)))
        if title:
            slug = "-".join(re.findall(r"\w+", title.lower())[:6])
            yield Cited(
                Citation(
                    f"bvr {slug}",
                    "besluit van de Vlaamse Regering",
                    title,
                    None,
                    (),
                    Span(match.start(), end),
                )
            )


def _reglements(reading: Reading) -> Iterator[Cited]:
    for match in _REGLEMENT.finditer(reading.low):
        end = _title_end(reading, match.end() - 1)
        title = reading.printed(reading.trim(Span(match.end() - 1, end)))
        if title:
            kind = match.group("kind") or match.group("ordinance")
            key = f"{kind} " + "-".join(re.findall(r"\w+", title.lower())[:6])
            span = Span(match.start(), end)
            yield Cited(Citation(key, kind, title, None, (), span), local=True)


@functools.cache
def _short_pattern() -> re.Pattern[str]:
    return short_titles.compiled()


def _short(reading: Reading) -> Iterator[Cited]:
    for match in _short_pattern().finditer(reading.low):
        index = next(i for i in range(len(short_titles.TABLE)) if match.group(f"s{i}") is not None)
        short = short_titles.TABLE[index]
        dated = _OF_DAY.match(reading.low, match.end())
        span = Span(match.start(), dated.end() if dated else match.end())
        yield Cited(
            Citation(short.key, short.kind, reading.printed(Span(*match.span())), short.date, (), span)
        )


def _with_articles(
    reading: Reading, found: list[Cited], lists: Sequence[ArticleList]
) -> tuple[tuple[Cited, ...], dict[int, str]]:
    """Give each citation the articles named before or behind it."""
    starts = {each.citation.span.start: i for i, each in enumerate(found)}
    links: dict[int, str] = {}
    articles: dict[int, list[ArticleList]] = {}
    for each in lists:
        index = _after(reading, each, starts)
        if index is None:
            index = _behind(reading, each, found)
        if index is not None:
            articles.setdefault(index, []).append(each)
            links[each.span.start] = found[index].citation.key
    return tuple(_joined(c, articles.get(i, [])) for i, c in enumerate(found)), links


def _after(reading: Reading, each: ArticleList, starts: dict[int, int]) -> int | None:
    """Return the citation that follows the articles directly ('artikel 8 van het decreet van ...')."""
    joint = _AFTER.match(reading.low, each.span.end)
    if joint is None:
        return None
    for at in (joint.end(), *(each.span.end + offset for offset in range(joint.end() - each.span.end))):
        if at in starts:
            return starts[at]
    return None


def _behind(reading: Reading, each: ArticleList, found: list[Cited]) -> int | None:
    """Return the citation that the articles follow ('het decreet van ..., artikel 7')."""
    for index in range(len(found) - 1, -1, -1):
        end = found[index].citation.span.end
        if end <= each.span.start:
            near = each.span.start - end <= 60 and _BETWEEN.fullmatch(reading.low, end, each.span.start)  # noqa: PLR2004 - room for 'meer bepaald de'
            return index if near else None
    return None


def _joined(each: Cited, lists: list[ArticleList]) -> Cited:
    if not lists:
        return each
    spans = [each.citation.span, *(a.span for a in lists)]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    articles = tuple(dict.fromkeys(article.printed for a in lists for article in a.articles))
    return replace(each, citation=replace(each.citation, articles=articles, span=span))
