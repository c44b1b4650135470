"""What pdfium draws on a page: its images, how sharp they are, and how much is drawn in lines."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from functools import partial
from typing import Any

from protocheck.ingest.ocr_need import Drawn
from protocheck.ingest.pdf_words import Frame

_DEEPEST = 3
_MOST = 20_000  # objects on one page
_STRIP = 0.01  # share of the page: a smaller image says nothing about how sharp the scan is


def drawn_on(raw: Any, page: Any, frame: Frame) -> Drawn:
    """Return what is drawn on a page beside its characters."""
    look = _Look(raw, max(frame.width * frame.height, 1.0))
    look.walk(raw.FPDFPage_CountObjects(page), partial(raw.FPDFPage_GetObject, page), 0, None)
    return Drawn(min(look.covered, 1.0), look.dpi, look.strokes, look.crowded)


class _Look:
    """Walks the objects of a page, and of the forms on it."""

    def __init__(self, raw: Any, area: float) -> None:
        self.covered = self.dpi = 0.0
        self.strokes = 0
        self._raw, self._area = raw, area
        self._left = _MOST

    @property
    def crowded(self) -> bool:
        """Tell whether there is more than was looked at."""
        return self._left <= 0

    def walk(self, count: int, get: Callable[[int], Any], depth: int, size: float | None) -> None:
        """Look at objects; `size` is that of the form they are in: theirs are in its own coordinates."""
        raw = self._raw
        for index in range(count):
            if self._left <= 0:
                return
            self._left -= 1
            item = get(index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self.strokes += raw.FPDFPath_CountSegments(item)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._image(item, self._size(item) if size is None else size)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = partial(raw.FPDFFormObj_GetObject, item)
                whole = self._size(item) if size is None else size
                self.walk(raw.FPDFFormObj_CountObjects(item), inner, depth + 1, whole)

    def _image(self, item: Any, size: float) -> None:
        self.covered += size / self._area
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        if size < _STRIP * self._area or not self._raw.FPDFImageObj_GetImagePixelSize(item, wide, high):
            return
        self.dpi = max(self.dpi, 72 * math.sqrt(wide.value * high.value / size))

    def _size(self, item: Any) -> float:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not self._raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return 0.0
        return max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)
