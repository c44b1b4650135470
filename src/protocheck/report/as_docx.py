"""The advice as a Word file that the adviser finishes, signs and sends."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from protocheck.language import translate as _
from protocheck.model.letter import (
    Block,
    Clause,
    Condition,
    Heading,
    Items,
    Letter,
    PageBreak,
    Paragraph,
    Rows,
    Verdict,
)
from protocheck.report.escape import for_xml, printed
from protocheck.report.fixed_zip import fixed
from protocheck.report.word_fields import keep_row, page_numbers, set_language, shade

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph as WordParagraph

_FONT = "Calibri"
_NUMBER = 0.9  # centimetres before the words of a condition: two digits and a point
_LOGO = 9  # centimetres at most, for a wide one
_DETAILS = (3.5, 12.5)  # the same, of the facts on top
_TOKEN = 40  # characters of a word beyond which it is none
_LONGEST = 255  # characters of a property of a file
_WIDTHS = {2: (4.0, 12.0), 4: (1.2, 5.3, 3.0, 6.5)}  # centimetres of the columns of a table
_COLOURS = {"positive": "DFF0D8", "conditional": "FCF3CF", "negative": "F8D7DA"}
# A letter without a date still needs one among the properties of its file.
_UNDATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - Word keeps no zone here


def render(letter: Letter) -> bytes:
    """Return the Word file: the same bytes for the same letter."""
    import docx  # noqa: PLC0415 - heavy

    document = docx.Document()
    _properties(document, letter)
    _styles(document)
    _head(document, letter)
    for block in letter.blocks:
        if isinstance(block, PageBreak):
            _closing(document, letter)
        write_block(document, block)
    page_numbers(document.sections[0].footer.paragraphs[0], _("Page"), _("of"))
    out = io.BytesIO()
    document.save(out)
    return fixed(out.getvalue())


def _properties(document: Document, letter: Letter) -> None:
    about = document.core_properties
    when = dt.datetime.combine(letter.head.date, dt.time()) if letter.head.date else _UNDATED
    about.created = about.modified = when
    author = letter.head.author or letter.head.service
    about.title, about.author = for_xml(letter.subject)[:_LONGEST], for_xml(author)[:_LONGEST]
    about.comments = about.last_modified_by = ""
    about.language = "nl-BE"


def _styles(document: Document) -> None:
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415 - heavy

    for name, size, bold in (("Normal", 11, False), ("Heading 1", 15, True), ("Heading 2", 12, True)):
        style: ParagraphStyle = document.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
        style.font.color.rgb = RGBColor(0x1F, 0x2A, 0x44) if bold else RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(4 if bold else 6)
        set_language(style, "nl-BE", _FONT)
    for name, hanging in (("List Number", _NUMBER), ("List Continue", 0.0)):
        listed: ParagraphStyle = document.styles[name]
        listed.paragraph_format.left_indent = Cm(_NUMBER)
        listed.paragraph_format.first_line_indent = Cm(-hanging)
    _widen_numbers(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)


def _widen_numbers(document: Document) -> None:
    """Move the tab behind a number to where the words of the style begin: LibreOffice keeps to that one."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy
    from docx.shared import Cm  # noqa: PLC0415 - the same

    at = str(Cm(_NUMBER).twips)
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        named = level.find(qn("w:pStyle"))
        if named is not None and named.get(qn("w:val")) == "ListNumber":
            for tab in level.iter(qn("w:tab")):
                tab.set(qn("w:pos"), at)
            for indent in level.iter(qn("w:ind")):
                indent.set(qn("w:left"), at)
                indent.set(qn("w:hanging"), at)


def _head(document: Document, letter: Letter) -> None:
    from docx.shared import Cm, Pt  # noqa: PLC0415 - heavy

    head = letter.head
    if head.logo is not None:
        logo = document.add_picture(str(head.logo), height=Cm(1.8))
        if logo.width > Cm(_LOGO):
            logo.width, logo.height = Cm(_LOGO), round(logo.height * Cm(_LOGO) / logo.width)
    for line in filter(None, (head.organisation, head.service, *head.address)):
        paragraph = document.add_paragraph(printed(line))
        paragraph.paragraph_format.space_after = Pt(0)
    kind = document.add_paragraph()
    kind.paragraph_format.space_before = Pt(18)
    run = kind.add_run(letter.kind.upper())
    run.bold, run.font.size = True, Pt(22)
    subject = document.add_paragraph()
    subject.add_run(printed(letter.subject)).bold = True
    if letter.details:
        table = document.add_table(rows=0, cols=2)
        table.autofit = False
        for name, value in letter.details:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = name, printed(value)
            cells[0].width, cells[1].width = (Cm(width) for width in _DETAILS)
        _set_columns(table, _DETAILS)


