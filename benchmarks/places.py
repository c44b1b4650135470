"""Where a part stands by its printed number or heading, for when our own segmentation gives it no such name.

A mutation names the part it cuts. Were it only looked up in the outline, a change of the segmentation would
take mutants out of the measure; so what the outline does not know is looked up in the printed lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocheck.model.geometry import Span

_WORDS = {
    "annex": r"(?:bijlage|annex|addendum)\s{1,3}",
    "article": r"(?:(?:artikel|art\.|§)\s{0,3})",
    "recital": r"\(?",
    "section": "",
}
_STOP = r"(?!\.?\d)(?=\s*(?:[.:)–—-]|\s|$))"
_LEADERS = r"(?![^\n]{0,200}\.{4})"  # a row of a contents list is no opening
# What stands behind the last part: annexes and the signing clause.
_BEHIND = r"^[ \t#*]{0,8}(?:Bijlage|BIJLAGE|Gedaan|GEDAAN|Opgemaakt|Aldus|Voor akkoord)\b"
_MARKUP = r"[ \t]*(?:#{1,6}[ \t]+)?(?:\*{1,2})?"
_DIGITS, _ROMAN, _LETTER = r"\d{1,3}(?:\.\d{1,2}){0,3}(?:bis|ter)?", r"[IVXL]{1,6}", r"[A-Za-z]"


def printed_place(text: str, ref: str) -> tuple[Span, Span] | None:
    """Return the line that opens the part and the whole part, looked up by what is printed.

    Args:
        text: the raw text of the document.
        ref: 'article 4', 'annex 1, article 5', 'recital c', 'section Looptijd'.
    """
    within = Span(0, len(text))
    opening = within
    for step in _steps(ref):
        kind, _, name = step.partition(" ")
        found = _opening(text, within, kind, name)
        if found is None:
            return None
        opening, within = found, Span(found.start, _end(text, found, within, kind, name))
    return opening, within


def _steps(ref: str) -> Sequence[str]:
    """Return the parts of a ref from the outside in; a comma in a heading parts nothing."""
    return re.split(rf", (?=(?:{'|'.join(_WORDS)}) )", ref)


def _opening(text: str, within: Span, kind: str, name: str) -> Span | None:
    """Return the first line that opens with the number, or is the heading."""
    if kind not in _WORDS:
        return None
    words = r"\s{1,9}".join(re.escape(word) for word in name.split())
    bodies = [rf"{words}[ \t*:]*$"]
    if kind != "section":
        bodies = [rf"{word}{words}{_STOP}[^\n]*$" for word in (_WORDS[kind], "") if word or kind == "article"]
    for body in bodies:
        line = re.compile(rf"^{_LEADERS}{_MARKUP}{body}", re.MULTILINE | re.IGNORECASE)
        found = line.search(text, within.start, within.end)
        if found:
            return Span(found.start(), found.end())
    return None


def _end(text: str, opening: Span, within: Span, kind: str, name: str) -> int:
    """Return where the next part of the same kind opens, in the same style of printing."""
    line = opening.of(text)
    if kind == "section":
        style = rf"^{_MARKUP}(?:[^\n.;]{{3,90}}\?|[^\n.,;:a-z]{{3,90}})[ \t*:]*$"
        if not re.match(style, line):
            style = rf"^{_MARKUP}[A-Z][^\n.;:,]{{2,60}}$"
    else:
        before = line[: line.lower().index(name.lower())]
        after = line[len(before) + len(name) : len(before) + len(name) + 1]
        same = rf"(?!{re.escape(name)}\b)"
        number = _DIGITS if name[0].isdigit() else _ROMAN if re.fullmatch(_ROMAN, name) else _LETTER
        style = rf"^{re.escape(before)}{same}{number}\b{re.escape(after)}(?!\d)"
    found = re.compile(rf"{style}|{_BEHIND}", re.MULTILINE).search(text, opening.end, within.end)
    return found.start() if found else within.end
