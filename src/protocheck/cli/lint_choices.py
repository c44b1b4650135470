"""What a user wants of `lint`: which findings, how bad they are, and what was decided about them before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from protocheck.cli.inputs import STDIN
from protocheck.cli.translated import Day, all_of, option
from protocheck.language import mark
from protocheck.model.lint_settings import LintSettings
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.rulebook import Rulebook
    from protocheck.waivers import Ledger

F = TypeVar("F", bound=Callable[..., Any])
FILE = click.Path(path_type=Path)


@record
class Choices:
    """What the flags say; what they leave open is as the configuration has it."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    waivers: Path | None = None
    no_waivers: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    day: dt.datetime | None = None
    comment: Path | None = None

    def with_settings(self, files: Sequence[Path]) -> tuple[Choices, LintSettings]:
        """Return the choices with what the configuration beside the first file says, and that configuration.

        Raises:
            RuleError: the configuration is at fault.
        """
        from protocheck.configuration import configuration_for  # noqa: PLC0415 - only when something is read

        given = configuration_for(None if files[0] == STDIN else files[0]).lint
        filled = replace(
            self,
            select=_codes(self.select) or given.select,
            ignore=_codes(self.ignore) or given.ignore,
            fail_on=self.fail_on or given.fail_on,
            waivers=None if self.no_waivers else self.waivers or given.waivers,
            baseline=None if self.no_waivers else self.baseline or given.baseline,
        )
        return filled, given

    def ledger(self) -> Ledger:
        """Return what may stand.

        Raises:
            RuleError: a file of waivers or a baseline is at fault.
        """
        from protocheck.waivers import Ledger  # noqa: PLC0415 - heavy

        if not (self.waivers or self.baseline):
            return Ledger()
        from protocheck.waivers import files  # noqa: PLC0415 - heavy: pydantic and yaml

        day = self.day.date() if self.day else dt.datetime.now(tz=dt.UTC).astimezone().date()
        return Ledger(
            files.waivers(self.waivers) if self.waivers else (),
            files.baseline(self.baseline) if self.baseline else (),
            day=day,
        )


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """Return codes that may be given apart or in one word, parted by commas."""
    return tuple(code.strip().upper() for each in given for code in each.split(",") if code.strip())


def chosen_rules(rules: Rulebook, choices: Choices, settings: LintSettings) -> Rulebook:
    """Return the rules with those switched off that the user does not want.

    Raises:
        UsageError: a code is of no rule.
    """
    if not (choices.select or choices.ignore or settings.severities):
        return rules
    from protocheck.rulebook.choice import Choice, chosen  # noqa: PLC0415 - only for who chooses

    return chosen(rules, Choice(choices.select, choices.ignore, settings.severities))


_OPTIONS = (
    option(
        "--select",
        multiple=True,
        metavar="CODE",
        help=mark("Report only these codes, or codes that begin so (F, S50); repeatable."),
    ),
    option("--ignore", multiple=True, metavar="CODE", help=mark("Do not report these codes; repeatable.")),
    option(
        "--waivers",
        type=FILE,
        metavar="FILE",
        help=mark("Decisions to let findings stand (YAML)."),
    ),
    option(
        "--no-waivers",
        is_flag=True,
        help=mark("Report everything, also what a waiver or baseline sets aside."),
    ),
    option("--baseline", type=FILE, metavar="FILE", help=mark("Report only what is not in this baseline.")),
    option(
        "--write-baseline",
        type=FILE,
        metavar="FILE",
        help=mark("Write what is found now to a baseline."),
    ),
    option(
        "--comment",
        type=FILE,
        metavar="FILE",
        help=mark("Write a copy of the Word file with a comment at each finding."),
    ),
    option(
        "--date",
        "day",
        type=Day(),
        metavar="YYYY-MM-DD",
        help=mark("The day on which waivers are held; today by default."),
    ),
)


def options(command: F) -> F:
    """Give a command the options of `Choices`."""
    return all_of(_OPTIONS, command)
