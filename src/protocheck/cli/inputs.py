"""What the commands read: files, or standard input for '-'."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from protocheck.cli.translated import option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import OCR, VIEWS, ReadOptions

if TYPE_CHECKING:
    from protocheck.ingest.guarded import Pending, Request
    from protocheck.model.text import SourceText

STDIN = Path("-")
FILE = click.Path(path_type=Path, allow_dash=True)

# What commands take besides, most of them more than one.
PACKS = option(
    "--pack",
    "packs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    help=mark("A folder with more rules; repeatable."),
)
ANNEXES = option(
    "--annex", "annexes", type=FILE, multiple=True, metavar="FILE", help=mark("A supplied annex; repeatable.")
)
FORCE = option("--force", is_flag=True, help=mark("Judge also a paper that does not look like a protocol."))
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


@contextlib.contextmanager
def reading(paths: Sequence[Path], options: ReadOptions) -> Iterator[Sequence[Pending]]:
    """Begin to read the documents, each in a process of its own; at most one of them is standard input.

    What else has to be done can be done meanwhile; `result` waits for the text.

    Raises:
        UsageError: standard input is named twice, or closed.
        RuleError: the configuration is at fault.
    """
    from protocheck.ingest.guarded import Readers  # noqa: PLC0415 - heavy

    refuse_two_streams(paths)
    how = limited(paths[0], options)
    with Readers() as readers:
        yield readers.begin_all([request(path, how) for path in paths])


def limited(path: Path, options: ReadOptions) -> ReadOptions:
    """Return the options with the limits that hold in the folder of a document.

    Raises:
        RuleError: the configuration is at fault.
    """
    from protocheck.configuration import configuration_for  # noqa: PLC0415 - only when something is read

    return replace(
        options, limits=options.limits or configuration_for(None if path == STDIN else path).limits
    )


def refuse_two_streams(paths: Sequence[Path]) -> None:
    """Refuse to read standard input twice.

    Raises:
        UsageError: it is named twice.
    """
    if list(paths).count(STDIN) > 1:
        raise UsageError(_("Only one document can come from standard input ('-')."))


def documents(paths: Sequence[Path], options: ReadOptions) -> list[SourceText]:
    """Read the documents in order; see `reading`.

    Raises:
        DocumentError: one cannot be read.
        UsageError: standard input is named twice, or closed.
    """
    with reading(paths, options) as begun:
        return [each.result() for each in begun]


def unchanged(path: Path, sha256: str) -> bytes:
    """Return the bytes of a file that was read before: what was found in others holds for none of these.

    Raises:
        UsageError: they are others by now.
    """
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UsageError(_("{file} changed while it was read; try again.").format(file=path))
    return data


def request(path: Path, options: ReadOptions) -> Request:
    """Return what to read; of standard input its bytes, never more than the limit shows to be too much.

    Raises:
        UsageError: standard input is closed.
    """
    from protocheck.ingest.guarded import Request  # noqa: PLC0415 - heavy
    from protocheck.model.limits import Limits  # noqa: PLC0415 - only when something is read

    if path != STDIN:
        return Request(path, options=options)
    if sys.stdin is None:
        raise UsageError(_("Standard input is closed."), hint=_("Name a file instead of '-'."))
    data = sys.stdin.buffer.read((options.limits or Limits()).file_bytes + 1)
    return Request(None, data, _("standard input"), options)
