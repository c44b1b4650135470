"""`protocheck lint`: what a lawyer mends before signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protocheck.cli import inputs, lint_choices, lint_word, output
from protocheck.cli.advise import FILE, PACKS
from protocheck.cli.lint_choices import Choices
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import DocumentError, ExitCode
from protocheck.language import mark
from protocheck.model.options import Ocr, ReadOptions, View
from protocheck.report.formats import LINT_FORMATS

if TYPE_CHECKING:
    from protocheck.linting import Linted
    from protocheck.model.lint_report import LintFailure, LintReport
    from protocheck.model.lint_settings import LintSettings
    from protocheck.rulebook import Rulebook

# Which severities make the command end with exit code 1.
FAIL_ON = {
    "error": frozenset({"error"}),
    "warning": frozenset({"error", "warning"}),
    "info": frozenset({"error", "warning", "info"}),
    "never": frozenset[str](),
}


@click.command(
    cls=Command, help=mark("Find what must be mended before signature ('-' reads standard input).")
)
@argument("files", type=FILE, nargs=-1, required=True)
@option(
    "--annex", "annexes", type=FILE, multiple=True, metavar="FILE", help=mark("A supplied annex; repeatable.")
)
@option("--format", "form", type=click.Choice(LINT_FORMATS), default="terminal", help=mark("The form."))
@option("-o", "--output", "target", type=FILE, metavar="FILE", help=mark("Write to this file."))
@option("--force", is_flag=True, help=mark("Judge also a paper that does not look like a protocol."))
@option(
    "--fail-on",
    type=click.Choice(list(FAIL_ON)),
    help=mark("End with exit code 1 on a finding as bad as this, or worse (error by default)."),
)
@lint_choices.options
@PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def lint(  # noqa: PLR0913 - one parameter an option
    files: tuple[Path, ...],
    annexes: tuple[Path, ...],
    form: str,
    target: Path | None,
    *,
    force: bool,
    packs: tuple[Path, ...],
    password: str,
    ocr: Ocr,
    view: View,
    **wishes: Any,
) -> int:
    """Look through each file, with the annexes beside it; one that cannot be read stops no other."""
    output.refuse_overwriting(target, (*files, *annexes))
    choices, settings = Choices(**wishes).with_settings(files)
    output.refuse_overwriting(choices.write_baseline, (*files, *annexes))
    lint_word.refuse_others(choices.comment, files)
    rules = _rules(packs, choices, settings)
    found = _report(files, annexes, rules, ReadOptions(password, ocr, view), choices, force=force)
    output.emit(rendered(found, form, to_screen=target is None), target)
    return exit_code(found, choices.fail_on or "error")


def exit_code(report: LintReport, fail_on: str) -> int:
    """Return 3 when a document could not be read, 1 when a finding is as bad as `fail_on`, else 0."""
    if report.failures:
        return ExitCode.UNREADABLE
    bad = any(f.severity in FAIL_ON[fail_on] and f.waived is None for f in report.findings)
    return ExitCode.FINDINGS if bad else ExitCode.OK


def _rules(packs: Sequence[Path], choices: Choices, settings: LintSettings) -> Rulebook:
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    return lint_choices.chosen_rules(load(packs), choices, settings)


def _report(
    files: Sequence[Path],
    annexes: Sequence[Path],
    rules: Rulebook,
    options: ReadOptions,
    choices: Choices,
    *,
    force: bool,
) -> LintReport:
    from protocheck.linting import report  # noqa: PLC0415 - heavy

    ledger = choices.ledger()
    failures: list[LintFailure] = []
    linted = [each.held(ledger) for each in _linted(files, annexes, rules, options, failures, force=force)]
    if choices.write_baseline is not None:
        from protocheck.waivers.files import baseline_text  # noqa: PLC0415 - heavy

        text = baseline_text((each.name, each.outcome) for each in linted)
        output.emit(text, choices.write_baseline)
    if choices.comment is not None and linted:
        lint_word.write(choices.comment, files[0], linted[0], options)
    return report(linted, rules, failures, ledger)


def _linted(
    files: Sequence[Path],
    annexes: Sequence[Path],
    rules: Rulebook,
    options: ReadOptions,
    failures: list[LintFailure],
    *,
    force: bool,
) -> Iterator[Linted]:
    from protocheck.linting import look_through  # noqa: PLC0415 - heavy
    from protocheck.model.lint_report import LintFailure  # noqa: PLC0415 - heavy: pydantic

    for path in files:
        paths = (path, *annexes)
        try:
            sources = inputs.documents(paths, options)
            yield look_through(sources, rules, [str(each) for each in paths], force=force)
        except DocumentError as error:
            if len(files) == 1:
                raise
            failures.append(LintFailure(file=str(path), message=error.message, hint=error.hint))


def rendered(report: LintReport, form: str, *, to_screen: bool) -> str:
    """Return the report in that form; on a screen as wide and as colourful as the screen is."""
    from protocheck.report.lint_formats import RENDERERS  # noqa: PLC0415 - heavy
    from protocheck.report.lint_terminal import render as on_terminal  # noqa: PLC0415 - heavy

    if form == "terminal" and to_screen:
        return on_terminal(report, width=output.width(), colour=output.in_colour())
    return RENDERERS[form](report)
