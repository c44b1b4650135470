"""`protocheck advise --mark`: a copy of the PDF with evidence and findings highlighted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.cli import inputs, output
from protocheck.cli.copies import Copy, refuse_unfit
from protocheck.cli.inputs import STDIN
from protocheck.errors import UsageError
from protocheck.language import translate as _

if TYPE_CHECKING:
    from protocheck.model.options import ReadOptions
    from protocheck.model.report import Report


def refuse_others(target: Path | None, paths: tuple[Path, ...]) -> None:
    """Refuse what cannot be marked: standard input, or a copy that would overwrite a document.

    Raises:
        UsageError: so it is, or the library is missing.
    """
    if target is None:
        return
    from protocheck.ingest.highlights import refuse_without  # noqa: PLC0415 - only for who asks

    copy = Copy(
        "--mark", ".pdf", _("--mark goes with a PDF file."), _("{file}: the copy with marks is a PDF.")
    )
    refuse_unfit(copy, target, paths[0] if paths[0] != STDIN else None, paths)
    refuse_without()


def write(target: Path, path: Path, report: Report, options: ReadOptions) -> None:
    """Write the copy.

    Raises:
        UsageError: it is no PDF, it changed meanwhile, or the copy cannot be written.
        DocumentError: it can be read but not be marked.
    """
    from protocheck.ingest.guarded import make  # noqa: PLC0415 - heavy
    from protocheck.papers import PDF  # noqa: PLC0415 - only for who asks
    from protocheck.report.marks import marks  # noqa: PLC0415 - only for who asks

    if report.document.media_type != PDF:
        raise UsageError(
            _("{file} is no PDF: only a PDF can be marked.").format(file=path),
            hint=_("For a Word file: protocheck lint {file} --comment COPY.docx").format(file=path),
        )
    data = inputs.unchanged(path, report.document.sha256)
    wishes = [
        {
            "kind": mark.kind,
            "title": mark.title,
            "text": mark.said,
            "boxes": [[box.page, box.x0, box.top, box.x1, box.bottom] for box in mark.boxes],
        }
        for mark in marks(report)
        if mark.boxes and mark.document == "protocol"
    ]
    output.emit_bytes(
        make("highlighted", data, name=report.document.name, options=options, wishes=wishes), target
    )
