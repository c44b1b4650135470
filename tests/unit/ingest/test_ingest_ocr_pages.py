from __future__ import annotations

import threading
import time

import pytest

from protocheck.ingest import ocr
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.ocr_engine import Engine


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_pages_are_recognised_at_once_than_the_limits_say(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    busy: list[int] = []
    highest = 0
    lock = threading.Lock()

    def recognised(*_: object) -> None:
        nonlocal highest
        with lock:
            busy.append(1)
            highest = max(highest, len(busy))
        time.sleep(0.02)
        with lock:
            busy.pop()

    monkeypatch.setattr(ocr, "_recognised", recognised)
    monkeypatch.setattr(ocr, "_cores", lambda: 8)
    before = LIMITS.ocr_pages
    object.__setattr__(LIMITS, "ocr_pages", most)
    try:
        assert list(ocr.recognise_pictures(Engine("tesseract"), [None] * 6)) == [None] * 6
    finally:
        object.__setattr__(LIMITS, "ocr_pages", before)
    assert highest == most
