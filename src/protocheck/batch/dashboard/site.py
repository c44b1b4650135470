"""What all pages of one dashboard share: the folder, the menu, and where the page of a document is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocheck.batch.dashboard import bars, figures, rows
from protocheck.batch.dashboard.engine import engine, figure, source
from protocheck.batch.overview import Entry, Overview
from protocheck.model.kinship import Kinship

_ASSETS = ("stijl.css", "tabellen.js")


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
    """What a page says of itself: its title, and which page of the menu it belongs to."""

    title: str
    menu: str


class Site:
    """A dashboard that is being written."""

    def __init__(self, overview: Overview, folder: Path, view: Kinship | None) -> None:
        """Begin in an empty folder; without a view there are no pages on families and the like."""
        self.overview = overview
        self.folder = folder
        self.view = view
        self.files = rows.pages(overview)
        self.bodies = figures.body_rows(overview)
        self.codes = figures.code_rows(overview)
        self._drawn: dict[str, str] = {}
        self._menu = tuple(MenuItem(file, title) for file, title in _listed(overview, view))

    def write_assets(self) -> None:
        """Write the style and the script of all pages."""
        for name in _ASSETS:
            (self.folder / name).write_text(source(name), "utf-8", newline="\n")

    def write(self, file: str, template: str, page: Page, **given: Any) -> None:
        """Fill in a page, piece by piece: the longest never stands in memory whole."""
        target = self.folder / file
        target.parent.mkdir(exist_ok=True)
        overview = self.overview
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

    def charts(self, drawn: Iterable[bars.Bars]) -> list[Chart]:
        """Return bars with their drawings; what stands on two pages is drawn once."""
        from markupsafe import Markup  # noqa: PLC0415 - heavy

        from protocheck.batch.dashboard.charts import draw  # noqa: PLC0415 - heavy

        made = []
        for each in drawn:
            if each.id not in self._drawn:
                self._drawn[each.id] = draw(each)
            # our own drawing, in which every word is escaped
            made.append(Chart(each, Markup(self._drawn[each.id])))  # noqa: S704 - see above
        return made

    def rows(self, entries: Iterable[Entry]) -> list[rows.Row]:
        """Return documents as rows of a table."""
        return rows.rows(entries, self.overview, self.files)


def _listed(overview: Overview, view: Kinship | None) -> Iterator[tuple[str, str]]:
    yield "index.html", "Overzicht"
    if overview.judged:
        yield "documenten.html", "Documenten"
        yield "bevindingen.html", "Bevindingen"
        yield "partijen.html", "Partijen"
        yield "jaren.html", "Jaren"
    if view and view.families:
        yield "families.html", "Families"
    if view and (view.pairs or view.alone):
        yield "paren.html", "Paren"
    if view and view.leftovers:
        yield "resten.html", "Resten"
    if view and view.due:
        yield "termijnen.html", "Termijnen"
    if overview.refused:
        yield "niet-getoetst.html", "Niet getoetst"


def _versions(overview: Overview) -> Iterator[str]:
    for version, digest, packs in overview.rules():
        yield f"protocheck {version}, regels {packs.replace(' ', ', ')} ({digest[:19]})."
