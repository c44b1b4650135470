"""Who acts for a party by his office alone, where no word for representing brings him in.

'Verantwoordelijke: A B (gouverneur)' in the lines of the party, 'de burgemeester van X, A B' elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts import names, persons
from protocheck.facts.reading import Reading
from protocheck.model.facts import Party, Person
from protocheck.model.geometry import Span
from protocheck.model.structure import Segment
from protocheck.regex import lazy

# Who leads a body may bind it; who holds another post may be anybody in it.
_LEADS = lazy(
    r"\b(?:burgemeester|directeur|directrice|voorzit(?:t?er|ster)|administrateur|secretaris|gouverneur"
    r"|\w{0,10}griffier|korpschef|zonechef|zonecommandant|schepen|gedeputeerde|bestuurder|rector"
    r"|zaakvoerder|ceo|leidend ambtenaar|gedelegeerde|minister|commandant|gevolmachtigde|afgevaardigde"
    r"|departementshoofd|directielid|bestuurslid)\b"
)
_LABEL = lazy(
    r"[\W\d_]{0,6}(?:(?:bevoegde?|wettige?|wettelijke?|statutaire?) )?(?:eind)?(?:verantwoordelijken?"
    r"|(?:af)?gemachtigden?|gevolmachtigden?|bestuurders?|leiding|mandatariss?en?|mandataris|woordvoerders?"
    r"|ondertekenaars?|ondertekening|tekent|namens deze|door|vertegenwoordig\w{1,8}"
    r"|(?:onder)?tekenbevoegd\w{0,4}|hoofd|handelt via|bij monde van|spreekt namens \w+)\b[^\n:]{0,30}: *"
)
# Someone with another task than to bind the party: its officer, its help desk, its processor.
_OTHER_TASK = lazy(
    r"\bfunctionaris|\bdpo\b|\bfg\b|data protection|\bcontact|\bhelpdesk|\bverwerker|veiligheidsconsulent"
    r"|\binformatieveilig|\badvies\b|\bverslag|\bstuurgroep|\bwerkgroep|\bnotulen|\baanwezig"
)
# What a line says of the officer, behind those who act for the party.
_OFFICER = lazy(
    r"[ ,;(\u2013-]{1,4}(?:(?:met|en) )?(?:(?:als|haar|zijn|de) )?(?:functionaris|dpo\b|fgb?\b"
    r"|data protection)"
)
# In a letter or a paper in the we-form: 'namens ons tekent A, namens u tekenen B en C'.
_FOR_US = lazy(
    r"\b(?:namens|voor) (?:(?P<own>onze?|uw) [\w-]{3,24}|(?P<who>ons|u)\b)[ ,]*"
    r"(?:(?:onder)?teken(?:t|en)|treedt op|treden op|handel(?:t|en)"
    r"|spreekt)?"
)
_US = lazy(r"\b(?:ons|wij|we)[, ]+(?:zijn )?(?:de |het )?$")
_YOU = lazy(r"\b(?:u|jullie)[, ]+(?:bent )?(?:de |het )?$")
_REACH = 1200
_BESIDE = 60
_PARTS = frozenset({"preamble", "signature", "title", "recital", "recitals"})


def actors(reading: Reading, parties: Sequence[Party]) -> tuple[tuple[Person, ...], ...]:
    """Return per party without representatives the people that lead it, by place or by name."""
    if all(party.representatives for party in parties):
        return tuple(() for _ in parties)
    starts = sorted({party.span.start for party in parties})
    roster = names.Roster(parties)
    places = {person.span for party in parties for person in party.representatives}
    taken = {person.name for party in parties for person in party.representatives}
    named = {
        index: tuple(each for each in people if each.name not in taken)
        for index, people in _named(reading, roster).items()
    }
    spoken = _for_us(reading, parties)
    found: list[tuple[Person, ...]] = []
    for index, party in enumerate(parties):
        if party.representatives:
            found.append(())
            continue
        following = min((at for at in starts if at > party.span.start), default=len(reading.flat))
        # In a table that gives each party a column, one line speaks of all of them.
        mixed = any(party.span.overlaps(other.span) for other in parties if other is not party)
        own = spoken.get(index) or (() if mixed or spoken else _inside(reading, party, following))
        own = tuple(each for each in own if each.span not in places)  # read as another's
        found.append(own or named.get(index, ()))
    return tuple(found)


def _inside(reading: Reading, party: Party, following: int) -> tuple[Person, ...]:
    """Return who stands with a leading post in the lines on the party, up to the next heading."""
    last = min(following, party.span.start + _REACH)
    headings = (part.heading_span.start for part in reading.parts if part.heading_span is not None)
    last = min([last, *(at for at in headings if at > party.span.end)])
    for sentence in reading.sentences(Span(party.span.start, max(last, party.span.start))):
        people = _leaders(reading, Span(max(sentence.start, party.span.start), sentence.end))
        if people:
            return people
    return ()


def _for_us(reading: Reading, parties: Sequence[Party]) -> dict[int, tuple[Person, ...]]:
    """Return who signs 'namens ons' and 'namens u', where the text says which party is which."""
    sides = {}
    for index, party in enumerate(parties):
        ahead = reading.low[max(0, party.span.start - 20) : party.span.start]
        for who, pattern in (("ons", _US), ("u", _YOU)):
            if pattern.search(ahead):
                sides[who] = index
    if len(parties) == 2 and len(sides) == 1:  # noqa: PLR2004 - we and you
        who, index = next(iter(sides.items()))
        sides["u" if who == "ons" else "ons"] = 1 - index
    found: dict[int, tuple[Person, ...]] = {}
    matches = list(_FOR_US.finditer(reading.low)) if sides else []
    for number, match in enumerate(matches):
        end = reading.sentence(match.start()).end
        if number + 1 < len(matches):
            end = min(end, matches[number + 1].start())
        people = persons.people(reading, Span(match.end(), max(end, match.end())))
        people = tuple(each for each in people if " " in each.name)
        own = match["own"]
        who = match["who"] or ("u" if own == "uw" else "ons")
        if people and who in sides:
            found.setdefault(sides[who], people)
    return found


def _leaders(reading: Reading, part: Span) -> tuple[Person, ...]:
    officer = _OFFICER.search(reading.low, part.start, part.end)
    part = Span(part.start, officer.start()) if officer is not None else part
    low = part.of(reading.low)
    label = _LABEL.match(low)
    if _OTHER_TASK.search(low) or not (label or _LEADS.search(low)):
        return ()
    people = persons.people(reading, Span(part.start + (label.end() if label else 0), part.end))
    return tuple(
        each for each in people if " " in each.name and (label or _LEADS.search(each.function.lower()))
    )


def _named(reading: Reading, roster: names.Roster) -> dict[int, tuple[Person, ...]]:
    """Return who is named with his post and his body, as 'A B, burgemeester van X', where parties stand."""
    found: dict[int, tuple[Person, ...]] = {}
    for part in reading.outline.segments:
        if part.kind not in _PARTS:
            continue
        for sentence in _stretches(reading, part):
            mentions = list(roster.find(reading.low, sentence.start, sentence.end))
            for person in _leaders(reading, sentence) if mentions else ():
                near = [m for m in mentions if len(m.parties) == 1 and _apart(m.span, person.span) < _BESIDE]
                if near:
                    index = min(near, key=lambda m: _apart(m.span, person.span)).parties[0]
                    found[index] = (*found.get(index, ()), person)
    return found


def _stretches(reading: Reading, part: Segment) -> Iterator[Span]:
    """Yield the sentences of a part; where people sign, its lines as they are printed."""
    if part.kind != "signature":
        yield from reading.sentences(part.span)
        return
    at = part.span.start
    for line in part.span.of(reading.text).split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
