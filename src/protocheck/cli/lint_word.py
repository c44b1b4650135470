"""`protocheck lint --comment`: a copy of the Word file with a comment at each finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.cli import inputs, output
from protocheck.cli.inputs import STDIN
from protocheck.errors import UsageError
from protocheck.language import translate as _

if TYPE_CHECKING:
    from protocheck.linting import Linted
    from protocheck.model.options import ReadOptions


def refuse_others(target: Path | None, files: Sequence[Path]) -> None:
    """Refuse what cannot be commented on: several files, or standard input.

    Raises:
        UsageError: there is not one file, or the copy would overwrite it or is named as no Word file.
    """
    if target is None:
        return
    if len(files) != 1 or files[0] == STDIN:
        raise UsageError(_("--comment goes with one Word file."))
    output.refuse_overwriting(target, files, "--comment")
    if target.suffix.lower() != ".docx":
        raise UsageError(
            _("{file}: the copy with comments is a Word file.").format(file=target),
            hint=_("Give it a name that ends in {suffix}.").format(suffix=".docx"),
        )


def write(target: Path, path: Path, linted: Linted, options: ReadOptions) -> None:
    """Write the copy.

    Raises:
        UsageError: it is no Word file, it changed meanwhile, or the copy cannot be written.
    """
    from protocheck.ingest.docx import MEDIA_TYPE  # noqa: PLC0415 - only for who asks
    from protocheck.marking.notes import notes  # noqa: PLC0415 - only for who asks
    from protocheck.marking.word import commented  # noqa: PLC0415 - only for who asks

    source = linted.document.document
    if source.media_type != MEDIA_TYPE:
        raise UsageError(
            _("{file} is no Word file: comments can only be put in a .docx.").format(file=path),
            hint=_("Save it as .docx first, or leave --comment out."),
        )
    data = inputs.unchanged(path, source.sha256)
    output.emit_bytes(commented(source.name, data, tuple(notes(linted.outcome.findings)), options), target)
