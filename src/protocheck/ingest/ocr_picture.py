"""A picture of a page made ready to be recognised: turned, set straight and freed of specks."""

from __future__ import annotations

import struct
from operator import mul, sub
from typing import TYPE_CHECKING, Any

from protocheck.record import record

if TYPE_CHECKING:
    from PIL.Image import Image

_COARSE_DPI = 50  # enough to see the lines of a text, and quick to turn
_STEEPEST = 5.0  # degrees: a page that lies more askew was not laid in a scanner
_STEPS = (1.0, 0.25, 0.1)
_STRAIGHT = 0.15  # degrees: below it, turning costs more sharpness than it brings
_DARK = 0.72  # of the brightness of the paper: below it there is ink
_UPENDED = 1.6  # times as striped across as along: the lines run from top to bottom
_CROP = 640  # pixels
_SHADES = bytes(part for shade in range(256) for part in (shade, shade, shade, 0))
_SPECKS = 0.0001  # share of pixels that are specks on a page worth cleaning


@record
class Picture:
    """A page in shades of grey.

    Attributes:
        image: the picture.
        dpi: pixels in an inch of paper.
        left: pixels that it sticks out of the page on the left since it was set straight; top: above.
    """

    image: Image
    dpi: float
    left: float = 0.0
    top: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the page in points."""
        scale = 72 / self.dpi
        return (self.image.width - 2 * self.left) * scale, (self.image.height - 2 * self.top) * scale

    def bmp(self) -> bytes:
        """Return it as a file that needs no unpacking: tesseract takes PNM in byte by byte."""
        wide, high = self.image.size
        row = -(-wide // 4) * 4
        before = 14 + 40 + len(_SHADES)
        head = struct.pack("<2sIII", b"BM", before + row * high, 0, before)
        about = struct.pack("<IiiHHIIiiII", 40, wide, high, 1, 8, 0, row * high, 0, 0, 256, 0)
        return head + about + _SHADES + self.image.tobytes("raw", "L", row, -1)

    def turned(self, quarters: int) -> Picture:
        """Return it turned by quarters, against the clock."""
        if quarters % 4 == 0:
            return self
        sides = (self.left, self.top) if quarters % 2 == 0 else (self.top, self.left)
        return Picture(self.image.rotate(90 * quarters, expand=True), self.dpi, *sides)


def upended(picture: Picture) -> bool:
    """Tell whether the lines of text run from top to bottom."""
    ink = _ink(picture)
    return _stripes(ink.transpose(_pillow().Transpose.ROTATE_90)) > _UPENDED * _stripes(ink) > 0


def prepared(picture: Picture) -> Picture:
    """Return the picture with level lines and without specks."""
    angle = skew(picture)
    image, left, top = picture.image, 0.0, 0.0
    if speckled(image):
        image = _despeckled(image)
    if abs(angle) >= _STRAIGHT:
        paper = paper_shade(image)
        straight = image.rotate(angle, _pillow().Resampling.BILINEAR, expand=True, fillcolor=paper)
        left, top = (straight.width - image.width) / 2, (straight.height - image.height) / 2
        image = straight
    return Picture(image, picture.dpi, left, top)


def skew(picture: Picture) -> float:
    """Return by how many degrees, against the clock, the picture has to be turned to lie straight.

    Level lines of text make stripes: the sums of the rows differ most from row to row.
    """
    ink = _ink(picture)
    best, score = 0.0, _stripes(ink)
    reach = _STEEPEST
    for step in _STEPS:
        middle = best
        for index in range(1, round(reach / step) + 1):
            for angle in (middle - index * step, middle + index * step):
                found = _stripes(ink.rotate(angle, fillcolor=0))
                if found > score:
                    best, score = angle, found
        reach = step - _STEPS[-1] / 2
    return best if abs(best) < _STEEPEST else 0.0


def speckled(image: Image) -> bool:
    """Tell whether specks lie all over the page; looked up in the middle only."""
    left, top = max(image.width - _CROP, 0) // 2, max(image.height - _CROP, 0) // 2
    crop = image.crop((left, top, min(left + _CROP, image.width), min(top + _CROP, image.height)))
    return _lone(crop).bit_count() > _SPECKS * crop.width * crop.height


def _despeckled(image: Image) -> Image:
    """Return the image with paper where a lone dark pixel was.

    A median filter would take more, and with it the dots and thin strokes of small letters.
    """
    clean = image.copy()
    lone = _lone(image).to_bytes(_row(image) // 8 * image.height, "big")
    clean.paste(paper_shade(image), mask=_pillow().frombytes("1", image.size, lone))
    return clean


def _lone(image: Image) -> int:
    """Return the dark pixels with nothing dark around them, as the bits of one number, row after row.

    So a whole page is shifted at once, in half the time that it takes as a picture.
    """
    ink = int.from_bytes(image.point(_below(_DARK * paper_shade(image)), "1").tobytes(), "big")
    row = _row(image)
    sides = ink << 1 | ink >> 1
    level = ink | sides
    return ink & ~(sides | level << row | level >> row)


def _row(image: Image) -> int:
    """Return the bits in a row of a picture that has one a pixel: it ends with a whole byte."""
    return -(-image.width // 8) * 8


def _ink(picture: Picture) -> Image:
    """Return a small picture on which ink is white and paper black."""
    return darker(picture.image.reduce(max(round(picture.dpi / _COARSE_DPI), 1)))


def darker(image: Image, share: float = _DARK) -> Image:
    """Return a picture on which what is darker than paper is white, and the rest black."""
    return image.point(_below(share * paper_shade(image)))


def _below(edge: float) -> list[int]:
    return [255 if grey < edge else 0 for grey in range(256)]


def paper_shade(image: Image) -> int:
    """Return the shade that lies in the middle of all: most of a page is paper."""
    half, seen = image.width * image.height / 2, 0
    for grey, count in enumerate(image.histogram()):
        seen += count
        if seen >= half:
            return grey
    return 255


def _stripes(ink: Image) -> int:
    rows = ink.resize((1, ink.height), _pillow().Resampling.BOX).tobytes()
    steps = tuple(map(sub, rows[1:], rows))
    return sum(map(mul, steps, steps))


def _pillow() -> Any:
    from PIL import Image  # noqa: PLC0415 - heavy

    return Image
