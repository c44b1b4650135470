"""PDF files that are damaged, built to harm, or locked; made from a sound one or from nothing."""

from __future__ import annotations

import io
import random
import zlib
from functools import cache
from typing import Literal

from tests.drawing import drawn, text_page

LINES = (
    "PROTOCOL VOOR DE MEDEDELING VAN PERSOONSGEGEVENS",
    "van Zorgtoelagen Kempen naar de gemeente Zandrode",
    "Artikel 1. Onderwerp",
    "De gemeente krijgt de naam en het adres van wie een zorgtoelage ontvangt.",
)
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
MEGABYTE = 1024 * 1024


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """Return a file of these objects, numbered from 1; `root` is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a packed stream."""
    packed = zlib.compress(data, 9)
    return b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


@cache
def sound() -> bytes:
    """Return an ordinary PDF of three pages."""
    return drawn(*[text_page(*LINES, f"Bladzijde {number}") for number in range(1, 4)])


def flipped() -> bytes:
    """Return the sound file with 400 bytes changed."""
    chance = random.Random(7)  # noqa: S311 - damage, no secret
    data = bytearray(sound())
    for _ in range(400):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def content_bomb() -> bytes:
    """Return a few kilobytes that unpack, in two steps, to 300 MB of drawing."""
    engine = zlib.compressobj(9)
    piece = b"q Q " * (MEGABYTE // 4)
    once = b"".join([*(engine.compress(piece) for _ in range(300)), engine.flush()])
    twice = zlib.compress(once, 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>" % len(twice)
    return pdf(CATALOG, PAGES, PAGE, b"%s\nstream\n%s\nendstream" % (head, twice))


def only_rules() -> bytes:
    """Return a page of 200,000 large boxes and no word."""
    return pdf(CATALOG, PAGES, PAGE, stream(b"10 10 200 200 re S " * 200_000))


def nested_forms() -> bytes:
    """Return a page that draws a form ten times, which draws another ten times, ten deep."""
    page = PAGE.replace(b"/Contents", b"/Resources << /XObject << /F 5 0 R >> >> /Contents")
    forms = []
    for number in range(5, 15):
        inside = b"/Resources << /XObject << /F %d 0 R >> >>" % (number + 1) if number < 14 else b""
        body = b"/F Do " * 10 if number < 14 else b"0 0 m 9 9 l S " * 10
        forms.append(stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 600 850] " + inside))
    return pdf(CATALOG, PAGES, page, stream(b"/F Do " * 10), *forms)


def deep_tree() -> bytes:
    """Return one page under 5,000 nodes."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(5_000)]
    return pdf(CATALOG, *nodes, PAGE)


def many_pages() -> bytes:
    """Return 50,000 pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 50_004))
    leaf = PAGE.replace(b"4 0 R", b"3 0 R")
    tree = b"<< /Type /Pages /Count 50000 /Kids [" + kids + b"] >>"
    return pdf(CATALOG, tree, stream(b""), *[leaf] * 50_000)


def looping_tree() -> bytes:
    """Return a page tree that holds itself."""
    return pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def _picture(entries: bytes, body: bytes) -> bytes:
    page = PAGE.replace(b"/Contents", b"/Resources << /XObject << /I 5 0 R >> >> /Contents")
    image = b"<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream"
    return pdf(CATALOG, PAGES, page, stream(b"595 0 0 842 0 0 cm /I Do"), image % (entries, len(body), body))


def vast_image() -> bytes:
    """Return a page under an image of 100,000 by 100,000 pixels that takes no room in the file."""
    entries = b"/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 1 "
    packing = b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 100000 /Rows 100000 >>"
    return _picture(entries + packing, b"\0" * 64)


def packed_image() -> bytes:
    """Return a page under an image of 100,000 by 8,000 pixels in few bytes."""
    entries = b"/Width 100000 /Height 8000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode"
    return _picture(entries, zlib.compress(b"\xff" * (100_000 // 8 * 8_000), 1))


def giant_page() -> bytes:
    """Return a page of five kilometres wide under an image."""
    entries = b"/Width 600 /Height 800 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    made = _picture(entries, zlib.compress(b"\x80" * 480_000, 9))
    return made.replace(b"[0 0 595 842]", b"[0 0 14400000 14400000]")


def locked(*, user: str, owner: str, revision: Literal[3, 6]) -> bytes:
    """Return the sound file encrypted; revision 3 is RC4 with 128 bits, 6 is AES with 256."""
    import pikepdf  # noqa: PLC0415 - only needed here

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as document:
        strong = revision > 3
        lock = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=strong, metadata=strong)
        document.save(out, encryption=lock, deterministic_id=False)
    return out.getvalue()
