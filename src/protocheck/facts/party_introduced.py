"""Short names that a sentence of its own gives a party: 'De stad noemen wij "het stadhuis"'.

The party is its subject, or stood in the sentence before ('Kortweg: VLD.'), or is what the name is said
to mean ('Met "de haven" bedoelen we het havenbedrijf Kaaistede.').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import names, party_meant
from protocheck.facts.names import Mention, Roster
from protocheck.facts.party_meant import END, FORM, Given
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

_TEXT = r"(?:protocol|tekst|stuk|brief|overeenkomst|afspraken?|document|blad|nota|vervolg|akte|bladzijden)"
_ADVERB = (
    r"(?:(?:hierna|hieronder|hier|verderop|verder|voortaan|kortweg|kort|gewoon|gemakshalve|simpelweg|ook|wel"
    r"|eenvoudigweg|er|dan|daar|telkens|steeds|afgekort|nu|daarom|daarvoor|hiervoor|voor het gemak|zelf"
    r"|voor de (?:leesbaarheid|eenvoud|duidelijkheid)|in het kort|bij afkorting|in wat volgt|om kort te zijn"
    r"|vanaf hier"
    rf"|(?:in|binnen|doorheen) (?:dit|deze|de|het|onze)(?: hele)? (?:rest van (?:dit|deze|de|het) )?{_TEXT}"
    rf"|verder in (?:dit|deze|de|het) {_TEXT}|in de rest)[,:]? )"
)
_ADVERBS = rf"{_ADVERB}{{0,4}}"
_AS = (
    r"(?:(?:aan|af|als|met|tot|bij|onder|door|van|(?:de |het |een )?(?:korte |kortere |verkorte )?"
    r"(?:naam|afkorting|term|woord|roepnaam)|aangeduid|vermeld|afgekort|genoemd|omschreven|bekend) ){0,4}"
)
# What stands behind who is named, and before: 'X noemen wij hierna ...', 'In dit stuk heet X ...'.
_BEHIND = lazy(
    r"(?: \([^()\n]{3,120}\))?(?:, (?:die|dat|een|met|gevestigd|hier|als|waar)[^.;\n]{3,140},)?,? "
    r"(?P<verb>(?:noemen|duiden|korten|verkorten|vermelden|kennen|gebruiken|schrijven|zeggen)"
    r" (?:we|wij|de partijen)|noemt men"
    r"|hebben (?:we|wij)|heet|heten|wordt|krijgt|staat|gaat)"
    rf" {_ADVERBS}{_AS}{_ADVERBS}{FORM}{END}"
)
_AHEAD = lazy(
    r"\b(?:(?:noemen|duiden|korten|verkorten) (?:we|wij|de partijen)|(?:we|wij) (?:noemen|duiden|korten"
    rf"|verkorten)|heet|heten|(?P<verb>wordt|staat)) {_ADVERBS}(?:de |het )?$"
)
_AFTER = lazy(rf" {_ADVERBS}{_AS}{_ADVERBS}{FORM}{END}")
_OPENS = lazy(
    rf"[^\w]*(?:\w{{1,4}}[.)°] )?(?:en )?{_ADVERBS}(?:voor |in plaats van |tegen )?(?:de |het )?[\"']?"
)
_WHO = lazy(
    r"\b(?:(?:de|het) (?:(?P<first>eerste|eerstgenoemde)|(?P<last>tweede|laatste|andere|laatstgenoemde))"
    r"|zij|ze|haar|hij|hem|het|die|deze|dat)(?: partij)?\b"
)
_AND = lazy(r"[\"']?(?: genoemd| af| aan)?(?:,| en|, en|;)(?: (?:de|het))? ?")
_GOES_ON = lazy(rf",? {_ADVERBS}(?:als |tot )?{FORM}{END}")
# A verb that has other uses must be said to name.
_NEEDS = {
    "wordt": r"\b(?:genoemd|aangeduid|vermeld|geheten|afgekort|verkort|omschreven)\b",
    "krijgt": r"\b(?:naam|afkorting)\b",
    "staat": r"\bals\b.*\b(?:vermeld|genoteerd|aangeduid|geschreven)\b",
    "gaat": r"\b(?:naam|door als)\b",
    "hebben": r"\bover\b",
    "gebruiken": r"\b(?:naam|afkorting|woord|term)\b",
    "schrijven": r"[\"']",
    "zeggen": r"[\"']",
}
# Without who is named: said of whom the sentence before was about.
_ALONE = lazy(
    rf"\W*(?:{_ADVERB}{{1,4}}(?:genoemd |te noemen |heet (?:dat|het) |is dat )?"
    rf"|{_ADVERBS}(?:(?:we|wij) )?(?:spreken|zeggen|schrijven|gebruiken|noemen|hebben|houden)"
    rf"(?: (?:we|wij))? {_ADVERBS}(?:het )?(?:(?:van|over|op|bij|de|het|een|korte?|naam|woord|term"
    rf"|afkorting) ){{0,4}}?{_ADVERBS}"
    r"|(?:de |haar |zijn )?(?:korte?|kortere|verkorte) (?:naam|vorm)(?: is)?:? "
    r"|(?:de )?(?:afkorting|roepnaam)(?: is)?:? "
    rf"|{_ADVERBS}staat {_ADVERBS}|de rest van [^.\n]{{3,30}}? (?:spreekt|heeft het) (?:van|over) )"
    rf"{FORM}(?: genoemd| geheten)?(?:\W*$| {{2,}})"
)
_CUE = lazy(
    r"\b(?:noemen|noemt|heet|heten|genoemd|geheten|aangeduid|duiden|afgekort|korten|verkort|hierna|hieronder|voortaan"
    r"|kortweg|verder(?:op)?|gemakshalve|roepnaam|afkorting|naam|spreken|spreekt|zeggen|schrijven|gebruiken"
    r"|rest)\b"
)
_BACK = 700  # characters: the sentence before stands no further off
_LEAST = 4
_TELLING = frozenset({"municipality", "ocmw", "province", "police"})


@record
class _Known:
    """The parties, how they are found anywhere, and where words stand that can only be a subject."""

    parties: tuple[Party, ...]
    roster: Roster
    subjects: Roster


def told(reading: Reading, parties: tuple[Party, ...], spoken: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties with the short names that sentences of their own give them.

    Args:
        reading: the document.
        parties: as they are identified.
        spoken: the same with the shorter forms under which the text may mean but one of them.
    """
    if not parties:
        return parties
    known = _Known(parties, Roster(spoken), Roster(_by_any_word(spoken)))
    given = (*_introduced(reading, known), *party_meant.meant(reading, known.roster))
    result = list(parties)
    for form, index in dict.fromkeys(given):
        alone = {at for each, at in given if each == form} == {index}
        shared = sum(_goes_by(form, party) for party in parties) > 1
        if alone and not shared and not _others(form, index, parties):
            result = [
                _known_as(each, form) if at == index else _freed(each, form) for at, each in enumerate(result)
            ]
    return tuple(result)


