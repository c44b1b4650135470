"""Which body (instantie) is which over many papers: by enterprise number, else by name."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable, Mapping, Sequence

from protocheck.batch.kinship.folding import fold, read_as
from protocheck.batch.kinship.scratch import Scratch, Table
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

    def of(self, number: str, name: str) -> str:
        """Return the key of a party: its number, else that of its name elsewhere, else its name.

        Args:
            number: its enterprise number; empty when it has none that is valid.
            name: as it compares; see `named`.
        """
        if not number:
            return self.numbers.get(name, name)
        owner = self.owners.get(number)
        if owner is None or not _are_rivals(owner, name):
            return number
        other = self.numbers.get(name, name)
        return other if other != number else name


@record
class _Use:
    """A name with which a number is printed: in how many papers, and the first day of those with a day."""

    name: str
    count: int
    first: str | None


def bodies(scratch: Scratch, seen: Iterable[tuple[str, str, int, str | None]]) -> Bodies:
    """Learn which number goes with which name.

    A number printed with the names of two towns belongs to the one that carries it most often, or first: the
    other copied it.

    Args:
        scratch: where to keep that.
        seen: each number and name as they go together in papers, by number; in how many papers they do, and
            the first of their days.
    """
    numbers: Table[str] = Table(scratch)
    owners: Table[str] = Table(scratch)
    found: Table[None] = Table(scratch)
    for number, uses in itertools.groupby(seen, key=operator.itemgetter(0)):
        held = [_Use(*use[1:]) for use in uses]
        owner = _owner(held)
        if owner:
            owners.set(number, owner)
        for use in held:
            if use.name and not (owner and _are_rivals(owner, use.name)):
                found.set(f"{use.name}\0{number}", None)
    for name, pairs in itertools.groupby((key.split("\0") for key in found), key=operator.itemgetter(0)):
        first, *others = pairs
        if not others:
            numbers.set(name, first[1])
    return Bodies(numbers, owners)


def _owner(held: Sequence[_Use]) -> str:
    """Return the name to which a number belongs that two towns use; empty when that cannot be told."""
    if not any(_are_rivals(one.name, other.name) for one in held for other in held):
        return ""
    most = max(use.count for use in held)
    first = [use for use in held if use.count == most]
    if len(first) == 1:
        return first[0].name
    known = sorted((use.first, use.name) for use in first if use.first)
    if len(known) != len(first) or known[0][0] == known[1][0]:
        return ""
    return known[0][1]


def _are_rivals(one: str, other: str) -> bool:
    """Tell whether two names are of one kind of local body and of different places."""
    left, right = set(one.split()), set(other.split())
    return bool(left & right & _LOCAL) and not (left - _LOCAL) & (right - _LOCAL)
