"""The parts of a Word file and how they name each other."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from protocheck.ingest import refusals
from protocheck.ingest.office_package import OfficePackage
from protocheck.ingest.sniff import WORD_MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element


class Package(OfficePackage):
    """A Word file: its main part and the parts that this one names."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open the package.

        Raises:
            DocumentError: it is damaged, locked, or larger inside than any honest file.
        """
        super().__init__(name, data, "Word")
        self.main = self._main_part()

    def _main_part(self) -> str:
        for target, kind in self._relations("").values():
            if kind == "officeDocument" and target in self.names:
                return target
        found = sorted(name for name in self.names if WORD_MAIN.fullmatch(name))
        if not found:
            raise refusals.damaged(self.name, "Word")
        return found[0]

    def related(self, kind: str) -> list[_Element]:
        """Return the roots of the parts of one kind that the main part names, in their order."""
        return [root for root in map(self.xml, self._parts_of(kind)) if root is not None]

    def part_of(self, kind: str) -> str:
        """Return the name of the first part of a kind that the main part names; empty without one."""
        return next((name for name in self._parts_of(kind) if name in self.names), "")

    def _parts_of(self, kind: str) -> list[str]:
        parts = [target for target, each in self._relations(self.main).values() if each == kind]
        return list(dict.fromkeys(parts))

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
