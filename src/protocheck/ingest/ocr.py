"""Optical character recognition: pages become words through tesseract, a page a core.

pdfium knows no threads, so pages are rendered one by one here; a few are under way at a time, each
in a tesseract of its own.
"""

from __future__ import annotations

import contextlib
import math
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.limits import ALLOWANCE, LIMITS
from protocheck.ingest.ocr_engine import Engine, Lacking, find_engine, recognise
from protocheck.ingest.ocr_hocr import Recognised, words_of
from protocheck.ingest.ocr_lines import rejoined
from protocheck.ingest.ocr_need import COVERED, worth
from protocheck.ingest.ocr_picture import Picture, prepared, upended
from protocheck.ingest.ocr_restored import restore
from protocheck.ingest.ocr_rules import by_cells, without_tables
from protocheck.ingest.pdf_forms import laid_in
from protocheck.ingest.pdf_tables import Cells
from protocheck.model.options import Ocr
from protocheck.record import record

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

    from protocheck.ingest.pdf_pages import Leaf

_SHARPEST, _COARSEST = 400.0, 150.0  # dpi: more costs time, less costs letters
_OUTLINES = 250.0  # dpi for letters that are drawn and not scanned
_UNREADABLE = 50.0  # dpi: what a giant page comes down to
_JUST_UNDER, _JUST_IN = 1 - 1e-5, 0.005  # so much smaller, and so many pixels from the edge, a page is drawn
_DOUBTFUL = 0.6  # confidence below which a page may lie on its head
_SHORT, _DOUBTFUL_SHORT = 60, 0.85  # words: of fewer, the nonsense of a page on its head may look sure
_FEW = 5  # words: fewer say nothing about how a page lies


@dataclass(slots=True)
class Outcome:
    """What became of the pages that had to be recognised, by their numbers.

    Attributes:
        read: recognised.
        kept: recognised, but their own text layer says more.
        blank: pictures on which no word was found.
        failed: tesseract gave up.
        unread: not tried; `lacking` says what for, or is empty when the user did not want it.
    """

    read: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    lacking: Lacking | None = None


@record
class Sheetful:
    """A recognised page, with its size in points as it was read, and the tables that are ruled on it."""

    found: Recognised
    size: tuple[float, float]
    cells: tuple[Cells, ...] = ()


def recognise_leaves(name: str, data: bytes, password: str, leaves: Sequence[Leaf], ocr: Ocr) -> Outcome:
    """Give the pages of a PDF that need it the words that can be seen on them.

    Raises:
        DocumentError: every page has to be recognised, and there is nothing to do it with.
    """
    wanted = list(leaves) if ocr == "always" else [leaf for leaf in leaves if leaf.need]
    outcome = Outcome()
    if not wanted:
        return outcome
    engine = find_engine() if ocr != "never" else None
    if not isinstance(engine, Engine):
        if ocr == "always" and engine is not None:
            raise refusals.no_engine(name, engine)
        outcome.unread, outcome.lacking = [leaf.number for leaf in wanted], engine
        return outcome
    ALLOWANCE.recognition(len(wanted))
    with contextlib.closing(_rendered(data, password, wanted)) as pictures:
        for leaf, found in zip(wanted, recognise_pictures(engine, pictures), strict=True):
            _settle(leaf, found, outcome, always=ocr == "always")
    restore([leaf.words for leaf in leaves if leaf.method == "ocr"])
    return outcome


def recognise_pictures(engine: Engine, pictures: Iterable[Picture | None]) -> Iterator[Sheetful | None]:
    """Yield what stands on each picture, in their order; None where it could not be recognised.

    No more pictures are in memory than can be worked on.
    """
    cores = min(_cores(), LIMITS.ocr_pages)
    under_way: deque[Future[Sheetful | None]] = deque()
    pool = ThreadPoolExecutor(cores, "ocr")
    try:
        for picture in pictures:
            under_way.append(pool.submit(_recognised, engine, picture))
            if len(under_way) > cores:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _recognised(engine: Engine, picture: Picture | None) -> Sheetful | None:
    """Recognise one page, turned until its lines run from left to right."""
    if picture is None:
        return None
    best: Sheetful | None = None
    for quarters in (1, 3, 0) if upended(picture) else (0, 2):
        straight, cells = without_tables(prepared(picture.turned(quarters)))
        hocr = recognise(engine, straight.bmp(), straight.dpi)
        if hocr is None:
            return best
        found = words_of(hocr, 72 / straight.dpi, straight.left, straight.top)
        found = replace(found, words=by_cells(found.words, cells) if cells else rejoined(found.words))
        if best is None or _sense(found) > _sense(best.found):
            best = Sheetful(found, straight.size, cells)
        if _is_sure(found) or (quarters == 0 and len(found.words) < _FEW):
            break
    return best


