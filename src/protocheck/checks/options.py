"""Choices of a template that nobody made, its brackets, and its instructions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.checks import brackets
from protocheck.checks.blanks import Params
from protocheck.checks.case import Case, Hit
from protocheck.checks.phrases import Phrases, phrases
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_SHOWN = 160
_BOX = lazy(r"☐|☑|☒|☑|□|\[(?P<sign>[ xXvV✓]?)\](?!\()")
_TICKED = frozenset("☑☒xXvV✓")
_SLASH = lazy(
    r"(?<![\w/])(?P<first>(?:(?:de|het|een) )?[^\W\d_]{3,25}) ?(?P<star>\*?) ?/ ?"
    r"(?P<second>(?:(?:de|het|een) )?[^\W\d_]{3,25})\*?(?![\w/])",
    re.IGNORECASE,
)
_WORDS_BESIDE = 40  # characters that such words take at most, their article and a sign included
_FIRST_WORD = lazy(r"[\[(]\s{0,2}[^\s\[\]()]{1,40}")
_CHOICE = lazy(r" ?(?:\d|[A-D])?\s{0,2}(?:[:.)–-]|$)")
_BETWEEN = lazy(r"[\[(][^\[\]()\n]{8,600}[\])]")
_ROUND = lazy(r"[()]")
# 'a)', '2)', 'iv)': the sign of a point, not the end of brackets.
_MARKER = lazy(r"(?:^|[\s(,.])(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2}°?)$")
# What may stand before the first word of a sentence: a bullet, a bracket, the number of its part.
_ORDER = lazy(
    r"[\s•o–—:*☐(\[-]{0,8}"
    r"(?:(?:[Aa]rt(?:ikel)?\.? ?)?(?:§ ?)?[\dA-Z]{1,4}(?:\.\d{1,2}){0,3}[.):°]{0,2}\s{1,4}){0,2}"
    r"[\s(\[]{0,3}"
)
_LABEL = 4
_HIGHLIGHT_SHARE = 0.2
_WORD = lazy(r"[^\W_]+")


def forms(case: Case) -> list[Span]:
    """Return the annexes that are blank forms on purpose: a model that others fill in later."""
    names = phrases(case.params, "modellen")
    if case.reading.document != "protocol" and names.search(case.outline.title or case.text[:200]):
        return [Span(0, len(case.text) + 1)]
    return [part.span for part in case.outline.of_kind("annex") if names.search(part.heading)]


def found(case: Case, reading: Reading) -> Iterator[Hit]:
    """Yield brackets, options and boxes left in, in the order of the text."""
    hits = [*_bracketed(case, reading), *_slashed(case, reading), *_boxes(reading), *_lone(case, reading)]
    yield from sorted(hits, key=lambda hit: hit.span or Span(0, 0))


def _bracketed(case: Case, reading: Reading) -> Iterator[Hit]:
    fields = case.params.get("velden", ())
    for each in brackets.square(reading.flat, fields):
        if each.sort == "open":
            if not _misread(case, reading, each.span):
                yield Hit(_opening(reading, each.span.start), case="open")
        elif each.sort == "option" and not is_instruction(each.inner, case.params):
            yield Hit(shown(reading, each.span), case="keuze" if "/" in each.inner else "")
    for span in _unclosed(case, reading):
        yield Hit(_opening(reading, span.start), case="open")


def _opening(reading: Reading, start: int) -> Span:
    """Return a bracket that is never closed with the word behind it."""
    word = _FIRST_WORD.match(reading.flat, start)
    return reading.trim(Span(start, word.end() if word else start + 1), " ,;:")


def _misread(case: Case, reading: Reading, span: Span) -> bool:
    """Tell whether a bracket is a letter that a scanner misread, or stands in a stamp."""
    around = reading.flat[max(span.start - 1, 0) : span.end + 1]
    scanned = case.outline.text.source.method == "ocr"
    path = case.outline.path_to(span.start)
    inside = any(part.kind in {"signature", "stamp", "furniture", "contents"} for part in path)
    return inside or (scanned and any(sign.isalnum() for sign in around[:1]))


def shown(reading: Reading, span: Span) -> Span:
    """Return as much of a place as a quotation needs: to the end of its first line when it is long."""
    if len(span) <= _SHOWN:
        return span
    end = reading.text.find("\n", span.start + 1)
    return Span(span.start, min(span.end, end if 0 < end - span.start <= 2 * _SHOWN else span.start + _SHOWN))


def _unclosed(case: Case, reading: Reading) -> Iterator[Span]:
    """Yield round brackets that are opened and never closed, in texts that no scanner read."""
    if case.outline.text.source.method in {"ocr", "learned-advances"}:
        return
    left: list[tuple[Span, int]] = []
    for line in reading.lines(Span(0, len(reading.flat))):
        opened: list[int] = []
        extra = 0
        for sign in _ROUND.finditer(reading.flat, line.start, line.end + 1):
            if sign[0] == "(":
                opened.append(sign.start())
            elif opened and not _marks(reading, line, sign.start(), opened):
                opened.pop()
            elif not _MARKER.search(reading.flat[max(line.start - 1, sign.start() - 6) : sign.start()]):
                extra += 1
        # A list may be closed in a later paragraph than it was opened in.
        while extra and left:
            left.pop()
            extra -= 1
        left += [(Span(start, start + 1), line.start) for start in opened]
    yield from (span for span, _ in left if not _misread(case, reading, span))


def _marks(reading: Reading, line: Span, at: int, opened: list[int]) -> bool:
    """Tell whether ')' belongs to 'c)' while a later one on the line closes the bracket."""
    if not _MARKER.search(reading.flat[max(line.start - 1, at - 6) : at]):
        return False
    rest = reading.flat[at + 1 : line.end + 1]
    return rest.count(")") - rest.count("(") >= len(opened)


def _slashed(case: Case, reading: Reading) -> Iterator[Hit]:
    """Yield 'de gemeente/het OCMW' where the parties are known by now."""
    bodies = phrases(case.params, "lichamen")
    inside: list[Span] | None = None
    for match in _choices(reading.flat):
        first, second = (match[name].split()[-1].lower() for name in ("first", "second"))
        if not (bodies.fullmatch(first) and bodies.fullmatch(second)) or first == second:
            continue
        marked = " " in match["second"] or match["star"] or match[0].endswith("*")
        if not marked or _both_parties(case, first, second):
            continue
        if inside is None:
            inside = [b.span for b in brackets.square(reading.flat, ()) if b.sort == "option"]
        if not any(match.start() in span for span in inside):
            yield Hit(Span(*match.span()), case="keuze")


def _choices(flat: str) -> Iterator[re.Match[str]]:
    """Yield each stroke between two words with those words; only around strokes is there anything to see."""
    end = 0
    for stroke in inline("/").finditer(flat):
        within = max(end, stroke.start() - _WORDS_BESIDE), stroke.end() + _WORDS_BESIDE
        match = _SLASH.search(flat, *within)
        if match is not None and match.start() < stroke.end() <= match.end():
            yield match
            end = match.end()


def _both_parties(case: Case, first: str, second: str) -> bool:
    names = [" ".join((p.name, p.short_name, *p.mentions)).lower() for p in case.facts.parties]
    ones = {index for index, name in enumerate(names) if first in name}
    others = {index for index, name in enumerate(names) if second in name}
    return bool(ones) and bool(others) and len(ones | others) > 1


def _boxes(reading: Reading) -> Iterator[Hit]:
    """Yield the first of a group of boxes of which none is ticked."""
    found = [(match, reading.paragraph(match.start())) for match in _BOX.finditer(reading.flat)]
    for group in _groups(reading, found):
        signs = [match["sign"] if match["sign"] is not None else match[0] for match, _ in group]
        if len(group) > 1 and not any(sign and sign in _TICKED for sign in signs):
            match, line = group[0]
            last = group[-1][1].end if group[-1][1] == line else line.end
            yield Hit(shown(reading, reading.trim(Span(match.start(), last), " \n")), case="vakje")


def _groups(
    reading: Reading, found: list[tuple[re.Match[str], Span]]
) -> Iterator[list[tuple[re.Match[str], Span]]]:
    """Group the boxes of one list: on one line, or on lines that follow each other."""
    group: list[tuple[re.Match[str], Span]] = []
    for each in found:
        if group and reading.flat[group[-1][1].end : each[1].start].strip():
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _lone(case: Case, reading: Reading) -> Iterator[Hit]:
    """Yield headings of the template that offer a choice: 'OPTIE 1:', 'Variant B'."""
    heads = phrases(case.params, "keuzekoppen")
    for line in reading.lines(Span(0, len(reading.flat))):
        match = heads.match(reading.flat, line.start, line.end)
        if match and _CHOICE.match(reading.flat[match.end() : line.end][:6]):
            yield Hit(shown(reading, line), case="keuze")


def coloured(case: Case) -> Iterator[Span]:
    """Yield what the writer coloured, when it is little: a mark to come back to, no way of lay-out."""
    source = case.outline.text.source
    spans = [span for span in source.highlights if span.of(source.text).strip()]
    if sum(map(len, spans)) > _HIGHLIGHT_SHARE * max(len(source.text), 1):
        return
    made: list[Span] = []
    for span in sorted(spans):
        if made and not source.text[made[-1].end : span.start].strip(" "):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    for span in made:
        line = source.line_at(span.start)
        if line is None or line.role not in {"heading", "furniture"}:
            yield case.outline.text.from_raw(span)


def is_instruction(text: str, params: Params) -> bool:
    """Tell whether words between brackets tell what to write, rather than being it."""
    if _labelled(text, Span(0, len(text)), params):
        return True
    first = _opening_word(text, Span(0, len(text)), params)
    if first is not None and phrases(params, "gebiedend").fullmatch(first[0]) and len(text.split()) > 1:
        return True
    return phrases(params, "zeker").search(text) is not None


def _labelled(flat: str, span: Span, params: Params) -> bool:
    """Tell whether a label of the template opens a sentence: 'Optioneel:', 'Instructie:'."""
    start = _ORDER.match(flat, span.start, span.end)
    label = phrases(params, "kopjes").match(flat, start.end() if start else span.start, span.end)
    return label is not None and flat[label.end() : span.end].lstrip(" *_")[:1] == ":"


def _opening_word(flat: str, span: Span, params: Params) -> re.Match[str] | None:
    """Return the first word of a sentence, behind its number, and behind 'Tip:' or 'Let op:'."""
    start = _ORDER.match(flat, span.start, span.end)
    at = start.end() if start else span.start
    label = phrases(params, "aanhef").match(flat, at, span.end)
    if label is not None and flat[label.end() : label.end() + 1] in {":", "."}:
        at = label.end() + 1
        at += len(flat[at : span.end]) - len(flat[at : span.end].lstrip(" *_"))
    return _WORD.match(flat, at, span.end)


def told(reading: Reading, params: Params) -> Iterator[Span]:
    """Yield the sentences that tell whoever fills in the template what to write, in order."""
    sure = phrases(params, "zeker")
    bracketed = [
        Span(match.start(), match.end())
        for match in _BETWEEN.finditer(reading.flat)
        if is_instruction(match[0][1:-1], params)
    ]
    bracketed += [
        cell for cell in _cells(reading) if not _within(cell, bracketed) and _tells(reading, cell, params)
    ]
    single = [_own(reading, s, sure) for s in reading.every if _tells(reading, s, params)]
    spans = sorted([*bracketed, *(s for s in single if not _within(s, bracketed))])
    yield from spans


def _within(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(each) for each in others)


def _cells(reading: Reading) -> Iterator[Span]:
    """Yield the first sentences of the cells that do not open their row: the row is read as one sentence."""
    starts = {span.start for span in reading.every}
    for cell in reading.outline.of_kind("cell"):
        span = reading.trim(cell.span, " \t\n")
        if len(span) and span.start not in starts:
            yield Span(span.start, min(span.end, reading.sentence(span.start).end))


def _own(reading: Reading, span: Span, sure: Phrases) -> Span:
    """Return an instruction without the label before it: 'Gegeven 1: het concrete gegeven dat ...'."""
    match = sure.search(reading.flat, span.start, span.end)
    label = reading.flat[span.start : match.start()].split() if match else []
    return Span(match.start(), span.end) if match and len(label) <= _LABEL else span


def _tells(reading: Reading, span: Span, params: Params) -> bool:
    flat = reading.flat
    if phrases(params, "zeker").search(flat, span.start, span.end) or _labelled(flat, span, params):
        return True
    first = _opening_word(flat, span, params)
    if first is None:
        return False
    if task := phrases(params, "opdracht").match(flat, first.start(), span.end):
        return phrases(params, "schrijfwerk").search(flat, task.end(), span.end) is not None
    if not phrases(params, "gebiedend").fullmatch(first[0]):
        return False
    return phrases(params, "opsteller").search(flat, first.end(), span.end) is not None
