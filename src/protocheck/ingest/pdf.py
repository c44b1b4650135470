"""PDF files: pdfium's characters laid out as lines, with tables, footnotes and running heads told apart."""

from __future__ import annotations

from collections import Counter

from protocheck.ingest import pdf_tables, refusals
from protocheck.ingest.furniture import mark_furniture
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.pdf_borderless import find_borderless
from protocheck.ingest.pdf_columns import unfold_columns
from protocheck.ingest.pdf_layout import Flow, Grid, Sheet, strips_of
from protocheck.ingest.pdf_notes import in_reading_order, mark_notes
from protocheck.ingest.pdf_pages import FEW_WORDS, Leaf, Reading, read_pages
from protocheck.ingest.pdf_text import write
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText

_COVERED = 0.6  # share of the page under an image that makes it a scan
# The letters of a footnote against those of the text. Where sizes wander, as in the text layer of a
# scan, a little smaller means nothing.
_SMALLER, _MUCH_SMALLER, _EVEN = 0.94, 0.8, 0.5


def read_pdf(name: str, sha256: str, data: bytes, options: ReadOptions) -> SourceText:
    """Return the text of a PDF.

    Args:
        name: for messages.
        sha256: of the file's bytes.
        data: the file.
        options: how to read it.

    Raises:
        DocumentError: it cannot be opened, holds no text, or too much.
    """
    password = options.password
    reading = read_pages(name, data, password)
    if not any(leaf.words for leaf in reading.leaves):
        raise refusals.no_text(name, len(reading.leaves))
    ruled = [leaf.number for leaf in reading.leaves if leaf.rules.draws_table(LIMITS.page_paths)]
    cells = pdf_tables.find_cells(data, ruled, password)
    sheets = [_sheet(leaf, cells.get(leaf.number, [])) for leaf in reading.leaves]
    mark_furniture(sheets)
    body_size, share = _body_size(sheets)
    mark_notes(sheets, body_size * (_SMALLER if share >= _EVEN else _MUCH_SMALLER))
    for sheet in sheets:
        flow = find_borderless(in_reading_order(sheet.flow, sheet.height), sheet.number)
        sheet.flow = unfold_columns(flow, sheet.number)
    draft = write(sheets)
    return SourceText(
        name=name,
        sha256=sha256,
        media_type="application/pdf",
        text=draft.close(),
        lines=tuple(draft.lines),
        pages=tuple(draft.pages),
        tables=tuple(draft.tables),
        markup=draft.markup,
        method="text-layer",
        title=reading.title,
        notes=_notes(reading, [number for number in ruled if number not in cells]),
    )


def _sheet(leaf: Leaf, tables: list[pdf_tables.Cells]) -> Sheet:
    width, height = leaf.frame.shown
    flow: Flow = []
    for item in pdf_tables.lay_out(leaf.words, tables, leaf.number):
        if isinstance(item, Grid) and pdf_tables.is_layout(item):
            flow += item.strips
        else:
            flow.append(item)
    for strip in strips_of(leaf.stamps, leaf.number):
        strip.role = "stamp"
        flow.append(strip)
    return Sheet(leaf.number, width, height, flow, leaf.method, leaf.confidence)


def _body_size(sheets: list[Sheet]) -> tuple[float, float]:
    """Return the size in which most letters of the document are set, and their share."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for strip in sheet.strips:
            letters[round(strip.size * 2) / 2] += len(strip.text)
    size = max(letters, key=lambda each: (letters[each], each), default=0.0)
    return size, letters[size] / max(letters.total(), 1)


def _notes(reading: Reading, untabled: list[int]) -> tuple[str, ...]:
    """Say which pages could not be read, so that nothing passes in silence."""
    leaves = reading.leaves
    scans = [leaf.number for leaf in leaves if len(leaf.words) < FEW_WORDS and leaf.covered >= _COVERED]
    empty = [leaf.number for leaf in leaves if not leaf.words and leaf.number not in scans]
    notes: list[str] = []
    if scans:
        some = "bevat" if len(scans) == 1 else "bevatten"
        notes.append(
            f"{_named(scans)} {some} een scan of afbeelding zonder tekstlaag; die tekst is niet gelezen. "
            "Maak het document doorzoekbaar met OCR om alles mee te nemen: "
            "ocrmypdf -l nld --skip-text PROTOCOL.pdf doorzoekbaar.pdf"
        )
    if empty:
        notes.append(f"{_named(empty)} {'is leeg' if len(empty) == 1 else 'zijn leeg'}.")
    if untabled:
        notes.append(f"{_named(untabled)}: de tabellen konden niet als tabel gelezen worden; de tekst wel.")
    notes += _signed(reading.signatures)
    return tuple(notes)


def _signed(signatures: tuple[str, ...]) -> list[str]:
    """Say what the signature fields say of themselves; nothing is validated."""
    if not signatures:
        return []
    said = "; ".join(each for each in signatures if each)
    many = (
        "een digitale handtekening" if len(signatures) == 1 else f"{len(signatures)} digitale handtekeningen"
    )
    return [
        f"Het document bevat {many}{f' ({said})' if said else ''}; de geldigheid ervan is niet gecontroleerd."
    ]


def _named(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Pagina {numbers[0]}"
    return f"Pagina's {', '.join(map(str, numbers[:-1]))} en {numbers[-1]}"
