"""One way in: `read(path)` looks at what a file holds and hands it to the reader of that kind."""

from __future__ import annotations

import hashlib
from pathlib import Path

from protocheck.ingest import refusals
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.sniff import sniff
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText


def read(
    path: Path | None,
    *,
    data: bytes | None = None,
    name: str = "",
    password: str = "",
    options: ReadOptions | None = None,
) -> SourceText:
    """Read a document.

    Args:
        path: the file; None when `data` holds its bytes.
        data: the bytes, for a document that is no file (standard input, an upload).
        name: what to call it in messages; by default the name of the file.
        password: opens an encrypted file; short for `options` with only that.
        options: how to read it.

    Returns:
        The text with its lines, pages, tables and notes; plain data that can cross processes.

    Raises:
        DocumentError: it cannot be read; the message says why, the hint what to do.
    """
    name = name or (path.name if path is not None else "") or "het document"
    if data is None:
        data = _load(path, name)
    if len(data) > LIMITS.file_bytes:
        raise refusals.too_big(name, len(data), LIMITS.file_bytes)
    if not data.strip():
        raise refusals.empty(name)
    source = _read(data, name, options or ReadOptions(password=password))
    if len(source.text) > LIMITS.characters:
        raise refusals.too_long(name, "tekens", LIMITS.characters)
    if not source.text.strip():
        raise refusals.no_content(name)
    return source


def _load(path: Path | None, name: str) -> bytes:
    if path is None:
        raise refusals.missing(name)
    try:
        if path.is_dir():
            raise refusals.directory(name)
        size = path.stat().st_size
        if size > LIMITS.file_bytes:
            raise refusals.too_big(name, size, LIMITS.file_bytes)
        with path.open("rb") as file:
            # A pipe or device has no size: never take more than the limit shows to be too much.
            return file.read(LIMITS.file_bytes + 1)
    except FileNotFoundError:
        raise refusals.missing(name) from None
    except PermissionError:
        raise refusals.forbidden(name) from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "ongeldige naam"
        raise refusals.unopened(name, reason) from fault


def _read(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """Call the reader for the kind of `data`; each is imported only when its kind is met."""
    kind = sniff(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    if kind == "pdf":
        from protocheck.ingest.pdf import read_pdf  # noqa: PLC0415 - heavy

        return read_pdf(name, sha256, data, options)
    if kind == "docx":
        from protocheck.ingest.docx import read_docx  # noqa: PLC0415 - heavy

        return read_docx(name, sha256, data, options)
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
    if html:
        from protocheck.ingest.html import read_html  # noqa: PLC0415 - heavy

        return read_html(name, sha256, text)
    from protocheck.ingest.plain import read_plain  # noqa: PLC0415 - not needed for most documents

    return read_plain(name, sha256, text)
