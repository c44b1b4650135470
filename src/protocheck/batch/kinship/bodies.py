"""Which body (instantie) is which over many papers: by enterprise number, else by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from protocheck.checks.same_person import read_as
from protocheck.match.words import fold
from protocheck.model.report import PartyFact
from protocheck.record import record
from protocheck.regex import lazy

_WORDS = lazy(r"[^\W_]+")
_SMALL = frozenset("van voor en de het der den des te ter ten".split())
_LONG = lazy(r"\b(?:openbaar centrum voor maatschappelijk welzijn|o\.c\.m\.w\.?)(?: \(ocmw\))?")
_TOWN = lazy(r"\b(?:stadsbestuur|gemeentebestuur|lokaal bestuur|stad|gemeente)\b(?: (?:stad|gemeente)\b)?")
_FORM = lazy(
    r"\b(?:(?:intern|extern) verzelfstandigd )?agentschap (?:met|zonder) (?:eigen )?rechtspersoonlijkheid\b"
)


def named(name: str) -> str:
    """Return the name of a body as it compares: its words in order, its kind in one form."""
    low = " ".join(fold(name).split())
    low = _TOWN.sub("gemeente", _LONG.sub("ocmw", _FORM.sub("agentschap", low)))
    return " ".join(read_as(word) for word in _WORDS.findall(low) if word not in _SMALL)


@record
class Bodies:
    """Tells the bodies of an archive apart; `numbers` holds the enterprise number of each name."""

    numbers: Mapping[str, str]

    def of(self, party: PartyFact) -> str:
        """Return the key of a party: its number, else that of its name elsewhere, else its name."""
        if party.kbo_valid:
            return party.kbo
        name = named(party.name)
        return self.numbers.get(name, name)

    def all_of(self, parties: Iterable[PartyFact]) -> frozenset[str]:
        """Return the keys of some parties."""
        return frozenset(key for key in map(self.of, parties) if key)


def bodies(parties: Iterable[PartyFact]) -> Bodies:
    """Learn which number goes with which name; a name with several numbers goes with none."""
    seen: dict[str, set[str]] = {}
    for party in parties:
        if party.kbo_valid:
            seen.setdefault(named(party.name), set()).add(party.kbo)
    return Bodies({name: min(found) for name, found in sorted(seen.items()) if name and len(found) == 1})
