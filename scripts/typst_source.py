"""Write the blocks of a document as typst source: repeated table heads, real footnotes, running heads."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from tests.documents import SUPERSCRIPTS, Block, notes_in

_PIECE = re.compile(rf"[{SUPERSCRIPTS}]+|[^{SUPERSCRIPTS}]+")
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "1230456789")


@dataclass(frozen=True, slots=True)
class Look:
    """What a typst document looks like.

    Attributes:
        head: the running head; empty for none.
        foot: what stands before the page number.
        tracking: white between letters, in em.
        columns: of the running text.
        size: of the letters, in points.
    """

    head: str = ""
    foot: str = ""
    tracking: float = 0.0
    columns: int = 1
    size: float = 10.5


def typst_source(blocks: list[Block], look: Look) -> str:
    """Return the source of the whole document."""
    notes = notes_in(blocks)
    head = f"[#set text(8pt)\n{_string(look.head)}]" if look.head else "none"
    foot = _string(f"{look.foot} ") if look.foot else '""'
    under = f'[#set text(8pt)\n#h(1fr){foot}#counter(page).display("1/1", both: true)]'
    lines = [
        f'#set page(paper: "a4", margin: 2.4cm, columns: {look.columns})',
        f"#set page(header: {head}, footer: context {under})",
        f'#set text(lang: "nl", size: {look.size}pt, tracking: {look.tracking}em, hyphenate: true)',
        "#set par(justify: true)",
    ]
    lines += [_block(block, notes) for block in blocks if block.kind != "footnote"]
    return "\n\n".join(lines) + "\n"


def _block(block: Block, notes: dict[str, str]) -> str:
    if block.kind == "page":
        return "#pagebreak(weak: true)"
    if block.kind == "table":
        return _table(block, notes)
    if block.kind == "signature":
        return _grid(block, notes)
    text = _inline(block.text, notes)
    if block.kind == "title":
        return f'#align(center, text(1.3em, weight: "bold", hyphenate: false)[{text}])'
    if block.kind == "heading":
        return f'#block(sticky: true, text(weight: "bold", hyphenate: false)[{text}])'
    return f"#pad(left: 1.2em)[{text}]" if block.kind == "item" else text


def _table(block: Block, notes: dict[str, str]) -> str:
    columns = max(len(row) for row in block.rows)
    rows = [
        ", ".join(_cell(cell, notes) for cell in [*row, *[""] * (columns - len(row))]) for row in block.rows
    ]
    widths = "(1fr, 2fr)" if columns == 2 else columns  # noqa: PLR2004 - a label and what belongs to it
    body = ",\n  ".join(rows[1:])
    return f"#table(columns: {widths}, align: left,\n  table.header({rows[0]}),\n  {body})"


def _grid(block: Block, notes: dict[str, str]) -> str:
    columns = max(len(row) for row in block.rows)
    cells = [_cell(cell, notes) for row in block.rows for cell in [*row, *[""] * (columns - len(row))]]
    return f"#grid(columns: (1fr,) * {columns}, row-gutter: 0.65em, {', '.join(cells)})"


def _cell(text: str, notes: dict[str, str]) -> str:
    return "[" + " #linebreak() ".join(_inline(line, notes) for line in text.split("\n")) + "]"


def _inline(text: str, notes: dict[str, str]) -> str:
    pieces = []
    for piece in _PIECE.findall(text):
        number = piece.translate(_TO_DIGITS)
        cites = piece[0] in SUPERSCRIPTS and number in notes
        pieces.append(f"#footnote[{_string(notes[number])}]" if cites else _string(piece))
    return "".join(pieces)


def _string(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)};" if text else ""
