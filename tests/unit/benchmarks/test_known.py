"""A failure that is not listed counts, and so does a listed one that is gone."""

from __future__ import annotations

from pathlib import Path

from benchmarks.gold import CRITERIA
from benchmarks.judging import Case
from benchmarks.known import Known, accept, compare, failures, read_known

MET = dict.fromkeys(CRITERIA, "met")


def case(part: str, variant: str = "tekst", **found: str) -> Case:
    return Case("a", part, variant, MET, MET | {k.replace("_", "-"): v for k, v in found.items()})


def test_a_run_without_failures_fits_an_empty_list() -> None:
    assert compare([case("tuned"), case("heldback")], Known({}, {})) == []


def test_a_failure_that_is_not_listed_is_told() -> None:
    assert compare([case("tuned", EGOV_03="unmet")], Known({}, {})) == [
        "nieuwe fout: a, tekst: EGOV-03 moet met zijn, is unmet"
    ]


def test_a_surprise_pass_is_told() -> None:
    known = Known({("a", "tekst", "EGOV-03"): "omdat"}, {})
    assert compare([case("tuned")], known) == ["niet meer fout, schrap uit de lijst: a, tekst: EGOV-03"]


def test_what_was_not_run_is_not_compared() -> None:
    known = Known({("a", "pdf", "EGOV-03"): "omdat", ("b", "tekst", "EGOV-03"): "omdat"}, {})
    assert compare([case("tuned")], known) == []


def test_a_listed_mutation_that_no_longer_exists_is_told() -> None:
    known = Known({("a", "remove article 99", "EGOV-03"): "omdat"}, {})
    assert compare([case("tuned"), case("tuned", "remove article 9")], known) == [
        "de lijst noemt een variant die niet bestaat: a, remove article 99"
    ]


def test_mutations_are_not_compared_where_none_was_run() -> None:
    known = Known({("a", "remove article 4", "EGOV-03"): "omdat"}, {})
    assert compare([case("tuned")], known) == []


def test_the_held_back_part_is_told_by_number_only() -> None:
    wrong = [
        case("heldback", EGOV_03="unmet"),
        case("heldback", "deny article 8 = geheim", EGOV_08="partial"),
        case("heldback", "empty article 8", EGOV_08="met"),
    ]
    told = compare(wrong, Known({}, {}))
    assert told == [
        "achtergehouden: a mutant EGOV-08: 1 fout, de lijst zegt 0",
        "achtergehouden: a tekst EGOV-03: 1 fout, de lijst zegt 0",
    ]
    assert not any("geheim" in line for line in told)


def test_what_a_mutant_repeats_of_its_original_is_told_once() -> None:
    wrong = [
        case("tuned", EGOV_03="unmet"),
        case("tuned", "remove article 8", EGOV_03="unmet"),
        case("tuned", "remove article 9", EGOV_03="partial"),
    ]
    assert [f.key for f in failures(wrong)] == [
        ("a", "tekst", "EGOV-03"),
        ("a", "remove article 9", "EGOV-03"),
    ]


def test_accepting_keeps_the_reasons_and_makes_the_run_fit(tmp_path: Path) -> None:
    path = tmp_path / "known_failures.yaml"
    cases = [
        case("tuned", EGOV_03="unmet", EGOV_04="unmet"),
        Case("b", "heldback", "tekst", MET, MET | {"EGOV-01": "partial"}),
    ]
    accept(cases, Known({("a", "tekst", "EGOV-03"): "de tabel heeft geen lijnen"}, {}), path)
    known = read_known(path)
    assert known.tuned[("a", "tekst", "EGOV-03")] == "de tabel heeft geen lijnen"
    assert known.heldback == {("b", "tekst", "EGOV-01"): 1}
    assert compare(cases, known) == []
