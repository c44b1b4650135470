"""Text and Markdown files: the text stays as it is, its notation is marked, its pages are counted."""

from __future__ import annotations

from dataclasses import replace

from protocheck.ingest.notation import Notation, find_notation
from protocheck.ingest.physical import Physical, split_lines, split_pages
from protocheck.ingest.text_columns import unfold_columns
from protocheck.model.text import Line, LineRole, SourceText

_MARKDOWN = (".md", ".markdown", ".mdown")


def read_plain(name: str, sha256: str, text: str) -> SourceText:
    """Return the document in `text`, whose line ends are single newlines.

    Args:
        name: the file's name; only a Markdown suffix makes a difference.
        sha256: of the file's bytes.
        text: its characters.
    """
    named = name.lower().endswith(_MARKDOWN)
    unfolded = unfold_columns(text)
    text = unfolded.text if unfolded else text
    pages = split_pages(text)
    physical = split_lines(text, pages)
    if unfolded:
        physical = [replace(each, index=unfolded.numbers[each.page - 1][each.index - 1]) for each in physical]
    notation = find_notation(text, physical, named=named)
    return SourceText(
        name=name,
        sha256=sha256,
        media_type="text/markdown" if named or notation.marked else "text/plain",
        text=text,
        lines=tuple(_line(each, notation) for each in physical if not each.blank),
        pages=pages,
        tables=notation.tables,
        markup=notation.markup,
    )


def _line(line: Physical, notation: Notation) -> Line:
    role: LineRole = "body"
    if line.start in notation.notes:
        role = "footnote"
    elif line.start in notation.headings:
        role = "heading"
    return Line(
        text=line.text,
        span=line.span,
        page=line.page,
        index=line.index,
        role=role,
        level=notation.headings.get(line.start, 0) if role == "heading" else 0,
        bold=line.start in notation.bold,
    )
