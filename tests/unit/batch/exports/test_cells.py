from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocheck.batch.exports.cells import LONGEST, defused, plain


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+32 2 000", "'+32 2 000"),
        ("-2", "'-2"),
        ("@SOM(A1)", "'@SOM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\n\n =1", "'=1"),
        ("＝1+1", "'＝1+1"),
        ("﹢1", "'﹢1"),
        ("＠a", "'＠a"),
        ("\u3000=1", "'=1"),
        ("gewoon", "gewoon"),
        ("a=b", "a=b"),
        ('a,=cmd|"x"', 'a,\'=cmd|"x"'),
        ('";=1', "\";'=1"),
        ("", ""),
    ],
)
def test_what_begins_a_formula_gets_an_apostrophe(text: str, cell: str) -> None:
    assert defused(text) == cell


def test_control_codes_are_written_out_and_lines_joined() -> None:
    assert plain("a\x1b[31mb\nc\u202ed\ud800") == "a\\x1b[31mb c\\u202ed\ufffd"


def test_a_cell_is_no_longer_than_excel_takes() -> None:
    assert len(plain("a" * 40_000)) == LONGEST
    assert plain("a" * 40_000).endswith("a […]")
    assert plain("a" * LONGEST) == "a" * LONGEST


def test_signs_of_two_units_are_counted_as_two_and_never_cut_in_half() -> None:
    cell = plain("😀" * 20_000)
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST
    assert cell == "😀" * ((LONGEST - 4) // 2) + " […]"


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    cell = defused(text)
    assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}
    assert "\n" not in cell
    cell.encode("utf-8")
