"""The functions of pdfium themselves: the helpers that pypdfium2 puts around them cost a start too much."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def pdfium() -> Any:
    """Return the functions of pdfium, ready for use."""
    from pypdfium2_raw import bindings  # noqa: PLC0415 - heavy

    # Harmless when pypdfium2 itself did the same before, or does it later.
    bindings.FPDF_InitLibraryWithConfig(bindings.FPDF_LIBRARY_CONFIG(version=2))
    return bindings
