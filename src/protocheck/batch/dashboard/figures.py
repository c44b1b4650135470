"""The figures of the dashboard: counted over all documents, without a word of how they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from protocheck.batch.overview import Body, Entry, Overview
from protocheck.batch.wording import VERDICTS
from protocheck.model.outcome import Severity

NO_YEAR = "zonder jaar"
_ROLES = ("sender", "receiver")


@dataclass(frozen=True, slots=True)
class BodyRow:
    """What the documents of one body say together."""

    key: str
    name: str
    kbo: str
    documents: int
    sends: int
    receives: int
    verdicts: tuple[int, ...]
    gaps: float
    errors: float


@dataclass(frozen=True, slots=True)
class CodeRow:
    """How often one code of findings occurs."""

    code: str
    severity: Severity
    title: str
    documents: int
    findings: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """The documents of one year: how many, their verdicts, and the share in order of each criterion."""

    year: str
    documents: int
    verdicts: tuple[int, ...]
    gaps: float
    shares: tuple[float, ...]


def years(overview: Overview) -> list[str]:
    """Return the years of the documents in order; those without come last."""
    known = sorted({entry.year for entry in overview.judged if entry.year})
    without = any(not entry.year for entry in overview.judged)
    return [*map(str, known), *([NO_YEAR] if without else [])]


def year_of(entry: Entry) -> str:
    """Return the year of a document, in a word when there is none."""
    return str(entry.year) if entry.year else NO_YEAR


def body_rows(overview: Overview) -> list[BodyRow]:
    """Return every body that is a party, the busiest first."""
    names: dict[str, Counter[str]] = {}
    numbers: dict[str, str] = {}
    held: dict[str, dict[str, list[Entry]]] = {}
    for entry in overview.judged:
        for key, bodies in _by_key(entry.bodies).items():
            names.setdefault(key, Counter()).update({body.name for body in bodies})
            numbers[key] = max(numbers.get(key, ""), *(body.kbo for body in bodies))
            of_key = held.setdefault(key, {"all": [], "sender": [], "receiver": []})
            of_key["all"].append(entry)
            for role in {role for body in bodies for role in roles(body)}:
                of_key[role].append(entry)
    rows = [_body_row(key, _usual(names[key]), numbers[key], parts) for key, parts in held.items()]
    return sorted(rows, key=lambda row: (-row.documents, row.name.casefold(), row.key))


def _body_row(key: str, name: str, kbo: str, parts: dict[str, list[Entry]]) -> BodyRow:
    entries = parts["all"]
    return BodyRow(
        key,
        name,
        kbo,
        len(entries),
        len(parts["sender"]),
        len(parts["receiver"]),
        tuple(sum(entry.verdict == each for entry in entries) for each in VERDICTS),
        mean(entry.gaps for entry in entries),
        mean(entry.found.get("error", 0) for entry in entries),
    )


def code_rows(overview: Overview) -> list[CodeRow]:
    """Return every code that was found, those in most documents first."""
    documents: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for entry in overview.judged:
        documents.update(entry.codes.keys())
        findings.update(entry.codes)
    titles = overview.codes()
    rows = [CodeRow(code, *titles[code], documents[code], findings[code]) for code in documents]
    return sorted(rows, key=lambda row: (-row.documents, row.code))


def year_rows(overview: Overview) -> list[YearRow]:
    """Return the years with what their documents say together."""
    by_year = grouped(overview.judged, year_of)
    return [
        YearRow(
            year,
            len(by_year[year]),
            tuple(sum(entry.verdict == each for entry in by_year[year]) for each in VERDICTS),
            mean(entry.gaps for entry in by_year[year]),
            tuple(
                mean(entry.statuses.get(criterion.id) == "met" for entry in by_year[year])
                for criterion in overview.criteria
            ),
        )
        for year in years(overview)
    ]


def worst_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return the documents, those with most elements not in order first, as the heading of the table says."""
    return sorted(
        entries,
        key=lambda entry: (-entry.gaps, -entry.count("unmet"), -entry.found.get("error", 0), entry.places),
    )


def grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Return the documents that have the same key together."""
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(key(entry), []).append(entry)
    return held


def _by_key(bodies: Iterable[Body]) -> dict[str, list[Body]]:
    held: dict[str, list[Body]] = {}
    for body in bodies:
        held.setdefault(body.key, []).append(body)
    return held


def roles(body: Body) -> tuple[str, ...]:
    """Return whether a body sends, receives, or both."""
    return (
        ("sender", "receiver") if body.role == "both" else tuple(role for role in _ROLES if role == body.role)
    )


def _usual(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def mean(values: Iterable[float]) -> float:
    """Return the mean; 0 of nothing."""
    held = list(values)
    return sum(held) / len(held) if held else 0.0
