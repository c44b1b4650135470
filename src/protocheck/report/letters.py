"""The advice as a letter in the files that an adviser sends: every writer stands in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from protocheck.model.letter import Letter
from protocheck.report import as_docx, as_pdf

WRITERS: Mapping[str, Callable[[Letter], bytes]] = {"docx": as_docx.render, "pdf": as_pdf.render}
