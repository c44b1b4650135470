"""Signs that word processors keep in the private range of a symbol font: boxes, bullets, arrows."""

from __future__ import annotations

# A ticked box must not look like an open one.
_SIGNS = {
    0xF0FE: "☒", 0xF0FD: "☒", 0xF053: "☒", 0xF052: "☑", 0xF0A8: "☐", 0xF06F: "☐", 0xF071: "☐", 0xF0A3: "☐",
    0xF0FC: "✓", 0xF0FB: "✗", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF076: "•", 0xF0E0: "→", 0xF0B0: "°",
}  # fmt: skip
_FONTS = ("wingdings", "webdings", "symbol")
_PRIVATE = 0xF000
_LAST = 0xFF
_UNSEEN = "\xad\u200b\ufeff"  # soft hyphen, zero-width blanks: nothing is printed


def sign(code: str) -> str:
    """Return the character for the hexadecimal code of a `w:sym`."""
    try:
        value = int(code, 16)
        return _SIGNS.get(value if value >= _PRIVATE else value + _PRIVATE) or chr(value)
    except (ValueError, OverflowError):
        return ""


def readable(text: str, font: str = "") -> str:
    """Return typed characters as they are seen: a letter in a symbol font is a sign."""
    if font.lower().startswith(_FONTS):
        return "".join(_SIGNS.get(ord(c) + (_PRIVATE if ord(c) <= _LAST else 0), c) for c in text)
    if text.isascii():
        return text
    return "".join(_SIGNS.get(ord(c), c) for c in text if c not in _UNSEEN)
