"""The parts of a zipped office document, taken out with guards before anything is parsed."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Literal

from protocheck.ingest import refusals
from protocheck.ingest.limits import LIMITS

if TYPE_CHECKING:
    from lxml.etree import _Element

Kind = Literal["Word", "ODT"]

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, OSError, EOFError)
_ENCRYPTED = 0x1


class OfficePackage:
    """A ZIP file of XML parts, parsed on demand."""

    def __init__(self, name: str, data: bytes, kind: Kind) -> None:
        """Open the package.

        Raises:
            DocumentError: it is damaged, locked, or larger inside than any honest file.
        """
        self.name, self.kind = name, kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise refusals.damaged(name, kind) from None
        entries = self._zip.infolist()
        if len(entries) > LIMITS.zip_entries or sum(entry.file_size for entry in entries) > LIMITS.zip_bytes:
            raise refusals.unsafe(name, kind)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise refusals.foreign(name, "protected-office")
        self.names = frozenset(entry.filename for entry in entries)

    def xml(self, part: str) -> _Element | None:
        """Return the root of an XML part, None when the package does not hold it."""
        return parsed(self.name, self.content(part), self.kind) if part in self.names else None

    def content(self, part: str) -> bytes:
        """Return the bytes of a part, as many as are safe.

        Raises:
            DocumentError: it is damaged, locked or too large.
        """
        try:
            with self._zip.open(part) as stream:
                data = stream.read(LIMITS.xml_bytes + 1)
        except _BROKEN:
            raise refusals.damaged(self.name, self.kind) from None
        except RuntimeError:  # zipfile's word for an encrypted entry
            raise refusals.foreign(self.name, "protected-office") from None
        if len(data) > LIMITS.xml_bytes:
            raise refusals.unsafe(self.name, self.kind)
        return data


def parsed(name: str, data: bytes, kind: Kind) -> _Element:
    """Return the root of an XML document that comes from outside.

    Raises:
        DocumentError: it is no XML, or built to harm.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    if _declares_entities(data):
        raise refusals.unsafe(name, kind)
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
        raise refusals.damaged(name, kind) from None


def _declares_entities(data: bytes) -> bool:
    """Office programs write no document type: it is how entity bombs and file look-ups are built."""
    codes = ("ascii", "utf-16-le", "utf-16-be")
    return any(word.encode(code) in data for word in ("<!DOCTYPE", "<!ENTITY") for code in codes)
