"""What of the template was left in: open places, options and brackets, instructions to who fills it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protocheck.checks import blanks, brackets, options
from protocheck.checks.case import Case, Hit
from protocheck.checks.phrases import phrases
from protocheck.facts.reading import Reading, prepare
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_DECIDES = 70
_OPEN_IN_HEADS = frozenset({"field", "ellipsis", "tick"})  # a head holds no boxes to tick: 'pagina [X]'
_JOIN = 3
_LONGEST = 160
_OPENS = lazy(r"[\s\d.()\[•o–—:*-]{0,12}")
_LETTERS = lazy(r"[^\W\d_]")
_MERGE = lazy(r"«(?P<inner>[^\W\d_][^«»\n]{1,60})»")
_IN_BRACKETS = lazy(r"[\[(]\s{0,3}(?P<inner>[^\[\]()\n]{3,400})")


def open_places(case: Case) -> Iterator[Hit]:
    """Yield the places that nobody filled in (F101)."""
    reading = prepare(case.outline)
    yield from (Hit(span) for span in _open(case, reading))


def _open(case: Case, reading: Reading) -> list[Span]:
    params = case.params
    fields = params.get("velden", ())
    found = [
        *(b.span for b in brackets.square(reading.flat, fields) if _is_open(b, reading, case)),
        *(b.span for b in brackets.angled(reading.flat, fields)),
        *(b.span for b in brackets.round_fields(reading.flat, fields, phrases(params, "vraagt-woord"))),
        *blanks.crosses(reading, params),
        *blanks.dates(reading, params),
        *blanks.dots(reading, params),
        *blanks.questions(reading),
        *blanks.empty(reading, params),
        *_put_off(reading, params),
        *_merge_fields(reading, fields),
        *_in_heads(case, fields),
        *(case.outline.text.from_raw(span) for span in case.outline.text.source.placeholders),
    ]
    forms = options.forms(case)
    kept = (span for span in found if len(span) and not any(span.start in form for form in forms))
    return joined(kept, reading)


def _merge_fields(reading: Reading, fields: Sequence[str]) -> Iterator[Span]:
    """Yield the merge fields of Word that nothing was merged into: '«Datum»', '«Naam_partij»'."""
    for match in _MERGE.finditer(reading.text):
        named = match["inner"].strip()
        identifier = "_" in named and " " not in named
        if identifier or brackets.is_field(named.replace("_", " "), fields):
            yield Span(*match.span())


def _in_heads(case: Case, fields: Sequence[str]) -> Iterator[Span]:
    """Yield the places in running heads and feet that nobody filled in; one printed on each page once."""
    seen: set[str] = set()
    for part in case.outline.of_kind("furniture"):
        printed = part.span.of(case.text)
        if printed in seen:
            continue
        seen.add(printed)
        for bracket in (*brackets.square(printed, fields), *brackets.angled(printed, fields)):
            if bracket.sort in _OPEN_IN_HEADS:
                yield Span(part.span.start + bracket.span.start, part.span.start + bracket.span.end)


def _is_open(bracket: brackets.Bracket, reading: Reading, case: Case) -> bool:
    if bracket.sort == "tick":  # a box, unless it stands where a word should
        asked = phrases(case.params, "vraagt-woord")
        last = reading.before(bracket.span.start, 20).split()[-1:]
        return (
            bool(last) and asked.fullmatch(last[0].rstrip(":")) is not None and not bracket.inner.strip("_ ")
        )
    return bracket.sort in {"field", "ellipsis"} and not options.is_instruction(bracket.inner, case.params)


def _put_off(reading: Reading, params: blanks.Params) -> Iterator[Span]:
    """Yield 'nader te bepalen', unless the text says who decides and how."""
    decided = phrases(params, "beslist")
    for match in phrases(params, "later").finditer(reading.low):
        around = reading.before(match.start(), _DECIDES) + " " + reading.after(match.end(), _DECIDES)
        if not decided.search(around):
            yield Span(*match.span())
    for match in phrases(params, "geroepen").finditer(reading.flat):
        word = reading.flat[max(match.start() - 30, 0) : match.start()].split()[-1:]
        if match[0].isupper() and word and word[0].isupper():
            yield Span(match.start() - len(word[0]) - 1, match.end())


def joined(spans: Iterable[Span], reading: Reading) -> list[Span]:
    """Join what overlaps, and what nothing but signs part on one line."""
    made: list[Span] = []
    for span in sorted(spans):
        last = made[-1] if made else None
        between = reading.flat[last.end : span.start] if last and span.start > last.end else ""
        if last and (
            span.start <= last.end
            or (len(between) <= _JOIN and "\n" not in between and not _LETTERS.search(between))
        ):
            made[-1] = Span(last.start, max(last.end, span.end))
        else:
            made.append(span)
    return made


def left_options(case: Case) -> Iterator[Hit]:
    """Yield the choices that nobody made, and brackets of the template (F102)."""
    reading = prepare(case.outline)
    forms = options.forms(case)
    hits = [*options.found(case, reading)]
    coloured = list(options.coloured(case))
    if coloured:  # open places and brackets are marked already
        known = [*_open(case, reading), *(hit.span for hit in hits if hit.span)]
        coloured = [span for span in coloured if not any(span.overlaps(each) for each in known)]
    for hit in (*hits, *map(Hit, coloured)):
        if hit.span is not None and not any(hit.span.start in form for form in forms):
            yield hit


def instructions(case: Case) -> Iterator[Hit]:
    """Yield what the template tells whoever fills it in (F103): adjoining sentences as one."""
    reading = prepare(case.outline)
    last: Span | None = None
    for span in options.told(reading, case.params):
        if last is None:
            last = span
        elif "\n" not in reading.flat[last.end : span.start] and not reading.flat[
            last.end : span.start
        ].strip(" .)]"):
            last = Span(last.start, span.end)
        else:
            yield Hit(last)
            last = span
    if last is not None:
        yield Hit(last)
