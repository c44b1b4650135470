"""How much a document may hold before it is refused; nothing honest comes near these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one hostile file from taking the machine.

    Attributes:
        file_bytes: size of the file itself.
        characters: length of the text that comes out of it.
        pages: pages of a PDF, counted before any work.
        page_characters: characters on one page of a PDF.
        page_paths: drawn paths on one page before tables are looked for; beyond it, none are.
        zip_entries: files in a Word package.
        zip_bytes: their sizes together, unpacked.
        xml_bytes: size of one XML part of a Word package, unpacked.
        nesting: depth of tables, text boxes and content controls inside one another.
    """

    file_bytes: int = 25 * 1024 * 1024
    characters: int = 3_000_000
    pages: int = 300
    page_characters: int = 50_000
    page_paths: int = 5_000
    zip_entries: int = 2_000
    zip_bytes: int = 60 * 1024 * 1024
    xml_bytes: int = 8 * 1024 * 1024
    nesting: int = 12


LIMITS = Limits()
