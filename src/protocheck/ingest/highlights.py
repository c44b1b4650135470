"""A copy of a PDF with highlights on it; pages and text stay as they are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from protocheck.errors import UsageError
from protocheck.ingest import refusals
from protocheck.ingest.limits import ALLOWANCE
from protocheck.model.options import ReadOptions

if TYPE_CHECKING:
    import pikepdf

# Red, green and blue of each kind of mark.
_COLOURS = {
    "evidence": (1.0, 0.84, 0.29),
    "error": (1.0, 0.42, 0.42),
    "warning": (1.0, 0.66, 0.3),
    "info": (0.45, 0.75, 0.99),
    "waived": (0.75, 0.75, 0.75),
}
_AUTHOR = "protocheck"
_PRINT = 4  # the flag that says an annotation is printed too
_QUARTER = 90


def highlighted(name: str, data: bytes, options: ReadOptions, wishes: Any) -> bytes:
    """Return the PDF with a highlight for each wish; the same bytes for the same wishes.

    Args:
        name: for messages.
        data: the PDF.
        options: the password; the copy is not encrypted.
        wishes: per highlight its 'kind', 'title', 'text' and 'boxes': rows of page, x0, top, x1, bottom in
            points from the top left corner of the page as it is shown.

    Raises:
        DocumentError: it cannot be opened.
    """
    import pikepdf  # noqa: PLC0415 - heavy, and an extra

    try:
        document = pikepdf.open(io.BytesIO(data), password=options.password)
    except pikepdf.PasswordError:
        raise refusals.locked(name, tried=bool(options.password)) from None
    except pikepdf.PdfError:
        raise refusals.damaged(name, "PDF") from None
    ALLOWANCE.pages(len(document.pages))
    for wish in wishes:
        for number in sorted({box[0] for box in wish["boxes"]}):
            if 1 <= number <= len(document.pages):
                page = document.pages[number - 1]
                boxes = [box[1:] for box in wish["boxes"] if box[0] == number]
                _annotate(document, page, wish, boxes)
    out = io.BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


def available() -> bool:
    """Tell whether the library that writes highlights is installed."""
    import importlib.util  # noqa: PLC0415 - only for who asks

    return importlib.util.find_spec("pikepdf") is not None


def refuse_without() -> None:
    """Refuse to begin when the library is not there.

    Raises:
        UsageError: it is not installed.
    """
    if not available():
        raise UsageError(
            "Om markeringen in een PDF te schrijven ontbreekt pikepdf.",
            hint="Installeer het met: pip install 'protocheck[mark]'",
        )


def _annotate(document: pikepdf.Pdf, page: pikepdf.Page, wish: Any, boxes: list[list[float]]) -> None:
    import pikepdf  # noqa: PLC0415 - heavy

    quads = [_corners(page, *box) for box in boxes]
    flat = [value for quad in quads for value in quad]
    annotation = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Highlight,
        Rect=[min(flat[0::2]), min(flat[1::2]), max(flat[0::2]), max(flat[1::2])],
        QuadPoints=flat,
        C=list(_COLOURS.get(wish["kind"], _COLOURS["info"])),
        CA=0.5,
        F=_PRINT,
        T=_AUTHOR,
        Contents=f"{wish['title']}\n{wish['text']}".strip(),
    )
    held = page.obj.get("/Annots")
    known = list(held) if isinstance(held, pikepdf.Array) else []
    page.obj["/Annots"] = pikepdf.Array([*known, document.make_indirect(annotation)])


def _corners(page: pikepdf.Page, x0: float, top: float, x1: float, bottom: float) -> list[float]:
    """Return the four corners as a highlight wants them: upper left and right, lower left and right."""
    corners = ((x0, top), (x1, top), (x0, bottom), (x1, bottom))
    return [round(value, 2) for x, y in corners for value in _on_page(page, x, y)]


def _on_page(page: pikepdf.Page, x: float, y: float) -> tuple[float, float]:
    """Return where a point of the page as it is shown lies on the page as it is stored."""
    left, low, right, high = (float(value) for value in page.cropbox)
    turns = int(page.obj.get("/Rotate", 0)) // _QUARTER % 4
    if turns == 1:
        return left + y, low + x
    if turns == 2:  # noqa: PLR2004 - upside down
        return right - x, low + y
    if turns == 3:  # noqa: PLR2004 - a quarter to the left
        return right - y, high - x
    return left + x, high - y
