"""Mailboxes and phone numbers of a named person, in a text that will be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared, spans_of, within
from protocheck.facts import names, party_bodies, persons
from protocheck.facts.contacts import is_personal_box
from protocheck.facts.reading import Reading
from protocheck.model.facts import Contact
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_MOBILE = lazy(r"^(?:0032|32)?0?4\d{8}$")
# An address, or the number of a body: the phone number behind it is that of the body.
_BODY_DETAILS = lazy(r"\b[1-9]\d{3} [A-ZÀ-Þ]|\b[01]\d{3}[. ]\d{3}[. ]\d{3}\b|\b[Zz]etel\b|\bKBO\b")
_BRACKET = lazy(r"\s{0,2}\(([^)\n]{1,60})\)")
_BEHIND = 50  # 'jan@stad.be (Jan Smet)'
# 'de heer Bollen': a title makes a person of one word.
_TITLED = lazy(r"\b(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?) (?P<name>[A-ZÀ-Þ][\w'-]{1,30})")
_LETTERS = lazy(r"[\W\d_]+")
_JOINT = 4  # letters between two ways to reach one person: ', tel.', 'of', 'gsm'
_LABEL = 28  # characters before a number on its line that say no more than what it is
_ABOVE = 2  # lines
_WORD = lazy(r"[._+-]")
_TELLING = 4  # letters of a word that can only be one of our own


def named(case: Case) -> Iterator[Hit]:
    """Yield the mailboxes and numbers that reach one person, and not a service."""
    seen: set[Span] = set()
    hidden = tuple(_certificates(case))
    for contact in case.facts.contacts:
        if contact.span in seen or within(contact.span, hidden):
            continue
        seen.add(contact.span)
        if contact.kind == "email" and _own_box(case, contact):
            yield Hit(contact.span, {"adres": contact.value})
        elif contact.kind == "phone" and _own_number(case, contact):
            yield Hit(contact.span, {"nummer": contact.value}, case="telefoon")


def _certificates(case: Case) -> Iterator[Span]:
    """Yield the signature blocks in which electronic signatures print whose they are."""
    stamps = spans_of(case, "stamp")
    yield from stamps
    for block in spans_of(case, "signature"):
        if any(stamp.overlaps(block) for stamp in stamps):
            yield block


def _own_box(case: Case, contact: Contact) -> bool:
    """Tell whether a mailbox bears the name of a person, and not that of a service the text speaks of."""
    text = prepared(case)
    line = text.paragraph(contact.span.start)
    behind = Span(contact.span.end, min(line.end, contact.span.end + _BEHIND))
    around = (*_people(text, Span(line.start, contact.span.start)), *_people(text, behind))
    people = [text.printed(span) for span in around]
    printed = contact.value.partition("@")[0]
    local = printed.lower()
    parts = [part for part in _WORD.split(local) if len(part) >= _TELLING]
    if contact.personal and _bears_a_name(text, printed, parts, people):
        return True
    if is_personal_box(contact.value, people) and not contact.personal:
        return pattern(case, "dienst", "mailbox").search(_WORD.sub(" ", local)) is None
    if not contact.personal or pattern(case, "dienst", "algemeen", "mailbox").search(_WORD.sub(" ", local)):
        return False
    return not any(_is_common(text, part) for part in parts) and not _says_nobody(parts, local)


def _bears_a_name(text: Reading, printed: str, parts: list[str], people: list[str]) -> bool:
    """Tell whether a mailbox bears the name of somebody the paper names, or one printed with capitals."""
    words = {word.lower() for person in people for word in person.split()}
    if parts and all(part in words for part in parts):
        return True
    if all(part[:1].isupper() for part in _WORD.split(printed)):
        return True
    full = r"\s+".join(re.escape(part.capitalize()) for part in _WORD.split(printed))
    return len(parts) > 1 and re.search(rf"\b{full}\b", text.flat) is not None


def _says_nobody(parts: list[str], local: str) -> bool:
    """Tell whether all parts of a mailbox are plain Dutch words: 'leerlingen.administratie'."""
    from protocheck.repair.lexicon import lexicon  # noqa: PLC0415 - read only when a box is in doubt

    words = lexicon()
    whole = len(parts) == len([part for part in _WORD.split(local) if part])
    return whole and all(words.listed(part) and not words.name(part) for part in parts)


def _is_common(text: Reading, word: str) -> bool:
    """Tell whether the paper itself uses a word in lower case: then it is no name."""
    return re.search(rf"(?<![\w@.-]){re.escape(word)}(?![\w@.-])", text.flat) is not None


def _own_number(case: Case, contact: Contact) -> bool:
    """Tell whether a number reaches a person: who is named with it, or whose mobile phone it is."""
    text = prepared(case)
    before = _before(case, text, contact.span)
    low = before.of(text.low)
    behind = _BRACKET.match(text.low, contact.span.end)
    told = low + " " + (behind[1] if behind else "")
    if pattern(case, "rechtstreeks").search(told):
        return True
    people = sorted(_people(text, before))
    general = list(pattern(case, "algemeen").finditer(low))
    if behind and pattern(case, "algemeen", "dienst").search(behind[1]):
        return False
    if people:
        after = Span(people[-1].end, contact.span.start)
        nearer = general and before.start + general[-1].start() >= people[-1].end
        return not nearer and _BODY_DETAILS.search(text.flat, after.start, after.end) is None
    mobile = _MOBILE.match(re.sub(r"\D", "", contact.value)) is not None
    return mobile and not general and pattern(case, "dienst").search(low) is None


def _before(case: Case, text: Reading, span: Span) -> Span:
    """Return what leads to a number: its sentence behind the last contact, or the lines above a label."""
    line = text.paragraph(span.start)
    start = max(line.start, min(text.sentence(span.start).start, span.start))
    others = _others(case, text, Span(start, span.start))
    if others:
        return Span(max(others), span.start)
    if len(text.flat[line.start : span.start].strip()) <= _LABEL:
        for _ in range(_ABOVE):
            line = text.paragraph(max(0, line.start - 2))
            start = line.start
        others = [c.span.end for c in case.facts.contacts if start <= c.span.end <= span.start]
    return Span(max([start, *others]), span.start)


def _others(case: Case, text: Reading, before: Span) -> list[int]:
    """Return where the contacts before a number end; not those that lead to it with no words between."""
    ends = sorted({c.span.end for c in case.facts.contacts if before.start <= c.span.end <= before.end})
    starts = {c.span.end: c.span.start for c in case.facts.contacts}
    at = before.end
    while ends and len(_LETTERS.sub("", text.flat[ends[-1] : at])) <= _JOINT:
        at = starts[ends.pop()]
    return ends


def _people(text: Reading, span: Span) -> Iterator[Span]:
    """Yield the names of people, bodies left out."""
    for name in persons.names(text, span):
        printed = text.printed(name)
        if not party_bodies.has_kind(printed) and not names.is_body(printed):
            yield name
    for match in _TITLED.finditer(text.flat, span.start, span.end):
        yield Span(*match.span("name"))
