"""`protocheck lint --comment`: a copy of the Word file with a comment at each finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.cli import inputs, output
from protocheck.cli.copies import Copy, refuse_unfit
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
    goes_with, is_a = (
        _("--comment goes with one Word file."),
        _("{file}: the copy with comments is a Word file."),
    )
    original = files[0] if len(files) == 1 and files[0] != STDIN else None
    refuse_unfit(Copy("--comment", ".docx", goes_with, is_a), target, original, files)


def write(target: Path, path: Path, linted: Linted, options: ReadOptions) -> None:
    """Write the copy.

    Raises:
        UsageError: it is no Word file, it changed meanwhile, or the copy cannot be written.
        DocumentError: it can be read but not be copied.
    """
    from protocheck.ingest.comments import wishes_of  # noqa: PLC0415 - only for who asks
    from protocheck.ingest.docx import MEDIA_TYPE  # noqa: PLC0415 - only for who asks
    from protocheck.ingest.guarded import make  # noqa: PLC0415 - heavy
    from protocheck.marking.notes import notes  # noqa: PLC0415 - only for who asks

    source = linted.document.document
    if source.media_type != MEDIA_TYPE:
        raise UsageError(
            _("{file} is no Word file: comments can only be put in a .docx.").format(file=path),
            hint=_("Save it as .docx first, or leave --comment out."),
        )
    data = inputs.unchanged(path, source.sha256)
    wishes = wishes_of(notes(linted.outcome.findings))
    how = inputs.limited(path, options)
    output.emit_bytes(make("commented", data, name=source.name, options=how, wishes=wishes), target)
