"""Papers as a scanner or a bad converter leaves them: images, noise layers, wrong maps of characters."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import ttfonts
from reportlab.pdfgen.canvas import Canvas

from tests.documents import make_pdf

_LETTERS = "qxzjkvwtrlhgbfdpcmn"


@dataclass(frozen=True)
class Scanner:
    """How a page is scanned; the same seed gives the same noise.

    Attributes:
        dpi: pixels in an inch.
        skew: degrees by which a page lies askew at most.
        noise: whether the glass is dirty: blur, grey paper, grain and specks.
        turn: quarters by which every page is turned, against the clock.
        seed: of all that is random.
    """

    dpi: int = 200
    skew: float = 1.5
    noise: bool = True
    turn: int = 0
    seed: int = 11


def scanned(pdf: Path, scanner: Scanner) -> list[Image.Image]:
    """Return the pages of a PDF as a scanner gives them."""
    import pypdfium2  # noqa: PLC0415 - heavy

    rng = random.Random(scanner.seed)  # noqa: S311 - noise, no secret
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil()
            askew = rng.uniform(-scanner.skew, scanner.skew)
            image = image.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)
            image = _soiled(image, scanner.dpi, rng) if scanner.noise else image
            pages.append(image.rotate(90 * scanner.turn, expand=True))
    return pages


def _soiled(image: Image.Image, dpi: int, rng: random.Random) -> Image.Image:
    image = image.filter(ImageFilter.GaussianBlur(0.4 * dpi / 200))
    image = image.point([int(40 + shade * 0.82) for shade in range(256)])
    grain = Image.frombytes("L", image.size, rng.randbytes(image.width * image.height))
    grain = grain.point([(shade - 128) // 6 + 128 for shade in range(256)])
    image = ImageChops.add(image, grain, 1, -128)
    for _ in range(image.width * image.height // 1_250):
        image.putpixel((rng.randrange(image.width), rng.randrange(image.height)), rng.choice((20, 255)))
    return image


def make_scan(text: str, path: Path, scanner: Scanner | None = None) -> Path:
    """Write `text` as a PDF of images."""
    chosen = scanner or Scanner()
    images = scanned(make_pdf(text, path), chosen)
    return pictured(images, path, chosen.dpi)


def pictured(images: list[Image.Image], path: Path, dpi: int, layers: list[list[str]] | None = None) -> Path:
    """Write images as the pages of a PDF, with lines of unseen text over them when given."""
    canvas = Canvas(str(path), invariant=1)
    for number, image in enumerate(images):
        width, height = (side * 72 / dpi for side in image.size)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(io.BytesIO(jpeg(image))), 0, 0, width, height)
        pen = canvas.beginText(60, height - 60)
        pen.setFont("Helvetica", 9)
        pen.setTextRenderMode(3)
        for line in layers[number] if layers else []:
            pen.textLine(line)
        canvas.drawText(pen)
        canvas.showPage()
    canvas.save()
    return path


def jpeg(image: Image.Image) -> bytes:
    """Return an image as the file that goes into the PDF."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=85)
    return stream.getvalue()


def make_garbage_layer(text: str, path: Path, scanner: Scanner | None = None) -> Path:
    """Write `text` as a scan with a text layer that is noise."""
    chosen = scanner or Scanner()
    images = scanned(make_pdf(text, path), chosen)
    rng = random.Random(chosen.seed)  # noqa: S311 - noise, no secret
    layers = [[_noise_line(rng) for _ in range(40)] for _ in images]
    return pictured(images, path, chosen.dpi, layers)


def _noise_line(rng: random.Random) -> str:
    return " ".join("".join(rng.choices(_LETTERS, k=rng.randrange(3, 11))) for _ in range(9))


def make_wrong_map(text: str, path: Path) -> Path:
    """Write `text` as a PDF that looks right and of which every letter is said to be another."""
    right = ttfonts.makeToUnicodeCMap

    def wrong(name: str, subset: list[int]) -> object:
        return right(name, [code + 29 if code > 0x20 else code for code in subset])

    with patch.object(ttfonts, "makeToUnicodeCMap", wrong):
        return make_pdf(text, path)


def make_outlines(text: str, path: Path, dpi: int = 200) -> Path:
    """Write `text` as a PDF in which every letter is drawn: many small shapes, no characters."""
    images = scanned(make_pdf(text, path), Scanner(dpi, skew=0, noise=False))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for image in images:
        canvas.scale(72 / dpi, 72 / dpi)
        wide, pixels = image.width, image.point([255 if shade < 140 else 0 for shade in range(256)]).tobytes()
        for y in range(image.height):
            row, x = pixels[y * wide : (y + 1) * wide], 0
            while (x := row.find(255, x)) >= 0:
                end = row.find(0, x)
                end = end if end >= 0 else wide
                canvas.rect(x, image.height - y - 1, end - x, 1, stroke=0, fill=1)
                x = end
        canvas.showPage()
    canvas.save()
    return path
