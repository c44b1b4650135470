"""The parties and their data protection officers, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocheck import language
from protocheck.advice import dutch
from protocheck.advice.context import Context
from protocheck.advice.places import article_of_paper, cite
from protocheck.advice.templates import Value
from protocheck.model.facts import DateFact, Party, PartyRole, Person
from protocheck.regex import lazy

SENDER, RECEIVER = "de meedelende instantie", "de ontvangende instantie"
_ROLE = {"sender": "meedelende instantie", "receiver": "ontvangende instantie"}

_AS_SUCH = lazy(r",? als vertegenwoordigers?$")
_TOWN = lazy(r",? te (?=\d{4} )")  # 'Markt 1 te 9000 Gent', behind 'gevestigd te'
_UNCLOSED = lazy(r"\s*\([^()]*$")  # '(hierna: het ziekenhuis' belongs to the party
_NOBILIARY = ("van ", "de ", "den ", "der ", "ten ", "ter ", "d'", "d’", "von ", "le ", "la ", "el ", "al ")

# The one long name that everyone shortens, with or without its letters behind it.
_WELFARE = lazy(r"openbaar centrum voor maatschappelijk welzijn(?: \(OCMW\))?", re.IGNORECASE)


def name_of(party: Party) -> str:
    """Return the short name as it stands in a sentence."""
    return dutch.with_article(_WELFARE.sub("OCMW", dutch.calm(party.short_name or party.name, name=True)))


def on_envelope(party: Party) -> str:
    """Return the name that says which body it is, as it stands in an address: no article, a capital."""
    short = dutch.without_article(party.short_name)
    name = short if " " in short else party.name
    return dutch.capital(_WELFARE.sub("OCMW", dutch.calm(dutch.without_article(name), name=True)))


def _names(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dutch.unique(name_of(party) for party in parties))


def sender(context: Context) -> Value:
    """Who communicates the data; never empty."""
    if context.mutual:
        return "elke partij"
    return _names(context.having("sender")) or _joining(context, "sender") or SENDER


def receiver(context: Context) -> Value:
    """Who receives the data; never empty."""
    if context.mutual:
        return "de andere partij" if len(context.parties) == 2 else "de andere partijen"  # noqa: PLR2004 - two sides
    return _names(context.having("receiver")) or _joining(context, "receiver") or RECEIVER


def _joining(context: Context, role: PartyRole) -> str:
    """Return how to speak of whoever will join on a side where nobody stands yet."""
    found = context.accession
    return "elke toetredende instantie" if found is not None and found.role == role else ""


def where_accession(context: Context) -> Value:
    """Where the protocol says that others may join it; empty when it does not."""
    found = context.accession
    return cite([context.mention(found.place)], context.papers) if found else ""


def accession_form(context: Context) -> Value:
    """What a body fills in to join: 'het toetredingsformulier'; empty when no form is named."""
    noun = context.accession.form if context.accession else ""
    return f"{article_of_paper(noun)} {noun}" if noun else ""


def joined(context: Context) -> Value:
    """The bodies that joined by a form that was handed in, behind their verb: 'is de gemeente X'."""
    names = _names(context.joined)
    return f"{'is' if len(names) == 1 else 'zijn'} {dutch.series(names)}" if names else ""


def joined_forms(context: Context) -> Value:
    """Those forms, as they are called."""
    found = context.accession.joined if context.accession else ()
    return tuple(dict.fromkeys(context.papers[reading.document] for reading, _ in found))


def parties(context: Context) -> Value:
    """Each party with its KBO number, seat, representatives and role."""
    return tuple(_described(party) for party in context.parties)


def parties_short(context: Context) -> Value:
    """The parties by their short names."""
    return _names(context.parties)


def party_count(context: Context) -> Value:
    """How many parties there are, when more than one: 'twee partijen'."""
    count = len(context.parties)
    return dutch.counted(count, "partij", "partijen") if count > 1 else ""


def only_party(context: Context) -> Value:
    """The one party that is named; empty when there are more, or none."""
    return _described(context.parties[0]) if len(context.parties) == 1 else ""


def _described(party: Party) -> str:
    name = dutch.with_article(dutch.calm(party.name, name=True))
    parts = [name, _ROLE.get(party.role, ""), *_details(party)]
    return ", ".join(part for part in parts if part)


def _details(party: Party) -> list[str]:
    details = []
    if party.kbo:
        doubt = "" if party.kbo_valid else " (het controlegetal klopt niet)"
        details.append(f"KBO-nummer {dutch.kbo(party.kbo)}{doubt}")
    if party.seat:
        seat = _TOWN.sub(", ", party.seat.strip(" ,;."))
        details.append(f"gevestigd {'in' if seat.startswith(('het ', 'de ')) else 'te'} {seat}")
    if party.representatives:
        details.append(f"vertegenwoordigd door {dutch.listing(map(_person, party.representatives))}")
    return details


def _person(person: Person) -> str:
    function = _UNCLOSED.sub("", _AS_SUCH.sub("", person.function.strip(" ,;.")))
    if function[1:2].islower():
        function = function[:1].lower() + function[1:]
    name = person.name
    if name[:1].islower() and not name.startswith(_NOBILIARY):  # an office, no person
        name = dutch.with_article(name)
        name = name if name.startswith(("de ", "het ")) else f"de {name}"
    return f"{name} ({function})" if function else name


def owner_of(context: Context, owner: str) -> str:
    """Return an owner's name as it stands in a sentence: the short name of a party, else as printed."""
    for party in context.parties:
        if owner in (party.name, party.short_name):
            return name_of(party)
    return dutch.with_article(dutch.calm(owner, name=True))


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
    return _names(parties_without_dpo(context))


