"""What Word knows and python-docx has no words for: page numbers, language, shading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph


def page_numbers(paragraph: Paragraph, page: str, of: str) -> None:
    """Write 'Pagina 2 van 5' with fields that Word fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - heavy

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{page} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(f" {of} ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no name for it


def set_language(style: ParagraphStyle, language: str, font: str) -> None:
    """Say in which language a style's words are, so that Word checks their spelling, and in which font."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy

    properties = style.element.get_or_add_rPr()
    said = OxmlElement("w:lang")
    said.set(qn("w:val"), language)
    properties.append(said)
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None:
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
        fonts.set(qn("w:hAnsi"), font)


def keep_row(row: _Row, *, heads: bool) -> None:
    """Keep the lines of a row on one page; the row of the heads stands on top of every page of its table."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no name for it
    properties.append(OxmlElement("w:cantSplit"))
    if heads:
        properties.append(OxmlElement("w:tblHeader"))


def shade(paragraph: Paragraph, colour: str) -> None:
    """Give a paragraph a background."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy

    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    paragraph._p.get_or_add_pPr().append(shading)  # noqa: SLF001 - python-docx has no name for it
