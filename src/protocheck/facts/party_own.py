"""Who is no party though he stands among them, and who cannot bind the party that he is named with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from protocheck.facts import names, party_bodies, party_region
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party, Person
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_AS_PROCESSOR = lazy(
    r"\b(?:die|dat|welke|dewelke|zij|hij) (?:hier |daarbij |enkel |uitsluitend |alleen |louter )?"
    r"(?:(?:optreedt|handelt|werkt|fungeert) )?als (?:de |een )?(?:sub)?verwerker\b"
    r"|\b(?:optredend|handelend|werkend|enkel|uitsluitend|louter) als (?:de |een )?(?:sub)?verwerker\b"
    r"|\b(?:hierna|verder)\b[ :,\"']{0,4}(?:genoemd |te noemen )?[\"']?(?:de )?(?:sub)?verwerker\b"
    r"|\((?:sub)?verwerker\)|\bin (?:haar|zijn|de) hoedanigheid van (?:sub)?verwerker\b"
)
# 'X nv is verwerker', 'X handelt uitsluitend volgens de instructies van Y': the subject stands in front.
_SAYS = lazy(
    r" (?:(?:is|blijft|treedt|handelt|werkt|fungeert)\b[^.\n]{0,40}?"
    r"(?:\b(?:als|de|een|slechts|enkel|is|blijft) )(?:sub)?verwerker\b"
    r"|(?:handelt|verwerkt|werkt|gebruikt|treedt)\b[^.\n]{0,30}?\b(?:enkel|uitsluitend|alleen|louter"
    r"|slechts)\b"
    r"[^.\n]{0,40}?\b(?:instructies?|in opdracht|voor rekening)\b)"
)
_DENIED = lazy(r"\b(?:niet|geen|noch|nooit)\b")
# Another body that the clause brings in: what is said behind it is said of that one.
_OTHER = lazy(
    r"[a-z\d] (?:nv|bv|bvba|cv|vzw)\b.{12}|\bberoep op\b|\bsamen met\b|\bleverancier\b|\bsoftware|\bfirma\b"
)
# 'De stad laat de toepassing beheren door X nv, waarmee zij een verwerkersovereenkomst sloot.'
_CALLS_ON = lazy(
    r"\b(?:laat|laten|doet|doen|gebruikt|gebruiken|werkt|werken|besteedt|besteden|schakelt|schakelen|koopt"
    r"|huurt"
    r"|sloot|sluit|heeft|host|beroep op|samen met|beheerd|gehost|ontwikkeld|geleverd|uitgevoerd|gedrukt"
    r"|verwerkt"
    r"|onderhouden)\b"
)
_PROCESSING = lazy(r"\b(?:sub)?verwerkers?(?:overeenkomst(?:en)?)?\b|\bartikel 28\b|\bonderaannemer")
_SUFFIX = lazy(r",? (?:nv|bv|bvba|cv|cvba|vzw|ivzw)$", re.IGNORECASE)
# Another body behind a function: 'directeur van de vereniging Westerbond', 'consultant van Datahuis nv'.
_OF = lazy(
    r"\b(?:van|bij|voor|namens) (?:(?:de|het) )?(?P<body>(?:(?:[Ii]ntergemeentelijke?|[Oo]pdrachthoudende"
    r"|[Vv]laams)"
    r" )?(?:(?:[Vv]ereniging|[Ii]ntercommunale|[Aa]gentschap|[Dd]epartement|[Gg]emeente|[Ss]tad|OCMW(?: van)?"
    r"|[Pp]rovincie|[Pp]olitiezone|[Ff]irma|[Bb]edrijf|[Kk]oepel|[Ss]amenwerkingsverband)(?: voor"
    r"| van)?(?: de| het)?"
    r" [A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){0,4}|[A-ZÀ-Þ][\w-]+(?: [\w-]+){0,4} (?:nv|bv|bvba|cv|cvba|vzw)\b))"
)
_IN = lazy(r"\b(?:van|bij) (?:(?:de|het) )?$")
_POWER = lazy(
    r"\bgemachtigd|\bvolmacht|\bgevolmachtigd|\bmandaat|\bgemandateerd|\bdelegatie|\bgedelegeerd bij"
    r"|\bkrachtens\b"
    r"|\bingevolge\b|\bop grond van\b|\bbij besluit|\bbeheersovereenkomst|\btevens\b|\ben van (?:de|het)\b"
)
_REACH = 160
_BEHIND = 80
_COMMA = 12  # between a function and the body in which it is held
_TOWNS = frozenset({"municipality", "ocmw"})


def without_processors(reading: Reading, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Leave out the bodies that the text itself makes a processor of another."""
    found = (m for m in _SAYS.finditer(reading.low) if not _DENIED.search(m.group()))
    places = [match.start() for match in found]
    said = {_core(reading.low[reading.sentence(at).start : at]) for at in places}
    return tuple(draft for draft in drafts if not _processes(reading, draft, said))