def _is_sure(found: Recognised) -> bool:
    return found.confidence >= (_DOUBTFUL_SHORT if len(found.words) < _SHORT else _DOUBTFUL)


def _sense(found: Recognised) -> int:
    return worth([word.text for word in found.words])


def _rendered(data: bytes, password: str, leaves: Sequence[Leaf]) -> Generator[Picture | None, None, None]:
    """Yield the pages as they are seen, without what was typed over them: that is read as text."""
    import pypdfium2  # noqa: PLC0415 - heavy

    with contextlib.closing(pypdfium2.PdfDocument(data, password=password or None)) as document:
        for leaf in leaves:
            dpi = resolution(leaf)
            if dpi < _UNREADABLE or leaf.drawn.crowded:  # drawing it could take minutes
                yield None
                continue
            page = document[leaf.number - 1]
            image = _drawn(page, dpi / 72)
            page.close()
            yield Picture(image, dpi)


def _drawn(page: PdfPage, scale: float) -> Image:
    """Return the page in shades of grey, a scan at its own resolution pixel by pixel.

    pdfium rounds outwards: of a scan 1654.0001 pixels wide it would make 1655, and blur it to fit. Nor is it
    asked for grey by its flag, which costs more than the drawing: a grey bitmap is enough.
    """
    import pypdfium2  # noqa: PLC0415 - heavy
    from pypdfium2 import raw  # noqa: PLC0415 - heavy

    scale *= _JUST_UNDER
    wide, high = (math.ceil(side * scale) for side in page.get_size())
    with contextlib.closing(pypdfium2.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_Gray)) as bitmap:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
        place = raw.FS_MATRIX(scale, 0, 0, scale, _JUST_IN, _JUST_IN)
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, place, raw.FS_RECTF(0, 0, wide, high), 0)
        image: Image = bitmap.to_pil().copy()
    return image


def resolution(leaf: Leaf) -> float:
    """Return the dpi at which to render a page: that of its scan, within reason."""
    scanned = leaf.drawn.dpi and leaf.drawn.covered >= COVERED
    return fitting(leaf.drawn.dpi if scanned else _OUTLINES, leaf.frame.shown)


def fitting(dpi: float, size: tuple[float, float]) -> float:
    """Return a resolution within bounds at which a page of this size, in points, has not too many pixels."""
    area = max(size[0] * size[1] / 72**2, 0.01)
    return min(max(dpi, _COARSEST), _SHARPEST, math.sqrt(LIMITS.render_pixels / area))


def _settle(leaf: Leaf, sheet: Sheetful | None, outcome: Outcome, *, always: bool) -> None:
    """Take the recognised words of a page, unless its own say more."""
    if sheet is not None and leaf.words and (not sheet.found.words or not always):
        own = worth([word.text for word in leaf.words])
        if not sheet.found.words or own >= max(_sense(sheet.found), 1):
            outcome.kept.append(leaf.number)
            return
    take(leaf, sheet, outcome)


def take(leaf: Leaf, sheet: Sheetful | None, outcome: Outcome) -> None:
    """Give a page the words that were recognised on it."""
    if sheet is None:
        outcome.failed.append(leaf.number)
    elif not sheet.found.words:
        outcome.blank.append(leaf.number)
    else:
        leaf.words = laid_in(list(sheet.found.words), leaf.filled)
        leaf.method, leaf.confidence = "ocr", sheet.found.confidence
        leaf.size, leaf.cells = sheet.size, sheet.cells
        outcome.read.append(leaf.number)
