"""Stage 'unicode': characters that look like text but hinder reading become plain ones."""

from __future__ import annotations

import re
import unicodedata

from protocheck.regex import lazy
from protocheck.repair.edits import Change

RULE = "unicode"

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_BREAKS = "\x0b\x85\u2028\u2029"
# Bullets of the Symbol and Wingdings fonts, which reach the text layer as private characters.
_BULLETS = "\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf02d"
_PLAIN = {
    **_LIGATURES,
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_BULLETS, "•"),
}
_ODD = lazy(f"[{re.escape(''.join(_PLAIN))}]")
# A letter with its accents as separate characters ('e' and U+0308); NFC, since NFKC kills '1°' notes.
_LOOSE_ACCENTS = lazy(r"\w[\u0300-\u036f]{1,4}")
_ACCENT = lazy(r"[\u0300-\u036f]")
_LINE_END = lazy(r"[ \t]{0,8}(?:\n|$)")


def changes(text: str) -> list[Change]:
    """Return a change for every character, or letter with loose accents, that has a plain form."""
    if text.isascii() and "\x0b" not in text:
        return []
    found = [Change(m.start(), m.end(), _plain(text, m), RULE) for m in _ODD.finditer(text)]
    for match in _LOOSE_ACCENTS.finditer(text) if _ACCENT.search(text) else ():
        whole = unicodedata.normalize("NFC", match.group())
        if whole != match.group():
            found.append(Change(match.start(), match.end(), whole, RULE))
    return sorted(found)


def _plain(text: str, match: re.Match[str]) -> str:
    """Return the plain form; a soft hyphen at the end of a line was printed, so it stays a hyphen."""
    if match.group() == "\u00ad" and _LINE_END.match(text, match.end()):
        return "-"
    return _PLAIN[match.group()]
