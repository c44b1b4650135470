"""Which body (instantie) is which over many papers: by enterprise number, else by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from protocheck.checks.same_person import read_as
from protocheck.match.words import fold
from protocheck.model.report import PartyFact
from protocheck.record import record
from protocheck.regex import lazy

_WORDS = lazy(r"[^\W_]+")
# Bodies of which there is one a place; an agency may change its name and keep its number.
_LOCAL = frozenset(map(read_as, ("gemeente", "ocmw", "politiezone", "hulpverleningszone", "politie")))
_SMALL = frozenset("van voor en de het der den des te ter ten".split())
_LONG = lazy(r"\b(?:openbaar centrum voor maatschappelijk welzijn|o\.c\.m\.w\.?)(?: \(ocmw\))?")
_TOWN = lazy(r"\b(?:stadsbestuur|gemeentebestuur|lokaal bestuur|stad|gemeente)\b(?: (?:stad|gemeente)\b)?")
_FORM = lazy(
    r"\b(?:(?:intern|extern) verzelfstandigd )?agentschap (?:met|zonder) (?:eigen )?rechtspersoonlijkheid\b"
)


def plain_words(name: str) -> list[str]:
    """Return the words of a name, folded, without grammar, its kind in one form."""
    low = " ".join(fold(name).split())
    low = _TOWN.sub("gemeente", _LONG.sub("ocmw", _FORM.sub("agentschap", low)))
    return [word for word in _WORDS.findall(low) if word not in _SMALL]


def named(name: str) -> str:
    """Return the name of a body as it compares, also where a scanner misread it."""
    return " ".join(map(read_as, plain_words(name)))


@record
class Bodies:
    """Tells the bodies of an archive apart.

    Attributes:
        numbers: the enterprise number that goes with a name.
        owners: the name to which a number belongs that is printed with several.
    """

    numbers: Mapping[str, str]
    owners: Mapping[str, str]

    def of(self, party: PartyFact) -> str:
        """Return the key of a party: its number, else that of its name elsewhere, else its name."""
        name = named(party.name)
        if not party.kbo_valid:
            return self.numbers.get(name, name)
        owner = self.owners.get(party.kbo)
        if owner is None or not _are_rivals(owner, name):
            return party.kbo
        other = self.numbers.get(name, name)
        return other if other != party.kbo else name

    def all_of(self, parties: Iterable[PartyFact]) -> frozenset[str]:
        """Return the keys of some parties."""
        return frozenset(key for key in map(self.of, parties) if key)


def bodies(seen: Iterable[tuple[PartyFact, dt.date | None]]) -> Bodies:
    """Learn which number goes with which name, from every party and the day its protocol was signed.

    A number printed with the names of two towns belongs to the one that carries it most often, or first: the
    other copied it.
    """
    names: dict[str, dict[str, list[dt.date | None]]] = {}
    for party, signed in seen:
        if party.kbo_valid:
            names.setdefault(party.kbo, {}).setdefault(named(party.name), []).append(signed)
    owners = {number: owner for number, held in sorted(names.items()) if (owner := _owner(held))}
    numbers: dict[str, set[str]] = {}
    for number, held in names.items():
        for name in held:
            if name and not (number in owners and _are_rivals(owners[number], name)):
                numbers.setdefault(name, set()).add(number)
    return Bodies({name: min(found) for name, found in sorted(numbers.items()) if len(found) == 1}, owners)


def _owner(held: Mapping[str, Sequence[dt.date | None]]) -> str:
    """Return the name to which a number belongs that two towns use; empty when that cannot be told."""
    if not any(_are_rivals(one, other) for one in held for other in held):
        return ""
    most = max(map(len, held.values()))
    first = [name for name in held if len(held[name]) == most]
    if len(first) == 1:
        return first[0]
    days = {name: min(filter(None, held[name]), default=None) for name in first}
    known = sorted((day, name) for name, day in days.items() if day)
    if len(known) != len(first) or known[0][0] == known[1][0]:
        return ""
    return known[0][1]


def _are_rivals(one: str, other: str) -> bool:
    """Tell whether two names are of one kind of local body and of different places."""
    left, right = set(one.split()), set(other.split())
    return bool(left & right & _LOCAL) and not (left - _LOCAL) & (right - _LOCAL)
