"""Where a result goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from protocheck.errors import UsageError
from protocheck.language import translate as _


def emit(text: str, target: Path | None = None) -> None:
    """Write the text to the file, or to standard output when there is none.

    Raises:
        UsageError: the file cannot be written.
    """
    if target is None or str(target) == "-":
        _print(text)
        return
    try:
        _write(text.encode("utf-8"), target)
    except OSError as error:
        raise UsageError(
            _("{file} cannot be written: {reason}.").format(file=target, reason=error.strerror or error),
            hint=_("Name another file with -o, in a folder where you may write."),
        ) from error


def _print(text: str) -> None:
    """Print; a sign that the screen's character set does not know becomes a question mark."""
    stream = sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # who read it has left: no fault


def _write(data: bytes, target: Path) -> None:
    path = target.resolve()
    if path.exists() and not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
        path.write_bytes(data)  # a device or a pipe holds nothing that could be half written
        return
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21))
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def refuse_overwriting(target: Path | None, inputs: Iterable[Path]) -> None:
    """Refuse to write the result over a document that it is about.

    Raises:
        UsageError: the output file is one of the inputs.
    """
    if target is None or not target.exists():
        return
    if any(each.exists() and target.samefile(each) for each in inputs):
        raise UsageError(
            _("{file} is the document itself; the result would overwrite it.").format(file=target),
            hint=_("Name another file with -o."),
        )


def width() -> int:
    """Return how many columns the terminal has; 80 when the output is no terminal."""
    if not sys.stdout.isatty():
        return 80
    return min(os.get_terminal_size(sys.stdout.fileno()).columns or 80, 120)


def in_colour() -> bool:
    """Tell whether to print in colour: only on a terminal, and not when the user asks for none."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain
