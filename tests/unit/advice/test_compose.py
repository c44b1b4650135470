from __future__ import annotations

from dataclasses import replace

import pytest

from protocheck.advice.compose import advise, points
from protocheck.advice.verdict import judge
from protocheck.model.facts import Facts
from protocheck.model.outcome import (
    CriterionResult,
    Finding,
    Outcome,
    PackInfo,
    Place,
    RuleRun,
    Severity,
    Status,
    VerdictPolicy,
    VerdictStatus,
)
from protocheck.model.package import Package
from protocheck.model.report import Report
from protocheck.model.text import Location
from protocheck.report import as_json
from tests.unit.papers import criterion, evidence, party, reading

PARTS = (("article 5", "artikel 5", "De mededeling duurt vijf jaar."),)
PAPER = reading(PARTS, facts=Facts(parties=(party("gemeente Wilgenbeke", "receiver"),)))
PACK = PackInfo(
    "egov-art8",
    "1",
    "De twaalf elementen",
    {
        "aanleiding": (
            "Dit gaat over {{ title }}.\nHet wordt ontvangen door {{ receiver }}.\nEinde: {{ end_date }}.",
        ),
        "advies-conditional": (
            "Onvolledig is {{ points_partial }}.\nTe verbeteren: {{ errors }}.\nOnder voorwaarden.",
        ),
        "onleesbaar": ("Bezorg een beter leesbare versie.",),
        "publicatie": ("Maak het protocol bekend.",),
    },
)


def finding(severity: Severity, code: str = "D301") -> Finding:
    place = Place("protocol", "article 5", "artikel 5", "vijf jaar", Location(2, 7, 1))
    return Finding(code, severity, "Titel van de vaststelling", "Dit klopt niet.", place, "Verbeter dit.")


def numbered(number: int, status: Status, *, advice: str = "", clause: str = "") -> CriterionResult:
    judged = criterion(status, advice=advice, clause=clause)
    return replace(judged, id=f"EGOV-{number:02d}", number=number, title=f"Titel {number}")


def report(*criteria: CriterionResult, findings: tuple[Finding, ...] = ()) -> Report:
    outcome = Outcome(criteria, findings, (RuleRun("EGOV-07", "ran"),), (PACK,), "sha256:00")
    return advise(Package(PAPER), outcome, version="9.9")


@pytest.mark.parametrize(
    ("statuses", "severities", "expected"),
    [
        (["met", "met"], [], "positive"),
        (["met"], ["warning", "info"], "positive"),
        (["met"], ["error"], "conditional"),
        (["met", "partial"], [], "conditional"),
        (["met", "unreadable"], [], "conditional"),
        (["partial", "unmet"], ["error"], "negative"),
        ([], [], "positive"),
    ],
)
def test_the_worst_thing_decides(
    statuses: list[Status], severities: list[Severity], expected: VerdictStatus
) -> None:
    outcome = Outcome(
        tuple(criterion(status) for status in statuses), tuple(finding(severity) for severity in severities)
    )
    assert judge(outcome) == expected


def test_a_pack_can_set_its_own_policy() -> None:
    strict = replace(PACK, verdict=VerdictPolicy(negative=("unmet", "partial"), conditional=("warning",)))
    assert judge(Outcome((criterion("partial"),), packs=(strict,))) == "negative"
    assert judge(Outcome((), (finding("warning"),), packs=(strict,))) == "conditional"
    assert judge(Outcome((), (finding("error"),), packs=(strict,))) == "positive"
    assert judge(Outcome((), (finding("error"),), packs=(strict, PACK))) == "conditional"


def test_the_verdict_says_which_points_lead_to_it() -> None:
    made = report(
        numbered(2, "partial"), numbered(7, "met"), numbered(9, "partial"), findings=(finding("error"),)
    )
    assert made.verdict.label == "positief advies onder voorwaarden"
    assert made.verdict.text == (
        "Onvolledig is de punten 2 en 9. Te verbeteren: titel van de vaststelling. Onder voorwaarden."
    )


def test_without_wording_the_verdict_is_still_said() -> None:
    assert report(numbered(1, "met")).verdict.text == "Het protocol krijgt een positief advies."


def test_the_lines_of_a_paragraph_are_dropped_one_by_one() -> None:
    assert report().advice.introduction == (
        "Dit gaat over “Protocol over de premie”. Het wordt ontvangen door de gemeente Wilgenbeke.",
    )


