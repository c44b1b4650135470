"""The tesseract program: whether it is here with Dutch, and one page put through it.

The picture goes in through memory and the result comes out through a pipe, so that no page of a document is
left on disk.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from typing import Literal

from protocheck.ingest.limits import LIMITS
from protocheck.record import record

Lacking = Literal["tesseract", "nld"]

_LANGUAGE = "nld"
_LIST_SECONDS = 20.0
_OPEN_FILES = "/proc/self/fd"  # where Linux shows a process its open files by number


@record
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
        done = _put_through(engine.command, options, picture)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else None


def _put_through(
    command: str, options: tuple[str, ...], picture: bytes
) -> subprocess.CompletedProcess[bytes]:
    """Run tesseract on a picture in a file that is only in memory: from a pipe it reads byte by byte."""
    if not hasattr(os, "memfd_create") or not os.path.isdir(_OPEN_FILES):  # noqa: PTH112 - a plain question
        return _run((command, "stdin", "stdout", *options), picture, LIMITS.ocr_seconds)
    with os.fdopen(os.memfd_create("page"), "wb") as file:
        file.write(picture)
        file.flush()
        number = file.fileno()
        read = (command, f"{_OPEN_FILES}/{number}", "stdout", *options)
        return _run(read, b"", LIMITS.ocr_seconds, (number,))


def _run(
    command: tuple[str, ...], data: bytes, seconds: float, files: tuple[int, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    # Pages are spread over the cores: with threads of its own on top, tesseract spins and takes twenty times
    # as long.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(  # noqa: S603 - the program that `which` found, with arguments of our own
        command,
        input=data,
        capture_output=True,
        env=environment,
        timeout=seconds,
        check=False,
        pass_fds=files,
    )
