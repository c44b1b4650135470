"""Zip files, looked into without unpacking them: what they hold, within bounds, one member at a time.

Nothing is ever written to disk, so that a member called '../../x' is a name like any other. What a zip file
claims of itself is weighed before it is believed: a few kilobytes can claim to hold the whole machine.
"""

from __future__ import annotations

import contextlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from protocheck.errors import DocumentError
from protocheck.model.limits import MEGABYTE, Limits
from protocheck.record import record

MEMBERS = 100_000  # in one zip file
_DIRECTORY_BYTES = 32 * MEGABYTE  # of what lists them
_FREE, _RATIO = 64 * MEGABYTE, 100  # unpacked, beyond which no archive of documents is packed more tightly
_MEMBER_FREE, _MEMBER_RATIO = 4 * MEGABYTE, 250  # the same of one member
_ENCRYPTED = 0x1
_TAIL = 66_000  # bytes: the end of a zip file stands within these
_END, _END_SIZE, _END_COUNTS = b"PK\x05\x06", 22, 10
_FAR, _FAR_SIZE, _FAR_OFFSET = b"PK\x06\x07", 20, 8
_FAR_END_SIZE, _FAR_COUNTS = 56, 32
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_UNPACK = "Pak het zip-bestand zelf uit en geef de map op."


@record
class Member:
    """A file inside a zip file; `refused` says why it is not opened, `hint` what to do."""

    name: str
    size: int
    refused: str = ""
    hint: str = ""


class Archive:
    """A zip file that was found fit to look into."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Open it and weigh what it claims.

        Raises:
            DocumentError: it is damaged, or claims to hold far more than an archive of documents does.
        """
        self._limits = limits
        with _told():
            with path.open("rb") as file:
                size = _refuse_vast_directory(file)
            self._zip = zipfile.ZipFile(path)
        try:
            self.members = tuple(self._weighed(size))
        except DocumentError:
            self._zip.close()
            raise

    def _weighed(self, size: int) -> Iterator[Member]:
        """Yield the files by name, each name once: of two with one name every program unpacks the last."""
        infos = {each.filename: each for each in self._zip.infolist() if not each.is_dir()}
        total = sum(each.file_size for each in infos.values())
        if total > max(_FREE, _RATIO * size):
            raise _too_much(f"uitgepakt zou het {total / MEGABYTE:.0f} MB groot zijn")
        for name in sorted(infos):
            refused, hint = _refused(infos[name], self._limits)
            yield Member(name, infos[name].file_size, refused, hint)

    def read(self, name: str) -> bytes:
        """Return what a member holds, never more than it claims.

        Raises:
            DocumentError: there is no such member, it is damaged, or it is refused.
        """
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            raise DocumentError("Het document staat niet meer in het zip-bestand.") from None
        refused, hint = _refused(info, self._limits)
        if refused:
            raise DocumentError(refused, hint=hint)
        with _told(), self._zip.open(info) as file:
            return file.read(info.file_size)

    def close(self) -> None:
        """Close the file."""
        self._zip.close()


def _refused(info: zipfile.ZipInfo, limits: Limits) -> tuple[str, str]:
    if info.flag_bits & _ENCRYPTED:
        said = "Het document staat versleuteld in een zip-bestand."
        return said, "Pak het zip-bestand met zijn wachtwoord uit en geef de map op."
    if info.file_size > limits.file_bytes:
        said = f"Het document is te groot: meer dan {limits.file_bytes // MEGABYTE} MB."
        return said, "Verklein het of geef alleen het protocol op."
    if info.file_size > max(_MEMBER_FREE, _MEMBER_RATIO * info.compress_size):
        return "Het document zit ongewoon dicht ingepakt in een zip-bestand en wordt niet geopend.", _UNPACK
    return "", ""


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Tell whatever a damaged file makes the library trip over as one refusal."""
    try:
        yield
    except _DAMAGE as fault:
        raise _damaged() from fault


def count(path: Path) -> int:
    """Return how many files a zip file says it holds; 1 for what is none."""
    try:
        with path.open("rb") as file:
            return min(_counts(file, file.seek(0, 2))[0], MEMBERS)
    except (DocumentError, OSError):
        return 1


def _refuse_vast_directory(file: BinaryIO) -> int:
    """Look at how long the list of members is before it is read into memory; return the size of the file."""
    size = file.seek(0, 2)
    entries, length = _counts(file, size)
    if entries > MEMBERS or length > _DIRECTORY_BYTES:
        raise _too_much(f"het zegt {entries} bestanden te bevatten")
    return size


def _counts(file: BinaryIO, size: int) -> tuple[int, int]:
    """Return how many files a zip file says it holds, and how long the list of them is."""
    file.seek(max(size - _TAIL, 0))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        raise _damaged()
    entries, length = struct.unpack_from("<HI", tail, at + _END_COUNTS)
    far = tail[max(at - _FAR_SIZE, 0) : at]
    if far.startswith(_FAR):  # a large archive keeps its counts elsewhere
        file.seek(min(struct.unpack_from("<Q", far, _FAR_OFFSET)[0], size))
        end = file.read(_FAR_END_SIZE)
        if len(end) < _FAR_END_SIZE:
            raise _damaged()
        entries, length = struct.unpack_from("<QQ", end, _FAR_COUNTS)
    return entries, length


def _damaged() -> DocumentError:
    return DocumentError(
        "Het zip-bestand is beschadigd of onvolledig.",
        hint="Vraag of download het opnieuw, of pak het zelf uit.",
    )


def _too_much(why: str) -> DocumentError:
    return DocumentError(f"Het zip-bestand wordt niet geopend: {why}.", hint=_UNPACK)
