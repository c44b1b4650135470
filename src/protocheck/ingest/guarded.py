"""Documents from outside, each read in a process of its own that can be ended at any moment.

A file can make a parser crash, hang or take all memory, and pdfium ends the whole process when it cannot
get any. Here that is the end of a worker, and an ordinary refusal of that one document. The workers run
side by side, one a core, while the caller does other things: `begin` starts, `result` waits.
"""

from __future__ import annotations

import os
import threading
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
        self._begun = False

    def start(self, turns: threading.Semaphore) -> None:
        """Begin to read as soon as it is this document's turn."""
        if can_copy():  # which it cannot be once a thread of ours runs
            try:
                self._worker.start()
            except DocumentError as fault:
                self._fault = fault
                return
        self._begun = True
        threading.Thread(target=self._read, args=(turns,), name="reader", daemon=True).start()

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
        called = name or (named(path) if path is not None else "") or "het document"
        pending = Pending(path, data, called, options or ReadOptions())
        self._begun.append(pending)
        pending.start(self._turns)
        return pending

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


def cores() -> int:
    """Return how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
