"""What stands around a passage makes it weigh more, or less."""

from __future__ import annotations

import pytest

from protocheck.engine.surroundings import Surroundings, most_added
from protocheck.rulebook.weights import AROUND, BOTH, NEAR, OTHER, OTHER_IN_PART, OWN, PART, RECEIVER, SENDER

NOBODY = (False, False)


def around(*rows: tuple[float, ...], parts: tuple[int, ...] = (), at: int = 0) -> dict[str, float]:
    """Return what is around a passage for the first element; all of them in one part if none is told."""
    found = Surroundings(rows, parts or (0, len(rows)), [NOBODY] * len(rows))
    return dict(zip(AROUND, found.of(0, at), strict=True))


@pytest.mark.parametrize(
    ("named", "row"), [((True, False), SENDER), ((False, True), RECEIVER), ((True, True), BOTH)]
)
def test_whom_a_passage_names(named: tuple[bool, bool], row: str) -> None:
    values = dict(zip(AROUND, Surroundings([(0.0, 0.0)], (0, 1), [named]).of(0, 0), strict=True))
    assert {name for name in (SENDER, RECEIVER, BOTH) if values[name]} == {row}
    assert values[row] == 1.0


def test_how_much_more_a_passage_weighs_for_another_element() -> None:
    assert around((-1.0, 0.5, -2.0))[OTHER] == 1.5
    assert around((1.0, 0.5, -2.0))[OTHER] == -0.5
    assert around((1.0,))[OTHER] == 0.0  # there is no other
    assert around((1.0, 1.0))[OTHER] == 0.0


def test_what_the_part_is_about() -> None:
    rows = (-1.0, 2.0), (0.0, -1.0), (2.0, 0.0)
    values = around(*rows, parts=(0, 2, 3))
    assert values[PART] == -0.5
    assert values[OTHER_IN_PART] == 1.0  # on average 0.5 for the other
    assert around(*rows, parts=(0, 2, 3), at=2)[PART] == 2.0


def test_neighbours_are_six_passages_on_either_side() -> None:
    rows = [(float(number == 10),) for number in range(20)]
    assert around(*rows, at=3)[NEAR] == 0.0
    assert around(*rows, at=4)[NEAR] == pytest.approx(1 / 11)
    assert around(*rows, at=16)[NEAR] == pytest.approx(1 / 10)
    assert around(*rows, at=17)[NEAR] == 0.0


def test_nothing_counts_beyond_its_bounds() -> None:
    low, high = around((-50.0, 40.0)), around((40.0, -50.0))
    assert (low[OWN], high[OWN]) == (-3.0, 3.0)
    assert (low[OTHER], high[OTHER]) == (3.0, -3.0)
    assert (low[PART], high[PART]) == (-4.0, 2.0)
    assert (low[OTHER_IN_PART], high[OTHER_IN_PART]) == (4.0, -3.0)
    assert (low[NEAR], high[NEAR]) == (-4.0, 2.0)


def test_each_row_counts_as_the_table_says() -> None:
    counts = dict.fromkeys(AROUND, (0.0, 0.0)) | {SENDER: (0.0, 0.5), OTHER: (0.0, -2.0)}
    found = Surroundings([(1.0, 0.0)], (0, 1), [(True, False)])
    assert found.adds(counts, 1, 0) == -1.5
    assert found.adds(counts, 0, 0) == 0.0
    assert found.adds({}, 1, 0) == 0.0
    assert {row: told for row, told in found.told(counts, 1, 0) if told} == {SENDER: 0.5, OTHER: -2.0}


def test_no_passage_can_weigh_more_than_is_told_beforehand() -> None:
    counts = {name: (sign * 0.5,) for name, sign in zip(AROUND, (1, -1) * 4, strict=True)}
    found = Surroundings([(weight,) for weight in (-9.0, 0.0, 9.0)], (0, 1, 3), [(True, False)] * 3)
    assert all(found.adds(counts, 0, at) <= most_added(counts, 0) for at in range(3))
    assert most_added({}, 0) == 0.0
    assert most_added(dict.fromkeys(AROUND, (1.0,)), 0) == 3 + 3 + 3 + 2 + 4 + 2
