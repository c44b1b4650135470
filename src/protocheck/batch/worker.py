"""The process that judges documents one after the other, each in a copy of itself.

`python -m protocheck.batch.worker` has the rules and all libraries at hand, and keeps to a single thread, so
that a copy is cheap and safe. What a document does, it does in the copy, which is held to limits of time and
memory and is gone afterwards; this process never looks inside one. It ends when the audit does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import BinaryIO

from protocheck.batch import frames
from protocheck.batch.desk import Asked, Desk
from protocheck.batch.settings import Settings
from protocheck.errors import ProtocheckError


def main() -> None:
    """Answer until nobody asks any more."""
    orders, answers = _pipes()
    letter, told = frames.receive(orders)
    if letter != frames.SETTINGS:
        return
    _end_with_the_audit()
    settings = Settings.of(json.loads(told))
    try:
        desk = Desk(settings, answers)
    except ProtocheckError as fault:
        _unable(answers, fault)
        return
    frames.send(answers, frames.READY, {})
    while True:
        letter, told = frames.receive(orders)
        if letter != frames.DOCUMENT:
            return
        asked = json.loads(told)
        held = [frames.receive(orders)[1] if each else None for each in asked["held"]]
        try:
            desk.answer([Asked(*each) for each in zip(asked["places"], held, strict=True)])
        except ProtocheckError as fault:  # no document's doing: the system starts no process
            _unable(answers, fault)
            return


def _unable(answers: BinaryIO, fault: ProtocheckError) -> None:
    said = {"message": fault.message, "hint": fault.hint, "exit_code": int(fault.exit_code)}
    frames.send(answers, frames.UNABLE, said)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep both streams for the audit; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return sys.stdin.buffer, answers


def _end_with_the_audit() -> None:
    """End when the other end of standard input is closed, also in the middle of a document.

    The system tells by a signal: waiting for it in a thread would make copies unsafe.
    """
    if not hasattr(signal, "SIGIO"):
        return
    import fcntl  # noqa: PLC0415 - not on every system
    import select  # noqa: PLC0415 - the same

    pipe = select.poll()
    pipe.register(0, select.POLLHUP)

    def look(*_: object) -> None:
        if any(event & select.POLLHUP for _, event in pipe.poll(0)):
            os._exit(0)  # a copy that is busy notices, and takes what it started along

    signal.signal(signal.SIGIO, look)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)


if __name__ == "__main__":
    main()
