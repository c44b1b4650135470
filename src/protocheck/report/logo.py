"""Whether a picture can stand above a letter."""

from __future__ import annotations

from pathlib import Path


def fits(path: Path) -> bool:
    """Tell whether both writers of letters can use the file: each knows other kinds of pictures."""
    from docx.image.exceptions import UnrecognizedImageError  # noqa: PLC0415 - only for who has a logo
    from docx.image.image import Image as WordImage  # noqa: PLC0415 - the same
    from PIL import Image  # noqa: PLC0415 - the same

    try:
        with Image.open(path) as picture:
            picture.load()
        WordImage.from_file(str(path))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, UnrecognizedImageError):
        return False
    return True
