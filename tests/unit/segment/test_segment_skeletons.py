"""Skeletons of made-up protocols of all kinds, each against the outline a reader would draw up.

The data stand in skeletons_*.yaml: a name, the text, the title (when it is judged) and the outline. One
that still comes out wrong says so under `wrong`, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from protocheck.ingest.read import read
from protocheck.model.structure import Outline, Segment
from protocheck.repair import repair
from protocheck.segment import segment
from tests.unit.segment.sketch import check_sound

FILES = sorted(Path(__file__).parent.glob("skeletons_*.yaml"))
SKELETONS = [skeleton for file in FILES for skeleton in yaml.safe_load(file.read_text("utf-8"))]
SHOWN = {"contents", "recital", "chapter", "article", "section", "annex", "signature"}


def _lines(parts: Sequence[Segment], depth: int = 0) -> Iterator[str]:
    for part in parts:
        shown = part.kind in SHOWN
        if shown:
            heading = f" = {part.heading}" if part.heading and part.kind != "signature" else ""
            yield f"{'  ' * depth}{part.ref}{heading}"
        yield from _lines(part.children, depth + shown)


def _outline(text: str) -> Outline:
    return segment(repair(read(None, data=text.encode(), name="paper.txt")))


def _cases() -> Iterator[Any]:
    for skeleton in SKELETONS:
        wrong = skeleton.get("wrong")
        marks = [pytest.mark.xfail(reason=wrong, strict=True)] if wrong else []
        yield pytest.param(skeleton, id=skeleton["name"], marks=marks)


@pytest.mark.parametrize("skeleton", list(_cases()))
def test_skeleton(skeleton: dict[str, Any]) -> None:
    paper = _outline(skeleton["text"])
    check_sound(paper)
    assert list(_lines(paper.segments)) == skeleton["outline"]
    assert paper.title == skeleton.get("title", paper.title)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_names_differ_and_line_ends_do_not_matter(ending: str) -> None:
    names = [skeleton["name"] for skeleton in SKELETONS]
    assert len(names) == len(set(names))
    text = SKELETONS[0]["text"].replace("\n", ending)
    assert list(_lines(_outline(text).segments)) == SKELETONS[0]["outline"]
