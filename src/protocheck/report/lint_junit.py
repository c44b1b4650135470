"""What `lint` found as JUnit XML: a suite for each document, in it a case for each rule.

The names stay the same from run to run, so that a CI system can tell which rule is newly broken. A finding
below `--fail-on` is told in a case that passes; one that is set aside makes its case a skipped one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.lint_report import LintedDocument, LintFailure, LintFinding, LintReport
from protocheck.report import lint_wording as wording
from protocheck.report.escape import for_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RANK = {"error": 3, "warning": 2, "info": 1}
_FAILING = {"error": 3, "warning": 2, "info": 1, "never": 4}


def render(report: LintReport, *, fail_on: str = "error") -> str:
    """Return the report as JUnit XML; findings from `fail_on` up are failures."""
    from xml.etree.ElementTree import Element, indent, tostring  # noqa: PLC0415 - only for this format

    root = Element("testsuites", {"name": report.tool.name})
    held = wording.by_document(report)
    for document in report.documents:
        root.append(_document(report, document, held[document.file], _FAILING[fail_on]))
    for failure in report.failures:
        root.append(_unread(failure))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _document(
    report: LintReport, document: LintedDocument, findings: Sequence[LintFinding], from_rank: int
) -> Element:
    """Return the suite of one document; findings in its annexes belong to it."""
    suite = _suite(document.file)
    suite.append(_case(document.file, _("document can be read")))
    found: dict[str, list[LintFinding]] = {}
    for finding in findings:
        found.setdefault(finding.code, []).append(finding)
    rules: dict[str, str] = {rule.id: rule.title for rule in report.catalogue}
    rules |= {code: each[0].title for code, each in found.items() if code not in rules}
    runs = {run.id: run for run in document.runs}
    origins = wording.Origins(report)
    for code, title in rules.items():
        case = _case(document.file, f"{code} {title}")
        suite.append(case)
        if code in found:
            _tell(case, found[code], from_rank, origins)
        elif code in runs:
            kind = "error" if runs[code].state == "failed" else "skipped"
            _child(case, kind, message=runs[code].reason)
    return _counted(suite)


def _tell(case: Element, findings: Sequence[LintFinding], from_rank: int, origins: wording.Origins) -> None:
    """Put the findings of one rule in its case."""
    opened = [each for each in findings if each.waived is None]
    if not opened:
        _child(case, "skipped", message="; ".join(dict.fromkeys(each.waived or "" for each in findings)))
        return
    failing = [each for each in opened if _RANK[each.severity] >= from_rank]
    told = "\n\n".join(_told(each, origins) for each in opened)
    if not failing:
        _child(case, "system-out", told)
        return
    message = failing[0].message
    if len(failing) > 1:
        rest = len(failing) - 1
        message += " " + plural("(and {count} more)", "(and {count} more)", rest).format(count=rest)
    _child(case, "failure", told, message=message, type=failing[0].severity)


def _told(finding: LintFinding, origins: wording.Origins) -> str:
    by_line = origins.by_line(finding)
    name = wording.file_name(finding.file)
    place = wording.place(finding, by_line=by_line)
    head = ", ".join(part for part in (name, place) if part)
    quoted = f"“{finding.quote}”" if finding.quote else ""
    lines = [f"{head}: {finding.message}", quoted, finding.suggestion]
    return "\n".join(line for line in lines if line)


def _unread(failure: LintFailure) -> Element:
    suite = _suite(failure.file)
    case = _case(failure.file, _("document can be read"))
    suite.append(case)
    _child(case, "error", failure.hint, message=failure.message)
    return _counted(suite)


def _suite(file: str) -> Element:
    return _made("testsuite", {"name": wording.file_name(file)})


def _case(file: str, name: str) -> Element:
    held = {"classname": wording.file_name(file), "name": name}
    return _made("testcase", held if file == wording.STDIN else held | {"file": file})


def _child(case: Element, kind: str, text: str = "", **attributes: str) -> None:
    child = _made(kind, attributes)
    if text:
        child.text = for_xml(text)
    case.append(child)


def _made(tag: str, attributes: Mapping[str, str]) -> Element:
    from xml.etree.ElementTree import Element  # noqa: PLC0415 - only for this format

    return Element(tag, {name: " ".join(for_xml(value).split()) for name, value in attributes.items()})


def _counted(suite: Element) -> Element:
    suite.set("tests", str(len(suite)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(tag) is not None for case in suite)))
    return suite
