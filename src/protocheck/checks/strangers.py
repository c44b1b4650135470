"""Bodies (instanties) that are neither party nor introduced: names left over from a copied protocol."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.checks import bare_names
from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared, within
from protocheck.checks.same_person import alike, read_as
from protocheck.facts.reading import Reading, lower
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_KIND = "soort-"  # before the names of the params that list the words of one kind of body
_OF = "-van"  # at the end of such a param: the words of an organ, which need 'van' before the name
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
# 'OCMW van de stad', 'politiezone', then the name: capitals, with small words between them.
_LINK = r"(?:-| {1,8}(?:(?:van|te|voor|der) (?:(?:de|het) (?:(?:stad|gemeente) )?)?|(?:stad|gemeente) )?)"
_NAME = lazy(
    rf"(?P<link>{_LINK})(?P<name>(?:(?:de|het|ter|ten|sint) )?{_CAPITAL}[\w'À-ÿ-]{{1,30}}"
    rf"(?: (?:(?:van|de|den|der|het|aan|en|op|te|ter|ten|in|voor|&) ){{0,2}}{_CAPITAL}"
    r"[\w'À-ÿ-]{0,30}){0,4})"
)
_RELATIVE = lazy(
    r"(?:,? (?:bv|vzw|nv|cv))?,? ?(?:\((?!s\))|, (?:die|dat|dewelke|hetwelk|waar\w*|wie[nr]?s?|op w|met w"
    r"|een|het|de|hierna|verder|met zetel|kbo|ondernemingsn|vroeger|voorheen|intussen|sinds|zelf"
    r"|in haar|als)\b)"
)
_NEAR = 90  # characters on either side in which a body is introduced
_VERB = 40  # from a body to the verb of which it is the subject
_WORDS = 20
_SHORT = 3
_FULL = 60  # characters of a line that runs on
_LEAST = 2  # parties, without whom nobody is a stranger
_SMALL = frozenset("van de den der het aan en op te ter ten in voor sint openbaar algemeen lokaal".split())


@record
class _Body:
    """A body as the text names it once: its kind, the words of its name, and where it stands."""

    kind: str
    words: tuple[str, ...]
    span: Span


def left_over(case: Case) -> Iterator[Hit]:
    """Yield, once for each, the bodies in whose place a party should stand."""
    if len(case.package.main.facts.parties) < _LEAST:
        return
    text = prepared(case)
    known = tuple(_party_words(case))
    kinds = _kinds_of_parties(case)
    found = [body for body in _bodies(case, text) if not _is_known(body, known)]
    strangers: list[_Body] = []
    called: dict[tuple[str, ...], list[_Body]] = {}
    for body in found:
        called.setdefault(body.words, []).append(body)
    for body, *_others in called.values():  # what goes for the first goes for all with the same name
        alike_ones = [each for others in called.values() if _is_same(body, others[0]) for each in others]
        if any(_is_same(body, other) for other in strangers):
            continue
        if any(_introduced(case, text, other, kinds) for other in alike_ones):
            continue
        if any(_in_a_party_s_place(case, text, other, kinds) for other in alike_ones):
            strangers.append(body)
            yield Hit(body.span, {"instantie": text.printed(body.span)})
    taken = {word for body in found for word in body.words}
    for span in bare_names.unknown(case, known, taken):
        yield Hit(span, {"instantie": text.printed(span)})


def _bodies(case: Case, text: Reading) -> Iterator[_Body]:
    """Yield the bodies that the text names with their kind, in order; not those in the title of a statute."""
    cited = [citation.span for citation in case.facts.citations]
    keys = [key for key in case.params if key.startswith(_KIND)]
    for kind in pattern(case, *keys).finditer(text.low):
        name = _NAME.match(text.flat, kind.end())
        if name is None:
            continue
        key = next(each for each in keys if pattern(case, each).fullmatch(kind[0]))
        if key.endswith(_OF) and "van" not in name["link"].lower().split():
            continue
        span = Span(kind.start(), name.end())
        words = tuple(_telling(case, name["name"]))
        if words and not _broken(case.text, span) and not any(span.overlaps(each) for each in cited):
            yield _Body(key, words, span)


def _broken(text: str, span: Span) -> bool:
    """Tell whether a short line, or one in columns, ends inside a name: below it stands something else."""
    end = text.find("\n", span.start, span.end)
    if end < 0:
        return "   " in span.of(text)
    start, last = text.rfind("\n", 0, end) + 1, text.find("\n", end + 1)
    both = text[start : len(text) if last < 0 else last]
    return end - start < _FULL or "\t" in both or "   " in both.strip()


def _telling(case: Case, name: str) -> Iterator[str]:
    """Yield the words of a name that tell which body it is."""
    kinds = [key for key in case.params if key.startswith(_KIND)]
    for word in re.split(r"[\s'-]+", name):
        low = lower(word)
        if len(low) >= _SHORT and low not in _SMALL and not pattern(case, *kinds, "gewoon").fullmatch(low):
            yield read_as(low)


def _party_words(case: Case) -> Iterator[str]:
    """Yield the words by which the parties are known, their towns and the paper's own bodies included."""
    for party in case.package.main.facts.parties:
        for form in (party.name, party.short_name, party.seat, *party.mentions):
            yield from (
                read_as(lower(word)) for word in re.split(r"[\s',.()-]+", form) if len(word) >= _SHORT
            )


