"""What the annexes that were handed in add to a protocol: a party that joins by form, officers to reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocheck.facts import party_bodies
from protocheck.model.facts import Contact, Facts, Party
from protocheck.model.geometry import Span
from protocheck.model.package import Package

_LEAST = 2


def supplied(package: Package) -> Package:
    """Return the package with the parties and officers that only its annexes give stated of the protocol.

    They stand where the protocol refers to the annex. A protocol that names all its parties itself
    takes none from an annex, which may describe processors and others.
    """
    facts = package.main.facts
    place = next((mention.span for mention in facts.annexes), None)
    if not package.annexes or place is None:
        return package
    parties = facts.parties
    if len(parties) < _LEAST:
        parties = (*parties, *_joining(package, parties, place))
    contacts = (*facts.contacts, *_officers(package, facts, place))
    if parties == facts.parties and contacts == facts.contacts:
        return package
    return replace(
        package, main=replace(package.main, facts=replace(facts, parties=parties, contacts=contacts))
    )


def _joining(package: Package, parties: tuple[Party, ...], place: Span) -> Iterator[Party]:
    known = {party_bodies.key_of(party.name) for party in parties}
    for annex in package.annexes:
        for party in annex.facts.parties:
            key = party_bodies.key_of(party.name)
            if key not in known and (party.kbo or party.seat):
                known.add(key)
                yield replace(
                    party,
                    span=place,
                    representatives=tuple(replace(each, span=place) for each in party.representatives),
                )


def _officers(package: Package, facts: Facts, place: Span) -> Iterator[Contact]:
    known = {contact.value for contact in facts.contacts if contact.dpo}
    for annex in package.annexes:
        for contact in annex.facts.contacts:
            if contact.dpo and contact.value not in known:
                known.add(contact.value)
                yield replace(contact, span=place)
