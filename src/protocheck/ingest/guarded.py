"""Documents from outside, each read in a process of its own that can be ended at any moment.

A file can make a parser crash, hang or take all memory, and pdfium ends the whole process when it cannot
get any. Here that is the end of a worker, and an ordinary refusal of that one document. The workers run
side by side, one a core, while the caller does other things: `begin` starts, `result` waits.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from protocheck.errors import DocumentError
from protocheck.ingest.child import can_copy
from protocheck.ingest.load import load, named, weigh
from protocheck.ingest.process import Worker
from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from protocheck.record import record

_GRACE = 5.0  # seconds for a worker that was ended to be gone
_TICK = 0.5  # Windows notices Ctrl-C between two waits only


class Pending:
    """A document that is being read."""

    def __init__(self, path: Path | None, data: bytes | None, name: str, options: ReadOptions) -> None:
        """Keep what to read."""
        self.name = name
        self._path, self._data = path, data
        self._options = options
        self._worker = Worker(name, options, options.limits or Limits())
        self._source: SourceText | None = None
        self._fault: BaseException | None = None
        # Not the thread itself: an interrupted join takes it for ended while it still tidies up.
        self._done = threading.Event()
        self._thread: threading.Thread | None = None
        self._begun = False

    def copy(self) -> None:
        """Start the worker if it can be a copy of this process: not once a thread of ours runs."""
        if can_copy():
            try:
                self._worker.start()
            except DocumentError as fault:
                self._fault = fault

    def start(self, turns: threading.Semaphore) -> None:
        """Begin to read as soon as it is this document's turn."""
        if self._fault is not None:
            return
        self._begun = True
        self._thread = threading.Thread(target=self._read, args=(turns,), name="reader", daemon=True)
        self._thread.start()

    def _read(self, turns: threading.Semaphore) -> None:
        try:
            with turns:
                limits = self._options.limits or Limits()
                data = load(self._path, self.name, limits) if self._data is None else self._data
                weigh(data, self.name, limits)
                self._source = self._worker.read(data)
        except BaseException as fault:  # noqa: BLE001 - it is raised again where the result is asked for
            self._fault = fault
        finally:
            self._data = None
            self._worker.gone()
            self._done.set()

    def result(self) -> SourceText:
        """Return the document, as soon as it is read.

        Raises:
            DocumentError: it cannot be read; the message says why, the hint what to do.
        """
        while self._begun and not self._done.wait(_TICK):
            pass
        if self._thread is not None:
            self._thread.join(_TICK)  # it has nothing left to do, and while it is there no copy can be made
        if self._fault is not None:
            raise self._fault
        if self._source is None:
            raise RuntimeError("the reading was never begun")
        return self._source

    def cancel(self) -> None:
        """End the worker; nobody asks for the result any more."""
        self._worker.end()

    def wait(self) -> None:
        """Wait until the worker is gone; not for ever, a file that is a pipe may never open."""
        if self._begun:
            self._done.wait(_GRACE)


@record
class Request:
    """A document to read: a file, or bytes with a name; see `Readers.begin`."""

    path: Path | None
    data: bytes | None = None
    name: str = ""
    options: ReadOptions | None = None


def _pending(asked: Request) -> Pending:
    called = asked.name or (named(asked.path) if asked.path is not None else "") or "het document"
    return Pending(asked.path, asked.data, called, asked.options or ReadOptions())


class Readers:
    """Reads documents side by side; on leaving, no worker is left behind.

    with Readers() as readers:
        pending = [readers.begin(path) for path in paths]
        rules = load()
        sources = [each.result() for each in pending]
    """

    def __init__(self) -> None:
        """Begin with nothing to read."""
        self._turns = threading.Semaphore(cores())
        self._begun: list[Pending] = []

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

    def begin_all(self, requests: Sequence[Request]) -> list[Pending]:
        """Start to read several documents; see `begin`.

        All their workers are started before the first thread that serves one, so that each can be a copy.
        """
        begun = [_pending(each) for each in requests]
        self._begun += begun
        for pending in begun:
            pending.copy()
        for pending in begun:
            pending.start(self._turns)
        return begun

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
    how = options or ReadOptions()
    return Worker(name, how, how.limits or Limits()).make(data, task, wishes)


def cores() -> int:
    """Return how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
