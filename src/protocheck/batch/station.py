"""A worker process as the audit sees it: started when needed, timed, ended when it hangs, never left over."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from protocheck.batch import frames, refusals
from protocheck.batch.answer import unpack
from protocheck.batch.settings import Settings
from protocheck.errors import ExitCode, ProtocheckError, RuleError
from protocheck.ingest import child
from protocheck.model.audit import Item, Judgement, State

# As `ingest.child` starts its own: isolated, and with our module path.
_START = "import sys; sys.path[:] = sys.argv[1:]; from protocheck.batch.worker import main; main()"
_START_SECONDS = 120.0  # rules may have to be compiled, on a machine that is busy
_STARTS = 2  # a machine that is short of memory may kill one
_GRACE_SECONDS = 15.0  # beyond what the worker allows the document


class StoppedError(ProtocheckError):
    """Nobody waits for a judgement any more."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("De audit werd gestopt.")


class Station:
    """One worker process, and the one who talks to it."""

    def __init__(self, settings: Settings) -> None:
        """Keep what to judge by; nothing is started yet."""
        self.settings = settings
        self._lock = threading.Lock()  # who changes the process
        self._turn = threading.Lock()  # who talks to it
        self._process: subprocess.Popen[bytes] | None = None
        self.ended = False
        self._done = 0
        self._allowed = 0.0
        self._timer: threading.Timer | None = None
        self._late = False
        self._resting: threading.Timer | None = None

    def judge(self, items: Sequence[Item], held: Sequence[bytes | None]) -> Iterator[Judgement]:
        """Yield what is made of each document.

        Args:
            items: the documents.
            held: what each holds, where the worker process cannot fetch that itself.

        Raises:
            BrokenOffError: the worker came to no end on the one whose turn it was.
            RuleError: the rules are at fault.
        """
        with self._turn:
            self._stay()
            try:
                process = self._ready()
                self._done += len(items)
                with contextlib.suppress(OSError):  # it is gone: there will be no answer
                    _ask(_open(process.stdin), items, held)
                for item in items:
                    yield _understood(*self._answer(process), item)
            except BaseException:  # what it still has to say is for nobody
                self.close()
                raise
            finally:
                self._allow(None)

    def _why(self) -> ProtocheckError:
        """Return why there was no answer; the next document gets a fresh process."""
        self.close()
        if self.ended:
            return StoppedError()
        return refusals.too_slow(self._allowed) if self._late else refusals.broke_off()

    def _ready(self) -> subprocess.Popen[bytes]:
        """Return the process, a fresh one when there is none or it has done its share.

        Raises:
            ProtocheckError: it cannot work, or does not start: no fault of any document.
        """
        if self._process is not None and self._done < self.settings.lifetime and self._process.poll() is None:
            self._allow(self.settings.limits.seconds)
            return self._process
        for _ in range(_STARTS):
            process = self._start()
            self._allow(_START_SECONDS)
            with contextlib.suppress(OSError):
                frames.send(_open(process.stdin), frames.SETTINGS, self.settings.plain())
            letter, content = frames.receive(_open(process.stdout))
            if letter == frames.UNABLE:
                raise _fault(content)
            if letter == frames.READY:
                self._allow(self.settings.limits.seconds)
                return process
        raise StoppedError if self.ended else refusals.no_worker("het breekt meteen af")

    def _start(self) -> subprocess.Popen[bytes]:
        self.close()
        with self._lock:
            if self.ended:
                raise StoppedError
            try:
                self._process = _started(self.settings)
            except OSError as fault:
                raise refusals.no_worker(fault.strerror or str(fault)) from fault
        self._done = 0
        return self._process

    def _answer(self, process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
        while True:
            letter, content = frames.receive(_open(process.stdout))
            if letter == frames.UNABLE:
                raise _fault(content)
            if not letter:
                raise self._why()
            if letter != frames.TIME:
                return letter, content
            self._allow(float(int.from_bytes(content, "big")))

    def _allow(self, seconds: float | None) -> None:
        """Let the process work for so long from now; None stops the clock."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if seconds is not None:
            self._allowed, self._late = seconds, False
            self._timer = threading.Timer(seconds + _GRACE_SECONDS, self._too_late)
            self._timer.daemon = True
            self._timer.start()

    def _too_late(self) -> None:
        with self._lock:
            self._late = True
            self._kill()

    def _kill(self) -> None:
        child.end(self._process)

    def close(self) -> None:
        """End the process if there is one; the next document gets a fresh one."""
        with self._lock:
            self._kill()
            process, self._process = self._process, None
        if process is None:
            return
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                _open(pipe).close()

    def rest(self, seconds: float) -> None:
        """End the process after so many seconds, unless something is asked of it before."""
        with self._turn:
            self._stay()
            self._resting = threading.Timer(seconds, self._retire)
            self._resting.daemon = True
            self._resting.start()

    def _stay(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None

    def _retire(self) -> None:
        with self._turn:
            self.close()

    def end(self) -> None:
        """End the process, and start no other."""
        with self._lock:
            self.ended = True
            self._kill()
        with self._turn:  # who waits for an answer has none by now
            self.close()


def _ask(pipe: BinaryIO, items: Sequence[Item], held: Sequence[bytes | None]) -> None:
    places = [item.place for item in items]
    frames.send(pipe, frames.DOCUMENT, {"places": places, "held": [each is not None for each in held]})
    for data in held:
        if data is not None:
            frames.send(pipe, frames.CONTENT, data)


def _understood(letter: bytes, content: bytes, item: Item) -> Judgement:
    """Return the judgement that an answer holds.

    Raises:
        BrokenOffError: the worker answers what nobody understands.
    """
    sha256, told = content[: frames.DIGEST].decode("ascii", "replace").strip(), content[frames.DIGEST :]
    try:
        if letter == frames.JUDGED:
            return unpack(told, sha256)
        said = json.loads(told)
        reason, hint = str(said["reason"]), str(said["hint"])
    except (ValueError, LookupError, TypeError) as fault:
        raise refusals.broke_off() from fault
    state = State.UNREADABLE if letter == frames.REFUSED else State.SET_ASIDE
    if not sha256:
        return refusals.out_of_reach(item.place, reason, hint, state)
    return Judgement(sha256, state, reason=reason, hint=hint)


def _started(settings: Settings) -> subprocess.Popen[bytes]:
    home = str(Path(__file__).parents[2])
    # A relative entry would mean whatever folder the user stands in.
    folders = [each for each in sys.path if isinstance(each, str) and os.path.isabs(each)]  # noqa: PTH117 - strings
    flags = ["-I", "-S", *(["-B"] if sys.dont_write_bytecode else [])]
    ours = (sys.executable, *flags, "-c", _START, *dict.fromkeys([*folders, home]))
    return subprocess.Popen(  # noqa: S603 - our own Python with our own code, or what a test puts there
        settings.command or ours,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if child.debugging() else subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=0 if os.name == "posix" else None,
    )


def _fault(content: bytes) -> ProtocheckError:
    """Return the error for which a worker cannot work at all."""
    try:
        said = json.loads(content)
        kind = RuleError if said["exit_code"] == ExitCode.CONFIGURATION else ProtocheckError
        return kind(str(said["message"]), hint=str(said["hint"]))
    except (ValueError, LookupError, TypeError):
        return refusals.broke_off()


def _open(pipe: object) -> BinaryIO:
    if pipe is None:
        raise RuntimeError("a worker without a pipe")
    return pipe  # type: ignore[return-value]  # what subprocess calls IO[bytes]


class Stations:
    """The worker processes of this process: one for each thread that judges."""

    def __init__(self) -> None:
        """Begin with none."""
        self._own = threading.local()
        self._all: set[Station] = set()

    def mine(self, settings: Settings) -> Station:
        """Return that of this thread, for these settings."""
        station: Station | None = getattr(self._own, "station", None)
        if station is None or station.settings != settings or station.ended:
            if station is not None:
                station.close()
                self._all.discard(station)
            station = self._own.station = Station(settings)
            self._all.add(station)
        return station

    def rest(self, seconds: float) -> None:
        """End that of this thread after so many seconds, unless something is asked of it before."""
        station: Station | None = getattr(self._own, "station", None)
        if station is not None:
            station.rest(seconds)

    def end(self) -> None:
        """End them all; threads that wait for an answer get none."""
        for station in list(self._all):
            station.end()
            self._all.discard(station)


STATIONS = Stations()  # in a process of a pool or a cluster it stays for the next batch
