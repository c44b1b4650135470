"""Which documents there are in folders, lists and zip files, one after the other, always in the same order.

Nothing is gathered first: whoever asks for the next document gets it, and memory stays as it is however many
there are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocheck.batch import refusals, zips
from protocheck.batch.kinds import passed_over
from protocheck.batch.lists import expanded
from protocheck.batch.places import INSIDE, name_of, place_of
from protocheck.errors import BrokenOffError, DocumentError
from protocheck.ingest.refusals import forbidden, missing, too_big, unopened
from protocheck.ingest.sniff import sniff
from protocheck.model.audit import Item, Judgement, State
from protocheck.model.limits import Limits
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.batch.remote.look import Seen

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"})
_OF_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})  # what makes a zip file a document
_HEAD = 64 * 1024
HIDDEN = "verborgen bestanden"
TWICE = "mappen waar al gezocht was"
OWN = "eigen uitvoer"
OLD = "niet gewijzigd sinds de opgegeven dag"


@record
class Found:
    """A document; `refused` is what is made of it already, where it cannot even be opened."""

    item: Item
    refused: Judgement | None = None


@record
class Skipped:
    """What was passed over, and as what."""

    place: str
    kind: str


@record
class Search:
    """Where to look, and what to leave out.

    Attributes:
        paths: folders, files, zip files, patterns, lists ('@list').
        limits: of one document.
        apart: files and folders that are never looked into, resolved: what the audit writes itself.
        since: only files changed since then, in seconds since 1970.
    """

    paths: Sequence[str]
    limits: Limits = Limits()
    apart: frozenset[Path] = frozenset()
    since: float = 0.0


def discover(search: Search) -> Iterator[Found | Skipped]:
    """Yield every document, and what was passed over.

    A file that was named itself is always a document; one that stands in a folder or a zip file is when its
    content is of a kind that could hold a protocol.
    """
    walk = _Walk(search)
    for path in search.paths:
        yield from walk.named(path)


def files(search: Search) -> int:
    """Count the files that `discover` will look at, without opening any but lists and zip files."""
    walk = _Walk(search)
    return sum(walk.weight(path) for path in search.paths)


class _Walk:
    """One walk along all paths; a folder that several ways lead to is entered once."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._entered: set[tuple[int, int]] = set()

    def named(self, text: str) -> Iterator[Found | Skipped]:
        """Yield what a path names: as the user wrote it."""
        for path in expanded(text):
            if isinstance(path, str):
                yield from self._remote(path)
            elif path.is_dir():
                yield from self._folder(path)
            else:
                yield from self._file(path, asked=True)

    def _remote(self, address: str) -> Iterator[Found | Skipped]:
        """Yield what stands at an address."""
        from protocheck.batch.remote.look import look  # noqa: PLC0415 - heavy, and seldom needed

        for seen in look(address, refusals.unnamed(address), self._search.limits, self._search.since):
            yield _fetched(seen, self._search.limits)

    def _folder(self, folder: Path) -> Iterator[Found | Skipped]:
        """Yield what stands in a folder and below, files and folders by name."""
        if not self._enters(folder):
            yield Skipped(place_of(folder), TWICE)
            return
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 - no objects are needed
        except OSError as fault:
            yield _closed(folder, fault)
            return
        for name in names:
            path = folder / name
            if name.startswith((".", "~$")) or name.lower() in _JUNK:
                yield Skipped(place_of(path), HIDDEN)
            elif self._search.apart and path.resolve() in self._search.apart:
                yield Skipped(place_of(path), OWN)
            elif path.is_dir():
                yield from self._folder(path)
            else:
                yield from self._file(path, asked=False)

    def _enters(self, folder: Path) -> bool:
        """Tell whether a folder was not entered before; a link may lead back up."""
        try:
            about = folder.stat()
        except OSError:
            return True  # what stands in it cannot be listed either, and that is told
        mark = (about.st_dev, about.st_ino)
        fresh = mark not in self._entered or not about.st_ino
        self._entered.add(mark)
        return fresh

    def _file(self, path: Path, *, asked: bool) -> Iterator[Found | Skipped]:
        place = place_of(path)
        try:
            about = path.stat()
            if about.st_mtime < self._search.since:
                yield Skipped(place, OLD)
                return
            if not path.is_file():  # a pipe or a device would never end
                yield Skipped(place, "andere bestanden")
                return
            with path.open("rb") as file:
                head = file.read(_HEAD)
                large = about.st_size > self._search.limits.file_bytes
                data = head if large else head + file.read(self._search.limits.file_bytes)
        except OSError as fault:
            yield _closed(path, fault)
            return
        kind = sniff(data, path.name)
        if head.startswith(_ZIP) and (kind == "zip" or large):
            yield from self._zip(path, data, about.st_size)
        elif not asked and (kind_of_others := passed_over(kind, data, path.name)):
            yield Skipped(place, kind_of_others)
        else:
            yield self._whole(path, data, about.st_size)

    def _whole(self, path: Path, data: bytes, size: int) -> Found:
        """Return a file as a document; one that is too large is refused here, and only its digest taken."""
        place, most = place_of(path), self._search.limits.file_bytes
        if size <= most:
            return Found(Item(place, hashlib.sha256(data).hexdigest(), len(data)))
        called = refusals.unnamed(path.name)
        return _refused(place, path, size, too_big(called, size, most), called)

    def _zip(self, path: Path, data: bytes, size: int) -> Iterator[Found | Skipped]:
        """Yield what a zip file holds, by name."""
        try:
            archive = zips.Archive(path, self._search.limits)
        except DocumentError as fault:
            yield _refused(place_of(path), path, size, fault, "")
            return
        try:
            if any(each.name in _OF_OFFICE for each in archive.members):
                yield self._whole(path, data, size)
                return
            for member in archive.members:
                yield _member(archive, member, f"{place_of(path)}{INSIDE}{member.name}")
        finally:
            archive.close()

    def weight(self, text: str) -> int:
        """Count the files that a path names."""
        return sum(map(self._weight, expanded(text)))

    def _weight(self, path: Path | str) -> int:
        if isinstance(path, str):
            return 1  # nobody asks a server twice
        if not path.is_dir():
            return zips.count(path) if path.suffix.lower() == ".zip" else 1
        total = 0
        for folder, folders, names in os.walk(path, followlinks=True):
            if not self._enters(Path(folder)):
                folders.clear()
                continue
            archives = [name for name in names if name.lower().endswith(".zip")]
            total += len(names) - len(archives) + sum(zips.count(Path(folder, name)) for name in archives)
            folders[:] = [each for each in folders if not each.startswith(".")]
        return total


