"""What is due as a calendar file (iCalendar, RFC 5545), for any calendar program.

The same archive and day give the same bytes: a UID hangs on the content of the protocol and the day, and the
time stamp is that of the day on which was asked, not of the clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from protocheck.advice.dutch import listing
from protocheck.model.kinship import Due, Kinship

_OCTETS = 75  # of a line, its end left out
_NAMES = {"ended": "Afgelopen", "ends": "Loopt af", "evaluation": "Evaluatie"}
_SUMMARY = 120  # characters; a calendar shows no more


def as_ics(kinship: Kinship) -> bytes:
    """Return what is due as a calendar; what a later version replaced is left out."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//protocheck//protocheck audit//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Protocollen: termijnen en evaluaties",
    ]
    for each in kinship.due:
        if not each.replaced_by:
            lines += _event(each, kinship.today)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(each: Due, today: dt.date) -> Iterator[str]:
    title = f"{_NAMES[each.kind]}: {each.title or listing(each.parties)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.day + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(_short(title))}"
    yield f"DESCRIPTION:{escaped(_described(each))}"
    yield f"CATEGORIES:{escaped(_NAMES[each.kind])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _described(each: Due) -> str:
    lines = [each.summary]
    if each.parties:
        lines.append(f"Partijen: {listing(each.parties)}.")
    lines.append(f"Grond: {each.basis}.")
    if each.quote:
        lines.append(f"{each.label or 'Tekst'}: ‘{each.quote}’")
    return "\n".join(lines)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SUMMARY else plain[: _SUMMARY - 1].rstrip() + "…"


def escaped(text: str) -> str:
    """Return text as a value: what means something to a calendar is escaped, what it cannot hold left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in plain if char == "\n" or char.isprintable() or char == "\u00a0")
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, "\\" + sign)
    return kept.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a line of at most 75 octets, the rest on lines that start with a blank; no letter is cut."""
    pieces: list[bytes] = []
    held = b""
    for letter in _letters(line):
        if len(held) + len(letter) > _OCTETS:
            pieces.append(held)
            held = b" "
        held += letter
    return b"\r\n".join([*pieces, held]) + b"\r\n"


def _letters(line: str) -> Iterable[bytes]:
    return (char.encode("utf-8", "replace") for char in line)
