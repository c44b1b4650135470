"""Small plain texts are read in this very process: nothing parses them, and no limit can be exceeded.

A worker guards against files that crash, hang or fill a parser. A text is decoded and cut into lines by code
of our own, and the stages after it do far more to it in this process. The worker would cost a lint of ten
pages 25 ms, a tenth of all its time. Whatever does not go as it should is left to a worker after all, so that
there is one place where a document is refused.
"""

from __future__ import annotations

import stat
from pathlib import Path

from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText

# Bytes; some thirty pages. The worst that is known of this size takes 2 s, where a worker may take 15.
MOST = 64_000


def read_small(path: Path | None, data: bytes | None, name: str, options: ReadOptions) -> SourceText | None:
    """Return the text of a small plain document; None for every other, which is for a worker."""
    limits = options.limits or Limits()
    # so few bytes are no more characters, lines, or characters of a line
    most = min(MOST, limits.file_bytes, limits.characters, limits.lines, limits.line_characters)
    try:
        content = _content(path, most) if data is None else data
        if content is None or len(content) > most:
            return None
        return _text(content, name, options)
    except Exception:  # noqa: BLE001 - a worker tells what is wrong, or is the one to suffer from it
        return None


def _content(path: Path | None, most: int) -> bytes | None:
    """Return what a small file holds; None when it is no file or a larger one: a pipe may never open."""
    if path is None:
        return None
    known = path.stat()
    if not stat.S_ISREG(known.st_mode) or known.st_size > most:
        return None
    with path.open("rb") as file:
        return file.read(most + 1)


def _text(content: bytes, name: str, options: ReadOptions) -> SourceText | None:
    from protocheck.ingest.read import read  # noqa: PLC0415 - not needed for most documents
    from protocheck.ingest.sniff import is_text  # noqa: PLC0415 - the same

    return read(None, data=content, name=name, options=options) if is_text(content, name) else None
