"""The words of what `lint` found that all its forms share: where it stands, how much it is, what to note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.lint_report import LintCounts, LintFinding, LintReport, WaiverInfo
from protocheck.model.outcome import Severity

STDIN = "-"
_NAMED = 6  # codes or files that are listed by name
_PLAIN = ("text/plain", "text/markdown")


class Placed(Protocol):
    """What a finding, of a linter or of an advice, and a place that it points at have in common."""

    @property
    def page(self) -> int | None:
        """Return the page."""

    @property
    def line(self) -> int | None:
        """Return the line on it, or in Word the paragraph."""

    @property
    def cell(self) -> str:
        """Return the cell of a table."""

    @property
    def label(self) -> str:
        """Return the part of the document."""

    @property
    def heading(self) -> str:
        """Return the heading above it."""


def severity(value: Severity) -> str:
    """Return the severity of a finding in a word."""
    words = {"error": _("error"), "warning": _("warning"), "info": _("remark")}
    return words[value]


def file_name(path: str) -> str:
    """Return what to call a file that was given."""
    return _("(standard input)") if path == STDIN else path


def counts(value: LintCounts) -> str:
    """Return how many findings are open by severity, and how many were set aside if any were."""
    said = ", ".join(
        (
            plural("{count} error", "{count} errors", value.error).format(count=value.error),
            plural("{count} warning", "{count} warnings", value.warning).format(count=value.warning),
            plural("{count} remark", "{count} remarks", value.info).format(count=value.info),
        )
    )
    if not value.waived:
        return said
    aside = plural("{count} set aside", "{count} set aside", value.waived).format(count=value.waived)
    return f"{said} ({aside})"


class Origins:
    """Which document each place of a report stands in, and whether its lines are lines of a file."""

    def __init__(self, report: LintReport) -> None:
        """Remember the documents by the names that findings use for them."""
        self._by_line: dict[str, bool] = {}
        for each in report.documents:
            single = (each.document.pages or 1) == 1
            self._by_line[each.file] = each.document.media_type in _PLAIN and single
            for annex in each.annexes:
                single = (annex.pages or 1) == 1
                self._by_line[annex.document] = annex.media_type in _PLAIN and single

    def by_line(self, finding: LintFinding) -> bool:
        """Tell whether the lines of the document are those that an editor of its file shows."""
        name = finding.file if finding.document == "protocol" else finding.document
        return self._by_line.get(name, False)


def by_document(report: LintReport) -> Mapping[str, Sequence[LintFinding]]:
    """Return the findings of each protocol, by its path, with those in its annexes."""
    held: dict[str, list[LintFinding]] = {document.file: [] for document in report.documents}
    for finding in report.findings:
        held.setdefault(finding.protocol or finding.file, []).append(finding)
    return held


def place(where: Placed, *, by_line: bool) -> str:
    """Return where it stands: 'bladzijde 6, regel 12, artikel 11'; '' for the document as a whole."""
    return ", ".join(part for part in (spot(where, by_line=by_line), _part(where)) if part)


def spot(where: Placed, *, by_line: bool = False) -> str:
    """Return the page and line, the cell of a table or the number of the paragraph."""
    if where.line is None:
        return ""
    if where.cell:
        return where.cell
    if where.page is None:
        return _("paragraph {number}").format(number=where.line)
    line = _("line {number}").format(number=where.line)
    return line if by_line else _("page {number}, {line}").format(number=where.page, line=line)


def _part(where: Placed) -> str:
    """Return the part of the document, or in Word the heading above it."""
    if where.label:
        return where.label
    if where.heading:
        return _("below “{heading}”").format(heading=where.heading)
    return ""


def notes(report: LintReport) -> Iterator[str]:
    """Yield what a reader must know besides the findings: bad readability, rules left out, waivers."""
    several = len(report.documents) > 1
    for each in report.documents:
        name = f"{file_name(each.file)}: " if several else ""
        yield from (f"{name}{note}" for note in each.document.notes)
        yield from (f"{name}{annex.name}: {note}" for annex in each.annexes for note in annex.notes)
    yield from _left_out(report)
    yield from map(_waiver, report.waivers)
    if report.mended:
        yield plural(
            "{count} finding of the baseline is gone; write it anew with --write-baseline.",
            "{count} findings of the baseline are gone; write it anew with --write-baseline.",
            report.mended,
        ).format(count=report.mended)


def _left_out(report: LintReport) -> Iterator[str]:
    """Yield one line for each reason why rules were not applied: who switched them off knows the rest."""
    codes: dict[tuple[str, str], dict[str, None]] = {}
    files: dict[tuple[str, str], dict[str, None]] = {}
    for document in report.documents:
        for run in document.runs:
            if run.state in {"failed", "skipped"}:
                codes.setdefault((run.state, run.reason), {})[run.id] = None
                files.setdefault((run.state, run.reason), {})[document.file] = None
    for (state, reason), held in codes.items():
        named = _some(list(held))
        if state == "failed":
            said = plural("rule {codes} failed", "rules {codes} failed", len(held))
        else:
            said = plural("rule {codes} was not applied", "rules {codes} were not applied", len(held))
        where = list(files[state, reason])
        prefix = f"{_some([*map(file_name, where)])}: " if len(where) < len(report.documents) else ""
        yield f"{prefix}{said.format(codes=named)}: {reason}"


def _some(names: Sequence[str]) -> str:
    """Return names in a row, the last of many left out."""
    shown = ", ".join(names[:_NAMED])
    return (
        shown
        if len(names) <= _NAMED
        else _("{names} and {count} more").format(names=shown, count=len(names) - _NAMED)
    )


def _waiver(waiver: WaiverInfo) -> str:
    values = {"rule": waiver.rule, "place": waiver.place, "reason": waiver.reason, "day": waiver.until or ""}
    if waiver.state == "expired":
        return _("the waiver of {rule} at {place} ended on {day}: {reason}").format(**values)
    return _("the waiver of {rule} at {place} is not needed any more: {reason}").format(**values)
