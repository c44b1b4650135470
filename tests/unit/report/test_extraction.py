from __future__ import annotations

import json

from protocheck.model.alignment import Edit, RepairedText
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment
from protocheck.model.text import Line, SourceText
from protocheck.report.extraction import as_json, pieces

RAW = "De m ededeling duurt."
SOURCE = SourceText("p.txt", "00", "text/plain", RAW, (Line(RAW, Span(0, 21), 3, 7),))
EDIT = Edit(Span(3, 14), "mededeling", "spacing/exact", 0.9)
TEXT = RepairedText.build(SOURCE, [EDIT])
OUTLINE = Outline(TEXT, (Segment("article", "article 1", "artikel 1", Span(3, 20), "1", "Duur"),), "Titel")


def test_the_text_comes_in_stretches_with_their_repairs() -> None:
    assert list(pieces(TEXT, raw=False)) == [("De ", None), ("mededeling", EDIT), (" duurt.", None)]
    assert list(pieces(TEXT, raw=True)) == [("De ", None), ("m ededeling", EDIT), (" duurt.", None)]


def test_json_holds_text_segments_and_repairs() -> None:
    made = json.loads(as_json(TEXT, OUTLINE, raw=False))
    assert made["text"] == "De mededeling duurt."
    (segment,) = made["segments"]
    assert (segment["ref"], segment["heading"], segment["page"], segment["line"]) == (
        "article 1",
        "Duur",
        3,
        7,
    )
    assert made["text"][segment["start"] : segment["end"]] == "mededeling duurt."
    assert made["edits"] == [
        {
            "start": 3, "end": 14, "page": 3, "line": 7, "before": "m ededeling", "after": "mededeling",
            "rule": "spacing/exact", "confidence": 0.9,
        }
    ]  # fmt: skip


def test_raw_json_counts_in_the_raw_text() -> None:
    made = json.loads(as_json(TEXT, OUTLINE, raw=True))
    (segment,) = made["segments"]
    assert made["text"][segment["start"] : segment["end"]] == "m ededeling duurt."
