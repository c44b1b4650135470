"""`protocheck extract`: the text as the rules read it, with its parts and every repair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from protocheck.cli import inputs, output
from protocheck.cli.translated import Command, argument, option
from protocheck.language import mark
from protocheck.model.options import Ocr, ReadOptions, View

if TYPE_CHECKING:
    from protocheck.model.alignment import RepairedText

FORMAT = click.Choice(("text", "json"))
# As `protocheck.repair.STAGES`, which is too heavy to load for every command.
STAGES = ("markup", "unicode", "furniture", "spacing", "lines", "letters", "glued")


@click.command(cls=Command, help=mark("Print the text of a document, reading errors mended."))
@argument("file", type=inputs.FILE)
@option("--raw", is_flag=True, help=mark("The text as it stands in the document, nothing mended."))
@option("--format", "form", type=FORMAT, default="text", help=mark("JSON lists parts and repairs too."))
@option(
    "--without",
    "off",
    type=click.Choice(STAGES),
    multiple=True,
    help=mark("Leave out this stage of the mending; may be given more than once."),
)
@option("-o", "--output", "target", type=inputs.FILE, metavar="FILE", help=mark("Write to this file."))
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def extract(  # noqa: PLR0913 - one parameter for each option of the command
    file: Path,
    form: str,
    off: tuple[str, ...],
    target: Path | None,
    password: str,
    ocr: Ocr,
    view: View,
    *,
    raw: bool,
) -> None:
    """Read one document and print its text."""
    output.refuse_overwriting(target, [file])
    with inputs.reading([file], ReadOptions(password, ocr, view)) as begun:
        from protocheck.repair import repair  # noqa: PLC0415 - heavy
        from protocheck.repair.quality import complaint  # noqa: PLC0415 - heavy

        source = begun[0].result()
    text = repair(source, off=frozenset(off))
    said = complaint(text.quality)
    if said:
        click.echo(f"protocheck: {said}", err=True)
    if form == "json":
        from protocheck.report.extraction import as_json  # noqa: PLC0415 - heavy
        from protocheck.segment import segment  # noqa: PLC0415 - heavy

        output.emit(as_json(text, segment(text), raw=raw), target)
    elif target is None and output.on_screen():
        output.emit(_on_screen(text, raw=raw))
    else:
        output.emit(source.text if raw else text.text, target)


def _on_screen(text: RepairedText, *, raw: bool) -> str:
    """Return the text for a screen: control codes written out, repairs in colour."""
    from protocheck.report.escape import visible  # noqa: PLC0415 - heavy
    from protocheck.report.extraction import pieces  # noqa: PLC0415 - heavy

    colour, paint = output.in_colour(), "red" if raw else "green"
    return "".join(
        click.style(visible(piece), fg=paint) if edit is not None and colour else visible(piece)
        for piece, edit in pieces(text, raw=raw)
    )
