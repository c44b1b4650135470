"""Take a report apart into the rows of the store.

What a document says is only ever a value, never part of SQL. The report is read as plain JSON, for a model of
it would take a tenth of a second to build before the first document; so every value is looked at here.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from protocheck.batch.word_forms import folded

Value = str | int | float | None
Row = tuple[Value, ...]
Part = Mapping[str, Any]

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


def read(report: str) -> Part:
    """Return the report of a judgement.

    Raises:
        ValueError: it is no JSON object.
    """
    return _part(json.loads(report))


def summary(report: Part) -> Row:
    """Return what a judgement itself says, in the order of SUMMARY.

    Raises:
        ValueError: the report is not as promised.
    """
    with _promised():
        document, dates = report["document"], report["facts"]["dates"]
        signed = max(_days(dates["signature"]), default=None)
        in_force = min(_days(dates["entry_into_force"]), default=None)
        known = signed or in_force
        return (
            " ".join(_text(each) for each in report["rules"]["packs"]),
            _text(document["media_type"]),
            _text(document["method"]),
            _count(document["pages"]),
            _share(document["quality"]),
            _count(document["repairs"]),
            len(document["unreadable_pages"]),
            _text(document["title"]),
            _text(report["verdict"]["status"]),
            signed,
            in_force,
            max(_days(dates["end"]), default=None),
            int(known[:4]) if known else None,
        )


def rows(report: Part) -> Mapping[str, list[Row]]:
    """Return the rows of each table, in the order of COLUMNS.

    Raises:
        ValueError: the report is not as promised.
    """
    with _promised():
        facts, criteria = report["facts"], report["criteria"]
        return {
            "criteria": [_criterion(each) for each in criteria],
            "elements": [
                (_text(each["id"]), at, *_texts(part, "id", "title", "status"))
                for each in criteria
                for at, part in enumerate(each["elements"])
            ],
            "evidence": [
                (_text(each["id"]), at, _text(part["label"]), _count(part["page"]), _text(part["quote"]))
                for each in criteria
                for at, part in enumerate(each["evidence"])
            ],
            "findings": [(at, *_finding(each)) for at, each in enumerate(report["findings"])],
            "parties": [(at, *_party(each)) for at, each in enumerate(facts["parties"])],
            "dates": [
                (role, at, _or_null(each["value"]), _text(each["text"]), _text(each["party"]))
                for role in ("signature", "entry_into_force", "dpo_advice", "decision", "end")
                for at, each in enumerate(facts["dates"][role])
            ],
            "statutes": [(at, *_statute(each)) for at, each in enumerate(facts["statutes"])],
            "data_items": [
                (at, *_texts(each, "name", "justification", "retention"))
                for at, each in enumerate(facts["data_items"])
            ],
        }


def _criterion(each: Part) -> Row:
    remarks = "\n".join(_text(remark) for remark in each["remarks"])
    return (
        _text(each["id"]),
        _count(each["number"]),
        *_texts(each, "title", "status", "where"),
        remarks,
    )


def _finding(each: Part) -> Row:
    return (
        *_texts(each, "code", "severity", "title", "message", "suggestion", "label"),
        *(_count(each["page"]), _count(each["line"])),
        *_texts(each, "quote", "fingerprint"),
        _or_null(each["waived"]),
    )


def _party(each: Part) -> Row:
    name, short_name, kind, role, kbo = _texts(each, "name", "short_name", "kind", "role", "kbo")
    return name, short_name, folded(name), kind, role, kbo if each["kbo_valid"] is True else ""


def _statute(each: Part) -> Row:
    articles = ", ".join(_text(article) for article in each["articles"])
    return (*_texts(each, "key", "kind", "title"), _or_null(each["date"]), articles)


@contextmanager
def _promised() -> Iterator[None]:
    # It comes from a process that read a hostile document: it may be anything that JSON can be.
    try:
        yield
    except (LookupError, TypeError, AttributeError) as fault:
        raise ValueError(f"the report of a judgement is not as promised: {fault!r}") from fault


def _part(value: object) -> Part:
    if not isinstance(value, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - to a caller it is a wrong value like all others
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004 - as above
    return value


def _texts(part: Part, *names: str) -> tuple[str, ...]:
    return tuple(_text(part[name]) for name in names)


def _or_null(value: object) -> str | None:
    return None if value is None else _text(value)


def _count(value: object) -> int | None:
    if value is not None and type(value) is not int:
        raise ValueError("no count")
    return value


def _share(value: object) -> float:
    if type(value) not in {int, float}:
        raise ValueError("no number")
    return float(value)  # type: ignore[arg-type]  # looked at above


def _days(dates: Iterable[Part]) -> list[str]:
    """Return the days that are known, as 2025-01-31: the order of the alphabet is that of time."""
    found = (_or_null(each["value"]) for each in dates)
    return [dt.date.fromisoformat(each).isoformat() for each in found if each is not None]
