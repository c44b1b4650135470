"""The tables of an export: which columns they have, and their rows one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocheck.batch.exports.cells import Value
from protocheck.batch.overview import Criterion, Entry, Overview
from protocheck.batch.wording import MEDIA, ROLES, SEVERITIES, STATES, STATUSES, VERDICTS
from protocheck.report.wording import short_title


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the name and width of each column, and how to get its rows."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterator[tuple[Value, ...]]


def tables(overview: Overview) -> tuple[Table, ...]:
    """Return every table, the documents first."""
    return (documents(overview), findings(overview), parties(overview), refused(overview))


def documents(overview: Overview) -> Table:
    """Return the documents with a column for each criterion; a content in two places has two rows."""
    columns = (
        ("Bestand", 50),
        ("Titel", 50),
        ("Toestand", 12),
        ("Oordeel", 18),
        ("Jaar", 7),
        ("Ondertekend", 12),
        ("Inwerking", 12),
        ("Einde", 12),
        ("Deelt mee", 30),
        ("Ontvangt", 30),
        *((_head(criterion), 14) for criterion in overview.criteria),
        ("In orde", 9),
        ("Niet in orde", 12),
        *((name.capitalize(), 14) for name in ("fouten", "waarschuwingen", "opmerkingen")),
        ("Codes", 30),
        ("Soort bestand", 14),
        ("Bladzijden", 11),
        ("Leesbaarheid (%)", 12),
        ("Herstellingen", 13),
        ("Reden", 40),
        ("Wat te doen", 40),
        ("Regels", 24),
        ("SHA-256", 20),
    )
    return Table(
        "Documenten", columns, (_document(overview, entry, place) for place, entry in _by_place(overview))
    )


def _head(criterion: Criterion) -> str:
    return f"{criterion.number} {short_title(criterion)}"


def _by_place(overview: Overview) -> list[tuple[str, Entry]]:
    return sorted(
        ((place, entry) for entry in overview.entries for place in entry.places), key=lambda pair: pair[0]
    )


def _document(overview: Overview, entry: Entry, place: str) -> tuple[Value, ...]:
    judged = entry.judged
    return (
        place,
        entry.title,
        STATES[entry.state],
        VERDICTS[entry.verdict] if entry.verdict else "",
        entry.year,
        entry.signed,
        entry.in_force,
        entry.ends,
        "; ".join(body.name for body in entry.senders),
        "; ".join(body.name for body in entry.receivers),
        *(_status(entry, criterion) for criterion in overview.criteria),
        entry.count("met") if judged else None,
        entry.gaps if judged else None,
        *((entry.found.get(each, 0) if judged else None) for each in SEVERITIES),
        ", ".join(f"{code} ({count})" if count > 1 else code for code, count in sorted(entry.codes.items())),
        MEDIA.get(entry.media_type, entry.media_type),
        entry.pages,
        None if entry.quality is None else round(100 * entry.quality),
        entry.repairs,
        entry.reason,
        entry.hint,
        entry.packs,
        entry.sha256,
    )


def _status(entry: Entry, criterion: Criterion) -> str:
    status = entry.statuses.get(criterion.id)
    return STATUSES[status] if status else ""


def findings(overview: Overview) -> Table:
    """Return every open finding, by document and in its order."""
    columns = (
        ("Bestand", 50),
        ("Titel", 40),
        ("Code", 8),
        ("Ernst", 14),
        ("Bevinding", 30),
        ("Wat er is", 60),
        ("Wat te doen", 60),
        ("Plaats", 20),
        ("Bladzijde", 10),
        ("Regel", 8),
        ("Woorden", 50),
    )
    return Table("Bevindingen", columns, _findings(overview))


def _findings(overview: Overview) -> Iterator[tuple[Value, ...]]:
    for entry in overview.judged:
        for each in overview.findings(entry):
            yield (
                entry.place,
                entry.title,
                each.code,
                SEVERITIES[each.severity],
                each.title,
                each.message,
                each.suggestion,
                each.place,
                each.page,
                each.line,
                each.quote,
            )


def parties(overview: Overview) -> Table:
    """Return the parties of each document; the same key is the same body."""
    columns = (
        ("Bestand", 50),
        ("Titel", 40),
        ("Partij", 40),
        ("Korte naam", 24),
        ("Rol", 22),
        ("Ondernemingsnummer", 18),
        ("Sleutel", 24),
        ("Oordeel", 18),
        ("Jaar", 7),
        ("Niet in orde", 12),
    )
    return Table("Partijen", columns, _parties(overview))


def _parties(overview: Overview) -> Iterator[tuple[Value, ...]]:
    for entry in overview.judged:
        for body in entry.bodies:
            yield (
                entry.place,
                entry.title,
                body.name,
                body.short_name,
                ROLES.get(body.role, ""),
                body.kbo,
                body.key,
                VERDICTS[entry.verdict] if entry.verdict else "",
                entry.year,
                entry.gaps,
            )


def refused(overview: Overview) -> Table:
    """Return the files that were not judged, with the reason."""
    columns = (("Bestand", 60), ("Toestand", 12), ("Reden", 70), ("Wat te doen", 70), ("Soort bestand", 16))
    return Table(
        "Niet getoetst",
        columns,
        (
            (
                place,
                STATES[entry.state],
                entry.reason,
                entry.hint,
                MEDIA.get(entry.media_type, entry.media_type),
            )
            for place, entry in _by_place(overview)
            if not entry.judged
        ),
    )
