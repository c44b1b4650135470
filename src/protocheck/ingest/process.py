"""One worker process: started, fed, listened to within its time, and always gone afterwards."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from protocheck.errors import DocumentError
from protocheck.ingest import child, refusals, wire, worker
from protocheck.ingest.child import Child
from protocheck.model.limits import MEGABYTE, Limits
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from protocheck.record import record

if TYPE_CHECKING:
    from protocheck.ingest.tasks import Tasks

_ANSWER_BYTES = 128 * MEGABYTE  # the largest text that the limits allow, with all its lines, is smaller


@record
class Piece:
    """A document to do: what to call it, what it holds, the task, and what that task needs to know."""

    name: str
    data: bytes
    task: str
    sha256: str = ""
    wishes: object = None


class Worker:
    """Reads one document in a process of its own, or has a lot of them done by it."""

    def __init__(self, name: str, options: ReadOptions, limits: Limits, tasks: Tasks | None = None) -> None:
        """Keep what to read by; nothing is started yet.

        Args:
            name: what to call the document in messages.
            options: how to read it.
            limits: what it may cost.
            tasks: what a copy of this process can do besides; only copies can, see `child`.
        """
        self._name, self._options, self._limits, self._tasks = name, options, limits, tasks
        self.studied = False  # whether the text was there, and what went wrong came after it
        self.broken = False  # whether the process came to an end of its own
        self._lock = threading.Lock()
        self._process: Child | None = None
        self._timer: threading.Timer | None = None
        self._late = self._ended = False
        self._granted, self._begun = float(limits.seconds), 0.0

    def read(self, data: bytes) -> SourceText:
        """Return the document.

        Raises:
            DocumentError: the reader refused it, or did not come to an end.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        letter, content, code = self._asked(Piece(self._name, data, "read", sha256))
        if letter != worker.SOURCE:
            raise self._why(letter, content, code)
        try:
            source = wire.unpack(content)
        except ValueError as fault:
            raise refusals.broke_off(self._name) from fault
        # what the file is, the process that looked inside has no say in
        return dataclasses.replace(source, name=self._name, sha256=sha256)

    def make(self, data: bytes, task: str, wishes: object = None) -> bytes:
        """Return what one of the tasks makes of the document; see `tasks`.

        Raises:
            DocumentError: the task refused it, or did not come to an end.
        """
        letter, content, code = self._asked(Piece(self._name, data, task, "", wishes))
        if letter != worker.MADE:
            raise self._why(letter, content, code)
        return content

    def make_each(self, lot: Sequence[Piece]) -> Iterator[bytes | DocumentError]:
        """Yield what becomes of each document, done one after the other in one process.

        The last may be what broke that process: `broken` tells, and those after it were not begun.
        """
        with self._working(lot) as process:
            for each in lot:
                self._turn_to(each)
                letter, content = self._answer(process)
                if letter == worker.MADE:
                    yield content
                elif letter == worker.REFUSAL:
                    yield self._refusal(content)
                else:
                    self.broken = True
                    yield self._why(letter, content, self._ending(process, letter))
                    return

    def _asked(self, piece: Piece) -> tuple[bytes, bytes, int]:
        """Return the letter and the content of the answer, and how the process ended."""
        with self._working([piece]) as process:
            self._turn_to(piece)
            letter, content = self._answer(process)
            return letter, content, self._ending(process, letter)

    @contextlib.contextmanager
    def _working(self, lot: Sequence[Piece]) -> Iterator[Child]:
        """Have the process at work on the documents; it is gone afterwards."""
        scratch = Path(tempfile.gettempdir()) / f"protocheck-{os.urandom(8).hex()}"
        process = self._started()
        try:
            self._begun = time.monotonic()
            self._allow(self._granted)
            self._feed(process, lot, scratch)
            yield process
        finally:
            self.gone()
            if scratch.exists():
                shutil.rmtree(scratch, ignore_errors=True)

    def _turn_to(self, piece: Piece) -> None:
        """Give a document its own time, from now."""
        self._name, self.studied = piece.name, False
        self._granted, self._begun = float(self._limits.seconds), time.monotonic()
        self._allow(self._granted)

    def _ending(self, process: Child, letter: bytes) -> int:
        """Return how the process ended."""
        if not letter:
            _await_end(process)  # how it ended tells why
        return self.gone()

    def end(self) -> None:
        """End the process at once, with what it started; also when it is yet to start."""
        with self._lock:
            self._ended = True
            self._kill()

    def start(self) -> None:
        """Start the process, in the thread that calls; `read` does it when nobody did before.

        Raises:
            DocumentError: the system starts none, or the reading was ended before it began.
        """
        with self._lock:
            if self._ended:
                raise refusals.stopped(self._name)
            try:
                self._process = child.copy(self._tasks) if child.can_copy() else child.fresh()
            except OSError as fault:
                raise refusals.no_worker(self._name, fault.strerror or str(fault)) from fault

    def _started(self) -> Child:
        if self._process is None:
            self.start()
        if self._process is None:
            raise RuntimeError("a worker that was not started")
        return self._process

    def _allow(self, seconds: float) -> None:
        """Let the process run for so long from now."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(max(seconds, 0.0), self._too_late)
        self._timer.daemon = True
        self._timer.start()

    def _too_late(self) -> None:
        with self._lock:
            self._late = True
            self._kill()

    def _kill(self) -> None:
        """Kill the process and its group; whoever calls this holds the lock."""
        child.end(self._process)

    def _feed(self, process: Child, lot: Sequence[Piece], scratch: Path) -> None:
        order = {
            "lot": [
                {"name": each.name, "task": each.task, "sha256": each.sha256, "wishes": each.wishes}
                for each in lot
            ],
            "password": self._options.password,
            "ocr": self._options.ocr,
            "view": self._options.view,
            "limits": dataclasses.asdict(self._limits),
            "scratch": str(scratch),
            "debug": child.debugging(),
        }
        pipe = _open(process.stdin)
        with contextlib.suppress(OSError):  # it is gone already: what it answered, or its end, tells why
            for content in (json.dumps(order).encode("ascii"), *(each.data for each in lot)):
                pipe.write(len(content).to_bytes(worker.LENGTH, "big"))
                pipe.write(content)
            pipe.flush()

    def _answer(self, process: Child) -> tuple[bytes, bytes]:
        """Return the letter and the content of the last frame; granting time when it asks for some."""
        pipe = _open(process.stdout)
        while True:
            letter = pipe.read(1)
            length = int.from_bytes(pipe.read(worker.LENGTH), "big")
            content = pipe.read(length) if length <= _ANSWER_BYTES else b""
            if letter == worker.STUDY:
                self.studied = True
                continue
            if letter != worker.TIME:
                return (letter, content) if len(content) == length else (b"", b"")
            most = self._limits.pages * (self._limits.page_seconds + self._limits.page_work_seconds)
            self._granted = self._limits.seconds + min(int.from_bytes(content, "big"), most)
            self._allow(self._granted - (time.monotonic() - self._begun))

    def gone(self) -> int:
        """End the process if there is one, with whatever it started; return how it ended."""
        with self._lock:
            self._kill()
            code = self._process.wait() if self._process is not None else 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()  # while a thread runs, this process cannot be copied
        for pipe in (self._process.stdin, self._process.stdout) if self._process is not None else ():
            with contextlib.suppress(OSError):
                _open(pipe).close()
        return code

    def _why(self, letter: bytes, content: bytes, code: int) -> DocumentError:
        if letter == worker.REFUSAL:
            return self._refusal(content)
        if self._ended:
            return refusals.stopped(self._name)
        if self._late:
            return refusals.too_slow(self._name, round(self._granted))
        if code == -getattr(signal, "SIGXCPU", 0) and code:
            return refusals.too_laborious(self._name)
        return self._told(letter, content)

    def _told(self, letter: bytes, content: bytes) -> DocumentError:
        """Return what the last frame says of the end."""
        if letter == worker.OUT_OF_MEMORY:
            return refusals.too_heavy(self._name, self._limits.memory_bytes)
        if letter == worker.FAULT:
            return refusals.tripped(self._name, content.decode("ascii", "replace")[:60])
        return refusals.broke_off(self._name)

    def _refusal(self, content: bytes) -> DocumentError:
        try:
            message, hint = json.loads(content)
        except (ValueError, RecursionError):
            return refusals.broke_off(self._name)
        return DocumentError(str(message), hint=str(hint))


def _await_end(process: Child) -> None:
    """Wait for the end without taking note of it: its number stays taken, so its group can be killed."""
    if hasattr(os, "waitid"):
        with contextlib.suppress(OSError):
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    else:
        process.wait()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("a worker without a pipe")
    return pipe
