"""What is laid over a PDF page: filled-in fields, typed-in text, and the stamps of signatures.

pdfium does not count these as text of the page. On a second handle they are burnt into a copy of
the page in memory; what is then read and was not there before is theirs.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from typing import Any

from protocheck.ingest.pdf_signers import signers
from protocheck.ingest.pdf_words import Frame, PageReader, Word
from protocheck.record import record
from protocheck.regex import lazy

_FREE_TEXT, _STAMP, _WIDGET = 3, 13, 20  # FPDF_ANNOT_FREETEXT, _STAMP, _WIDGET
_MOST = 2_000  # annotations on one page
_NAME_BYTES = 64
_SAME_LINE = 0.45
_TIME = lazy(r"D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?")
_TEXT_BYTES = 2_048


@record
class Overlay:
    """Words laid over a page: those of signature stamps apart from what was filled in."""

    filled: tuple[Word, ...] = ()
    stamps: tuple[Word, ...] = ()


def has_overlay(raw: Any, page: Any) -> bool:
    """Tell whether something with text of its own lies over the page."""
    return any(kind in {_FREE_TEXT, _STAMP, _WIDGET} for kind, _, _ in _annotations(raw, page))


def read_overlay(
    raw: Any, reader: PageReader, copy: Any, index: int, frame: Frame, below: list[Word]
) -> Overlay:
    """Return the words that lie over a page.

    Args:
        raw: pdfium's functions.
        reader: of the words.
        copy: a second handle on the document, which this changes.
        index: of the page, from 0.
        frame: how the page is shown.
        below: the words of the page itself.
    """
    page = raw.FPDF_LoadPage(copy, index)
    if not page:
        return Overlay()
    signed = [box for _, name, box in _annotations(raw, page) if name == "Sig"]
    boxes = [frame.box(*box) for box in signed]
    flattened = raw.FPDFPage_Flatten(page, 0) == raw.FLATTEN_SUCCESS
    raw.FPDF_ClosePage(page)
    if not flattened:
        return Overlay()
    above = _words_of(raw, reader, copy, index, frame)
    known = Counter(map(_place, below))
    fresh: list[Word] = []
    for word in above:
        if known[_place(word)] > 0:
            known[_place(word)] -= 1
        else:
            fresh.append(word)
    stamps = tuple(word for word in fresh if any(_inside(box, word) for box in boxes))
    marked = set(map(id, stamps))
    return Overlay(tuple(word for word in fresh if id(word) not in marked), stamps)


def laid_in(words: list[Word], filled: tuple[Word, ...]) -> list[Word]:
    """Return the words of a page with those that were filled in at their place on the line."""
    result = list(words)
    for word in filled:
        result.insert(_place_among(result, word), word)
    return result


def signatures(raw: Any, document: Any, data: bytes, password: str) -> tuple[str, ...]:
    """Return of each signature field what it says of itself: who, when and why, in Dutch."""
    found: list[str] = []
    count = min(max(raw.FPDF_GetSignatureCount(document), 0), 50)
    names = signers(data, password) if count else ()
    if len(names) != count:
        names = ("",) * count
    for index, name in enumerate(names):
        signature = raw.FPDF_GetSignatureObject(document, index)
        time = _TIME.match(_value(raw.FPDFSignatureObj_GetTime, signature, "ascii"))
        reason = " ".join(_value(raw.FPDFSignatureObj_GetReason, signature, "utf-16-le").split())
        said = [f"door {name}"] if name else []
        if time:
            year, month, day, hour, minute = time.groups()
            said.append(f"op {int(day)}/{int(month)}/{year}" + (f" om {hour}.{minute} uur" if minute else ""))
        if reason:
            said.append(f"met als reden “{reason}”")
        found.append(" ".join(said))
    return tuple(found)


def _annotations(raw: Any, page: Any) -> list[tuple[int, str, tuple[float, float, float, float]]]:
    """Return kind, type of field, and box (left, bottom, right, top) of what lies over the page."""
    found = []
    rect = raw.FS_RECTF()
    name = (ctypes.c_ushort * _NAME_BYTES)()
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFAnnot_GetRect(annotation, rect)
        size = raw.FPDFAnnot_GetStringValue(annotation, b"FT", name, ctypes.sizeof(name))
        field = bytes(name)[: max(size - 2, 0)].decode("utf-16-le", errors="replace") if size else ""
        found.append((kind, field, (rect.left, rect.bottom, rect.right, rect.top)))
        raw.FPDFPage_CloseAnnot(annotation)
    return found


def _words_of(raw: Any, reader: PageReader, document: Any, index: int, frame: Frame) -> list[Word]:
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return []
    text_page = raw.FPDFText_LoadPage(page)
    try:
        return (
            [word for word in reader.words(text_page, frame) if frame.shows(*word.middle)]
            if text_page
            else []
        )
    finally:
        if text_page:
            raw.FPDFText_ClosePage(text_page)
        raw.FPDF_ClosePage(page)


def _place(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.x0), round(word.base)


def _inside(box: tuple[float, float, float, float], word: Word) -> bool:
    x, y = word.middle
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _place_among(words: list[Word], word: Word) -> int:
    """Return where a word belongs: behind its left neighbour on the line, else before the next line."""
    behind, below = -1, len(words)
    for index, other in enumerate(words):
        if abs(other.base - word.base) <= _SAME_LINE * max(other.size, word.size):
            if other.x0 <= word.x0:
                behind = index
            else:
                below = min(below, index)
        elif other.base > word.base:
            below = min(below, index)
    return behind + 1 if behind >= 0 else below


def _value(get: Any, signature: Any, encoding: str) -> str:
    buffer = ctypes.create_string_buffer(_TEXT_BYTES)
    size = get(signature, buffer, _TEXT_BYTES)
    if not 0 < size <= _TEXT_BYTES:
        return ""
    return buffer.raw[:size].decode(encoding, errors="replace").rstrip("\0")
