"""Does every reference point at a part that exists, and at the right one?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from protocheck.checks.case import Case, Hit
from protocheck.checks.directions import wrong_way
from protocheck.checks.phrases import phrases
from protocheck.checks.sequence import Heading
from protocheck.checks.targets import Pointer, Targets
from protocheck.facts.headings import sections
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_ARTICLE = ("art", "")
_PARTS = frozenset({"hoofdstuk", "titel", "deel"})
# A reference to the GDPR often leaves the GDPR out: 'artikel 6, lid 1, e)'.
_GDPR_DETAIL = lazy(r"(?:lid \d|eerste lid|tweede lid).{0,12}\b[a-z]\)?$|^lid \d$")
_SAID = (
    r"(?:vermeld|genoemd|bedoeld|omschreven|opgesomd|beschreven|opgenomen|bepaald|vastgelegd|aangeduid|gedefinieerd"
    r"|weergegeven|vooropgesteld|geregeld)"
)
_BEFORE = lazy(
    r"(?P<thing>[^\W\d_]{4,40})(?: \([^()]{1,60}\))?,? {1,3}(?:zoals |als )?"
    rf"(?:(?:is|zijn|staan|wordt|worden) )?(?:{_SAID} {{1,3}})?(?:in|onder|bij|van|uit) (?:de |het )?$"
)
# What is done with a thing, before it: 'de beveiliging van de mededeling van de '.
_CHAIN = lazy(r"(?:[^\W\d_]{4,30} van (?:(?:de|het|deze|die) )?(?:[^\W\d_]{3,20}e )?){1,3}$")
_LISTED = lazy(r"vermeld|opgesomd|genoemd|opgenomen|weergegeven|aangeduid")
_BEHIND = lazy(rf",? {{0,3}}{_SAID}e?n? {{1,3}}(?P<words>(?:[^\W\d_]{{2,40}} ){{0,2}}[^\W\d_]{{4,40}})")
# Behind the datum itself: whose it is, what it is for.
_FURTHER = lazy(r" (?:van|dat|die|om|voor|bij|waar\w*|aan|met) ")
_WORD = lazy(r"[^\W\d_]+")
_SAYS = lazy(_SAID)
_DEGREE = lazy(r"(?:, ?\d{1,2}°)?")
_REACH = 110
_ITEMS = 2
_SHORTEST_STEM = 5
_SHORTEST_THING = 7


def missing(case: Case) -> Iterator[Hit]:
    """Yield the references to a part of this protocol that does not exist (R201)."""
    targets = Targets(case)
    if not targets.headings:
        return
    for pointer in targets.pointers():
        span = targets.printed(pointer)
        if targets.there(pointer):
            lacking = "" if _may_be_statute(targets, pointer) else targets.lacks(pointer)
            if lacking and pointer.target is not None:
                values = {"target": pointer.target.label, "item": lacking}
                yield Hit(span, values, "onderdeel", (pointer.target.span,))
        elif _sure(targets, pointer):
            yield Hit(span, {"last": targets.headings[-1].label})

    yield from _recitals(targets)
    yield from _paragraphs(targets)


def _recitals(targets: Targets) -> Iterator[Hit]:
    """Yield the references to a recital that this protocol does not have."""
    known = targets.recitals()
    for ref in targets.of_kind("recital"):
        named = targets.reading.low.startswith(("overweging", "considerans"), ref.span.start)
        number = ref.target.split(" ", 1)[1]
        if named and known and number.upper() not in known and number[0].isdigit() == min(known)[0].isdigit():
            yield Hit(ref.span, {}, "overweging")


def _paragraphs(targets: Targets) -> Iterator[Hit]:
    """Yield '§ 4' in an article that has no such paragraph."""
    for ref in targets.of_kind("paragraph"):
        number = ref.target.split(" ", 1)[1]
        holder = targets.holder(ref.span.start)
        if holder is not None and not targets.has_paragraph(holder, number):
            values = {"target": holder.label, "item": f"§ {number}"}
            yield Hit(ref.span, values, "onderdeel", (holder.span,))


def _may_be_statute(targets: Targets, pointer: Pointer) -> bool:
    """Tell whether a reference with a point may be to a statute that the text leaves out."""
    if pointer.explicit:
        return False
    return targets.in_force(pointer) or _GDPR_DETAIL.search(pointer.reference.item) is not None


def _sure(targets: Targets, pointer: Pointer) -> bool:
    """Tell whether a reference that leads nowhere is meant for this protocol."""
    if pointer.explicit:
        return True
    if targets.in_force(pointer):
        return False
    if pointer.word.startswith("art") or not pointer.word:
        return targets.worded
    if pointer.word in _PARTS:
        return bool(targets.chapters)
    return not targets.worded and any(
        sign.isdigit() or sign in "IVX" for sign in pointer.reference.target[-3:]
    )


def misplaced(case: Case) -> Iterator[Hit]:
    """Yield the references that point at an article about something else (R202)."""
    targets = Targets(case)
    for pointer in targets.pointers():
        if pointer.target is None or (not pointer.explicit and targets.in_force(pointer)):
            continue
        thing = _thing(targets, pointer)
        right = _right(targets, pointer.target, *thing) if thing else None
        if thing and right is not None:
            values = {"thing": thing[1], "target": pointer.target.label, "right": right.label}
            yield Hit(pointer.reference.span, values, "", (right.span,))
    yield from wrong_way(case, targets.reading)


def _thing(targets: Targets, pointer: Pointer) -> tuple[str, str] | None:
    """Return what is said to stand in the part that is pointed at: its subject and its word."""
    reading, span = targets.reading, pointer.reference.span
    start = reading.flat.rfind("\n", 0, span.start) + 1
    end = span.start + (len("onder ") if pointer.word == "onder" else 0)
    before = _BEFORE.search(reading.low, max(start, span.start - _REACH), end)
    words = [before["thing"]] if before else []
    behind = _BEHIND.match(reading.low, span.end + _detail(targets, pointer))
    if behind:
        words = behind["words"].split()
    params = targets.case.params
    if before is not None and not behind and _of_a_process(targets, pointer, before):
        return None
    for word in words:
        for subject in params.get("onderwerpen", ()):
            if phrases(params, subject).fullmatch(word):
                return subject, word
    said = before is not None and _SAYS.search(before[0]) is not None
    return ("", words[-1]) if words and (said or behind) and len(words[-1]) >= _SHORTEST_THING else None


def _of_a_process(targets: Targets, pointer: Pointer, before: re.Match[str]) -> bool:
    """Tell whether what is done with the data stands there: 'de verwerking van de gegevens, geregeld in'.

    'Vermeld' and 'opgesomd' are said of the data, unless the article is about what is done with them.
    """
    reading, params = targets.reading, targets.case.params
    chain = _CHAIN.search(reading.low, max(0, before.start("thing") - _REACH), before.start("thing"))
    if chain is None:
        return False
    if phrases(params, "handelingen").search(chain[0]) and not _LISTED.search(before[0]):
        return True
    title = _title(pointer.target) if pointer.target is not None else ""
    return any(
        phrases(params, subject).search(chain[0]) and phrases(params, f"{subject}-kop").search(title)
        for subject in params.get("onderwerpen", ())
        if subject != "gegevens"
    )


def _detail(targets: Targets, pointer: Pointer) -> int:
    """Return how many characters of a point stand behind a reference: its span may end before them."""
    match = _DEGREE.match(targets.reading.low, pointer.reference.span.end)
    return len(match[0]) if match else 0


def _right(targets: Targets, target: Heading, subject: str, word: str) -> Heading | None:
    """Return the article that treats the thing, when the one that is pointed at does not."""
    if subject == "tabel":
        return _table_article(targets, target)
    if subject == "gegevens":
        return None if _lists_data(targets, target) else _data_article(targets, target)
    params = targets.case.params
    heads = phrases(params, f"{subject}-kop") if subject else _stem(word)
    inside = phrases(params, subject) if subject else heads
    body = Span(target.span.start, target.whole.end)
    if inside.search(targets.text, body.start, body.end) or heads.search(targets.text, body.start, body.end):
        return None
    found = [h for h in targets.headings if h is not target and heads.search(_title(h))]
    return found[0] if len(found) == 1 or (found and subject) else None


def _table_article(targets: Targets, target: Heading) -> Heading | None:
    """Return the only article with a table, when the one that is pointed at has none."""
    tables = [part.span.start for part in targets.case.outline.of_kind("table")]
    holders = [h for h in targets.headings if any(start in h.whole for start in tables)]
    return holders[0] if len(holders) == 1 and target not in holders else None


def _stem(word: str) -> re.Pattern[str]:
    """Return a pattern for a word and its kin: what it begins with."""
    length = max(_SHORTEST_STEM, len(word) - 3)
    return re.compile(rf"(?<!\w){re.escape(word[:length])}", re.IGNORECASE)


def _title(heading: Heading) -> str:
    return heading.segment.heading if heading.segment is not None else ""


def _lists_data(targets: Targets, target: Heading) -> bool:
    """Tell whether an article lists data, or says by its heading or its words that it does."""
    if any(item.span.start in target.whole for item in targets.case.facts.data_items):
        return True
    if any(target.span.start in section for section in sections(targets.reading, "data")):
        return True
    if phrases(targets.case.params, "algemeen-kop").search(_title(target)):
        return True
    if _names_data(targets, target):
        return True
    params = targets.case.params
    return (
        phrases(params, "gegevens-lijst").search(targets.text, target.span.end, target.whole.end) is not None
    )


def _names_data(targets: Targets, target: Heading) -> bool:
    """Tell whether an article names some of the data itself, though another lists them."""
    body = {word[0] for word in _WORD.finditer(targets.reading.low, target.span.end, target.whole.end)}
    named: set[str] = set()
    for item in targets.case.facts.data_items:
        words = {word[0] for word in _WORD.finditer(_FURTHER.split(item.name.lower())[0])}
        told = {word for word in words & body if len(word) >= _SHORTEST_STEM or word == "naam"}
        named |= set(sorted(told - named)[:1])
    return len(named) >= _ITEMS


def _data_article(targets: Targets, target: Heading) -> Heading | None:
    """Return the article with the data: the one that lists most of them, or whose heading says so."""
    counts: Counter[int] = Counter()
    others = [h for h in targets.headings if h is not target]
    for item in targets.case.facts.data_items:
        holder = next((i for i, h in enumerate(others) if item.span.start in h.whole), -1)
        if holder >= 0:
            counts[holder] += 1
    most = counts.most_common(1)
    if most and most[0][1] >= _ITEMS:
        return others[most[0][0]]
    about = sections(targets.reading, "data")
    named = [h for h in others if any(h.span.start == section.start for section in about)]
    return named[0] if len(named) == 1 else None
