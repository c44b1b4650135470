"""A framework (kaderprotocol) that other bodies may join: where it says so, who joined, and on which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.model.facts import Party, PartyRole
from protocheck.model.geometry import Span
from protocheck.model.package import Package, Reading
from protocheck.record import record
from protocheck.regex import lazy

_FORMS = (
    "toetredingsformulier", "toetredingsverklaring", "toetredingsovereenkomst", "toetredingsakte",
    "toetredingsdocument", "toetredingsprotocol", "verklaring van toetreding", "akte van toetreding",
    "formulier van toetreding", "formulier voor toetreding",
)  # fmt: skip
_STEM = "toetre"
_JOINS = lazy(r"\btoetre\w{0,20}|\btoegetreden\b|\btreedt? [^.;\n]{1,80} toe\b")
_PAPER = lazy(r"protocol|formulier|verklaring|kader|overeenkomst|akte|partij|bijlage")
_REFUSED = lazy(r"\b(?:niet|geen|evenmin|nooit|uitgesloten)\b")
_SENDS = lazy(r"\b(?:meedelende|verzendende|verstrekkende|leverende|bezorgende)\b")
_RECEIVES = lazy(r"\b(?:ontvang\w{0,10}|bestemmeling\w{0,2}|afnem\w{0,5})\b")
_HEAD = 600  # characters at the top of a paper that say what it is
_OTHER: dict[PartyRole, PartyRole] = {"sender": "receiver", "receiver": "sender"}


@record
class Accession:
    """That a protocol may be joined.

    Attributes:
        place: where it says so.
        role: on which side whoever joins will stand.
        form: the noun of the form to fill in ('toetredingsformulier'); empty when none is named.
        joined: the bodies that did, each with the paper that says so.
    """

    place: Span
    role: PartyRole
    form: str = ""
    joined: tuple[tuple[Reading, Party], ...] = ()


def accession(package: Package) -> Accession | None:
    """Return how the protocol may be joined; None when it says nothing of the kind."""
    main = package.main
    text = main.text.text
    if _STEM not in text.lower():
        return None
    said = [span for span in _sentences(main) if _opens(span.of(text).lower())]
    if not said:
        return None
    role = _role(package, [span.of(text).lower() for span in said])
    forms = [_form(text), *map(form_of, package.annexes)]
    return Accession(said[0], role, next(filter(None, forms), ""), tuple(_joined(package, role)))


def _sentences(reading: Reading) -> Iterator[Span]:
    for part in reading.outline.walk():
        if part.kind != "title":
            yield from part.sentences


def _opens(sentence: str) -> bool:
    """Tell whether a sentence says that a body may join, or what follows when one does."""
    joins = _JOINS.search(sentence) is not None and _PAPER.search(sentence) is not None
    return joins and _REFUSED.search(sentence) is None


def _form(text: str) -> str:
    low = text.lower()
    named = [(low.find(noun), noun) for noun in _FORMS if noun in low]
    return min(named)[1] if named else ""


def form_of(reading: Reading) -> str:
    """Return the noun of a paper that is the form by which a body joins; empty for any other paper."""
    return _form(reading.text.text[:_HEAD])


def _role(package: Package, said: Sequence[str]) -> PartyRole:
    """Return the side of whoever joins: the one left open by the parties, else the one the text names."""
    parties = package.main.facts.parties
    taken = {party.role for party in parties} & {"sender", "receiver"}
    if len(taken) == 1:
        return _OTHER[taken.pop()]
    whole = " ".join(said)
    sends, receives = _SENDS.search(whole), _RECEIVES.search(whole)
    return "sender" if sends and not receives else "receiver"


def _joined(package: Package, role: PartyRole) -> Iterator[tuple[Reading, Party]]:
    known = {_plain(name) for party in package.main.facts.parties for name in _names(party)}
    for annex in filter(form_of, package.annexes):
        for party in annex.facts.parties:
            if not known.intersection(map(_plain, _names(party))):
                known.add(_plain(party.name))
                yield annex, replace(party, role=role)


def with_sides(parties: Sequence[Party], found: Accession | None) -> Sequence[Party]:
    """Return the parties of the framework with those that joined; who had no side stands opposite them."""
    if found is None:
        return parties
    across = _OTHER.get(found.role, "unknown")
    sided = any(party.role != "unknown" for party in parties)
    own = parties if sided else [replace(party, role=across) for party in parties]
    return [*own, *(party for _, party in found.joined)]


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, party.short_name)


def _plain(name: str) -> str:
    return " ".join(name.lower().removeprefix("de ").removeprefix("het ").split())
