"""Sentences of Dutch legal prose: where one ends, and where a stop is no end.

A full stop ends a sentence unless it belongs to an abbreviation, an initial, a label, a date or an
address. A colon and a semicolon never end one: an enumeration stays whole. A tab does, since it parts
the cells of a table; so do a blank line and a bullet, unless the text runs on in lower case.
"""

from __future__ import annotations

import re
from typing import Final

from protocheck.model.geometry import Span
from protocheck.regex import lazy

# Abbreviations that something always follows: their stop never ends a sentence.
_OPEN: Final = frozenset(
    """
    a.h.v. adj. afd. alg. art. artt. bijv. blz. bv. ca. cf. ch. chr. d.d. d.i. d.m.v. dd. dhr. dir.
    dr. dra. drs. excl. fig. fr. hfst. hr. i.c. i.g.v. i.h.b. i.h.k.v. i.k.v. i.o.m. i.p.v. i.s.m.
    i.v.m. incl. ing. inz. ir. jhr. jo. jos. k.o. lic. m.a.w. m.b.t. m.b.v. m.i.v. m.m.v. m.n.
    m.u.v. max. mej. mevr. min. mme. mr. mrs. mv. mw. n.a.v. nl. no. nr. nrs. n°. o.a. o.b.v. o.g.v.
    o.l.v. o.m. o.v.v. onderafd. op.cit. p. par. parl.st. pag. pct. ph. pp. prof. q.q. red. ref.
    resp. sr. st. subs. t.a.v. t.b.v. t.e.m. t.g.v. t.h.v. t.o.v. t.w. tel. th. toep. tss. u.a. v.
    vb. vgl. vnl. vs. w.o. z.g. zg. zgn. d.w.z.
    """.split()
)
# Abbreviations that may also close a sentence: before a capital they do.
_CLOSING: Final = frozenset("a.d. al. c.s. e.a. e.d. e.v. enz. etc. id. ibid. jl.".split())
_BEFORE_NUMBER: Final = frozenset(
    """
    al. punt. tit. vol. b.s. k.b. m.b. bl. n. d. jl. jan. feb. febr. apr. jun. jul. aug. sep. sept.
    okt. nov. dec.
    """.split()
)
# Words that open a sentence: after them a single letter before the stop was no initial.
_OPENERS: Final = frozenset(
    """
    aan alle als bij binnen daarnaast daarom dat de deze die dit door een eén elke er geen het
    hierbij hierdoor hij ieder iedere in indien is met na naast niet om op partijen te tot uit
    volgens voor wanneer wie zij zijn zodra
    """.split()
)
_SURNAME: Final = lazy(r"(?:De|Den|Der|Van|Vanden|Vander|Ter|Ten|Het|'t)\s+[A-Z]")

_LONGEST_LABEL: Final = 16
_LONGEST_SIGN: Final = 3

_BREAK: Final = lazy(
    r"(?P<stop>[.!?…]{1,6}[\"'”’»)\]]{0,3})(?=\s|$)"
    r"|(?P<cell>[ ]{0,2}\t[ \t]{0,20})"
    r"|(?P<blank>[ ]{0,3}\n(?:[ \t\r\f]{0,80}\n){1,60})"
    r"|(?P<bullet>\n[ \t\f]{0,40}(?=[-–•▪●◦*]\s))"
)
_NEXT: Final = lazy(r"[\s\"'“”‘’„«»(\[]{0,200}")
_LABEL: Final = lazy(r"[\s\[(•▪●◦*–-]{0,12}(?:[A-Za-z]?\d{0,3}|[ivxlIVXL]{1,6})$")
_WORD: Final = lazy(r"[^\W\d_]+")
_TOKEN: Final = lazy(r"[^\s()\[\]\"'“”‘’„«»,;:/]{1,40}$")
_DOTTED: Final = lazy(r"(?:[^\W\d_]\.-?){2,8}$")


def split(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of `text` inside `span`, in order, white space trimmed off.

    Args:
        text: the repaired text.
        span: the part to look at; a sentence never crosses its bounds.

    Returns:
        Spans in coordinates of `text`; together they hold every character that is not white space.
    """
    found: list[Span] = []
    start = span.start
    for match in _BREAK.finditer(text, span.start, span.end):
        if match.start() < start or not _ends(text, start, match, span.end):
            continue
        _keep(found, text, start, match.end("stop") if match["stop"] else match.start())
        start = match.end()
    _keep(found, text, start, span.end)
    return tuple(found)


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    body = piece.strip()
    if body:
        start += len(piece) - len(piece.lstrip())
        found.append(Span(start, start + len(body)))


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Tell whether the break that `match` found ends the sentence that began at `start`."""
    if match["stop"] is None:
        return _ends_at_gap(text, start, match, limit)
    ahead = _NEXT.match(text, match.end(), limit)
    upto = ahead.end() if ahead else match.end()
    if upto >= limit:
        return True
    after = text[upto]
    if after.islower() and "\n\n" not in text[match.end() : upto]:
        return False
    mark = match["stop"][0]
    return mark in "!?" or _ends_at_stop(text, start, match, upto)


def _ends_at_gap(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    at = match.start()
    if match["cell"]:
        before = text[start : min(at, start + _LONGEST_LABEL)].strip()
        return len(before) > _LONGEST_SIGN or any(c.isalpha() for c in before[1:])
    if match["bullet"]:
        return True
    ahead = _NEXT.match(text, match.end(), limit)
    upto = ahead.end() if ahead else match.end()
    return upto >= limit or not (text[upto].islower() and text[at - 1 : at].isalnum())


def _ends_at_stop(text: str, start: int, match: re.Match[str], upto: int) -> bool:
    """Judge a full stop before a capital, a digit or a sign."""
    at = match.start()
    if text[at : at + 1] == "…" or text.startswith("...", at):
        return text[upto].isupper() and text[at - 1 : at] not in "(["
    token = _TOKEN.search(text, max(start, at - 40), at)
    word = f"{token[0]}.".lower() if token else "."
    if at - start <= _LONGEST_LABEL and _LABEL.match(text, start, at):
        return False
    if word in _OPEN or (text[upto].isdigit() and word in _BEFORE_NUMBER):
        return False
    if word in _CLOSING:
        return text[upto].isupper()
    if _DOTTED.match(word) or (token is not None and len(token[0]) == 1 and token[0].isupper()):
        following = _WORD.match(text, upto)
        opener = following is not None and following[0].lower() in _OPENERS
        return opener and _SURNAME.match(text, upto) is None
    return True
