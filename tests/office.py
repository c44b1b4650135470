"""LibreOffice, where it is installed: other programs write other files than we do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

PROGRAM = shutil.which("soffice")
_SECONDS = 240


@cache
def available() -> bool:
    """Tell whether LibreOffice can convert: its starter alone may be left of it."""
    return PROGRAM is not None and any(
        (Path(PROGRAM).resolve().parent / name).exists() for name in ("oosplash", "soffice.bin")
    )


def convert(paths: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    """Return the files as LibreOffice writes them in another format, in `folder`."""
    profile = folder / "profile"
    subprocess.run(  # noqa: S603 - a program of the system on files of our own
        [
            str(PROGRAM), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", suffix,
            "--outdir", str(folder), *map(str, paths),
        ],
        check=True, capture_output=True, timeout=_SECONDS,
    )  # fmt: skip
    made = [folder / f"{path.stem}.{suffix.partition(':')[0]}" for path in paths]
    assert all(path.exists() for path in made), "LibreOffice wrote nothing"
    return made
