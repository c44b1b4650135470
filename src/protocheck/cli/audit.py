"""`protocheck audit`: many documents at once, kept in one store."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protocheck.cli import inputs, output
from protocheck.cli.audit_days import SINCE
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import ExitCode, UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import Ocr, View

if TYPE_CHECKING:
    from protocheck.batch.audit import Order
    from protocheck.batch.tally import Tally

STORE = Path("audit.sqlite")
INTERRUPTED = 130
_MOST_JOBS = 256
_SAME_PRESS = 0.5  # seconds: who started us may pass the same Ctrl-C on


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
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def audit(paths: tuple[str, ...], *, store: Path, form: str, **given: Any) -> int:
    """Judge what is not judged yet, keep it, and tell what stands in the store."""
    from protocheck.batch.store import Store  # noqa: PLC0415 - heavy
    from protocheck.batch.summary import summary  # noqa: PLC0415 - heavy
    from protocheck.cli import audit_told  # noqa: PLC0415 - heavy

    wanted = _paths(paths, given.pop("lists"))
    order = _order(wanted, store, **given)
    with Store.open(store) as kept:
        tally, seconds = _through(order, kept)
    _tell_time(tally, seconds)
    if tally.stopped:
        output.tell(
            _("broken off; {done} documents were judged and kept.").format(done=tally.done.total()),
            _("Give the same command again to go on where it was."),
        )
        return INTERRUPTED
    held = summary(store)
    if form == "json":
        output.emit(audit_told.as_json(tally, held, store))
    else:
        output.emit("\n".join(audit_told.in_words(tally, held, store)) + "\n")
    return ExitCode.UNREADABLE if tally.failed else ExitCode.OK


def _paths(paths: tuple[str, ...], lists: tuple[Path, ...]) -> tuple[str, ...]:
    """Return what to look through.

    Raises:
        UsageError: that is nothing, or something that is not there.
    """
    from protocheck.batch.lists import LIST, lines, missing  # noqa: PLC0415 - heavy

    if paths.count("-") > 1:
        raise UsageError(_("Only one list can come from standard input ('-')."))
    found: list[str] = []
    for path in (*paths, *(f"{LIST}{each}" for each in lists)):
        if path == "-":
            if sys.stdin is None:
                raise UsageError(_("Standard input is closed."), hint=_("Name a file instead of '-'."))
            found += lines(sys.stdin.buffer.read(), _("Standard input"))
            continue
        if missing((path,)):
            raise UsageError(
                _("There is nothing at {path}.").format(path=path), hint=_("Check the name and the folder.")
            )
        found.append(path)
    if not found:
        raise UsageError(
            _("There is nothing to look through."), hint=_("Name a folder, files, a zip file or a list.")
        )
    return tuple(found)


def _order(  # noqa: PLR0913 - one parameter an option
    paths: tuple[str, ...],
    store: Path,
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

    first = Path(paths[0])
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
    search = Search(paths, limits, _own(store), since or 0.0)
    jobs = jobs or cores()
    return Order(
        search,
        settings,
        rerun=rerun or "",  # type: ignore[arg-type]  # click takes no others
        rules_changed=rules_changed,
        limit=limit or 0,
        jobs=jobs,
    )


def _own(store: Path) -> frozenset[Path]:
    """Return the files that the store consists of: they are no documents."""
    path = store.resolve()
    return frozenset(path.with_name(f"{path.name}{end}") for end in ("", "-wal", "-shm", ".lock", "-journal"))


def _through(order: Order, store: Any) -> tuple[Tally, float]:
    from protocheck.batch.audit import audit as through  # noqa: PLC0415 - heavy
    from protocheck.batch.discover import files  # noqa: PLC0415 - heavy
    from protocheck.cli.audit_progress import shown_on  # noqa: PLC0415 - heavy

    def carrier() -> Executor:
        return ThreadPoolExecutor(order.jobs, "audit")

    begun = time.monotonic()
    with _stopped_by_the_user() as stop:
        progress = shown_on(sys.stderr, files(order.search))
        try:
            return through(order, store, carrier, progress, stop), time.monotonic() - begun
        finally:
            if progress is not None:
                progress.close()


@contextlib.contextmanager
def _stopped_by_the_user() -> Iterator[threading.Event]:
    """Hear Ctrl-C as a wish to end, with what is done kept; a second time, end at once."""
    stop = threading.Event()
    heard = 0.0

    def hear(*_signal: object) -> None:
        nonlocal heard
        now = time.monotonic()
        if stop.is_set() and now - heard > _SAME_PRESS:
            os._exit(INTERRUPTED)
        heard = heard or now
        stop.set()

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _tell_time(tally: Tally, seconds: float) -> None:
    from protocheck.cli.audit_progress import duration  # noqa: PLC0415 - the same

    done = tally.done.total()
    if done and sys.stderr is not None:
        rate = f"{done / max(seconds, 0.001):.1f}".replace(".", ",")
        click.echo(
            _("{done} documents in {time} ({rate} a second).").format(
                done=done, time=duration(seconds), rate=rate
            ),
            err=True,
        )