def write_block(document: Document, block: Block) -> None:
    """Write one block at the end of a document."""
    from docx.shared import Pt  # noqa: PLC0415 - heavy

    match block:
        case Heading(text, level):
            document.add_heading(printed(text), level)
        case Paragraph():
            _paragraph(document.add_paragraph(), block)
        case Items(items):
            for item in items:
                document.add_paragraph(printed(item), style="List Bullet")
        case Condition():
            _condition(document, block)
        case Clause(paragraphs):
            _clause(document, paragraphs)
        case Rows():
            _table(document, block)
        case Verdict(status, text):
            paragraph = document.add_paragraph()
            paragraph.add_run(printed(text)).bold = True
            shade(paragraph, _COLOURS[status])
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(8)
        case PageBreak():
            document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx says no type here


def _paragraph(paragraph: WordParagraph, block: Paragraph) -> None:
    if block.text.endswith(":"):  # what it announces stands on the same page
        paragraph.paragraph_format.keep_with_next = True
    if block.lead:
        paragraph.add_run(printed(block.lead)).bold = True
    paragraph.add_run(printed(f" {block.text}" if block.lead and block.text else block.text))


def _condition(document: Document, block: Condition) -> None:
    """Write a condition: its title as the item of a numbered list, the rest indented below it."""
    item = document.add_paragraph(style="List Number")
    item.add_run(printed(block.title)).bold = True
    item.paragraph_format.keep_with_next = True
    for part in block.body:
        if isinstance(part, Paragraph):
            _paragraph(document.add_paragraph(style="List Continue"), part)
        elif isinstance(part, Items):
            for text in part.items:
                document.add_paragraph(printed(text), style="List Bullet 2")
        else:
            _clause(document, part.paragraphs)


def _clause(document: Document, paragraphs: tuple[str, ...]) -> None:
    from docx.shared import Cm  # noqa: PLC0415 - heavy

    for number, text in enumerate((f"{_('Model clause')}:", *paragraphs)):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(1.4)
        paragraph.paragraph_format.keep_with_next = number == 0 or text.endswith(":")
        paragraph.paragraph_format.keep_together = True
        item = text.startswith("- ")
        if item:
            paragraph.paragraph_format.left_indent = Cm(2)
            paragraph.paragraph_format.first_line_indent = Cm(-0.6)
        run = paragraph.add_run(f"–\t{printed(text[2:])}" if item else printed(text))
        run.italic = number > 0


def _table(document: Document, block: Rows) -> None:
    from docx.shared import Cm, Pt  # noqa: PLC0415 - heavy

    widths = _WIDTHS[len(block.rows[0])]
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for row in (*([block.heads] if block.heads else []), *block.rows):
        added = table.add_row()
        keep_row(added, heads=row is block.heads)
        for cell, text, width in zip(added.cells, row, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(printed(text))
            run.bold = row is block.heads
            if len(text) > _TOKEN and " " not in text:  # a fingerprint, on one line
                run.font.size = Pt(8)
    _set_columns(table, widths)
    document.add_paragraph()


def _set_columns(table: Table, widths: Sequence[float]) -> None:
    """Say how wide the columns are: Word goes by the cells, LibreOffice by the columns."""
    from docx.shared import Cm  # noqa: PLC0415 - heavy

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _closing(document: Document, letter: Letter) -> None:
    """Write who signs; the annex on how the advice came about follows on the next page."""
    from docx.shared import Pt  # noqa: PLC0415 - heavy

    for number, line in enumerate(letter.signature):
        paragraph = document.add_paragraph(printed(line))
        paragraph.paragraph_format.space_after = Pt(0)
        if number == 0:
            paragraph.paragraph_format.space_before = Pt(24)
