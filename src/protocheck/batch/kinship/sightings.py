"""Where a paper names a body that is no party to it, and nothing says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocheck.batch.kinship.folding import fold, read_as
from protocheck.batch.kinship.traces import Body, Strangers
from protocheck.batch.kinship.wording import Wording
from protocheck.facts import kbo
from protocheck.model.audit import Passage
from protocheck.model.geometry import Span
from protocheck.model.kinship import LeftoverKind
from protocheck.record import record
from protocheck.regex import lazy

_NEAR = 90  # characters on either side in which a body is introduced, as in P403
_AROUND = 70  # characters of the quotation on either side
_REACH = 60  # characters around the telling word in which the rest of the name stands
_BEFORE = 40  # characters before a name that may say what kind of body it is
_NAME = lazy(r"(?<![\w@./-])[A-ZÀ-Þ][^\W\d_]{2,40}(?![\w@-]|\.\w)")
_MAIL = lazy(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_SITE = lazy(r"(?:https?://|www\.)(?:www\.)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})[^\s<>\"')]{0,200}")
_POSTCODE = lazy(r"(?<!\d)[1-9]\d{3} $")
_CAPITAL_BEFORE = lazy(r"([A-ZÀ-Þ][\w'.-]{0,30}) $")
_CAPITAL_AFTER = lazy(r" [A-ZÀ-Þ][^\W\d_]{1,30}")
_CITED = lazy(
    r"\b(?:decreet|wet|besluit|verordening|reglement|omzendbrief|arrest|vonnis|gouw|arrondissement"
    r"|regio|streek|kanton|vredegerecht|arbeidshof|hof)\b[^.;:\n]{0,30}$"
    # an office of another body bears the name of its town
    r"|\b(?:team|afdeling|vestiging|kantoor|antenne|campus|station|buitendienst|provincie) (?:te |in )?$",
    re.IGNORECASE,
)
_LABEL = lazy(r"[.-]")
# What stands before a name in a domain: 'ocmwgeel', 'stadmechelen', 'pzgrens'; as a scanner may read it.
_PREFIXES = ("", *map(read_as, ("ocmw", "gemeente", "stad", "pz", "politie", "politiezone", "hvz", "mijn")))
_SPLIT = lazy(r"[^\W_]+")


@record
class Sighting:
    """A trace of a body: which part of the paper holds it, what is printed, and the words around it."""

    body: str
    kind: LeftoverKind
    part: int
    value: str
    quote: str


def sightings(
    passages: Sequence[Passage],
    strangers: Strangers,
    words: Wording,
) -> Iterator[Sighting]:
    """Yield the traces of strangers in a paper, in its order."""
    for part, passage in enumerate(passages):
        text = f"{passage.heading}\n{passage.text}" if passage.heading else passage.text
        flat = text.replace("\n", " ").replace("\u00a0", " ").replace("’", "'")
        yield from _named(flat, part, strangers, words)
        yield from _numbered(flat, part, strangers)
        yield from _addressed(flat, part, strangers)


def _named(flat: str, part: int, strangers: Strangers, words: Wording) -> Iterator[Sighting]:
    for match in _NAME.finditer(flat):
        for key in strangers.marks.words.get(read_as(match[0]), ()):
            body = strangers.get(key)
            if body is None:
                continue
            span = _whole(flat, Span(*match.span()), body, words)
            if span is not None and not _introduced(flat, span, words):
                yield Sighting(key, "name", part, span.of(flat), _quote(flat, span))
                break


def _whole(flat: str, name: Span, body: Body, words: Wording) -> Span | None:
    """Return the words that name the body here; None where they name something else."""
    kind = _kind_before(flat, name.start, words)
    if kind is not None:
        start, sort = kind
        return Span(start, name.end) if sort in _sorts(body, words) and _complete(flat, name, body) else None
    if len(body.telling) > 1 and _complete(flat, name, body):
        return name
    if not body.bare or _POSTCODE.search(flat[max(0, name.start - 6) : name.start]):
        return None
    return None if _part_of_more(flat, name) else name


def _kind_before(flat: str, at: int, words: Wording) -> tuple[int, str] | None:
    """Return where the words for a kind of body before a name begin, and which kind it is."""
    low = flat[max(0, at - _BEFORE) : at].lower()
    stripped = low.rstrip()
    for link in ("", " van", " te", " van de", " van de stad", " van de gemeente", " stad", " gemeente", "-"):
        if not stripped.endswith(link):
            continue
        head = stripped[: len(stripped) - len(link)].rstrip() if link else stripped
        for sort, forms in words.kinds.items():
            for form in forms:
                if head.endswith(form) and not head[: -len(form)][-1:].isalpha():
                    return at - len(low) + len(head) - len(form), sort
    return None


def _sorts(body: Body, words: Wording) -> frozenset[str]:
    """Return the kinds under which a text may name the body: a town and its OCMW are of one kind."""
    low = f" {fold(body.name)} "
    found = {sort for sort, forms in words.kinds.items() if any(f" {form} " in low for form in forms)}
    return frozenset(found | ({"lokaal"} if body.kind in {"municipality", "ocmw"} else set()))


def _complete(flat: str, name: Span, body: Body) -> bool:
    """Tell whether all telling words of the name stand near: 'Drie' and 'Beemden'."""
    if len(body.telling) == 1:
        return not _CAPITAL_AFTER.match(flat, name.end) or flat[name.end : name.end + 1] != " "
    near = flat[max(0, name.start - _REACH) : name.end + _REACH]
    there = {read_as(word) for word in _SPLIT.findall(near)}
    return set(body.telling) <= there


def _part_of_more(flat: str, name: Span) -> bool:
    """Tell whether a bare name is a part of another one: a person's, a street's, a court's."""
    if flat[name.end : name.end + 1] == "-" or flat[name.start - 1 : name.start] == "-":
        return True
    before = _CAPITAL_BEFORE.search(flat[max(0, name.start - 34) : name.start])
    if before is not None and not _opens_sentence(flat, name.start - 1 - len(before[1])):
        return True
    return _CAPITAL_AFTER.match(flat, name.end) is not None


