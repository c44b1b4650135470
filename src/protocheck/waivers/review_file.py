"""The file in which an officer writes down the own judgement: written to be filled in, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from protocheck.errors import RuleError
from protocheck.model.outcome import Decision
from protocheck.model.report import CriterionInfo, Report
from protocheck.model.reported import FindingInfo
from protocheck.model.review import OwnVerdict, Review
from protocheck.rulebook.source import Text
from protocheck.waivers.files import Strict, WaiverEntry, read_as, waiver_of

SCHEMA = "protocheck/review@1"
_LONGEST = 160
_STATUSES = {"met": "in orde", "partial": "onvolledig", "unmet": "ontbreekt", "unreadable": "onleesbaar"}
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Criterion = Annotated[str, StringConstraints(pattern=r"^[A-Z]+-\d{2}$")]


class DecisionEntry(Strict):
    """The officer's status of one criterion."""

    status: Literal["met", "partial", "unmet", "unreadable"]
    reason: Text


class VerdictEntry(Strict):
    """The officer's verdict."""

    status: Literal["positive", "conditional", "negative"]
    reason: Text


class ReviewFile(Strict):
    """The whole file."""

    schema_id: Literal["protocheck/review@1"] = Field(alias="schema")
    document: str = ""
    sha256: Hash
    by: Text
    criteria: dict[Criterion, DecisionEntry] | None = None
    waivers: list[WaiverEntry] | None = None
    remarks: list[Text] | None = None
    verdict: VerdictEntry | None = None


def review(path: Path) -> Review:
    """Read the officer's judgement.

    Raises:
        RuleError: it cannot be read, or something in it is wrong; all faults are named at once.
    """
    what = "Het eigen oordeel"
    content = read_as(path, ReviewFile, what)
    given = content.verdict
    return Review(
        sha256=content.sha256,
        by=content.by,
        criteria={
            name: Decision(each.status, each.reason) for name, each in (content.criteria or {}).items()
        },
        waivers=tuple(waiver_of(each, path, what) for each in content.waivers or ()),
        remarks=tuple(content.remarks or ()),
        verdict=OwnVerdict(given.status, given.reason) if given else None,
    )


def refuse_unknown(given: Review, known: set[str], path: Path) -> None:
    """Refuse a judgement on a criterion that does not exist.

    Raises:
        RuleError: each such criterion is named.
    """
    strange = sorted(given.criteria.keys() - known)
    if strange:
        raise RuleError(
            f"Het eigen oordeel in {path} noemt criteria die niet bestaan: {', '.join(strange)}.",
            hint=f"Deze bestaan: {', '.join(sorted(known))}.",
        )


def form(report: Report) -> str:
    """Return the file to fill in, with what the program judged as comments; nothing in it decides yet."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# Uw eigen oordeel over {_one_line(report.document.name)}, naast dat van het programma."
    yield "# Haal het hekje weg voor wat u zelf beslist. Een reden is altijd nodig."
    yield "# Wat u niet invult, blijft zoals het programma het oordeelt."
    yield f"# Gebruik: protocheck advise {_one_line(report.document.name)} --review DIT-BESTAND"
    yield f"schema: {SCHEMA}"
    yield f"document: {_quoted(report.document.name)}"
    yield f"sha256: {_quoted(report.document.sha256)}"
    yield "by: # uw naam en functie"
    yield ""
    yield "# status: met (in orde), partial (onvolledig), unmet (ontbreekt) of unreadable (onleesbaar)"
    yield "criteria:"
    for criterion in report.criteria:
        yield from _criterion(criterion)
    yield ""
    yield "# Bevindingen die mogen blijven staan; until is de laatste dag waarop dat geldt."
    yield "waivers:"
    for finding in report.findings:
        yield from _finding(finding)
    yield ""
    yield "# Opmerkingen die u aan het advies toevoegt."
    yield "remarks:"
    yield '  # - "..."'
    yield ""
    yield f"# Het programma komt tot: {report.verdict.label}."
    yield "# Uw eigen advies: positive, conditional (onder voorwaarden) of negative."
    yield "# verdict:"
    yield f"#   status: {report.verdict.status}"
    yield '#   reason: "..."'


def _criterion(criterion: CriterionInfo) -> Iterator[str]:
    yield f"  # {criterion.number}. {_one_line(criterion.title)}"
    where = f", {_one_line(criterion.where)}" if criterion.where else ""
    yield f"  #    het programma: {_STATUSES[criterion.status]}{where}"
    for each in criterion.evidence[:1]:
        yield f"  #    “{_one_line(each.quote)}”"
    yield f'  # {criterion.id}: {{status: {criterion.status}, reason: "..."}}'


def _finding(finding: FindingInfo) -> Iterator[str]:
    yield f"  # {finding.code}: {_one_line(finding.message)}"
    place = f'rule: {finding.code}, place: "{finding.fingerprint}"'
    yield f'  # - {{{place}, reason: "...", who: "...", until: 2099-12-31}}'


def _one_line(text: str) -> str:
    """Return text of the document so that it stays in its comment."""
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rpartition(' ')[0]} …"


def _quoted(text: str) -> str:
    safe = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
