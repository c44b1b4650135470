"""Protocols found with one party only, though the archive holds papers found with the other.

Each party must publish a protocol (e-govdecreet, art. 8, §1). An archive of downloads tells where a file was
found by its folder or its site; a folder is a party's when it bears the name, or when that party is in
nearly all papers of it. Where nothing tells whose a folder is, nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from protocheck.advice.dutch import counted
from protocheck.batch.kinship.bodies import Bodies, plain_words
from protocheck.batch.kinship.profiles import Profile
from protocheck.facts.names import is_body
from protocheck.match.words import fold
from protocheck.model.kinship import Alone, Pair
from protocheck.regex import lazy

_LEAST, _NEARLY, _NEXT = (
    3,
    0.9,
    0.6,
)  # papers that tell whose a folder is; share of that party, and of the next
_SHORT = 3  # letters of a word of a name by which a folder is known
_WORD = lazy(r"[^\W_]+")
_SITE = lazy(r"https?://([^/]{1,253})", re.IGNORECASE)
_BEFORE = ("ocmw", "gemeente", "stad", "pz", "politiezone", "www", "mijn")


def alone(profiles: Mapping[str, Profile], pairs: Iterable[Pair], known: Bodies) -> Iterator[Alone]:
    """Yield each protocol that one of its parties is not seen to publish, by place."""
    owners = _owners(profiles.values(), known)
    held: Counter[str] = Counter()
    for profile in profiles.values():
        held.update({body for place in profile.places for body in owners.get(source(place), ())})
    found: list[Alone] = []
    for copies in _copies(profiles, pairs):
        with_whom = frozenset(
            body for each in copies for place in each.places for body in owners.get(source(place), ())
        )
        found += _missing(copies[0], with_whom, held, known)
    yield from sorted(found, key=lambda each: (profiles[each.paper].places, each.missing_with))


def source(place: str) -> str:
    """Return where a file was found: its site, or the folder that holds it, in an archive or not."""
    site = _SITE.match(place)
    if site:
        return site[1].lower()
    return place.replace("!", "/").replace("\\", "/").rpartition("/")[0]


def _owners(profiles: Iterable[Profile], known: Bodies) -> dict[str, frozenset[str]]:
    """Return whose each folder or site is, as far as that can be told."""
    inside: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for where in sorted({source(place) for place in profile.places}):
            inside[where].append(profile)
    names = {where: _named(where, held, known) for where, held in inside.items()}
    return {
        where: bodies for where, held in inside.items() if (bodies := names[where] or _in_nearly_all(held))
    }


def _named(where: str, held: Sequence[Profile], known: Bodies) -> frozenset[str]:
    """Return the parties whose name the folder or site bears."""
    last = where.rpartition("/")[2]
    labels = {fold(word) for word in _WORD.findall(last)}
    labels |= {label.removeprefix(prefix) for label in labels for prefix in _BEFORE}
    return frozenset(
        known.of(party)
        for profile in held
        for party in profile.parties
        if any(word in labels for word in (*_own(party.name), *_own(party.short_name)))
    )


def _own(name: str) -> Iterator[str]:
    return (word for word in plain_words(name) if len(word) >= _SHORT and not is_body(word))


def _in_nearly_all(held: Sequence[Profile]) -> frozenset[str]:
    """Return the one party that nearly all papers of a folder have."""
    seen = Counter(body for each in held for body in each.bodies).most_common(2)
    if len(held) < _LEAST or not seen or seen[0][1] < _NEARLY * len(held):
        return frozenset()
    if len(seen) > 1 and seen[1][1] > _NEXT * len(held):
        return frozenset()
    return frozenset({seen[0][0]})


def _copies(profiles: Mapping[str, Profile], pairs: Iterable[Pair]) -> Iterator[tuple[Profile, ...]]:
    """Yield each protocol with all its copies, the first by place in front."""
    above = {each: each for each in profiles}

    def root(key: str) -> str:
        while above[key] != key:
            key = above[key]
        return key

    for pair in pairs:
        if pair.kind == "copies":
            one, other = sorted((root(pair.first), root(pair.second)))
            above[other] = one
    sets: dict[str, list[Profile]] = defaultdict(list)
    for key in profiles:
        sets[root(key)].append(profiles[key])
    return (tuple(sorted(each, key=lambda profile: profile.places)) for each in sets.values())


def _missing(
    profile: Profile, with_whom: frozenset[str], held: Mapping[str, int], known: Bodies
) -> Iterator[Alone]:
    """Yield the parties with whom other papers were found, and this one not."""
    names = [party.name for party in profile.parties if known.of(party) in with_whom]
    if not names:
        return
    for party in profile.parties:
        body = known.of(party)
        if body not in with_whom and held[body]:
            others = counted(held[body], "ander stuk", "andere stukken")
            yield Alone(
                paper=profile.id,
                found_with=names[0],
                missing_with=party.name,
                others=held[body],
                message=f"Alleen bij {names[0]} gevonden, niet bij {party.name}, van wie het archief"
                f" {others} bevat. Elke partij moet het protocol bekendmaken (e-govdecreet, art. 8, §1).",
            )
