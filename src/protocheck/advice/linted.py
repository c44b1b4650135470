"""From the types between the stages to what both the advice and `lint` report of them."""

from __future__ import annotations

from dataclasses import fields
from itertools import groupby
from typing import Any

from protocheck.model.lint_report import LintFinding
from protocheck.model.outcome import Finding, Outcome, Place
from protocheck.model.package import Reading
from protocheck.model.reported import (
    AnnexInfo,
    BoxInfo,
    DocumentInfo,
    FindingInfo,
    PlaceInfo,
    ProvenanceInfo,
    RunInfo,
)
from protocheck.model.text import Location, SourceText
from protocheck.repair.quality import complaint


def document_info(reading: Reading) -> DocumentInfo:
    """Return what the report says of the document itself."""
    source, quality = reading.text.source, reading.text.quality
    return DocumentInfo(
        name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        pages=len(source.pages) or None,
        title=reading.outline.title or reading.facts.title or source.title,
        quality=round(quality.score, 3),
        method=source.method,
        repairs=repairs_of(reading),
        readable=quality.readable,
        unreadable_pages=tuple(page.page for page in quality.pages if not page.readable and page.page),
        notes=_notes(reading),
        provenance=provenance(source),
    )


def annex_info(reading: Reading) -> AnnexInfo:
    """Return what the report says of an annex that was handed in."""
    source = reading.text.source
    return AnnexInfo(
        name=source.name,
        sha256=source.sha256,
        document=reading.document,
        title=reading.outline.title,
        pages=len(source.pages) or None,
        method=source.method,
        provenance=provenance(source),
        notes=_notes(reading),
        media_type=source.media_type,
    )


def repairs_of(reading: Reading) -> int:
    """Return how many reading errors were mended; notation that was taken out is none."""
    return sum(edit.rule.split("/")[0] != "markup" for edit in reading.text.edits)


def _notes(reading: Reading) -> tuple[str, ...]:
    said = complaint(reading.text.quality)
    return (*reading.text.source.notes, *([said] if said else []))


def provenance(source: SourceText) -> tuple[ProvenanceInfo, ...]:
    """Return how the text of each page came about; pages in a row that came the same way together."""
    if not source.pages:
        return (ProvenanceInfo(first=None, last=None, method=source.method, confidence=1.0),)
    alike = groupby(source.pages, key=lambda page: (page.method, round(page.confidence, 2)))
    runs = [(way, [page.number for page in pages]) for way, pages in alike]
    return tuple(
        ProvenanceInfo(first=numbers[0], last=numbers[-1], method=method, confidence=confidence)
        for (method, confidence), numbers in runs
    )


def run_infos(outcome: Outcome) -> tuple[RunInfo, ...]:
    """Return what happened to the rules that did not simply run."""
    return tuple(
        RunInfo(id=run.id, state=run.state, reason=run.reason) for run in outcome.runs if run.state != "ran"
    )


def finding_info(finding: Finding) -> FindingInfo:
    """Return a finding with its place."""
    primary, aside = finding.primary, finding.waived
    where = primary.location
    return FindingInfo(
        code=finding.code,
        severity=finding.severity,
        title=finding.title,
        message=finding.message,
        suggestion=finding.suggestion,
        document=primary.document,
        ref=primary.ref,
        label=primary.label,
        page=where.page,
        line=where.line,
        quote=primary.quote,
        related=tuple(_place(place) for place in finding.related),
        waived=aside.reason if aside else None,
        column=where.column if primary.quote else None,
        cell=where.cell,
        heading=where.heading or primary.heading,
        excerpt=primary.excerpt,
        why=finding.why,
        fingerprint=finding.fingerprint,
        waived_by=aside.who if aside else "",
        waived_until=aside.until if aside else None,
        boxes=boxes(where),
        end_line=where.end_line if primary.quote else None,
        end_column=where.end_column if primary.quote else None,
    )


def boxes(location: Location) -> tuple[BoxInfo, ...]:
    """Return where words stand on the pages of a PDF."""
    return tuple(
        BoxInfo(page=box.page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom) for box in location.boxes
    )


def lint_finding(finding: Finding, *, file: str, protocol: str) -> LintFinding:
    """Return a finding in the file of that path, among many."""
    info = finding_info(finding)
    told: dict[str, Any] = {field.name: getattr(info, field.name) for field in fields(info)}
    return LintFinding(**told, file=file, protocol=protocol)


def _place(place: Place) -> PlaceInfo:
    where = place.location
    return PlaceInfo(
        document=place.document,
        ref=place.ref,
        label=place.label,
        page=where.page,
        line=where.line,
        quote=place.quote,
        column=where.column if place.quote else None,
        cell=where.cell,
        heading=where.heading or place.heading,
        excerpt=place.excerpt,
        end_line=where.end_line if place.quote else None,
        end_column=where.end_column if place.quote else None,
    )
