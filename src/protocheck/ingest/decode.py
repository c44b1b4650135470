"""From bytes to characters: which encoding a text file is in."""

from __future__ import annotations

import codecs

from protocheck.regex import lazy

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_SAMPLE = 65_536
_MOST_CONTROL = 0.01
_LEAST_LETTERS = 0.3  # of what is printed, in bytes that are no UTF-8
_WIDE = 0.6  # share of zero bytes on one side that shows UTF-16 of a western text


def decode(data: bytes) -> str | None:
    """Return the text in `data` with line ends as single newlines, or None when it is no text."""
    text = _decoded(data)
    if text is None or not _readable(text):
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Word puts a vertical tab where a line is broken inside a paragraph.
    return text.replace("\x0b", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def _decoded(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    wide = _utf16_without_bom(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if len(data) - fault.start < 4 and fault.start > 0:  # noqa: PLR2004 - a character cut off by the end
            return data[: fault.start].decode("utf-8")
    if b"\x00" in data:
        return None
    text = data.decode("cp1252", errors="replace")
    return text if _lettered(text) else None


def _utf16_without_bom(data: bytes) -> str:
    head = data[:_SAMPLE]
    half = len(head) // 2
    if half == 0 or b"\x00" not in head:
        return ""
    if head[1::2].count(0) > _WIDE * half:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > _WIDE * half else ""


def _readable(text: str) -> bool:
    """Tell text from rubbish by the control characters."""
    head = text[:_SAMPLE]
    return "\x00" not in text and len(_CONTROL.findall(head)) <= _MOST_CONTROL * len(head)


def _lettered(text: str) -> bool:
    """Any bytes at all decode as cp1252: a text has letters among what it prints."""
    head = text[:_SAMPLE]
    printed = [c for c in head if not c.isspace()]
    return not printed or sum(map(str.isalpha, printed)) >= _LEAST_LETTERS * len(printed)
