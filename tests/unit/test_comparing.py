from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from protocheck.comparing import Pair, between, likeness, pairs
from protocheck.model.lint_report import LintFinding
from protocheck.model.reported import FindingInfo
from tests.unit import lint_reports
from tests.unit.reports import judged, report


def finding(**more: Any) -> FindingInfo:
    return _advised(lint_reports.finding(**more))


def whole(**more: Any) -> FindingInfo:
    return _advised(lint_reports.whole(**more))


def _advised(found: LintFinding) -> FindingInfo:
    """The finding as an advice holds it."""
    return FindingInfo(**{field.name: getattr(found, field.name) for field in fields(FindingInfo)})


def paired(old: Sequence[FindingInfo], new: Sequence[FindingInfo]) -> list[tuple[str, str]]:
    """The pairs by the titles that the test gave them."""

    def named(pair: Pair) -> tuple[str, str]:
        return pair[0].title if pair[0] else "", pair[1].title if pair[1] else ""

    return [named(pair) for pair in pairs(old, new)]


def at(title: str, **more: Any) -> FindingInfo:
    return finding(title=title, **({"fingerprint": ""} | more))


def test_the_same_words_in_the_same_sentence_are_still_open_wherever_they_moved() -> None:
    old = [at("a", fingerprint="ab" * 8, ref="article 3", line=10)]
    new = [at("b", fingerprint="ab" * 8, ref="article 9", line=80)]
    assert paired(old, new) == [("a", "b")]


def test_as_many_are_open_as_stand_in_both() -> None:
    same = {"fingerprint": "ab" * 8}
    assert paired([at("a", **same), at("b", **same)], [at("c", **same)]) == [("a", "c"), ("b", "")]
    assert paired([at("a", **same)], [at("b", **same), at("c", **same)]) == [("a", "b"), ("", "c")]


def test_another_code_is_another_finding() -> None:
    assert paired([at("a", code="D301")], [at("b", code="D304")]) == [("a", ""), ("", "b")]


def test_the_same_words_in_another_sentence_are_still_open() -> None:
    old = at("a", quote="[DATUM]", excerpt="Het loopt tot [DATUM].", ref="article 3")
    new = at("b", quote="[DATUM]", excerpt="Opgemaakt te Geel op [DATUM] in drievoud.", ref="signature")
    assert paired([old], [new]) == [("a", "b")]


def test_the_most_alike_are_paired_first() -> None:
    first = at("a", quote="artikel 5, 2°", excerpt="De gegevens vermeld in artikel 5, 2° worden gewist.")
    second = at("b", quote="artikel 2, 3°", excerpt="De dienst bedoeld in artikel 2, 3° meldt fouten.")
    one = at("c", quote="artikel 3, 3°", excerpt="De dienst bedoeld in artikel 3, 3° meldt elke fout.")
    two = at("d", quote="artikel 6, 2°", excerpt="De gegevens vermeld in artikel 6, 2° worden meteen gewist.")
    assert paired([first, second], [one, two]) == [("a", "d"), ("b", "c")]


def test_other_words_elsewhere_are_mended_and_new() -> None:
    old = at("a", quote="31 april 2025", excerpt="Het protocol loopt tot 31 april 2025.", ref="article 3")
    new = at("b", quote="30/02/2026", excerpt="Het advies dateert van 30/02/2026.", ref="article 8")
    assert paired([old], [new]) == [("a", ""), ("", "b")]


def test_what_stands_nowhere_is_paired_by_what_is_said() -> None:
    old = [whole(title="a", message="De gemeente Wilgenbeke heeft geen KBO-nummer.", fingerprint="")]
    new = [
        whole(title="b", message="Het agentschap Wonen heeft geen KBO-nummer.", fingerprint=""),
        whole(title="c", message="De gemeente Wilgenbeke heeft geen KBO-nummer.", fingerprint=""),
    ]
    assert paired(old, new)[0] == ("a", "c")


def test_a_place_and_no_place_are_not_alike() -> None:
    assert likeness(at("a"), whole(code="D301")) == 0.0


def test_equal_words_are_alike_enough_and_equal_findings_wholly() -> None:
    assert likeness(at("a"), at("b", excerpt="1 februari 2025", ref="x")) >= 0.6
    assert round(likeness(at("a"), at("b")), 6) == 1.0


def test_nothing_is_lost_and_nothing_told_twice() -> None:
    old = [at(str(number), quote=f"artikel {number}") for number in range(6)]
    new = [at(f"n{number}", quote=f"artikel {number}") for number in range(3, 9)]
    found = paired(old, new)
    assert sorted(title for title, _ in found if title) == [str(number) for number in range(6)]
    assert sorted(title for _, title in found if title) == [f"n{number}" for number in range(3, 9)]


def test_a_report_beside_itself_shows_no_change() -> None:
    made = between(report(), report())
    assert (made.verdict, {each.change for each in made.criteria}) == ("same", {"same"})
    assert {each.fate for each in made.findings} == {"open"}
    assert (made.counts.open, made.counts.mended, made.counts.new) == (2, 0, 0)


def test_criteria_and_verdict_get_better_or_worse() -> None:
    old = report(judged("EGOV-10", 10, "De verenigbaarheid", "met", "De mededeling duurt vijf jaar."))
    new = report(judged("EGOV-10", 10, "De verenigbaarheid", "unmet"))
    down, up = between(old, new), between(new, old)
    assert [(each.id, each.change) for each in down.criteria] == [
        ("EGOV-07", "same"), ("EGOV-08", "same"), ("EGOV-10", "worse"),
    ]  # fmt: skip
    assert (down.counts.worse, up.counts.better) == (1, 1)
    assert (down.criteria[2].old, down.criteria[2].new) == ("met", "unmet")
    assert [(each.old, each.new) for each in down.criteria[2].elements] == [("met", "unmet")]


def test_the_verdict_is_compared_too() -> None:
    bad = report()
    good = replace(bad, verdict=replace(bad.verdict, status="positive"))
    assert between(bad, good).verdict == "better"
    assert between(good, bad).verdict == "worse"


def test_a_criterion_that_cannot_be_read_or_was_not_judged_is_neither_better_nor_worse() -> None:
    unread = replace(judged("EGOV-10", 10, "De verenigbaarheid", "unmet"), status="unreadable")
    met = judged("EGOV-10", 10, "De verenigbaarheid", "met", "De mededeling duurt vijf jaar.")
    assert between(report(met), report(unread)).criteria[2].change == "other"
    made = between(report(), report(met)).criteria[2]
    assert (made.change, made.old, made.new) == ("other", None, "met")


def test_what_was_set_aside_is_left_out() -> None:
    old = report()
    aside = replace(old.findings[0], waived="Zo beslist.")
    made = between(replace(old, findings=(aside, *old.findings[1:])), old)
    assert [(each.fate, each.new and each.new.code) for each in made.findings] == [
        ("new", "D301"), ("open", "S504"),
    ]  # fmt: skip


def test_the_files_are_named_as_they_were_given() -> None:
    made = between(report(), report(), ("map/oud.txt", "map/nieuw.txt"))
    assert (made.old.file, made.new.file) == ("map/oud.txt", "map/nieuw.txt")
    assert between(report(), report()).old.file == "protocol.txt"
