"""The tesseract program: whether it is here with Dutch, and one page put through it.

The picture goes in and the result comes out through pipes, so that no page of a document is left on disk.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from typing import Literal

from protocheck.ingest.limits import LIMITS

Lacking = Literal["tesseract", "nld"]

_LANGUAGE = "nld"
_LIST_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Engine:
    """A tesseract that reads Dutch."""

    command: str


@cache
def find_engine() -> Engine | Lacking:
    """Return tesseract, or what is lacking; looked up once in a process."""
    command = shutil.which("tesseract")
    if command is None:
        return "tesseract"
    try:
        listed = _run((command, "--list-langs"), b"", _LIST_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return "tesseract"
    # Old versions write the list on standard error; the first line names the folder.
    names = (listed.stdout + listed.stderr).decode("utf-8", errors="replace").split()
    return Engine(command) if _LANGUAGE in names else "nld"


def recognise(engine: Engine, picture: bytes, dpi: float) -> str | None:
    """Return what stands on a picture as hOCR; None when tesseract fails or takes too long.

    hOCR rather than TSV: both give boxes and confidence, only hOCR gives the foot and size of lines.
    """
    options = ("-l", _LANGUAGE, "--psm", "3", "--dpi", str(round(dpi)), "-c", "hocr_font_info=0", "hocr")
    try:
        done = _run((engine.command, "stdin", "stdout", *options), picture, LIMITS.ocr_seconds)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else None


def _run(command: tuple[str, ...], data: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    # Pages are spread over the cores: with threads of its own on top, tesseract spins and takes twenty times
    # as long.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(  # noqa: S603 - the program that `which` found, with arguments of our own
        command, input=data, capture_output=True, env=environment, timeout=seconds, check=False
    )
