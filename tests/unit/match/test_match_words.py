"""Words: how a text is cut and folded, and which inflections share a stem."""

from __future__ import annotations

import pytest

from protocheck.match.words import Words, fold, stem
from protocheck.model.geometry import Span


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Cliënt", "client"),
        ("CLIËNT", "client"),
        ("beëindigen", "beeindigen"),
        ("Straße", "strasse"),
        ("cœur", "coeur"),
        ("ĳzer", "ijzer"),
        ("Ĳzer", "ijzer"),
        ("e\u0301e\u0301n", "een"),
        ("1°", "1°"),
        ("GDPR", "gdpr"),
    ],
)
def test_fold_takes_off_case_and_accents(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_words_are_runs_of_letters_and_digits() -> None:
    words = Words.of("De niet-naleving (art. 8, §1) van 'auto’s'_x.")
    assert words.words == ("de", "niet", "naleving", "art", "8", "1", "van", "auto", "s", "x")


def test_a_word_stands_where_it_was_printed() -> None:
    text = "  Één cliënt."
    words = Words.of(text)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == ["Één", "cliënt"]
    assert words.words == ("een", "client")


def test_a_text_without_words_has_none() -> None:
    words = Words.of(" .,; \n")
    assert words.words == ()
    assert words.range_in(Span(0, 6)) == range(0)


def test_the_words_in_a_span_are_those_that_start_in_it() -> None:
    words = Words.of("een twee drie vier")
    assert words.range_in(Span(4, 14)) == range(1, 3)
    assert words.range_in(Span(5, 14)) == range(2, 3)
    assert words.range_in(Span(4, 15)) == range(1, 4)
    assert words.range_in(Span(4, 4)) == range(1, 1)


def test_the_span_of_words_is_without_what_surrounds_them() -> None:
    text = "(een, twee) drie"
    assert Words.of(text).span(0, 2).of(text) == "een, twee"


def test_between_gives_what_parts_a_word_from_the_next() -> None:
    words = Words.of("een, twee – drie.")
    assert [words.between(i) for i in range(3)] == [", ", " – ", "."]


@pytest.mark.parametrize(
    "family",
    [
        ("bewaart", "bewaard", "bewaren"),
        ("meedelen", "meegedeeld"),
        ("opschorting", "opschorten"),
        ("verwerking", "verwerkingen"),
        ("schorst", "schorsen"),
    ],
)
def test_inflections_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


def test_stems_keep_different_words_apart() -> None:
    words = ("bewaren", "bewaken", "verwerken", "verwerpen", "delen", "meedelen", "niet")
    assert len({stem(word) for word in words}) == len(words)