def _opens_sentence(flat: str, at: int) -> bool:
    return flat[:at].rstrip()[-1:] in {"", ".", ":", ";", "?", "!"}


def _introduced(flat: str, span: Span, words: Wording) -> bool:
    """Tell whether the text says what a body has to do here: predecessor, partner, third, court."""
    start, end = max(0, span.start - _NEAR), min(len(flat), span.end + _NEAR)
    for stop in ".;:":
        start = max(start, flat.rfind(f"{stop} ", start, span.start) + 1)
        ahead = flat.find(f"{stop} ", span.end, end)
        end = ahead if ahead >= 0 else end
    if _CITED.search(flat[start : span.start]):
        return True
    return words.introduced.search(flat[start:end]) is not None


def _numbered(flat: str, part: int, strangers: Strangers) -> Iterator[Sighting]:
    if not strangers.marks.numbers:
        return
    low = flat.lower()
    for number in kbo.find(low, Span(0, len(low))):
        for key in strangers.marks.numbers.get(number.digits, ()):
            if strangers.get(key):
                yield Sighting(key, "kbo", part, number.span.of(flat), _quote(flat, number.span))


def _addressed(flat: str, part: int, strangers: Strangers) -> Iterator[Sighting]:
    for pattern, kind, signs in ((_MAIL, "mailbox", ("@",)), (_SITE, "domain", ("://", "www."))):
        if not any(sign in flat for sign in signs):
            continue
        for match in pattern.finditer(flat):
            key = _owner(match[1], strangers)
            if key:
                span = Span(*match.span())
                yield Sighting(key, kind, part, match[0].rstrip(".,"), _quote(flat, span))  # type: ignore[arg-type]


def _owner(domain: str, strangers: Strangers) -> str:
    """Return the stranger whose name a part of a domain is ('ocmwgeel.be', 'dpo.geel.be'), or ''."""
    for label in _LABEL.split(read_as(domain).rpartition(".")[0]):
        for prefix in _PREFIXES:
            name = label.removeprefix(prefix)
            for key in strangers.marks.words.get(name, ()):
                body = strangers.get(key)
                if body is not None and body.bare and body.anchor == name and label.startswith(prefix):
                    return key
    return ""


def _quote(flat: str, span: Span) -> str:
    """Return the words around a place, no word cut in two."""
    start, end = max(0, span.start - _AROUND), min(len(flat), span.end + _AROUND)
    if start:
        start = flat.find(" ", start, span.start) + 1 or span.start
    if end < len(flat):
        end = max(flat.rfind(" ", span.end, end), span.end)
    before, after = "… " if start else "", " …" if end < len(flat) else ""
    return before + " ".join(flat[start:end].split()) + after
