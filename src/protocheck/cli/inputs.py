"""What the commands read: files, or standard input for '-'."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from protocheck.cli.translated import option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import OCR, VIEWS, ReadOptions

if TYPE_CHECKING:
    from protocheck.model.text import SourceText

STDIN = Path("-")

# Every command that reads a document takes these three.
PASSWORD = option(
    "--password",
    default="",
    envvar="PROTOCHECK_PASSWORD",
    metavar="TEXT",
    help=mark("Opens an encrypted PDF."),
)
RECOGNITION = option(
    "--ocr",
    type=click.Choice(OCR),
    default="auto",
    show_default=True,
    help=mark("Recognise the letters of scans: where needed, on every page, or not at all."),
)
VIEW = option(
    "--view",
    type=click.Choice(VIEWS),
    default="final",
    show_default=True,
    help=mark("The text of a Word file with tracked changes: with them, or as it was before."),
)


def documents(paths: Sequence[Path], options: ReadOptions) -> list[SourceText]:
    """Read the documents in order; at most one of them from standard input.

    Raises:
        DocumentError: one cannot be read.
        UsageError: standard input is named twice, or closed.
    """
    if list(paths).count(STDIN) > 1:
        raise UsageError(_("Only one document can come from standard input ('-')."))
    return [_document(path, options) for path in paths]


def _document(path: Path, options: ReadOptions) -> SourceText:
    from protocheck.ingest.read import read  # noqa: PLC0415 - heavy

    if path != STDIN:
        return read(path, options=options)
    if sys.stdin is None:
        raise UsageError(_("Standard input is closed."), hint=_("Name a file instead of '-'."))
    data = sys.stdin.buffer.read()
    return read(None, data=data, name=_("standard input"), options=options)
