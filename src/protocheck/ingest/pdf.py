"""PDF files: pdfium's characters laid out as lines, with tables, footnotes and running heads told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocheck.ingest import pdf_tables, refusals
from protocheck.ingest.furniture import mark_furniture
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.ocr import Outcome, recognise_leaves
from protocheck.ingest.ocr_notes import named, recognition_notes
from protocheck.ingest.pdf_borderless import find_borderless
from protocheck.ingest.pdf_columns import unfold_columns
from protocheck.ingest.pdf_layout import Flow, Grid, Sheet, strips_of
from protocheck.ingest.pdf_notes import in_reading_order, mark_notes
from protocheck.ingest.pdf_pages import Leaf, Reading, opening, read_pages
from protocheck.ingest.pdf_text import write
from protocheck.ingest.pdf_words import Word
from protocheck.model.options import ReadOptions
from protocheck.model.text import LineRole, Method, SourceText

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
    password = opening(data, options.password)
    reading = read_pages(name, data, password)
    outcome = recognise_leaves(name, data, password, reading.leaves, options.ocr)
    if not any(leaf.words for leaf in reading.leaves):
        if not any(leaf.need for leaf in reading.leaves):
            raise refusals.no_content(name)
        raise refusals.no_text(name, len(reading.leaves), outcome.lacking, wanted=options.ocr != "never")
    ruled = [leaf.number for leaf in reading.leaves if leaf.rules.draws_table(LIMITS.page_paths)]
    cells = pdf_tables.find_cells(data, ruled, password)
    untabled = [number for number in ruled if number not in cells]
    notes = (*_notes(reading, outcome, untabled), *_signed(reading.signatures))
    document = SourceText(name, sha256, "application/pdf", "", (), title=reading.title, notes=notes)
    return composed(document, reading.leaves, cells)


def composed(
    document: SourceText, leaves: Sequence[Leaf], cells: Mapping[int, list[pdf_tables.Cells]]
) -> SourceText:
    """Return the document with what stands on its pages as one text; `cells` are the tables of each page."""
    sheets = [_sheet(leaf, leaf.cells or cells.get(leaf.number, ())) for leaf in leaves]
    mark_furniture(sheets)
    body_size, share = _body_size(sheets)
    mark_notes(sheets, body_size * (_SMALLER if share >= _EVEN else _MUCH_SMALLER))
    for sheet in sheets:
        flow = find_borderless(in_reading_order(sheet), sheet.number)
        sheet.flow = unfold_columns(flow, sheet.number)
    draft = write(sheets)
    return replace(
        document,
        text=draft.close(),
        lines=tuple(draft.lines),
        pages=tuple(draft.pages),
        tables=tuple(draft.tables),
        markup=draft.markup,
        method=_method(leaves),
    )


def _method(leaves: Sequence[Leaf]) -> Method:
    """Return how the text of most pages came about; of two that are even, the plainer one."""
    counts = Counter(leaf.method for leaf in leaves if leaf.words)
    return max(("text-layer", *counts), key=lambda method: counts[method])


def _sheet(leaf: Leaf, tables: Sequence[pdf_tables.Cells]) -> Sheet:
    width, height = leaf.size or leaf.frame.shown
    flow: Flow = []
    for item in pdf_tables.lay_out(leaf.words, tables, leaf.number):
        if isinstance(item, Grid) and pdf_tables.is_layout(item):
            flow += item.strips
        else:
            flow.append(item)
    apart: tuple[tuple[tuple[Word, ...], LineRole], ...] = (
        (leaf.stamps, "stamp"),
        (leaf.hidden, "furniture"),
        (leaf.counted, "furniture"),
    )
    for words, role in apart:
        for strip in strips_of(words, leaf.number):
            strip.role = role
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


def _notes(reading: Reading, outcome: Outcome, untabled: list[int]) -> list[str]:
    """Say how pages were read or why not, so that nothing passes in silence."""
    told = {*outcome.blank, *outcome.failed, *outcome.unread}
    empty = [leaf.number for leaf in reading.leaves if not leaf.words and leaf.number not in told]
    notes = recognition_notes(outcome, reading.leaves)
    hidden = [leaf.number for leaf in reading.leaves if leaf.hidden]
    if hidden:
        some = "bevat" if len(hidden) == 1 else "bevatten"
        notes.append(f"{named(hidden)} {some} tekst die niet te zien is; die telt niet mee.")
    if empty:
        notes.append(f"{named(empty)} {'is leeg' if len(empty) == 1 else 'zijn leeg'}.")
    if untabled:
        notes.append(f"{named(untabled)}: de tabellen konden niet als tabel gelezen worden; de tekst wel.")
    return notes


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