def parties_without_dpo(context: Context) -> Sequence[Party]:
    """Return the parties without a contact of their officer; none when it is unclear whose those are."""
    owners = [contact.owner for _, contact in context.contacts()]
    if not all(owners):
        return ()
    return [party for party in context.parties if not _named_among(party, owners)]


def dpo_contacts(context: Context) -> Value:
    """How the data protection officers are reached, each with whose they are."""
    owners: dict[tuple[str, str], list[str]] = {}
    for _, contact in context.contacts():
        owners.setdefault((contact.kind, contact.value), []).append(contact.owner)
    mailed = {owner for (kind, _), whose in owners.items() if kind == "email" for owner in whose}
    return tuple(
        f"{value} ({_owners(context, whose)})" if any(whose) else value
        for (kind, value), whose in owners.items()
        if kind == "email" or not mailed.issuperset(whose)  # a telephone adds nothing to a mailbox
    )


def where_dpo_contacts(context: Context) -> Value:
    """Where the contacts of the officers stand."""
    return cite((context.mention(each.span, paper) for paper, each in context.contacts()), context.papers)


def dpo_advice(context: Context) -> Value:
    """Whose officer advised when: 'gaf de functionaris van X advies op 3 mei 2024 en die van Y op 4 mei'."""
    days: dict[str, list[str]] = {}
    for each in context.dates("dpo-advice"):
        if each.value is not None:
            days.setdefault(language.day(each.value), []).append(each.party)
    if not days:
        return ""
    if not _clear_whose(context):
        count = sum(map(len, days.values()))
        verb = "gaf" if count == 1 else "gaven"
        return f"{verb} {_officers(context, [''] * count)} advies op {dutch.listing(days)}"
    (day, first), *others = days.items()
    told = f"{'gaf' if len(first) == 1 else 'gaven'} {_officers(context, first)} advies op {day}"
    rest = [f"die van {_owners(context, owners)} op {day}" for day, owners in others]
    return f"{told}, {dutch.listing(rest)}" if len(rest) > 1 else f"{told} en {rest[0]}" if rest else told


def _clear_whose(context: Context) -> bool:
    """Tell whether each advice has its own owner: one owner on two days is a doubt."""
    dated = {(each.party, each.value) for each in context.dates("dpo-advice")}
    owners = [owner for owner, _ in dated]
    return all(owners) and len(owners) == len(set(owners))


def _officers(context: Context, owners: Sequence[str]) -> str:
    known = _owners(context, owners)
    word = "functionaris" if len(owners) == 1 else "functionarissen"
    title = f"de {word} voor gegevensbescherming"
    return f"{title} van {known}" if known else title


def _owners(context: Context, owners: Sequence[str]) -> str:
    return dutch.listing(dutch.unique(owner_of(context, owner) for owner in owners if owner))


def where_dpo_advice(context: Context) -> Value:
    """Where the advice of the officers is mentioned."""
    return cite((context.mention(each.span) for each in context.dates("dpo-advice")), context.papers)


def dpo_advice_open(context: Context) -> Value:
    """The officers whose advice carries no legible date: 'de functionaris van X'."""
    blank = [each for each in context.dates("dpo-advice") if each.value is None]
    return tuple(dutch.unique(_officers(context, [each.party]) for each in blank))


def dpo_advice_missing(context: Context) -> Value:
    """The officers of whom no advice is mentioned; empty when it is unclear whose advice it is."""
    advised: Sequence[DateFact] = context.dates("dpo-advice")
    if not _clear_whose(context):
        return ()
    owners = [each.party for each in advised]
    asked = [party for party in context.parties if party not in _advised_in_form(context)]
    missing = [party for party in asked if not _named_among(party, owners)]
    if not missing or (owners and len(missing) == len(context.parties)):
        return ()
    return _officers(context, [party.short_name or party.name for party in missing])


def _advised_in_form(context: Context) -> Sequence[Party]:
    """Return the bodies whose form of accession speaks of an advice itself."""
    found = context.accession.joined if context.accession else ()
    return [party for reading, party in found if "advies" in reading.text.text.lower()]


def _named_among(party: Party, owners: Sequence[str]) -> bool:
    """Tell whether one of the owners is this party: the same name, or one name holds the other."""
    forms = [_plain(form) for form in (party.name, party.short_name, *party.mentions) if form]
    return any(
        form in owner or owner in form for owner in map(_plain, owners) if owner for form in forms if form
    )


def _plain(name: str) -> str:
    words = name.lower().replace("&", " ").split()
    return " ".join(word for word in words if word not in {"de", "het", "van", "stad", "gemeente", "en"})
