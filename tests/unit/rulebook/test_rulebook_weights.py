"""The table of weights: what it says, what is wrong with it, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocheck.rulebook import cache, load
from protocheck.rulebook.load import weights_of
from protocheck.rulebook.source import Faults
from protocheck.rulebook.weights import AROUND, TABLE, Weights, from_plain, packed, read_weights, to_plain

_HEAD = "woord\tA-01.x\tA-02.y\n(grond)\t-1\t-2\n(signaal)\t2\t2.5\n(vanaf)\t0.5\t0\n"


def read(folder: Path, text: str) -> tuple[Weights, list[str]]:
    (folder / TABLE).write_text(text, "utf-8")
    faults = Faults()
    return read_weights([folder], faults), [each.removeprefix(f"{folder / TABLE}:") for each in faults.found]


def test_a_table_tells_what_each_word_weighs(tmp_path: Path) -> None:
    found, faults = read(tmp_path, f"{_HEAD}appel\t1.5\t\n^peer\t\t-2.25\n")
    assert faults == []
    assert found.elements == ("A-01.x", "A-02.y")
    assert (found.base, found.signal, found.start) == ((-1.0, -2.0), (2.0, 2.5), (0.5, 0.0))
    assert list(found.told("appel")) == [(0, 1.5)]
    assert list(found.told("^peer")) == [(1, -2.25)]
    assert list(found.told("kers")) == []


def test_a_word_may_tell_something_else_beside_a_term(tmp_path: Path) -> None:
    found, faults = read(tmp_path, f"{_HEAD}appel\t1.5\t\n$fruit&appel\t\t-2\n@wet&een\t1\t\n")
    assert faults == []
    assert sorted(found.words) == ["appel"]
    assert {term: sorted(words) for term, words in found.beside.items()} == {
        "$fruit": ["appel"],
        "@wet": ["een"],
    }
    assert list(found.told("$fruit&appel")) == [(1, -2.0)]
    assert list(found.told("appel")) == [(0, 1.5)]
    assert list(found.told("$groente&appel")) == []


def test_a_second_pack_adds_its_elements(tmp_path: Path) -> None:
    one, two = tmp_path / "een", tmp_path / "twee"
    for folder, name in ((one, "A-01.x"), (two, "B-01.z")):
        folder.mkdir()
        rows = f"woord\t{name}\n(grond)\t-1\n(signaal)\t1\n(vanaf)\t0\nappel\t0.5\n$t&peer\t2\n"
        (folder / TABLE).write_text(rows, "utf-8")
    found = read_weights([one, tmp_path, two], Faults())
    assert found.elements == ("A-01.x", "B-01.z")
    assert list(found.told("appel")) == [(0, 0.5), (1, 0.5)]
    assert list(found.told("$t&peer")) == [(0, 2.0), (1, 2.0)]


def test_what_is_around_a_passage_counts_when_the_table_says_so(tmp_path: Path) -> None:
    rows = "".join(f"{name}\t{number}\t-{number}.5\n" for number, name in enumerate(AROUND))
    found, faults = read(tmp_path, f"{_HEAD}{rows}appel\t1.5\t\n")
    assert faults == []
    assert found.around == {name: (float(n), -n - 0.5) for n, name in enumerate(AROUND)} | {
        AROUND[0]: (0.0, -0.5)
    }
    assert list(found.told(AROUND[0])) == []
    assert read(tmp_path, _HEAD)[0].around == {}


def test_of_a_pack_that_says_nothing_of_it_it_counts_for_nothing(tmp_path: Path) -> None:
    one, two = tmp_path / "een", tmp_path / "twee"
    rows = "".join(f"{name}\t1\t2\n" for name in AROUND)
    for folder, text in ((one, _HEAD), (two, _HEAD.replace("A-0", "B-0") + rows)):
        folder.mkdir()
        (folder / TABLE).write_text(text, "utf-8")
    found = read_weights([one, two], Faults())
    assert found.around == dict.fromkeys(AROUND, (0.0, 0.0, 1.0, 2.0))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("appel\tA-01.x\n", "1:1: de eerste rij noemt ‘woord’ en dan elk onderdeel één keer"),
        (f"{_HEAD}appel\t1\n", "5:1: een rij heeft een nieuw woord en 2 cellen"),
        (f"{_HEAD}appel\t1\t\nappel\t\t1\n", "6:1: een rij heeft een nieuw woord en 2 cellen"),
        (f"{_HEAD}appel\tveel\t\n", "5:1: ‘veel’ bij A-01.x is geen getal"),
        (
            "woord\tA-01.x\n(grond)\t1\n",
            "1:1: de rijen (grond), (signaal), (vanaf) geven elk onderdeel een getal",
        ),
        (
            f"{_HEAD}{AROUND[0]}\t1\t1\n",
            f"1:1: de rijen {', '.join(AROUND)} geven elk onderdeel een getal, of staan er geen van alle",
        ),
    ],
)
def test_every_fault_has_its_line(tmp_path: Path, text: str, fault: str) -> None:
    assert read(tmp_path, text)[1] == [fault]


def test_what_is_kept_comes_back_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTOCHECK_CACHE_DIR", str(tmp_path))
    lanes = packed([(0, 1.25)], 1)
    given = Weights(("A-01.x",), (-1.0,), (2.0,), (0.0,), {"appel": lanes}, {"$fruit": {"appel": lanes}})
    given = replace(given, around={"(deel)": (1.0,)})
    assert from_plain(to_plain(given)) == given
    cache.keep_weights("sha256:1", given)
    assert cache.fetch_weights("sha256:1") == given
    assert cache.fetch_weights("sha256:2") is None


def test_the_rules_weigh_every_element_but_the_parties() -> None:
    rulebook = load()
    wanted = {f"{c.id}.{e.id}" for c in rulebook.criteria if c.number > 1 for e in c.elements}
    assert set(weights_of(rulebook).elements) == wanted
