"""One audit at a time writes in a store: a lock that ends with the process, however that ends.

The lock lies on a file of its own beside the store: SQLite's own would keep readers out, and are lost as soon
as the process closes any other handle of the same file. Who held it removes it; one that a killed process
left behind locks nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from protocheck.batch.store import refusals

SUFFIX = ".lock"
_PROCESS_BYTES = 20
# A record lock belongs to the process: within it, only we can tell that a store is open already.
_held: set[Path] = set()


class Lock:
    """The right to write in a store."""

    def __init__(self, store: Path) -> None:
        """Take the lock.

        Raises:
            UsageError: another audit holds it, or there can be no file beside the store.
        """
        self._store = store.resolve()
        self._path = self._store.with_name(self._store.name + SUFFIX)
        if self._store in _held:
            raise refusals.running(store, str(os.getpid()))
        try:
            self._file = self._taken()
        except BlockingIOError:
            raise refusals.running(store, _written(self._path)) from None
        except OSError as fault:
            raise refusals.read_only(store) from fault
        _held.add(self._store)

    def _taken(self) -> int:
        while True:
            # Never through a link that somebody laid there: what it points at would be emptied.
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
            try:
                _lock(file)
                if _is_at(file, self._path):
                    os.ftruncate(file, 0)
                    os.write(file, str(os.getpid()).encode())
                    return file
            except OSError:
                os.close(file)
                raise
            os.close(file)  # its holder removed it between our opening and locking it: take the next one

    def release(self) -> None:
        """Give the lock up and remove its file."""
        if self._store not in _held:
            return
        _held.discard(self._store)
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._file)
        with suppress(OSError):
            self._path.unlink()
        if sys.platform != "win32":
            os.close(self._file)


def _lock(file: int) -> None:
    """Lock the file, or raise BlockingIOError at once."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        try:
            os.lseek(file, _PROCESS_BYTES, os.SEEK_SET)  # beyond the number, which others may read
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        except OSError as fault:
            raise BlockingIOError from fault
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except PermissionError as fault:  # POSIX lets a system say it either way
        raise BlockingIOError from fault


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _written(path: Path) -> str:
    """Return the number of the process that holds the lock, when it can be read."""
    with suppress(OSError, ValueError):
        return str(int(path.read_bytes()[:_PROCESS_BYTES]))
    return ""
