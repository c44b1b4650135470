"""What `extract` shows: the text of a document with its parts and every repair, as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from protocheck.model.alignment import Edit, RepairedText
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.repair.quality import complaint


def pieces(text: RepairedText, *, raw: bool) -> Iterator[tuple[str, Edit | None]]:
    """Yield the text in stretches, each with the repair that made it, or that it awaits when `raw`."""
    for chunk in text.chunks:
        yield (chunk.raw.of(text.source.text) if raw else chunk.out.of(text.text)), chunk.edit


def as_json(text: RepairedText, outline: Outline, *, raw: bool) -> str:
    """Return the text with its segments and its repairs.

    `start` and `end` of a segment count in the text given; those of a repair in the original text.
    """
    source = text.source
    held = {
        "document": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "pages": len(source.pages) or None,
            "title": outline.title,
            "quality": round(text.quality.score, 3),
            "readable": text.quality.readable,
            "unreadable_pages": [page.page for page in text.quality.pages if not page.readable and page.page],
            "method": source.method,
            "repairs": len(text.edits),
            "notes": [*source.notes, *filter(None, [complaint(text.quality)])],
        },
        "raw": raw,
        "text": source.text if raw else text.text,
        "segments": [_segment(each, text, raw=raw) for each in outline.segments],
        "edits": [_edit(each, text) for each in text.edits],
    }
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def _segment(segment: Segment, text: RepairedText, *, raw: bool) -> dict[str, object]:
    span = text.to_raw(segment.span) if raw else segment.span
    place = text.source.locate(text.to_raw(segment.span))
    return {
        "kind": segment.kind,
        "ref": segment.ref,
        "label": segment.label,
        "number": segment.number,
        "heading": segment.heading,
        "start": span.start,
        "end": span.end,
        "page": place.page,
        "line": place.line,
        "children": [_segment(each, text, raw=raw) for each in segment.children],
    }


def _edit(edit: Edit, text: RepairedText) -> dict[str, object]:
    place = text.source.locate(Span(edit.raw.start, edit.raw.end))
    return {
        "start": edit.raw.start,
        "end": edit.raw.end,
        "page": place.page,
        "line": place.line,
        "before": edit.raw.of(text.source.text),
        "after": edit.text,
        "rule": edit.rule,
        "confidence": edit.confidence,
    }
