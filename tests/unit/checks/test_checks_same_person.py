"""Two printed names of one person, and of two."""

from __future__ import annotations

import pytest

from protocheck.checks.same_person import contains, same


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("M. Goeminne", "Matthias Goeminne"),
        ("dr. ing. Michael van Dongen", "Michaël Van Dongen"),
        ("J.-L. De Meerschman", "Jean-Luc De Meerschman"),
        ("Liesbeth 0kkerrnan", "Liesbeth Okkerman"),
        ("Anne1ies Morte1mans", "Annelies Mortelmans"),
        ("Goeminne Matthias", "Matthias Goeminne"),
        ("Rob Mys", "Robrecht Mys"),
        ("Wim De Clerck", "Willem De Clerck"),
        ("Marie Claes", "Marie Claes-Peeters"),
        ("Peeters", "mevrouw An Peeters"),
        ("kolonel T. Boeckx", "Tine Boeckx"),
    ],
)
def test_one_person(printed: str, named: str) -> None:
    assert same(printed, named)
    assert same(named, printed)


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("Ellen Maertens", "Pieter-Jan Wouterse"),
        ("An Peeters", "Jan Peeters"),
        ("J. Peeters", "An Peeters"),
        ("Lies Maertens", "Lies Hautekiet"),
        ("Tom Verlinde", "Tom Verhaeghe"),
        ("de", "van"),
    ],
)
def test_two_people(printed: str, named: str) -> None:
    assert not same(printed, named)


def test_two_names_that_were_printed_together() -> None:
    assert contains("Rik Doucet Fien Abeloos", "Fien Abeloos")
    assert not contains("Rik Doucet Fien Abeloos", "Koen Peremans")
