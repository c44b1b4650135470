"""What is kept from run to run, in the user's cache directory; a damaged or foreign file counts as none."""

from __future__ import annotations

import contextlib
import os
import sys
import zlib
from pathlib import Path


def directory() -> Path:
    """Return where things are kept; PROTOCHECK_CACHE_DIR moves it.

    Raises:
        FileNotFoundError: the user has no home.
    """
    chosen = os.environ.get("PROTOCHECK_CACHE_DIR")
    if chosen:
        return Path(chosen)
    try:
        found = _of_the_user()
    except RuntimeError as fault:
        raise FileNotFoundError(str(fault)) from fault
    if not found.is_absolute():  # what older versions make of '~' when there is no home
        raise FileNotFoundError(str(found))
    return found


def _of_the_user() -> Path:
    if sys.platform == "linux":  # what platformdirs says there; to import it takes 6 ms of each command
        return Path(os.environ.get("XDG_CACHE_HOME", "").strip() or "~/.cache").expanduser() / "protocheck"
    import platformdirs  # noqa: PLC0415 - see above

    return Path(platformdirs.user_cache_dir("protocheck", appauthor=False))


def read(name: str) -> bytes:
    """Return what was kept under a name.

    Raises:
        OSError: nothing was.
        ValueError: not a byte may have changed.
    """
    with (directory() / name).open("rb") as file:
        seal, body = file.readline(), file.read()
    if seal != _seal(body):
        raise ValueError("broken seal")
    return body


def write(name: str, body: bytes) -> None:
    """Keep it whole or not at all; a full disk or a read-only home is no error."""
    import tempfile  # noqa: PLC0415 - seldom needed

    with contextlib.suppress(OSError):
        path = directory() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((_seal(body), body))
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)


def _seal(body: bytes) -> bytes:
    """Return the line that tells whether the body is damaged; it guards against no one who means harm."""
    return b"%08x\n" % zlib.crc32(body)
