"""How a worker is started: as a copy of this process where that is safe, else as a Python of its own.

A fresh Python has to import what this one has imported already, which costs the command a tenth of its
time. A copy has it all, but copying is only safe while a single thread runs and only useful while the
process is small; a notebook or a server therefore always gets the fresh one, as does everything but Linux.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from protocheck.ingest import worker

if TYPE_CHECKING:
    from protocheck.ingest.tasks import Tasks

# Isolated and without the site: what start-up costs counts, and the caller's folders come along anyway.
_START = "import sys; sys.path[:] = sys.argv[1:]; from protocheck.ingest.worker import main; main()"
_SMALL = 512 * 1024 * 1024  # a copy begins with the memory of the original, and its limit counts that


class Child(Protocol):
    """A process that was started, with the pipes to it."""

    @property
    def pid(self) -> int:
        """Return its number."""

    @property
    def returncode(self) -> int | None:
        """Return how it ended; None until `wait` returned."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """Return the pipe to it."""

    @property
    def stdout(self) -> IO[bytes] | None:
        """Return the pipe from it."""

    def wait(self) -> int:
        """Wait for its end; return how it ended, a signal as a negative number."""

    def kill(self) -> None:
        """End it at once."""


def end(process: Child | None) -> None:
    """Kill a process that still runs, with all that it started itself."""
    if process is None or process.returncode is not None:
        return
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


class Copy:
    """A worker that is a copy of this process."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        """Keep what belongs to it."""
        self.pid = pid
        self.stdin, self.stdout = stdin, stdout
        self.returncode: int | None = None

    def wait(self) -> int:
        """Wait for its end; return how it ended, a signal as a negative number."""
        if self.returncode is None:
            try:
                self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            except ChildProcessError:  # who called us lets the system take note of its children
                self.returncode = 0
        return self.returncode

    def kill(self) -> None:
        """End it at once."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)


def debugging() -> bool:
    """Tell whether the user asked to see faults of our own."""
    return os.environ.get("PROTOCHECK_DEBUG") == "1"


def can_copy() -> bool:
    """Tell whether this process may be copied right now."""
    if sys.platform != "linux":
        return False
    try:
        with open("/proc/self/statm", "rb") as sizes:  # noqa: PTH123 - one word from the system
            small = int(sizes.read().split()[0]) * os.sysconf("SC_PAGE_SIZE") < _SMALL
        return small and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - the same
    except (OSError, ValueError, IndexError):
        return False


def copy(tasks: Tasks | None = None) -> Copy:
    """Start a worker as a copy of this process.

    Args:
        tasks: what it can do besides what every worker can.

    Raises:
        OSError: the system starts no process.
    """
    theirs_in, ours_in = os.pipe()
    ours_out, theirs_out = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        for end in (theirs_in, ours_in, ours_out, theirs_out):
            os.close(end)
        raise
    if pid == 0:
        try:
            _become_worker(theirs_in, theirs_out, tasks)
        finally:
            os._exit(1)
    os.close(theirs_in)
    os.close(theirs_out)
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)  # whoever of both is first: its group exists before anyone kills it
    return Copy(pid, os.fdopen(ours_in, "wb"), os.fdopen(ours_out, "rb"))


def _become_worker(stdin: int, stdout: int, tasks: Tasks | None) -> None:
    """Leave everything of the original behind but its modules."""
    with contextlib.suppress(OSError):
        os.setpgid(0, 0)
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    os.dup2(stdin, 0)
    os.dup2(stdout, 1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    if not debugging():
        os.dup2(nowhere, 2)
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 - no objects are needed
        # Not closed: a forgotten object of the original would close the number under whoever has it next.
        if int(name) > 2 and int(name) != nowhere:  # noqa: PLR2004 - beyond standard error
            with contextlib.suppress(OSError):
                os.dup2(nowhere, int(name), inheritable=False)
    worker.main(tasks)


def fresh() -> subprocess.Popen[bytes]:
    """Start a worker as a Python of its own; it finds modules where this process finds them.

    Raises:
        OSError: the system starts no process.
    """
    home = str(Path(__file__).parents[2])
    # A relative entry would mean whatever folder the user stands in.
    folders = [each for each in sys.path if isinstance(each, str) and os.path.isabs(each)]  # noqa: PTH117 - strings
    flags = ["-I", "-S", *(["-B"] if sys.dont_write_bytecode else [])]
    return subprocess.Popen(  # noqa: S603 - our own Python with our own code
        [sys.executable, *flags, "-c", _START, *dict.fromkeys([*folders, home])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if debugging() else subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=0 if os.name == "posix" else None,
    )
