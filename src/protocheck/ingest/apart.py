"""One document that is read by a worker, while the caller does other things."""

from __future__ import annotations

import threading
from pathlib import Path

from protocheck.errors import DocumentError
from protocheck.ingest.child import can_copy
from protocheck.ingest.load import load, weigh
from protocheck.ingest.process import Worker
from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText

_GRACE = 5.0  # seconds for a worker that was ended to be gone
_TICK = 0.5  # Windows notices Ctrl-C between two waits only


class Apart:
    """A document that is being read in a process of its own."""

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
