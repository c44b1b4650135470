r"""Where a document stands, as the store and the reports name it, and what stands there.

A place is a path as the user gave it, 'archief.zip!map/protocol.pdf' for what a zip file holds, or an
address. Names that are no text (old file systems) are written with `\x..`, so that every output can hold
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from protocheck.batch import zips
from protocheck.batch.remote import address
from protocheck.ingest.load import load
from protocheck.model.limits import Limits

INSIDE = "!"


def place_of(path: Path) -> str:
    """Return the place of a path, in characters that every output can hold."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def name_of(place: str) -> str:
    """Return the name of the document there, without folders."""
    if address.is_address(place):
        return address.name_of(place) or address.shown(place)
    return PurePosixPath(place.replace("\\", "/").rpartition(INSIDE)[2]).name or place


def file_of(place: str) -> Path | None:
    """Return the file that holds the document at a place: itself, or a zip file; None when it is gone."""
    return next((Path(path) for path, _ in _split(place) if _is_file(Path(path))), None)


class Shelf:
    """Fetches what stands at places; the zip file that it looked into last stays open for the next."""

    def __init__(self, home: str, limits: Limits) -> None:
        """Keep what to fetch by.

        Args:
            home: the folder that relative paths start from.
            limits: of one document.
        """
        self._home, self._limits = Path(home), limits
        self._open: tuple[object, zips.Archive] | None = None

    def contents(self, place: str, called: str = "") -> bytes:
        """Return what stands at a place, never more than the limit shows to be too much.

        Args:
            place: as `discover` named it.
            called: the name of the document in messages.

        Raises:
            DocumentError: there is nothing, or it cannot be opened.
        """
        called = called or name_of(place)
        for path, member in _split(place):
            found = self._home / path
            if _is_file(found):
                return self._archive(found).read(member) if member else load(found, called, self._limits)
        return load(self._home / place, called, self._limits)

    def _archive(self, path: Path) -> zips.Archive:
        about = path.stat()
        mark = (path, about.st_mtime_ns, about.st_size)
        if self._open is None or self._open[0] != mark:
            self.close()
            self._open = mark, zips.Archive(path, self._limits)
        return self._open[1]

    def close(self) -> None:
        """Close the zip file that is open, if any."""
        if self._open is not None:
            self._open[1].close()
            self._open = None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _split(place: str) -> Iterator[tuple[str, str]]:
    """Yield the paths that a place may mean, each with the member inside; '!' may stand in names too."""
    for text in dict.fromkeys((place, _spelled(place))):
        yield text, ""
        at = text.find(INSIDE)
        while at > 0:
            yield text[:at], text[at + 1 :]
            at = text.find(INSIDE, at + 1)


def _spelled(place: str) -> str:
    r"""Return the place with `\x..` as the byte that it stands for."""
    parts = place.split("\\x")
    spelled = parts[0].encode("utf-8", "surrogateescape")
    for part in parts[1:]:
        code = part[:2]
        try:
            spelled += bytes.fromhex(code) if len(code) == 2 else b"\\x" + code.encode()  # noqa: PLR2004 - two digits
        except ValueError:
            spelled += b"\\x" + code.encode("utf-8", "surrogateescape")
        spelled += part[2:].encode("utf-8", "surrogateescape")
    return spelled.decode("utf-8", "surrogateescape")
