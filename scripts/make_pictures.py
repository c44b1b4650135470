"""Make the pictures in docs/beelden anew: the web page and the Word letter of the sample advice.

    python -m scripts.make_pictures

Needs Chromium and LibreOffice Writer. The bytes hang on their versions, so no test compares them.
"""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from protocheck import examine
from protocheck.ingest.guarded import read
from protocheck.language import speak
from protocheck.model.letterhead import Letterhead
from protocheck.model.options import ReadOptions
from protocheck.papers import papers
from protocheck.report.as_docx import render as as_docx
from protocheck.report.as_html import render as as_html
from protocheck.report.letter import letter
from tests import browser, office

ROOT = Path(__file__).parents[1]
SAMPLE, PICTURES = ROOT / "corpus" / "voorbeeld.pdf", ROOT / "docs" / "beelden"
HEAD = Letterhead(
    service="Dienst informatieveiligheid",
    organisation="Stad Hazegem",
    address=("Markt 1", "9999 Hazegem"),
    author="An Voorbeeld",
    function="functionaris voor gegevensbescherming",
    place="Hazegem",
    reference="2026/12",
    date=dt.date(2026, 3, 9),
)
SHOWN = (0, 4)  # pages of the letter


def main() -> None:
    """Write both pictures."""
    speak()
    source = read(SAMPLE)
    report = examine(source)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "advies.html"
        page.write_text(as_html(report, papers([source], [SAMPLE], ReadOptions()), HEAD), "utf-8")
        with browser.opened(page) as driver:
            driver.execute_script("location.hash = 'm-EGOV-07-0'")
            shot = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
        shot.quantize(64).save(PICTURES / "advies-webpagina.png", optimize=True)
        brief = folder / "advies.docx"
        brief.write_bytes(as_docx(letter(report, HEAD)))
        (printed,) = office.convert([brief], "pdf", folder)
        _side_by_side(printed).quantize(16).save(PICTURES / "advies-word.png", optimize=True)


def _side_by_side(path: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    pages = [document[number].render(scale=1.1).to_pil().convert("L") for number in SHOWN]
    width = sum(page.width for page in pages) + 10
    whole = Image.new("L", (width, max(page.height for page in pages)), 200)
    at = 0
    for page in pages:
        whole.paste(page, (at, 0))
        at += page.width + 10
    return whole


if __name__ == "__main__":
    main()
