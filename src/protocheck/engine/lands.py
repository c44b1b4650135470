"""Names of parties that say but where something is: 'in Roetvelde', 'op het grondgebied van de stad'."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.match.finder import Match
from protocheck.match.words import Words
from protocheck.model.facts import Facts, Party

_TERRITORIAL = frozenset({"municipality", "province", "police", "ocmw"})
# Bodies of which the word is that of a piece of land as well; 'in het agentschap' is no place.
_LANDS = frozenset(
    {"gemeente", "gemeenten", "stad", "steden", "provincie", "zone", "politiezone", "hulpverleningszone"}
)
_NEAR = frozenset({"te", "nabij", "rond", "rondom", "doorheen"})
# Those who work in a body, and what is done there with the data.
_WORKERS = frozenset(
    {"wie", "degene", "degenen", "medewerker", "medewerkers", "ambtenaar", "ambtenaren", "personeel"}
    | {"personeelsleden", "dienst", "diensten", "collega", "gebruikt", "verwerkt", "gelezen", "gegevens"}
    | {"leest", "lezen", "werkt", "werken", "leesbaar", "ontvangt", "gebruik", "functionaris", "cel", "team"}
    | {"terecht", "terechtkomt", "terechtkomen", "aankomt"}
)
_LIVES = ("woon", "won", "verblij", "gedomicili", "leef", "leven", "ligt", "liggen", "gelegen")
_NEXT = 4
# 'de inwoners van de gemeente': these are of the land, and not of the body.
_OF = frozenset({"van", "uit"})
_OF_LAND = frozenset(
    {
        "grondgebied",
        "territorium",
        "gebied",
        "inwoner",
        "inwoners",
        "bewoners",
        "grenzen",
        "gemeentegrenzen",
        "straten",
        "wijken",
        "deelgemeente",
        "deelgemeenten",
    }
)
_ARTICLES = frozenset(
    {"de", "het", "heel", "onze", "deze", "die", "dezelfde", "zijn", "haar", "een", "elke", "iedere", "beide"}
)
_CODE = 4  # digits of a postal code


class Lands:
    """Tells where the name of a party stands for its land."""

    def __init__(self, facts: Facts) -> None:
        """Collect the names that a piece of land bears as well."""
        self._lands = frozenset(
            words for party in facts.parties for name in _names(party) if (words := _land(party, name))
        )

    def actors(self, found: Sequence[Match], words: Words) -> list[Match]:
        """Return the matches of names without those of a place, and without what stands inside them."""
        places = [(m.first, m.last) for m in found if self._is_place(m, words)]
        if not places:
            return list(found)
        return [m for m in found if not any(at <= m.first and m.last <= end for at, end in places)]

    def _is_place(self, match: Match, words: Words) -> bool:
        said = words.words[match.first : match.last]
        core = _core(said)
        if core not in self._lands and not (len(core) == 1 and core[0] in _LANDS):
            return False
        at = match.first - 1
        if at >= 0 and _is_code(words.words[at], said):
            return words.between(at).isspace()
        while at > 0 and words.words[at] in _ARTICLES:
            at -= 1
        return at >= 0 and words.between(at).isspace() and self._on_land(match, words, at)

    def _on_land(self, match: Match, words: Words, at: int) -> bool:
        """Tell whether the word before a name, or its article, says that something is on the land."""
        before = words.words[at]
        if before in _OF:
            return at > 0 and words.words[at - 1] in _OF_LAND
        if before in _NEAR:
            return True
        return before == "in" and not _works_there(match, words, at)


def _works_there(match: Match, words: Words, at: int) -> bool:
    """Tell whether 'in' may say who in a body does something: 'In de stad: de archivaris'."""
    alone = at == 0 or words.words[at - 1].isdigit() or not words.between(at - 1).isspace()
    if alone or words.between(match.last - 1).startswith(":"):
        return True
    lives = any(word.startswith(_LIVES) for word in words.words[match.last : match.last + _NEXT])
    return words.words[at - 1] in _WORKERS and not lives


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, party.short_name, *party.mentions)


def _core(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(said[1:] if said and said[0] in _ARTICLES else said)


def _land(party: Party, name: str) -> tuple[str, ...]:
    """Return the words of a name that is that of a piece of land; none for other names."""
    said = _core(Words.of(name).words)
    if not said or (party.kind not in _TERRITORIAL and said[0] not in _LANDS):
        return ()
    town = name[:1].isupper() and set(said) < set(Words.of(party.name).words)
    return said if said[0] in _LANDS or (town and said[0] != "ocmw") else ()


def _is_code(before: str, said: Sequence[str]) -> bool:
    """Tell whether a postal code stands before the name of a town."""
    code = before.isdigit() and len(before) == _CODE and not before.startswith("0")
    return code and said[0] not in _LANDS | _ARTICLES