def _is_known(body: _Body, known: Sequence[str]) -> bool:
    return any(alike(word, each) for word in body.words for each in known)


def _is_same(one: _Body, other: _Body) -> bool:
    return any(alike(word, each) for word in one.words for each in other.words)


def _kinds_of_parties(case: Case) -> frozenset[str]:
    parties = case.package.main.facts.parties
    low = " | ".join(lower(f"{party.name} {party.short_name}") for party in parties)
    own = {"ocmw", "municipality"} & {party.kind for party in parties}
    found = {key for key in case.params if key.startswith(_KIND) and pattern(case, key).search(low)}
    return frozenset(found | ({"soort-lokaal"} if own else set()))


def _introduced(case: Case, text: Reading, body: _Body, kinds: frozenset[str]) -> bool:
    """Tell whether the text says what a body has to do here: predecessor, partner, third, source."""
    sentence = text.sentence(body.span.start)
    if _RELATIVE.match(text.low, body.span.end):
        return True
    near = _clause(text, body.span, sentence)
    if pattern(case, "voorgesteld", "bekend").search(text.low, near.start, near.end):
        return True
    heading = next((h for h in _headings(case, body.span)), "")
    return (
        body.kind.removesuffix(_OF) not in kinds
        and pattern(case, "kop-derden").search(lower(heading)) is not None
    )


def _clause(text: Reading, body: Span, sentence: Span) -> Span:
    """Return the words around a body that can introduce it, no further than a semicolon or a colon."""
    start = max(sentence.start, body.start - _NEAR)
    end = max(body.end, min(sentence.end, body.end + _NEAR))
    start = max(start, text.low.rfind(";", start, body.start) + 1, text.low.rfind(":", start, body.start) + 1)
    stops = [at for at in (text.low.find(";", body.end, end), text.low.find(":", body.end, end)) if at >= 0]
    return Span(start, min([end, *stops]))


def _headings(case: Case, span: Span) -> Iterator[str]:
    """Yield the headings above a place, the nearest first."""
    path = case.outline.path_to(span.start)
    return (part.heading for part in reversed(path) if part.heading)


def _in_a_party_s_place(case: Case, text: Reading, body: _Body, kinds: frozenset[str]) -> bool:
    """Tell whether a party should stand here: a body of its kind, or one with a task of the protocol."""
    if within(body.span, (party.span for party in case.facts.parties)):
        return False
    kind = body.kind.removesuffix(_OF)
    return (kind in kinds and kind in case.params.get("genoeg", ())) or _has_a_task(case, text, body)


def _has_a_task(case: Case, text: Reading, body: _Body) -> bool:
    """Tell whether a body does what the protocol asks of a party, or gets or gives the data."""
    sentence = text.sentence(body.span.start)
    tasks = pattern(case, "taken")
    if tasks.search(text.low, body.span.end, max(body.span.end, min(sentence.end, body.span.end + _VERB))):
        return True
    before = text.low[max(sentence.start, body.span.start - _WORDS) : body.span.start].rstrip()
    handed = any(match.end() == len(before) for match in pattern(case, "aan").finditer(before))
    return handed and tasks.search(text.low, sentence.start, sentence.end) is not None
