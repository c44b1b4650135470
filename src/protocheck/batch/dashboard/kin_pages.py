"""The pages on what documents have to do with each other: families, pairs, leftovers, and what is due."""

from __future__ import annotations

from dataclasses import dataclass

from protocheck.batch.dashboard import rows
from protocheck.batch.dashboard.site import Page, Site
from protocheck.batch.kinship import ics
from protocheck.language import day
from protocheck.model.kinship import Family, Kinship

_CHANGES = {"added": "Toegevoegd", "left-out": "Weggelaten", "changed": "Anders"}
_DUE = {"ended": "Afgelopen", "ends": "Loopt af", "evaluation": "Evaluatie"}


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a page names: its own page, its name, and its file."""

    file: str
    name: str
    origin: str


def write(site: Site, view: Kinship) -> None:
    """Write the pages for which there is something to tell."""
    papers = {
        entry.judgement: Named(site.files[entry.judgement], entry.name, rows.origin(entry))
        for entry in site.overview.judged
    }
    if view.families:
        _families(site, view, papers)
    if view.pairs or view.alone:
        site.write(
            "paren.html",
            "pairs.html.j2",
            Page("Paren", "paren.html"),
            pairs=view.pairs,
            alone=view.alone,
            papers=papers,
            change_names=_CHANGES,
        )
    if view.leftovers:
        site.write(
            "resten.html",
            "leftovers.html.j2",
            Page("Resten van een ander protocol", "resten.html"),
            leftovers=view.leftovers,
            papers=papers,
            change_names=_CHANGES,
        )
    if view.due:
        _due(site, view, papers)


def family_file(family: Family) -> str:
    """Return the page of a family."""
    return f"familie/{''.join(sign for sign in family.id if sign.isalnum())}.html"


def _families(site: Site, view: Kinship, papers: dict[str, Named]) -> None:
    listed = sorted(view.families, key=lambda family: (-len(family.members), family.title, family.id))
    site.write(
        "families.html",
        "families.html.j2",
        Page("Families", "families.html"),
        families=[
            (family, family_file(family), sum(len(each.changes) for each in family.members))
            for family in listed
        ],
    )
    for family in listed:
        site.write(
            family_file(family),
            "family.html.j2",
            Page(family.title or "Familie zonder titel", "families.html"),
            family=family,
            members={each.paper: number for number, each in enumerate(family.members, start=1)},
            changed=any(each.changes for each in family.members),
            papers=papers,
            change_names=_CHANGES,
        )


def _due(site: Site, view: Kinship, papers: dict[str, Named]) -> None:
    site.write(
        "termijnen.html",
        "due.html.j2",
        Page("Termijnen", "termijnen.html"),
        due=[(each, day(each.day)) for each in view.due],
        today=day(view.today),
        months=view.months,
        due_names=_DUE,
        papers=papers,
        change_names=_CHANGES,
    )
    (site.folder / "termijnen.ics").write_bytes(ics.as_ics(view))
