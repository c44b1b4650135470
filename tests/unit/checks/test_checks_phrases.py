"""The words of a rule, looked for as they are printed."""

from __future__ import annotations

import pytest

from protocheck.checks.phrases import phrases

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
