"""The parts of a Word file, taken out of their package with guards before anything is parsed."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from protocheck.errors import DocumentError
from protocheck.ingest import refusals
from protocheck.ingest.limits import LIMITS
from protocheck.ingest.sniff import WORD_MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, OSError, EOFError)
_ENCRYPTED = 0x1


class Package:
    """A Word file: its main part and the parts that this one names, parsed on demand."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open the package.

        Raises:
            DocumentError: it is damaged, locked, or larger inside than any honest file.
        """
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise refusals.damaged(name, "Word") from None
        entries = self._zip.infolist()
        if len(entries) > LIMITS.zip_entries or sum(entry.file_size for entry in entries) > LIMITS.zip_bytes:
            raise refusals.unsafe(name, "Word")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise refusals.foreign(name, "protected-office")
        self._names = {entry.filename for entry in entries}
        self.main = self._main_part()

    def _main_part(self) -> str:
        for target, kind in self._relations("").values():
            if kind == "officeDocument" and target in self._names:
                return target
        found = sorted(name for name in self._names if WORD_MAIN.fullmatch(name))
        if not found:
            raise refusals.damaged(self.name, "Word")
        return found[0]

    def xml(self, part: str) -> _Element | None:
        """Return the root of an XML part, None when the package does not hold it."""
        if part not in self._names:
            return None
        return self._parse(self._bytes(part))

    def related(self, kind: str) -> list[_Element]:
        """Return the roots of the parts of one kind that the main part names, in their order."""
        parts = [target for target, each in self._relations(self.main).values() if each == kind]
        return [root for root in map(self.xml, dict.fromkeys(parts)) if root is not None]

    def by_id(self, identifier: str) -> _Element | None:
        """Return the root of the part that the main part names by an identifier."""
        relation = self._relations(self.main).get(identifier)
        return self.xml(relation[0]) if relation else None

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return identifier -> (target, kind) of the relations of a part."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        root = self.xml(path)
        if root is None:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for relation in root:
            target = relation.get("Target", "")
            resolved = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            if relation.get("TargetMode") != "External":
                found[relation.get("Id", "")] = (resolved, relation.get("Type", "").rpartition("/")[2])
        return found

    def _bytes(self, part: str) -> bytes:
        try:
            with self._zip.open(part) as stream:
                data = stream.read(LIMITS.xml_bytes + 1)
        except _BROKEN:
            raise refusals.damaged(self.name, "Word") from None
        except RuntimeError:  # zipfile's word for an encrypted entry
            raise refusals.foreign(self.name, "protected-office") from None
        if len(data) > LIMITS.xml_bytes:
            raise refusals.unsafe(self.name, "Word")
        return data

    def _parse(self, data: bytes) -> _Element:
        from lxml import etree  # noqa: PLC0415 - heavy

        if _declares_entities(data):
            raise refusals.unsafe(self.name, "Word")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._unparsed() from None

    def _unparsed(self) -> DocumentError:
        return refusals.damaged(self.name, "Word")


def _declares_entities(data: bytes) -> bool:
    """Word never writes a document type: it is how entity bombs and file look-ups are built."""
    codes = ("ascii", "utf-16-le", "utf-16-be")
    return any(word.encode(code) in data for word in ("<!DOCTYPE", "<!ENTITY") for code in codes)
