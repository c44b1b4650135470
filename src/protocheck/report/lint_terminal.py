"""What `lint` found on a terminal: each finding with the printed line and the words marked under it."""

from __future__ import annotations

from protocheck.model.lint_report import LintFinding, LintReport
from protocheck.report.escape import visible


def render(report: LintReport, *, width: int = 80, colour: bool = False) -> str:  # noqa: ARG001 - as each renderer
    """Return the findings, one block each, and a last line that counts them."""
    blocks = ["\n".join(map(visible, _block(finding))) for finding in report.findings]
    counts = report.counts
    last = f"{counts.error} fouten, {counts.warning} waarschuwingen, {counts.info} opmerkingen"
    return "\n\n".join([*blocks, last]) + "\n"


def _block(finding: LintFinding) -> list[str]:
    place = f"{finding.file}:{finding.line or ''}:{finding.column or ''}"
    lines = [f"{place} {finding.severity} {finding.code}: {finding.message}"]
    if finding.excerpt:
        lines.append("    " + finding.excerpt.split("\n")[0])
    return [*lines, f"    {finding.suggestion}"]
