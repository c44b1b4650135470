"""Finding phrases: places, gaps, alternatives, spelling slips, and no phrase that hangs the program."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocheck.match import finder as finder_module
from protocheck.match.finder import Finder, Match
from protocheck.match.fuzzy import SlipIndex, budget
from protocheck.match.words import Words

RIGHT = frozenset("de partij niet geen worden mag een jaar sancties sanctie".split())


def found(text: str, *phrases: str, known: Collection[str] = RIGHT) -> list[str]:
    """Return what each match of the phrases covers."""
    words = Words.of(text)
    finder = Finder({"t": phrases}, known=known.__contains__)
    return [words.span(m.first, m.last).of(text) for m in finder.find(words, range(len(words.words)))]


@pytest.mark.parametrize(
    ("phrase", "text", "covers"),
    [
        ("sanctie", "Een Sanctie volgt.", ["Sanctie"]),
        ("sanctie", "Sancties, sanctie-regeling", ["sanctie"]),
        ("sanctie*", "Sancties en sanctieregeling, geldsanctie", ["Sancties", "sanctieregeling"]),
        ("*gegevens", "Persoonsgegevens, gegevens, gegevensbank", ["Persoonsgegevens", "gegevens"]),
        ("*beveiliging*", "informatiebeveiligingsplan", ["informatiebeveiligingsplan"]),
        ("~meedelen", "De data worden meegedeeld.", ["meegedeeld"]),
        ("# jaar", "na 10 jaar, tien jaar", ["10 jaar"]),
        ("niet-naleving", "niet naleving, niet-naleving, nietnaleving", ["niet naleving", "niet-naleving"]),
        ("a b|c", "a b a c a d", ["a b", "a c"]),
        ("schort ... op", "Zij schort de levering van data op.", ["schort de levering van data op"]),
        ("a ..2 b", "a x x b", ["a x x b"]),
        ("a ..2 b", "a x x x b", []),
        ("a ..0 b", "a b a x b", ["a b"]),
        ("client", "De cliënt en de CLIËNT", ["cliënt", "CLIËNT"]),
        ("a ... b ... c", "a b x b c", ["a b x b c"]),
        ("a ..1 b c", "a b b c", ["a b b c"]),
    ],
)
def test_a_phrase_covers(phrase: str, text: str, covers: list[str]) -> None:
    assert found(text, phrase) == covers


def test_matches_come_in_the_order_of_the_text_with_their_terms() -> None:
    finder = Finder({"x": ["een twee"], "y": ["twee", "een"]}, known=lambda _: True)
    words = Words.of("twee een twee")
    assert finder.find(words, range(3)) == [
        Match(0, 1, "y", (0,)),
        Match(1, 2, "y", (1,)),
        Match(1, 3, "x", (1, 2)),
        Match(2, 3, "y", (2,)),
    ]


def test_a_phrase_in_two_terms_is_found_for_both() -> None:
    finder = Finder({"x": ["een"], "y": ["een"]}, known=lambda _: True)
    assert [m.term for m in finder.find(Words.of("een"), range(1))] == ["x", "y"]


def test_a_phrase_stays_within_the_stretch_asked_for() -> None:
    words = Words.of("een twee drie")
    finder = Finder({"t": ["een twee", "twee drie", "een ... drie"]}, known=lambda _: True)
    assert finder.find(words, range(2)) == [Match(0, 2, "t", (0, 1))]
    assert finder.find(words, range(1, 3)) == [Match(1, 3, "t", (1, 2))]
    assert finder.find(words, range(1, 1)) == []


@pytest.mark.parametrize(
    ("word", "letters"),
    [("wet", 0), ("datum", 0), ("termijn", 1), ("naleving1", 0), ("ontvanger", 1), ("verwerking", 2)],
)
def test_the_edit_budget_grows_with_the_word(word: str, letters: int) -> None:
    assert budget(word) == letters


@pytest.mark.parametrize("word", "zonder behalve evenmin nergens nimmer geenszins niemand".split())
def test_a_negation_has_no_budget(word: str) -> None:
    assert budget(word) == 0


@pytest.mark.parametrize(
    ("text", "phrase", "hit"),
    [
        ("sanctle", "sanctie", True),  # one letter in seven
        ("sanctls", "sanctie", False),  # two letters in seven
        ("verwerklnq", "verwerking", True),  # two letters in ten
        ("verwxrklnq", "verwerking", False),  # three letters in ten
        ("sactie", "sanctie", True),  # a letter lost
        ("sanncctie", "sanctie", False),
        ("opschortin", "~opschorting", True),  # the word of a stem
        ("wot", "wet", False),  # too short
        ("sanctle", "sanctie*", False),  # a part of a word is never guessed
        ("zander", "zonder", False),  # a negation is exact
        ("nimer", "nimmer", False),
    ],
)
def test_an_unknown_word_is_read_as_the_word_it_resembles(text: str, phrase: str, *, hit: bool) -> None:
    assert (found(text, phrase) == [text]) is hit


def test_a_real_word_is_never_read_as_another() -> None:
    assert found("sanctle", "sanctie", known=frozenset({"sanctle"})) == []


def test_numbers_are_exact() -> None:
    assert found("10000001 dagen", "10000002 dagen") == []
    assert found("10000001 dagen", "10000001 dagen") == ["10000001 dagen"]


@pytest.mark.parametrize("denied", ["onproportioneel", "ongemachtigd", "ongeencrypteerd"])
def test_a_word_is_no_slip_of_its_opposite(denied: str) -> None:
    assert found(denied, denied.removeprefix("on")) == []
    assert found(denied.removeprefix("on"), denied) == []


def test_a_slip_is_found_whatever_other_phrases_the_rules_hold() -> None:
    """A pack that adds '*gegevens' does not make 'persoongegevens' stop to be read as meant."""
    assert found("persoongegevens", "persoonsgegevens") == ["persoongegevens"]
    finder = Finder({"a": ["persoonsgegevens"], "b": ["*gegevens"]}, known=RIGHT.__contains__)
    assert [m.term for m in finder.find(Words.of("persoongegevens"), range(1))] == ["a", "b"]


def test_candidates_are_all_the_words_within_the_budget() -> None:
    index = SlipIndex(["termijnen", "termijnes", "termijn", "wet"], known=lambda _: False)
    assert index.candidates("termijnex") == ("termijnen", "termijnes")
    assert index.candidates("wett") == ()


def _steps(monkeypatch: pytest.MonkeyPatch, text: str, phrase: str) -> int:
    """Count how often the finder looks at a place for the rest of a phrase."""
    count = 0
    original = finder_module._finish

    def counted(*args: object, **named: object) -> tuple[int, ...] | None:
        nonlocal count
        count += 1
        return original(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(finder_module, "_finish", counted)
    found(text, phrase)
    return count


def test_the_work_grows_with_the_text_and_not_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    short = _steps(monkeypatch, "a " * 200, "a ... a ... a ... a ... b")
    monkeypatch.undo()
    long = _steps(monkeypatch, "a " * 2000, "a ... a ... a ... a ... b")
    assert long <= 11 * short


def test_no_phrase_of_a_rule_can_hang_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many wide gaps before a word that never comes: every place is tried once, not every path."""
    text = "a " * 120
    assert _steps(monkeypatch, text, "a ..99 a ..99 a ..99 a ..99 b") < 4 * 120 * 120


def test_a_large_text_is_searched_whole() -> None:
    text = "de partij schort de mededeling op " * 20_000
    assert len(found(text, "schort ... op")) == 20_000


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(0, 3), st.integers(0, 3))
def test_a_match_begins_and_ends_as_the_phrase_does(words: list[str], first: int, second: int) -> None:
    text = " ".join(words)
    expected = any(
        words[i] == "a" and words[j] == "b" and words[k] == "c" and j - i - 1 <= first and k - j - 1 <= second
        for i in range(len(words))
        for j in range(i + 1, len(words))
        for k in range(j + 1, len(words))
    )
    assert bool(found(text, f"a ..{first} b ..{second} c")) is expected
