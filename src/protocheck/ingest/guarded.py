"""Documents from outside, each read in a process of its own that can be ended at any moment.

A file can make a parser crash, hang or take all memory, and pdfium ends the whole process when it cannot
get any. Here that is the end of a worker, and an ordinary refusal of that one document. The workers run
side by side, one a core, while the caller does other things: `begin` starts, `result` waits. A small plain
text meets no parser and is read at once; see `small`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from protocheck.ingest.load import named
from protocheck.ingest.small import read_small
from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from protocheck.record import record

if TYPE_CHECKING:
    import threading

    from protocheck.ingest.apart import Apart


class Pending(Protocol):
    """A document that is being read, or was at once."""

    def result(self) -> SourceText:
        """Return the document, as soon as it is read.

        Raises:
            DocumentError: it cannot be read; the message says why, the hint what to do.
        """


@record
class _AtOnce:
    """A document that was read without a worker."""

    source: SourceText

    def result(self) -> SourceText:
        """Return the document."""
        return self.source


@record
class Request:
    """A document to read: a file, or bytes with a name; see `Readers.begin`."""

    path: Path | None
    data: bytes | None = None
    name: str = ""
    options: ReadOptions | None = None


def _pending(asked: Request) -> Apart | _AtOnce:
    called = asked.name or (named(asked.path) if asked.path is not None else "") or "het document"
    options = asked.options or ReadOptions()
    source = read_small(asked.path, asked.data, called, options)
    if source is not None:
        return _AtOnce(source)
    from protocheck.ingest.apart import Apart  # noqa: PLC0415 - heavy: threads and processes

    return Apart(asked.path, asked.data, called, options)


class Readers:
    """Reads documents side by side; on leaving, no worker is left behind.

    with Readers() as readers:
        pending = [readers.begin(path) for path in paths]
        rules = load()
        sources = [each.result() for each in pending]
    """

    def __init__(self) -> None:
        """Begin with nothing to read."""
        self._turns: threading.Semaphore | None = None
        self._begun: list[Apart] = []

    def begin(
        self,
        path: Path | None,
        *,
        data: bytes | None = None,
        name: str = "",
        options: ReadOptions | None = None,
    ) -> Pending:
        """Start to read a document; its faults are raised when the result is asked for.

        Args:
            path: the file; None when `data` holds its bytes.
            data: the bytes, for a document that is no file (standard input, an upload).
            name: what to call it in messages; by default the name of the file.
            options: how to read it.
        """
        return self.begin_all([Request(path, data, name, options)])[0]

    def begin_all(self, requests: Sequence[Request]) -> Sequence[Pending]:
        """Start to read several documents; see `begin`.

        All their workers are started before the first thread that serves one, so that each can be a copy.
        """
        begun = [_pending(each) for each in requests]
        self._start([each for each in begun if not isinstance(each, _AtOnce)])
        return begun

    def _start(self, apart: Sequence[Apart]) -> None:
        if not apart:
            return
        import threading  # noqa: PLC0415 - only with workers

        self._turns = self._turns or threading.Semaphore(cores())
        self._begun += apart
        for each in apart:
            each.copy()
        for each in apart:
            each.start(self._turns)

    def __enter__(self) -> Self:
        """Return the readers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every worker that is still busy."""
        for pending in self._begun:
            pending.cancel()
        for pending in self._begun:
            pending.wait()


def read(
    path: Path | None,
    *,
    data: bytes | None = None,
    name: str = "",
    options: ReadOptions | None = None,
) -> SourceText:
    """Read one document in a process of its own; see `Readers.begin`.

    Raises:
        DocumentError: it cannot be read; the message says why, the hint what to do.
    """
    with Readers() as readers:
        return readers.begin(path, data=data, name=name, options=options).result()


def make(
    task: str, data: bytes, *, name: str, options: ReadOptions | None = None, wishes: object = None
) -> bytes:
    """Return what one of the tasks makes of a document, in a process of its own; see `tasks`.

    Args:
        task: its name.
        data: the bytes of the document.
        name: what to call it in messages.
        options: how to read it.
        wishes: what the task asks for besides, in values that JSON knows.

    Raises:
        DocumentError: it cannot be done; the message says why, the hint what to do.
    """
    from protocheck.ingest.process import Worker  # noqa: PLC0415 - heavy

    how = options or ReadOptions()
    return Worker(name, how, how.limits or Limits()).make(data, task, wishes)


def cores() -> int:
    """Return how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
