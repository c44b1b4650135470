"""What is kept from run to run, in the user's cache directory; a damaged or foreign file counts as none."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

_LINE_END = b"\n"


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
    seal, _, body = (directory() / name).read_bytes().partition(_LINE_END)
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
                file.writelines((_seal(body), _LINE_END, body))
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)


def _seal(body: bytes) -> bytes:
    """Return what tells that not a byte of the body changed."""
    return hashlib.sha256(body).hexdigest().encode("ascii")
