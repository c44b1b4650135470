"""One way in: `read(path)` looks at what a file holds and hands it to the reader of that kind.

It reads in this very process, under no limits of time or memory: that is for the worker, and for files of our
own. Documents from outside are read by `guarded`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.load import load, named, weigh
from protocheck.ingest.sniff import sniff
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText

if TYPE_CHECKING:
    from pathlib import Path

_BLANK_TOO = 3  # line ends to a line, before they are told apart: typed texts leave lines blank


def read(
    path: Path | None,
    *,
    data: bytes | None = None,
    name: str = "",
    password: str = "",
    options: ReadOptions | None = None,
    sha256: str = "",
) -> SourceText:
    """Read a document.

    Args:
        path: the file; None when `data` holds its bytes.
        data: the bytes, for a document that is no file (standard input, an upload).
        name: what to call it in messages; by default the name of the file.
        password: opens an encrypted file; short for `options` with only that.
        options: how to read it.
        sha256: of the bytes, when it is known.

    Returns:
        The text with its lines, pages, tables and notes; plain data that can cross processes.

    Raises:
        DocumentError: it cannot be read; the message says why, the hint what to do.
    """
    name = name or (named(path) if path is not None else "") or "het document"
    if data is None:
        data = load(path, name, LIMITS)
    weigh(data, name, LIMITS)
    source = _read(data, name, sha256 or _digest(data), options or ReadOptions(password=password))
    _measure(source, name)
    return source


def _measure(source: SourceText, name: str) -> None:
    """Refuse a text that what comes after reading is not built for."""
    if len(source.text) > LIMITS.characters:
        raise refusals.too_long(name, "tekens", LIMITS.characters)
    if len(source.lines) > LIMITS.lines:
        raise refusals.too_long(name, "regels", LIMITS.lines)
    if any(len(line.text) > LIMITS.line_characters for line in source.lines):
        raise refusals.too_long(name, "tekens op één regel", LIMITS.line_characters)
    if not source.text.strip():
        raise refusals.no_content(name)


def _digest(data: bytes) -> str:
    import hashlib  # noqa: PLC0415 - a worker is told

    return hashlib.sha256(data).hexdigest()


def _read(data: bytes, name: str, sha256: str, options: ReadOptions) -> SourceText:
    """Call the reader for the kind of `data`; each is imported only when its kind is met."""
    kind = sniff(data, name)
    if kind == "pdf":
        from protocheck.ingest.weigh import unpacked_size  # noqa: PLC0415 - only for a PDF

        if unpacked_size(data, LIMITS.stream_bytes) > LIMITS.stream_bytes:
            raise refusals.too_full(name, LIMITS.stream_bytes)
        from protocheck.ingest.pdf import read_pdf  # noqa: PLC0415 - heavy

        return read_pdf(name, sha256, data, options)
    if kind == "docx":
        from protocheck.ingest.docx import read_docx  # noqa: PLC0415 - heavy

        return read_docx(name, sha256, data, options)
    if kind == "odt":
        from protocheck.ingest.odt import read_odt  # noqa: PLC0415 - heavy

        return read_odt(name, sha256, data, options)
    if kind == "image":
        from protocheck.ingest.ocr_image import read_image  # noqa: PLC0415 - heavy

        return read_image(name, sha256, data, options)
    if kind not in {"html", "text"}:
        raise refusals.foreign(name, kind)
    return _read_text(data, name, sha256, html=kind == "html")


def _read_text(data: bytes, name: str, sha256: str, *, html: bool) -> SourceText:
    from protocheck.ingest.decode import decode  # noqa: PLC0415 - not needed for most documents

    text = decode(data)
    if text is None:
        raise refusals.rubbish(name)
    if len(text) > LIMITS.characters:
        raise refusals.too_long(name, "tekens", LIMITS.characters)
    if text.count("\n") > _BLANK_TOO * LIMITS.lines:
        raise refusals.too_long(name, "regels", LIMITS.lines)
    if html:
        from protocheck.ingest.html import read_html  # noqa: PLC0415 - heavy

        return read_html(name, sha256, text)
    from protocheck.ingest.plain import read_plain  # noqa: PLC0415 - not needed for most documents

    return read_plain(name, sha256, text)
