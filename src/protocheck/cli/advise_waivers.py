"""`protocheck advise`: which findings may stand, by a file of waivers or the configuration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from protocheck.cli.inputs import STDIN
from protocheck.cli.translated import all_of, option
from protocheck.language import mark
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.model.waivers import Waiver

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    option(
        "--waivers",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=mark("Decisions to let findings stand (YAML)."),
    ),
    option("--no-waivers", is_flag=True, help=mark("Let no waiver of a file set a finding aside.")),
)


@record
class Standing:
    """Where the waivers stand, and the day on which they are held; no file when there are none."""

    file: Path | None
    day: dt.date

    def waivers(self) -> tuple[Waiver, ...]:
        """Read them.

        Raises:
            RuleError: the file cannot be read, or something in it is wrong.
        """
        if self.file is None:
            return ()
        from protocheck.waivers.files import waivers  # noqa: PLC0415 - heavy: pydantic and yaml

        return waivers(self.file)


def options(command: F) -> F:
    """Give a command the options for waivers."""
    return all_of(_OPTIONS, command)


def standing(protocol: Path, given: Path | None, day: dt.datetime | None, *, without: bool) -> Standing:
    """Return what the flags say, and else the configuration; held on the day of the letter, else today.

    Raises:
        RuleError: the configuration is at fault.
    """
    from protocheck.configuration import configuration_for  # noqa: PLC0415 - only when something is read

    said = configuration_for(None if protocol == STDIN else protocol)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    on = day.date() if day else said.letterhead.date or today
    return Standing(None if without else given or said.lint.waivers, on)
