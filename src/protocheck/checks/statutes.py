"""Is every statute cited with its own date and title, and was it still law on the day that counts?"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared
from protocheck.facts.day_grammar import days
from protocheck.match.fuzzy import within_budget
from protocheck.match.words import Words
from protocheck.model.facts import Citation
from protocheck.model.geometry import Span
from protocheck.model.statutes import Statute
from protocheck.regex import lazy

# What a local body decides stands in no table.
_NATIONAL = frozenset(
    {"wet", "decreet", "kb", "bvr", "mb", "verordening", "richtlijn", "codex", "ordonnantie"}
)
_DE = ("wet", "verordening", "richtlijn", "codex", "wetten")
_NUMBERED = frozenset({"verordening", "richtlijn"})
_FEW = 3
_ENOUGH = 0.5
_REACH = 140
_STATED = lazy(r"ge(?:co[oö]rdineerd|codificeerd|wijzigd|publiceerd)\b|staatsblad|bekendgemaakt")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def miscited(case: Case) -> Iterator[Hit]:
    """Yield the citations with the date of no such statute, or with the title of another."""
    noise = frozenset(case.params.get("lege-woorden", ()))
    spared = tuple(case.params.get("wijzigend", ()))
    for citation in case.facts.citations:
        if citation.kind in {"wetboek", "grondwet"} or _kind(citation) not in _NATIONAL:
            continue
        title = _telling(citation.title, noise)
        known = case.statutes.get(citation.key)
        if known is not None:
            yield from _dated_otherwise(case, citation, known)
            if known.alone and not _amends(citation, spared) and not _fits(title, known, noise):
                yield Hit(citation.span, _values(known), case="titel")
        elif not _amends(citation, spared):
            meant = _meant(citation, title, case.statutes, noise)
            if meant is not None and not _coordinated(citation, case.text):
                case_of = "nummer" if meant.number else "datum"
                yield Hit(citation.span, _values(meant), case=case_of)


def repealed(case: Case) -> Iterator[Hit]:
    """Yield the citations of a statute that was no longer law, unless the text tells it as history."""
    day = _day_of(case)
    if day is None:
        return
    noise = frozenset(case.params.get("lege-woorden", ()))
    for citation in case.facts.citations:
        known = case.statutes.get(citation.key) or _by_name(citation, case.statutes)
        if known is None or not known.in_force_to or known.in_force_to >= day.isoformat():
            continue
        title = _telling(citation.title, noise)
        if (len(title) < 2 or _fits_one(title, known.title, noise)) and not _as_history(citation.span, case):  # noqa: PLR2004 - one word tells no subject
            new = case.statutes.get(known.replaced_by)
            values = _values(known) | {"tot": _spelled(known.in_force_to)}
            values["vervanger"] = _name(new) if new is not None else known.replaced_by
            yield Hit(citation.span, values, case="vervangen" if known.replaced_by else "")


def _by_name(citation: Citation, statutes: Mapping[str, Statute]) -> Statute | None:
    """Return the statute that alone bears the name by which it is cited without a date."""
    if citation.date is not None:
        return None
    found = [known for known in statutes.values() if _named(citation.title, known)]
    return found[0] if len(found) == 1 else None


def _kind(citation: Citation) -> str:
    return citation.key.split(" ", 1)[0] if citation.key != "avg" else "verordening"


def _dated_otherwise(case: Case, citation: Citation, known: Statute) -> Iterator[Hit]:
    """Yield a short title with another date behind it: 'het e-govdecreet van 18 juli 2009'."""
    found = days(citation.span.of(prepared(case).low))
    values = {day.value.isoformat() for day in found if day.value is not None}
    if values and known.date not in values and not _coordinated(citation, case.text):
        yield Hit(citation.span, _values(known), case="datum")


def _meant(
    citation: Citation, title: Sequence[str], statutes: Mapping[str, Statute], noise: frozenset[str]
) -> Statute | None:
    """Return the statute that has this title and another date or number; None when no single one has."""
    kind = _kind(citation)
    same = [known for known in statutes.values() if _kind_of(known) == kind]
    if kind in _NUMBERED:
        same = [
            known
            for known in same
            if (len(title) > _FEW and _same_words(title, known, noise)) or _number_slip(citation, known)
        ]
    elif citation.date is not None:
        same = [
            known
            for known in same
            if known.date != citation.date.isoformat()
            and (_named(citation.title, known) or _same_title(title, known, noise, citation.date))
        ]
    else:
        same = []
    return same[0] if len(same) == 1 else None


def _kind_of(known: Statute) -> str:
    return known.kind if known.number else known.key.split(" ", 1)[0]


def _named(title: str, known: Statute) -> bool:
    low = " ".join(title.lower().split())
    return any(low == short.lower() for short in known.short)


def _same_title(title: Sequence[str], known: Statute, noise: frozenset[str], cited: dt.date) -> bool:
    """Tell whether a title is that of the statute: the same words in the same order, from the first."""
    own = _telling(known.title, noise)
    if not _same_words(title, known, noise):
        return False
    if len(own) <= _FEW:  # few words tell a statute only when nothing follows and the date is a slip
        return len(title) == len(own) and _slip(cited, known.date)
    return min(len(own), len(title)) >= _FEW


def _same_words(title: Sequence[str], known: Statute, noise: frozenset[str]) -> bool:
    """Tell whether two titles begin with the same words; in a long one a single word may differ."""
    own = _telling(known.title, noise)
    length = min(len(own), len(title))
    return length > 0 and sum(map(_alike, own, title)) >= length - (length > _FEW)


def _slip(cited: dt.date, date: str) -> bool:
    """Tell whether two of day, month and year are right."""
    own = dt.date.fromisoformat(date)
    return (cited.day == own.day) + (cited.month == own.month) + (cited.year == own.year) > 1


def _number_slip(citation: Citation, known: Statute) -> bool:
    """Tell whether a number of the same day has two digits in the other order: '2016/697' for '2016/679'."""
    number = citation.key.rpartition(" ")[2]
    own_day = citation.date is not None and citation.date.isoformat() == known.date
    return own_day and number != known.number and sorted(number) == sorted(known.number)


def _fits(title: Sequence[str], known: Statute, noise: frozenset[str]) -> bool:
    """Tell whether a title may be one of the statutes of that day; too short a one always may."""
    if len(title) < 2:  # noqa: PLR2004 - one word tells no subject
        return True
    return any(_fits_one(title, one, noise) for one in (known.title, *known.other_titles, *known.short))


def _fits_one(title: Sequence[str], official: str, noise: frozenset[str]) -> bool:
    """Tell whether at least half of the words are those of the official title."""
    own = _telling(official, noise)
    shared = sum(any(_alike(word, other) for other in own) for word in title[: max(len(own), 2)])
    return bool(own) and shared / min(len(own), len(title)) >= _ENOUGH


def _alike(one: str, other: str) -> bool:
    if one == other or (len(other) > 8 and one.startswith(other[:8])):  # noqa: PLR2004 - inflected, or cut off
        return True
    return within_budget(one, other)


@functools.lru_cache(maxsize=1024)
def _telling(title: str, noise: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a title that tell its subject."""
    return tuple(word for word in Words.of(title).words if word not in noise and len(word) > 2)  # noqa: PLR2004 - 'de', 'en'


