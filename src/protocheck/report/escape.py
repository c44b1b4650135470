"""Text from documents made harmless for the place it is printed in."""

from __future__ import annotations

import re

from protocheck.regex import lazy

# Control characters, and marks that reverse or hide text on a screen. A newline is set by us alone.
_CONTROL = lazy("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# What no XML may hold besides: halves of characters, and two numbers that are no character.
_NO_XML = lazy("[\ud800-\udfff\ufffe\uffff]")
_TOGETHER = lazy(
    r"\b(?:art\.|artikel|lid|punt|bijlage|nr\.) (?=\d)|§ (?=\d)"
    r"|\b\d{1,2} (?=(?:januari|februari|maart|april|mei|juni"
    r"|juli|augustus|september|oktober|november|december)\b)|\d (?=%)"
)
_INLINE = lazy(r"[\\`*_\[\]<>|~&]")
_START = lazy(r"(?P<sign>[#+=>-])|(?P<digits>\d{1,9})(?P<stop>[.)])")


def visible(text: str) -> str:
    r"""Return the text with control characters written out ('\x1b'), so that a terminal obeys none."""
    return _CONTROL.sub(_written, text)


def for_xml(text: str) -> str:
    """Return the text as `visible` does, without what XML does not take."""
    return _NO_XML.sub("\ufffd", visible(text))


def unbroken(text: str) -> str:
    """Return the text so that no line ends between 'art.' and its number, or a day and its month."""
    return _TOGETHER.sub(lambda found: found.group()[:-1] + "\u00a0", text)


def printed(text: str) -> str:
    """Return the text as it stands in a letter in Word."""
    return unbroken(for_xml(text))


def _written(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code == ord("\t"):
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - two hex digits


def markdown(text: str) -> str:
    """Return one line of text so that Markdown shows it as it stands and no structure comes of it."""
    line = _INLINE.sub(r"\\\g<0>", " ".join(visible(text).split()))
    found = _START.match(line)
    if found is None:
        return line
    if found["sign"]:
        return f"\\{line}"
    return f"{found['digits']}\\{line[len(found['digits']) :]}"
