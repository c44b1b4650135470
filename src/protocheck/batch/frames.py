"""How an audit and its worker talk: frames of a letter, a length in eight bytes and that many bytes."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

LENGTH = 8
LARGEST = 256 * 1024 * 1024
# From the audit: how to judge, a document, and what it holds where that was fetched. From the worker: ready,
# not able to work at all, so many seconds are allowed, judged, refused for good, set aside for good, broken
# off (another try may end better).
SETTINGS, DOCUMENT, CONTENT = b"S", b"D", b"C"
READY, UNABLE, TIME, JUDGED, REFUSED, ASIDE, BROKEN = b"H", b"E", b"T", b"J", b"R", b"A", b"B"
DIGEST = 64  # the last four begin with the digest of the content, blank when nobody saw it


def send(pipe: BinaryIO, letter: bytes, content: bytes | dict[str, Any]) -> None:
    """Send a frame.

    Raises:
        OSError: nobody is there any more.
    """
    data = content if isinstance(content, bytes) else json.dumps(content).encode("ascii")
    pipe.write(letter + len(data).to_bytes(LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[bytes, bytes]:
    """Return the letter and the content of the next frame; both empty when the other side is gone."""
    head = pipe.read(1 + LENGTH)
    length = int.from_bytes(head[1:], "big")
    if len(head) <= LENGTH or length > LARGEST:
        return b"", b""
    content = pipe.read(length)
    return (head[:1], content) if len(content) == length else (b"", b"")
