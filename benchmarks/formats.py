"""The corpus as an office would send it: set as PDF or Word by the typesetter of the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.documents import Block, parse
from tests.documents_docx import Options as DocxOptions
from tests.documents_docx import compose
from tests.documents_pdf import Options as PdfOptions
from tests.documents_pdf import typeset

_HEADING = re.compile(r"#{1,6} +(?=\S)")
_ITEM = re.compile(r"\s{0,8}(?:[-*+]|\d{1,3}[.)]) +(?=\S)")
_ROW_RULE = re.compile(r"[|\s:-]+")
_MARKS = re.compile(r"\*{1,3}|`|_{2}|^> ?")


def convert(source: Path, name: str, folder: Path) -> Path:
    """Write the document as 'pdf' or 'docx' in `folder`."""
    target = folder / f"{source.stem}.{name}"
    return to_pdf(source, target) if name == "pdf" else compose(blocks_of(source), target, DocxOptions())


def to_pdf(source: Path, target: Path, *, pages: int = 0) -> Path:
    """Write the document as PDF; with `pages`, the lines are set wider until it has as many."""
    options = PdfOptions()
    blocks = blocks_of(source)
    typeset(blocks, target, options)
    while pages and _pages(target) < pages:
        options = replace(options, leading=options.leading + 0.05)
        typeset(blocks, target, options)
    return target


def blocks_of(source: Path) -> list[Block]:
    """Return what is to be set."""
    text = source.read_text("utf-8")
    return list(_markdown(text)) if source.suffix == ".md" else parse(text)


def _markdown(text: str) -> Iterator[Block]:
    """Read the Markdown that the corpus is written in: headings, lists, pipe tables, paragraphs."""
    for chunk in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if lines and all(line.lstrip().startswith("|") for line in lines):
            rows = [line for line in lines if not _ROW_RULE.fullmatch(line)]
            yield Block("table", rows=[_cells(row) for row in rows])
            continue
        yield from _prose(lines)


def _cells(row: str) -> list[str]:
    return [_MARKS.sub("", cell).strip() for cell in row.strip().strip("|").split("|")]


def _prose(lines: list[str]) -> Iterator[Block]:
    open_: Block | None = None
    for line in lines:
        plain = _MARKS.sub("", _HEADING.sub("", line)).strip()
        if _HEADING.match(line):
            if open_:
                yield open_
            yield Block("heading", plain)
            open_ = None
        elif open_ is None or _ITEM.match(line):
            if open_:
                yield open_
            open_ = Block("item" if _ITEM.match(line) else "paragraph", plain, tight=open_ is not None)
        else:
            open_.text += f" {plain}"
    if open_:
        yield open_


def _pages(path: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - only needed to count

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)
