"""What `lint` found as annotations of GitHub Actions: commands in the log that become remarks at a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocheck.language import translate as _
from protocheck.model.lint_report import LintFinding, LintReport
from protocheck.report import lint_wording as wording
from protocheck.report.escape import visible

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_TEXT | {":": "%3A", ",": "%2C"}


def render(report: LintReport) -> str:
    """Return one command a line for each open finding, and a last line that counts them."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: LintReport) -> Iterator[str]:
    origins = wording.Origins(report)
    for finding in report.findings:
        if finding.waived is None:
            yield _finding(finding, by_line=origins.by_line(finding))
    for failure in report.failures:
        title = _("could not be read")
        yield _command(
            "error", {"file": _file(failure.file), "title": title}, _text(failure.message, failure.hint)
        )
    for note in wording.notes(report):
        yield _command("notice", {}, note)
    yield visible(wording.counts(report.counts))


def _finding(finding: LintFinding, *, by_line: bool) -> str:
    where: dict[str, str] = {"file": _file(finding.file)}
    place = wording.place(finding, by_line=by_line)
    if where["file"] and by_line and finding.line is not None:
        where["line"] = str(finding.line)
        last = finding.end_line or finding.line
        where["endLine"] = str(last)
        if last == finding.line:  # columns are refused beside lines that differ
            where["col"] = str(finding.column or 1)
            where["endColumn"] = str(finding.end_column or finding.column or 1)
    where["title"] = f"{finding.code} {finding.title}"
    head = f"{place}: {finding.message}" if place else finding.message
    return _command(COMMANDS[finding.severity], where, _text(head, finding.suggestion))


def _text(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _file(path: str) -> str:
    return "" if path == wording.STDIN else path


def _command(name: str, properties: Mapping[str, str], text: str) -> str:
    told = ",".join(f"{key}={_escaped(value, _IN_PROPERTY)}" for key, value in properties.items() if value)
    return f"::{name}{' ' if told else ''}{told}::{_escaped(text, _IN_TEXT)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    """Return the text without anything that would end the command, or that a terminal would obey."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return "".join(signs.get(char, char) for char in shown)
