"""The parties and their data protection officers, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocheck.advice import dutch
from protocheck.advice.context import Context
from protocheck.advice.places import cite
from protocheck.advice.templates import Value
from protocheck.model.facts import Contact, DateFact, Party, Person

SENDER, RECEIVER = "de meedelende instantie", "de ontvangende instantie"
_ROLE = {"sender": "meedelende instantie", "receiver": "ontvangende instantie"}

# The one long name that everyone shortens, with or without its letters behind it.
_WELFARE = re.compile(r"openbaar centrum voor maatschappelijk welzijn(?: \(OCMW\))?", re.IGNORECASE)


def name_of(party: Party) -> str:
    """Return the short name as it stands in a sentence."""
    return dutch.with_article(_WELFARE.sub("OCMW", party.short_name or party.name))


def _names(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dutch.unique(name_of(party) for party in parties))


def sender(context: Context) -> Value:
    """Who communicates the data; never empty."""
    return _names(context.having("sender")) or SENDER


def receiver(context: Context) -> Value:
    """Who receives the data; never empty."""
    return _names(context.having("receiver")) or RECEIVER


def parties(context: Context) -> Value:
    """Each party with its KBO number, seat, representatives and role."""
    return tuple(_described(party) for party in context.parties)


def parties_short(context: Context) -> Value:
    """The parties by their short names."""
    return _names(context.parties)


def party_count(context: Context) -> Value:
    """How many parties there are: 'twee partijen'."""
    count = len(context.parties)
    return dutch.counted(count, "partij", "partijen") if count else ""


def _described(party: Party) -> str:
    parts = [dutch.with_article(party.name), _ROLE.get(party.role, ""), *_details(party)]
    return ", ".join(part for part in parts if part)


def _details(party: Party) -> list[str]:
    details = []
    if party.kbo:
        doubt = "" if party.kbo_valid else " (het controlegetal klopt niet)"
        details.append(f"KBO-nummer {dutch.kbo(party.kbo)}{doubt}")
    if party.seat:
        seat = party.seat.strip(" ,;.")
        details.append(f"gevestigd {'in' if seat.startswith(('het ', 'de ')) else 'te'} {seat}")
    if party.representatives:
        details.append(f"vertegenwoordigd door {dutch.listing(map(_person, party.representatives))}")
    return details


def _person(person: Person) -> str:
    function = person.function.strip(" ,;.")
    if function[1:2].islower():
        function = function[:1].lower() + function[1:]
    name = dutch.with_article(person.name) if person.name[:1].islower() else person.name
    return f"{name} ({function})" if function else name


def owner_of(context: Context, owner: str) -> str:
    """Return an owner's name as it stands in a sentence: the short name of a party, else as printed."""
    for party in context.parties:
        if owner in (party.name, party.short_name):
            return name_of(party)
    return dutch.with_article(owner)


def without_kbo(context: Context) -> Value:
    """The parties without a KBO number."""
    return _names([party for party in context.parties if not party.kbo])


def invalid_kbo(context: Context) -> Value:
    """The parties whose KBO number fails its check digits."""
    return _names([party for party in context.parties if party.kbo and not party.kbo_valid])


def without_seat(context: Context) -> Value:
    """The parties without an address."""
    return _names([party for party in context.parties if not party.seat])


def without_representative(context: Context) -> Value:
    """The parties for which nobody is named."""
    return _names([party for party in context.parties if not party.representatives])


def without_dpo(context: Context) -> Value:
    """The parties without a contact of their officer, where the contacts say whose they are."""
    owners = [contact.owner for _, contact in context.contacts()]
    if not owners or not all(owners):
        return ()
    return _names([party for party in context.parties if not _named_among(party, owners)])


def dpo_contacts(context: Context) -> Value:
    """How the data protection officers are reached, each with whose they are."""
    found: dict[str, Contact] = {}
    for _, contact in context.contacts():
        found.setdefault(contact.value.lower(), contact)
    return tuple(
        f"{contact.value} ({owner_of(context, contact.owner)})" if contact.owner else contact.value
        for contact in found.values()
    )


def where_dpo_contacts(context: Context) -> Value:
    """Where the contacts of the officers stand."""
    return cite((context.mention(each.span, paper) for paper, each in context.contacts()), context.papers)


def dpo_advice(context: Context) -> Value:
    """Whose officer advised when, as 'gaf de functionaris van X advies op 3 mei 2024'; a day at a time."""
    days: dict[str, list[str]] = {}
    for each in context.dates("dpo-advice"):
        if each.value is not None:
            days.setdefault(dutch.date(each.value), []).append(each.party)
    return tuple(
        f"{'gaf' if len(owners) == 1 else 'gaven'} {_officers(context, owners)} advies op {day}"
        for day, owners in days.items()
    )


def _officers(context: Context, owners: Sequence[str]) -> str:
    known = dutch.unique(owner_of(context, owner) for owner in owners if owner)
    word = "functionaris" if len(owners) == 1 else "functionarissen"
    title = f"de {word} voor gegevensbescherming"
    return f"{title} van {dutch.listing(known)}" if known else title


def where_dpo_advice(context: Context) -> Value:
    """Where the advice of the officers is mentioned."""
    return cite((context.mention(each.span) for each in context.dates("dpo-advice")), context.papers)


def dpo_advice_open(context: Context) -> Value:
    """The officers whose advice carries no legible date: 'de functionaris van X'."""
    blank = [each for each in context.dates("dpo-advice") if each.value is None]
    return tuple(dutch.unique(_officers(context, [each.party]) for each in blank))


def dpo_advice_missing(context: Context) -> Value:
    """The parties of whose officer no advice is mentioned; empty when it is unclear whose advice it is."""
    advised: Sequence[DateFact] = context.dates("dpo-advice")
    if not all(each.party for each in advised):
        return ()
    owners = [each.party for each in advised]
    missing = [party for party in context.parties if not _named_among(party, owners)]
    return _names(missing) if len(missing) < len(context.parties) or not owners else ()


def _named_among(party: Party, owners: Sequence[str]) -> bool:
    """Tell whether one of the owners is this party: the same name, or one name holds the other."""
    forms = [_plain(form) for form in (party.name, party.short_name, *party.mentions) if form]
    return any(
        form in owner or owner in form for owner in map(_plain, owners) if owner for form in forms if form
    )


def _plain(name: str) -> str:
    words = name.lower().replace("&", " ").split()
    return " ".join(word for word in words if word not in {"de", "het", "van", "stad", "gemeente", "en"})
