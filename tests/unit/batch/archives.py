"""Small archives in a store, for the tests of what reads one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from protocheck.batch.overview import Overview
from protocheck.batch.store import Reader, Store
from protocheck.model.audit import Item, Judgement, State
from protocheck.model.kinship import (
    Alone,
    Change,
    CriterionChange,
    Difference,
    Due,
    Family,
    Kinship,
    Leftover,
    Member,
    Pair,
    Piece,
)
from tests.unit.batch.stores import OPTIONS, WILGENBEKE, WONEN, judged, passage, refused, sha

# What a title may try: a formula, markup, a control code, a mark that turns the reading order.
EVIL = '=HYPERLINK("http://x.example","klik")<script>alert(1)</script>\x1b[31m\u202e&{{ 7*7 }}'
HAZEGEM = replace(WILGENBEKE, name="stad Hazegem", short_name="Hazegem")
TEXT = (
    passage("Tussen de gemeente Wilgenbeke en het Agentschap Wonen.", heading="Partijen"),
    passage("De mededeling duurt vijf jaar.", heading="Duur", number=5),
)

Placed = tuple[str, Judgement]


def papers() -> list[Placed]:
    """Return an archive of seven files: four protocols, one of them in two places, and two refused ones."""
    first = judged("a", title="Protocol over de premie", signed=dt.date(2021, 3, 1), passages=TEXT)
    second = judged(
        "b", title="Protocol over de school", verdict="positive", unmet=(), signed=dt.date(2023, 5, 2)
    )
    third = judged("c", title=EVIL, parties=(WONEN, HAZEGEM), unmet=(1, 8, 12), passages=TEXT)
    fourth = judged("d", title="", verdict="conditional", signed=dt.date(2023, 6, 1))
    return [
        ("archief/a.pdf", first),
        ("archief/b.docx", second),
        ("archief/c.txt", third),
        ("archief/d.txt", fourth),
        ("kopie/a.pdf", first),
        ("archief/leeg.pdf", refused("y")),
        ("archief/overeenkomst.pdf", replace(refused("z", State.OTHER), reason="-2+3 is geen protocol.")),
    ]


def fill(path: Path, placed: Iterable[Placed]) -> Path:
    """Keep judgements in a store."""
    with Store.open(path) as store:
        run = store.begin_run(f"sha256:{'ab' * 32}", "1.2.3", OPTIONS)
        for place, judgement in placed:
            store.see(Item(place, judgement.sha256, 10), run)
            store.add(judgement, run)
        store.end_run(run)
    return path


@contextmanager
def overview(path: Path, placed: Iterable[Placed] | None = None) -> Iterator[Overview]:
    """Open the overview of an archive that is made at the path."""
    with Reader(fill(path, papers() if placed is None else placed)) as reader:
        yield Overview(reader)


def kin(overview: Overview) -> Kinship:
    """Return a view with one of each kind over the first two documents of an archive."""
    one, other = (entry.judgement for entry in overview.judged[:2])
    pieces = (Piece("same", "De termijn is"), Piece("removed", "vijf"), Piece("added", "<b>tien</b>"))
    change = Change(
        "changed", "artikel 5", "Duur", 2, "artikel 5", "De termijn is vijf", "De termijn is tien", pieces
    )
    criterion = CriterionChange("EGOV-08", 8, "De sancties", "met", "unmet", (0,))
    family = Family(
        "fam0a1b",
        "Protocol over de premie",
        ("Agentschap Wonen",),
        one,
        12,
        (Member(one, 1.0, (), ()), Member(other, 0.875, (change,), (criterion,))),
    )
    leftover = Leftover(
        paper=other,
        family=family.id,
        code="P403",
        severity="error",
        title="Naam van een andere partij",
        message="Hier staat de naam van een andere gemeente.",
        suggestion="Vervang ze.",
        kind="name",
        value="gemeente Elders",
        body="gemeente Elders",
        siblings=(one,),
        ref="article 4",
        label="artikel 4",
        heading="",
        page=2,
        quote="aan de gemeente Elders",
        times=2,
        reported=False,
    )
    difference = Difference("date", "De datum verschilt.", "1 maart 2021", "2 maart 2021")
    pair = Pair(
        "copies", one, other, "Protocol over de premie", ("Agentschap Wonen",), "wonen", "wilgenbeke", 0.98,
        identical=False, differences=(difference,), changes=(change,),
    )  # fmt: skip
    due = Due(
        paper=one,
        copies=(other,),
        kind="evaluation",
        day=dt.date(2026, 12, 1),
        title="Protocol over de premie",
        parties=("Agentschap Wonen",),
        summary="De evaluatie valt op 1 december 2026.",
        basis="om de vijf jaar",
        label="artikel 9",
        page=3,
        quote="wordt geëvalueerd",
        replaced_by="",
        uid="abc@protocheck",
    )
    alone = Alone(other, "Wilgenbeke", "Wonen", 3, "Bij Wonen werd dit protocol niet gevonden.")
    return Kinship(dt.date(2026, 11, 22), 12, 4, (family,), (leftover,), (pair,), (alone,), (due,))


__all__ = ["EVIL", "HAZEGEM", "TEXT", "fill", "kin", "overview", "papers", "sha"]
