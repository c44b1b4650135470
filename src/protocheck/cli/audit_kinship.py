"""What an archive tells as a whole, as `audit` is asked for it: what is due on which day, and more."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from protocheck.cli import audit_results, output
from protocheck.cli.translated import Day, all_of, option
from protocheck.language import mark
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.batch.store import Store
    from protocheck.model.kinship import Kinship

MONTHS = 12
_OPTIONS = (
    option(
        "--ics",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=mark("Write a calendar of terms that end and evaluations that are due."),
    ),
    option(
        "--months",
        type=click.IntRange(1, 240),
        default=MONTHS,
        show_default=True,
        metavar="N",
        help=mark("How far ahead a term counts as ending soon."),
    ),
    option("--today", type=Day(), metavar="YYYY-MM-DD", help=mark("The day from which terms are reckoned.")),
)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for terms."""
    return all_of(_OPTIONS, command)


@record
class Terms:
    """How terms are reckoned, and where the calendar goes."""

    ics: Path | None
    months: int
    today: dt.date

    @classmethod
    def taken(cls, given: dict[str, Any]) -> Self:
        """Return what was asked, and take it out of what a command was given."""
        day = given.pop("today")
        today = day.date() if day is not None else dt.datetime.now().astimezone().date()
        return cls(given.pop("ics"), given.pop("months"), today)

    def paths(self) -> list[Path]:
        """Return what is written: no documents to judge."""
        return [self.ics] if self.ics is not None else []


def check(terms: Terms, store: Path) -> None:
    """Refuse a calendar that could not be written in the end.

    Raises:
        UsageError: it could not.
    """
    if terms.ics is not None:
        output.refuse_losing(terms.ics, (store,), "--ics")
        audit_results.refuse_unwritable(terms.ics)


def view(connection: sqlite3.Connection, packs: tuple[str, ...], terms: Terms) -> Kinship:
    """Return what the documents in a store tell together.

    Raises:
        RuleError: the rules are at fault.
    """
    from protocheck.batch.kinship import of_store  # noqa: PLC0415 - heavy
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    rules = load([Path(each) for each in packs])
    return of_store(connection, rules, today=terms.today, months=terms.months)


def kept(store: Store, packs: tuple[str, ...], terms: Terms) -> Kinship:
    """Return the same, and keep it in the store for whoever queries that."""
    from protocheck.batch.kinship import keep  # noqa: PLC0415 - heavy

    found = view(store.connection, packs, terms)
    with store.together():
        keep.write(store.connection, found)
    return found


def write(terms: Terms, found: Kinship | None) -> None:
    """Write the calendar that was asked for."""
    if terms.ics is None or found is None:
        return
    from protocheck.batch.kinship.ics import as_ics  # noqa: PLC0415 - only when it is asked for

    output.emit_bytes(as_ics(found), terms.ics)
