"""Hand-made reports of `lint` for the tests of its renderers."""

from __future__ import annotations

from typing import Any

from protocheck.model.lint_report import (
    LintCounts,
    LintedDocument,
    LintFailure,
    LintFinding,
    LintReport,
    LintRule,
)
from protocheck.model.outcome import Severity
from protocheck.model.reported import AnnexInfo, DocumentInfo, PlaceInfo, RulesUsed, RunInfo, Tool

LINE = "Dit protocol treedt in werking op 1 februari 2025 en geldt drie jaar."
SIGNED = "Opgemaakt te Wilgenbeke op 3 februari 2025"


def document(file: str = "concept.txt", media: str = "text/plain", pages: int | None = 1, **more: Any) -> Any:
    """A document that was looked through."""
    info = DocumentInfo(
        name=file.rpartition("/")[2],
        sha256="ab" * 32,
        media_type=media,
        pages=pages,
        title="Protocol",
        quality=1.0,
        method="text",
        repairs=0,
        notes=more.pop("notes", ()),
    )
    return LintedDocument(file=file, document=info, **more)


def finding(code: str = "D301", severity: Severity = "error", **more: Any) -> LintFinding:
    """A finding at a place, of which everything can be said otherwise."""
    told: dict[str, Any] = {
        "file": "concept.txt",
        "title": "In werking vóór de ondertekening",
        "message": "Het protocol treedt in werking vóór de laatste ondertekening.",
        "suggestion": "Laat het in werking treden op de dag van de ondertekening.",
        "why": "Voor die dag heeft de mededeling geen rechtsgrond.",
        "document": "protocol",
        "ref": "article 11",
        "label": "artikel 11",
        "page": 1,
        "line": 93,
        "column": 35,
        "end_line": 93,
        "end_column": 50,
        "quote": "1 februari 2025",
        "excerpt": LINE,
        "fingerprint": f"{code.lower():0<16}",
    }
    told["protocol"] = more.get("file", told["file"])
    return LintFinding(code=code, severity=severity, **(told | more))


def whole(code: str = "S507", severity: Severity = "warning", **more: Any) -> LintFinding:
    """A finding on the document as a whole."""
    nowhere: dict[str, Any] = dict.fromkeys(("page", "line", "column", "end_line", "end_column"))
    nowhere |= {"ref": "", "label": "", "quote": "", "excerpt": "", "message": "Dat staat nergens."}
    return finding(code, severity, **(nowhere | more))


def related() -> PlaceInfo:
    """The place that `finding` also points at."""
    return PlaceInfo(
        document="protocol",
        ref="signature",
        label="ondertekening",
        page=1,
        line=101,
        quote="3 februari 2025",
        column=28,
        excerpt=SIGNED,
        end_line=101,
        end_column=43,
    )


RULES = (
    LintRule(
        id="D301",
        severity="error",
        title="In werking vóór de ondertekening",
        why="Voor die dag heeft de mededeling geen rechtsgrond.",
        suggestion="Pas de dag aan.",
        sources=("e-govdecreet, art. 8, §1",),
    ),
    LintRule(id="D304", severity="error", title="Datum die niet bestaat", why="Zo'n dag is er niet."),
    LintRule(id="S507", severity="warning", title="Geen bekendmaking", why="Wie betrokken is, zoekt het."),
)


def report(*findings: LintFinding, **more: Any) -> LintReport:
    """A report of these findings; the counts follow."""
    counts = dict.fromkeys(("error", "warning", "info", "waived"), 0)
    for each in findings:
        counts[each.severity if each.waived is None else "waived"] += 1
    told: dict[str, Any] = {
        "tool": Tool(name="protocheck", version="1.2.3"),
        "rules": RulesUsed(packs=("redactie@1",), digest="sha256:" + "cd" * 32),
        "documents": (document(),),
        "findings": findings,
        "counts": LintCounts(**counts),
        "catalogue": RULES,
    }
    return LintReport(**(told | more))


def annex() -> AnnexInfo:
    """An annex that was handed in."""
    return AnnexInfo(
        name="bijlage.txt", sha256="cd" * 32, document="annex-1", pages=1, media_type="text/plain"
    )


def failure(file: str = "kapot.pdf") -> LintFailure:
    """A document that could not be read."""
    return LintFailure(file=file, message=f"{file} is beschadigd.", hint="Vraag het bestand opnieuw.")


def run(code: str, state: Any, reason: str) -> RunInfo:
    """What happened to a rule that did not simply run."""
    return RunInfo(id=code, state=state, reason=reason)
