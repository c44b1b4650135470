"""What a file is, by its content; its name only settles what content leaves open."""

from __future__ import annotations

import re
from typing import Literal

from protocheck.regex import lazy

Kind = Literal[
    "pdf", "docx", "html", "text",
    "odt", "opendocument", "doc", "protected-office", "rtf", "xlsx", "pptx",
    "zip", "archive", "image", "email", "other",
]  # fmt: skip

_PDF_WITHIN = 1024  # readers allow junk before the header, this far
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x7fELF", "other"),
    (b"MZ\x90", "other"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_HTML_SOON = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s{0,200}<(?:h[1-6]|p|div|table|ul|ol|section|article|main)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_MAIL = re.compile(
    rb"\A(?:Received|Return-Path|MIME-Version|Message-ID|Delivered-To|From|To|Date|Subject|X-[\w-]{1,40}): ",
    re.IGNORECASE,
)
WORD_MAIN = lazy(r"word/document\d{0,3}\.xml")


def sniff(data: bytes, name: str = "") -> Kind:
    """Return what `data` is; 'text' when nothing else shows (its bytes still have to decode)."""
    head = data[: _PDF_WITHIN + 8]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if b"%PDF-" in head[: _PDF_WITHIN + 5]:
        return "pdf"
    return _text_kind(data, name)


def is_text(data: bytes, name: str = "") -> bool:
    """Tell whether `data` is plain text, without opening any package."""
    return not data.startswith((b"PK", _OLE)) and sniff(data, name) == "text"


def _text_kind(data: bytes, name: str) -> Kind:
    head = data[:4096]
    if b"<office:document" in head and b"opendocument.text" in head:
        return "odt"  # flat: one XML file without a package around it
    if _HTML_START.match(head):
        return "html"
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    if (named and b"<" in head) or (_FRAGMENT.match(head) and _mostly_tags(data)):
        return "html"
    if _MAIL.match(head) and b"\nMIME-Version:" in b"\n" + data[:20_000].replace(b"\r", b""):
        return "email"
    return "html" if named and _HTML_SOON.search(head) else "text"


def _mostly_tags(data: bytes) -> bool:
    """Tell an HTML fragment from a Markdown file that begins with a tag."""
    lines = [line for line in data[:200_000].split(b"\n") if line.strip()]
    tagged = sum(line.lstrip().startswith(b"<") for line in lines)
    return tagged * 2 > len(lines)


def _zip_kind(data: bytes) -> Kind:
    import io  # noqa: PLC0415 - not needed for most documents
    import zipfile  # noqa: PLC0415 - the same

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            small = "mimetype" in names[:3] and package.getinfo("mimetype").file_size < _PDF_WITHIN
            declared = package.read("mimetype") if small else b""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, RuntimeError, OSError):
        return "docx" if b"word/document" in data else "zip"
    return _package_kind(names, declared)


def _package_kind(names: list[str], declared: bytes) -> Kind:
    if any(WORD_MAIN.fullmatch(name) for name in names):
        return "docx"
    if b"opendocument" in declared:
        return "odt" if b"opendocument.text" in declared else "opendocument"
    if "xl/workbook.xml" in names:
        return "xlsx"
    return "pptx" if "ppt/presentation.xml" in names else "zip"


def _ole_kind(data: bytes) -> Kind:
    """Old Office files, and new ones under a password, share one container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "protected-office"
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "__substg1.0_".encode("utf-16-le") in data:
        return "email"
    return "other"
