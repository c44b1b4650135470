"""Make the pictures of the dashboard in docs/beelden anew, over the corpus without what is held back.

    python -m scripts.make_audit_pictures

Needs Chromium. The bytes hang on its version, so no test compares them.
"""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from protocheck.batch import kinship
from protocheck.batch.dashboard.build import build
from protocheck.batch.overview import Overview
from protocheck.batch.store import Reader
from protocheck.language import speak
from protocheck.rulebook import load
from tests import browser
from tests.audited import Paper, fill

ROOT = Path(__file__).parents[1]
CORPUS, PICTURES = ROOT / "corpus", ROOT / "docs" / "beelden"
TODAY = dt.date(2026, 11, 22)  # fixed, for the days that are due
SHOTS = {
    "audit-overzicht.png": ("index.html", ()),
    "audit-warmtekaart.png": ("documenten.html", ()),
    "audit-donker.png": ("jaren.html", ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")),
}


def papers() -> Iterator[Paper]:
    """Yield the protocols and the other papers, under the names of their folders."""
    held_back = set((CORPUS / "heldback.txt").read_text("utf-8").split())
    for path in sorted([*CORPUS.glob("*/protocol.*"), *CORPUS.glob("other/*/document.*")]):
        if path.parent.name not in held_back:
            yield f"archief/{path.parent.name}{path.suffix}", path.read_bytes()


def main() -> None:
    """Judge, build and take the pictures."""
    speak()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Reader(fill(folder / "audit.sqlite", papers())) as reader:
            view = kinship.of_store(reader.connection, load(), today=TODAY, months=12)
            build(Overview(reader), folder / "site", view)
        for picture, (page, look) in SHOTS.items():
            with browser.opened(folder / "site" / page, "--window-size=1400,1150", *look) as driver:
                shot = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
            shot.quantize(64).save(PICTURES / picture, optimize=True)


if __name__ == "__main__":
    main()