def test_gaps_come_before_errors_in_what_to_do() -> None:
    gap = numbered(8, "unmet", advice="Bepaal een sanctie.", clause="[ontvangende instantie] betaalt.")
    made = report(
        numbered(1, "met", advice="Nooit te zien."), gap, findings=(finding("error"), finding("info", "S504"))
    )
    assert [(each.source, each.text, each.clause) for each in made.advice.actions] == [
        ("EGOV-08", "Bepaal een sanctie.", "De gemeente Wilgenbeke betaalt."),
        ("D301", "Dit klopt niet (artikel 5). Verbeter dit.", ""),
    ]
    assert [(each.source, each.text) for each in made.advice.remarks] == [
        ("S504", "Dit klopt niet (artikel 5). Verbeter dit.")
    ]


def test_a_gap_without_advice_of_its_rule_is_not_silent() -> None:
    assert [each.text for each in report(numbered(8, "unmet")).advice.actions] == [
        "Vul het protocol aan met het volgende: hoelang de mededeling duurt."
    ]


def test_unreadable_points_share_one_remedy() -> None:
    made = report(
        numbered(3, "unreadable", advice="Som op.", clause="Gegevens: [lijst]."),
        numbered(8, "unreadable", advice="Bepaal een sanctie."),
        numbered(9, "unreadable"),
    )
    assert [(each.source, each.title, each.text, each.clause) for each in made.advice.actions] == [
        ("EGOV-03, EGOV-08, EGOV-09", "De punten 3, 8 en 9", "Bezorg een beter leesbare versie.", "")
    ]


def test_remarks_of_criteria_are_kept() -> None:
    remarked = replace(numbered(12, "met"), remarks=("Logging is niet beschreven.",))
    made = report(remarked)
    assert made.criteria[0].remarks == ("Logging is niet beschreven.",)
    assert [each.text for each in made.advice.remarks] == ["Logging is niet beschreven."]


def test_the_report_says_where_each_point_stands() -> None:
    judged = criterion(
        "met", ["Duur: {{ quotes.duur }}."], [evidence(PAPER, "De mededeling duurt vijf jaar.")]
    )
    (made,) = report(judged).criteria
    assert (made.where, made.text) == (
        "art. 5 van het protocol",
        "Duur: “De mededeling duurt vijf jaar”.",
    )
    assert (made.evidence[0].page, made.evidence[0].line, made.evidence[0].ref) == (1, 1, "article 5")


def test_rules_that_did_not_run_are_named() -> None:
    skipped = RuleRun("EGOV-03", "not-applicable", "nog niet van kracht")
    made = advise(Package(PAPER), Outcome((), runs=(skipped, RuleRun("EGOV-01", "ran"))), version="1")
    assert [(each.id, each.state, each.reason) for each in made.runs] == [
        ("EGOV-03", "not-applicable", "nog niet van kracht")
    ]


def test_points_are_counted_in_words() -> None:
    assert points([numbered(8, "unmet")], "unmet") == "punt 8"
    assert points([numbered(8, "unmet"), numbered(9, "unmet")], "unmet") == "de punten 8 en 9"
    assert points([numbered(8, "unmet")], "partial") == ""
    assert points([numbered(n, "unmet") for n in (2, 3, 4)], "unmet") == "de punten 2 tot en met 4"


def test_the_same_input_gives_the_same_report() -> None:
    first, second = (report(numbered(8, "unmet", advice="Bepaal een sanctie.")) for _ in range(2))
    assert as_json.render(first) == as_json.render(second)


def test_findings_that_ask_for_the_same_are_told_together() -> None:
    one = finding("error")
    other = replace(one, message="Dat klopt ook niet.", primary=replace(one.primary, label="artikel 9"))
    advice = report(numbered(1, "met"), findings=(one, other)).advice
    assert [action.text for action in advice.actions] == [
        "Verbeter dit.\n- Dit klopt niet (artikel 5).\n- Dat klopt ook niet (artikel 9)."
    ]
    remarked = report(findings=(replace(one, severity="info"), replace(other, severity="info"))).advice
    assert [remark.text for remark in remarked.remarks] == [
        "Verbeter dit. Dit klopt niet (artikel 5). Dat klopt ook niet (artikel 9)."
    ]
