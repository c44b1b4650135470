"""What `lint` found on a terminal: each finding with the printed line and its words marked under it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.lint_report import LintFinding, LintReport
from protocheck.model.outcome import Severity
from protocheck.model.reported import PlaceInfo
from protocheck.report import lint_wording as wording
from protocheck.report.escape import visible
from protocheck.report.excerpt import Excerpt, Row, rows

_NARROWEST = 40
_COLOURS = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "bold": "1",
    "dim": "2",
    "frame": "34",
    "good": "1;32",
}


def render(report: LintReport, *, width: int = 80, colour: bool = False) -> str:
    """Return the findings by file and place, what to note, and a last line that counts them."""
    screen = _Screen(report, max(width, _NARROWEST), colour=colour)
    return "\n".join(line.rstrip() for line in screen.lines()) + "\n"


class _Screen:
    """A report laid out for a screen of some width."""

    def __init__(self, report: LintReport, width: int, *, colour: bool) -> None:
        self._report = report
        self._width = width
        self._colour = colour
        self._origins = wording.Origins(report)
        self._explained: set[tuple[str, str]] = set()

    def lines(self) -> Iterator[str]:
        """Yield every line, without line ends."""
        open_ones = [each for each in self._report.findings if each.waived is None]
        several = len(self._report.documents) + len(self._report.failures) > 1
        for (file, _protocol), findings in groupby(open_ones, key=lambda each: (each.file, each.protocol)):
            yield from self._file(file, list(findings), heading=several)
        for failure in self._report.failures:
            yield self._head("error", "", failure.message)
            yield from self._labelled(_("do this"), failure.hint, " ")
            yield ""
        said = list(wording.notes(self._report))
        for note in said:
            yield from self._hanging(self._paint(_("note"), "bold"), _("note"), note, "")
        if said:
            yield ""
        yield from self._end(open_ones)

    def _file(self, file: str, findings: list[LintFinding], *, heading: bool) -> Iterator[str]:
        """Yield the findings in one file: those at a place, then those of the document as a whole."""
        if heading:
            counted = plural("{count} finding", "{count} findings", len(findings)).format(count=len(findings))
            yield self._paint(visible(f"{wording.file_name(file)}: {counted}"), "bold")
            yield ""
        for each in findings:
            if each.line is not None:
                yield from self._finding(each)
        whole = [each for each in findings if each.line is None]
        if whole and len(whole) < len(findings):
            yield self._paint(_("In the document as a whole"), "bold")
            yield ""
        for each in whole:
            yield from self._finding(each)

    def _finding(self, finding: LintFinding) -> Iterator[str]:
        places: list[LintFinding | PlaceInfo] = [finding, *finding.related]
        gutter = max((len(str(each.end_line or each.line or "")) for each in places), default=0)
        indent = " " * gutter
        yield self._head(finding.severity, finding.code, finding.message)
        yield f"{indent}{self._paint('-->', 'frame')} {visible(self._where(finding))}"
        yield from self._excerpt(finding, gutter, finding.severity)
        for related in finding.related:
            place = wording.place(related, by_line=self._origins.by_line(finding))
            told = _("see also {place}").format(place=visible(place or wording.file_name(finding.file)))
            yield f"{indent} {self._paint('=', 'frame')} {told}"
            yield from self._excerpt(related, gutter, "frame", sign="-")
        key = (finding.file, finding.why)
        if finding.why and key not in self._explained:
            yield from self._labelled(_("why"), finding.why, indent)
        self._explained.add(key)
        yield from self._labelled(_("do this"), finding.suggestion, indent)
        yield ""

    def _head(self, severity: Severity, code: str, message: str) -> str:
        word = wording.severity(severity)
        label = f"{word}[{code}]" if code else word
        text = "\n".join(textwrap.wrap(f"{label}: {visible(_flat(message))}", self._width)) or label
        return f"{self._paint(label, severity)}{text[len(label) :]}"

    def _where(self, finding: LintFinding) -> str:
        """Return the place; file, line and column as editors understand them where a file has lines."""
        name = wording.file_name(finding.file)
        if finding.line is None:
            return name
        if self._origins.by_line(finding):
            spot = f"{name}:{finding.line}:{finding.column or 1}"
            return f"{spot}, {finding.label}" if finding.label else spot
        return f"{name}, {wording.place(finding, by_line=False)}"

    def _excerpt(
        self, where: LintFinding | PlaceInfo, gutter: int, style: str, *, sign: str = "^"
    ) -> Iterator[str]:
        if not where.excerpt:
            return
        shown = Excerpt(where.excerpt.split("\n"), where.quote, where.column or 1, where.line, where.end_line)
        bar = self._paint("|", "frame")
        yield f"{' ' * gutter} {bar}"
        for row in rows(shown, self._width - gutter - 3, sign):
            yield from self._row(row, gutter, bar, style)

    def _row(self, row: Row, gutter: int, bar: str, style: str) -> Iterator[str]:
        number = self._paint(row.number, "frame") if row.number else ""
        yield f"{' ' * (gutter - len(row.number))}{number} {bar} {row.text}"
        if row.marks:
            blank = len(row.marks) - len(row.marks.lstrip())
            yield f"{' ' * gutter} {bar} {' ' * blank}{self._paint(row.marks[blank:], style)}"

    def _labelled(self, label: str, text: str, indent: str) -> Iterator[str]:
        """Yield '= label: text', the text wrapped to the right of its label."""
        if text:
            sign = self._paint("=", "frame")
            named = f"{indent} {sign} {self._paint(label, 'bold')}"
            yield from self._hanging(named, f"{indent} = {label}", text, indent + "   ")

    def _hanging(self, painted: str, plain: str, text: str, indent: str) -> Iterator[str]:
        """Yield a label and its text; further lines are indented as far as the text may be read."""
        told = visible(_flat(text))
        wrapped = textwrap.wrap(f"{plain}: {told}", self._width, subsequent_indent=f"{indent}  ")
        yield f"{painted}{wrapped[0][len(plain) :]}"
        yield from wrapped[1:]

    def _end(self, findings: list[LintFinding]) -> Iterator[str]:
        report = self._report
        counted = wording.counts(report.counts)
        documents = len(report.documents)
        if documents > 1:
            counted += " " + plural("in {count} document", "in {count} documents", documents).format(
                count=documents
            )
        unread = len(report.failures)
        if unread:
            counted += "; " + plural(
                "{count} document could not be read", "{count} documents could not be read", unread
            ).format(count=unread)
        worst = next((each for each in ("error", "warning", "info") if getattr(report.counts, each)), "good")
        if unread:
            worst = "error"
        yield from (self._paint(line, worst) for line in textwrap.wrap(counted, self._width))
        if findings:
            code = findings[0].code
            more = _("More on a code: protocheck explain {code}").format(code=code)
            yield from (self._paint(line, "dim") for line in textwrap.wrap(more, self._width))

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._colour and text else text


def _flat(text: str) -> str:
    """Return a text of the report on one line."""
    return " ".join(text.split())
