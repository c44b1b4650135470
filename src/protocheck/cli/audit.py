"""`protocheck audit`: many documents at once, kept in one store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protocheck.cli import audit_kinship, audit_paths, audit_results, audit_run, inputs, output
from protocheck.cli.audit_days import SINCE
from protocheck.cli.audit_kinship import Terms
from protocheck.cli.audit_results import Results
from protocheck.cli.audit_run import INTERRUPTED
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import ExitCode
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import Ocr, View

if TYPE_CHECKING:
    from protocheck.batch.audit import Order
    from protocheck.batch.tally import Tally
    from protocheck.model.kinship import Kinship

STORE = Path("audit.sqlite")
_MOST_JOBS = 256


@click.command(
    cls=Command,
    help=mark(
        "Judge an archive: folders, files, patterns, zip files and lists ('@LIST'; '-' reads a list from "
        "standard input). Give the same command again to go on where it was broken off."
    ),
)
@argument("paths", nargs=-1)
@option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    default=STORE,
    show_default=True,
    metavar="FILE",
    help=mark("Where the judgements are kept, an SQLite file."),
)
@option(
    "--list",
    "lists",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help=mark("A text file with one path a line; repeatable."),
)
@option(
    "--jobs",
    type=click.IntRange(1, _MOST_JOBS),
    metavar="N",
    help=mark("How many documents at a time; by default one a core."),
)
@option(
    "--scheduler",
    metavar="ADDRESS",
    help=mark("Judge on the machines of a Dask cluster: the address of its scheduler, tcp://host:8786."),
)
@option(
    "--nice",
    type=click.IntRange(0, 19),
    default=0,
    show_default=True,
    metavar="N",
    help=mark("How far to step aside for other programs, from 0 to 19."),
)
@option("--since", type=SINCE, metavar="DAY", help=mark("Only files changed since: 2026-01-31, or 7d."))
@option(
    "--rerun",
    type=click.Choice(("failed", "all")),
    help=mark("Judge again although nothing changed: what could not be judged, or everything."),
)
@option(
    "--rules-changed",
    is_flag=True,
    help=mark("Only what was judged before by other rules or another version, nothing new."),
)
@option("--prune", is_flag=True, help=mark("Remove what holds nowhere any more: other rules, gone files."))
@option(
    "--limit", type=click.IntRange(1), metavar="N", help=mark("Judge at most so many documents this time.")
)
@option(
    "--format",
    "form",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    show_default=True,
    help=mark("The form of the summary."),
)
@audit_results.options
@audit_kinship.options
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def audit(paths: tuple[str, ...], *, store: Path, lists: tuple[Path, ...], form: str, **given: Any) -> int:
    """Judge what is not judged yet, keep it, and tell what stands in the store."""
    results, terms = Results.taken(given), Terms.taken(given)
    scheduler = given.pop("scheduler") or ""
    if scheduler:
        audit_run.check(scheduler)
    audit_results.check(results, store)
    audit_kinship.check(terms, store)
    for path in terms.paths():
        audit_results.refuse_inside(path, results.html)
    known = given["rerun"] or given["rules_changed"]
    if not (paths or lists or known) and (results or terms.ics):
        return _show(store, results, terms, given["packs"])
    if paths or lists or not known:
        wanted = audit_paths.wanted(paths, lists)
        audit_paths.refuse_none(wanted)
    else:
        wanted = audit_paths.known(store, given["rerun"])
    prune = given.pop("prune")
    order = _order(wanted, (*_own(store), *results.paths(), *terms.paths()), **given)
    return _judge(order, store, results, terms, scheduler=scheduler, form=form, prune=prune)


def _judge(
    order: Order, store: Path, results: Results, terms: Terms, *, scheduler: str, form: str, prune: bool
) -> int:
    from protocheck.batch.store import Store  # noqa: PLC0415 - heavy

    with Store.open(store) as kept:
        tally, seconds = audit_run.through(order, kept, scheduler)
        audit_run.tell_time(tally, seconds)
        if tally.stopped:
            output.tell(
                _("broken off; {done} documents were judged and kept.").format(done=tally.done.total()),
                _("Give the same command again to go on where it was."),
            )
            return INTERRUPTED
        if prune:
            kept.prune()
        view = None
        if tally.done or results or terms.ics:
            view = audit_kinship.kept(kept, order.settings.packs, terms)
    _write(store, tally, results, terms, view, form)
    return ExitCode.UNREADABLE if tally.failed else ExitCode.OK


def _write(
    store: Path, tally: Tally, results: Results, terms: Terms, view: Kinship | None, form: str
) -> None:
    """Write the files that were asked for, and the summary."""
    from protocheck.batch import told  # noqa: PLC0415 - heavy
    from protocheck.batch.summary import summary  # noqa: PLC0415 - heavy
    from protocheck.cli import audit_told  # noqa: PLC0415 - heavy

    audit_results.write(results, store, view)
    audit_kinship.write(terms, view)
    held = summary(store)
    if form == "json":
        output.emit(told.audited(tally, held, str(store), view))
    else:
        output.emit("\n".join(audit_told.in_words(tally, held, store, view)) + "\n")


def _show(store: Path, results: Results, terms: Terms, packs: tuple[Path, ...]) -> int:
    """Write results of what was judged before, and judge nothing."""
    from protocheck.batch.store import Reader  # noqa: PLC0415 - heavy

    with Reader(store) as reader:  # refuses what is no store, whatever is asked for
        view = None
        if results.html or terms.ics:  # a table does without
            view = audit_kinship.view(reader.connection, tuple(map(str, packs)), terms)
    audit_results.write(results, store, view)
    audit_kinship.write(terms, view)
    return ExitCode.OK


def _order(  # noqa: PLR0913 - one parameter an option
    paths: tuple[str, ...],
    apart: Iterable[Path],
    *,
    packs: tuple[Path, ...],
    password: str,
    ocr: Ocr,
    view: View,
    nice: int,
    jobs: int | None,
    since: float | None,
    rerun: str | None,
    rules_changed: bool,
    limit: int | None,
) -> Order:
    """Return what to do; rules and configuration are looked at before anything else."""
    from protocheck.batch.audit import Order  # noqa: PLC0415 - heavy
    from protocheck.batch.discover import Search  # noqa: PLC0415 - heavy
    from protocheck.batch.settings import Settings  # noqa: PLC0415 - heavy
    from protocheck.configuration import configuration_for  # noqa: PLC0415 - heavy
    from protocheck.ingest.guarded import cores  # noqa: PLC0415 - heavy
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    first = Path(paths[0] if paths else ".")
    limits = configuration_for(first / "document" if first.is_dir() else first).limits
    settings = Settings(
        digest=load(packs).digest,
        packs=tuple(str(each.absolute()) for each in packs),
        ocr=ocr,
        view=view,
        password=password,
        limits=replace(limits, ocr_pages=1),  # as many pages at a time as there are documents
        home=str(Path.cwd()),
        nice=nice,
    )
    search = Search(paths, limits, frozenset(each.resolve() for each in apart), since or 0.0)
    jobs = jobs or cores()
    return Order(
        search,
        settings,
        rerun=rerun or "",  # type: ignore[arg-type]  # click takes no others
        rules_changed=rules_changed,
        limit=limit or 0,
        jobs=jobs,
    )


def _own(store: Path) -> Iterable[Path]:
    """Return the files that the store consists of: they are no documents."""
    return (store.with_name(f"{store.name}{end}") for end in ("", "-wal", "-shm", ".lock", "-journal"))
