"""Build the dashboard of an audit: a folder of pages, put in place whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocheck.batch.dashboard import bars, figures, kin_pages, rows
from protocheck.batch.dashboard.engine import figure
from protocheck.batch.dashboard.folder import whole_folder
from protocheck.batch.dashboard.site import Page, Site
from protocheck.batch.dashboard.summary import account, points, tiles
from protocheck.batch.dashboard.texts import shown
from protocheck.batch.overview import Entry, Overview
from protocheck.batch.wording import STATES
from protocheck.model.kinship import Kinship
from protocheck.report import as_html, as_json
from protocheck.report.wording import short_title

MOST_ROWS = 5_000  # in one page: a browser is slow with a longer table
_FIRST = 25  # documents in the heat map of the first page
_BACK = (("Overzicht", "../index.html"), ("Alle documenten", "../documenten.html"))
_PLACES = 5  # of a file that stands in many, named on its page
_RANKS = {"error": 2, "warning": 1, "info": 0}


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: how many pages, how many bytes, in how many seconds."""

    pages: int
    bytes: int
    seconds: float


def build(
    overview: Overview,
    target: Path,
    view: Kinship | None = None,
    told: Callable[[], None] | None = None,
) -> Built:
    """Write the dashboard.

    Args:
        overview: what the audit found.
        target: the folder; made when there is none, replaced when it is a dashboard of ours.
        view: families, pairs, leftovers and days due, for their pages.
        told: is called for each document that has its page.

    Raises:
        UsageError: the folder holds what is not ours.
        OSError: it cannot be written.
    """
    began = time.monotonic()
    with whole_folder(target) as folder:
        site = Site(overview, folder, view)
        site.write_assets()
        for write in (_index, _documents, _findings, _parties, _years, _refused):
            write(site)
        if view is not None:
            kin_pages.write(site, view)
        _advice(site, told)
        written = [each for each in folder.rglob("*") if each.is_file()]
        size = sum(each.stat().st_size for each in written)
        count = sum(each.suffix == ".html" for each in written)
    return Built(count, size, time.monotonic() - began)


def _index(site: Site) -> None:
    overview = site.overview
    left: list[bars.Bars] = []
    right: list[bars.Bars] = []
    if overview.judged:
        left = [bars.spread_bars(overview), bars.verdict_bars(overview)]
        right = [bars.criteria_bars(overview), bars.code_bars(site.codes)]
    site.write(
        "index.html",
        "index.html.j2",
        Page("Overzicht", "index.html"),
        tiles=tiles(overview),
        points=points(overview, site.codes),
        left=site.charts(left),
        right=site.charts(right),
        rows=site.rows(figures.worst_first(overview.judged)[:_FIRST]),
        judged=len(overview.judged),
        account=list(account(overview)),
    )


def _documents(site: Site) -> None:
    entries = figures.worst_first(site.overview.judged)
    parts = [entries[at : at + MOST_ROWS] for at in range(0, len(entries), MOST_ROWS)]
    names = ["documenten.html", *(f"documenten-{number}.html" for number in range(2, len(parts) + 1))]
    for number, part in enumerate(parts):
        others = [
            (f"Deel {at + 1}", "" if at == number else name)
            for at, name in enumerate(names)
            if len(parts) > 1
        ]
        site.write(
            names[number],
            "documents.html.j2",
            Page("Documenten", "documenten.html"),
            lead=_lead(number, len(parts), len(part)),
            others=others,
            rows=site.rows(part),
            years=[(rows.short_year(year), year) for year in figures.years(site.overview)],
            elements=[(each.number, f"{each.number} {short_title(each)}") for each in site.overview.criteria],
            bodies=sorted(((rows.body_id(each.key), each.name) for each in site.bodies), key=_by_name),
        )


def _lead(number: int, parts: int, count: int) -> str:
    said = "Wat het eerst aandacht vraagt, staat bovenaan."
    if parts == 1:
        return said
    return (
        f"{said} Deel {number + 1} van {parts}, met {figure(count)} documenten; "
        "zoeken en sorteren geldt binnen een deel."
    )


