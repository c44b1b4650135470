"""Judgements made by hand for the tests of the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from protocheck.batch.store import Document, Reader, Run, Store
from protocheck.model.audit import Item, Judgement, Passage, State
from protocheck.model.outcome import Status, VerdictStatus
from protocheck.model.report import CriterionInfo, DatedFact, DatesFact, PartyFact
from protocheck.report import as_json
from tests.unit.reports import report

OPTIONS = {"view": "final", "ocr": "auto"}
WONEN = PartyFact(
    name="Agentschap Wonen",
    short_name="Wonen",
    kind="agency",
    role="sender",
    kbo="0123456749",
    kbo_valid=True,
    seat="",
    representatives=(),
)
WILGENBEKE = replace(WONEN, name="gemeente Wilgenbeke", role="receiver", kbo="", kbo_valid=False)


def passage(text: str, *, heading: str = "", number: int = 1) -> Passage:
    return Passage(f"article {number}", "article", f"artikel {number}", heading, None, text)


def sha(name: str) -> str:
    return (name * 64)[:64]


def judged(
    name: str = "a",
    *,
    title: str = "Protocol over de premie",
    verdict: VerdictStatus = "negative",
    signed: dt.date | None = None,
    parties: tuple[PartyFact, ...] = (WONEN, WILGENBEKE),
    unmet: tuple[int, ...] = (8,),
    passages: tuple[Passage, ...] = (),
) -> Judgement:
    """A judged document with all twelve criteria, of which those `unmet` are."""
    made = report(title=title)
    day = DatedFact(value=signed, text="gedaan op die dag", party="")
    dates = DatesFact(signature=(day,) if signed else ())
    whole = replace(
        made,
        criteria=tuple(_criterion(made.criteria[0], number, unmet) for number in range(1, 13)),
        verdict=replace(made.verdict, status=verdict),
        facts=replace(made.facts, parties=parties, dates=dates),
    )
    return Judgement(sha(name), State.JUDGED, as_json.compact(whole), passages, media_type="text/plain")


def _criterion(made: CriterionInfo, number: int, unmet: tuple[int, ...]) -> CriterionInfo:
    status: Status = "unmet" if number in unmet else "met"
    elements = tuple(replace(each, status=status) for each in made.elements)
    return replace(made, id=f"EGOV-{number:02}", number=number, status=status, elements=elements)


def refused(name: str = "z", state: State = State.UNREADABLE) -> Judgement:
    return Judgement(sha(name), state, reason="Het document is leeg.", hint="Vraag het opnieuw op.")


ANY = Run(0, "sha256:abc", "1.2.3", '{"ocr": "auto", "view": "final"}')


def begun(store: Store) -> Run:
    return store.begin_run("sha256:abc", "1.2.3", OPTIONS)


def documents(path: Path) -> list[Document]:
    with Reader(path) as reader:
        return list(reader.documents())


def kept(path: Path, *judgements: Judgement, folder: str = "map") -> None:
    """Write a store with those judgements, each at a place named after its digest."""
    with Store.open(path) as store:
        run = begun(store)
        for each in judgements:
            store.see(Item(f"{folder}/{each.sha256[0]}.txt", each.sha256, 100), run)
            store.add(each, run)
        store.end_run(run)
