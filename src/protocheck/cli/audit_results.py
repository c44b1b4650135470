"""The tables and the dashboard that an audit is asked to write; looked at before anything is judged."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from protocheck.cli import output
from protocheck.cli.translated import option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.batch.dashboard.build import Built
    from protocheck.batch.overview import Overview
    from protocheck.model.kinship import Kinship

_FILE = click.Path(path_type=Path, dir_okay=False)
_EXTRA = 'pip install "protocheck[audit]"'
_MANY = 500  # documents whose pages take longer than somebody waits without a word
_OPTIONS = (
    option(
        "--html",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help=mark("Write a dashboard to this folder, for any browser and without a network."),
    ),
    option(
        "--csv", type=_FILE, metavar="FILE", help=mark("Write the documents as a table for a spreadsheet.")
    ),
    option(
        "--xlsx",
        type=_FILE,
        metavar="FILE",
        help=mark("Write documents, findings and parties as an Excel file."),
    ),
    option(
        "--json-lines",
        type=_FILE,
        metavar="FILE",
        help=mark("Write the whole advice on each document, one a line."),
    ),
)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for its results."""
    for each in reversed(_OPTIONS):
        command = each(command)
    return command


@record
class Results:
    """What to write, and where."""

    html: Path | None = None
    csv: Path | None = None
    xlsx: Path | None = None
    json_lines: Path | None = None

    @classmethod
    def taken(cls, given: dict[str, Any]) -> Self:
        """Return the results asked for, and take them out of what a command was given."""
        return cls(**{each.name: given.pop(each.name) for each in fields(cls)})

    def named(self) -> dict[str, Path]:
        """Return the files and the folder, by their flags."""
        paths = {f"--{each.name.replace('_', '-')}": getattr(self, each.name) for each in fields(self)}
        return {flag: path for flag, path in paths.items() if path is not None}

    def paths(self) -> list[Path]:
        """Return what is written: no documents to judge."""
        return list(self.named().values())

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.named())


def check(results: Results, store: Path) -> None:
    """Refuse what could not be written in the end; an audit may take a night.

    Raises:
        UsageError: a library is missing, a folder does not exist, or something would be lost.
    """
    if results.html is not None:
        _need("matplotlib", "--html")
        from protocheck.batch.dashboard.folder import refuse_others  # noqa: PLC0415 - only when it is asked for

        refuse_others(results.html)
    if results.xlsx is not None:
        _need("xlsxwriter", "--xlsx")
    output.refuse_same({"--store": store, **results.named()})
    for flag, path in results.named().items():
        output.refuse_losing(path, (store,), flag)
        refuse_unwritable(path)
    for path in (store, *results.paths()):
        refuse_inside(path, results.html)


def refuse_inside(path: Path, folder: Path | None) -> None:
    """Refuse a file inside the folder of the dashboard, which is replaced whole.

    Raises:
        UsageError: it stands there.
    """
    if folder is not None and path != folder and path.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            _("{file} stands in the folder of the dashboard, which is replaced whole.").format(file=path),
            hint=_("Name another file, outside that folder."),
        )


def _need(library: str, flag: str) -> None:
    if importlib.util.find_spec(library) is None:
        raise UsageError(
            _("{flag} needs {library}, which is not installed.").format(flag=flag, library=library),
            hint=_("Install it with: {command}").format(command=_EXTRA),
        )


def refuse_unwritable(path: Path) -> None:
    """Refuse a file in a folder where nothing can be written.

    Raises:
        UsageError: it stands there.
    """
    above = path.absolute().parent
    if not above.is_dir():
        reason = _("the folder does not exist")
    elif not os.access(above, os.W_OK):
        reason = _("you may not write there")
    else:
        return
    raise UsageError(
        _("{file} cannot be written: {reason}.").format(file=path, reason=reason),
        hint=_("Name another file, in a folder where you may write."),
    )


def write(results: Results, store: Path, view: Kinship | None = None) -> None:
    """Write what was asked for, from what stands in the store.

    Args:
        results: what to write.
        store: the store.
        view: families, pairs, leftovers and days due, for their pages in the dashboard.

    Raises:
        UsageError: something cannot be written, or the folder holds what is not ours.
    """
    if not results:
        return
    from protocheck.batch.exports import as_csv, as_json_lines, as_xlsx  # noqa: PLC0415 - heavy
    from protocheck.batch.overview import Overview  # noqa: PLC0415 - heavy
    from protocheck.batch.store import Reader  # noqa: PLC0415 - heavy

    with Reader(store) as reader:
        overview = Overview(reader)
        for writer, target in (
            (as_csv.write, results.csv),
            (as_xlsx.write, results.xlsx),
            (as_json_lines.write, results.json_lines),
        ):
            if target is not None:
                _written(target, partial(writer, overview))
        if results.html is not None:
            _written(results.html, lambda path: _dashboard(overview, path, view))


def _written(target: Path, writer: Callable[[Path], None]) -> None:
    try:
        writer(target)
    except OSError as error:
        raise UsageError(
            _("{file} cannot be written: {reason}.").format(file=target, reason=output.reason(error)),
            hint=_("Name another file, in a folder where you may write."),
        ) from error


def _dashboard(overview: Overview, target: Path, view: Kinship | None) -> None:
    built = _built(overview, target, view)
    said = _("{page}: {count} pages, {size} MB, made in {seconds} s.").format(
        page=target / "index.html",
        count=built.pages,
        size=_decimal(built.bytes / 1_000_000),
        seconds=_decimal(built.seconds),
    )
    click.echo(said, err=True)


def _built(overview: Overview, target: Path, view: Kinship | None) -> Built:
    """Write the pages; of many documents, tell how far it is."""
    from protocheck.batch.dashboard.build import build  # noqa: PLC0415 - heavy

    count = len(overview.judged)
    said = _("Writing the pages of {count} documents ...").format(count=count)
    if count < _MANY or sys.stderr is None:
        return build(overview, target, view)
    if not sys.stderr.isatty():
        click.echo(said, err=True)
        return build(overview, target, view)
    with click.progressbar(length=count, label=said, file=sys.stderr) as bar:
        return build(overview, target, view, lambda: bar.update(1))


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