def _amends(citation: Citation, spared: tuple[str, ...]) -> bool:
    """Tell whether the act changes or approves another, of which there may be many on one day."""
    low = " ".join(citation.title.lower().split())
    return any(words in low for words in spared)


def _coordinated(citation: Citation, text: str) -> bool:
    start = max(0, citation.span.start - 40)
    return _STATED.search(text[start : citation.span.end + 40].lower()) is not None


def _as_history(span: Span, case: Case) -> bool:
    """Tell whether the sentence speaks of the statute as of something that was."""
    text = prepared(case)
    sentence = text.sentence(span.start)
    start, end = max(sentence.start, span.start - _REACH), min(max(sentence.end, span.end), span.end + _REACH)
    return pattern(case, "verleden").search(text.low, start, end) is not None


def _day_of(case: Case) -> dt.date | None:
    """Return the day by which the law is judged: of signature, else of entry into force, else the last."""
    for role in ("signature", "entry-into-force"):
        found = [d.value for d in case.package.main.facts.dates if d.role == role and d.value]
        if found:
            return max(found)
    return max((d.value for d in case.package.main.facts.dates if d.value), default=None)


def _values(known: Statute) -> dict[str, str]:
    return {
        "wet": _name(known),
        "titel": known.title,
        "datum": _spelled(known.date),
        "nummer": known.number,
    }


def _name(known: Statute) -> str:
    """Return how to cite it: 'het decreet van 18 juli 2008 betreffende ...', 'de archiefwet van ...'."""
    by_name = known.short and (" " not in known.title or known.title in known.short)
    called = known.short[0] if by_name else f"{known.kind} {known.number}".strip()
    article = "de" if known.kind in _DE or called.lower().endswith(_DE) else "het"
    title = "" if by_name else f" {known.title}"
    return f"{article} {called} van {_spelled(known.date)}{title}"


def _spelled(iso: str) -> str:
    day = dt.date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
