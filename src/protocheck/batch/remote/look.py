"""Which documents there are at an address: the one it names, those of a pattern, or those in a folder."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from protocheck.batch.remote.address import is_web, name_of
from protocheck.batch.remote.fetch import LARDER, fetched, system, why
from protocheck.errors import DocumentError
from protocheck.model.limits import Limits
from protocheck.record import record

MOST = 1_000_000  # files under one address
_DEEP = 12  # folders below it; pages on the web may link to one another for ever
_STAR = "*"
# What stands in folders and no protocol is; not fetched to find that out.
_OTHERS = frozenset(
    "avi bmp css csv exe gif gz ico iso jpeg jpg js json mov mp3 mp4 png pptx svg tar webp woff woff2 xlsx "
    "xml".split()
)


@record
class Seen:
    """A file at an address.

    Attributes:
        address: where.
        data: what it holds; empty when `fault` says why nobody knows, or `passed` as what it is passed over.
        asked: whether the user named this very file.
    """

    address: str
    data: bytes = b""
    fault: DocumentError | None = None
    passed: str = ""
    asked: bool = False


def look(address: str, called: str, limits: Limits, since: float = 0.0) -> Iterator[Seen]:
    """Yield every file, by name, and fetch it; what cannot be listed or fetched is one with its fault.

    Args:
        address: as the user gave it.
        called: the name of a document in messages.
        limits: of one document.
        since: only files changed since then, in seconds since 1970, where the service tells that.
    """
    try:
        fs, found = _files(address)
        for path, about in found:
            place = address if path is None else _full(fs, path)
            yield _seen(place, called, limits, since, about)
    except Exception as fault:  # noqa: BLE001 - every service has errors of its own
        yield Seen(address, fault=why(fault, called), asked=True)


def _files(address: str) -> tuple[Any, Iterator[tuple[str | None, dict[str, Any]]]]:
    """Return the paths with what is told of them; None for the address itself."""
    fs, path = system(address)
    if _STAR in address:
        return fs, _sorted(fs.glob(path, detail=True))
    if address.endswith("/") or (not is_web(address) and fs.isdir(path)):
        return fs, _sorted(fs.find(path, maxdepth=_DEEP, detail=True))
    return fs, iter([(None, {})])


def _sorted(found: dict[str, dict[str, Any]]) -> Iterator[tuple[str | None, dict[str, Any]]]:
    files = sorted((path, about) for path, about in found.items() if about.get("type") != "directory")
    return itertools.islice(((path, about) for path, about in files), MOST)


def _full(fs: Any, path: str) -> str:
    return path if "://" in path else str(fs.unstrip_protocol(path))


def _seen(address: str, called: str, limits: Limits, since: float, about: dict[str, Any]) -> Seen:
    asked = not about
    name = name_of(address)
    if not asked:
        if not name or name.startswith((".", "~$")):
            return Seen(address, passed="verborgen bestanden")
        suffix = PurePosixPath(name).suffix.lower()
        if suffix.removeprefix(".") in _OTHERS:
            return Seen(address, passed=f"andere bestanden ({suffix})")
        if since and _changed(about) < since:
            return Seen(address, passed="ouder")
    try:
        data = fetched(address, called, limits)
    except DocumentError as fault:
        return Seen(address, fault=fault, asked=asked)
    LARDER.put(address, data)
    return Seen(address, data, asked=asked)


def _changed(about: dict[str, Any]) -> float:
    """Return when a file changed last; as if just now where the service does not tell."""
    for name in ("LastModified", "mtime", "updated", "last_modified", "created"):
        told: Any = about.get(name)
        if isinstance(told, int | float):
            return float(told)
        if hasattr(told, "timestamp"):
            return float(told.timestamp())
    return float("inf")
