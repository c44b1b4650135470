"""How much a document may hold and cost before it is refused."""

from __future__ import annotations

from protocheck.record import record

MEGABYTE = 1024 * 1024


@record
class Limits:
    """Bounds that keep one hostile file from taking the machine; nothing honest comes near these.

    Attributes:
        file_bytes: size of the file itself.
        characters: length of the text that comes out of it.
        lines: lines of that text.
        line_characters: length of one line; what comes after reading is not built for more.
        pages: pages of a PDF, counted before any work.
        page_characters: characters on one page of a PDF.
        page_paths: drawn paths on one page before tables are looked for; beyond it, none are.
        stream_bytes: what a PDF holds besides images, unpacked.
        zip_entries: files in a Word or OpenDocument package.
        zip_bytes: their sizes together, unpacked.
        xml_bytes: size of one XML part of such a package, unpacked.
        nesting: depth of tables, text boxes and content controls inside one another.
        image_pixels: pixels of an image whose letters are recognised.
        render_pixels: pixels of a page that is drawn.
        memory_bytes: memory of the process that reads, where the system can hold it to that.
        seconds: time on the clock that reading may take.
        page_seconds: time on top of that for each page whose letters are recognised.
        ocr_seconds: time on the clock that the recognition of one page may take.
        ocr_pages: pages of one document that are recognised at the same time, one a core at the most.
        work_seconds: processor time of that process, where the system can hold it to that.
        page_work_seconds: processor time, and time on the clock, on top of that for each page.
    """

    file_bytes: int = 50 * MEGABYTE
    characters: int = 2_000_000
    lines: int = 100_000
    line_characters: int = 200_000
    pages: int = 1_000
    page_characters: int = 50_000
    page_paths: int = 5_000
    stream_bytes: int = 128 * MEGABYTE
    zip_entries: int = 2_000
    zip_bytes: int = 150 * MEGABYTE
    xml_bytes: int = 16 * MEGABYTE
    nesting: int = 12
    image_pixels: int = 150_000_000
    render_pixels: int = 25_000_000
    memory_bytes: int = 1024 * MEGABYTE
    seconds: int = 60
    page_seconds: int = 10
    ocr_seconds: int = 60
    ocr_pages: int = 4
    work_seconds: int = 15
    page_work_seconds: float = 0.25
