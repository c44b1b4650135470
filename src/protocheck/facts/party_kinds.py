"""Names of a kind of which all parties have one role: 'de gemeenten' where both of them receive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts import names
from protocheck.model.facts import Party, PartyRole
from protocheck.regex import lazy

_LEAST = 2  # one party of a kind is spoken of by its own name
# 'woonmaatschappij', 'hulpverleningszone': a kind that says more than the common word for it.
_COMPOUND = lazy(
    r"(?:[a-z]{3,}(?:maatschappij|vereniging|zone|school|bedrijf|fonds|groep|museum|bibliotheek|ziekenhuis"
    r"|agentschap|kas|bond|federatie|centrum|instelling|kantoor|polder|bestuur)"
    r"|zorgkas|watering|waterschap|intercommunale|ziekenfonds)"
)
_PLURALS = (
    ("lokaal bestuur", "lokale besturen"),
    ("school", "scholen"),
    ("bestuur", "besturen"),
    ("stad", "steden"),
    ("huis", "huizen"),
    ("museum", "musea"),
    ("centrum", "centra"),
    ("groep", "groepen"),
    ("kas", "kassen"),
    ("ocmw", "ocmw's"),
    ("vzw", "vzw's"),
    ("gemeente", "gemeenten"),
    ("schap", "schappen"),
    ("instituut", "instituten"),
    ("kantoor", "kantoren"),
    ("universiteit", "universiteiten"),
    ("archief", "archieven"),
    ("fabriek", "fabrieken"),
    ("bibliotheek", "bibliotheken"),
)
_ONE = ("de", "het", "een", "elke", "elk", "iedere", "ieder", "deze", "die", "dat", "dit", "betrokken")
_ALL = ("de", "beide", "deze", "die", "alle", "twee", "drie", "betrokken", "deelnemende")
_TITLE = frozenset({"het lokaal bestuur"})
_LOCAL = frozenset({"gemeente", "stad", "lokaal bestuur"})


def phrases(parties: Sequence[Party]) -> Iterator[tuple[PartyRole, str]]:
    """Yield the names of kinds, each with the role that all parties of the kind have."""
    roles: dict[str, list[PartyRole]] = {}
    for party in parties:
        for kind in _kinds(party):
            roles.setdefault(kind, []).append(party.role)
    for kind, each in roles.items():
        if len(each) >= _LEAST and len(set(each)) == 1 and each[0] != "unknown":
            several = _plural(kind)
            # 'het lokaal bestuur' is what a decree is about.
            yield from ((each[0], f"{word} {kind}") for word in _ONE if f"{word} {kind}" not in _TITLE)
            yield from ((each[0], f"{word} {several}") for word in _ALL)


def _kinds(party: Party) -> set[str]:
    """Return what kinds of body a name says a party is."""
    noun = names.bare(names.noun_of(party.name))
    found = {word for word in party.name.lower().split() if _COMPOUND.fullmatch(word)}
    local = {"gemeente", "lokaal bestuur", "bestuur"} if noun in _LOCAL else set()
    return {noun, *found, *local} - {""}


def _plural(kind: str) -> str:
    for one, several in _PLURALS:
        if kind.endswith(one):
            return kind.removesuffix(one) + several
    return kind + ("en" if kind.endswith(("ij", "ing", "fonds", "bond")) else "s")
