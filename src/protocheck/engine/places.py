"""Where a finding stands, and a name for it that outlives a move of the text."""

from __future__ import annotations

import hashlib

from protocheck.engine.criteria import named
from protocheck.match.words import fold
from protocheck.model.geometry import Span
from protocheck.model.outcome import Place
from protocheck.model.package import Reading
from protocheck.model.text import Location

_QUOTE_LIMIT = 300
_EXCERPT_LINES = 3
_LENGTH = 16


def place_of(span: Span | None, reading: Reading) -> Place:
    """Return the place of a span of the repaired text; without one, the document as a whole."""
    if span is None:
        return Place(reading.document, "", "", "", Location(None, None, 1))
    path = reading.outline.path_to(span.start)
    part = next((each for each in reversed(path) if each.ref), None)
    ref, label = named(part, reading) if part is not None else ("", "")
    source, raw = reading.text.source, reading.text.to_raw(span)
    quote = source.quote(raw)
    if len(quote) > _QUOTE_LIMIT:
        quote = f"{quote[:_QUOTE_LIMIT].rpartition(' ')[0]} …"
    lines = source.lines_in(raw)[:_EXCERPT_LINES]
    return Place(
        document=reading.document,
        ref=ref,
        label=label,
        quote=quote,
        location=source.locate(raw),
        heading=part.heading if part is not None else "",
        excerpt="\n".join(line.text for line in lines),
    )


def fingerprint(code: str, span: Span | None, reading: Reading) -> str:
    """Return what names a finding in a list of waivers: of its code, its words and the sentence around them.

    The same words in the same sentence elsewhere have the same name; where they stand does not matter.
    """
    said = ""
    if span is not None:
        around = _sentence(span, reading)
        said = f"{span.of(reading.text.text)}\0{around.of(reading.text.text)}"
    folded = " ".join(fold(said).split())
    return hashlib.sha256(f"{code}\0{folded}".encode()).hexdigest()[:_LENGTH]


def _sentence(span: Span, reading: Reading) -> Span:
    """Return the sentence that holds the start of a span, or the smallest part that does."""
    path = reading.outline.path_to(span.start)
    if not path:
        return span
    inside = (sentence for sentence in path[-1].sentences if span.start in sentence)
    return next(inside, path[-1].span)
