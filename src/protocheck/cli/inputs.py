"""What the commands read: files, or standard input for '-'."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.errors import UsageError
from protocheck.language import translate as _

if TYPE_CHECKING:
    from protocheck.model.text import SourceText

STDIN = Path("-")


def documents(paths: Sequence[Path], password: str = "") -> list[SourceText]:
    """Read the documents in order; at most one of them from standard input.

    Raises:
        DocumentError: one cannot be read.
        UsageError: standard input is named twice, or closed.
    """
    if list(paths).count(STDIN) > 1:
        raise UsageError(_("Only one document can come from standard input ('-')."))
    return [_document(path, password) for path in paths]


def _document(path: Path, password: str) -> SourceText:
    from protocheck.ingest.read import read  # noqa: PLC0415 - heavy

    if path != STDIN:
        return read(path, password=password)
    if sys.stdin is None:
        raise UsageError(_("Standard input is closed."), hint=_("Name a file instead of '-'."))
    data = sys.stdin.buffer.read()
    return read(None, data=data, name=_("standard input"), password=password)
