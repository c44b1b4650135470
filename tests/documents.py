"""Lay out a plain-text protocol as a PDF or a Word file, the way an office would.

For tests, the corpus and benchmarks. The text is read as people type it: a blank line parts
paragraphs, 'Artikel 4: ...' and capitals make headings, lines with tabs make a table (or two
columns of signatures when both cells open with one word), '¹ ...' is a footnote, a form feed a
new page. Run as `python -m tests.documents IN.txt OUT.pdf|OUT.docx`.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "table", "signature", "footnote", "page"]

SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = re.compile(r"\[\^(\d{1,2})\]:?")
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "1230456789")
_TAG = re.compile(r"</?(?:p|i|b|br|sup|em|strong|u|table|thead|tbody)\s?/?>", re.IGNORECASE)
_ROW = re.compile(r"<tr>(.*?)</tr>|^\|([^\n]*)\|[ ]*$", re.DOTALL | re.MULTILINE)
_CELL = re.compile(r"<t[dh]>(.*?)</t[dh]>", re.DOTALL)
_HASHES = re.compile(r"#{1,6} +")
_STARS = re.compile(r"\*{1,3}(?=\S)([^*\n]{1,2000}?)(?<=\S)\*{1,3}")
_ARTICLE = re.compile(
    r"(?:Artikel|Art\.|Hoofdstuk|Afdeling|Bijlage|ARTIKEL|HOOFDSTUK|BIJLAGE) ?[\dIVX]{1,6}\w{0,4}\b"
)
_ITEM = re.compile(r"\s*(?:[-•–o*]|\(?[a-z0-9]{1,3}[.)]|[A-Z]\d?\.|\d{1,2}°|§ ?\d+)\s+(?=\S)")
_DASHED_LABEL = re.compile(r"- (?=[A-Za-z]\d?\. )")
_SHORT, _TITLE = 180, 40
_RULE = re.compile(r"[\s|:-]*--[\s|:-]*")
_NOTE = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}} ?(?=\S)")


@dataclass
class Block:
    """One thing to set: its words, or its rows of cells; `tight` means no white above it."""

    kind: BlockKind
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    tight: bool = False
    typed: int = 0  # length of its last typed line


def parse(text: str) -> list[Block]:
    """Return what a plain-text protocol asks to be set, in order."""
    text = _LABEL.sub(lambda label: label.group(1).translate(_TO_RAISED), text)
    text = _ROW.sub(_as_tabs, text.replace("\r\n", "\n"))
    text = _STARS.sub(r"\1", _TAG.sub("", text))
    blocks: list[Block] = []
    for leaf in text.split("\f"):
        if blocks:
            blocks.append(Block("page"))
        lines = [line.rstrip(" ").removeprefix("> ") for line in leaf.split("\n")]
        width = _full(lines)
        tight = False
        for line in lines:
            if _RULE.fullmatch(line):
                continue
            if not line.strip():
                tight = False
                continue
            _take(blocks, line, width, tight=tight)
            tight = True
    return _merged_tables(blocks)


def _full(lines: list[str]) -> int:
    """Return how long a full line is, rows of tables and a few longer lines aside."""
    lengths = sorted(len(line) for line in lines if line and "\t" not in line)
    return lengths[len(lengths) * 19 // 20] if lengths else 0


def _as_tabs(row: re.Match[str]) -> str:
    """Return a row of an HTML or a pipe table as cells parted by tabs."""
    if row.group(1) is not None:
        return "\t".join(" ".join(cell.split()) or " " for cell in _CELL.findall(row.group(1)))
    return "\t".join(cell.strip() or " " for cell in row.group(2).split("|"))


def _take(blocks: list[Block], line: str, width: int, *, tight: bool) -> None:
    last = blocks[-1] if blocks else None
    kind = _kind(line)
    if kind in {"table", "signature"}:
        cells = [cell.strip() for cell in line.strip("\n").split("\t")]
        if tight and last and last.kind in {"table", "signature"} and len(last.rows[0]) == len(cells):
            last.rows.append(cells)
        else:
            blocks.append(Block(kind, rows=[cells]))
        return
    stripped = _HASHES.sub("", _DASHED_LABEL.sub("", line.strip()), count=1)
    titled = tight and last is not None and last.kind == "title" and line.isupper()
    if titled and last:
        last.text += " " + stripped
        return
    continues = (
        tight and last is not None and last.kind in {"heading", "title", "paragraph", "item", "footnote"}
    )
    if continues and last and not _ITEM.match(line) and kind != "heading" and _wraps(last, stripped, width):
        joint = "" if last.text.endswith("-") else " "
        last.text += joint + stripped
        last.typed = len(line)
        return
    blocks.append(Block(kind, stripped, tight=tight, typed=len(line)))


def _wraps(last: Block, line: str, width: int) -> bool:
    """Tell whether `line` goes on with the paragraph: it was typed up to the margin."""
    if width > 160:
        return False
    return last.typed + len(line.split(maxsplit=1)[0]) > 0.75 * width or (
        last.kind == "heading" and line[0].islower()
    )


def _kind(line: str) -> BlockKind:
    stripped = line.strip()
    if "\t" in stripped:
        words = {cell.split()[0] for cell in stripped.split("\t") if cell.strip()}
        return "signature" if len(words) == 1 else "table"
    if _NOTE.match(stripped):
        return "footnote"
    if _HASHES.match(stripped):
        return "heading"
    if _ARTICLE.match(stripped) and len(stripped) < _SHORT and not stripped.endswith((".", ";", ",")):
        return "heading"
    capitals = stripped.isupper() and sum(map(str.isalpha, stripped)) * 2 > len(stripped)
    if capitals and 3 < len(stripped) < _SHORT:
        return "title" if len(stripped) > _TITLE else "heading"
    return "item" if _ITEM.match(line) else "paragraph"


def _merged_tables(blocks: list[Block]) -> list[Block]:
    """Join the parts of a table that a footnote parts; the note comes before it."""
    merged: list[Block] = []
    for block in blocks:
        if (
            block.kind == "table"
            and len(merged) > 1
            and merged[-1].kind == "footnote"
            and merged[-2].kind == "table"
            and len(merged[-2].rows[0]) == len(block.rows[0])
        ):
            merged[-2].rows += block.rows
            continue
        merged.append(block)
    return merged


def words_of(text: str) -> list[str]:
    """Return the words that a reader of the laid-out text should find, notes and marks left out."""
    return words_in(parse(text))


def words_in(blocks: list[Block]) -> list[str]:
    """Return the words of the blocks in reading order, notes and marks left out."""
    words: list[str] = []
    for block in blocks:
        if block.kind == "footnote":
            continue
        parts = [block.text] if block.text else [cell for row in _by_column(block) for cell in row]
        for part in parts:
            words += re.sub(rf"(?<=\S)[{SUPERSCRIPTS}]+", "", part).split()
    return words


def _by_column(block: Block) -> list[list[str]]:
    """Signatures are read column by column, tables row by row."""
    if block.kind != "signature":
        return block.rows
    width = max(len(row) for row in block.rows)
    return [[row[i] for row in block.rows if i < len(row)] for i in range(width)]


def headings_of(text: str) -> list[str]:
    """Return the article headings, each whole."""
    return headings_in(parse(text))


def headings_in(blocks: list[Block]) -> list[str]:
    """Return the article headings of the blocks, each whole."""
    return [block.text for block in blocks if block.kind == "heading" and _ARTICLE.match(block.text)]


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of all tables, each cell with single blanks."""
    return rows_in(parse(text))


