"""Annexes (bijlagen) that the text names."""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.facts.reading import Reading
from protocheck.model.facts import AnnexMention
from protocheck.model.geometry import Span
from protocheck.regex import lazy

_ANNEX = lazy(
    r"(?:b(?<![\w-]b)ijlagen?|a(?<![\w-]a)(?:nnex|ddendum))(?: (?:nr\.? )?(?P<number>\d{1,2}|[ivx]{1,4}\b"
    r"|[a-e]\b))?(?!\w)(?P<also>(?:(?:,| en| tot en met|/) ?(?:bijlage )?(?:\d{1,2}|[ivx]{1,4}|[a-e])\b"
    r"(?!\w|-| jaar|°)){1,8})?"
)
_MORE = lazy(r"(?:bijlage )?(?P<number>\d{1,2}|[ivx]{1,4}|[a-e])\b(?!\w)")
_TITLE = lazy(
    r" *(?:[:\u2013]|-(?= )) *(?P<title>[^\n;.]{3,120})| *\((?P<brackets>[^()\n]{3,80})\)"
    r"| *\"(?P<quoted>[^\"\n]{3,80})\""
)
# What hangs on a message or on a statute is no annex of the protocol.
_NOT_AFTER = lazy(
    r"^ (?:van|bij|in|aan) (?:het|de|een|dat|die|elke?|dezelfde|hetzelfde)? ?(?:e-?mail\w*|mail\w*"
    r"|bericht\w*|brief|decreet|wet|besluit|koninklijk|ministerieel|verordening|reglement|aanvraag\w*"
    r"|formulier|richtlijn|besluiten)\b"
)
_NOT_BEFORE = lazy(
    r"\b(?:mail|e-mail|versleutelde|geëncrypteerde|beveiligde|digitale) (?:als |in |met )?(?:een )?$"
    r"|\b(?:geen|zonder) $"
)
_ROMAN = lazy(r"[ivx]+")


def annexes(reading: Reading) -> tuple[AnnexMention, ...]:
    """Return every place where the text names an annex of the protocol."""
    return tuple(_all(reading))


def _all(reading: Reading) -> Iterator[AnnexMention]:
    for match in _ANNEX.finditer(reading.low):
        if _NOT_AFTER.match(reading.after(match.end(), 60)) or _NOT_BEFORE.search(
            reading.before(match.start(), 40)
        ):
            continue
        number = match.group("number") or ""
        title = _title(reading, match.end()) if number or _opens_line(reading, match.start()) else None
        end = title.end if title else match.end()
        span = Span(match.start(), end)
        yield AnnexMention(number.upper(), reading.printed(title) if title else "", span)
        if match.group("also"):
            for more in _MORE.finditer(reading.low, *match.span("also")):
                yield AnnexMention(more.group("number").upper(), "", Span(*more.span()))


def _opens_line(reading: Reading, start: int) -> bool:
    return not reading.flat[reading.paragraph(start).start : start].strip(" -")


def _title(reading: Reading, at: int) -> Span | None:
    match = _TITLE.match(reading.low, at)
    if match is None:
        return None
    group = next(g for g in ("title", "brackets", "quoted") if match.group(g) is not None)
    if group == "title" and not _opens_line(reading, at):
        before = reading.flat[reading.paragraph(at).start : at]
        if len(before.split()) > 4:  # noqa: PLR2004 - then the colon belongs to the sentence
            return None
    span = reading.trim(Span(*match.span(group)))
    return span if len(span) else None
