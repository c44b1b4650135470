"""Many files shared out over processes: copies of this one that each look through their share.

Only where a copy is safe (see `ingest.child`), and only for enough files to repay it. What comes back was
made by our own code; the documents themselves are read by processes of their own, here as in each copy.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from protocheck.errors import ProtocheckError

ENOUGH = 3  # files for each process
T = TypeVar("T")
Work = Callable[[Sequence[Path]], Iterator[T]]


def helpers(files: int) -> int:
    """Return how many processes are worth starting beside this one."""
    from protocheck.ingest.child import can_copy  # noqa: PLC0415 - heavy
    from protocheck.ingest.guarded import cores  # noqa: PLC0415 - heavy

    return max(min(cores(), files // ENOUGH) - 1, 0) if can_copy() else 0


def apart(files: Sequence[Path], work: Work[T], others: int) -> Iterator[T]:
    """Yield what the work makes of each file, in the order of the files.

    Raises:
        ProtocheckError: as the work does, in whatever process.
    """
    if not others:
        yield from work(files)
        return
    shares = [files[number :: others + 1] for number in range(others + 1)]
    with contextlib.ExitStack() as ends:
        started = [_start(share, work, ends) for share in shares[1:]]
        made = [list(work(shares[0])), *(_received(pipe) for pipe in started)]
    for at in range(len(files)):
        yield made[at % len(made)][at // len(made)]


def _start(share: Sequence[Path], work: Work[T], ends: contextlib.ExitStack) -> BinaryIO:
    """Start a copy of this process on its share; return the pipe on which its answer comes."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.close(ours)
            with os.fdopen(theirs, "wb") as pipe:
                pipe.write(_answer(share, work))
            code = 0
        finally:
            os._exit(code)  # whatever happened: what follows in the code is the original's
    os.close(theirs)
    ends.callback(_gone, pid)
    return ends.enter_context(os.fdopen(ours, "rb"))


def _answer(share: Sequence[Path], work: Work[T]) -> bytes:
    try:
        return pickle.dumps((list(work(share)), None))
    except ProtocheckError as error:
        return pickle.dumps(([], (type(error), error.message, error.hint)))


def _received(pipe: BinaryIO) -> list[T]:
    """Return the answer of a copy.

    Raises:
        ProtocheckError: as the work did there.
        RuntimeError: it came to no end.
    """
    data = pipe.read()
    if not data:
        raise RuntimeError("a process that looked through a share of the files broke off")
    made, fault = pickle.loads(data)  # noqa: S301 - a copy of ourselves wrote it
    if fault is not None:
        kind, message, hint = fault
        raise kind(message, hint=hint)
    return list(made)


def _gone(pid: int) -> None:
    """Wait until a copy is gone; end it first when nobody waits for its answer any more.

    The readers that it started notice that it is gone, and go as well.
    """
    with contextlib.suppress(OSError):
        if os.waitpid(pid, os.WNOHANG)[0] == 0:
            os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
