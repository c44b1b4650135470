"""`protocheck review`: the file in which an officer writes down the own judgement."""

from __future__ import annotations

from pathlib import Path

import click

from protocheck.cli import inputs, output
from protocheck.cli.advise import judged
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import Ocr, ReadOptions, View

SUFFIX = ".review.yaml"


@click.command(
    cls=Command,
    help=mark("Write a file in which you note your own judgement on a protocol, beside that of the program."),
)
@argument("protocol", type=click.Path(path_type=Path))
@inputs.ANNEXES
@option(
    "-o",
    "--output",
    "target",
    type=inputs.FILE,
    metavar="FILE",
    help=mark("Write to this file; by default PROTOCOL.review.yaml."),
)
@inputs.FORCE
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def review(  # noqa: PLR0913 - one parameter an option
    protocol: Path,
    annexes: tuple[Path, ...],
    target: Path | None,
    *,
    force: bool,
    packs: tuple[Path, ...],
    password: str,
    ocr: Ocr,
    view: View,
) -> None:
    """Judge the protocol and write the form; a form that was filled in is never overwritten."""
    from protocheck.waivers.review_file import form  # noqa: PLC0415 - heavy

    if target is None:  # what comes from standard input has no place beside which to write
        target = protocol if protocol == inputs.STDIN else protocol.with_name(f"{protocol.name}{SUFFIX}")
    if str(target) != "-" and target.exists():
        raise UsageError(
            _("{file} exists already; what you wrote there would be lost.").format(file=target),
            hint=_("Name another file with {flag}.").format(flag="-o"),
        )
    _sources, report = judged(
        (protocol, *annexes), packs, force=force, options=ReadOptions(password, ocr, view)
    )
    output.emit(form(report), target)
    if str(target) != "-":
        click.echo(
            _("Fill in {file}, then: protocheck advise {protocol} --review {file}").format(
                file=target, protocol=protocol
            ),
            err=True,
        )