def _by_any_word(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties as they may be named right before a new name: by any word of theirs alone."""
    words = [[w for w in each.name.lower().split() if len(w) > _LEAST and w.isalpha()] for each in parties]
    every = [word for own in words for word in set(own)]
    return tuple(
        replace(party, mentions=(*party.mentions, *(word for word in own if every.count(word) == 1)))
        for party, own in zip(parties, words, strict=True)
    )


def _others(form: str, index: int, parties: Sequence[Party]) -> bool:
    """Tell whether a name is made of another party's and not of that one's: 'het Erfgoedbureau'."""
    alike = {at for at, party in enumerate(parties) if party_meant.resembles(form, party)}
    return bool(alike) and index not in alike


def _goes_by(form: str, party: Party) -> bool:
    low = names.bare(form).lower()
    return low in {names.bare(each).lower() for each in (party.name, party.short_name, *party.mentions)}


def _freed(party: Party, form: str) -> Party:
    """Return a party without a name that a clause seemed to give it, and a sentence gives another."""
    if not _goes_by(form, party) or names.bare(form).lower() == names.bare(party.name).lower():
        return party
    low = names.bare(form).lower()
    kept = tuple(each for each in party.mentions if names.bare(each).lower() != low)
    wrong = names.bare(party.short_name).lower() == low
    return replace(party, short_name=party.name if wrong else party.short_name, mentions=kept)


def _known_as(party: Party, form: str) -> Party:
    if _goes_by(form, party):
        return party
    bare = names.bare(form)
    if party.short_name == party.name and not names.is_generic(form):
        more = () if bare == form else (bare,)
        return replace(party, short_name=form, mentions=(*party.mentions, *more))
    return replace(party, mentions=tuple(dict.fromkeys((*party.mentions, form, bare))))


def _introduced(reading: Reading, known: _Known) -> Iterator[Given]:
    """Yield the short names with whom they are given to, where somebody is said to be named so."""
    seen = -1
    for cue in _CUE.finditer(reading.low):
        if cue.start() < seen:
            continue
        sentence = reading.sentence(cue.start())
        seen = sentence.end
        alone = _ALONE.match(reading.low, sentence.start, sentence.end)
        if alone is not None:
            yield from _of_before(reading, known, sentence, alone)
        else:
            yield from _of_subjects(reading, known, sentence)


def _of_before(reading: Reading, known: _Known, sentence: Span, match: re.Match[str]) -> Iterator[Given]:
    """Yield a name that stands alone, when it is clear whose it is."""
    form = party_meant.form_of(reading, match)
    index = _before(reading, known, sentence, form) if form else -1
    if index >= 0:
        yield form, index


def _before(reading: Reading, known: _Known, sentence: Span, form: str) -> int:
    """Return which party the words before a sentence identify; -1 where none, or more of them."""
    floor = max(0, sentence.start - _BACK)
    last = [each for each in reading.sentences(Span(floor, sentence.start)) if len(each) > _LEAST][-3:]
    for each in reversed(last):
        mentions = [m for m in known.roster.find(reading.low, each.start, each.end) if len(m.parties) == 1]
        named = {m.parties[0] for m in mentions}
        clauses = {at for at, party in enumerate(known.parties) if party.span.overlaps(each) and at in named}
        close = clauses if len(clauses) == 1 else named
        if len(close) > 1:
            close = {at for at in close if party_meant.resembles(form, known.parties[at])}
        if len(close) == 1:
            index = next(iter(close))
            return index if _fits(form, known.parties[index], own=bool(clauses)) else -1
        if named:
            return -1
    return -1


def _fits(form: str, party: Party, *, own: bool) -> bool:
    """Tell whether a name can be that of who stood before: of its kind, in its clause or like its name."""
    kind = names.kind_of(form)
    if kind in _TELLING and party.kind not in {kind, "other"}:
        return False
    return own or party_meant.resembles(form, party)


def _of_subjects(reading: Reading, known: _Known, sentence: Span) -> Iterator[Given]:
    """Yield the names that a sentence gives to whom it names, one behind the other."""
    end = -1
    for who in _subjects(reading, known, sentence):
        match = _named(reading, sentence, who.span, end)
        form = party_meant.form_of(reading, match) if match is not None else ""
        if match is None or not form or _is_article(who, match):
            continue
        index = who.parties[0] if who.parties else _before(reading, known, sentence, form)
        if index >= 0:
            end = match.end()
            yield form, index


def _is_article(who: Mention, match: re.Match[str]) -> bool:
    """Tell whether what looks like a pronoun belongs to the name: 'wordt verder het Bureau genoemd'."""
    return not who.parties and match.start("open") == who.span.end + 1 and " " not in match.group("open")


def _subjects(reading: Reading, known: _Known, sentence: Span) -> list[Mention]:
    """Return who is named in a sentence; nobody in particular by a pronoun, for whom to look before it."""
    found = [m for m in known.subjects.find(reading.low, sentence.start, sentence.end) if len(m.parties) == 1]
    for match in _WHO.finditer(reading.low, sentence.start, sentence.end):
        who: tuple[int, ...] = ()
        if match.group("first") or match.group("last"):
            if len(known.parties) != 2:  # noqa: PLR2004 - of two parties only, one is the other
                continue
            who = (0 if match.group("first") else 1,)
        found.append(Mention(who, Span(*match.span())))
    return sorted(found, key=lambda each: each.span.start)


def _named(reading: Reading, sentence: Span, who: Span, end: int) -> re.Match[str] | None:
    """Return what names `who`: it opens the sentence, stands behind a verb, or goes on an enumeration."""
    low = reading.low
    if _OPENS.fullmatch(low, sentence.start, who.start) is not None:
        match = _BEHIND.match(low, who.end, sentence.end)
        return match if match is not None and _names(low[match.start() : sentence.end], match) else None
    ahead = _AHEAD.search(low, sentence.start, who.start)
    if ahead is not None:
        needed = _NEEDS.get(ahead.group("verb") or "")
        said = needed is None or inline(needed).search(low, who.end, sentence.end)
        return _AFTER.match(low, who.end, sentence.end) if said else None
    if 0 <= end <= who.start and _AND.fullmatch(low, end, who.start) is not None:
        return _GOES_ON.match(low, who.end, sentence.end)
    return None


def _names(low: str, match: re.Match[str]) -> bool:
    """Tell whether the verb is one of naming."""
    needed = _NEEDS.get(match.group("verb").split()[0])
    return needed is None or inline(needed).search(low) is not None
