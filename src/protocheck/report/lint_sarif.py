"""What `lint` found as SARIF 2.1.0, for code scanning and editors.

A region stands in a result only where the lines of the document are the lines of its file; page, line and
cell of a PDF or Word file stand in the message, in the logical location and in `properties`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from protocheck.language import translate as _
from protocheck.model.lint_report import LintFinding, LintReport, LintRule
from protocheck.model.reported import PlaceInfo
from protocheck.report import lint_wording as wording

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "protocheck/v1"  # how `fingerprint` is made; a new way gets a new name


def render(report: LintReport) -> str:
    """Return the report as SARIF: the same bytes for the same report, characters as they are."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: LintReport) -> dict[str, Any]:
    rules = _rules(report)
    artifacts = _artifacts(report)
    results = _Results(report, {rule.id: at for at, rule in enumerate(rules)}, artifacts)
    return {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "semanticVersion": report.tool.version,
                "language": "nl-BE",
                "rules": [_rule(rule) for rule in rules],
                "properties": {"packs": list(report.rules.packs), "digest": report.rules.digest},
            }
        },
        "invocations": [_invocation(report)],
        "artifacts": list(artifacts.values()),
        "results": [results.result(each) for each in report.findings],
        "columnKind": "unicodeCodePoints",
    }


def _rules(report: LintReport) -> list[LintRule]:
    """Return every rule that was applied, and those that are only known by what they found."""
    rules = {rule.id: rule for rule in report.catalogue}
    for each in report.findings:
        told = LintRule(id=each.code, severity=each.severity, title=each.title, why=each.why)
        rules.setdefault(each.code, told)
    return list(rules.values())


def _rule(rule: LintRule) -> dict[str, Any]:
    sources = _("Source: {sources}.").format(sources="; ".join(rule.sources)) if rule.sources else ""
    told = [part for part in (rule.why, rule.suggestion, sources) if part] or [rule.title]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": {"text": "\n\n".join(told)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _artifacts(report: LintReport) -> dict[str, dict[str, Any]]:
    """Return the files that were read, by the name they were given."""
    held: dict[str, dict[str, Any]] = {}
    for each in report.documents:
        info = each.document
        held[each.file] = _artifact(each.file, info.media_type, info.sha256)
    infos = {annex.document: annex for each in report.documents for annex in each.annexes}
    for finding in report.findings:
        annex = infos.get(finding.document)
        if finding.file not in held:
            kind, digest = (annex.media_type, annex.sha256) if annex else ("", "")
            held[finding.file] = _artifact(finding.file, kind, digest)
    return held


def _artifact(file: str, media_type: str, sha256: str) -> dict[str, Any]:
    made: dict[str, Any] = {"location": {"uri": uri(file)}}
    made["roles"] = ["standardStream" if file == wording.STDIN else "analysisTarget"]
    if media_type:
        made["mimeType"] = media_type
    if sha256:
        made["hashes"] = {"sha-256": sha256}
    return made


def uri(file: str) -> str:
    """Return a path as a URI; a relative path stays relative."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _invocation(report: LintReport) -> dict[str, Any]:
    told = [
        _notification("error", f"{each.message} {each.hint}".strip(), each.file) for each in report.failures
    ]
    told += [_notification("note", note) for note in wording.notes(report)]
    failed = report.failures or any(run.state == "failed" for each in report.documents for run in each.runs)
    made: dict[str, Any] = {"executionSuccessful": not failed}
    if told:
        made["toolExecutionNotifications"] = told
    return made


def _notification(level: str, text: str, file: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {"level": level, "message": _message(text)}
    if file:
        made["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}]
    return made


def _message(text: str) -> dict[str, str]:
    """Return a message; words of a document that look like a link, '[hier](http://…)', do not become one."""
    return {"text": text.replace("](", "] (")}


class _Results:
    """Makes the results of one run, which point at its rules and files by number."""

    def __init__(
        self, report: LintReport, rules: Mapping[str, int], artifacts: Mapping[str, dict[str, Any]]
    ) -> None:
        self._origins = wording.Origins(report)
        self._rules = rules
        self._artifacts = {file: at for at, file in enumerate(artifacts)}
        self._aside = report.counts.waived > 0

    def result(self, finding: LintFinding) -> dict[str, Any]:
        """Return one finding."""
        by_line = self._origins.by_line(finding)
        text = f"{finding.message} {finding.suggestion}".strip()
        made: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self._rules[finding.code],
            "level": LEVELS[finding.severity],
            "message": _message(text),
            "locations": [self._location(finding, finding, by_line=by_line)],
        }
        if finding.related:
            made["relatedLocations"] = [
                self._location(finding, each, by_line=by_line)
                | {"id": number, "message": _message(each.quote)}
                for number, each in enumerate(finding.related, start=1)
            ]
        if finding.fingerprint:
            made["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
        if self._aside:  # when one result tells whether it is set aside, all of them must
            made["suppressions"] = _suppressions(finding)
        place = wording.place(finding, by_line=by_line)
        if place:
            made["properties"] = {"place": place}
        return made

    def _location(
        self, finding: LintFinding, where: LintFinding | PlaceInfo, *, by_line: bool
    ) -> dict[str, Any]:
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": uri(finding.file), "index": self._artifacts[finding.file]}
        }
        if by_line and where.line is not None:
            physical["region"] = _region(where)
        made: dict[str, Any] = {"physicalLocation": physical}
        logical = _logical(where)
        if logical:
            made["logicalLocations"] = logical
        return made


def _region(where: LintFinding | PlaceInfo) -> dict[str, Any]:
    made: dict[str, Any] = {"startLine": where.line, "startColumn": where.column or 1}
    if where.end_line is not None and where.end_column is not None:
        made |= {"endLine": where.end_line, "endColumn": where.end_column}
    if where.quote:
        made["snippet"] = {"text": where.quote}
    return made


def _logical(where: LintFinding | PlaceInfo) -> Sequence[dict[str, Any]]:
    """Return the part of the document: 'artikel 11' as people call it, 'article 11' as programs do."""
    if where.ref:
        return [{"name": where.label or where.ref, "fullyQualifiedName": where.ref, "kind": "section"}]
    name = where.cell or where.heading
    return [{"name": name, "kind": "section"}] if name else []


def _suppressions(finding: LintFinding) -> Sequence[dict[str, Any]]:
    if finding.waived is None:
        return []
    made: dict[str, Any] = {"kind": "external", "status": "accepted"}
    if finding.waived:
        made["justification"] = finding.waived
    told = {"who": finding.waived_by, "until": finding.waived_until and finding.waived_until.isoformat()}
    known = {name: value for name, value in told.items() if value}
    return [made | {"properties": known} if known else made]
