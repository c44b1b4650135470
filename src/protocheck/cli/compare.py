"""`protocheck compare`: what a new version of a protocol mends, breaks and leaves open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from protocheck.cli import inputs, lint_files, output
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import ExitCode
from protocheck.language import mark
from protocheck.model.options import Ocr, ReadOptions, View
from protocheck.report.formats import COMPARE_FORMATS, COMPARE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocheck.model.compare_report import CompareReport

FAIL_ON = ("never", "worse", "open")


@click.command(
    cls=Command, help=mark("Tell what a new version mends, breaks and leaves open ('-': standard input).")
)
@argument("old", type=inputs.FILE)
@argument("new", type=inputs.FILE)
@option(
    "--annex",
    "annexes",
    type=inputs.FILE,
    multiple=True,
    metavar="FILE",
    help=mark("An annex that goes with both versions; repeatable."),
)
@option(
    "--format",
    "form",
    type=click.Choice(COMPARE_FORMATS),
    help=mark("The form; by default as the suffix of -o says."),
)
@option(
    "-o",
    "--output",
    "target",
    type=inputs.FILE,
    metavar="FILE",
    help=mark("Write to this file (.txt, .json)."),
)
@inputs.FORCE
@option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="never",
    show_default=True,
    help=mark("End with exit code 1 when something got worse, or when anything is still open."),
)
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def compare(  # noqa: PLR0913 - one parameter an option
    old: Path,
    new: Path,
    annexes: tuple[Path, ...],
    form: str | None,
    target: Path | None,
    *,
    force: bool,
    fail_on: str,
    packs: tuple[Path, ...],
    password: str,
    ocr: Ocr,
    view: View,
) -> int:
    """Read and judge both, then put them side by side."""
    form = form or output.format_of(target, COMPARE_SUFFIXES)
    output.refuse_overwriting(target, (old, new, *annexes))
    report = _report((old, new), annexes, packs, ReadOptions(password, ocr, view), force=force)
    output.emit(rendered(report, form, to_screen=target is None), target)
    return exit_code(report, fail_on)


def _report(
    versions: tuple[Path, Path],
    annexes: Sequence[Path],
    packs: Sequence[Path],
    options: ReadOptions,
    *,
    force: bool,
) -> CompareReport:
    with inputs.reading((*versions, *annexes), options) as begun:
        from protocheck.comparing import between  # noqa: PLC0415 - heavy
        from protocheck.pipeline import examine, prepare  # noqa: PLC0415 - heavy
        from protocheck.rulebook import load  # noqa: PLC0415 - heavy

        rules = load(packs)
        prepare()
        old, new, *others = [each.result() for each in begun]
    before, after = (examine(each, others, rules, force=force) for each in (old, new))
    names = lint_files.named(versions[0]), lint_files.named(versions[1])
    return between(before, after, names)


def exit_code(report: CompareReport, fail_on: str) -> int:
    """Return 1 when something got worse ('worse'), or also when anything is still open ('open'); else 0."""
    counts = report.counts
    worse = counts.new or counts.worse or report.verdict == "worse"
    unfinished = counts.open or any(each.new != "met" for each in report.criteria)
    bad = {"never": False, "worse": worse, "open": worse or unfinished}[fail_on]
    return ExitCode.FINDINGS if bad else ExitCode.OK


def rendered(report: CompareReport, form: str, *, to_screen: bool) -> str:
    """Return the report in that form; on a screen as wide and as colourful as the screen is."""
    from protocheck.report import compare_json, compare_terminal  # noqa: PLC0415 - heavy

    if form == "json":
        return compare_json.render(report)
    if to_screen:
        return compare_terminal.render(report, width=output.width(), colour=output.in_colour())
    return compare_terminal.render(report)
