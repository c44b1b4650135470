"""Pages drawn line by line, for tests that need to know where each word stands."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from reportlab.lib.pdfencrypt import StandardEncryption

SIZE, PITCH = 11.0, 14.0


def drawn(*pages: Callable[[Canvas], None], lock: StandardEncryption | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, encrypt=lock)
    for page in pages:
        canvas.setFont("Helvetica", SIZE)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def text_page(*lines: str, top: float = 740.0) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        y = top
        for line in lines:
            canvas.drawString(72, y, line)
            y -= PITCH

    return draw


def columns(*rows: tuple[float, str, str]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for y, left, right in rows:
            canvas.drawString(72, y, left)
            if right:
                canvas.drawString(330, y, right)

    return draw


def grid(
    rows: list[tuple[str, str]], top: float, heights: list[int] | None = None
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        y = top
        for (left, right), lines in zip(rows, heights or [1] * len(rows), strict=True):
            height = 16 * lines
            canvas.rect(72, y - height, 150, height)
            canvas.rect(222, y - height, 300, height)
            for x, cell in ((76, left), (226, right)):
                for index, piece in enumerate(cell.split("\n")):
                    canvas.drawString(x, y - 12 - 14 * index, piece)
            y -= height

    return draw
