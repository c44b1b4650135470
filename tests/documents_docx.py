"""A small writer of Word files on python-docx: headings, automatic numbers, tables, footnotes, drafts."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests import documents_drafts as drafts
from tests.documents import SUPERSCRIPTS, Block
from tests.documents_numbers import Numbers

_PIECE = re.compile(rf"[{SUPERSCRIPTS}]+|[^{SUPERSCRIPTS}]+")
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "1230456789")
DAY = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
_BULLET = re.compile(r"[-•–]\s+")
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@dataclass(frozen=True)
class Options:
    """What an office chooses in Word."""

    styles: bool = True  # heading styles; else bold paragraphs
    numbered: bool = False  # 'Artikel 3', '3.1' and 'b)' are computed by Word and stand nowhere in the file
    draft: bool = False  # comments in the margin, and the tracked changes that `documents_drafts` marked
    bullets: bool = False  # a list style instead of typed dashes
    head: str = ""
    foot: str = ""
    title: str = ""


def compose(blocks: list[Block], path: Path, options: Options) -> Path:
    """Write the blocks to a Word file."""
    document = Document()
    document.core_properties.title = options.title
    document.core_properties.created = document.core_properties.modified = DAY
    notes = {_mark(b.text): _PIECE.sub("", b.text, count=1).strip() for b in blocks if b.kind == "footnote"}
    numbers = Numbers(document) if options.numbered else None
    for block in blocks:
        if block.kind in {"table", "signature"}:
            _table(document, block)
        elif block.kind == "page":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind != "footnote":
            _paragraph(document, block, options, numbers)
    if options.draft:
        drafts.comment(document)
    if notes:
        _footnotes(document, notes)
    if options.head:
        document.sections[0].header.paragraphs[0].text = options.head
    if options.foot:
        document.sections[0].footer.paragraphs[0].text = options.foot
    document.save(str(path))
    steady(path)
    return path


def steady(path: Path) -> None:
    """Write a package anew without the time of day, so that the same input gives the same bytes."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def _paragraph(document: Any, block: Block, options: Options, numbers: Numbers | None) -> None:
    state, text = drafts.state_of(block.text)
    style = None
    heading = block.kind in {"heading", "title"}
    if heading and options.styles:
        style = "Title" if block.kind == "title" else "Heading 1"
    if options.bullets and _BULLET.match(text):
        text, style = _BULLET.sub("", text, count=1), "List Bullet"
    number = numbers.take(text, heading=heading) if numbers and not state else None
    paragraph = document.add_paragraph(style=style)
    _runs(paragraph, number.rest if number else text, bold=heading and not options.styles)
    if number:
        level = f'<w:ilvl w:val="{number.level}"/><w:numId w:val="{number.num_id}"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}>{level}</w:numPr>"))
    drafts.track(paragraph, state)


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
