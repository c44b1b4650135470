"""The pages on what documents have to do with each other: families, pairs, leftovers, and what is due."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from protocheck.batch.dashboard import rows
from protocheck.batch.dashboard.site import Page, Site
from protocheck.batch.kinship import ics
from protocheck.language import day
from protocheck.model.kinship import Family, Kinship, Pair

_CHANGES = {"added": "Toegevoegd", "left-out": "Weggelaten", "changed": "Anders"}
_PAIRS = {"copies": "Twee exemplaren", "versions": "Twee versies"}
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
        _pairs(site, view, papers)
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


def _pairs(site: Site, view: Kinship, papers: dict[str, Named]) -> None:
    given = {"papers": papers, "change_names": _CHANGES, "pair_names": _PAIRS}
    site.write(
        "paren.html",
        "pairs.html.j2",
        Page("Paren", "paren.html"),
        pairs=[(pair, _pair_file(pair)) for pair in view.pairs],
        alone=view.alone,
        **given,
    )
    for pair in view.pairs:
        title = pair.title or ", ".join(pair.parties)
        site.write(_pair_file(pair), "pair.html.j2", Page(title, "paren.html"), pair=pair, **given)


def _pair_file(pair: Pair) -> str:
    both = hashlib.sha256(f"{pair.first} {pair.second}".encode()).hexdigest()
    return f"paar/{both[:12]}.html"


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
