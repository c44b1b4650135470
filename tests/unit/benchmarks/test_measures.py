"""The measures are right on cases small enough to count by hand."""

from __future__ import annotations

from benchmarks import measures
from benchmarks.gold import CRITERIA
from benchmarks.judging import Case
from benchmarks.measures import Gaps


def case(slug: str = "a", *, expected: dict[str, str], found: dict[str, str], variant: str = "tekst") -> Case:
    every = dict.fromkeys(CRITERIA, "met")
    return Case(slug, "tuned", variant, every | expected, every | found)


def test_a_gap_that_is_told_a_false_one_and_one_that_is_missed() -> None:
    some = [
        case(
            expected={"EGOV-01": "unmet", "EGOV-02": "partial", "EGOV-03": "unmet"},
            found={"EGOV-01": "partial", "EGOV-02": "partial", "EGOV-04": "unreadable"},
        )
    ]
    assert measures.gaps(some) == Gaps(right=2, false=1, missed=1)
    assert measures.gaps(some, "EGOV-03") == Gaps(missed=1)
    assert measures.exact(some) == (9, 12)


def test_f2_weighs_a_missed_gap_four_times() -> None:
    counted = Gaps(right=6, false=2, missed=3)
    assert counted.precision == 0.75
    assert counted.recall == 6 / 9
    assert counted.f2 == 30 / 44  # five times six, over that and four times three and two


def test_nothing_to_find_gives_no_figure() -> None:
    assert Gaps().precision is None
    assert Gaps().recall is None
    assert Gaps().f2 is None


def test_a_place_in_the_part_is_in_the_part() -> None:
    assert measures.same_place("article 4", "article 4")
    assert measures.same_place("article 4.2", "article 4")
    assert measures.same_place("section WAT als  het misloopt?", "section Wat als het misloopt?")
    assert measures.same_place("annex 1, article 5", "annex 1")


def test_another_place_is_another_place() -> None:
    assert not measures.same_place("article 4", "article 4.2")
    assert not measures.same_place("article 42", "article 4")
    assert not measures.same_place("recital C", "article C")


def test_mutants_are_counted_against_their_original() -> None:
    original = case(expected={}, found={"EGOV-05": "partial"})
    mutant = case(
        expected={"EGOV-08": "unmet", "EGOV-07": "partial"},
        found={"EGOV-05": "partial", "EGOV-08": "partial", "EGOV-11": "unmet"},
        variant="remove article 8",
    )
    counted = measures.mutated([mutant], {"a": original})
    # EGOV-08 is seen as a gap, not as unmet; EGOV-07 is missed; EGOV-11 is an alarm; EGOV-05 was wrong before
    assert (counted.caught, counted.changes, counted.exact) == (1, 2, 0)
    assert (counted.alarms, counted.unchanged) == (1, 9)
