"""Protocols found with one party only, though the archive holds papers found with the other.

Each party must publish a protocol (e-govdecreet, art. 8, §1). An archive of downloads tells where a file was
found by its folder or its site; a folder is a party's when it bears the name, or when that party is in
nearly all papers of it. Where nothing tells whose a folder is, nothing is said.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from protocheck.advice.dutch import counted
from protocheck.batch.kinship.bodies import plain_words
from protocheck.batch.kinship.folding import fold
from protocheck.batch.kinship.profiles import Profile, Profiles
from protocheck.batch.kinship.scratch import Scratch, Series
from protocheck.facts.names import is_body
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


def alone(profiles: Profiles, pairs: Iterable[Pair], scratch: Scratch) -> Series[Alone]:
    """Return each protocol that one of its parties is not seen to publish, by place."""
    owners = _owners(profiles, scratch)
    held: Counter[str] = Counter()
    for profile in profiles.values():
        held.update(_with_whom((profile,), owners))
    found: Series[Alone] = Series(scratch)
    for copies in _copies(profiles, pairs):
        with_whom = frozenset(_with_whom(copies, owners))
        for each in _missing(copies[0], with_whom, held):
            found.add(each, *copies[0].places, "", each.missing_with)
    return found


def _with_whom(copies: Iterable[Profile], owners: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the bodies in whose folders or on whose sites some papers were found."""
    return {body for each in copies for place in each.places for body in owners.get(source(place), ())}


def source(place: str) -> str:
    """Return where a file was found: its site, or the folder that holds it, in an archive or not."""
    site = _SITE.match(place)
    if site:
        return site[1].lower()
    return place.replace("!", "/").replace("\\", "/").rpartition("/")[0]


def _owners(profiles: Profiles, scratch: Scratch) -> dict[str, frozenset[str]]:
    """Return whose each folder or site is, as far as that can be told."""
    inside: Series[tuple[str, str]] = Series(scratch)
    for profile in profiles.values():
        for where in {source(place) for place in profile.places}:
            inside.add((where, profile.id), where, profile.id)
    return {
        where: found
        for where, held in itertools.groupby(inside, key=operator.itemgetter(0))
        if (found := _owner(where, (profiles[paper] for _, paper in held)))
    }


def _owner(where: str, held: Iterable[Profile]) -> frozenset[str]:
    """Return the parties whose folder or site it is: it bears their name, or nearly all papers are theirs."""
    last = where.rpartition("/")[2]
    labels = {fold(word) for word in _WORD.findall(last)}
    labels |= {label.removeprefix(prefix) for label in labels for prefix in _BEFORE}
    named, count = set[str](), 0
    seen: Counter[str] = Counter()
    for profile in held:
        count += 1
        seen.update(profile.bodies)
        for party, key in profile.keyed:
            if any(word in labels for word in (*_own(party.name), *_own(party.short_name))):
                named.add(key)
    return frozenset(named) or _in_nearly_all(seen, count)


def _own(name: str) -> Iterator[str]:
    return (word for word in plain_words(name) if len(word) >= _SHORT and not is_body(word))


def _in_nearly_all(seen: Counter[str], count: int) -> frozenset[str]:
    """Return the one party that nearly all papers of a folder have."""
    most = seen.most_common(2)
    if count < _LEAST or not most or most[0][1] < _NEARLY * count:
        return frozenset()
    if len(most) > 1 and most[1][1] > _NEXT * count:
        return frozenset()
    return frozenset({most[0][0]})


def _copies(profiles: Profiles, pairs: Iterable[Pair]) -> Iterator[tuple[Profile, ...]]:
    """Yield each protocol with all its copies, the first by place in front."""
    above: dict[str, str] = {}  # of papers that have copies, one that stands for all of them

    def root(key: str) -> str:
        while above.get(key, key) != key:
            key = above[key]
        return key

    for pair in pairs:
        if pair.kind == "copies" and not pair.identical:
            one, other = sorted((root(pair.first), root(pair.second)))
            above[one] = above[other] = one
    sets: dict[str, list[str]] = defaultdict(list)
    for key in above:
        sets[root(key)].append(key)
    for key, profile in profiles.items():
        if key not in above:
            yield (profile,)
        elif key in sets:
            held = map(profiles.__getitem__, sets[key])
            yield tuple(sorted(held, key=lambda each: each.places))


def _missing(profile: Profile, with_whom: frozenset[str], held: Mapping[str, int]) -> Iterator[Alone]:
    """Yield the parties with whom other papers were found, and this one not."""
    names = [party.name for party, key in profile.keyed if key in with_whom]
    if not names:
        return
    for party, body in profile.keyed:
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
