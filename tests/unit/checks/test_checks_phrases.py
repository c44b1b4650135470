"""The words of a rule, looked for as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocheck.checks.phrases import Phrases, _compiled, phrases

PARAMS = {"woorden": ("nog te bepalen", "*decreet", "n.t.b", "van bijlage *"), "geen": ()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De termijn is NOG  te\nbepalen.", ["NOG  te\nbepalen"]),
        ("het e-govdecreet en het oprichtingsdecreet", ["govdecreet", "oprichtingsdecreet"]),
        ("decreten en bepalen", []),
        ("Termijn: n.t.b.", ["n.t.b"]),
        ("van bijlage 2", ["van bijlage 2"]),
        ("nogal te bepalen", []),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, words: list[str]) -> None:
    assert [match[0] for match in phrases(PARAMS, "woorden").finditer(text)] == words


def test_a_search_keeps_between_its_places() -> None:
    wanted = phrases(PARAMS, "woorden")
    text = "nog te bepalen, en nog te bepalen"
    found = wanted.search(text, 5)
    assert found is not None
    assert found.start() == 19
    assert wanted.search(text, 5, 20) is None
    assert wanted.match(text, 5) is None
    assert wanted.fullmatch("nog te bepalen") is not None


def test_a_name_that_a_rule_does_not_give_finds_nothing() -> None:
    assert phrases(PARAMS, "geen").search("nog te bepalen") is None
    assert phrases(PARAMS, "onbekend").search("nog te bepalen") is None


GIVEN = (
    "nog te bepalen",
    "*decreet",
    "n.t.b",
    "van bijlage *",
    "advies",
    "gunstig* advies",
    "één",
    "in_te",
    "* wet",
)
PIECES = (
    *("nog", "te", "bepalen", "decreet", "n.t.b", "van", "bijlage"),
    *("2", "Advies", "raad", "gunstige", "ÉÉN", "in_te", "wet"),
)


@given(
    pieces=st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", ".", "-", "_"])), max_size=60
    ),
    start=st.integers(0, 60),
    length=st.integers(0, 400),
)
def test_leaving_phrases_out_changes_nothing(pieces: list[tuple[str, str]], start: int, length: int) -> None:
    text = "".join(word + sign for word, sign in pieces)
    end = start + length
    wanted = _compiled(GIVEN)
    few = Phrases(GIVEN)
    assert [m.span() for m in few.finditer(text)] == [m.span() for m in wanted.finditer(text)]
    assert [m.span() for m in few.finditer(text, start, end)] == [
        m.span() for m in wanted.finditer(text, start, end)
    ]
    assert (few.fullmatch(text) is None) == (wanted.fullmatch(text) is None)


def test_a_word_that_is_cut_off_counts_for_what_is_left() -> None:
    text = "zonder adviesraad " * 20
    found = Phrases(("advies",)).search(text, 0, text.index("raad"))
    assert found is not None
    assert found[0] == "advies"
    assert Phrases(("advies",)).search(text) is None
