"""Build the dashboard of an audit: a folder of pages, put in place whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocheck.batch.dashboard import bars, figures, rows
from protocheck.batch.dashboard.engine import engine, figure, source
from protocheck.batch.dashboard.folder import whole_folder
from protocheck.batch.dashboard.summary import account, points, tiles
from protocheck.batch.dashboard.texts import shown
from protocheck.batch.overview import Entry, Overview
from protocheck.batch.wording import STATES
from protocheck.report import as_html, as_json
from protocheck.report.wording import short_title

MOST_ROWS = 2_500  # in one page: a table of more makes a browser slow
_FIRST = 25  # documents in the heat map of the first page
_ASSETS = ("stijl.css", "tabellen.js")
_PLACES = 5  # of a file that stands in many, named on its page
_RANKS = {"error": 2, "warning": 1, "info": 0}


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: how many pages, how many bytes, in how many seconds."""

    pages: int
    bytes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with their drawing, an SVG that may stand in a page as it is."""

    bars: bars.Bars
    drawing: Any


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page that the menu leads to."""

    file: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """What every page says of itself: its title, and which page of the menu it belongs to."""

    title: str
    menu: str


def build(overview: Overview, target: Path, told: Callable[[int, int], None] | None = None) -> Built:
    """Write the dashboard.

    Args:
        overview: what the audit found.
        target: the folder; made when there is none, replaced when it is a dashboard of ours.
        told: is told how many documents have their page, and of how many.

    Raises:
        UsageError: the folder holds what is not ours.
        OSError: it cannot be written.
    """
    began = time.monotonic()
    with whole_folder(target) as folder:
        site = _Site(overview, folder)
        site.write_assets()
        site.write_index()
        site.write_documents()
        site.write_findings()
        site.write_parties()
        site.write_years()
        site.write_refused()
        site.write_advice(told)
        written = [each for each in folder.rglob("*") if each.is_file()]
        size = sum(each.stat().st_size for each in written)
        count = sum(each.suffix == ".html" for each in written)
    return Built(count, size, time.monotonic() - began)


