"""The letter around an advice: what the flags say, and else the configuration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from protocheck.cli.inputs import STDIN
from protocheck.cli.translated import Day, all_of, option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _

if TYPE_CHECKING:
    from protocheck.model.letterhead import Letterhead

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    option("--addressee", default="", metavar="TEXT", help=mark("For whom the letter is (Word, PDF).")),
    option("--reference", default="", metavar="TEXT", help=mark("The reference of the letter (Word, PDF).")),
    option("--author", default="", metavar="TEXT", help=mark("Who signs the letter (Word, PDF).")),
    option(
        "--template",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=mark("A Word file of your own to put the advice in."),
    ),
    option(
        "--date",
        "day",
        type=Day(),
        metavar="YYYY-MM-DD",
        help=mark("The date of the letter (Word, PDF); none by default."),
    ),
)


def options(command: F) -> F:
    """Give a command the options of the letter."""
    return all_of(_OPTIONS, command)


def refuse_elsewhere(template: Path | None, form: str) -> None:
    """Refuse a template that would not be used.

    Raises:
        UsageError: the advice is not written as a Word file.
    """
    if template is not None and form != "docx":
        raise UsageError(_("--template goes with a Word file (-o advies.docx)."))


def letterhead(
    protocol: Path,
    *,
    addressee: str,
    reference: str,
    author: str,
    template: Path | None,
    day: dt.datetime | None,
) -> Letterhead:
    """Return the letterhead that holds for an advice on this protocol.

    Raises:
        RuleError: the configuration is at fault.
        UsageError: the logo or the template is not there, or the logo is no picture.
    """
    from protocheck.configuration import configuration_for  # noqa: PLC0415 - only for a letter

    given = configuration_for(None if protocol == STDIN else protocol).letterhead
    given = replace(given, template=template or given.template)
    for file in filter(None, (given.logo, given.template)):
        if not file.is_file():
            raise UsageError(
                _("{file} is not there.").format(file=file),
                hint=_("Mend the table [letterhead] in protocheck.toml, or the file you named."),
            )
    if given.logo is not None and not _fits(given.logo):
        raise UsageError(
            _("{file} is no picture that fits in a letter.").format(file=given.logo),
            hint=_("Save the logo as PNG, and name it in the table [letterhead] of protocheck.toml."),
        )
    return replace(
        given,
        addressee=addressee or given.addressee,
        reference=reference or given.reference,
        author=author or given.author,
        date=day.date() if day else given.date,
    )


def _fits(logo: Path) -> bool:
    from protocheck.report.logo import fits  # noqa: PLC0415 - heavy, and only for who has a logo

    return fits(logo)
