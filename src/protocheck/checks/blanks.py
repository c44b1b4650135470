"""Places that a template leaves open: dots, lines, crosses, the pattern of a date, 'op' with no day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from protocheck.checks.brackets import quotations
from protocheck.checks.phrases import Phrases, phrases
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import lazy

Params = Mapping[str, tuple[str, ...]]

# These patterns begin with a letter or a sign, and only then look at what stands before it: so they can be
# searched for by that letter.
# 'dd/mm/jjjj', '__/__/____', '../../2025', 'XX.XX.2025', '20XX', '04XX XX XX XX'.
_PATTERN_DATE = lazy(
    r"(?<![\w./-])(?:[dDjJ]{1,2} ?[/.-] ?[mM]{1,2} ?[/.-] ?(?:[jJyYaA]{2,4}|20(?:\d\d|[jJyY]{2}))"
    r"|[jJyY]{4}[/.-][mM]{2}[/.-][dD]{2}|dag/maand/jaar)(?![\w/-])"
)
_PARTED = lazy(
    r"(?:_(?<![\w./-]_)_{1,7}|\.(?<![\w./-]\.)\.{1,7}|…(?<![\w./-]…)) ?[/-] ?(?:_{2,8}|\.{2,8}|…) ?[/-] ?"
    r"(?:_{2,8}|\.{2,8}|…|20\d{0,2})"
)
# '20..' for a year.
_YEAR = lazy(r"20(?<![\w.]20)(?:\.{2,3}|…|_{2,3})(?![.\w])")
_CROSSES = lazy(r"(?<![\w@.\-/])[\dxX./-]{0,12}(?:xx|XX|20[xX]|\d{3}[xX]\b)[\dxX./-]{0,12}(?![\w@])")
_CROSSED = lazy(r"[xX](?<=[xX\d].)")
# 'XX dossiers', '€ XX': how many, so no pattern of what a field holds.
_COUNTED = lazy(r" (?!(?:in|als|van|voor|wanneer|indien) )[^\W\d_]{2,30}(?:en|s)\b")
_AS = lazy(r"(?<!\w)als (?:[\w/.-]{1,14} (?:of|en) )?$")
_IN_FIELD = lazy(r" in (?:het|de|dat|die|elk|een) $")
_TABLED = lazy(r"(?:^|\s)[xX-] {1,4}$")
_ROMAN = lazy(r"X{2,4}(?:\.\d{1,3}){0,3}")
_ROMAN_AFTER = lazy(
    r"(?:\.\d|,? (?:§|lid|van (?:het|de|dat|die|boek)\b(?! (?:protocol|overeenkomst))))", re.IGNORECASE
)
# Each way begins with a sign, so that only these signs cost something.
_DOTS = lazy(r"\.\.{3,399}|…(?: ?…){1,79} ?|\. (?:\. ){3,199}\.?|__{2,399}")
_FEW_DOTS = lazy(r"\.(?<!\.\.)\.{1,2}(?!\.)|…(?<!\.…)(?!\.)")
_QUESTION = lazy(r"\?(?<!\w.)\?{1,5}")
# What may stand before three dots that stand for a word to come, and behind them.
_UNIT_AFTER = lazy(
    r" ?(?:jaar|jaren|maand(?:en)?|dag(?:en)?|weken|werkdagen|uur|euro|exemplaren|artikelen|kalenderdagen)\b",
    re.IGNORECASE,
)
_N_UNITS = lazy(r"[XN](?<![\w/.-].) (?:jaar|jaren|maanden|dagen|weken|werkdagen|uren|exemplaren|euro)\b")
# A month with its year and no day: 'op maart 2025'.
_DAYLESS = lazy(
    r"op(?<!\wop) {1,40}(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december) 20\d\d",
    re.IGNORECASE,
)
# What follows where a day should stand: a stop, the number of copies, the end of the paragraph.
_NO_DAY = lazy(
    r"(?!\s{0,80}(?:[\d_\[<{…]|\.\.))\s{0,80}(?:[,;.]|(?:en )?in (?:tweevoud|drievoud|viervoud|meervoud"
    r"|(?:\w{1,20} ){1,5}exempla)|te [A-ZÀ-Þ]|$|\n)"
)
_NO_NAME = lazy(r" {0,3}:? {0,3}[,;]")
_OP = lazy(r"(?<!\w)op(?!\w)")
_SIGNING_CLAUSE = 120
_NEAR = 200
_QUOTED = lazy(r"\([.…]{1,4}\)|\[[.…]{1,4}\]")


def crosses(reading: Reading, params: Params) -> Iterator[Span]:
    """Yield runs of crosses that stand for figures or a name, no Roman numeral."""
    numerals = phrases(params, "romeins")
    crossed = _CROSSED.search(reading.flat) is not None  # most papers hold none, which is soon told
    for match in _CROSSES.finditer(reading.flat) if crossed else ():
        text = match[0].rstrip("./-")
        span = Span(match.start(), match.start() + len(text))
        if _TABLED.search(reading.flat[max(span.start - 6, 0) : span.start]):
            continue  # a row of crosses in a table, read without its lines
        if _ROMAN.fullmatch(text) and _numeral(reading, span, numerals):
            continue
        told = _COUNTED.match(reading.flat, span.end) is not None
        if not _is_form(reading, span, params, told=told) and reading.flat[
            span.start - 1 : span.start
        ] not in {
            '"',
            "'",
        }:
            yield span
    for pattern in (_N_UNITS, _YEAR):
        yield from (Span(*match.span()) for match in pattern.finditer(reading.flat))


def _numeral(reading: Reading, span: Span, numerals: Phrases) -> bool:
    """Tell whether XX is a number in Roman figures: 'boek XX', 'artikel XX van het decreet'."""
    before = reading.before(span.start, 30).rstrip()
    last = before.split()[-1:] or [""]
    if numerals.fullmatch(last[0]):
        return True
    article = last[0].startswith("art")
    return article and (
        len(set(span.of(reading.flat))) > 1 or bool(_ROMAN_AFTER.match(reading.flat, span.end))
    )


def _is_form(reading: Reading, span: Span, params: Params, *, told: bool) -> bool:
    """Tell whether a pattern is described as such: 'in het formaat JJJJ-MM-DD'.

    Where the sentence itself asks for a day or a number (`told`), only its words about a form count:
    that a file is XML says nothing of the day on which it is sent.
    """
    words = phrases(params, "vormwoorden")
    sentence = reading.sentence(span.start)
    before = reading.low[min(sentence.start, span.start) : span.start]
    after = reading.low[span.end : max(sentence.end, span.end)]
    if _AS.search(before) or words.search(f"{before[-_NEAR:]} {after[:_NEAR]}"):
        return True
    if told:
        return False
    if words.search(f"{reading.before(span.start, _NEAR)} {reading.after(span.end, _NEAR)}"):
        return True
    things = phrases(params, "veldwoorden")
    behind = things.search(after)
    if things.search(before) or (behind and _IN_FIELD.fullmatch(after, 0, behind.start())):
        return True
    return _under_form(reading, span, words) or _under_form(reading, span, things)


def _under_form(reading: Reading, span: Span, words: Phrases) -> bool:
    """Tell whether the heading above, or the head of the table, speaks of a form."""
    path = reading.outline.path_to(span.start)
    if any(words.search(part.heading) for part in path):
        return True
    table = next((part for part in path if part.kind == "table"), None)
    head = next((row.span for row in table.children if row.kind == "row"), None) if table else None
    return head is not None and words.search(reading.flat, head.start, head.end) is not None


def dates(reading: Reading, params: Params) -> Iterator[Span]:
    """Yield patterns of a date that nobody filled in, unless the text describes a file or a field."""
    leads, moments, papers = (phrases(params, name) for name in ("datum-na", "ogenblik", "gedateerd"))
    for pattern in (_PATTERN_DATE, _PARTED):
        for match in pattern.finditer(reading.shown):
            span = Span(*match.span())
            before = reading.before(span.start, 40)
            led = any(each.end() >= len(before.rstrip(" :")) for each in leads.finditer(before))
            moment = moments.fullmatch(before.split()[-1]) is not None if before.split() else False
            dated = before.endswith("(") and papers.fullmatch(" ".join(before[:-1].split()[-1:])) is not None
            asked = led or dated or pattern is _PARTED or _alone(reading, span)
            if asked and not _is_form(reading, span, params, told=moment or dated):
                yield span


def _alone(reading: Reading, span: Span) -> bool:
    """Tell whether a pattern is all that its line or cell says, a label aside."""
    line = reading.paragraph(span.start)
    before = reading.flat[line.start : span.start].rstrip()
    return reading.flat[span.end : line.end].strip(" .,;") == "" and (
        not before or before.endswith((":", "op"))
    )


def dots(reading: Reading, params: Params) -> Iterator[Span]:
    """Yield dotted lines and underscores that stand for words to come; no line to sign on."""
    for match in _DOTS.finditer(reading.shown):
        span = reading.trim(Span(*match.span()), " ")
        if not _aside(reading, span, params) and _asks(reading, span, params):
            yield span
    for match in _FEW_DOTS.finditer(reading.shown):
        span = Span(*match.span())
        if not _aside(reading, span, params) and _wanted(reading, span, params):
            yield span


def _aside(reading: Reading, span: Span, params: Params) -> bool:
    """Tell whether dots stand between brackets: what a quotation leaves out, unless a word is asked there."""
    match = _QUOTED.match(reading.shown, max(span.start - 1, 0))
    if match is None:
        return False
    if any(span.start in each for each in quotations(reading.flat)):
        return True
    last = reading.before(match.start(), 20).split()[-1:]
    asked = bool(last) and phrases(params, "vraagt-woord").fullmatch(last[0]) is not None
    return not asked and _UNIT_AFTER.match(reading.after(match.end(), 30)) is None


def _asks(reading: Reading, span: Span, params: Params) -> bool:
    """Tell whether a dotted line asks for words: others stand on its line, and no signature is put on it."""
    before = reading.flat[max(span.start - _NEAR, 0) : span.start]
    before = before[reading.text[max(span.start - _NEAR, 0) : span.start].rfind("\n") + 1 :]
    after = reading.flat[span.end : span.end + _NEAR]
    after = after[: len(reading.text[span.end : span.end + _NEAR].partition("\n")[0])]
    signed = phrases(params, "handtekening").search(before) is not None
    return not signed and any(sign.isalpha() for sign in before + after)


def _wanted(reading: Reading, span: Span, params: Params) -> bool:
    """Tell whether three dots stand for a word: behind 'op' or 'nr.', before 'maanden', alone in a cell."""
    before, after = reading.before(span.start, 30).rstrip("(["), reading.after(span.end, 30).lstrip(")]")
    if before[-1:].isalnum() or after[:1].isalnum():
        return False
    cell = next((part for part in reversed(reading.outline.path_to(span.start)) if part.kind == "cell"), None)
    if cell is not None and reading.shown[cell.span.start : cell.span.end].strip() == span.of(reading.shown):
        return True
    if _UNIT_AFTER.match(after) and before.rstrip()[-1:] != ",":
        return True
    last = before.rstrip(" :").split()[-1:]
    asked = bool(last) and phrases(params, "vraagt-woord").fullmatch(last[0]) is not None
    return asked and before.rstrip()[-1:] != ","


def questions(reading: Reading) -> Iterator[Span]:
    """Yield question marks that stand for something to look up."""
    yield from (Span(*match.span()) for match in _QUESTION.finditer(reading.flat))


def empty(reading: Reading, params: Params) -> Iterator[Span]:
    """Yield 'op' in a clause of signing, entry into force or advice with no day, and labels left bare."""
    for match in phrases(params, "dag-na").finditer(reading.low):
        if _NO_DAY.match(reading.flat, match.end()):
            yield Span(*match.span())
    for match in phrases(params, "dag-in").finditer(reading.low):
        if not reading.after(match.end(), 5).startswith(" van"):
            yield Span(*match.span())
    for verb in phrases(params, "ondertekend").finditer(reading.low):
        end = min(reading.sentence(verb.start()).end, verb.end() + _SIGNING_CLAUSE)
        word = _OP.search(reading.low, verb.end(), end)
        if word and _NO_DAY.match(reading.flat, word.end()):
            yield Span(verb.start(), word.end())
    for match in phrases(params, "naam-na").finditer(reading.low):
        if _NO_NAME.match(reading.flat, match.end()):
            yield Span(*match.span())
    yield from (Span(*match.span()) for match in _DAYLESS.finditer(reading.flat))
