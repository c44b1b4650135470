"""Names of kinds that say who receives, and names of parties that say but where something is."""

from __future__ import annotations

import pytest

from protocheck.engine.given import Given
from protocheck.match.words import Words
from protocheck.model.facts import Facts, Party, PartyRole
from protocheck.model.geometry import Span


def said(text: str, *, other: PartyRole = "receiver") -> set[str]:
    """Return what names the receiver in a text, where a town receives and another town has some role."""
    towns: tuple[tuple[str, PartyRole], ...] = (("Roetvelde", "receiver"), ("Kaaistede", other))
    parties = tuple(
        Party(f"gemeente {town}", "municipality", role, f"gemeente {town}", Span(0, 1), mentions=(town,))
        for town, role in towns
    )
    words = Words.of(text)
    given = Given(Facts(title="", parties=parties), words)
    found = given.actors(given.names(range(len(words.words))))
    return {" ".join(words.words[m.first : m.last]) for m in found if m.term == "@ontvanger"}


@pytest.mark.parametrize("name", ["de gemeenten", "elke gemeente", "een gemeente", "beide gemeenten"])
def test_a_kind_means_its_parties_where_all_have_one_role(name: str) -> None:
    assert name in said(f"Dan leest {name} de lijst.")
    assert not said(f"Dan leest {name} de lijst.", other="sender")


@pytest.mark.parametrize(
    "place",
    [
        "wonen in Roetvelde",
        "getekend te Roetvelde",
        "vlak nabij Roetvelde",
        "Kerkplein 1, 8999 Roetvelde",
        "wie woont in de gemeente",
        "op het grondgebied van de gemeente Roetvelde",
        "inwoners van Roetvelde",
    ],
)
def test_a_place_is_no_party(place: str) -> None:
    assert said(f"Het gaat over {place}.") == set()


@pytest.mark.parametrize("text", ["Roetvelde leest", "de lijst van Roetvelde", "In Roetvelde: de archivaris"])
def test_a_party_is_found_where_it_does_something(text: str) -> None:
    assert "roetvelde" in said(text)
