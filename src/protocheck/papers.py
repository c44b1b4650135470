"""What a reader of the advice sees of the documents: pages of a PDF as pictures, everything else as lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from protocheck.ingest.guarded import make
from protocheck.ingest.load import load
from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from protocheck.model.paper import Paper, Picture, PrintedLine
from protocheck.model.text import SourceText

PDF = "application/pdf"
# More pages make a web page too heavy to open; those after it are shown as text.
MOST_PAGES = 60


def papers(sources: Sequence[SourceText], paths: Sequence[Path | None], options: ReadOptions) -> list[Paper]:
    """Return the documents of a package as they are shown.

    Args:
        sources: the protocol and its annexes, as they were read.
        paths: their files; None for what is no file, which is then shown as text.
        options: the same as they were read with.
    """
    return [
        _paper("protocol" if not number else f"annex-{number}", source, path, options)
        for number, (source, path) in enumerate(zip(sources, paths, strict=True))
    ]


def _paper(document: str, source: SourceText, path: Path | None, options: ReadOptions) -> Paper:
    pictures: tuple[Picture, ...] = ()
    if source.media_type == PDF and path is not None:
        pictures = _pictures(source, path, options)
    shown = {picture.page for picture in pictures}
    lines = tuple(
        PrintedLine(line.page, line.index, line.text, line.role == "heading")
        for line in source.lines
        if line.page not in shown
    )
    return Paper(document, source.name, pictures, lines)


def _pictures(source: SourceText, path: Path, options: ReadOptions) -> tuple[Picture, ...]:
    """Return the first pages; none when the file is no longer what was read: they would show other words."""
    data = load(path, source.name, options.limits or Limits())
    if hashlib.sha256(data).hexdigest() != source.sha256:
        return ()
    wanted = [page.number for page in source.pages][:MOST_PAGES]
    made = make("pictures", data, name=source.name, options=options, wishes=wanted)
    return tuple(Picture(**page) for page in json.loads(made))
