"""Pictures of the pages of a PDF, small enough to stand in a web page."""

from __future__ import annotations

import base64
import io
import json
import math
from typing import TYPE_CHECKING, Any

from protocheck.ingest import refusals
from protocheck.ingest.limits import ALLOWANCE, LIMITS
from protocheck.model.options import ReadOptions

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 110
_GREYS = 16  # enough for black letters with smooth edges
_QUALITY = 60
_MOST_PIXELS = 4_000_000


def pictures(name: str, data: bytes, options: ReadOptions, wishes: Any) -> bytes:
    """Return JSON: per page its number, its size in points, and a picture as a data address.

    Args:
        name: for messages.
        data: the PDF.
        options: the password.
        wishes: the numbers of the pages wanted, from 1.

    Raises:
        DocumentError: it cannot be opened.
    """
    import pypdfium2 as pdfium  # noqa: PLC0415 - heavy

    try:
        document = pdfium.PdfDocument(data, password=options.password or None)
    except pdfium.PdfiumError:
        raise refusals.damaged(name, "PDF") from None
    wanted = [number for number in wishes if 1 <= number <= min(len(document), LIMITS.pages)]
    ALLOWANCE.pages(len(wanted))
    return json.dumps([_page(document[number - 1], number) for number in wanted]).encode("ascii")


def _page(page: Any, number: int) -> dict[str, object]:
    width, height = page.get_size()
    scale = min(_DPI / 72, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=True, may_draw_forms=False)
    kind, content = _smallest(bitmap.to_pil().convert("L"))
    return {
        "page": number,
        "width": round(width, 2),
        "height": round(height, 2),
        "image": f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}",
    }


def _smallest(image: Image) -> tuple[str, bytes]:
    """Return the picture in the format that takes least: letters in few greys, photographs as JPEG."""
    flat = image.point(lambda shade: round(shade / 255 * (_GREYS - 1)) * (255 // (_GREYS - 1)))
    drawn, shot = io.BytesIO(), io.BytesIO()
    flat.quantize(_GREYS).save(drawn, "PNG", optimize=True)
    image.save(shot, "JPEG", quality=_QUALITY, optimize=True)
    return min((("png", drawn.getvalue()), ("jpeg", shot.getvalue())), key=lambda made: len(made[1]))
