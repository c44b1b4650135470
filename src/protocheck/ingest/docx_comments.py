"""Comments of a Word file: who said what, about which words; they are no text of the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocheck.ingest.docx_package import Package
from protocheck.ingest.docx_paragraphs import ParagraphReader
from protocheck.ingest.docx_runs import local
from protocheck.ingest.words import Anchor, End
from protocheck.model.geometry import Span
from protocheck.model.text import Comment

if TYPE_CHECKING:
    from lxml.etree import _Element

_ON = frozenset({"1", "true", "on"})


class Comments:
    """Collects where comments hang while the text is written, and makes them up at the end."""

    def __init__(self, package: Package, w: str) -> None:
        """Take the parts; `w` is the namespace in braces."""
        self._w = w
        self._parts = [
            each for part in package.related("comments") for each in part if local(each) == "comment"
        ]
        self._states = dict(_states(package.related("commentsExtended")))
        self._places: dict[str, dict[End, int]] = {}

    def made(self, reader: ParagraphReader, anchors: Iterable[tuple[Anchor, int]]) -> tuple[Comment, ...]:
        """Return the comments in the order of their places; the first anchor of a kind counts."""
        for anchor, at in anchors:
            self._places.setdefault(anchor.comment, {}).setdefault(anchor.end, at)
        found = [self._comment(part, reader) for part in self._parts]
        return tuple(sorted(found, key=lambda each: each.span.start))  # stable: replies stay behind

    def _comment(self, part: _Element, reader: ParagraphReader) -> Comment:
        w = self._w
        paragraphs = list(part.iter(f"{w}p"))
        resolved, reply = self._states.get(_identifier(paragraphs[-1:]), (False, False))
        places = self._places.get(part.get(f"{w}id", ""), {})
        at = places.get("start", places.get("mark", places.get("end", 0)))
        end = max(places.get("end", places.get("mark", at)), at)
        return Comment(
            author=part.get(f"{w}author", ""),
            text=reader.aside(paragraphs)[0],
            span=Span(at, end),
            date=part.get(f"{w}date", ""),
            resolved=resolved,
            reply=reply,
        )


def _identifier(paragraphs: list[_Element]) -> str:
    """Return what Word 2013 and later call a comment by: the identifier of its last paragraph."""
    attributes = paragraphs[0].items() if paragraphs else ()
    return next((str(value) for key, value in attributes if str(key).endswith("}paraId")), "")


def _states(parts: Iterable[_Element]) -> Iterable[tuple[str, tuple[bool, bool]]]:
    """Yield per comment whether it is resolved, and whether it is a reply."""
    for part in parts:
        for entry in part:
            said = {str(key).rpartition("}")[2]: str(value) for key, value in entry.items()}
            yield said.get("paraId", ""), (said.get("done", "") in _ON, "paraIdParent" in said)