def _processes(reading: Reading, draft: Draft, said: set[str]) -> bool:
    """Tell whether the clause of a body says so, or a sentence of which it is the subject.

    A public body may be a processor in something else besides, and is still a party.
    """
    if names.kind_of(draft.name) != "other":
        return False
    end = max(draft.span.end, min(draft.span.end + _BEHIND, reading.paragraph(draft.span.start).end))
    cue = _AS_PROCESSOR.search(reading.low, draft.span.start, end)
    between = reading.low[draft.span.start + len(draft.name) : cue.start()] if cue is not None else ""
    if cue is not None and not _OTHER.search(between) and not _DENIED.search(between[-_BEHIND:]):
        return True
    return bool({_core(draft.name.lower()), _core(draft.short.lower())} & said - {""})


def works_for_others(reading: Reading, draft: Draft) -> bool:
    """Tell whether the sentence that names a company says that a party calls on it as its processor."""
    if names.kind_of(draft.name) != "other" or _SUFFIX.search(draft.name) is None:
        return False
    sentence = reading.sentence(draft.span.start)
    stop = reading.low.find(draft.name.lower(), sentence.start, sentence.end)
    if stop < 0 or _CALLS_ON.search(reading.low, sentence.start, stop) is None:
        return False
    heads = [part.heading.lower() for part in reading.parts if draft.span.start in part.span]
    said = f"{sentence.of(reading.low)} {heads[-1] if heads else ''}"
    return _PROCESSING.search(said) is not None


def _core(name: str) -> str:
    """Return a name without its article and its legal form."""
    return _SUFFIX.sub("", names.bare(name.strip(" ,\"'")))


def binding(reading: Reading, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties with those alone who can bind them, as their own words say whose people they are."""
    if not any(party.representatives for party in parties):
        return tuple(parties)
    roster = names.Roster(parties)
    made = []
    for index, party in enumerate(parties):
        kept = tuple(p for p in party.representatives if not _of_other(reading, roster, parties, index, p))
        made.append(party if kept == party.representatives else replace(party, representatives=kept))
    return tuple(made)


def barred(before: Sequence[Party], after: Sequence[Party]) -> tuple[frozenset[str], ...]:
    """Return per party the family names of those who were left out."""
    return tuple(
        frozenset(_family(p) for p in one.representatives if p not in other.representatives)
        for one, other in zip(before, after, strict=True)
    )


def allowed(people: Iterable[Person], out: frozenset[str]) -> tuple[Person, ...]:
    """Return the people who were not left out before."""
    return tuple(each for each in people if _family(each) not in out)


def unshared(told: Sequence[tuple[Person, ...]], parties: Sequence[Party]) -> tuple[tuple[Person, ...], ...]:
    """Return per party the people who act for no other, save where one leads a town and its bodies."""
    made = []
    for people, party in zip(told, parties, strict=True):
        others = [each for each in parties if each is not party and not _akin(party, each)]
        taken = {_called(person) for each in others for person in each.representatives}
        made.append(tuple(each for each in people if _called(each) not in taken))
    return tuple(made)


def _akin(one: Party, other: Party) -> bool:
    """Tell whether two bodies may have one and the same to lead them: those of one town, or of one name."""
    if one.kind in _TOWNS and other.kind in _TOWNS:
        return True
    return any(word[:1].isupper() and word in other.name.split() for word in _last_words(one.name))


def _last_words(name: str) -> tuple[str, ...]:
    return tuple(name.split()[1:])


def _called(person: Person) -> tuple[str, str]:
    """Return by what a person is the same in two places: the family name and the first letter."""
    return person.name[:1].lower(), _family(person)


def _family(person: Person) -> str:
    return person.name.lower().rpartition(" ")[2]


def _of_other(
    reading: Reading, roster: names.Roster, parties: Sequence[Party], index: int, person: Person
) -> bool:
    """Tell whether the function of a person is one in another body, and no power of this one is told."""
    area = Span(person.span.start, min(len(reading.flat), person.span.end + _REACH))
    stop = min(
        (at for sign in ".;\n" if (at := reading.flat.find(sign, person.span.end, area.end)) >= 0),
        default=area.end,
    )
    party = parties[index]
    named = _in_function(roster, person)
    if named >= 0:
        town = parties[named].kind in _TOWNS and party.kind in _TOWNS
        return named != index and not town and not _POWER.search(reading.low, area.start, stop)
    found = _OF.search(reading.flat, area.start, stop)
    if (
        found is None
        or found.start() > person.span.end + _COMMA
        or _POWER.search(reading.low, area.start, stop)
    ):
        return False
    body = found["body"]
    told = {i for m in roster.find(body.lower()) for i in m.parties}
    if index in told or party_region.is_region(party.name):
        return False
    if told:
        return not any(parties[i].kind in _TOWNS and party.kind in _TOWNS for i in told)
    own = _words(party.name) | {w for form in (party.short_name, *party.mentions) for w in _words(form)}
    return not own & _words(body)


def _in_function(roster: names.Roster, person: Person) -> int:
    """Return the party of which a function says that it is one in it; -1 when it names none, or several."""
    low = person.function.lower()
    told = [m for m in roster.find(low) if _IN.search(low[: m.span.start])]
    return told[0].parties[0] if len(told) == 1 and len(told[0].parties) == 1 else -1


def _words(name: str) -> set[str]:
    return {w for w in party_bodies.key_of(name).split() if len(w) > 3}  # noqa: PLR2004 - little words