def rows_in(blocks: list[Block]) -> list[list[str]]:
    """Return the rows of all tables among the blocks, each cell with single blanks."""
    tables = [block for block in blocks if block.kind == "table"]
    return [[" ".join(cell.split()) for cell in row] for block in tables for row in block.rows]


def notes_of(text: str) -> list[tuple[str, str]]:
    """Return each footnote as its number and its text."""
    return list(notes_in(parse(text)).items())


def notes_in(blocks: list[Block]) -> dict[str, str]:
    """Return the footnotes among the blocks by their number."""
    found = {}
    for block in blocks:
        if block.kind == "footnote":
            mark = _NOTE.match(block.text)
            assert mark is not None
            found[mark.group().strip().translate(_TO_DIGITS)] = block.text[mark.end() :]
    return found


def make_pdf(text: str, path: Path, **options: object) -> Path:
    """Write `text` as a PDF; see `documents_pdf.Options` for what can be chosen."""
    from tests.documents_pdf import Options, typeset  # noqa: PLC0415 - heavy

    return typeset(parse(text), path, Options(**options))  # type: ignore[arg-type]


def make_docx(text: str, path: Path, **options: object) -> Path:
    """Write `text` as a Word file; see `documents_docx.Options` for what can be chosen."""
    from tests.documents_docx import Options, compose  # noqa: PLC0415 - heavy

    return compose(parse(text), path, Options(**options))  # type: ignore[arg-type]


def error_rate(expected: list[str], found: list[str]) -> float:
    """Return the word error rate: edits between the two lists over the words expected."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - not needed to make a file

    return Levenshtein.distance(expected, found) / max(len(expected), 1)


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    make = make_docx if target.suffix == ".docx" else make_pdf
    make(source.read_text(encoding="utf-8"), target)
