"""Words that nobody sees: white on white, or drawn without ink. They are in the file, not on the page.

Only pages with such words are drawn, small and grey; a word is seen when its place holds more than one shade.
The text that a scanner lays over a picture of the page is without ink as well: there the picture is read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from protocheck.ingest.pdf_words import Frame, Word

_MOST = 0.5  # of the words: beyond it the ink is missing because a picture shows the words
_PIXELS = 3_000_000
_SCALE = 1.5  # pixels a point
_CONTRAST = 20  # of 255: shades that differ less are one


def unseen(raw: Any, page: Any, frame: Frame, words: Sequence[Word]) -> list[Word]:
    """Return the words of a page that cannot be seen on it."""
    pale = [word for word in words if word.pale]
    if not pale or len(pale) > _MOST * len(words):
        return []
    width, height = frame.shown
    scale = min(_SCALE, (_PIXELS / max(width * height, 1.0)) ** 0.5)
    wide, high = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = raw.FPDFBitmap_CreateEx(wide, high, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return []
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_GRAYSCALE)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        shades = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * high)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return [word for word in pale if _contrast(shades, stride, (wide, high), scale, word) < _CONTRAST]


def _contrast(shades: bytes, stride: int, size: tuple[int, int], scale: float, word: Word) -> int:
    """Return the difference between the lightest and the darkest spot where a word stands."""
    left, right = max(int(word.x0 * scale), 0), min(int(word.x1 * scale) + 1, size[0])
    top, bottom = max(int(word.top * scale), 0), min(int(word.bottom * scale) + 1, size[1])
    spots = b"".join(shades[row * stride + left : row * stride + right] for row in range(top, bottom))
    return max(spots) - min(spots) if spots else 0
