from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from protocheck.report.excerpt import Excerpt, Row, columns, rows


def shown(lines: Sequence[str], quote: str, column: int, room: int = 60, **numbers: int) -> list[Row]:
    return rows(Excerpt(lines, quote, column, **numbers), room)


def test_the_words_are_marked_under_their_line() -> None:
    assert shown(["Dit loopt tot 31 april 2025."], "31 april 2025", 15, first=7, last=7) == [
        Row("7", "Dit loopt tot 31 april 2025.", "              ^^^^^^^^^^^^^")
    ]


def test_words_over_two_lines_are_marked_on_both_and_both_are_numbered() -> None:
    lines = ["Dit loopt tot 31 april", "    2025 en eindigt dan."]
    assert shown(lines, "31 april 2025", 15, first=7, last=8) == [
        Row("7", "Dit loopt tot 31 april", "              ^^^^^^^^"),
        Row("8", "    2025 en eindigt dan.", "    ^^^^"),
    ]


def test_numbers_of_lines_with_white_between_are_not_guessed() -> None:
    found = shown(["tot 31 april", "2025"], "31 april 2025", 5, first=7, last=9)
    assert [row.number for row in found] == ["7", ""]


def test_words_that_go_on_below_the_lines_are_told_to() -> None:
    found = shown(["een", "twee", "drie"], "een twee drie vier", 1)
    assert [row.text for row in found] == ["een", "twee", "drie", "…"]


def test_common_indentation_is_left_out() -> None:
    assert shown(["      Tot [DATUM]."], "[DATUM]", 11) == [Row("", "Tot [DATUM].", "    ^^^^^^^")]


def test_a_long_line_is_cut_around_the_words() -> None:
    line = "woord " * 50 + "[DATUM] " + "woord " * 50
    (row,) = shown([line], "[DATUM]", 301)
    assert row.text == "… woord woord woord woord [DATUM] woord woord woord woord …"
    assert row.marks == " " * 26 + "^^^^^^^"


def test_what_is_left_of_the_room_goes_to_the_other_side() -> None:
    (row,) = shown(["[DATUM] " + "woord " * 50], "[DATUM]", 1, room=40)
    assert row.text == "[DATUM] woord woord woord woord …"
    (row,) = shown(["woord " * 50 + "[DATUM]"], "[DATUM]", 301, room=40)
    assert row.text == "… woord woord woord woord [DATUM]"


def test_words_longer_than_the_room_are_wrapped_and_all_marked() -> None:
    quote = "alle gegevens die nuttig kunnen zijn voor de dienst en de burger"
    found = shown([f"Er worden meegedeeld: {quote}, zonder meer."], quote, 23, room=30)
    assert all(columns(row.text) <= 30 for row in found)
    assert [row.text for row in found] == [
        "… alle gegevens die nuttig", "kunnen zijn voor de dienst en", "de burger, zonder …",
    ]  # fmt: skip
    assert [row.marks for row in found] == ["  " + "^" * 24, "^" * 29, "^" * 9]


def test_a_word_without_blanks_is_cut_hard() -> None:
    found = shown(["x" * 100], "x" * 100, 1, room=30)
    assert [len(row.text) for row in found] == [30, 30, 30, 10]
    assert all(row.marks == "^" * len(row.text) for row in found)


def test_control_codes_are_written_out_and_marks_stay_in_place() -> None:
    (row,) = shown(["a\x1b[31mb [DATUM]"], "[DATUM]", 9)
    assert row.text == "a\\x1b[31mb [DATUM]"
    assert row.marks == " " * 11 + "^^^^^^^"


def test_wide_and_combining_letters_take_the_columns_they_take() -> None:
    (row,) = shown(["日本 e\u0301n [DATUM]"], "[DATUM]", 8)
    assert row.marks == " " * 8 + "^^^^^^^"


def test_words_that_are_not_there_as_printed_mark_their_start() -> None:
    assert shown(["Tot 31 april."], "dertig april", 5) == [Row("", "Tot 31 april.", "    ^")]


def test_an_empty_line_is_no_fault() -> None:
    assert shown([""], "woord", 1) == [Row("", "", "")]


@given(
    st.lists(st.text(alphabet="ab éx\t日", min_size=1, max_size=60), min_size=1, max_size=3),
    st.integers(1, 70),
    st.text(alphabet="ab éx日", max_size=80),
    st.integers(1, 40),
)
def test_no_row_is_wider_than_the_room(lines: list[str], column: int, quote: str, room: int) -> None:
    for row in shown(lines, quote, column, room=room):
        assert columns(row.text) <= max(room, 12)
        assert len(row.marks) <= columns(row.text)
