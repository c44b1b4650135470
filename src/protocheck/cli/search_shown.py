"""What a search found, on a terminal or as JSON."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator

from protocheck.batch.store import Found, Hit
from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.report.escape import visible

_BOLD, _DIM = "1", "2"
_NARROWEST = 40


def as_terminal(found: Found, width: int, *, colour: bool) -> str:
    """Return what was found, by document, the best first; without colour it holds no control codes."""
    return "\n".join(_lines(found, max(width, _NARROWEST), colour=colour)) + "\n"


def _lines(found: Found, width: int, *, colour: bool) -> Iterator[str]:
    if not found.hits:
        yield _("These words stand nowhere together in one article.")
        return
    yield _painted(_told(found), _BOLD, colour=colour)
    # Not sorted: a document comes where its best passage comes, with what follows at once.
    for _key, hits in itertools.groupby(_gathered(found.hits), key=lambda hit: hit.judgement):
        document = list(hits)
        yield ""
        yield from _head(document[0], width, colour=colour)
        for hit in document:
            yield from _passage(hit, width, colour=colour)
    if found.passages > len(found.hits):
        yield ""
        yield _("{shown} of {all} places shown; --limit shows more.").format(
            shown=len(found.hits), all=found.passages
        )


def _gathered(hits: tuple[Hit, ...]) -> Iterator[Hit]:
    first: dict[str, list[Hit]] = {}
    for hit in hits:
        first.setdefault(hit.judgement, []).append(hit)
    return itertools.chain.from_iterable(first.values())


def _told(found: Found) -> str:
    places = plural("{count} place", "{count} places", found.passages).format(count=found.passages)
    documents = plural("{count} document", "{count} documents", found.documents).format(count=found.documents)
    return _("{places} in {documents}").format(places=places, documents=documents)


def _head(hit: Hit, width: int, *, colour: bool) -> Iterator[str]:
    yield from (_painted(line, _BOLD, colour=colour) for line in textwrap.wrap(visible(hit.title), width))
    for place in hit.places:
        yield _painted(visible(place).replace("\n", " "), _DIM, colour=colour)


def _passage(hit: Hit, width: int, *, colour: bool) -> Iterator[str]:
    where = [hit.label, hit.heading]
    if hit.page is not None:
        where.append(_("p. {page}").format(page=hit.page))
    yield from textwrap.wrap(
        visible(", ".join(part for part in where if part)),
        width,
        initial_indent="  ",
        subsequent_indent="  ",
    )
    for line in textwrap.wrap(_marked(hit), width - 4):
        yield "    " + _painted_words(line, colour=colour)


_OPEN, _CLOSE = "\ue000", "\ue001"  # of nobody's alphabet, and one column wide, as the '*' they become


def _marked(hit: Hit) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in hit.marked:
        word = visible(hit.snippet[start:end])
        pieces += [_plain(hit.snippet[at:start]), f"{_OPEN}{word}{_CLOSE}"]
        at = end
    return "".join([*pieces, _plain(hit.snippet[at:])])


def _plain(text: str) -> str:
    return visible(text).replace(_OPEN, "").replace(_CLOSE, "")


def _painted_words(line: str, *, colour: bool) -> str:
    return line.replace(_OPEN, "\x1b[1;33m" if colour else "*").replace(_CLOSE, "\x1b[0m" if colour else "*")


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
