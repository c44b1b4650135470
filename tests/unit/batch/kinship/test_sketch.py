"""The sketch of a text: how many rows of words two texts share, and which papers belong together."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from protocheck.batch.kinship.grouping import Group, groups
from protocheck.batch.kinship.scratch import Scratch
from protocheck.batch.kinship.sketch import BINS, Sketch, likeness, sketch, words
from protocheck.batch.kinship.sketches import Sketches


def _text(seed: int, length: int = 600) -> list[str]:
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    return ["".join(rng.choices("abdefgklmnoprstuvwz", k=6)) for _ in range(length)]


def _shared(one: list[str], other: list[str]) -> float:
    left, right = ({tuple(each[at : at + 3]) for at in range(len(each) - 2)} for each in (one, other))
    return len(left & right) / len(left | right)


@pytest.mark.parametrize("changed", [0, 20, 60, 120, 240])
def test_likeness_estimates_the_share_of_rows(changed: int) -> None:
    one = _text(1)
    other = list(one)
    for at in range(changed):
        other[at * 2] = "anders" + str(at)
    left, right = sketch(one), sketch(other)
    assert left is not None
    assert right is not None
    assert likeness(left, right) == pytest.approx(_shared(one, other), abs=0.1)


def test_unrelated_texts_share_nothing() -> None:
    left, right = sketch(_text(1)), sketch(_text(2))
    assert left is not None
    assert right is not None
    assert likeness(left, right) < 0.02


def test_the_same_text_gives_the_same_sketch_without_regard_to_hash_seeds() -> None:
    made = sketch("de ontvanger wist de gegevens na drie jaar en bevestigt dat".split() + _text(3, 60))
    assert made is not None
    assert len(made) == BINS
    assert list(made[:4]) == [13959496, 14408261, 13959496, 13959496]


def test_a_text_of_a_few_words_has_no_sketch() -> None:
    assert sketch(["te", "kort"]) is None


def test_empty_bins_of_short_texts_borrow_alike() -> None:
    short = _text(4, 60)
    left, right = sketch(short), sketch([*short[:55], "nu", "iets", "anders", "hier"])
    assert left is not None
    assert right is not None
    assert likeness(left, right) == pytest.approx(
        _shared(short, [*short[:55], "nu", "iets", "anders", "hier"]), abs=0.15
    )


def test_words_are_read_as_a_scanner_may_have_read_them() -> None:
    assert words("Noodzakeliik: cliënt, 2024, modern") == words("noodzakelijk cliént 1987 modem")


def test_names_are_left_out() -> None:
    assert words("De stad Lindevoorde wist ze", {"lindevoorde"}) == ["de", "stad", "wlst", "ze"]


def grouped(made: Mapping[str, Sketch]) -> list[Group]:
    scratch = Scratch()
    held = Sketches(scratch)
    for name in sorted(made):
        held.add(name, made[name])
    return list(groups(held, scratch))


def _damaged(text: list[str], rate: float, seed: int) -> list[str]:
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    return [word + "x" if rng.random() < rate else word for word in text]


def test_groups_hold_the_siblings_and_no_other_paper() -> None:
    papers = {
        f"{family}-{member}": _damaged(_text(family), 0.08, 10 * family + member)
        for family in range(6)
        for member in range(4)
    }
    papers["alone"] = _text(99)
    made = {name: each for name, text in papers.items() if (each := sketch(text)) is not None}
    together = {frozenset(group.papers) for group in grouped(made)}
    assert together == {frozenset(f"{family}-{member}" for member in range(4)) for family in range(6)}


def test_groups_do_not_hang_on_the_order_of_papers() -> None:
    made = {f"{n}": found for n in range(8) if (found := sketch(_damaged(_text(n // 4), 0.1, n))) is not None}
    assert grouped(made) == grouped(dict(reversed(list(made.items()))))


def test_a_chain_of_likenesses_is_no_family() -> None:
    """Each of these shares half with the next; the first and the last share nothing."""
    pieces = [_text(seed, 300) for seed in range(9)]
    chain = {f"{n}": found for n in range(8) if (found := sketch(pieces[n] + pieces[n + 1])) is not None}
    assert all(len(group.papers) < 5 for group in grouped(chain))


def test_a_large_family_is_one_group() -> None:
    text = _text(7, 300)
    made = {f"{n:03}": found for n in range(300) if (found := sketch(_damaged(text, 0.05, n))) is not None}
    assert [len(group.papers) for group in grouped(made)] == [300]
