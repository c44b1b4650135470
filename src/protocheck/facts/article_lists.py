"""Articles as a text names them: 'artikel 6, lid 4', 'art. 3, 4 en 9', 'artikelen 10/1 en 12, § 2, 3°'."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_WORD = lazy(r"art(?<!\wart)(?:ikel(?:en|s)?\b|t?\.|\b(?= ?\d)) {0,3}")
_NUMBER = lazy(
    r"(?:\d{1,4}(?:[/.:]\d{1,3}){0,4}(?: ?(?:bis|ter|quater|quinquies|sexies|septies"
    r"|octies)\b)?(?:/\d{1,3})?|[ivx]{1,6}\b(?:\.\d{1,3}){0,3})(?!\d|°|%)"
)
_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste|enig"
    r"|\d{1,2}(?:e|de|ste))"
)
_DETAIL = lazy(
    rf" {{0,2}},? {{0,2}}(?:(?:§§?|paragra(?:af|fen)|par\.) {{0,2}}\d{{1,2}}(?:/\d)?(?:bis"
    rf"|ter)?(?: {{0,2}}(?:,|en|tot(?: en met)?) {{0,2}}§? ?\d{{1,2}}(?![\d°/.])(?! ?\)))?"
    rf"|leden \d{{1,2}}(?:(?:,| en| tot) {{0,2}}\d{{1,2}})*"
    rf"|lid {{0,2}}\d{{1,2}}(?: en (?:lid )?\d{{1,2}}(?!°))?|{_ORDINAL} (?:lid|alinea|streepje"
    rf"|zin)(?: en {_ORDINAL} (?:lid|alinea))?|\d{{1,2}}(?:e|de|ste) lid"
    r"|(?:punt|onder|alinea|lit(?:t|era)?\.?|sub) {0,2}(?:[a-z]\b\)?|\d{1,2}(?:°|\b\)?))(?: (?:en"
    r"|of) (?:[a-z]\)|\d{1,2}°))?|\d{1,2}°(?:(?: ?,| en| of| tot en met) ?\d{1,2}°){0,5}|[a-z]\)(?:(?: ?,"
    r"| en| of| tot en met) ?[a-z]\)){0,5}|\.[a-z]\b\)?|[a-z](?=\) ?(?:van|avg|gdpr))\))"
)
_JOIN = lazy(
    r" {0,2}(?:,(?: (?:en|of))?|en/of|en|of|tot en met|tot|t\.e\.m\.|–|alsook|evenals|respectievelijk"
    r"|resp\.) {0,2}(?:(?:in|van|het|de) ){0,2}(?:art(?:ikel(?:en|s)?\b|t?\.) {0,2})?"
)
_UNIT = lazy(
    r" (?:jaar|jaren|maand|maanden|dagen|weken|uur|werkdagen|exemplaren|januari|februari|maart|april|mei"
    r"|juni|juli|augustus|september|oktober|november|december)\b|%"
)


@record
class Article:
    """One article: its number and the point in it, as printed."""

    number: str
    detail: str
    span: Span

    @property
    def printed(self) -> str:
        """Return number and point together: '6, lid 4'."""
        return f"{self.number}, {self.detail}" if self.detail else self.number


@record
class ArticleList:
    """Articles named in one breath."""

    articles: tuple[Article, ...]
    span: Span


def lists(flat: str, low: str) -> Iterator[ArticleList]:
    """Yield every run of articles in a text, in order."""
    position = 0
    while word := _WORD.search(low, position):
        position = word.end()
        found = list(_articles(flat, low, word.start(), word.end()))
        if found:
            position = found[-1].span.end
            yield ArticleList(tuple(found), Span(word.start(), position))


def _articles(flat: str, low: str, start: int, at: int) -> Iterator[Article]:
    while number := _NUMBER.match(low, at):
        if _UNIT.match(low, number.end()):
            return
        end = number.end()
        details: list[str] = []
        while len(details) < 6 and (detail := _DETAIL.match(low, end)):  # noqa: PLR2004 - deeper than any statute goes
            details.append(" ".join(flat[end : detail.end()].split()).strip(" ,"))
            end = detail.end()
        yield Article(_roman_up(flat[number.start() : number.end()]), ", ".join(details), Span(start, end))
        join = _JOIN.match(low, end)
        if join is None:
            return
        start = at = join.end()


def _roman_up(number: str) -> str:
    number = " ".join(number.split())
    return number.upper() if number[:1] in "ivx" else number
