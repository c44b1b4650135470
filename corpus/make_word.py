"""Make the Word examples of `voorbeelden`: `python -m corpus.make_word`.

A draft as it goes round before signature, with tracked changes, remarks and computed numbers, and a template
with controls that nobody filled in yet. The same input gives the same bytes; a test makes them anew. The
draft as ODT beside them is what LibreOffice made of it, which is never twice the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from benchmarks.formats import blocks_of
from tests import documents_drafts
from tests.documents_docx import DAY, Options, compose, steady

HERE = Path(__file__).parent
FOLDER = HERE / "voorbeelden"
DRAFTED = HERE / "schoolpremie-wilgenbeke" / "protocol.txt"
DRAFT, TEMPLATE = "ontwerp-met-wijzigingen.docx", "sjabloon-met-velden.docx"

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def make(folder: Path) -> list[Path]:
    """Write the examples."""
    options = Options(numbered=True, draft=True, head="Ontwerp", foot="Versie 2", title="Ontwerpprotocol")
    draft = compose(documents_drafts.revised(blocks_of(DRAFTED)), folder / DRAFT, options)
    return [draft, _template(folder / TEMPLATE)]


def _template(path: Path) -> Path:
    """Write a protocol of which the open parts are controls, coloured words and boxes."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = DAY
    document.add_heading("Protocol voor de mededeling van persoonsgegevens", 0)
    document.add_heading("Artikel 1. Partijen", 1)
    paragraph = document.add_paragraph("Tussen ")
    _control(paragraph, "Klik of tik om de naam van de gemeente in te voeren.", empty=True)
    paragraph.add_run(" en ")
    paragraph.add_run("[naam van de ontvangende instantie]").font.highlight_color = WD_COLOR_INDEX.YELLOW
    paragraph.add_run(".")
    document.add_heading("Artikel 2. Duur", 1)
    paragraph = document.add_paragraph("Dit protocol geldt van ")
    _control(paragraph, "1 september 2026", empty=False)
    paragraph.add_run(" tot ")
    _control(paragraph, "Kies een datum.", empty=True)
    paragraph.add_run(".")
    document.add_heading("Artikel 3. Beveiliging", 1)
    for ticked, text in (
        (True, "Enkel bevoegde medewerkers hebben toegang."),
        (False, "Elke toegang wordt gelogd."),
    ):
        paragraph = document.add_paragraph()
        _box(paragraph, ticked=ticked)
        paragraph.add_run(f" {text}")
    document.save(str(path))
    steady(path)
    return path


def _control(paragraph: Any, text: str, *, empty: bool) -> None:
    prompt = "<w:showingPlcHdr/>" if empty else ""
    paragraph._p.append(  # noqa: SLF001 - the library has no name for controls
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr>{prompt}<w:text/></w:sdtPr>"
            f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def _box(paragraph: Any, *, ticked: bool) -> None:
    state = f'<w14:checkbox xmlns:w14="{_W14}"><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    paragraph._p.append(  # noqa: SLF001 - the library has no name for controls
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr>{state}</w:sdtPr>"
            f"<w:sdtContent><w:r><w:t>{'☒' if ticked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def main() -> None:
    """Write the examples where they are kept."""
    FOLDER.mkdir(exist_ok=True)
    for path in make(FOLDER):
        print(path)


if __name__ == "__main__":
    main()
