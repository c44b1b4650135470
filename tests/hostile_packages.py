"""Word, OpenDocument, HTML and text files that are built to harm, or are something else."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{KINDS}/officeDocument" Target="word/document.xml"/></Relationships>'
)
ODT = "application/vnd.oasis.opendocument.text"
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
MEGABYTE = 1024 * 1024
LAUGHS = "<!ENTITY a0 'lach'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
LOOK_UP = '<!ENTITY buiten SYSTEM "file:///etc/passwd">'


def package(**files: str | bytes) -> bytes:
    """Return a ZIP; a double underscore in a name stands for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def word(body: str, prologue: str = "", **others: str) -> bytes:
    """Return a Word file with this body."""
    document = f"{prologue}<w:document {W}><w:body>{body}</w:body></w:document>"
    return package(**{"_rels/.rels": RELATIONS, "word/document.xml": document}, **others)


def paragraph(text: str) -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, prologue: str = "") -> bytes:
    """Return an OpenDocument text with this body."""
    content = (
        f"{prologue}<office:document-content {OFFICE}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return package(**{"mimetype": ODT, "content.xml": content})


def zip_bomb(kind: str) -> bytes:
    """Return a package whose main part unpacks to 400 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind == "odt":
            archive.writestr("mimetype", ODT)
        else:
            archive.writestr("_rels/.rels", RELATIONS)
        with archive.open("content.xml" if kind == "odt" else "word/document.xml", "w") as part:
            for _ in range(400):
                part.write(b" " * MEGABYTE)
    return out.getvalue()


def lying_zip() -> bytes:
    """Return a Word file that unpacks to 40 MB and says that it holds a hundred bytes."""
    data = bytearray(word(paragraph("a" * (40 * MEGABYTE))))
    size = (40 * MEGABYTE).to_bytes(4, "little")[1:]
    place = data.find(size)
    while place >= 0:
        data[place - 1 : place + 3] = (100).to_bytes(4, "little")
        place = data.find(size, place)
    return bytes(data)


def zip_slip() -> bytes:
    """Return a sound Word file with a part that would be written outside its folder."""
    return word(paragraph("Artikel 1. Onderwerp"), **{"../../../../tmp/gevonden.txt": "buiten"})


def deep_xml() -> bytes:
    """Return a Word file with 100,000 elements inside one another."""
    return word("<w:sdt><w:sdtContent>" * 50_000 + paragraph("diep") + "</w:sdtContent></w:sdt>" * 50_000)


def deep_tables() -> bytes:
    """Return a Word file with 60 tables inside one another."""
    head, tail = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return word(head * 60 + paragraph("diep") + tail * 60)


def many_entries() -> bytes:
    """Return a Word file with 20,000 parts."""
    return word(paragraph("veel"), **{f"word/media/{number}.txt": "" for number in range(20_000)})


def many_paragraphs() -> bytes:
    """Return a Word file of 130,000 paragraphs."""
    return word(paragraph("a") * 130_000)


def deep_html() -> bytes:
    """Return a page with 200,000 elements inside one another."""
    return b"<!doctype html><html><body>" + b"<div>" * 200_000 + b"diep"


def one_line() -> bytes:
    """Return a text of 1.5 million characters without a line end."""
    return b"De gemeente Zandrode krijgt de gegevens van artikel 2. " * 27_000
