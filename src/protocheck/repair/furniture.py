"""Stage 'furniture': which lines are running heads, feet and page numbers. They stay, but marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_EDGE = 3
_MIN_PAGES = 3
_FEW_PAGES = 6
_SHARE = 0.5
_SHARE_FEW = 0.6
_LONGEST = 160
_NEAR = 3
_PAGE_WORDS = r"(?:pagina|bladzijde|blz\.?|pag\.?|page)"
_PAGE_NUMBER = lazy(
    rf"[-–—|\s]{{0,6}}(?:{_PAGE_WORDS}\s{{0,3}})?(\d{{1,3}})(?:\s{{0,3}}(?:/|van|of|-)\s{{0,3}}(\d{{1,3}}))?[-–—|\s]{{0,6}}",
    re.IGNORECASE,
)
_NAMED = lazy(rf"{_PAGE_WORDS}\s{{0,3}}\d", re.IGNORECASE)
# A quick look whether any line could be a page number that names itself.
_COUNTED = lazy(
    rf"(?im)^[-–—|\s]{{0,6}}(?:{_PAGE_WORDS}\s{{0,3}}\d|\d{{1,3}}\s{{0,3}}(?:/|van|of)\s{{0,3}}\d)"
)
# What differs from page to page stands at the start or the end of a head, not inside a sentence.
_NUMBER_AT_EDGE = lazy(r"^\W{0,3}\d|\d\W{0,3}$")
_DIGITS = lazy(r"\d+")
_LINE = lazy(r"[^\n\f]+")


@record
class _Printed:
    span: Span
    text: str

    @property
    def shape(self) -> str:
        """Return the line with its digits masked, so that page numbers do not make it unique."""
        return _DIGITS.sub("#", " ".join(self.text.split()).lower())


def find(text: RepairedText) -> tuple[Span, ...]:
    """Return the furniture: what the format marked, and what recurs at the edges of the pages."""
    found = set(_marked(text))
    pages = _pages(text.text)
    if len(pages) >= _MIN_PAGES:
        found |= set(_recurring([list(_lines(text.text, start, end)) for start, end in pages]))
    elif _COUNTED.search(text.text):
        found |= set(_numbered(list(_lines(text.text, 0, len(text.text)))))
    return tuple(sorted(found))


def _marked(text: RepairedText) -> Iterator[Span]:
    for line in text.source.lines:
        if line.role == "furniture":
            span = text.from_raw(line.span)
            if len(span):
                yield span


def _pages(text: str) -> list[tuple[int, int]]:
    """Return where each page starts and ends, by its form feeds."""
    starts = [0, *(match.end() for match in re.finditer("\f", text))]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def _lines(text: str, start: int, end: int) -> Iterator[_Printed]:
    for match in _LINE.finditer(text, start, end):
        if match.group().strip():
            yield _Printed(Span(match.start(), match.end()), match.group().strip())


def _recurring(pages: Sequence[Sequence[_Printed]]) -> Iterator[Span]:
    """Yield the edge lines that recur on enough pages, alike or but for the number of the page."""
    need = max((_SHARE_FEW if len(pages) < _FEW_PAGES else _SHARE) * len(pages), 2)
    edges = [_edges(page) for page in pages]
    shapes = Counter(shape for edge in edges for shape in {line.shape for line in edge})
    texts = Counter(text for edge in edges for text in {line.text for line in edge})
    for line in (line for edge in edges for line in edge):
        alike = texts[line.text] >= need
        numbered = shapes[line.shape] >= need and _NUMBER_AT_EDGE.search(line.text)
        if len(line.text) <= _LONGEST and (alike or numbered) and not _is_item(line.text):
            yield line.span


def _edges(page: Sequence[_Printed]) -> list[_Printed]:
    if len(page) <= 2 * _EDGE:
        return list(page)
    return [*page[:_EDGE], *page[-_EDGE:]]


def _is_item(text: str) -> bool:
    """Tell whether a line is rather a heading or an item ('Artikel 3', '2.') that recurs by shape."""
    return re.match(r"(?:artikel|art\.|hoofdstuk|bijlage)\s", text, re.IGNORECASE) is not None or (
        re.fullmatch(r"\d{1,2}[.)°]", text) is not None
    )


def _numbered(lines: Sequence[_Printed]) -> Iterator[Span]:
    """Yield page numbers that count up through a text without page breaks, and the heads beside them."""
    numbers = [(i, m) for i, line in enumerate(lines) if (m := _PAGE_NUMBER.fullmatch(line.text))]
    named = [(i, int(m.group(1))) for i, m in numbers if _NAMED.match(lines[i].text) or m.group(2)]
    chain = [i for (i, n), (_, before) in zip(named[1:], named, strict=False) if n == before + 1]
    if len(chain) < _MIN_PAGES - 1:
        yield from (lines[i].span for i, _ in named if _NAMED.match(lines[i].text))
        return
    places = [i for i, _ in named]
    for i in places:
        yield lines[i].span
    beside = [
        j for i in places for j in range(max(i - _NEAR, 0), min(i + _NEAR + 1, len(lines))) if j not in places
    ]
    texts = Counter(lines[j].text for j in set(beside))
    for j in sorted(set(beside)):
        if texts[lines[j].text] >= max(_SHARE * len(places), 2) and len(lines[j].text) <= _LONGEST:
            yield lines[j].span
