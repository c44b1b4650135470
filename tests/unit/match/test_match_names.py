from __future__ import annotations

from protocheck.match.finder import Match
from protocheck.match.names import Names
from protocheck.match.words import Words

TEXT = "De Gemeente Wolvendaal en de gemeente Wolvendale; Wolvendaal betaalt."


def found(names: dict[str, list[str]], within: range | None = None) -> list[Match]:
    words = Words.of(TEXT)
    return Names(names).find(words, within if within is not None else range(len(words.words)))


def test_names_are_found_word_for_word_whatever_their_capitals() -> None:
    assert found({"@partij": ["gemeente wolvendaal", "wolvendaal"]}) == [
        Match(1, 3, "@partij", (1, 2)),
        Match(2, 3, "@partij", (2,)),
        Match(7, 8, "@partij", (7,)),
    ]


def test_a_name_says_each_of_its_terms_once() -> None:
    names = {"@partij": ["Wolvendaal", "wolvendaal"], "@ontvanger": ["wolvendaal"]}
    assert [(m.first, m.term) for m in found(names, range(7, 9))] == [(7, "@ontvanger"), (7, "@partij")]


def test_a_name_stays_within_the_stretch_asked_for() -> None:
    assert found({"@partij": ["gemeente wolvendaal"]}, range(2)) == []
    assert found({"@partij": ["gemeente wolvendaal"]}, range(2, 9)) == []


def test_a_name_of_no_words_is_none() -> None:
    assert found({"@partij": ["", "§ -"]}) == []
