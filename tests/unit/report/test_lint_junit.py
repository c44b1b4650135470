from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from protocheck.report.lint_junit import render
from tests.unit.lint_reports import annex, document, failure, finding, report, run, whole


def made(*findings: Any, fail_on: str = "error", **more: Any) -> ET.Element:
    text = render(report(*findings, **more), fail_on=fail_on)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
    return ET.fromstring(text)  # noqa: S314 - we made it ourselves


def case(root: ET.Element, start: str) -> ET.Element:
    (found,) = (each for each in root.iter("testcase") if each.get("name", "").startswith(start))
    return found


def test_a_suite_for_each_document_with_a_case_for_each_rule() -> None:
    root = made(finding(), documents=(document(), document("ander.txt")))
    assert [suite.get("name") for suite in root] == ["concept.txt", "ander.txt"]
    assert [each.get("name") for each in root[0]] == [
        "het document kan gelezen worden",
        "D301 In werking vóór de ondertekening",
        "D304 Datum die niet bestaat",
        "S507 Geen bekendmaking",
    ]
    counts = [(root[at].get("tests"), root[at].get("failures")) for at in (0, 1)]
    assert counts == [("4", "1"), ("4", "0")]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("8", "1", "0")


def test_a_failure_says_what_is_wrong_where_and_what_to_do() -> None:
    found = case(made(finding()), "D301")
    assert (found.get("classname"), found.get("file")) == ("concept.txt", "concept.txt")
    (told,) = found
    assert (told.tag, told.get("type")) == ("failure", "error")
    assert told.get("message") == "Het protocol treedt in werking vóór de laatste ondertekening."
    assert told.text == (
        "concept.txt, regel 93, artikel 11: Het protocol treedt in werking vóór de laatste ondertekening.\n"
        "“1 februari 2025”\n"
        "Laat het in werking treden op de dag van de ondertekening."
    )


def test_findings_of_one_rule_stand_in_one_case() -> None:
    (told,) = case(made(finding(), finding(line=95), finding(line=97)), "D301")
    assert told.get("message", "").endswith(" (en nog 2)")
    assert told.text is not None
    assert told.text.count("concept.txt, regel ") == 3


def test_what_does_not_fail_the_command_does_not_fail_the_case() -> None:
    (told,) = case(made(whole()), "S507")
    assert told.tag == "system-out"
    (told,) = case(made(whole(), fail_on="warning"), "S507")
    assert told.tag == "failure"
    (told,) = case(made(finding(), fail_on="never"), "D301")
    assert told.tag == "system-out"


def test_what_is_set_aside_is_skipped_with_the_reason() -> None:
    root = made(finding(waived="Zo beslist."))
    (told,) = case(root, "D301")
    assert (told.tag, told.get("message")) == ("skipped", "Zo beslist.")
    assert root.get("skipped") == "1"


def test_one_open_finding_beside_one_set_aside_fails() -> None:
    assert [each.tag for each in case(made(finding(waived="Ja."), finding()), "D301")] == ["failure"]


def test_rules_that_failed_or_were_left_out_are_told() -> None:
    runs = (run("D304", "failed", "ValueError: x"), run("S507", "skipped", "uitgezet met ignore"))
    root = made(documents=(document(runs=runs),))
    assert [each.tag for each in case(root, "D304")] == ["error"]
    assert case(root, "S507")[0].get("message") == "uitgezet met ignore"


def test_a_document_that_could_not_be_read_is_an_error() -> None:
    root = made(failures=(failure(),))
    (told,) = root[1][0]
    assert (root[1].get("name"), told.tag, told.get("message")) == (
        "kapot.pdf", "error", "kapot.pdf is beschadigd.",
    )  # fmt: skip
    assert root.get("errors") == "1"


def test_findings_in_an_annex_belong_to_their_protocol() -> None:
    documents = (document(annexes=(annex(),)), document("ander.txt", annexes=(annex(),)))
    root = made(finding(file="bijlage.txt", document="annex-1", protocol="ander.txt"), documents=documents)
    assert [suite.get("failures") for suite in root] == ["0", "1"]


def test_nothing_of_the_document_breaks_the_xml() -> None:
    bad = finding(message='<&">\x00\x1b[31m\ud800\uffff ]]>', quote="\x0c</failure>", label="\ufffe")
    (told,) = case(made(bad, failures=(failure('"<>&'),)), "D301")
    assert told.get("message") == '<&">\\x00\\x1b[31m\ufffd\ufffd ]]>'
