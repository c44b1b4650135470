"""What a PDF holds once it is unpacked, counted before any parser unpacks it in earnest.

A few kilobytes can say 'three hundred megabytes of drawing'. The streams are found by their keyword, without
a parser that could be fooled into trusting the file, and are unpacked piece by piece into nothing. Images
are left out: those of honest scans are large, and they are only unpacked when a page is drawn. What is packed
in rarer ways is not counted either; the limits of the process are there for what slips through.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_STREAM = b"stream"
_HEAD = 4096  # bytes before the keyword in which the description of a stream stands
_PIECE, _LARGE = 1 << 16, 1 << 20  # bytes taken, and given, at a time
_LAYERS = 4  # the same packing more than a few times over serves nobody


def unpacked_size(data: bytes, enough: int) -> int:
    """Return how many bytes the packed streams of a PDF hold; counting stops once that is over `enough`."""
    total = 0
    for start, layers in _packed(data):
        content = _pieces(data, start)
        for _ in range(layers):
            content = _inflated(content)
        for piece in content:
            total += len(piece)
            if total > enough:
                return total
    return total


def _packed(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each packed stream begins, and how many times over it is packed."""
    place = data.find(_STREAM)
    while place >= 0:
        after = place + len(_STREAM)
        if data[place - 3 : place] != b"end":
            head = data[max(data.rfind(b"obj", max(place - _HEAD, 0), place), place - _HEAD, 0) : place]
            layers = head.count(b"/FlateDecode") + head.count(b"/Fl ") + head.count(b"/Fl]")
            if layers and not _is_image(head):
                yield after + (2 if data[after : after + 2] == b"\r\n" else 1), min(layers, _LAYERS)
        place = data.find(_STREAM, after)


def _is_image(head: bytes) -> bool:
    return b"/Image" in head and b"/Width" in head


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    for place in range(start, len(data), _PIECE):
        yield data[place : place + _PIECE]


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the content in pieces; a stream that is damaged or encrypted ends where it does."""
    engine = zlib.decompressobj()
    for packed in pieces:
        rest = packed
        while rest and not engine.eof:
            try:
                content = engine.decompress(rest, _LARGE)
            except zlib.error:
                return
            if content:
                yield content
            rest = engine.unconsumed_tail
        if engine.eof:
            return
