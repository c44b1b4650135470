"""A small writer of Word files on python-docx: headings, automatic numbers, tables, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.documents import SUPERSCRIPTS, Block

_ARTICLE = re.compile(r"(Artikel) (\d+)([.:]?) ?")
_PIECE = re.compile(rf"[{SUPERSCRIPTS}]+|[^{SUPERSCRIPTS}]+")
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "1230456789")
_BULLET = re.compile(r"[-•–]\s+")
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@dataclass(frozen=True)
class Options:
    """What an office chooses in Word."""

    styles: bool = True  # heading styles; else bold paragraphs
    numbered: bool = False  # 'Artikel 3' is computed by Word and stands nowhere in the file
    bullets: bool = False  # a list style instead of typed dashes
    head: str = ""
    foot: str = ""
    title: str = ""


def compose(blocks: list[Block], path: Path, options: Options) -> Path:
    """Write the blocks to a Word file."""
    document = Document()
    document.core_properties.title = options.title
    notes = {_mark(b.text): _PIECE.sub("", b.text, count=1).strip() for b in blocks if b.kind == "footnote"}
    numbering = _article_numbering(document) if options.numbered else 0
    for block in blocks:
        if block.kind in {"table", "signature"}:
            _table(document, block)
        elif block.kind == "page":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind != "footnote":
            _paragraph(document, block, options, numbering)
    if notes:
        _footnotes(document, notes)
    if options.head:
        document.sections[0].header.paragraphs[0].text = options.head
    if options.foot:
        document.sections[0].footer.paragraphs[0].text = options.foot
    document.save(str(path))
    return path


def _paragraph(document: Any, block: Block, options: Options, numbering: int) -> None:
    text, style = block.text, None
    heading = block.kind in {"heading", "title"}
    if heading and options.styles:
        style = "Title" if block.kind == "title" else "Heading 1"
    if options.bullets and _BULLET.match(text):
        text, style = _BULLET.sub("", text, count=1), "List Bullet"
    numbered = numbering and _ARTICLE.match(text)
    if numbered:
        text = text[numbered.end() :]
    paragraph = document.add_paragraph(style=style)
    _runs(paragraph, text, bold=heading and not options.styles)
    if numbered:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>')
        )


def _runs(paragraph: Any, text: str, *, bold: bool = False) -> None:
    for piece in _PIECE.findall(text):
        if piece[0] in SUPERSCRIPTS:
            run = paragraph.add_run()
            number = piece.translate(_TO_DIGITS)
            run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        else:
            run = paragraph.add_run(piece)
            run.bold = bold or None


def _table(document: Any, block: Block) -> None:
    columns = max(len(row) for row in block.rows)
    table = document.add_table(rows=0, cols=columns)
    if block.kind == "table":
        table.style = "Table Grid"
    for row in block.rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            _runs(cell.paragraphs[0], text)


def _article_numbering(document: Any) -> int:
    """Add a list 'Artikel 1:' and return its number."""
    numbering = document.part.numbering_part.element
    taken = [int(n.get(qn("w:abstractNumId"))) for n in numbering.findall(qn("w:abstractNum"))]
    abstract = max(taken, default=0) + 1
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="Artikel %1:"/></w:lvl>'
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{level}</w:abstractNum>')
    )
    number: int = numbering.add_num(abstract).numId
    return number


def _footnotes(document: Any, notes: dict[str, str]) -> None:
    entries = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {_escaped(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes.items()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    blob = f'<?xml version="1.0"?><w:footnotes {nsdecls("w")}>{separator}{entries}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, blob.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _mark(note: str) -> str:
    found = _PIECE.match(note)
    return found.group().translate(_TO_DIGITS) if found else ""
