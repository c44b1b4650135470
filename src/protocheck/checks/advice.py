"""Did every party's data protection officer (functionaris voor gegevensbescherming) advise in time?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocheck.checks.case import Case, Hit
from protocheck.checks.prepared import pattern, prepared, spans_of, within
from protocheck.checks.signing import is_open, signing
from protocheck.facts import names
from protocheck.facts.day_grammar import days
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_DAY = lazy(
    r"\b\d{1,2} (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\d[/.-]\d|\b(?:19|20)\d\d\b"
)
_OF_WHOM = 40  # from 'functionaris' to the party: 'voor gegevensbescherming van de'
_AND = lazy(r"[\s,]{1,3}(?:en|&|én)(?: voor| van)?(?: de| het)? ")


@record
class _Advice:
    """An advice that the text mentions: where, of what day, for which parties (none when unsaid)."""

    span: Span
    day: dt.date | None
    open: bool
    parties: tuple[str, ...]


def given(case: Case) -> Iterator[Hit]:
    """Yield each advice that is missing, bears no date or came after the last signature."""
    told = sorted(_told(case), key=lambda each: each.span)
    if not told:
        if case.facts.parties and case.reading.text.quality.trusted:
            yield Hit(None, case="geen")
        return
    last = signing(case).last
    for advice in told:
        values = {"partij": _of(advice), "advies": prepared(case).printed(advice.span)}
        if advice.open:
            yield Hit(advice.span, values, case="zonder-datum")
        elif last is not None and advice.day is not None and advice.day > last[0]:
            values["ondertekening"] = prepared(case).printed(last[1])
            yield Hit(advice.span, values, case="te-laat", related=(last[1],))
    for party in _unadvised(case, told):
        yield Hit(None, {"partij": party}, case="ontbreekt")


def _told(case: Case) -> Iterator[_Advice]:
    """Yield the advices that the text mentions; one that is dated in one place need not be in another."""
    dated = list(_dated(case))
    yield from dated
    served = {name for advice in dated for name in advice.parties}
    several = _unnamed_for_all(case, dated) or _joint(case, dated)
    for advice in _undated(case):
        new = set(advice.parties) - served
        told = dated or served
        if (new and not several) or (not told and not advice.parties):
            served |= set(advice.parties) or {""}
            yield advice


def _unnamed_for_all(case: Case, dated: Sequence[_Advice]) -> bool:
    """Tell whether the advices of nobody in particular can be those of every party not named with one."""
    unnamed = [advice for advice in dated if not advice.parties]
    left = len(case.facts.parties) - len({name for advice in dated for name in advice.parties})
    text, everyone = prepared(case), pattern(case, "allen")
    return len(unnamed) >= max(left, 1) or any(
        everyone.search(text.sentence(advice.span.start).of(text.low)) for advice in unnamed
    )


def _of(advice: _Advice) -> str:
    """Return for whose officer it is, ready to stand behind 'de functionaris'."""
    return f" van {advice.parties[0]}" if len(advice.parties) == 1 else ""


def _dated(case: Case) -> Iterator[_Advice]:
    """Yield the advices with a day, or with a place left open for one."""
    annexes = spans_of(case, "annex")
    by_place: dict[Span, list[str]] = {}
    facts = [f for f in case.facts.dates if f.role == "dpo-advice" and not within(f.span, annexes)]
    for fact in facts:
        by_place.setdefault(fact.span, []).extend([fact.party] if fact.party else [])
    judged = {span: (value, bodies) for span, value, bodies in _judged_on(case) if not within(span, annexes)}
    by_place |= {span: list(bodies) for span, (_, bodies) in judged.items()}
    values = {fact.span: fact.value for fact in facts} | {span: value for span, (value, _) in judged.items()}
    for span, named in by_place.items():
        parties = _joined(case, span) or named
        blank = values[span] is None and is_open(span.of(case.text))
        yield _Advice(span, values[span], blank, _short(case, parties))


def _judged_on(case: Case) -> Iterator[tuple[Span, dt.date | None, tuple[str, ...]]]:
    """Yield the days on which an officer judged the draft in other words, with the parties he serves."""
    text = prepared(case)
    for fact in case.facts.dates:
        if fact.role not in {"other", "decision"}:
            continue
        sentence = text.sentence(fact.span.start)
        if _judgement(case, text, sentence) is not None:
            yield fact.span, fact.value, _served(case, text, sentence, fact.span.start)


def _judgement(case: Case, text: Reading, sentence: Span) -> re.Match[str] | None:
    """Return the word that tells that an officer judged the draft; None when nothing does."""
    said = (text.low, sentence.start, sentence.end)
    if pattern(case, "functionaris").search(*said) is None or pattern(case, "geen-oordeel").search(*said):
        return None
    return pattern(case, "oordeel").search(*said) if pattern(case, "ontwerp").search(*said) else None


def _served(case: Case, text: Reading, sentence: Span, day: int) -> tuple[str, ...]:
    """Return the parties whose officer acts in a sentence: 'de functionaris van de stad', or the nearest."""
    parties = case.facts.parties
    if pattern(case, "allen").search(text.low, sentence.start, sentence.end):
        return tuple(party.name for party in parties)
    named = list(names.Roster(parties).find(text.low, sentence.start, sentence.end))
    officer = pattern(case, "functionaris")
    officers = [match.end() for match in officer.finditer(text.low, sentence.start, sentence.end)]
    own = [each for each in named if any(0 < each.span.start - end < _OF_WHOM for end in officers)]
    before = [each for each in own or named if each.span.end <= day]
    mention = next(iter(before[-1:] or own or named), None)
    return tuple(parties[i].name for i in mention.parties) if mention is not None else ()


def _joined(case: Case, day: Span) -> list[str]:
    """Return the parties that one officer serves: 'die voor het agentschap en de stad optreedt'."""
    text = prepared(case)
    sentence = text.sentence(day.start)
    found = list(names.Roster(case.facts.parties).find(text.low, sentence.start, day.start))
    together = [
        pair for pair in pairwise(found) if _AND.fullmatch(text.low[pair[0].span.end : pair[1].span.start])
    ]
    return [case.facts.parties[i].name for pair in together for mention in pair for i in mention.parties]


def _undated(case: Case) -> Iterator[_Advice]:
    """Yield the sentences that say that an officer advised, and not when."""
    text = prepared(case)
    roster = names.Roster(case.facts.parties)
    hidden = (*spans_of(case, "annex"), *(each.span for each in _dated(case)))
    advice, officer = pattern(case, "advies"), pattern(case, "functionaris")
    was_given = pattern(case, "gegeven")
    everyone = pattern(case, "allen")
    for sentence in text.every:
        if officer.search(text.low, sentence.start, sentence.end) is None:
            continue
        said = sentence.of(text.low)
        found = advice.search(text.low, sentence.start, sentence.end)
        if found is None or not was_given.search(said) or _still_to_come(case, said):
            found = _judgement(case, text, sentence)
        taken = any(sentence.overlaps(span) for span in hidden)
        if found is None or taken or said.rstrip().endswith("?"):
            continue
        named = [i for m in roster.find(text.low, sentence.start, sentence.end) for i in m.parties]
        all_of_them = everyone.search(said) is not None
        bodies = [party.name for i, party in enumerate(case.facts.parties) if all_of_them or i in named]
        left_open = any(day.blank for day in days(said))
        dated = not left_open and _DAY.search(_beside(text, sentence)) is not None
        yield _Advice(_words(text, sentence, found), None, not dated, _short(case, bodies))


def _still_to_come(case: Case, said: str) -> bool:
    """Tell whether an advice is still to come, or is about something else; not 'gaf advies en vraagt'."""
    if pattern(case, "anders").search(said):
        return True
    later, past = pattern(case, "later").search(said), pattern(case, "verleden").search(said)
    return later is not None and (past is None or past.start() > later.start())


def _beside(text: Reading, sentence: Span) -> str:
    """Return a sentence with the one behind it in the same paragraph, which may give the day."""
    return text.low[sentence.start : min(text.paragraph(sentence.start).end, sentence.end + 120)]


def _words(text: Reading, sentence: Span, found: re.Match[str]) -> Span:
    """Return the mention: from the advice to the end of its printed line, or the word itself."""
    end = text.text.find("\n", found.start(), sentence.end)
    return text.trim(
        Span(found.start(), end if end > found.end() else max(found.end(), sentence.end)), " \n.;,"
    )


def _short(case: Case, parties: Sequence[str]) -> tuple[str, ...]:
    """Return the short names of parties, each once."""
    short = {party.name: party.short_name for party in case.facts.parties}
    return tuple(dict.fromkeys(short.get(name, name) for name in parties))


def _unadvised(case: Case, told: Sequence[_Advice]) -> Iterator[str]:
    """Yield the parties whose officer is nowhere said to have advised."""
    # Who joins by a form in an annex gives the advice of his officer there.
    by_form = {mention.span for mention in case.facts.annexes}
    parties = [party for party in case.facts.parties if party.span not in by_form]
    several = len({advice.day for advice in told}) >= len(parties)
    if several or any(not advice.parties for advice in told) or _joint(case, told):
        return
    served = {name for advice in told for name in advice.parties}
    shared = {
        party.name: {c.value.lower() for c in case.facts.contacts if c.dpo and c.owner == party.name}
        for party in parties
    }
    reached = {value for party in parties if party.short_name in served for value in shared[party.name]}
    for party in parties:
        if party.short_name not in served and not (shared[party.name] & reached):
            yield party.short_name


def _joint(case: Case, told: Sequence[_Advice]) -> bool:
    """Tell whether one officer advised for several parties."""
    text, together = prepared(case), pattern(case, "gezamenlijk")
    return any(together.search(text.sentence(advice.span.start).of(text.low)) for advice in told)
