"""What changed between two versions, on a terminal: the verdict, the criteria, the findings by their fate."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.compare_report import CompareReport, CriterionChange, Fate, Version
from protocheck.model.outcome import Status
from protocheck.model.reported import FindingInfo
from protocheck.report import lint_wording, wording
from protocheck.report.escape import visible

_NARROWEST = 40
_COLOURS = {
    "better": "1;32",
    "worse": "1;31",
    "other": "1;33",
    "same": "1",
    "mended": "32",
    "new": "31",
    "open": "33",
    "bold": "1",
    "dim": "2",
}
_SIGNS: dict[Fate, str] = {"mended": "✔", "new": "✘", "open": "•"}


def render(report: CompareReport, *, width: int = 80, colour: bool = False) -> str:
    """Return what changed, for a terminal of that width; without colour it holds no control codes."""
    page = _Page(report, max(width, _NARROWEST), colour=colour)
    return "\n".join(line.rstrip() for line in page.lines()) + "\n"


class _Page:
    def __init__(self, report: CompareReport, width: int, *, colour: bool) -> None:
        self._report = report
        self._width = width
        self._colour = colour

    def lines(self) -> Iterator[str]:
        """Yield every line, without line ends."""
        report = self._report
        yield from self._verdict()
        changed = [each for each in report.criteria if each.change != "same"]
        if changed:
            yield from self._heading(_("Elements that changed"))
            for each in changed:
                yield from self._criterion(each)
        titles: dict[Fate, str] = {"mended": _("Mended"), "new": _("New"), "open": _("Still open")}
        for fate, title in titles.items():
            found = [each for each in report.findings if each.fate == fate]
            if found:
                yield from self._heading(f"{title} ({len(found)})")
            for change in found:
                yield from self._finding(fate, change.old, change.new)
        yield ""
        yield from self._wrapped(self._counts(), report.verdict if report.verdict != "same" else "bold")

    def _verdict(self) -> Iterator[str]:
        report = self._report
        old, new = wording.verdict(report.old.verdict), wording.verdict(report.new.verdict)
        told = (
            _("The verdict stays: {new}").format(new=new)
            if report.verdict == "same"
            else _("The verdict goes from {old} to {new}").format(old=old, new=new)
        )
        yield from self._wrapped(told, report.verdict)
        for label, version in ((_("Old"), report.old), (_("New"), report.new)):
            yield from self._wrapped(f"{label}: {visible(lint_wording.file_name(version.file))}", "dim")

    def _criterion(self, each: CriterionChange) -> Iterator[str]:
        change = f"{_status(each.old)} → {_status(each.new)}"
        head = f"{each.number:>3}. {wording.short_title(each)}: "
        yield from self._wrapped(f"{head}{change}", each.change, "     ")
        for element in each.elements:
            if element.old != element.new:
                told = f"{element.title}: {_status(element.old)} → {_status(element.new)}"
                yield from self._wrapped(f"     {visible(told)}", "", "       ")

    def _finding(self, fate: Fate, old: FindingInfo | None, new: FindingInfo | None) -> Iterator[str]:
        found = new or old
        if found is None:
            return
        severity = lint_wording.severity(found.severity)
        head = f"{_SIGNS[fate]} {severity}[{found.code}] {' '.join(found.message.split())}"
        yield from self._wrapped(visible(head), fate, "  ")
        here, there = _where(new, self._report.new), _where(old, self._report.old)
        where = here or there
        if here and there and here != there:
            where = _("{new} (was: {old})").format(new=here, old=there)
        if where:
            yield from self._wrapped(f"  {visible(where)}", "dim", "  ")
        if fate != "mended" and found.suggestion:
            text = f"  {_('do this')}: {' '.join(found.suggestion.split())}"
            yield from self._wrapped(visible(text), "", "    ")

    def _counts(self) -> str:
        counts = self._report.counts
        told = [
            plural("{count} finding mended", "{count} findings mended", counts.mended).format(
                count=counts.mended
            ),
            plural("{count} new", "{count} new", counts.new).format(count=counts.new),
            plural("{count} still open", "{count} still open", counts.open).format(count=counts.open),
        ]
        elements = [
            plural("{count} element better", "{count} elements better", counts.better).format(
                count=counts.better
            ),
            plural("{count} worse", "{count} worse", counts.worse).format(count=counts.worse),
        ]
        if counts.other:
            elements.append(
                plural("{count} not to be compared", "{count} not to be compared", counts.other).format(
                    count=counts.other
                )
            )
        return f"{', '.join(told)}; {', '.join(elements)}"

    def _heading(self, title: str) -> Sequence[str]:
        return ["", self._paint(title, "bold")]

    def _wrapped(self, text: str, style: str, indent: str = "") -> Iterator[str]:
        lines = textwrap.wrap(text, self._width, subsequent_indent=indent, break_on_hyphens=False)
        yield from (self._paint(line, style) for line in lines)

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._colour and style else text


def _status(value: Status | None) -> str:
    return wording.status(value) if value else _("not judged")


def _where(finding: FindingInfo | None, version: Version) -> str:
    """Return where a finding stands, and its words."""
    if finding is None or finding.line is None:
        return ""
    text = version.document
    place = lint_wording.place(finding, by_line=text.method == "text" and (text.pages or 1) == 1)
    return f"{place}: “{finding.quote}”" if finding.quote else place
