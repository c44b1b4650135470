"""Is every annex that the protocol refers to there, in the same file or handed in with it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from protocheck.checks.case import Case, Hit
from protocheck.checks.phrases import phrases
from protocheck.checks.prepared import quoted
from protocheck.checks.sequence import lines
from protocheck.facts.reading import Reading, prepare
from protocheck.model.facts import AnnexMention
from protocheck.model.geometry import Span
from protocheck.model.package import Reading as Document
from protocheck.regex import lazy
from protocheck.segment.marks import roman_value

_NUMBERED = r"\s*(?:bijlage|annex|addendum)\s{0,3}(?:nr\.?\s?)?(?P<number>\d{1,2}|[ivx]{1,5}\b|[a-h]\b)"
_TITLE = lazy(_NUMBERED, re.IGNORECASE)
_FILE = lazy(r"(?:bijlage|annex|addendum)[ _-]?(?P<number>\d{1,2}|[a-h])(?![a-z0-9])", re.IGNORECASE)
_OF_ANOTHER = lazy(
    r"^,? {0,3}(?:van|bij|in|aan) {1,3}(?:het|de|dat|die|een|zijn|haar|hun) {1,3}(?:\w+ {1,3}){0,2}?"
    r"(?!protocol|overeenkomst)\w{0,25}(?:decreet|wet|besluit|verordening|reglement|richtlijn|codex|wetboek|overeenkomst|kaderprotocol"
    r"|bericht|mail\w*|brief|aanvraag|formulier|verslag|omzendbrief|machtiging|beraadslaging|vergunning|attest|dossier)\b"
)
_HEAD = lazy(_NUMBERED + r"\s{0,3}(?:[.:)\u2013-]|$)", re.IGNORECASE)
_LONGEST = 120
_BARE = lazy(r"\w+(?: (?:nr\.? )?\w{1,4})?")
_NAMED = lazy(r"\w+(?:\s{1,3}(?:nr\.?\s)?(?:\d{1,2}|[ivxIVX]{1,5}|[A-Ha-h])\b)?")
_LAST_LINES = 3
_NEVER = frozenset({"contents", "furniture", "stamp"})


def absent(case: Case) -> Iterator[Hit]:
    """Yield the first mention of each annex that was not supplied (R203)."""
    reading = prepare(case.outline)
    there, loose = _supplied(case)
    quotations = quoted(case)
    told: set[str] = set()
    for mention in case.facts.annexes:
        if any(mention.span.start in each for each in quotations) or not _refers(case, reading, mention):
            continue
        number = canonical(mention.number)
        known = number in there if number else bool(there or loose or told)
        if (
            not known
            and number not in told
            and not (number and loose and number == "1" and len(told) == 0 and _only(case))
        ):
            told.add(number)
            case_name = "" if number else "zonder-nummer"
            yield Hit(_words(case, mention), {"annex": f"bijlage {mention.number}".strip()}, case_name)


def canonical(number: str) -> str:
    """Return a number of an annex in figures: 'II' and 'B' are the second."""
    low = number.strip().lower()
    if low.isdigit():
        return str(int(low))
    value = roman_value(low)
    if value and not (len(low) == 1 and low in "cd"):
        return str(value)
    return str(ord(low) - 96) if len(low) == 1 and low.isalpha() else low


def _only(case: Case) -> bool:
    return len({canonical(m.number) for m in case.facts.annexes if m.number}) == 1


def _supplied(case: Case) -> tuple[set[str], int]:
    """Return the numbers of the annexes that are there, and how many more have no number of their own."""
    there: set[str] = set()
    loose = 0
    for part in case.outline.of_kind("annex"):
        start = part.heading_span.end if part.heading_span else part.span.start
        if any(sign.isalnum() for sign in case.text[start : part.span.end]):
            if part.number:
                there.add(canonical(part.number))
            else:
                loose += 1
    there |= set(_headed(case))
    for order, annex in enumerate(case.package.annexes, start=1):
        there.add(_number(annex) or str(order))
    return there, loose


def _headed(case: Case) -> Iterator[str]:
    """Yield the numbers of annexes below the signatures that the outline takes for more text of these."""
    below = [part.span for part in case.outline.of_kind("signature", "annex")]
    for span in below:
        printed = [line.of(case.text) for line in lines(case.text, span)]
        for line, after in pairwise(printed):
            match = _HEAD.match(line)
            if match and len(line) <= _LONGEST and not _HEAD.match(after):
                yield canonical(match["number"])


def _number(annex: Document) -> str:
    """Return the number that an annex carries in its first lines or its file name, empty when it has none."""
    text = annex.text.text
    for count, line in enumerate(lines(text, Span(0, len(text)))):
        match = _TITLE.match(line.of(text))
        if match:
            return canonical(match["number"])
        if count >= _LAST_LINES:
            break
    match = _FILE.search(annex.text.source.name)
    return (
        canonical(match["number"]) if match and annex.text.source.name.lower().startswith("bijlage") else ""
    )


def _refers(case: Case, reading: Reading, mention: AnnexMention) -> bool:
    """Tell whether a mention is of an annex of this protocol: no heading, and none of another text."""
    start = mention.span.start
    path = case.outline.path_to(start)
    if any(part.kind in _NEVER or (part.heading_span and start in part.heading_span) for part in path):
        return False
    if any(part.kind == "annex" for part in path):
        return bool(mention.number) and not _TITLE.match(reading.flat, reading.paragraph(start).start)
    bare = _BARE.match(reading.low, start)
    end = bare.end() if bare and mention.number else start + len("bijlage")
    if _OF_ANOTHER.match(reading.after(end, 90)):
        return False
    return bool(mention.number) or _is_own(case, reading, start)


def _is_own(case: Case, reading: Reading, start: int) -> bool:
    """Tell whether an annex without number is of this protocol: no attachment, no mere possibility."""
    sentence = reading.sentence(start)
    for name in ("bericht", "misschien"):
        if phrases(case.params, name).search(reading.low, sentence.start, sentence.end):
            return False
    around = Span(max(sentence.start, start - 40), min(sentence.end, start + 60))
    return phrases(case.params, "verwijst").search(reading.low, around.start, around.end) is not None


def _words(case: Case, mention: AnnexMention) -> Span:
    """Return the words 'bijlage 2' of a mention, without the title that may follow."""
    text = case.text[mention.span.start : mention.span.end]
    match = _NAMED.match(text)
    return (
        Span(mention.span.start, mention.span.start + match.end())
        if match and mention.number
        else mention.span
    )
