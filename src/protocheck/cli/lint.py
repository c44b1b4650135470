"""`protocheck lint`: what a lawyer mends before signature."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protocheck.cli import inputs, lint_choices, lint_files, lint_watch, lint_word, output
from protocheck.cli.lint_choices import Choices
from protocheck.cli.lint_files import Trouble
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import ExitCode
from protocheck.language import mark
from protocheck.model.lint_settings import LintSettings
from protocheck.model.options import Ocr, ReadOptions, View
from protocheck.record import record
from protocheck.report.formats import LINT_FORMATS, LINT_SUFFIXES

if TYPE_CHECKING:
    from protocheck.linting import Linted
    from protocheck.model.lint_report import LintReport
    from protocheck.rulebook import Rulebook
    from protocheck.waivers import Ledger

# Which severities make the command end with exit code 1.
FAIL_ON = {
    "error": frozenset({"error"}),
    "warning": frozenset({"error", "warning"}),
    "info": frozenset({"error", "warning", "info"}),
    "never": frozenset[str](),
}


@record
class Order:
    """What the user asked for, all of it."""

    files: Sequence[Path]
    annexes: Sequence[Path]
    packs: Sequence[Path]
    form: str
    target: Path | None
    options: ReadOptions
    choices: Choices
    settings: LintSettings
    force: bool

    @property
    def fail_on(self) -> str:
        """Return how bad a finding must be for exit code 1."""
        return self.choices.fail_on or "error"

    def rules(self) -> Rulebook:
        """Return the rules, those that the user does not want switched off."""
        from protocheck.rulebook import load  # noqa: PLC0415 - heavy

        return lint_choices.chosen_rules(load(self.packs), self.choices, self.settings)


@click.command(
    cls=Command, help=mark("Find what must be mended before signature ('-' reads standard input).")
)
@argument("files", type=inputs.FILE, nargs=-1, required=True)
@inputs.ANNEXES
@option(
    "--format",
    "form",
    type=click.Choice(LINT_FORMATS),
    help=mark("The form; by default as the suffix of -o says."),
)
@option(
    "-o",
    "--output",
    "target",
    type=inputs.FILE,
    metavar="FILE",
    help=mark("Write to this file (.txt, .json, .sarif, .xml for JUnit)."),
)
@inputs.FORCE
@option(
    "--fail-on",
    type=click.Choice(list(FAIL_ON)),
    help=mark("End with exit code 1 on a finding as bad as this, or worse (error by default)."),
)
@option("--watch", is_flag=True, help=mark("Look again whenever a file is saved, until Ctrl-C."))
@lint_choices.options
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def lint(  # noqa: PLR0913 - one parameter an option
    files: tuple[Path, ...],
    annexes: tuple[Path, ...],
    form: str | None,
    target: Path | None,
    *,
    force: bool,
    watch: bool,
    packs: tuple[Path, ...],
    password: str,
    ocr: Ocr,
    view: View,
    **wishes: Any,
) -> int:
    """Look through each file, with the annexes beside it; one that cannot be read stops no other."""
    files = tuple(dict.fromkeys(files))
    form = form or output.format_of(target, LINT_SUFFIXES)
    output.refuse_overwriting(target, (*files, *annexes))
    choices, settings = Choices(**wishes).with_settings(files)
    output.refuse_overwriting(choices.write_baseline, (*files, *annexes), "--write-baseline")
    lint_word.refuse_others(choices.comment, files)
    _refuse_losing(target, choices, annexes)
    options = ReadOptions(password, ocr, view)
    order = Order(files, annexes, packs, form, target, options, choices, settings, force)
    if watch:
        decided = [each for each in (choices.waivers, choices.baseline) if each is not None]
        lint_watch.watch([*files, *annexes, *decided], lambda: _once(order))
    return _once(order)


def _refuse_losing(target: Path | None, choices: Choices, annexes: Sequence[Path]) -> None:
    """Refuse to write over an annex, over what was decided before, or two results to one file."""
    decided = (choices.waivers, choices.baseline)
    output.refuse_losing(target, decided)
    output.refuse_losing(choices.write_baseline, (choices.waivers,), "--write-baseline")
    output.refuse_overwriting(choices.comment, annexes, "--comment")
    output.refuse_same(
        {"-o": target, "--write-baseline": choices.write_baseline, "--comment": choices.comment}
    )


def _once(order: Order) -> int:
    """Look through the files and tell what was found; return the exit code."""
    ledger, rules = order.choices.ledger(), functools.cache(order.rules)
    found = list(lint_files.through(order.files, order.annexes, order.options, rules, force=order.force))
    troubles = [each for each in found if isinstance(each, Trouble)]
    for each in troubles:
        output.tell(each.message, each.hint)
    linted = [each.held(ledger) for each in found if not isinstance(each, Trouble)]
    _write_more(order, linted)
    if len(troubles) == 1 == len(found) and order.form == "terminal":
        return troubles[0].exit_code  # all there is to say stands on standard error
    report = _report(linted, troubles, rules(), ledger)
    output.emit(
        rendered(report, order.form, to_screen=order.target is None, fail_on=order.fail_on), order.target
    )
    if troubles:
        return max(each.exit_code for each in troubles)
    return exit_code(report, order.fail_on)


def _report(
    linted: Sequence[Linted], troubles: Sequence[Trouble], rules: Rulebook, ledger: Ledger
) -> LintReport:
    from protocheck.linting import report  # noqa: PLC0415 - heavy
    from protocheck.model.lint_report import LintFailure  # noqa: PLC0415 - only once something is read

    failures = [
        LintFailure(file=lint_files.named(each.path), message=each.message, hint=each.hint)
        for each in troubles
    ]
    return report(linted, rules, failures, ledger)


def _write_more(order: Order, linted: Sequence[Linted]) -> None:
    """Write what else was asked for: a baseline, a copy with comments."""
    choices = order.choices
    if choices.write_baseline is not None:
        from protocheck.waivers.files import baseline_text  # noqa: PLC0415 - heavy

        text = baseline_text((each.name, each.outcome) for each in linted)
        output.emit(text, choices.write_baseline)
    if choices.comment is not None and linted:
        lint_word.write(choices.comment, order.files[0], linted[0], order.options)


def exit_code(report: LintReport, fail_on: str) -> int:
    """Return 3 when a document could not be read, 1 when a finding is as bad as `fail_on`, else 0."""
    if report.failures:
        return ExitCode.UNREADABLE
    bad = any(f.severity in FAIL_ON[fail_on] and f.waived is None for f in report.findings)
    return ExitCode.FINDINGS if bad else ExitCode.OK


def rendered(report: LintReport, form: str, *, to_screen: bool, fail_on: str = "error") -> str:
    """Return the report in that form; on a screen as wide and as colourful as the screen is."""
    from protocheck.report.lint_formats import render  # noqa: PLC0415 - heavy

    if form == "terminal" and to_screen:
        return render(report, form, width=output.width(), colour=output.in_colour())
    if form == "junit":
        return render(report, form, fail_on=fail_on)
    return render(report, form)
