"""From the names in a rule to full names of terms, and from the signals of a file to signals."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from protocheck.match.patterns import PatternError, parse
from protocheck.record import record
from protocheck.rulebook.rules import Signal
from protocheck.rulebook.schema import SignalFile
from protocheck.rulebook.source import Faults
from protocheck.rulebook.vocabulary import check_list, expanded

# Terms that the engine fills from the facts of the document at hand.
FACT_TERMS = frozenset({"@partij", "@verzender", "@ontvanger", "@wet", "@gegeven", "@datum", "@contact"})


@record
class Place:
    """Where names are read: the file, the rule with its own terms, and the keys that lead there."""

    path: Path
    rule: str
    local: Mapping[str, list[str]]
    where: tuple[int | str, ...] = ()


class Naming:
    """Give the names in the rules of one pack their full form; collects the terms they use."""

    def __init__(self, shared: Mapping[str, tuple[str, ...]] | None, faults: Faults) -> None:
        """Know the shared vocabulary; None when it has faults, and then no name is called unknown."""
        self._shared = shared or {}
        self._whole = shared is not None
        self._faults = faults
        self.terms: dict[str, tuple[str, ...]] = {}

    def place(self, path: Path, rule: str, vocabulary: Mapping[str, list[str]]) -> Place:
        """Return the place of a rule, after its own words are read."""
        local = {f"${name}": phrases for name, phrases in vocabulary.items()}
        known = {**{k: list(v) for k, v in self._shared.items()}, **local}
        for name, phrases in local.items():
            where = ("vocabulary", name[1:])
            check_list(phrases, known if self._whole else None, self._faults, path, where)
            self.terms[f"{rule}:{name}"] = expanded(name, known)
        return Place(path, rule, local)

    def signals(self, given: Mapping[str, SignalFile], rule: Place) -> tuple[Signal, ...]:
        """Return the signals of a rule."""
        return tuple(self._signal(name, signal, rule) for name, signal in given.items())

    def _signal(self, name: str, signal: SignalFile, rule: Place) -> Signal:
        place = Place(rule.path, rule.rule, rule.local, ("signals", name))
        if bool(signal.check) == bool(signal.all or signal.any):
            self._faults.point(place.path, place.where, "heeft ofwel all/any ofwel een check nodig")
        return Signal(
            id=name,
            scope=signal.scope,
            all=self.listed(signal.all, place, "all"),
            any=self.listed(signal.any, place, "any"),
            none=self.listed(signal.none, place, "none"),
            near=signal.near,
            polarity=signal.polarity,
            kinds=tuple(signal.kinds),
            heading=self.listed(signal.heading, place, "heading"),
            not_heading=self.listed(signal.not_heading, place, "not_heading"),
            never_heading=self.listed(signal.never_heading, place, "never_heading"),
            not_about=self.listed(signal.not_about, place, "not_about"),
            hollow=self.listed(signal.hollow, place, "hollow"),
            besides=signal.besides,
            besides_none=self.listed(signal.besides_none, place, "besides_none"),
            check=signal.check,
            params=frozen(signal.params),
        )

    def listed(self, given: list[str], place: Place, key: str) -> tuple[str, ...]:
        """Return the full names of the terms in the list under `key`."""
        return tuple(self._term(t, place, (*place.where, key, i)) for i, t in enumerate(given))

    def _term(self, given: str, place: Place, where: tuple[int | str, ...]) -> str:
        """Return the full name of a term; '$a|$b' is either of the two."""
        if given.startswith(("$", "@")) and "|" in given:
            return "|".join(self._term(part.strip(), place, where) for part in given.split("|"))
        if given.startswith("@"):
            if given not in FACT_TERMS:
                self._faults.point(place.path, where, f"{given} is geen feit dat de regels kennen")
            return given
        if given.startswith("$"):
            if given in place.local:
                return f"{place.rule}:{given}"
            if self._whole and given not in self._shared:
                self._faults.point(place.path, where, f"de term {given} bestaat niet")
            self.terms[given] = self._shared.get(given, ())
            return given
        try:
            parse(given)
        except PatternError as fault:
            self._faults.point(place.path, where, str(fault))
        self.terms[f"'{given}"] = (given,)
        return f"'{given}"


def frozen(params: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return the params of a check as rules hold them."""
    return {name: tuple(values) for name, values in params.items()}
