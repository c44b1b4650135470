"""The pages of a PDF as pdfium gives them: words, rules, images and what is laid over them."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from protocheck.ingest import pdf_forms, pdf_tables, refusals
from protocheck.ingest.limits import ALLOWANCE, LIMITS
from protocheck.ingest.ocr_drawn import drawn_on
from protocheck.ingest.ocr_need import Drawn, Need, need, suspicious
from protocheck.ingest.pdf_hidden import unseen
from protocheck.ingest.pdf_margin import line_numbers
from protocheck.ingest.pdf_spacing import MENDED, Starts, is_damaged, is_mended, learned_starts
from protocheck.ingest.pdf_words import Frame, PageReader, Word
from protocheck.ingest.pdfium import pdfium
from protocheck.model.text import Method

_PASSWORD_ERROR, _SECURITY_ERROR = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_TITLE_BYTES = 1024


@dataclass(slots=True)
class Leaf:
    """What pdfium tells of one page.

    Attributes:
        number: from 1.
        frame: how it is shown.
        words: in the order of its content, those of filled-in fields at their place.
        rules: the lines and boxes that are drawn.
        drawn: its images and paths; only looked up on pages with few words or words that say nothing.
        need: why it has to be recognised, if it has to.
        filled: words of filled-in fields, which are among `words` as well.
        overlaid: whether fields, typed-in text or stamps lie over it.
        stamps: words of signature stamps.
        hidden: words that cannot be seen on the page; counted: numbers of lines in its margin.
        method: how its words came about; confidence: how sure they are, from 0 to 1.
        size: width and height as read, where that is not as shown: a scan that lay on its side.
        cells: the tables that were seen on it as a picture.
    """

    number: int
    frame: Frame
    words: list[Word]
    rules: pdf_tables.Rules = field(default_factory=pdf_tables.Rules)
    drawn: Drawn = field(default_factory=Drawn)
    need: Need = ""
    filled: tuple[Word, ...] = ()
    overlaid: bool = False
    stamps: tuple[Word, ...] = ()
    method: Method = "text-layer"
    confidence: float = 1.0
    size: tuple[float, float] | None = None
    cells: tuple[pdf_tables.Cells, ...] = ()
    hidden: tuple[Word, ...] = ()
    counted: tuple[Word, ...] = ()

    def set_apart(self, unseen: Sequence[Word]) -> None:
        """Set the words apart that cannot be seen, and the numbers that count the lines."""
        self.hidden = tuple(unseen)
        self.counted = tuple(line_numbers(self.words, self.frame.shown[0]))
        if self.hidden or self.counted:
            away = set(map(id, (*self.hidden, *self.counted)))
            self.words = [word for word in self.words if id(word) not in away]


@dataclass(slots=True)
class Reading:
    """The pages of a document, its title, and what its signature fields say."""

    leaves: list[Leaf] = field(default_factory=list)
    title: str = ""
    signatures: tuple[str, ...] = ()


def read_pages(name: str, data: bytes, password: str) -> Reading:
    """Return the pages of a PDF.

    Raises:
        DocumentError: it cannot be opened, or holds more than the limits allow.
    """
    raw = pdfium()
    reading = Reading()
    reader = PageReader(raw)
    with _opened(raw, name, data, password) as document:
        count = raw.FPDF_GetPageCount(document)
        if count > LIMITS.pages:
            raise refusals.too_long(name, "pagina's", LIMITS.pages)
        if count < 1:
            raise refusals.damaged(name, "PDF")
        ALLOWANCE.pages(count)
        reading.title = _title(raw, document)
        reading.signatures = pdf_forms.signatures(raw, document, data, password)
        reading.leaves = [_leaf(raw, reader, document, index, name) for index in range(count)]
        _respace(raw, reader, document, reading.leaves, (data, password))
        for leaf in reading.leaves:
            _judge(raw, document, leaf)
    if any(leaf.overlaid for leaf in reading.leaves):
        with _opened(raw, name, data, password) as copy:
            for leaf in reading.leaves:
                _lay_over(raw, reader, copy, leaf)
    return reading


def opening(data: bytes, password: str) -> str:
    """Return the password, or none when the file opens only without: it may be that of an annex."""
    if not password:
        return ""
    raw = pdfium()
    if _opens(raw, data, password) or not _opens(raw, data, ""):
        return password
    return ""


def _opens(raw: Any, data: bytes, password: str) -> bool:
    document = raw.FPDF_LoadMemDocument64(data, len(data), password.encode("utf-8") or None)
    if document:
        raw.FPDF_CloseDocument(document)
    return bool(document)


def _lay_over(raw: Any, reader: PageReader, copy: Any, leaf: Leaf) -> None:
    if leaf.overlaid:
        over = pdf_forms.read_overlay(raw, reader, copy, leaf.number - 1, leaf.frame, leaf.words)
        leaf.filled = over.filled
        leaf.words = pdf_forms.laid_in(leaf.words, over.filled)
        leaf.stamps = over.stamps


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


def _leaf(raw: Any, reader: PageReader, document: Any, index: int, name: str) -> Leaf:
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return Leaf(index + 1, Frame(0, 0, 0, 0), [])
    text_page = raw.FPDFText_LoadPage(page)
    try:
        frame = _frame(raw, page)
        if text_page and raw.FPDFText_CountChars(text_page) > LIMITS.page_characters:
            raise refusals.unsafe(name, "PDF")
        words = reader.words(text_page, frame) if text_page else []
        words = [word for word in words if frame.shows(*word.middle)]
        rules = pdf_tables.count_rules(raw, page, LIMITS.page_paths)
        leaf = Leaf(index + 1, frame, words, rules, overlaid=pdf_forms.has_overlay(raw, page))
        leaf.set_apart(unseen(raw, page, frame, words))
        return leaf
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(page)


def _respace(
    raw: Any, reader: PageReader, document: Any, leaves: list[Leaf], source: tuple[bytes, str]
) -> None:
    """Read the pages anew whose words are cut up by blanks that are not printed; then the pages with them."""
    damaged = [leaf.number for leaf in leaves if is_damaged([word.text for word in leaf.words])]
    share = MENDED

    def use(number: int, starts: Starts) -> None:
        leaf = leaves[number - 1]
        page = raw.FPDF_LoadPage(document, number - 1)
        text_page = raw.FPDFText_LoadPage(page)
        words = reader.respaced(text_page, leaf.frame, starts)
        raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(page)
        words = [word for word in words if leaf.frame.shows(*word.middle)]
        if is_mended([word.text for word in leaf.words], [word.text for word in words], share=share):
            hidden = leaf.hidden
            leaf.words, leaf.method = words, "learned-advances"
            leaf.set_apart([word for word in words if word.pale] if hidden else [])

    if damaged:
        learned_starts(*source, damaged, use)
    if any(leaf.method == "learned-advances" for leaf in leaves):
        # What made one page spoils others, if less: on those it is enough that nothing gets worse.
        share = 1.0
        learned_starts(*source, [leaf.number for leaf in leaves if leaf.number not in damaged], use)


def _judge(raw: Any, document: Any, leaf: Leaf) -> None:
    """Say whether the page has to be recognised."""
    said = [word.text for word in leaf.words]
    if not suspicious(said):
        return
    page = raw.FPDF_LoadPage(document, leaf.number - 1)
    if page:
        leaf.drawn = drawn_on(raw, page, leaf.frame)
        leaf.need = need(said, leaf.drawn)
        raw.FPDF_ClosePage(page)


def _frame(raw: Any, page: Any) -> Frame:
    box = raw.FS_RECTF()
    turns = raw.FPDFPage_GetRotation(page)
    if raw.FPDF_GetPageBoundingBox(page, box):
        return Frame(box.left, box.bottom, box.right - box.left, box.top - box.bottom, turns)
    return Frame(0.0, 0.0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page), turns)


def _title(raw: Any, document: Any) -> str:
    buffer = ctypes.create_string_buffer(_TITLE_BYTES)
    size = raw.FPDF_GetMetaText(document, b"Title", buffer, _TITLE_BYTES)
    if not 2 < size <= _TITLE_BYTES:  # noqa: PLR2004 - two bytes end an empty text
        return ""
    return " ".join(buffer.raw[: size - 2].decode("utf-16-le", errors="replace").split())
