"""`protocheck lint --watch`: look again whenever a file is saved, until the user stops it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from protocheck.cli import inputs, output
from protocheck.errors import ProtocheckError, UsageError
from protocheck.language import translate as _

INTERVAL = 0.25  # seconds between two looks; a file must be the same in two of them
Stamp = tuple[int, int, int]


def watch(paths: Sequence[Path], once: Callable[[], object]) -> None:
    """Do it once now and again after each change; only an interrupt ends it.

    A file is looked at again when it has stayed the same for a moment: an editor may write it in steps, or
    put a new file in its place. What is wrong with a document or a file of waivers is told, and waited for.

    Raises:
        UsageError: standard input cannot be watched.
    """
    if inputs.STDIN in paths:
        raise UsageError(_("Standard input cannot be watched."), hint=_("Name a file instead of '-'."))
    done = _stamps(paths)
    _round(once)
    while True:
        _announce(paths)
        done = _changed(paths, done)
        _clear()
        _round(once)


def _changed(paths: Sequence[Path], done: Sequence[Stamp | None]) -> Sequence[Stamp | None]:
    """Wait until the files differ from when they were done, and stay so; return what they are then."""
    before = done
    while True:
        time.sleep(INTERVAL)
        now = _stamps(paths)
        if now == before and now != done and None not in now:
            return now
        before = now


def _stamps(paths: Sequence[Path]) -> Sequence[Stamp | None]:
    """Return what changes when a file is saved; None for one that is not there right now."""
    return [_stamp(path) for path in paths]


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _round(once: Callable[[], object]) -> None:
    try:
        once()
    except UsageError:
        raise
    except ProtocheckError as error:  # it may be mended, and is looked at again then
        output.tell(error.message, error.hint)


def _announce(paths: Sequence[Path]) -> None:
    names = ", ".join(path.name for path in paths)
    output.tell(_("Waiting until {names} is saved; Ctrl-C stops.").format(names=names))


def _clear() -> None:
    """Begin with an empty screen where there is one that can be emptied."""
    if output.in_colour():
        click.clear()
