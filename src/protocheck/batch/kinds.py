"""What in an archive is a document, by its content; the name only settles what content leaves open.

A protocol in a form that is not read (old Word, RTF, a file in another archive) is a document all the same:
it is refused with what to do about it, and not passed over in silence. What is passed over is counted.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from protocheck.ingest.decode import decode
from protocheck.ingest.sniff import Kind

SMALL_IMAGE = 20_000  # bytes: icons, logos, lines; no scan of a page is as small
_DOCUMENTS = frozenset("pdf docx odt html doc protected-office rtf email zip archive image".split())
_OTHERS = {
    "xlsx": "werkbladen",
    "pptx": "presentaties",
    "opendocument": "werkbladen, presentaties en tekeningen",
}
# Who calls a file so means it to be read: what is wrong with it has to be told.
_MEANT = frozenset("pdf docx docm doc odt rtf txt md markdown html htm xhtml tif tiff".split())
# Text, but data, code or notes of programs.
_DATA = frozenset(
    "csv tsv json jsonl ndjson xml xsd xsl yaml yml toml ini cfg conf properties env lock log sql py js mjs "
    "ts css scss less java c h cpp cs go rs rb php pl sh bash bat cmd ps1 r tex bib svg ics vcf md5 sha1 "
    "sha256 sha512 sum sig asc pem crt key url webloc desktop reg map geojson gpx kml srt "
    "vtt po pot ipynb".split()
)
_SAMPLE = 16 * 1024


def passed_over(kind: Kind, data: bytes, name: str) -> str:
    """Return as what a file is passed over in an archive; '' for a document.

    Args:
        kind: what it is by its content; see `ingest.sniff`.
        data: its content, or how a file begins that is too large to read.
        name: of the file.
    """
    if kind == "image" and len(data) < SMALL_IMAGE:
        return "kleine afbeeldingen"
    suffix = PurePosixPath(name).suffix.lower()
    ending = suffix.removeprefix(".")
    if kind in _DOCUMENTS or ending in _MEANT:
        return ""
    if kind == "text" and (not data or decode(data[:_SAMPLE]) is not None):
        return f"gegevens of code ({suffix})" if ending in _DATA else ""
    other = f"andere bestanden ({suffix[:12]})" if suffix else "andere bestanden"
    return _OTHERS.get(kind, other)
