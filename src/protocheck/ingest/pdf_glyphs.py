"""The glyphs of a page in the order they are drawn, blanks among them, as pdfminer follows the content.

pdfium tells where letters stand, but makes blanks of its own and hides those of the file. Where the
blanks are in doubt both are needed, and pdfminer's slowness does not matter: few pages are.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from protocheck.ingest.pdf_quiet import silent


class Glyph(NamedTuple):
    """One glyph: where its foot begins in the file's own coordinates, and what the file says of it.

    Attributes:
        font: the font's name without the tag of its subset.
        code: its number in the font.
        x: and y: where it is drawn.
        size: in points, along the line.
        along: direction of the line, as the cosine and sine of its angle.
        declared: its width as the font declares it, as a share of the size.
        blank: whether it stands for a blank.
    """

    font: str
    code: int
    x: float
    y: float
    size: float
    along: tuple[float, float]
    declared: float
    blank: bool


def glyphs_of(data: bytes, pages: Sequence[int], password: str) -> Iterator[tuple[int, list[Glyph]]]:
    """Yield the number and the glyphs of each page asked for; what cannot be followed ends it."""
    from pdfminer.pdfinterp import PDFPageInterpreter  # noqa: PLC0415 - heavy, seldom needed
    from pdfminer.pdfpage import PDFPage  # noqa: PLC0415 - the same

    wanted = {number - 1 for number in pages}
    numbers = iter(sorted(pages))
    with silent():
        # A damaged file makes pdfminer raise anything; the words of pdfium then stay as they are.
        try:
            device = _recorder()
            manager = _fonts()
            for page in PDFPage.get_pages(io.BytesIO(data), pagenos=wanted, password=password):
                device.glyphs = []
                interpreter = PDFPageInterpreter(manager, device)
                interpreter.render_contents(page.resources, page.contents, ctm=(1, 0, 0, 1, 0, 0))
                yield next(numbers), device.glyphs
        except Exception:  # noqa: BLE001 - see above
            return


def _recorder() -> Any:
    """Return a device for pdfminer that keeps the glyphs; made here since its base is heavy to import."""
    from pdfminer.pdfdevice import PDFTextDevice  # noqa: PLC0415 - heavy, seldom needed
    from pdfminer.pdfinterp import PDFResourceManager  # noqa: PLC0415 - the same

    class Recorder(PDFTextDevice):
        """Keeps what is drawn."""

        glyphs: list[Glyph]

        def render_char(self, matrix: Any, font: Any, fontsize: float, scaling: float, *rest: Any) -> float:
            """Keep a glyph and tell how far the pen moves, as the file declares."""
            code = rest[1]  # behind the rise
            declared: float = font.char_width(code)
            a, b = matrix[0], matrix[1]
            scale = math.hypot(a, b)
            size = abs(fontsize * scaling * scale)
            if size > 0:
                along = (a / scale, b / scale)
                name = str(font.fontname).rpartition("+")[2]
                blank = _is_blank(font, code)
                self.glyphs.append(Glyph(name, code, matrix[4], matrix[5], size, along, declared, blank))
            return int(declared * 1000) / 1000 * fontsize * scaling  # in whole units, as pdfium counts

    return Recorder(PDFResourceManager())


def _fonts() -> Any:
    """Return a store of fonts that takes the widths in the file, as pdfium does, for standard fonts too."""
    from pdfminer.pdfinterp import PDFResourceManager  # noqa: PLC0415 - heavy, seldom needed
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415 - the same

    class Fonts(PDFResourceManager):
        """Gives fonts their declared widths."""

        def get_font(self, objid: Any, spec: Any) -> Any:
            """Return a font of the file."""
            font = super().get_font(objid, spec)
            widths = resolve1(spec.get("Widths"))
            if widths and not font.is_multibyte():
                first = int(resolve1(spec.get("FirstChar", 0)))
                font.widths = {first + i: resolve1(width) for i, width in enumerate(widths)}
            return font

    return Fonts()


def _is_blank(font: Any, cid: int) -> bool:
    try:
        text: str = font.to_unichr(cid)
    except Exception:  # noqa: BLE001 - a glyph without a character raises one of many, none of them public
        return False
    return text.isspace()
