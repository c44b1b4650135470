"""A paper that is scanned, or whose text layer is useless, gets the judgement of its text."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from protocheck.ingest.ocr_engine import Engine, find_engine
from tests.e2e.program import advise, protocheck
from tests.scans import make_garbage_layer, make_scan, make_wrong_map

CORPUS = Path(__file__).parents[2] / "corpus"
PAPERS = {
    "volkstuinen-groenendries": make_scan,
    "sportpas-hazegem": make_scan,  # a table over two pages, footnotes
    "crisishulp-esdoornveld": make_garbage_layer,
    "fiscale-gegevens-kreekdorp": make_wrong_map,
}
needs_tesseract = pytest.mark.skipif(
    not isinstance(find_engine(), Engine), reason="needs tesseract with Dutch (nld)"
)


def paper(name: str) -> Path:
    (path,) = (CORPUS / name).glob("protocol.*")
    return path


@needs_tesseract
@pytest.mark.parametrize(("name", "make"), PAPERS.items())
def test_the_twelve_statuses_of_a_scan_are_those_of_the_text(
    tmp_path: Path, name: str, make: Callable[[str, Path], Path]
) -> None:
    text = paper(name)
    scan = make(text.read_text("utf-8"), tmp_path / "scan.pdf")
    judged = advise(scan)
    assert judged.statuses == advise(text).statuses
    assert len(judged.statuses) == 12
    assert judged.document["method"] == "ocr"


@needs_tesseract
def test_an_image_is_advised_on_and_the_reading_is_told(tmp_path: Path) -> None:
    from tests.documents import make_pdf  # noqa: PLC0415 - heavy
    from tests.scans import Scanner, scanned  # noqa: PLC0415 - heavy

    text = paper("volkstuinen-groenendries").read_text("utf-8")
    first, *others = scanned(make_pdf(text, tmp_path / "a.pdf"), Scanner(150, noise=False))
    path = tmp_path / "scan.tif"
    first.save(path, save_all=True, append_images=others, dpi=(150, 150), compression="tiff_lzw")
    ended = protocheck("advise", path, "--format", "json")
    assert ended.code == 0
    assert "tekenherkenning (OCR)" in json.dumps(json.loads(ended.out), ensure_ascii=False)


def test_without_tesseract_a_scan_is_refused_and_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = make_scan("Artikel 1: Onderwerp\n\nDe gemeente deelt gegevens mee.\n", tmp_path / "scan.pdf")
    monkeypatch.setenv("PATH", os.devnull)
    for choice in ("auto", "always"):
        ended = protocheck("advise", scan, "--ocr", choice)
        said = " ".join(ended.err.split())
        assert ended.code == 3
        assert "tesseract is niet geïnstalleerd" in said
        assert "apt install tesseract-ocr tesseract-ocr-nld" in said
        assert "Traceback" not in said
