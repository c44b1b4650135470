"""Patterns come back as they were compiled, and a file that is none does no harm."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from protocheck import kept, kept_patterns
from tests.unit.patterns import ROOMS, lazies


@pytest.fixture(autouse=True)
def _forgets() -> Iterator[None]:
    """Begin and end as a program that has just started."""
    _restart()
    yield
    _restart()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the cache a folder of its own."""
    monkeypatch.setenv("PROTOCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _restart() -> None:
    kept_patterns._missed.clear()
    kept_patterns._known.cache_clear()


def _ran(*asked: tuple[str, int]) -> list[re.Pattern[str]]:
    """Do what a run of the program does that needs these patterns."""
    _restart()
    found = [kept_patterns.compiled(*each) for each in asked]
    kept_patterns.keep()
    return found


def _file(home: Path) -> Path:
    (path,) = home.iterdir()
    return path


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_of_the_program_comes_back_the_same(room: str) -> None:
    for each in lazies(room):
        text, flags = each._given
        made = re.compile(text, flags)
        back = kept_patterns._restored(text, kept_patterns._row(text, int(flags)))
        assert back == made, text  # compares the rows themselves, besides text and flags
        assert (back.groups, back.groupindex, back.pattern) == (made.groups, made.groupindex, text)


def test_the_next_run_compiles_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (r"(?P<first>[a-z])\w{0,9}|(x)", re.IGNORECASE), (r"[À-Þ]{2}\b", 0)
    first = _ran(*asked)
    assert _file(home).name.startswith("patterns-")

    def never(*_given: object) -> Any:
        raise AssertionError("compiled again")

    monkeypatch.setattr(re, "compile", never)
    again = _ran(*asked)
    assert again == first
    assert again[0].search("12 Artikel")["first"] == "A"  # type: ignore[index]


def test_what_others_kept_stays(home: Path) -> None:
    _ran(("een", 0))
    _ran(("twee", 0))
    before = _file(home).read_bytes()
    _ran(("een", 0), ("twee", 0))
    assert _file(home).read_bytes() == before
    assert sorted(kept_patterns._known()) == [("een", 0), ("twee", 0)]


def test_it_does_not_grow_for_ever(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_MOST", 2)
    _ran(("een", 0))
    _ran(("twee", 0))
    _ran(("drie", 0))
    _restart()
    assert list(kept_patterns._known()) == [("drie", 0)]
    assert _file(home).is_file()


@pytest.mark.usefixtures("home")
def test_the_same_text_with_other_flags_is_another_pattern() -> None:
    first, second = _ran(("a", 0), ("a", re.IGNORECASE))
    assert (first.search("A"), second.search("A") is not None) == (None, True)
    assert _ran(("a", 0), ("a", re.IGNORECASE)) == [first, second]


@pytest.mark.parametrize(
    "rows",
    [
        b"",
        b"\xff\xfe",
        marshal.dumps(3),
        marshal.dumps((("another", "version"), {("een", 0): (0, b"", 0, {}, (None,))})),
    ],
)
def test_a_file_that_is_none_counts_as_none(rows: bytes, home: Path) -> None:
    _ran(("een", 0))
    kept.write(_file(home).name, rows)
    assert _ran(("een", 0)) == [re.compile("een")]
    _restart()
    assert list(kept_patterns._known()) == [("een", 0)]


@pytest.mark.parametrize("row", [3, (), (0, b"\1\2\3\4", 0, {}, (None,)), (0, b"\1", 0, {}, (None,))])
def test_a_row_that_is_none_is_compiled(row: object, home: Path) -> None:
    _ran(("een", 0))
    rows: Any = (kept_patterns._stamp(), {("een", 0): row})
    kept.write(_file(home).name, marshal.dumps(rows))
    assert _ran(("een", 0)) == [re.compile("een")]


def test_a_damaged_file_is_not_read(home: Path) -> None:
    _ran(("een", 0))
    path = _file(home)
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(bytes(content))
    assert kept_patterns._known() == {}


def test_a_folder_that_cannot_be_written_is_no_error(home: Path) -> None:
    home.write_text("", "utf-8")
    assert _ran(("een", 0)) == [re.compile("een")]


@pytest.mark.usefixtures("home")
def test_a_fault_in_a_pattern_shows_where_it_is_used() -> None:
    with pytest.raises(re.error):
        kept_patterns.compiled("(")
    kept_patterns.keep()
