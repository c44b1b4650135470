"""The numbered headings of a protocol, in order: those of its outline, and those that nothing follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.checks.case import Case
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.record import record
from protocheck.regex import lazy
from protocheck.segment.marks import Mark, marks, roman_value

_NUMBER = lazy(
    r"(?:§ ?)?(?P<main>\d{1,3}|[IVXL]{1,7}|[A-Za-z]\d?)(?P<rest>(?:[./]\d{1,3}){0,4}) ?"
    r"(?P<suffix>[a-z]{2,10}|/\d)?$"
)
_SUFFIX = lazy(r" ?(?P<suffix>bis|ter|quater|quinquies|sexies)\b[.:)]{0,2}\s{1,4}(?=[A-ZÀ-Þ])")
_LONGEST_TITLE = 90
_SENTENCE_END = (".", ";", ",")
_NUMERALS = "IVXLC"
_APART = frozenset({"furniture", "stamp"})


@record
class Heading:
    """A numbered heading.

    Attributes:
        value: its place in the order; 0 when the number has none.
        suffix: 'bis' and the like, empty for a plain number.
        number: as printed.
        span: the heading itself.
        whole: the heading with all that stands under it.
        label: for a Dutch reader: 'artikel 4'.
        segment: its part of the outline; None when the outline takes it for text.
        chapter: where the chapter around it starts, -1 outside chapters.
    """

    value: int
    suffix: str
    number: str
    span: Span
    whole: Span
    label: str
    segment: Segment | None = None
    chapter: int = -1


def value_of(number: str) -> tuple[int, str, str]:
    """Return the place of a printed number in its order, its sub-number and its suffix."""
    match = _NUMBER.match(number.strip())
    if match is None:
        return 0, "", ""
    main = match["main"]
    if main.isdigit():
        value = int(main)
    else:
        value = roman_value(main) if (main.isupper() and len(main) > 1) or main in "IVX" else 0
        value = value or ord(main[0].lower()) - 96
    return value, match["rest"].strip("./"), match["suffix"] or ""


def headings(case: Case) -> Sequence[Heading]:
    """Return the articles of a case, found once for all rules."""
    return case.once(_headings)


def _headings(case: Case) -> Sequence[Heading]:
    return tuple(articles(case.outline))


def articles(outline: Outline) -> list[Heading]:
    """Return the articles of the protocol itself, in order; not those of its annexes, nor sub-articles."""
    top = list(_top(outline.segments, -1))
    first = next((part for part, _ in top if part.number), None)
    if first is None:
        return []
    lettered = any(_is_letter(part.number) and part.number not in _NUMERALS for part, _ in top)
    found: list[Heading] = []
    for part, chapter in top:
        if part.number:
            span = part.heading_span or part.span
            value, suffix = _placed(part, lettered=lettered)
            found.append(Heading(value, suffix, part.number, span, part.span, part.label, part, chapter))
        else:
            found += _group(part, first, outline.text.text, chapter)
    return _with_missed([*_before(found, outline), *found], outline.text.text)


def _group(part: Segment, first: Segment, text: str, chapter: int) -> Iterator[Heading]:
    """Yield a numbered heading that the outline takes for a group of articles, as nothing follows it."""
    own = next(iter(marks((first.heading_span or first.span).of(text).strip())), None)
    span = part.heading_span
    printed = span.of(text).strip() if span is not None else ""
    mark = _same(own, printed) if own is not None else None
    if span is not None and mark is not None and mark.value and _is_title(printed[mark.rest :]):
        end = part.children[0].span.start if part.children else part.span.end
        label = first.label.replace(first.number, mark.number)
        yield Heading(mark.value, "", mark.number, span, Span(span.start, end), label, None, chapter)


def _is_letter(number: str) -> bool:
    return len(number) == 1 and number.isalpha()


def _placed(part: Segment, *, lettered: bool) -> tuple[int, str]:
    """Return the place of an article in its order; where others have letters, 'I' is one as well."""
    if lettered and _is_letter(part.number):
        return ord(part.number.lower()) - 96, ""
    value, _, suffix = value_of(part.number)
    return value, suffix


def _top(segments: Sequence[Segment], chapter: int) -> Iterator[tuple[Segment, int]]:
    for part in segments:
        if part.kind == "article":
            yield part, chapter
        elif part.kind in {"chapter", "section", "other"}:
            if not part.number:
                yield part, chapter
            yield from _top(part.children, part.span.start if part.kind == "chapter" else chapter)


def _with_missed(found: list[Heading], text: str) -> list[Heading]:
    """Add the headings that stand in the text of the article above them: nothing follows them, or 'VIbis'."""
    made: list[Heading] = []
    for index, each in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        made.append(each)
        inside = list(_missed(each, after, text))
        if inside:
            made[-1] = _cut(each, inside[0].span.start)
            ends = [*(other.span.start for other in inside[1:]), each.whole.end]
            made += [_cut(other, end) for other, end in zip(inside, ends, strict=True)]
    return made


def _before(found: Sequence[Heading], outline: Outline) -> list[Heading]:
    """Return the headings above the first article that the outline takes for a list of the parties block."""
    first = found[0] if found else None
    own = next(iter(marks(first.span.of(outline.text.text).strip())), None) if first else None
    if first is None or own is None or first.value < 2:  # noqa: PLR2004 - nothing comes before the first
        return []
    text = outline.text.text
    hidden = [part.span for part in outline.of_kind("contents", "furniture")]
    above = [
        line
        for line in lines(text, Span(0, first.span.start))
        if not any(line.start in each for each in hidden)
    ]
    made: list[Heading] = []
    end, wanted = first.span.start, first.value - 1
    for line in reversed(above):
        mark = _same(own, line.of(text))
        if mark is not None and mark.value == wanted and _is_title(line.of(text)[mark.rest :]):
            label = first.label.replace(first.number, mark.number)
            made.insert(
                0, Heading(wanted, "", mark.number, line, Span(line.start, end), label, None, first.chapter)
            )
            end, wanted = line.start, wanted - 1
    return made


def _cut(heading: Heading, end: int) -> Heading:
    whole = Span(heading.whole.start, end)
    return Heading(
        heading.value,
        heading.suffix,
        heading.number,
        heading.span,
        whole,
        heading.label,
        heading.segment,
        heading.chapter,
    )


def _missed(each: Heading, after: Heading | None, text: str) -> Iterator[Heading]:
    own = next(iter(marks(each.span.of(text).strip())), None)
    if own is None or not each.value:
        return
    # The number of the next heading may be used here already, and that of this one again.
    last = after.value + 1 if after is not None and after.value > each.value else each.value + 2
    wanted = each.value + 1
    inside = [(line, line.of(text)) for line in lines(text, Span(each.span.end, each.whole.end))]
    alike = {line: mark for line, printed in inside if (mark := _same(own, printed)) is not None}
    values = [mark.value for mark in alike.values()]
    listed = min(values, default=wanted) < each.value or (each.value in values and wanted in values)
    for line, printed in inside:
        bis = _bis(each, own, printed)
        if bis:
            label = f"artikel {each.number}{bis}"
            yield Heading(each.value, bis, f"{each.number}{bis}", line, line, label, None, each.chapter)
            continue
        mark = None if listed else alike.get(line)
        if mark is None or mark.value >= last or not _is_title(printed[mark.rest :]):
            continue
        if mark.value >= wanted or _apart(text, line):
            wanted = max(wanted, mark.value + 1)
            label = each.label.replace(each.number, mark.number)
            yield Heading(mark.value, "", mark.number, line, line, label, None, each.chapter)


def _apart(text: str, line: Span) -> bool:
    """Tell whether white stands above and below a line."""
    above = text[max(line.start - 40, 0) : line.start].rstrip(" \t")
    below = text[line.end : line.end + 40].lstrip(" \t")
    return above.endswith("\n\n") and below.startswith("\n\n")


def _bis(each: Heading, own: Mark, printed: str) -> str:
    """Return the suffix of a line that begins with the number of the article above it and 'bis'."""
    start = printed.find(each.number, 0, len(own.word) + len(each.number) + 3)
    if start < 0 or (start > 0) != bool(own.word):
        return ""
    match = _SUFFIX.match(printed, start + len(each.number))
    return match["suffix"] if match and len(printed) <= _LONGEST_TITLE + start else ""


def _same(own: Mark, printed: str) -> Mark | None:
    """Return how a line is numbered when it is in the way of the heading above it."""
    return next(
        (m for m in marks(printed) if (m.family, m.word, m.stop) == (own.family, own.word, own.stop)), None
    )


def _is_title(rest: str) -> bool:
    return rest[:1].isupper() and len(rest) <= _LONGEST_TITLE and not rest.rstrip().endswith(_SENTENCE_END)


def lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the printed lines in `span` that hold something, without blanks around them."""
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        raw = text[start:end]
        inner = raw.strip()
        if inner:
            first = start + len(raw) - len(raw.lstrip())
            yield Span(first, first + len(inner))
        start = end + 1


def is_empty(heading: Heading, text: str) -> bool:
    """Tell whether nothing stands under a heading, running heads and page numbers aside."""
    if heading.segment is None:
        return not any(sign.isalnum() for sign in text[heading.span.end : heading.whole.end])
    return not _says(heading.segment, text, heading.whole.end)


def _says(part: Segment, text: str, end: int) -> bool:
    """Tell whether a part holds words besides its heading before a place."""
    at = part.heading_span.end if part.heading_span else part.span.start
    end = min(part.span.end, end)
    for aside in (each.span for each in part.walk() if each.kind in _APART):
        if any(sign.isalnum() for sign in text[at : min(aside.start, end)]):
            return True
        at = max(at, aside.end)
    return any(sign.isalnum() for sign in text[at:end])