def _fetched(seen: Seen, limits: Limits) -> Found | Skipped:
    """Return what was fetched: as a document, or as what it is passed over."""
    name, size = name_of(seen.address), len(seen.data)
    called = refusals.unnamed(name)
    fault = too_big(called, size, limits.file_bytes) if size > limits.file_bytes else seen.fault
    kind = "" if fault or seen.passed else sniff(seen.data, name)
    passed = seen.passed or ("" if seen.asked or not kind else passed_over(kind, seen.data, name))
    if passed:
        return Skipped(seen.address, passed)
    if kind == "zip":
        fault = refusals.zip_from_afar()
    if fault is None:
        return Found(Item(seen.address, hashlib.sha256(seen.data).hexdigest(), size))
    state = State.SET_ASIDE if isinstance(fault, BrokenOffError) else State.UNREADABLE
    reason = refusals.neutral(fault.message, called)
    made = refusals.out_of_reach(seen.address, reason, fault.hint, state)
    return Found(Item(seen.address, made.sha256, size), made)


def _member(archive: zips.Archive, member: zips.Member, place: str) -> Found | Skipped:
    """Return a file inside a zip file: as a document, or as what it is passed over."""
    parts = member.name.lower().split("/")
    if any(part in _JUNK or (part.startswith((".", "~$")) and part.strip(".")) for part in parts):
        return Skipped(place, HIDDEN)
    try:
        data = archive.read(member.name)
    except DocumentError as fault:
        seen = refusals.out_of_reach(place, fault.message, fault.hint)
        return Found(Item(place, seen.sha256, member.size), seen)
    kind = passed_over(sniff(data, parts[-1]), data, parts[-1])
    return Skipped(place, kind) if kind else Found(Item(place, hashlib.sha256(data).hexdigest(), len(data)))


def _refused(place: str, path: Path, size: int, fault: DocumentError, called: str) -> Found:
    """Return a file that is refused without being read whole."""
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as closed:
        return _closed(path, closed)
    reason = refusals.neutral(fault.message, called) if called else fault.message
    return Found(
        Item(place, sha256, size), Judgement(sha256, State.UNREADABLE, reason=reason, hint=fault.hint)
    )


def _closed(path: Path, fault: OSError) -> Found:
    """Return a file or folder that cannot be opened."""
    place, called = place_of(path), refusals.unnamed(path.name)
    if isinstance(fault, FileNotFoundError):
        why = missing(called)
    elif isinstance(fault, PermissionError):
        why = forbidden(called)
    else:
        why = unopened(called, fault.strerror or "ongeldige naam")
    seen = refusals.out_of_reach(place, refusals.neutral(why.message, called), why.hint)
    return Found(Item(place, seen.sha256), seen)
