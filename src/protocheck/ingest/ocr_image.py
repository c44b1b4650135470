"""Images of pages (PNG, JPEG, TIFF with its pages): read as scans."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Generator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from protocheck.ingest import refusals
from protocheck.ingest.limits import ALLOWANCE, LIMITS
from protocheck.ingest.ocr import Outcome, Sheetful, fitting, recognise_pictures, take
from protocheck.ingest.ocr_engine import Engine, find_engine
from protocheck.ingest.ocr_notes import recognition_notes
from protocheck.ingest.ocr_picture import Picture
from protocheck.ingest.ocr_restored import restore
from protocheck.ingest.pdf import composed
from protocheck.ingest.pdf_pages import Leaf
from protocheck.ingest.pdf_words import Frame
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
_MEDIA_TYPES = {"MPO": "image/jpeg"}  # a JPEG with a second picture, as some cameras make
_PAGED = frozenset({"TIFF"})  # of the others, what follows the first picture is a thumbnail or a film
_PAPER = (5.0, 18.0)  # inches: the longer side of a page; what is declared otherwise was not measured
_LONG_SIDE = 11.69  # inches: A4


def read_image(name: str, sha256: str, data: bytes, options: ReadOptions) -> SourceText:
    """Return the text that can be seen on an image.

    Raises:
        DocumentError: it is damaged, too large, or no text is found on it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # Pillow warns of sizes and of odd metadata: we look at sizes ourselves
        image, pages = _opened(name, data)
        engine = find_engine() if options.ocr != "never" else None
        if not isinstance(engine, Engine):
            raise refusals.no_text(name, pages, engine, wanted=engine is not None)
        ALLOWANCE.recognition(pages)
        with contextlib.closing(_pictures(name, image, pages)) as pictures:
            sheets = list(recognise_pictures(engine, pictures))
    leaves = [_leaf(number, sheet) for number, sheet in enumerate(sheets, start=1)]
    outcome = Outcome()
    for leaf, sheet in zip(leaves, sheets, strict=True):
        take(leaf, sheet, outcome)
    restore([leaf.words for leaf in leaves])
    if not outcome.read:
        raise refusals.no_text(name, pages)
    notes = tuple(recognition_notes(outcome, leaves))
    kind = str(image.format)
    media_type = _MEDIA_TYPES.get(kind, f"image/{kind.lower()}")
    return composed(SourceText(name, sha256, media_type, "", (), notes=notes), leaves, {})


def _leaf(number: int, sheet: Sheetful | None) -> Leaf:
    width, height = sheet.size if sheet else (0.0, 0.0)
    return Leaf(number, Frame(0.0, 0.0, width, height), [], need="picture")


def _opened(name: str, data: bytes) -> tuple[Image, int]:
    """Return the image, of which only the head is read yet, and the number of its pages."""
    from PIL import Image  # noqa: PLC0415 - heavy

    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
        pages = getattr(image, "n_frames", 1) if image.format in _PAGED else 1
    except Image.DecompressionBombError:
        raise refusals.too_many_pixels(name, LIMITS.image_pixels) from None
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, EOFError, OverflowError):
        raise refusals.damaged_image(name) from None
    if pages > LIMITS.pages:
        raise refusals.too_long(name, "pagina's", LIMITS.pages)
    return image, pages


def _pictures(name: str, image: Image, pages: int) -> Generator[Picture, None, None]:
    for page in range(pages):
        try:
            image.seek(page)
            if image.width * image.height > LIMITS.image_pixels:
                raise refusals.too_many_pixels(name, LIMITS.image_pixels)
            picture = _picture(image)
        except (OSError, SyntaxError, ValueError, TypeError, KeyError, EOFError, OverflowError):
            raise refusals.damaged_image(name) from None
        yield picture


def _picture(image: Image) -> Picture:
    """Return a page as seen, in shades of grey, no larger than needed."""
    from PIL import Image as Pillow  # noqa: PLC0415 - heavy
    from PIL import ImageOps  # noqa: PLC0415 - heavy

    declared = _declared_dpi(image)
    seen = ImageOps.exif_transpose(_grey(image))
    seen.info = {}
    dpi = declared or max(seen.size) / _LONG_SIDE
    fit = fitting(dpi, (seen.width * 72 / dpi, seen.height * 72 / dpi))
    if abs(fit - dpi) > 1:
        size = (max(round(seen.width * fit / dpi), 1), max(round(seen.height * fit / dpi), 1))
        seen, dpi = seen.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=2.0), fit
    return Picture(seen, dpi)


def _grey(image: Image) -> Image:
    """Return it in shades of grey; what is transparent is paper."""
    from PIL import Image as Pillow  # noqa: PLC0415 - heavy

    if image.mode.startswith("I;16") or image.mode == "I":
        deep: Any = image.convert("I").point(lambda value: value / 256)
        return _with_turn(deep.convert("L"), image)
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Pillow.new("RGBA", clear.size, "white")
        return _with_turn(Pillow.alpha_composite(paper, clear).convert("L"), image)
    return _with_turn(image.convert("L"), image)


def _with_turn(grey: Image, image: Image) -> Image:
    """Keep what the camera says of how it was held."""
    turn = image.getexif().get(_ORIENTATION)
    if turn:
        grey.getexif()[_ORIENTATION] = turn
    return grey


_ORIENTATION = 0x0112


def _declared_dpi(image: Image) -> float:
    """Return the resolution that the file declares; 0 when it makes no page of paper."""
    declared: Sequence[Any] = image.info.get("dpi") or (0, 0)
    try:
        dpi = float(declared[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0.0
    return dpi if dpi > 0 and _PAPER[0] <= max(image.size) / dpi <= _PAPER[1] else 0.0
