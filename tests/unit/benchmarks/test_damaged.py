"""What damage does to the judgements is counted against the sound text, and too much of it is told."""

from __future__ import annotations

from benchmarks.accuracy_page import harm
from benchmarks.damaged import SOUND, compared, damaged, differences, missed
from benchmarks.gold import CRITERIA
from benchmarks.judging import Case

MET = dict.fromkeys(CRITERIA, "met")


def case(variant: str, slug: str = "a", **found: str) -> Case:
    return Case(slug, "tuned", variant, MET, MET | {k.replace("_", "-"): v for k, v in found.items()})


def test_a_status_that_damage_takes_away_costs_points() -> None:
    sound = case(SOUND, EGOV_03="unmet")
    harmed = case("wide", EGOV_03="unmet", EGOV_07="unreadable", EGOV_08="partial")
    first, line = compared([sound, harmed])
    assert (first.points, first.alike, first.held) == (0.0, 12, True)
    assert (line.right, line.right_sound, line.whole, line.alike, line.unreadable) == (9, 11, 12, 10, 1)
    assert line.points == 100 * -2 / 12
    assert not line.held
    assert missed([sound, harmed]) == ["schade wide: -16.7 punten, toegelaten is -0.5"]


def test_a_kind_without_an_aim_is_only_shown() -> None:
    some = [case(SOUND), case("drop", EGOV_01="unmet")]
    assert missed(some) == []
    assert "| weggevallen spaties | 91,7 % (11 van 12) | -8,3 | - |" in harm(some)


def test_every_status_that_changes_is_listed_right_or_wrong() -> None:
    some = [case(SOUND, EGOV_02="partial"), case("mix", EGOV_05="unmet")]
    assert differences(some) == [
        ("a", "mix", "EGOV-02", "met", "partial", "met"),
        ("a", "mix", "EGOV-05", "met", "met", "unmet"),
    ]


def test_the_damage_of_a_protocol_is_its_own_and_always_the_same() -> None:
    text = "De gemeente ontvangt de gegevens van het agentschap om de premie te berekenen.\n" * 20
    assert damaged(text, "split", "a") == damaged(text, "split", "a") != damaged(text, "split", "b")
    assert damaged(text, SOUND, "a") == text
