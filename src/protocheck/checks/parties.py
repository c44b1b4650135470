"""Is every party identified, represented, and its data protection officer reachable?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from protocheck.match.words import Words, fold
from protocheck.model.facts import Contact, Facts, Party
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline

_LEAST = 2
# Words of a body's name that do not tell it from another.
_COMMON = frozenset(
    {
        *("de", "het", "een", "van", "voor", "en", "te", "stad", "gemeente", "ocmw", "agentschap", "intern"),
        *("verzelfstandigd", "extern", "met", "rechtspersoonlijkheid", "openbaar", "centrum", "departement"),
        *("maatschappelijk", "welzijn", "provincie", "vlaams", "vlaamse", "dienst", "politiezone", "vzw"),
    }
)


def identified(facts: Facts, _outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the clause of each party when all have a name and a KBO number or a seat."""
    if len(facts.parties) >= _LEAST and all(p.name and (p.kbo or p.seat) for p in facts.parties):
        yield from (p.span for p in facts.parties)


def represented(facts: Facts, _outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the clause of each party when all name who represents them."""
    if len(facts.parties) >= _LEAST and all(p.representatives for p in facts.parties):
        yield from (p.span for p in facts.parties)


def dpo_reachable(facts: Facts, _outline: Outline, _params: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Yield the contacts of data protection officers when together they serve every party."""
    contacts = [c for c in facts.contacts if c.dpo and c.kind in {"email", "phone", "post", "website"}]
    if len(facts.parties) < _LEAST or not contacts:
        return
    served = [
        frozenset(i for i, p in enumerate(facts.parties) if _serves(c, p, facts.parties)) for c in contacts
    ]
    unserved = [p for i, p in enumerate(facts.parties) if not any(i in each for each in served)]
    # A contact that tells nothing of its owner may serve any party, but each only one.
    loose = [c for c, each in zip(contacts, served, strict=True) if not each]
    values = {fold(c.value) for c in loose if c.kind == "email"} or {fold(c.value) for c in loose}
    if len(values) >= len(unserved) or _shared(facts, contacts, unserved):
        yield from (c.span for c in contacts)


def _serves(contact: Contact, party: Party, parties: Sequence[Party]) -> bool:
    """Tell whether the contact is given with the party, by name or by the domain of its address."""
    names = _words(party)
    # The town that two parties share in their names tells neither from the other.
    shared = {word for other in parties if other is not party for word in _words(other)}
    telling = {w for w in names - _COMMON if len(w) > 2}  # noqa: PLR2004 - initials tell nothing
    telling = telling - shared or telling
    owner = set(Words.of(contact.owner).words)
    domain = fold(contact.value.rpartition("@")[2])
    if any(contact.owner == other.name for other in parties) and contact.owner != party.name:
        return any(w in domain for w in telling)
    return bool(owner and owner & (telling or names)) or any(w in domain for w in telling)


def _words(party: Party) -> set[str]:
    return {w for name in (party.name, party.short_name, *party.mentions) for w in Words.of(name).words}


def _shared(facts: Facts, contacts: list[Contact], unserved: list[Party]) -> bool:
    """Tell whether bodies that share a seat share an officer, or the text names one for all."""
    served = [p for p in facts.parties if p not in unserved]
    if served and all(any(p.seat and p.seat == s.seat for s in served) for p in unserved):
        return True
    return any("partijen" in Words.of(c.owner).words for c in contacts)
