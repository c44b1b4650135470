"""Take a report apart into the rows of the store.

What a document says is only ever a value, never part of SQL.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from protocheck.batch.store.folding import folded

if TYPE_CHECKING:
    from protocheck.model.report import DatedFact, Report

Value = str | int | float | None
Row = tuple[Value, ...]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "criteria": ("criterion", "number", "title", "status", "place", "remarks"),
    "elements": ("criterion", "position", "element", "title", "status"),
    "evidence": ("criterion", "position", "place", "page", "quote"),
    "findings": (
        *("position", "code", "severity", "title", "message", "suggestion", "place", "page", "line"),
        *("quote", "fingerprint", "waived"),
    ),
    "parties": ("position", "name", "short_name", "folded", "kind", "role", "kbo"),
    "dates": ("role", "position", "value", "text", "party"),
    "statutes": ("position", "key", "kind", "title", "date", "articles"),
    "data_items": ("position", "name", "justification", "retention"),
}
SUMMARY = (
    *("packs", "media_type", "method", "pages", "quality", "repairs", "unreadable_pages", "title"),
    *("verdict", "signed", "in_force", "ends", "year"),
)


def _insert(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" for _ in ("judgement", *columns))
    return f"INSERT INTO {table} (judgement, {', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of ours


INSERT = {table: _insert(table, columns) for table, columns in COLUMNS.items()}
UPDATE = f"UPDATE judgements SET {', '.join(f'{name} = ?' for name in SUMMARY)} WHERE id = ?"  # noqa: S608 - names of ours


def read(report: str) -> Report:
    """Return the report of a judgement, checked.

    Raises:
        ValueError: it is no such report.
    """
    from protocheck.report import as_json  # noqa: PLC0415 - heavy

    return as_json.read(report)


def summary(report: Report) -> Row:
    """Return what a judgement itself says, in the order of SUMMARY."""
    document, dates = report.document, report.facts.dates
    signed, in_force = _last(dates.signature), _first(dates.entry_into_force)
    known = signed or in_force
    return (
        " ".join(report.rules.packs),
        document.media_type,
        document.method,
        document.pages,
        document.quality,
        document.repairs,
        len(document.unreadable_pages),
        document.title,
        report.verdict.status,
        _day(signed),
        _day(in_force),
        _day(_last(dates.end)),
        known.year if known else None,
    )


def rows(report: Report) -> Mapping[str, list[Row]]:
    """Return the rows of each table, in the order of COLUMNS."""
    facts = report.facts
    return {
        "criteria": [
            (each.id, each.number, each.title, each.status, each.where, "\n".join(each.remarks))
            for each in report.criteria
        ],
        "elements": [
            (each.id, at, part.id, part.title, part.status)
            for each in report.criteria
            for at, part in enumerate(each.elements)
        ],
        "evidence": [
            (each.id, at, part.label, part.page, part.quote)
            for each in report.criteria
            for at, part in enumerate(each.evidence)
        ],
        "findings": _findings(report),
        "parties": [
            (
                *(at, each.name, each.short_name, folded(each.name), each.kind, each.role),
                each.kbo if each.kbo_valid else "",
            )
            for at, each in enumerate(facts.parties)
        ],
        "dates": _dates(report),
        "statutes": [
            (at, each.key, each.kind, each.title, _day(each.date), ", ".join(each.articles))
            for at, each in enumerate(facts.statutes)
        ],
        "data_items": [
            (at, each.name, each.justification, each.retention) for at, each in enumerate(facts.data_items)
        ],
    }


def _findings(report: Report) -> list[Row]:
    return [
        (
            *(at, each.code, each.severity, each.title, each.message, each.suggestion, each.label, each.page),
            *(each.line, each.quote, each.fingerprint, each.waived),
        )
        for at, each in enumerate(report.findings)
    ]


def _dates(report: Report) -> list[Row]:
    dates = report.facts.dates
    by_role = {
        "signature": dates.signature,
        "entry_into_force": dates.entry_into_force,
        "dpo_advice": dates.dpo_advice,
        "decision": dates.decision,
        "end": dates.end,
    }
    return [
        (role, at, _day(each.value), each.text, each.party)
        for role, found in by_role.items()
        for at, each in enumerate(found)
    ]


def _values(dates: Iterable[DatedFact]) -> list[dt.date]:
    return sorted(each.value for each in dates if each.value is not None)


def _first(dates: Iterable[DatedFact]) -> dt.date | None:
    return next(iter(_values(dates)), None)


def _last(dates: Iterable[DatedFact]) -> dt.date | None:
    return next(reversed(_values(dates)), None)


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None
