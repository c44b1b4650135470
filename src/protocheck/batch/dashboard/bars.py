"""The bars of every chart of the dashboard: what it shows and how long its parts are; nothing is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from protocheck.batch.dashboard.figures import BodyRow, CodeRow, grouped, mean, roles, year_of, years
from protocheck.batch.overview import Criterion, Entry, Overview
from protocheck.batch.wording import SEVERITIES, STATUSES, VERDICTS
from protocheck.model.outcome import Status
from protocheck.report.wording import short_title

MOST_BARS = 15  # of bodies or codes in one chart; more than that nobody compares
_LONG = 70  # characters of a name beside a bar
_GAPS: tuple[Status, ...] = ("partial", "unmet", "unreadable")


@dataclass(frozen=True, slots=True)
class Series:
    """What has one colour in a chart: its key ('unmet'), its name, and a value for each bar."""

    key: str
    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of stacked bars.

    Attributes:
        id: its name in the page.
        title: what it shows.
        axis: what the length of a bar is.
        labels: of the bars.
        series: what each bar is made of.
        lying: whether the bars lie, which leaves room for long labels.
        head: what the labels are, as the head of the table with the same figures.
        decimals: of the values.
        note: what to know besides.
    """

    id: str
    title: str
    axis: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    head: str
    lying: bool = False
    decimals: int = 0
    note: str = ""


def criteria_bars(overview: Overview) -> Bars:
    """Return how each criterion was judged."""
    return Bars(
        "elementen",
        "Hoe het met elk element staat",
        "aantal documenten",
        tuple(_named(criterion) for criterion in overview.criteria),
        tuple(
            Series(
                status,
                name,
                tuple(
                    sum(entry.statuses.get(criterion.id) == status for entry in overview.judged)
                    for criterion in overview.criteria
                ),
            )
            for status, name in STATUSES.items()
        ),
        "Element",
        lying=True,
    )


def _named(criterion: Criterion) -> str:
    return f"{criterion.number}. {short_title(criterion)}"


def spread_bars(overview: Overview) -> Bars:
    """Return how many documents have how many criteria in order."""
    most = len(overview.criteria)
    counted = Counter(entry.count("met") for entry in overview.judged)
    return Bars(
        "spreiding",
        "Hoeveel elementen in orde zijn",
        "aantal documenten",
        tuple(str(number) for number in range(most + 1)),
        (Series("plain", "documenten", tuple(counted[number] for number in range(most + 1))),),
        "Elementen in orde",
    )


def verdict_bars(overview: Overview) -> Bars:
    """Return the verdicts by year."""
    names, by_year = years(overview), grouped(overview.judged, year_of)
    return Bars(
        "oordelen",
        "Oordelen per jaar van ondertekening",
        "aantal documenten",
        tuple(names),
        tuple(
            Series(key, name, tuple(sum(each.verdict == key for each in by_year[year]) for year in names))
            for key, name in VERDICTS.items()
        ),
        "Jaar",
    )


def gaps_by_year(overview: Overview) -> Bars:
    """Return how many criteria a document of each year lacks, on average."""
    names, by_year = years(overview), grouped(overview.judged, year_of)
    return Bars(
        "lacunes-jaren",
        "Elementen die niet in orde zijn, per jaar",
        "gemiddeld aantal per document",
        tuple(names),
        _gap_series([by_year[year] for year in names]),
        "Jaar",
        decimals=1,
    )


def findings_by_year(overview: Overview) -> Bars:
    """Return how many findings a document of each year has, on average."""
    names, by_year = years(overview), grouped(overview.judged, year_of)
    return Bars(
        "bevindingen-jaren",
        "Bevindingen per jaar",
        "gemiddeld aantal per document",
        tuple(names),
        _finding_series([by_year[year] for year in names]),
        "Jaar",
        decimals=1,
    )


def gaps_by_body(overview: Overview, rows: Sequence[BodyRow], *, sending: bool) -> Bars:
    """Return how many criteria the documents of each sender or receiver lack, on average."""
    return _by_body(
        "lacunes", "Elementen die niet in orde zijn, bij", _gap_series, overview, rows, sending=sending
    )


def findings_by_body(overview: Overview, rows: Sequence[BodyRow], *, sending: bool) -> Bars:
    """Return how many findings the documents of each sender or receiver have, on average."""
    return _by_body("bevindingen", "Bevindingen bij", _finding_series, overview, rows, sending=sending)


def _by_body(
    what: str,
    title: str,
    series: Callable[[Sequence[Sequence[Entry]]], tuple[Series, ...]],
    overview: Overview,
    rows: Sequence[BodyRow],
    *,
    sending: bool,
) -> Bars:
    shown, groups, note = _busiest(overview, rows, sending=sending)
    return Bars(
        f"{what}-{'meedelend' if sending else 'ontvangend'}",
        f"{title} partijen die gegevens {'meedelen' if sending else 'ontvangen'}",
        "gemiddeld aantal per document",
        tuple(f"{_cut(row.name)} ({len(group)})" for row, group in zip(shown, groups, strict=True)),
        series(groups),
        "Partij (aantal documenten)",
        lying=True,
        decimals=1,
        note=note,
    )


def code_bars(rows: Sequence[CodeRow]) -> Bars:
    """Return in how many documents each of the most frequent codes occurs."""
    shown = rows[:MOST_BARS]
    return Bars(
        "codes",
        "De bevindingen die het meest voorkomen",
        "aantal documenten",
        tuple(f"{row.code} {row.title}" for row in shown),
        tuple(
            Series(key, name, tuple(row.documents if row.severity == key else 0 for row in shown))
            for key, name in SEVERITIES.items()
        ),
        "Bevinding",
        lying=True,
        note=_of(len(shown), len(rows), "bevindingen"),
    )


def _busiest(
    overview: Overview, rows: Sequence[BodyRow], *, sending: bool
) -> tuple[list[BodyRow], list[list[Entry]], str]:
    """Return the bodies with most documents in a role, and those documents."""
    role = "sender" if sending else "receiver"
    groups: dict[str, list[Entry]] = {}
    for entry in overview.judged:
        for key in {body.key for body in entry.bodies if role in roles(body)}:
            groups.setdefault(key, []).append(entry)
    having = [row for row in rows if row.key in groups]
    having.sort(key=lambda row: (-len(groups[row.key]), row.name.casefold(), row.key))
    shown = having[:MOST_BARS]
    return shown, [groups[row.key] for row in shown], _of(len(shown), len(having), "partijen")


def _cut(name: str) -> str:
    return name if len(name) <= _LONG else f"{name[: _LONG - 2].rstrip()} …"


def _of(shown: int, total: int, what: str) -> str:
    if shown == total:
        return ""
    return f"De {shown} {what} met de meeste documenten, van {total}."


def _gap_series(groups: Sequence[Sequence[Entry]]) -> tuple[Series, ...]:
    return tuple(
        Series(key, STATUSES[key], tuple(mean(entry.count(key) for entry in group) for group in groups))
        for key in _GAPS
    )


def _finding_series(groups: Sequence[Sequence[Entry]]) -> tuple[Series, ...]:
    return tuple(
        Series(key, name, tuple(mean(entry.found.get(key, 0) for entry in group) for group in groups))
        for key, name in SEVERITIES.items()
    )
