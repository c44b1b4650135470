"""What the view over an archive works with stands on disk, and is read a little at a time."""

from __future__ import annotations

import gc
import resource
import weakref

import pytest

from protocheck.batch.kinship.scratch import Scratch, Series, Table
from protocheck.model.kinship import Piece

MEGABYTE = 1024  # of ru_maxrss


def test_a_series_is_read_in_the_order_of_its_keys_and_then_as_it_came() -> None:
    held: Series[int] = Series(Scratch())
    for number, key in enumerate(("b", "a", "b", "a")):
        held.add(number, key)
    assert list(held) == [1, 3, 0, 2]
    assert (len(held), held[0], held[-1], tuple(held[1:3])) == (4, 1, 2, (3, 0))


def test_a_key_of_several_texts_compares_text_by_text() -> None:
    held: Series[str] = Series(Scratch())
    for key in (("a!",), ("a", "z"), ("a",), ("é", "a"), ("z", "a")):
        held.add("/".join(key), *key)
    assert list(held) == ["a", "a/z", "a!", "z/a", "é/a"]


def test_two_series_of_one_scratch_do_not_mix() -> None:
    scratch = Scratch()
    one: Series[Piece] = Series(scratch)
    other: Series[Piece] = Series(scratch)
    one.add(Piece("same", "de"))
    other.add(Piece("added", "het"))
    one.clear()
    assert (list(one), len(one), bool(one)) == ([], 0, False)
    assert other == (Piece("added", "het"),)
    assert other != (Piece("added", "een"),)
    assert one == ()


def test_a_series_is_opened_again_by_its_mark() -> None:
    scratch = Scratch()
    held: Series[str] = Series(scratch, str.upper)
    held.add("x")
    again: Series[str] = Series(scratch, mark=held.mark)
    assert (held[0], again[0]) == ("X", "x")


def test_a_table_gives_what_was_set_and_its_keys_in_order() -> None:
    held: Table[int] = Table(Scratch())
    assert [held.set(key, value) for key, value in (("b", 3), ("a", 2))] == [3, 2]
    assert dict(held) == {"a": 2, "b": 3}
    assert (len(held), held.get("c"), list(held)) == (2, None, ["a", "b"])
    with pytest.raises(KeyError):
        held["c"]


def test_it_is_gone_when_nobody_holds_it() -> None:
    scratch = Scratch()
    held: Table[int] = Table(scratch)
    held.set("a", 1)
    assert held["a"] == 1
    gone = weakref.ref(scratch)
    del scratch, held
    gc.collect()
    assert gone() is None


def test_it_takes_no_more_memory_for_more() -> None:
    held: Series[str] = Series(Scratch())
    for number in range(200):
        held.add(f"{number:05}" * 2000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(4000):  # forty megabytes
        held.add(f"{number:05}" * 2000)
    assert sum(map(len, held)) == 4200 * 10_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 12 * MEGABYTE