def _findings(site: Site) -> None:
    overview = site.overview
    if not overview.judged:
        return
    total = len(overview.judged)
    listed = [
        (
            row,
            f"bevindingen/{_safe(row.code)}.html",
            round(100 * row.documents / total),
            _RANKS[row.severity],
        )
        for row in site.codes
    ]
    drawn = [bars.code_bars(site.codes), bars.findings_by_year(overview)]
    site.write(
        "bevindingen.html",
        "findings.html.j2",
        Page("Bevindingen", "bevindingen.html"),
        codes=listed,
        charts=site.charts(drawn),
    )
    by_judgement = {entry.judgement: entry for entry in overview.judged}
    for row, file, _share, _rank in listed:
        found = [each for each in overview.findings_of(row.code) if each.judgement in by_judgement]
        found.sort(key=lambda each: (by_judgement[each.judgement].places, each.judgement, each.position))
        site.write(
            file,
            "code.html.j2",
            Page(f"{row.code}: {row.title}", "bevindingen.html"),
            row=row,
            places=(
                (each, by_judgement[each.judgement].name, f"../{site.files[each.judgement]}")
                for each in found
            ),
        )


def _parties(site: Site) -> None:
    overview = site.overview
    if not overview.judged:
        return
    both = (True, False)
    drawn = [bars.gaps_by_body(overview, site.bodies, sending=each) for each in both]
    drawn += [bars.findings_by_body(overview, site.bodies, sending=each) for each in both]
    site.write(
        "partijen.html",
        "parties.html.j2",
        Page("Partijen", "partijen.html"),
        bodies=[(row, f"documenten.html#partij={rows.body_id(row.key)}") for row in site.bodies],
        charts=site.charts([each for each in drawn if each.labels]),
    )


def _years(site: Site) -> None:
    overview = site.overview
    if not overview.judged:
        return
    drawn = [bars.verdict_bars(overview), bars.gaps_by_year(overview), bars.findings_by_year(overview)]
    site.write(
        "jaren.html",
        "years.html.j2",
        Page("Jaren", "jaren.html"),
        years=figures.year_rows(overview),
        charts=site.charts(drawn),
    )


def _refused(site: Site) -> None:
    refused = site.overview.refused
    if not refused:
        return
    site.write(
        "niet-getoetst.html",
        "refused.html.j2",
        Page("Niet getoetst", "niet-getoetst.html"),
        files=sorted(
            ((place, entry) for entry in refused for place in entry.places), key=lambda pair: pair[0]
        ),
        states=[(state.value, name) for state, name in STATES.items() if state.value != "judged"],
        state_names=STATES,
    )


def _advice(site: Site, told: Callable[[], None] | None) -> None:
    """Write the page of each document; one after another, so that memory stays flat."""
    (site.folder / rows.FOLDER).mkdir()
    families = _families(site)
    for entry in site.overview.judged:
        _document(site, entry, [*_BACK, *families.get(entry.judgement, ())])
        if told is not None:
            told()


def _document(site: Site, entry: Entry, back: Sequence[tuple[str, str]]) -> None:
    file = site.files[entry.judgement]
    try:
        report = as_json.read(site.overview.report(entry))
    except ValueError:  # of another version of the program, and not judged again since
        site.write(file, "unread.html.j2", Page(entry.name, "documenten.html"), entry=entry)
        return
    paper, found = shown(report, site.overview.passages(entry), _places(entry))
    page = as_html.render(report, [paper], found=found, back=back)
    (site.folder / file).write_bytes(page.encode("utf-8", "replace"))


def _families(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Return the link to the family of each document that has one."""
    return {
        member.paper: [("Familie van dit protocol", f"../{kin_pages.family_file(family)}")]
        for family in (site.view.families if site.view else ())
        for member in family.members
    }


def _places(entry: Entry) -> str:
    more = len(entry.places) - _PLACES
    return "; ".join(entry.places[:_PLACES]) + (f" en {more} andere plaatsen" if more > 0 else "")


def _safe(code: str) -> str:
    return "".join(sign for sign in code if sign.isalnum() or sign in "-_")


def _by_name(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[1].casefold(), pair[0]
