"""`protocheck advise`: the DPO's advice on a protocol."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protocheck.cli import advise_waivers, inputs, letterhead, mark_pdf, output
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import ExitCode, UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import Ocr, ReadOptions, View
from protocheck.report.formats import FORMATS, LETTERS, SUFFIXES

if TYPE_CHECKING:
    from protocheck.cli.advise_waivers import Standing
    from protocheck.model.report import Report
    from protocheck.model.review import Review
    from protocheck.model.text import SourceText
    from protocheck.rulebook import Rulebook

FAIL_ON = {
    "never": frozenset[str](),
    "negative": frozenset({"negative"}),
    "conditional": frozenset({"negative", "conditional"}),
}


@click.command(
    cls=Command,
    help=mark("Advise on a protocol ('-' reads standard input)."),
)
@argument("protocol", type=inputs.FILE)
@inputs.ANNEXES
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help=mark("The form; by default as the suffix of -o says."),
)
@option(
    "-o",
    "--output",
    "target",
    type=inputs.FILE,
    metavar="FILE",
    help=mark("Write to this file (.docx, .pdf, .html, .md, .json, .txt)."),
)
@inputs.FORCE
@option(
    "--fail-on",
    type=click.Choice(list(FAIL_ON)),
    default="never",
    show_default=True,
    help=mark("End with exit code 1 on this verdict or a worse one."),
)
@option(
    "--review",
    "reviewed",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=mark("Your own judgement, beside that of the program (see protocheck review)."),
)
@option(
    "--for",
    "party",
    default="",
    metavar="TEXT",
    help=mark("Say what this party has to do, by its name in the protocol."),
)
@option(
    "--mark",
    "marked",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=mark("Write a copy of the PDF with evidence and findings highlighted."),
)
@letterhead.options
@advise_waivers.options
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def advise(  # noqa: PLR0913 - one parameter an option
    protocol: Path,
    annexes: tuple[Path, ...],
    form: str | None,
    target: Path | None,
    *,
    force: bool,
    fail_on: str,
    reviewed: Path | None,
    marked: Path | None,
    party: str,
    waivers: Path | None,
    no_waivers: bool,
    packs: tuple[Path, ...],
    password: str,
    ocr: Ocr,
    view: View,
    **letter: Any,
) -> int:
    """Read, judge, render; the exit code says whether the verdict is as bad as --fail-on."""
    form = form or output.format_of(target, SUFFIXES)
    if form in LETTERS and (target is None or str(target) == "-"):
        raise UsageError(
            _("A letter in the form {form} is no text for a screen.").format(form=form),
            hint=_("Name the file with -o, for example -o advies.{form}.").format(form=form),
        )
    output.refuse_overwriting(target, (protocol, *annexes))
    paths = (protocol, *annexes)
    aside = advise_waivers.standing(protocol, waivers, letter["day"], without=no_waivers)
    output.refuse_losing(target, (reviewed, aside.file, letter["template"]))
    output.refuse_losing(marked, (reviewed, aside.file, letter["template"]), "--mark")
    letterhead.refuse_elsewhere(letter["template"], form)
    mark_pdf.refuse_others(marked, paths)
    output.refuse_same({"-o": target, "--mark": marked})
    options = inputs.limited(protocol, ReadOptions(password, ocr, view))
    sources, report = judged(
        paths, packs, force=force, options=options, reviewed=reviewed, party=party, aside=aside
    )
    if marked is not None:
        mark_pdf.write(marked, protocol, report, options)
    if form in LETTERS and target is not None:
        output.emit_bytes(_letter(report, form, target, protocol, **letter), target)
    elif form == "html":
        output.emit(_page(report, sources, paths, options, **letter), target)
    else:
        output.emit(rendered(report, form, to_screen=target is None), target)
    return ExitCode.FINDINGS if report.verdict.status in FAIL_ON[fail_on] else ExitCode.OK


def judged(
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    *,
    force: bool,
    options: ReadOptions,
    reviewed: Path | None = None,
    party: str = "",
    aside: Standing | None = None,
) -> tuple[list[SourceText], Report]:
    """Return the documents as they were read, and the advice on them.

    Raises:
        DocumentError: one cannot be read, or is no protocol.
        RuleError: a rule, the configuration, the waivers or the officer's judgement is at fault.
    """
    with inputs.reading(paths, options) as begun:
        from protocheck.pipeline import examine, prepare  # noqa: PLC0415 - heavy
        from protocheck.rulebook import load  # noqa: PLC0415 - heavy

        rules = load(packs)
        review = _review(reviewed, rules) if reviewed else None
        waivers, day = (aside.waivers(), aside.day) if aside else ((), None)
        prepare()
        main, *others = [each.result() for each in begun]
    return [main, *others], examine(
        main, others, rules, force=force, review=review, party=party, waivers=waivers, day=day
    )


def _review(path: Path, rules: Rulebook) -> Review:
    from protocheck.waivers.review_file import refuse_unknown, review  # noqa: PLC0415 - only for who decides

    given = review(path)
    refuse_unknown(given, {criterion.id for criterion in rules.criteria}, path)
    return given


def _letter(report: Report, form: str, target: Path, protocol: Path, **given: Any) -> bytes:
    from protocheck.report.letter import letter  # noqa: PLC0415 - only for a letter
    from protocheck.report.letters import WRITERS  # noqa: PLC0415 - heavy

    written = letter(report, letterhead.letterhead(protocol, **given))
    if form == "docx" and written.head.template is not None:
        output.refuse_losing(target, (written.head.template,))
        from protocheck.report import word_template  # noqa: PLC0415 - only for who has a template

        return word_template.render(written, written.head.template)
    return WRITERS[form](written)


def _page(
    report: Report, sources: list[SourceText], paths: tuple[Path, ...], options: ReadOptions, **given: Any
) -> str:
    from protocheck.papers import papers  # noqa: PLC0415 - only for a page
    from protocheck.report.as_html import render  # noqa: PLC0415 - heavy

    files = [None if path == inputs.STDIN else path for path in paths]
    return render(report, papers(sources, files, options), letterhead.letterhead(paths[0], **given))


def rendered(report: Report, form: str, *, to_screen: bool) -> str:
    """Return the report in that form; on a screen as wide and as colourful as the screen is."""
    from protocheck.report import as_terminal  # noqa: PLC0415 - heavy
    from protocheck.report.renderers import RENDERERS  # noqa: PLC0415 - heavy

    if form == "terminal" and to_screen:
        return as_terminal.render(report, width=output.width(), colour=output.in_colour())
    return RENDERERS[form](report)