class _Site:
    """The pages of one dashboard, and what they share."""

    def __init__(self, overview: Overview, folder: Path) -> None:
        self._overview = overview
        self._folder = folder
        self._files = rows.pages(overview)
        self._bodies = figures.body_rows(overview)
        self._codes = figures.code_rows(overview)
        self._menu = tuple(MenuItem(file, title) for file, title in self._listed())

    def _listed(self) -> Iterator[tuple[str, str]]:
        yield "index.html", "Overzicht"
        if self._overview.judged:
            yield "documenten.html", "Documenten"
            yield "bevindingen.html", "Bevindingen"
            yield "partijen.html", "Partijen"
            yield "jaren.html", "Jaren"
        if self._overview.refused:
            yield "niet-getoetst.html", "Niet getoetst"

    def _write(self, file: str, template: str, page: Page, **given: Any) -> None:
        """Fill in a page, piece by piece: the longest never stands in memory whole."""
        target = self._folder / file
        target.parent.mkdir(exist_ok=True)
        overview = self._overview
        filled = (
            engine()
            .get_template(template)
            .generate(
                page=page,
                up="../" * file.count("/"),
                menu=self._menu,
                scope=f"{figure(len(overview.judged))} protocollen, {figure(overview.files)} bestanden",
                made=" ".join(_versions(overview)),
                criteria=overview.criteria,
                **given,
            )
        )
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            # what a file system calls a name need not be text
            stream.writelines(piece.encode("utf-8", "replace").decode("utf-8") for piece in filled)

    def _rows(self, entries: Iterable[Entry]) -> list[rows.Row]:
        return rows.rows(entries, self._overview, self._files)

    def write_assets(self) -> None:
        for name in _ASSETS:
            (self._folder / name).write_text(source(name), "utf-8", newline="\n")

    def write_index(self) -> None:
        overview = self._overview
        left: list[bars.Bars] = []
        right: list[bars.Bars] = []
        if overview.judged:
            left = [bars.spread_bars(overview), bars.verdict_bars(overview)]
            right = [bars.criteria_bars(overview), bars.code_bars(self._codes)]
        self._write(
            "index.html",
            "index.html.j2",
            Page("Overzicht", "index.html"),
            tiles=tiles(overview),
            points=points(overview, self._codes),
            left=_charts(left),
            right=_charts(right),
            rows=self._rows(figures.worst_first(overview.judged)[:_FIRST]),
            judged=len(overview.judged),
            account=list(account(overview)),
        )

    def write_documents(self) -> None:
        entries = figures.worst_first(self._overview.judged)
        parts = [entries[at : at + MOST_ROWS] for at in range(0, len(entries), MOST_ROWS)]
        names = ["documenten.html", *(f"documenten-{number}.html" for number in range(2, len(parts) + 1))]
        for number, part in enumerate(parts):
            others = [
                (f"Deel {at + 1}", "" if at == number else name)
                for at, name in enumerate(names)
                if len(parts) > 1
            ]
            self._write(
                names[number],
                "documents.html.j2",
                Page("Documenten", "documenten.html"),
                lead=self._lead(number, len(parts), len(part)),
                others=others,
                rows=self._rows(part),
                years=[(rows.short_year(year), year) for year in figures.years(self._overview)],
                elements=[
                    (each.number, f"{each.number} {short_title(each)}") for each in self._overview.criteria
                ],
                bodies=sorted(((rows.body_id(each.key), each.name) for each in self._bodies), key=_by_name),
            )

    def _lead(self, number: int, parts: int, count: int) -> str:
        said = "Wat het eerst aandacht vraagt, staat bovenaan."
        if parts == 1:
            return said
        return (
            f"{said} Deel {number + 1} van {parts}, met {figure(count)} documenten; "
            "zoeken en sorteren geldt binnen een deel."
        )

    def write_findings(self) -> None:
        overview = self._overview
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
            for row in self._codes
        ]
        drawn = [bars.code_bars(self._codes), bars.findings_by_year(overview)]
        self._write(
            "bevindingen.html",
            "findings.html.j2",
            Page("Bevindingen", "bevindingen.html"),
            codes=listed,
            charts=_charts(drawn),
        )
        by_judgement = {entry.judgement: entry for entry in overview.judged}
        for row, file, _share, _rank in listed:
            found = [each for each in overview.findings_of(row.code) if each.judgement in by_judgement]
            found.sort(key=lambda each: (by_judgement[each.judgement].places, each.judgement, each.position))
            self._write(
                file,
                "code.html.j2",
                Page(f"{row.code}: {row.title}", "bevindingen.html"),
                row=row,
                places=(
                    (each, by_judgement[each.judgement].name, f"../{self._files[each.judgement]}")
                    for each in found
                ),
            )

    def write_parties(self) -> None:
        overview = self._overview
        if not overview.judged:
            return
        both = (True, False)
        drawn = [bars.gaps_by_body(overview, self._bodies, sending=each) for each in both]
        drawn += [bars.findings_by_body(overview, self._bodies, sending=each) for each in both]
        self._write(
            "partijen.html",
            "parties.html.j2",
            Page("Partijen", "partijen.html"),
            bodies=[(row, f"documenten.html#partij={rows.body_id(row.key)}") for row in self._bodies],
            charts=_charts([each for each in drawn if each.labels]),
        )

    def write_years(self) -> None:
        overview = self._overview
        if not overview.judged:
            return
        drawn = [bars.verdict_bars(overview), bars.gaps_by_year(overview), bars.findings_by_year(overview)]
        self._write(
            "jaren.html",
            "years.html.j2",
            Page("Jaren", "jaren.html"),
            years=figures.year_rows(overview),
            charts=_charts(drawn),
        )

    def write_refused(self) -> None:
        refused = self._overview.refused
        if not refused:
            return
        self._write(
            "niet-getoetst.html",
            "refused.html.j2",
            Page("Niet getoetst", "niet-getoetst.html"),
            files=sorted(
                ((place, entry) for entry in refused for place in entry.places), key=lambda pair: pair[0]
            ),
            states=[(state.value, name) for state, name in STATES.items() if state.value != "judged"],
            state_names=STATES,
        )

    def write_advice(self, told: Callable[[int, int], None] | None) -> None:
        """Write the page of each document; one after another, so that memory stays flat."""
        (self._folder / rows.FOLDER).mkdir()
        back = (("Overzicht", "../index.html"), ("Alle documenten", "../documenten.html"))
        for number, entry in enumerate(self._overview.judged, start=1):
            report = as_json.read(self._overview.report(entry))
            paper, found = shown(report, self._overview.passages(entry), _places(entry))
            page = as_html.render(report, [paper], found=found, back=back)
            target = self._folder / self._files[entry.judgement]
            target.write_bytes(page.encode("utf-8", "replace"))
            if told is not None:
                told(number, len(self._overview.judged))


def _charts(drawn: Iterable[bars.Bars]) -> list[Chart]:
    from markupsafe import Markup  # noqa: PLC0415 - heavy

    from protocheck.batch.dashboard.charts import draw  # noqa: PLC0415 - heavy

    return [Chart(each, Markup(draw(each))) for each in drawn]  # noqa: S704 - our own drawing, its words escaped


def _versions(overview: Overview) -> Iterator[str]:
    for version, digest, packs in overview.rules():
        yield f"protocheck {version}, regels {packs.replace(' ', ', ')} ({digest[:19]})."


def _places(entry: Entry) -> str:
    more = len(entry.places) - _PLACES
    return "; ".join(entry.places[:_PLACES]) + (f" en {more} andere plaatsen" if more > 0 else "")


def _safe(code: str) -> str:
    return "".join(sign for sign in code if sign.isalnum() or sign in "-_")


def _by_name(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[1].casefold(), pair[0]
