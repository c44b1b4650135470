"""PDF files: pdfium's characters laid out as lines, with tables, footnotes and running heads told apart."""

from __future__ import annotations

import contextlib
import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from protocheck.ingest import pdf_tables, refusals
from protocheck.ingest.furniture import mark_furniture
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.pdf_columns import unfold_columns
from protocheck.ingest.pdf_layout import Flow, Grid, Sheet
from protocheck.ingest.pdf_notes import in_reading_order, mark_notes
from protocheck.ingest.pdf_text import write
from protocheck.ingest.pdf_words import Frame, PageReader, Word
from protocheck.model.text import SourceText

_PASSWORD_ERROR, _SECURITY_ERROR = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_FEW_WORDS = 20
_COVERED = 0.6  # share of the page under images that makes it a scan
# The letters of a footnote against those of the text. Where sizes wander, as in the text layer of a
# scan, a little smaller means nothing.
_SMALLER, _MUCH_SMALLER, _EVEN = 0.94, 0.8, 0.5
_TITLE_BYTES = 1024


@dataclass(slots=True)
class _Leaf:
    """What pdfium tells of one page."""

    number: int
    frame: Frame
    words: list[Word]
    rules: int
    covered: float


@dataclass(slots=True)
class _Reading:
    """What is known of the document after its pages were read."""

    leaves: list[_Leaf] = field(default_factory=list)
    title: str = ""


def read_pdf(name: str, sha256: str, data: bytes, *, password: str = "") -> SourceText:
    """Return the text of a PDF.

    Args:
        name: for messages.
        sha256: of the file's bytes.
        data: the file.
        password: opens it, when it needs one.

    Raises:
        DocumentError: it cannot be opened, holds no text, or too much.
    """
    reading = _read_pages(name, data, password)
    if not any(leaf.words for leaf in reading.leaves):
        raise refusals.no_text(name, len(reading.leaves))
    ruled = [leaf.number for leaf in reading.leaves if pdf_tables.wanted(leaf.rules, LIMITS.page_paths)]
    cells = pdf_tables.find_cells(data, ruled, password)
    sheets = [_sheet(leaf, cells.get(leaf.number, [])) for leaf in reading.leaves]
    mark_furniture(sheets)
    body_size, share = _body_size(sheets)
    mark_notes(sheets, body_size * (_SMALLER if share >= _EVEN else _MUCH_SMALLER))
    for sheet in sheets:
        sheet.flow = unfold_columns(in_reading_order(sheet.flow, sheet.height), sheet.number)
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
        notes=_notes(reading.leaves),
    )


def _read_pages(name: str, data: bytes, password: str) -> _Reading:
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    reading = _Reading()
    with _opened(raw, name, data, password) as document:
        count = raw.FPDF_GetPageCount(document)
        if count > LIMITS.pages:
            raise refusals.too_long(name, "pagina's", LIMITS.pages)
        if count < 1:
            raise refusals.damaged(name, "PDF")
        reader = PageReader(raw)
        reading.title = _title(raw, document)
        for index in range(count):
            reading.leaves.append(_leaf(raw, reader, document, index, name))
    return reading


@contextlib.contextmanager
def _opened(raw: Any, name: str, data: bytes, password: str) -> Iterator[Any]:
    secret = password.encode("utf-8") if password else None
    document = raw.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        error = raw.FPDF_GetLastError()
        if error == _PASSWORD_ERROR:
            raise refusals.locked(name, tried=bool(password))
        raise refusals.locked_otherwise(name) if error == _SECURITY_ERROR else refusals.damaged(name, "PDF")
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def _leaf(raw: Any, reader: PageReader, document: Any, index: int, name: str) -> _Leaf:
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return _Leaf(index + 1, Frame(0, 0, 0, 0), [], 0, 0.0)
    text_page = raw.FPDFText_LoadPage(page)
    try:
        frame = _frame(raw, page)
        if text_page and raw.FPDFText_CountChars(text_page) > LIMITS.page_characters:
            raise refusals.unsafe(name, "PDF")
        words = reader.words(text_page, frame) if text_page else []
        words = [word for word in words if frame.shows(*word.middle)]
        rules = pdf_tables.count_rules(raw, page, LIMITS.page_paths)
        covered = _covered(raw, page, frame) if len(words) < _FEW_WORDS else 0.0
        return _Leaf(index + 1, frame, words, rules, covered)
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(page)


def _frame(raw: Any, page: Any) -> Frame:
    box = raw.FS_RECTF()
    turns = raw.FPDFPage_GetRotation(page)
    if raw.FPDF_GetPageBoundingBox(page, box):
        return Frame(box.left, box.bottom, box.right - box.left, box.top - box.bottom, turns)
    return Frame(0.0, 0.0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page), turns)


def _covered(raw: Any, page: Any, frame: Frame) -> float:
    """Return the share of the page that its largest image covers."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    largest = 0.0
    for index in range(min(raw.FPDFPage_CountObjects(page), LIMITS.page_paths)):
        item = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM} and raw.FPDFPageObj_GetBounds(
            item, left, bottom, right, top
        ):
            largest = max(largest, (right.value - left.value) * (top.value - bottom.value))
    return largest / max(frame.width * frame.height, 1.0)


def _title(raw: Any, document: Any) -> str:
    buffer = ctypes.create_string_buffer(_TITLE_BYTES)
    size = raw.FPDF_GetMetaText(document, b"Title", buffer, _TITLE_BYTES)
    if not 2 < size <= _TITLE_BYTES:  # noqa: PLR2004 - two bytes end an empty text
        return ""
    return " ".join(buffer.raw[: size - 2].decode("utf-16-le", errors="replace").split())


def _sheet(leaf: _Leaf, tables: list[pdf_tables.Cells]) -> Sheet:
    width, height = leaf.frame.shown
    flow: Flow = []
    for item in pdf_tables.lay_out(leaf.words, tables, leaf.number):
        if isinstance(item, Grid) and pdf_tables.is_layout(item):
            flow += item.strips
        else:
            flow.append(item)
    return Sheet(leaf.number, width, height, flow)


def _body_size(sheets: list[Sheet]) -> tuple[float, float]:
    """Return the size in which most letters of the document are set, and their share."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for strip in sheet.strips:
            letters[round(strip.size * 2) / 2] += len(strip.text)
    size = max(letters, key=lambda each: (letters[each], each), default=0.0)
    return size, letters[size] / max(letters.total(), 1)


def _notes(leaves: list[_Leaf]) -> tuple[str, ...]:
    """Say which pages could not be read, so that nothing passes in silence."""
    scans = [leaf.number for leaf in leaves if len(leaf.words) < _FEW_WORDS and leaf.covered >= _COVERED]
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
    return tuple(notes)


def _named(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Pagina {numbers[0]}"
    return f"Pagina's {', '.join(map(str, numbers[:-1]))} en {numbers[-1]}"
